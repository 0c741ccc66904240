//! `hexapla serve` beside nginx, serving the same folder.

use std::path::{Path, PathBuf};

use crate::process::must;
use crate::project::{Project, files, write};
use crate::rounds::counted;
use crate::scratch::Scratch;
use crate::served::{Load, Served, load, median};
use crate::table::{Table, number, time};

/// At least so many times the requests a second of nginx.
const GOAL: f64 = 0.8;

/// The name of content: any hash will do, since a server does not look.
const HASH: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// The name of the work whose files are those of a release.
const RELEASE: &str = "`serve`, the files of a release in turn";

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let folder = scratch.folder("served");
    let made = fill(&folder.join("store"));
    with_both(&folder, table, |ours, nginx| {
        for Asked { name, path, is_known } in &made {
            let loads = |server: &Served| {
                let tag = is_known.then(|| server.tag(path));
                let how = tag.map(|tag| ["-H".to_owned(), format!("If-None-Match: {tag}")]);
                load(server, path, how.as_ref().map_or(&[], |it| it))
            };
            in_turn(name, table, || Ok((loads(ours)?, loads(nginx)?)));
        }
    });
    let Some(site) = Project::site(scratch) else {
        return table.figure(RELEASE, "not measured: HEXAPLA_CORPORA names no corpora", None);
    };
    let folder = scratch.folder("served-release");
    let script = publish(&site, &folder);
    let how = ["-s", &script, "-H", "Accept-Encoding: gzip"].map(str::to_owned);
    with_both(&folder, table, |ours, nginx| {
        in_turn(RELEASE, table, || Ok((load(ours, "/", &how)?, load(nginx, "/", &how)?)));
    });
}

/// Runs both servers over `folder/store`.
fn with_both(folder: &Path, table: &Table, measure: impl FnOnce(&Served, &Served)) {
    let ours = Served::hexapla(&folder.join("store"));
    match Served::nginx(folder) {
        Ok(nginx) => measure(&ours, &nginx),
        Err(why) => table.figure("`serve`", &format!("not measured: {why}"), None),
    }
}

/// Asks both round after round, of which the first warms up.
fn in_turn(name: &str, table: &Table, round: impl Fn() -> Result<(Load, Load), String>) {
    eprintln!("  {name}");
    let rounds: Result<Vec<(Load, Load)>, String> = (0..=counted()).map(|_| round()).collect();
    match rounds {
        Ok(rounds) => tell(name, &rounds[1..], table),
        Err(why) => table.figure(name, &format!("not measured: {why}"), None),
    }
}

/// A file that is asked for again and again, perhaps by who has it already.
struct Asked {
    name: &'static str,
    path: String,
    is_known: bool,
}

/// Files of the sizes that bundles have, made up.
fn fill(store: &Path) -> [Asked; 3] {
    let put = |name, path: &str, bytes: usize, is_known| {
        let file: PathBuf = store.join(path);
        let line = "a line of some sixty bytes, as texts of people have it, more or less\n";
        write(&file, line.repeat(bytes / line.len() + 1));
        Asked { name, path: format!("/{path}"), is_known }
    };
    let (small, large) =
        (format!("targets/es/{HASH}.small.ftl"), format!("targets/es/{HASH}.large.md"));
    [
        put("`serve`, the pointer, unchanged (304)", "stable/timestamp.json", 500, true),
        put("`serve`, a file of 2 KB", &small, 2_000, false),
        put("`serve`, a file of 200 KB", &large, 200_000, false),
    ]
}

/// Publishes a release of mozilla.org's files to `folder/store`, and writes a script with which `wrk`
/// asks for all that a client may ask for, one after the other; gives the script's path.
fn publish(site: &Project, folder: &Path) -> String {
    let store = folder.join("store");
    if !store.exists() {
        let run = |args: &[&str]| {
            let mut command = site.hexapla(args);
            command.env("HEXAPLA_KEYS", folder.join("keys")).env("HEXAPLA_STORE", &store);
            must(command);
        };
        run(&["keys", "init"]);
        run(&["release", "build"]);
        run(&["release", "publish"]);
    }
    let is_asked_for = |path: &PathBuf| {
        let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        let is_hidden = path.file_name().is_some_and(|it| it.as_encoded_bytes()[0] == b'.');
        !is_hidden && !["gz", "br", "zst"].contains(&ending)
    };
    let paths = files(&store).into_iter().filter(is_asked_for);
    let within = |path: PathBuf| {
        let path = path.strip_prefix(&store).expect("below").to_owned();
        format!("  \"/{}\",\n", path.display())
    };
    let list: String = paths.map(within).collect();
    let script = folder.join("turn.lua");
    let ask = "local at = 0\nfunction request()\n  at = at % #paths + 1\n  \
               return wrk.format(nil, paths[at])\nend\n";
    write(&script, format!("local paths = {{\n{list}}}\n{ask}"));
    script.display().to_string()
}

/// Medians of both, and how they compare.
fn tell(work: &str, rounds: &[(Load, Load)], table: &Table) {
    let (ours, its) = (median(rounds, |it| it.0.rate), median(rounds, |it| it.1.rate));
    let our_slowest = median(rounds, |it| it.0.slowest);
    let its_slowest = median(rounds, |it| it.1.slowest);
    let ratio = median(rounds, |it| it.0.rate / it.1.rate);
    let figure = format!(
        "{ours:.0} requests/s, p99 {}; nginx {its:.0}, p99 {}: {} ×",
        time(our_slowest),
        time(its_slowest),
        number(ratio)
    );
    let goal = format!("at least {} × nginx", number(GOAL));
    table.figure(work, &figure, Some((&goal, ratio >= GOAL)));
}
