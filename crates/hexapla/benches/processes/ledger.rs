//! What the ledger takes on disk, fresh and after years.

use std::fs;

use crate::made::Made;
use crate::process::must;
use crate::project::Project;
use crate::rounds::{Entry, ours, rounds};
use crate::scale::SIZES;
use crate::scratch::Scratch;
use crate::table::{Goal, Table, number};

/// How often each source changes.
const CHANGES: usize = 10;

/// Units of the project whose sources change.
const CHANGED: usize = SIZES[1];

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    for (units, name) in SIZES.into_iter().zip(["10⁴", "10⁵", "10⁶"]) {
        let project = Project::made(Made::of(units), scratch);
        told(&format!("ledger of {name} units, fresh"), &project, table);
        if units == SIZES[2] {
            let entries = [
                Entry::new("ledger verify", || project.hexapla(&["ledger", "verify"])),
                Entry::new("`cat` of the same files", || {
                    let mut command = project.command("cat");
                    command.args(crate::project::files(&project.ledger()));
                    command
                }),
            ];
            let [verify, cat] = rounds(&entries).map(ours);
            table.beside("`ledger verify`, 10⁶ units", &verify, &cat, Goal::None);
        }
    }
    if let Some(site) = Project::site(scratch) {
        told("ledger of www-l10n, fresh", &site, table);
    }
    changed(scratch, table, "translated anew", &["accept", "ui", "--force"], true);
    changed(scratch, table, "kept", &["keep", "ui", "--all-locales"], false);
}

/// Bytes a unit, and whether that is less than the translations take.
fn told(work: &str, project: &Project, table: &Table) {
    let (own, targets) = (project.ledger_bytes(), project.target_bytes());
    let a_unit = |bytes: u64| bytes as f64 / project.attested as f64;
    let figure =
        format!("{} bytes a unit; targets {}", number(a_unit(own)), number(a_unit(targets)));
    table.figure(work, &figure, Some(("below the targets", own < targets)));
}

/// Every source changes again and again, and each time somebody settles all of it.
fn changed(scratch: &Scratch, table: &Table, how: &str, settle: &[&str], targets_too: bool) {
    let made = Made::of(CHANGED);
    let root = scratch.folder(&format!("changed-{}", how.replace(' ', "-")));
    fs::remove_dir_all(&root).expect("a folder can be deleted");
    made.write(&root);
    let locales = made.targets().iter().map(|it| (*it).to_owned()).collect();
    let project = Project { root, locales, attested: made.units() };
    project.vouch();
    for change in 1..=CHANGES {
        eprintln!("  {how}: change {change} of {CHANGES}");
        made.write_sources(&project.root, &|_| change);
        if targets_too {
            made.write_targets(&project.root, &|_| change);
        }
        must(project.hexapla(settle));
    }
    let loose = project.ledger_bytes();
    must(project.hexapla(&["ledger", "compact"]));
    let a_unit = |bytes: u64| number(bytes as f64 / project.attested as f64);
    let figure = format!(
        "{} bytes a unit; {} before packing",
        a_unit(project.ledger_bytes()),
        a_unit(loose)
    );
    table.figure(&format!("ledger of 10⁵ units, {CHANGES} changes of each, {how}"), &figure, None);
}
