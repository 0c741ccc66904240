//! `hexapla status` and `hexapla check` over mozilla.org's files.

use std::process::Command;

use crate::peers;
use crate::project::Project;
use crate::rounds::{Entry, ours, rounds};
use crate::scratch::{Scratch, hexapla};
use crate::table::{Goal, Table};

const COLD: &str = "`status`, www-l10n, cold";
const WARM: &str = "`status`, www-l10n, warm";
const CHECK: &str = "`check`, www-l10n";

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let Some(site) = Project::site(scratch) else {
        table.figure(COLD, "not measured: HEXAPLA_CORPORA names no corpora", None);
        return;
    };
    let programs = peers::installed(scratch);
    let compare = || {
        let mut command = site.command(programs.join("compare-locales"));
        command.args(["-qqqq", "--return-zero", "l10n.toml", "."]);
        command
    };
    let entries = [
        Entry::new("status, cold", || site.hexapla(&["status"])).after(|| site.forget()),
        Entry::new("`cat` of the same files", || site.cat()),
        Entry::new("`sha256sum` of the same files", || {
            let mut command = site.command("sha256sum");
            command.args(site.inputs());
            command
        }),
        Entry::new("compare-locales 9.0.5", compare),
    ];
    let [cold, cat, hashed, compared] = rounds(&entries);
    let cold = ours(cold);
    table.beside(COLD, &cold, &ours(cat), Goal::Times(4.0));
    table.beside(COLD, &cold, &ours(hashed), Goal::None);
    table.peer(COLD, &cold, &compared, Goal::Faster(100.0));

    let entries = [
        Entry::new("status, warm", || site.hexapla(&["status"])),
        Entry::new("a walk with `lstat`", || site.walk()),
    ];
    let [warm, walk] = rounds(&entries).map(ours);
    table.beside(WARM, &warm, &walk, Goal::Times(1.5));

    let entries = [
        Entry::new("check", || check(&site)).after(|| site.forget()),
        Entry::new("`status`, cold", || site.hexapla(&["status"])).after(|| site.forget()),
    ];
    let [checked, status] = rounds(&entries).map(ours);
    table.beside(CHECK, &checked, &status, Goal::Times(3.0));
}

/// Checks all, of which code 1 only says that something was found.
fn check(site: &Project) -> Command {
    let mut command = site.command("sh");
    command.args(["-c", "\"$0\" check --format json || [ $? = 1 ]"]).arg(hexapla());
    command.env("HEXAPLA_HANDLE", "bench").env_remove("HEXAPLA_AS_OF");
    command
}
