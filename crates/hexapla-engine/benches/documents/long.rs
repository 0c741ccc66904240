//! How long pages of many blocks take to be aligned, beside what it takes to read them.

use std::time::{Duration, Instant};

use hexapla_engine::align::{Lexicon, align};
use hexapla_model::Unit;

use crate::corpus::{Corpus, Text};

/// Blocks of the longest page.
const MOST: usize = 20_000;

/// How often each is timed; the median counts.
const RUNS: usize = 5;

/// Long pages are made of the real ones, one behind the other, in order of their names.
pub(crate) fn measure(corpus: &Corpus) {
    println!("\nlong pages of which nothing is known, joined from the real ones\n");
    println!("| blocks of source | of target | read | aligned | times | in linked blocks |");
    println!("|--:|--:|--:|--:|--:|--:|");
    for blocks in [MOST / 16, MOST / 4, MOST] {
        let (source, target) = joined(corpus, blocks);
        let read = median(|| {
            Text::new(source.clone());
            Text::new(target.clone());
        });
        let (source, target) = (Text::new(source), Text::new(target));
        let (from, to): (Vec<&Unit>, Vec<&Unit>) = (source.blocks(), target.blocks());
        let mut links = Vec::new();
        let aligned = median(|| links = align(&from, &to, &Lexicon::default(), &[]));
        let linked: usize =
            links.iter().filter(|it| !it.target.is_empty()).map(|it| it.source.len()).sum();
        println!(
            "| {} | {} | {:.0} ms | {:.0} ms | {:.1} | {:.2} % |",
            from.len(),
            to.len(),
            read.as_secs_f64() * 1e3,
            aligned.as_secs_f64() * 1e3,
            aligned.as_secs_f64() / read.as_secs_f64(),
            crate::percent(linked, from.len()),
        );
    }
}

/// The bodies of pages one behind the other, and of their translations.
fn joined(corpus: &Corpus, blocks: usize) -> (Vec<u8>, Vec<u8>) {
    let (mut source, mut target) = (Vec::new(), Vec::new());
    let mut count = 0;
    for page in corpus.pages.iter().cycle() {
        let own = page.made_from.blocks().len();
        if count + own > blocks {
            break;
        }
        count += own;
        source.extend_from_slice(body(&page.made_from));
        target.extend_from_slice(body(&page.target));
    }
    (source, target)
}

/// What stands behind the front matter.
fn body(text: &Text) -> &[u8] {
    let start = text.blocks().first().map_or(0, |unit| unit.span.start);
    let line = text.bytes[..start].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    &text.bytes[line..]
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}
