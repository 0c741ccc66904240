//! Measures what Hexapla makes of real pages, and prints it as tables:
//! `HEXAPLA_CORPORA=FOLDER cargo bench -p hexapla-engine --bench documents`.
//!
//! The pages are those of `otel-docs`: for each translated page the source that it was made from,
//! the source today, and the translation. `SHOW=links` (or another name of a row) prints every miss.

mod bitext;
mod changes;
mod corpus;
mod edits;
mod freshness;
mod long;
mod made_wrong;
mod random;

use corpus::Corpus;

/// A name and what it measures.
type Part = (&'static str, fn(&Corpus));

/// What is measured, by name: `-- long` measures that alone.
const PARTS: [Part; 6] = [
    ("bitext", bitext::measure),
    ("made-wrong", made_wrong::measure),
    ("freshness", freshness::measure),
    ("edits", edits::measure),
    ("changes", changes::measure),
    ("long", long::measure),
];

fn main() {
    let Some(corpora) = std::env::var_os("HEXAPLA_CORPORA") else {
        println!("skipped: no corpora; name their folder in HEXAPLA_CORPORA");
        return;
    };
    let corpus = Corpus::read(&std::path::Path::new(&corpora).join("otel-docs"));
    println!("{} pages, {} blocks of source", corpus.pages.len(), corpus.blocks());
    let asked: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with('-')).collect();
    for (name, measure) in PARTS {
        if asked.is_empty() || asked.iter().any(|it| it == name) {
            measure(&corpus);
        }
    }
}

/// A share in percent.
fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}
