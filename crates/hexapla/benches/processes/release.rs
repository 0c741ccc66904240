//! `hexapla release build` over mozilla.org's files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::peers;
use crate::process::must;
use crate::project::{Project, files};
use crate::rounds::{Entry, Measured, ours, rounds};
use crate::scratch::Scratch;
use crate::table::{Goal, Table};

const WORK: &str = "`release build`, www-l10n";

/// Where writing reaches no disk, so that waiting for one takes no time.
const IN_MEMORY: &str = "/dev/shm";

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let Some(site) = Project::site(scratch) else {
        table.figure(WORK, "not measured: HEXAPLA_CORPORA names no corpora", None);
        return;
    };
    let on_disk = scratch.folder("releases");
    let in_memory = tempfile::tempdir_in(IN_MEMORY).ok();
    emptied(&on_disk);
    must(build(&site, &on_disk));
    let outputs = files(&on_disk);
    let kept = scratch.folder("outputs");
    let outputs = kept_apart(&outputs, &kept);
    let programs = peers::installed(scratch);
    let theirs = scratch.folder("moz-l10n");
    let memory = in_memory.as_ref().map_or(&*on_disk, |it| it.path());
    let entries = [
        Entry::new("release build", || build(&site, memory)).after(|| emptied(memory)),
        Entry::new("on disk", || build(&site, &on_disk)).after(|| emptied(&on_disk)),
        Entry::new("`cat` of the inputs", || site.cat()),
        Entry::new("`sha256sum` of the outputs", || {
            let mut command = Command::new("sha256sum");
            command.args(&outputs);
            command
        }),
        Entry::new("moz-l10n build 0.15.0", || moz(&site, &programs, &theirs))
            .after(|| emptied(&theirs)),
    ];
    let [built, synced, cat, hashed, moz] = rounds(&entries);
    let built = ours(built);
    let floor = Measured::joined("reading inputs, hashing outputs", &ours(cat), &ours(hashed));
    let (disk, memory) = (format!("{WORK}, to disk"), format!("{WORK}, to memory"));
    let synced = ours(synced);
    table.beside(&disk, &synced, &floor, Goal::Times(3.0));
    table.peer(&disk, &synced, &moz, Goal::Faster(50.0));
    if in_memory.is_some() {
        table.beside(&memory, &built, &floor, Goal::None);
        table.peer(&memory, &built, &moz, Goal::None);
    }
}

fn build(site: &Project, into: &Path) -> Command {
    let mut command = site.hexapla(&["release", "build", "--into"]);
    command.arg(into);
    command
}

fn moz(site: &Project, programs: &Path, target: &Path) -> Command {
    let mut command = site.command(programs.join("moz-l10n"));
    command.args(["build", "--config", "l10n.toml", "--base", ".", "--target"]).arg(target);
    command.args(["--locales", &site.locales.join(",")]);
    command
}

fn emptied(folder: &Path) {
    fs::remove_dir_all(folder).expect("a folder can be deleted");
    fs::create_dir_all(folder).expect("a folder can be made");
}

/// Copies of files, since the folder they are in is emptied before each run.
fn kept_apart(outputs: &[PathBuf], folder: &Path) -> Vec<PathBuf> {
    emptied(folder);
    let copy = |(at, path): (usize, &PathBuf)| {
        let to = folder.join(at.to_string());
        fs::copy(path, &to).expect("a file can be copied");
        to
    };
    outputs.iter().enumerate().map(copy).collect()
}
