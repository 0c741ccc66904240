//! One large catalogue, beside gettext on the same texts.

use std::fmt::Write as _;
use std::path::Path;

use crate::made::{Editions, Made};
use crate::project::{Project, write};
use crate::rounds::{Entry, ours, rounds};
use crate::scratch::Scratch;
use crate::table::{Goal, Table};

/// One locale.
const CATALOGUE: Made = Made { locales: 1, messages: 20_000 };

/// Of so many sources one has changed.
const CHANGED: usize = 20;

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let editions: Editions = &|message| usize::from(message % CHANGED == 0);
    let project = Project::made(CATALOGUE, scratch);
    CATALOGUE.write_sources(&project.root, editions);
    let folder = scratch.folder("gettext");
    let (old, new) = (folder.join("old.po"), folder.join("new.pot"));
    write(&old, catalogue(&|_| 0, true));
    write(&new, catalogue(editions, false));
    let merged = |program: &str, args: &[&Path]| {
        let mut command = project.command(program);
        command.args(["--output-file", "/dev/null"]).args(args);
        command
    };
    let entries = [
        Entry::new("status, cold", || project.hexapla(&["status"])).after(|| project.forget()),
        Entry::new("diff, cold", || project.hexapla(&["diff"])).after(|| project.forget()),
        Entry::new("check", || project.hexapla(&["check"])).after(|| project.forget()),
        Entry::new("msgmerge", || merged("msgmerge", &[&old, &new])),
        Entry::new("msgmerge without fuzzy matches", || {
            let mut command = merged("msgmerge", &[&old, &new]);
            command.arg("--no-fuzzy-matching");
            command
        }),
        Entry::new("msgfmt --check", || {
            let mut command = merged("msgfmt", &[&old]);
            command.arg("--check");
            command
        }),
    ];
    let [status, diff, check, fuzzy, exact, compiled] = rounds(&entries);
    let [status, diff, check] = [status, diff, check].map(ours);
    table.peer("`status`, 20,000 messages, 1,000 changed", &status, &exact, Goal::None);
    table.peer("`diff` of the 1,000 changed", &diff, &fuzzy, Goal::None);
    table.peer("`check`, 20,000 messages", &check, &compiled, Goal::None);
}

/// The texts as a catalogue of gettext, with the translations or without.
fn catalogue(editions: Editions, translated: bool) -> String {
    let mut text = String::from(
        "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\
         \"Content-Transfer-Encoding: 8bit\\n\"\n\"Language: af\\n\"\n\n",
    );
    let targets = CATALOGUE.messages(1, &|_| 0);
    for ((identifier, source), (_, target)) in CATALOGUE.messages(0, editions).zip(targets) {
        let target = if translated { &*target } else { "" };
        let _ =
            write!(text, "msgctxt \"{identifier}\"\nmsgid \"{source}\"\nmsgstr \"{target}\"\n\n");
    }
    text
}
