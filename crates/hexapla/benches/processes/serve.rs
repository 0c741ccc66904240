//! `hexapla serve` beside nginx, serving the same folder.

use std::path::{Path, PathBuf};

use crate::project::write;
use crate::rounds::counted;
use crate::scratch::Scratch;
use crate::served::{Load, Served, load};
use crate::table::{Table, number, time};

/// At least so many times the requests a second of nginx.
const GOAL: f64 = 0.8;

/// The name of content: any hash will do, since a server does not look.
const HASH: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let folder = scratch.folder("served");
    let work = fill(&folder.join("store"));
    let ours = Served::hexapla(&folder.join("store"));
    let nginx = match Served::nginx(&folder) {
        Ok(nginx) => nginx,
        Err(why) => return table.figure("`serve`", &format!("not measured: {why}"), None),
    };
    for (name, path, known) in work {
        eprintln!("  {name}");
        let loads = |server: &Served| {
            let tag = known.then(|| server.tag(&path));
            load(server, &path, tag.as_deref())
        };
        // The first round warms up.
        let rounds: Result<Vec<(Load, Load)>, String> =
            (0..=counted()).map(|_| Ok((loads(&ours)?, loads(&nginx)?))).collect();
        match rounds {
            Ok(rounds) => tell(name, &rounds[1..], table),
            Err(why) => table.figure(name, &format!("not measured: {why}"), None),
        }
    }
}

/// What is asked for: its name, its path, and whether the asker has it already.
fn fill(store: &Path) -> [(&'static str, String, bool); 3] {
    let put = |path: &str, bytes: usize| {
        let file: PathBuf = store.join(path);
        write(
            &file,
            "a line of some sixty bytes, as texts of people have it, more or less\n"
                .repeat(bytes / 69 + 1),
        );
        format!("/{path}")
    };
    let pointer = put("stable/timestamp.json", 500);
    let small = put(&format!("targets/es/{HASH}.small.ftl"), 2_000);
    let large = put(&format!("targets/es/{HASH}.large.md"), 200_000);
    [
        ("`serve`, the pointer, unchanged (304)", pointer, true),
        ("`serve`, a file of 2 KB", small, false),
        ("`serve`, a file of 200 KB", large, false),
    ]
}

/// Medians of both, and how they compare.
fn tell(work: &str, rounds: &[(Load, Load)], table: &Table) {
    let median = |of: &dyn Fn(&(Load, Load)) -> f64| {
        let mut all: Vec<f64> = rounds.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let (ours, its) = (median(&|it| it.0.rate), median(&|it| it.1.rate));
    let (our_slowest, its_slowest) = (median(&|it| it.0.slowest), median(&|it| it.1.slowest));
    let ratio = median(&|it| it.0.rate / it.1.rate);
    let figure = format!(
        "{ours:.0} requests/s, p99 {}; nginx {its:.0}, p99 {}: {} ×",
        time(our_slowest),
        time(its_slowest),
        number(ratio)
    );
    let goal = format!("at least {} × nginx", number(GOAL));
    table.figure(work, &figure, Some((&goal, ratio >= GOAL)));
}
