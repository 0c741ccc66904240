//! A first import: everything is attested as it stands.

use std::fs;

use crate::made::Made;
use crate::project::Project;
use crate::rounds::{Entry, ours, rounds};
use crate::scale::SIZES;
use crate::scratch::Scratch;
use crate::table::{Goal, Table};

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    for (units, name) in SIZES.into_iter().zip(["10⁴", "10⁵", "10⁶"]) {
        let project = Project::made(Made::of(units), scratch);
        let accept = || project.hexapla(&["accept", "--all", "--force", "--handle", "mara"]);
        let entries = [Entry::new(format!("accept {name} units"), accept).after(|| {
            project.forget();
            fs::remove_dir_all(project.ledger()).expect("a ledger can be deleted");
        })];
        let [accepted] = rounds(&entries).map(ours);
        let work = format!("`accept --all --force`, {name} units");
        if units == SIZES[2] {
            table.alone(&work, &accepted, Goal::Seconds(10.0));
            table.alone(&work, &accepted, Goal::Mebibytes(1024.0));
        } else {
            table.alone(&work, &accepted, Goal::None);
        }
    }
}
