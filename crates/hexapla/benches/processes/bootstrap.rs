//! `hexapla init --bootstrap` over the history of a generated repository.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::rounds::{Entry, Measured, ours, rounds};
use crate::scratch::{Scratch, hexapla};
use crate::table::{Goal, Table};

#[path = "../../../hexapla-workspace/benches/bootstrap/generated.rs"]
mod generated;

use generated::{COMMITS, LOCALES, PAGES, path, repository};

/// Files that `git log` is asked about one by one.
const SAMPLE: usize = 20;

/// For every file there are so many.
const SHARE: usize = PAGES * LOCALES.len() / SAMPLE;

pub(crate) fn measure(_: &Scratch, table: &Table) {
    eprintln!("making {COMMITS} commits on {PAGES} pages");
    let repository = repository();
    let root = repository.path();
    let entries = [
        Entry::new("init --bootstrap", || bootstrap(root)).after(|| forgotten(root)),
        Entry::new("`git log --name-only`", || git(root, &["log", "--name-only", "--format=%H"])),
        Entry::new("`git log --follow` of one file after the other", || followed(root)),
    ];
    let [own, log, sampled] = rounds(&entries).map(ours);
    let work = format!("`init --bootstrap`, {COMMITS} commits, {PAGES} pages");
    table.beside(&work, &own, &log, Goal::None);
    let name = format!("`git log --follow` of each target ({SAMPLE} measured)");
    table.beside(&work, &own, &Measured::scaled(&name, &sampled, SHARE), Goal::None);
}

fn bootstrap(root: &Path) -> Command {
    let mut command = Command::new(hexapla());
    command.args(["init", "--bootstrap"]).current_dir(root);
    command.env("HEXAPLA_HANDLE", "bench").env_remove("HEXAPLA_AS_OF");
    command
}

/// As before the first time.
fn forgotten(root: &Path) {
    for folder in ["translations", ".hexapla"].map(|it| root.join(it)) {
        if folder.exists() {
            fs::remove_dir_all(folder).expect("a folder can be deleted");
        }
    }
}

fn git(root: &Path, args: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(args);
    command
}

/// Asks for the history of a few targets from all over the project.
fn followed(root: &Path) -> Command {
    let targets = (0..SAMPLE).map(|at| at * SHARE);
    let targets = targets.map(|at| path(LOCALES[at % LOCALES.len()], at / LOCALES.len()));
    let mut command = Command::new("sh");
    let script = "for path; do git log --follow --format=%H -- \"$path\" || exit; done";
    command.args(["-c", script, "sh"]).args(targets).current_dir(root);
    command
}
