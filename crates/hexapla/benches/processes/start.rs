//! How long it takes to say which version it is, and how large the binary is.

use std::process::Command;

use crate::rounds::{Entry, ours, rounds};
use crate::scratch::{Scratch, hexapla};
use crate::table::{Goal, Table, number};

pub(crate) fn measure(_: &Scratch, table: &Table) {
    let version = || {
        let mut command = Command::new(hexapla());
        command.arg("--version");
        command
    };
    let entries = [
        Entry::new("hexapla --version", version),
        Entry::new("`true`", || Command::new("/bin/true")),
    ];
    let [version, floor] = rounds(&entries).map(ours);
    table.alone("`--version`", &version, Goal::Seconds(0.005));
    table.beside("`--version`", &version, &floor, Goal::None);
    let bytes = std::fs::metadata(hexapla()).expect("a binary").len();
    let size = format!("{} MiB", number(bytes as f64 / 1024.0 / 1024.0));
    table.figure("size of the binary", &size, None);
}
