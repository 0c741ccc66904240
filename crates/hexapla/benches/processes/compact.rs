//! How packing grows with the number of acts.

use std::fs;
use std::path::Path;

use hexapla_ledger::{Attested, Fact, KeptText, Origin, Pair, write};
use hexapla_model::{Meaning, State, Timestamp, UnitKey};

use crate::project::{WORKFLOW, config, write as put};
use crate::rounds::{Entry, Measured, ours, rounds};
use crate::scratch::{Scratch, hexapla};
use crate::table::{Goal, Table, number};

/// How many acts there are, each ten times as many as before.
const SIZES: [usize; 2] = [2_000, 20_000];

/// Ten times the acts may take so many times as long.
const LINEAR: f64 = 12.0;

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let sizes = SIZES.map(|acts| compact(&scratch.folder(&format!("acts-{acts}")), acts, table));
    let [small, large] = &sizes;
    let times = large.seconds() / small.seconds();
    let (figure, goal) = (format!("{} ×", number(times)), format!("at most {} ×", number(LINEAR)));
    table.figure("growth of `ledger compact`", &figure, Some((&goal, times <= LINEAR)));
}

fn compact(root: &Path, acts: usize, table: &Table) -> Measured {
    put(&root.join("hexapla.toml"), config("acts", "\"de\", \"es\", \"fr\""));
    put(&root.join("workflows/standard.toml"), WORKFLOW);
    let command = |what: &'static str| {
        let mut command = std::process::Command::new(hexapla());
        command.args(["ledger", what]).current_dir(root);
        command
    };
    let fill = || fill(&root.join("translations/ledger"), acts);
    let entries = [
        Entry::new(format!("verify {acts} acts"), || command("verify")).after(fill),
        Entry::new(format!("compact {acts} acts"), || command("compact")).after(fill),
    ];
    let [verify, compact] = rounds(&entries).map(ours);
    table.alone(&format!("`ledger verify` of {acts} acts"), &verify, Goal::None);
    table.alone(&format!("`ledger compact` of {acts} acts"), &compact, Goal::Mebibytes(200.0));
    compact
}

/// A ledger of acts of one unit each, in three locales.
fn fill(ledger: &Path, acts: usize) {
    let _ = fs::remove_dir_all(ledger);
    for number in 0..acts {
        write(&act(number)).into_iter().for_each(|it| put(&ledger.join(it.name), it.bytes));
    }
}

fn act(number: usize) -> Vec<Fact> {
    let text = |word: &str| format!("{word} {number}");
    let source = Meaning::of("text", &text("One"));
    let key = UnitKey::new(format!("unit-{number}"));
    let attested = Attested {
        locale: ["de", "es", "fr"][number % 3].parse().expect("a locale"),
        resource: format!("ui/{}", number % 100).parse().expect("a resource"),
        by: "mara".parse().expect("a handle"),
        at: Timestamp::from_seconds(i64::try_from(number).expect("a time")),
        state: State::Translated,
        origin: Origin::Human,
        confidence: None,
        answers: Vec::new(),
        pairs: vec![Pair::new(Some(key), source, Meaning::of("text", &text("Uno")))],
    };
    let kept = KeptText { fingerprint: source, text: text("One") };
    vec![Fact::Attested(attested), Fact::Text(kept)]
}
