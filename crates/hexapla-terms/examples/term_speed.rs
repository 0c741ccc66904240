//! What finding terms costs beside reading the words once, for ever longer texts.
//!
//! `cargo run --release -p hexapla-terms --example term_speed`

use std::time::Instant;

use hexapla_terms::{Entry, Glossary, Matcher};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

const TEXT: &str = "Private browsing keeps trackers from following you while you read the pages of \
                    a site, and each window has a history of its own. ";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("  bytes  entries   words ms   find ms   ratio");
    for entries in [10, 1_000, 100_000] {
        let glossary = glossary(entries)?;
        let (source, target) = ("en".parse()?, "de".parse()?);
        let matcher = Matcher::new(&glossary, &source, &target);
        for times in [10, 100, 1_000, 10_000] {
            let text = TEXT.repeat(times);
            let words = milliseconds(|| {
                let words = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
                words.segment_str(&text).count()
            });
            let find = milliseconds(|| matcher.find(&text).len());
            let ratio = find / words;
            println!("{:7}  {entries:7}  {words:9.2} {find:9.2}  {ratio:6.1}", text.len());
        }
    }
    Ok(())
}

/// Terms that begin alike, so that each word of the text is looked at.
fn glossary(entries: usize) -> Result<Glossary, Box<dyn std::error::Error>> {
    let entry = |at: usize| Entry {
        id: format!("t{at}"),
        term: format!("private browsing keeps trackers number {at}"),
        ..Entry::default()
    };
    Ok(Glossary::new("en".parse()?, (0..entries).map(entry).collect())?)
}

/// The shortest of five runs.
fn milliseconds(run: impl Fn() -> usize) -> f64 {
    let times = (0..5).map(|_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64() * 1e3
    });
    times.fold(f64::INFINITY, f64::min)
}
