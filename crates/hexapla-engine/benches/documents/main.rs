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
mod made_wrong;
mod random;

use corpus::Corpus;

fn main() {
    let Some(corpora) = std::env::var_os("HEXAPLA_CORPORA") else {
        println!("skipped: no corpora; name their folder in HEXAPLA_CORPORA");
        return;
    };
    let corpus = Corpus::read(&std::path::Path::new(&corpora).join("otel-docs"));
    println!("{} pages, {} blocks of source", corpus.pages.len(), corpus.blocks());
    bitext::measure(&corpus);
    made_wrong::measure(&corpus);
    freshness::measure(&corpus);
    edits::measure(&corpus);
    changes::measure(&corpus);
}

/// A share in percent.
fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}
