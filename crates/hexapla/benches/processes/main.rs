//! Measures Hexapla from outside, as whole processes, beside the least that the work can take and
//! beside what others made for it, and prints a table in Markdown:
//! `HEXAPLA_CORPORA=FOLDER cargo bench --bench processes`. `-- scale` measures that part alone.
//!
//! Projects are made up from a seed, in a folder that is removed at the end, or in
//! `HEXAPLA_SCRATCH`, which is kept and used again. `HEXAPLA_BIN` names another binary to measure,
//! `HEXAPLA_ROUNDS` how many rounds count. `docs/performance.md` says what each row means.

mod bootstrap;
mod compact;
mod gettext;
mod import;
mod ledger;
mod lengths;
mod machine;
mod made;
mod peers;
mod process;
mod project;
mod random;
mod release;
mod room;
mod rounds;
mod scale;
mod scratch;
mod serve;
mod served;
mod site;
mod start;
mod status;
mod table;
mod walk;
mod watch;
mod watched;
mod words;

use scratch::Scratch;
use table::Table;

/// A name and what it measures.
type Part = (&'static str, fn(&Scratch, &Table));

const PARTS: [Part; 12] = [
    ("start", start::measure),
    ("status", status::measure),
    ("scale", scale::measure),
    ("watch", watch::measure),
    ("release", release::measure),
    ("import", import::measure),
    ("ledger", ledger::measure),
    ("bootstrap", bootstrap::measure),
    ("compact", compact::measure),
    ("gettext", gettext::measure),
    ("serve", serve::measure),
    ("room", room::measure),
];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [command, folder] = &*args
        && command == "walk"
    {
        return walk::walk(folder.as_ref());
    }
    // Tests run benches too, without doing anything.
    if !args.iter().any(|it| it == "--bench") {
        return;
    }
    let asked: Vec<&String> = args.iter().filter(|it| !it.starts_with('-')).collect();
    if let Some(unknown) = asked.iter().find(|it| PARTS.iter().all(|(name, _)| name != *it)) {
        let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        eprintln!("error: there is no part `{unknown}`\nhint: one of {}", names.join(", "));
        return;
    }
    println!("{}\n", machine::machine());
    let (scratch, table) = (Scratch::open(), Table::new());
    for (name, measure) in PARTS {
        if asked.is_empty() || asked.iter().any(|it| **it == *name) {
            eprintln!("== {name}");
            measure(&scratch, &table);
        }
    }
}
