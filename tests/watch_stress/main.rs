//! Whatever happens on disk while `hexapla watch` runs, it ends in the state of a cold scan, and
//! what was told on the way adds up to it.
//!
//! A hundred sequences that a seed decides; `STRESS_SEEDS=1000` runs more of them, and
//! `STRESS_SEED=17` that one alone.
#![cfg(target_os = "linux")]

#[path = "../support/mod.rs"]
mod support;

mod frugal;
mod operations;
mod random;
mod sequence;
mod standings;
mod storms;
mod template;
mod world;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use operations::OPERATIONS;
use sequence::Sequence;
use template::Template;

/// How many sequences run at once.
const WORKERS: usize = 3;

#[test]
fn any_sequence_of_operations_ends_in_the_state_of_a_cold_scan() {
    let number = |name: &str| std::env::var(name).ok().map(|it| it.parse().expect("a number"));
    let one: Option<u64> = number("STRESS_SEED");
    let (first, end) = one.map_or((0, number("STRESS_SEEDS").unwrap_or(100)), |it| (it, it + 1));
    let template = Template::new();
    let (next, failed) = (AtomicU64::new(first), Mutex::new(Vec::new()));
    let done =
        Mutex::new(OPERATIONS.map(|(name, _)| (name, 0)).into_iter().collect::<BTreeMap<_, _>>());
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= end {
                        return;
                    }
                    let mut sequence = Sequence::new(&template, seed);
                    let count = |name: &'static str, ok: bool| {
                        *done.lock().expect("a count").entry(name).or_default() += usize::from(ok);
                    };
                    let run = AssertUnwindSafe(|| sequence.run(seed, count));
                    if catch_unwind(run).is_err() {
                        println!("seed {seed}: {}{}", sequence.log, sequence.last_events());
                        failed.lock().expect("a list").push(seed);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().expect("a list");
    assert!(failed.is_empty(), "failed; run again with STRESS_SEED set to one of {failed:?}");
    let done = done.into_inner().expect("counts");
    let never: Vec<_> = done.iter().filter(|(_, times)| **times == 0).collect();
    assert!(one.is_some() || end < 100 || never.is_empty(), "never done: {never:?} of {done:?}");
}
