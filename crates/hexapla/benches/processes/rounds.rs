//! Several programs, measured in turn, so that whatever else the machine does hits all of them.

use std::process::Command;
use std::time::Duration;

use crate::process::{Failed, Run, fetch_memory, run};

/// What takes longer than this runs once.
const LONG: Duration = Duration::from_secs(30);

/// How many rounds count, after one that does not; `HEXAPLA_ROUNDS` says otherwise.
pub(crate) fn counted() -> usize {
    let given = std::env::var("HEXAPLA_ROUNDS").ok().and_then(|it| it.parse().ok());
    given.unwrap_or(5).max(1)
}

/// A program to be measured.
pub(crate) struct Entry<'a> {
    name: String,
    command: Box<dyn Fn() -> Command + 'a>,
    before: Box<dyn Fn() + 'a>,
}

/// What its runs took.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    pub(crate) name: String,
    runs: Vec<Run>,
}

impl<'a> Entry<'a> {
    pub(crate) fn new(name: impl Into<String>, command: impl Fn() -> Command + 'a) -> Self {
        Self { name: name.into(), command: Box::new(command), before: Box::new(|| ()) }
    }

    /// What has to be done before each run, off the clock.
    pub(crate) fn after(mut self, before: impl Fn() + 'a) -> Self {
        self.before = Box::new(before);
        self
    }

    fn run(&self) -> Result<Run, Failed> {
        (self.before)();
        fetch_memory();
        run((self.command)())
    }
}

/// Runs all of them in turn, round after round. The first round warms up; only of what is so long
/// that it runs once does it count.
pub(crate) fn rounds<const N: usize>(entries: &[Entry; N]) -> [Result<Measured, Failed>; N] {
    let mut all: [Result<Measured, Failed>; N] = std::array::from_fn(|at| {
        eprintln!("  {}", entries[at].name);
        let run = entries[at].run()?;
        let runs = if run.time > LONG { vec![run] } else { Vec::new() };
        Ok(Measured { name: entries[at].name.clone(), runs })
    });
    let again: Vec<bool> =
        all.iter().map(|it| it.as_ref().is_ok_and(|it| it.runs.is_empty())).collect();
    for _ in 0..counted() {
        for (at, entry) in entries.iter().enumerate().filter(|(at, _)| again[*at]) {
            let Ok(measured) = &mut all[at] else { continue };
            match entry.run() {
                Ok(run) => measured.runs.push(run),
                Err(why) => all[at] = Err(why),
            }
        }
    }
    all
}

/// Measures ours beside one other; of ours a failure ends everything.
pub(crate) fn ours(measured: Result<Measured, Failed>) -> Measured {
    measured.unwrap_or_else(|why| panic!("{why}"))
}

impl Measured {
    /// The median of its times, in seconds.
    pub(crate) fn seconds(&self) -> f64 {
        let mut times: Vec<Duration> = self.runs.iter().map(|it| it.time).collect();
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64()
    }

    /// The most memory that any run held, in bytes.
    pub(crate) fn peak(&self) -> u64 {
        self.runs.iter().map(|it| it.peak).max().unwrap_or(0)
    }

    /// What two take together, each round of one with that of the other.
    pub(crate) fn joined(name: &str, one: &Self, other: &Self) -> Self {
        let both = |(one, other): (&Run, &Run)| Run {
            time: one.time + other.time,
            peak: one.peak.max(other.peak),
        };
        let runs = one.runs.iter().zip(&other.runs).map(both).collect();
        Self { name: name.to_owned(), runs }
    }

    /// What so many times the work takes, where only a share of it was measured.
    pub(crate) fn scaled(name: &str, share: &Self, times: usize) -> Self {
        let times = u32::try_from(times).expect("few");
        let scaled = |run: &Run| Run { time: run.time * times, ..*run };
        Self { name: name.to_owned(), runs: share.runs.iter().map(scaled).collect() }
    }

    /// Its name, and how often it ran where that was seldom.
    pub(crate) fn told(&self) -> String {
        match self.runs.len() {
            1 => format!("{} (one run)", self.name),
            _ => self.name.clone(),
        }
    }
}
