//! How long a memory takes, beside a scan of every text in the same run.
//!
//! `cargo run --release -p hexapla-memory --example memory_speed -- FOLDER [PAIRS]...` takes the texts of the Fluent
//! files in `FOLDER`, such as those of mozilla.org in English, and makes as many distinct ones of them as
//! are asked for by putting words of some in the place of words of others.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use hexapla_memory::{Builder, Coded, Entry, Memory, Origin, Query};
use hexapla_model::{Handle, ResourceId, State, Timestamp};
use rapidfuzz::distance::indel::{Args, BatchComparator};

const QUERIES: usize = 41;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("expected a folder of Fluent files");
        return ExitCode::from(2);
    };
    let texts = fluent_texts(Path::new(&folder));
    let counts: Vec<usize> = arguments.filter_map(|it| it.parse().ok()).collect();
    let counts = if counts.is_empty() { vec![10_000, 100_000, 1_000_000] } else { counts };
    println!("{} texts, half of them up to {} characters", texts.len(), middle(&texts));
    for count in counts {
        measure(&texts, count);
    }
    ExitCode::SUCCESS
}

/// The values of one line in the Fluent files of a folder, each once.
fn fluent_texts(folder: &Path) -> Vec<String> {
    let mut open = vec![folder.to_owned()];
    let mut texts = HashSet::new();
    while let Some(path) = open.pop() {
        let entries = std::fs::read_dir(&path).into_iter().flatten().flatten();
        open.extend(
            entries
                .map(|entry| entry.path())
                .filter(|it: &PathBuf| it.is_dir() || it.extension().is_some_and(|it| it == "ftl")),
        );
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let values = text.lines().filter(|line| !line.starts_with('#'));
        let values = values.filter_map(|line| Some(line.split_once(" = ")?.1.trim()));
        texts.extend(values.filter(|it| it.len() > 2).map(str::to_owned));
    }
    let mut texts: Vec<String> = texts.into_iter().collect();
    texts.sort();
    texts
}

fn middle(texts: &[String]) -> usize {
    let mut lengths: Vec<usize> = texts.iter().map(|text| text.chars().count()).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied().unwrap_or_default()
}

/// Numbers from a seed (SplitMix64), so that every run has the same texts.
struct Seed(u64);

impl Seed {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}

/// A text with up to half of its words, or all, replaced.
fn varied(text: &str, words: &[&str], all: bool, seed: &mut Seed) -> String {
    let mut own: Vec<&str> = text.split(' ').collect();
    let changes = 1 + seed.below(own.len() / 2 + 1);
    for at in 0..if all { own.len() } else { changes } {
        let at = if all { at } else { seed.below(own.len()) };
        own[at] = *seed.pick::<&str>(words);
    }
    own.join(" ")
}

fn distinct(texts: &[String], words: &[&str], count: usize, seed: &mut Seed) -> Vec<String> {
    let mut distinct: Vec<String> = texts.iter().take(count).cloned().collect();
    let mut seen: HashSet<String> = distinct.iter().cloned().collect();
    while distinct.len() < count {
        let text = varied(seed.pick::<String>(texts), words, false, seed);
        if seen.insert(text.clone()) {
            distinct.push(text);
        }
    }
    distinct
}

/// A memory in which each text has a target of its own, about as long.
fn filled(texts: &[String]) -> (Memory, Duration, Duration) {
    let resources: Vec<ResourceId> =
        (0..200).map(|at| format!("site/file{at}").parse().expect("a name")).collect();
    let who: Handle = "mara".parse().expect("a handle");
    let targets: Vec<String> = texts.iter().map(|text| text.chars().rev().collect()).collect();
    let start = Instant::now();
    let mut builder = Builder::default();
    for (at, (text, target)) in texts.iter().zip(&targets).enumerate() {
        let key = format!("key-{}", at / resources.len());
        let origin = Origin::Ledger {
            resource: &resources[at % resources.len()],
            key: Some(&key),
            state: State::ALL[at % 4],
            when: Timestamp::from_seconds(at as i64),
            who: &who,
        };
        let codes = codes(text);
        let source = Coded { text, codes: &codes };
        let previous = at.checked_sub(1).map(|before| texts[before].as_str());
        let next = texts.get(at + 1).map(String::as_str);
        builder.add(&Entry { source, target, origin, previous, next }).expect("room");
    }
    let added = start.elapsed();
    let memory = builder.build();
    (memory, added, start.elapsed() - added)
}

/// What stands between `{` and `}`.
fn codes(text: &str) -> Vec<std::ops::Range<usize>> {
    let starts = text.match_indices('{').map(|(at, _)| at);
    starts.filter_map(|at| Some(at..at + text[at..].find('}')? + 1)).collect()
}

/// The times of some work on each query: median, ninth decile, most, in milliseconds.
fn timed(queries: &[String], mut work: impl FnMut(&str)) -> [f64; 3] {
    let mut times: Vec<f64> = queries
        .iter()
        .map(|query| {
            let start = Instant::now();
            work(query);
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    [times[times.len() / 2], times[times.len() * 9 / 10], times[times.len() - 1]]
}

fn measure(texts: &[String], count: usize) {
    let words: Vec<&str> = texts.iter().flat_map(|text| text.split(' ')).collect();
    let seed = &mut Seed(count as u64);
    let held = distinct(texts, &words, count, seed);
    let (memory, added, built) = filled(&held);
    println!(
        "\n{} pairs: {:.2} s added, {:.2} s indexed; {:.0} MB of texts, {:.0} bytes a pair beyond them",
        memory.len(),
        added.as_secs_f64(),
        built.as_secs_f64(),
        memory.text_bytes() as f64 / 1e6,
        memory.other_bytes() as f64 / memory.len() as f64,
    );
    println!(
        "least  query         found   median  9 of 10     most | scan median  9 of 10 | ratio of medians"
    );
    for at_least in [70, 75, 85] {
        for (name, all) in [("one like some", false), ("like nothing", true)] {
            let queries: Vec<String> = (0..QUERIES)
                .map(|_| varied(seed.pick::<String>(texts), &words, all, seed))
                .collect();
            report(&memory, &held, at_least, name, &queries);
        }
    }
}

fn report(memory: &Memory, held: &[String], at_least: u8, name: &str, queries: &[String]) {
    let mut found = 0;
    let [median, most_of, most] = timed(queries, |text| {
        let codes = codes(text);
        let text = Coded { text, codes: &codes };
        found += memory.matches(&Query { text, context: None, limit: 5, at_least }).len();
    });
    // Of a large memory every fifth query is scanned for, since a scan takes long.
    let some: Vec<String> = queries.iter().step_by(5).cloned().collect();
    let mut hits = 0;
    let [scan, scan_most_of, _] = timed(&some, |text| {
        let scorer = BatchComparator::new(text.chars());
        let args = Args::default().score_cutoff(f64::from(at_least) / 100.0);
        let score = |held: &String| scorer.normalized_similarity_with_args(held.chars(), &args);
        hits += held.iter().filter(|held| score(held).is_some()).count();
    });
    println!(
        "{at_least} %   {name:<13} {:>5.1} {median:>8.2} {most_of:>8.2} {most:>8.2} | {scan:>11.2} {scan_most_of:>8.2} | {:.0}",
        found as f64 / queries.len() as f64,
        scan / median,
    );
    std::hint::black_box(hits);
}
