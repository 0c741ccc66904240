//! The table of what was measured.

use std::cell::RefCell;

use crate::process::Failed;
use crate::rounds::Measured;

/// Rows, printed as they come.
pub(crate) struct Table {
    begun: RefCell<bool>,
}

/// What a figure has to be.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// At most so many times as long as what it is measured beside.
    Times(f64),
    /// At least so many times as fast.
    Faster(f64),
    /// At most so many seconds.
    Seconds(f64),
    /// At most so many MiB at any time.
    Mebibytes(f64),
    /// Nobody has set one.
    None,
}

impl Table {
    pub(crate) fn new() -> Self {
        Self { begun: RefCell::new(false) }
    }

    /// Ours beside a floor or a peer.
    pub(crate) fn beside(&self, work: &str, ours: &Measured, other: &Measured, goal: Goal) {
        let times = ours.seconds() / other.seconds();
        let ratio = match goal {
            Goal::Faster(_) => format!("{} × as fast", number(1.0 / times)),
            _ if times < 0.5 => format!("{} × as fast", number(1.0 / times)),
            _ => format!("{} × as long", number(times)),
        };
        let (told, met) = match goal {
            Goal::Times(most) => (format!("at most {} ×", number(most)), Some(times <= most)),
            Goal::Faster(least) => {
                (format!("at least {} × as fast", number(least)), Some(1.0 / times >= least))
            }
            _ => (String::new(), None),
        };
        let beside = [&*other.told(), &time(other.seconds()), &mebibytes(other.peak()), &ratio];
        self.row(work, &time(ours.seconds()), &mebibytes(ours.peak()), beside, &told, met);
    }

    /// Ours beside a peer, which may be absent.
    pub(crate) fn peer(
        &self,
        work: &str,
        ours: &Measured,
        peer: &Result<Measured, Failed>,
        goal: Goal,
    ) {
        match peer {
            Ok(peer) => self.beside(work, ours, peer, goal),
            Err(why) => {
                let beside = [&*format!("not measured: {why}"), "", "", ""];
                let (own, peak) = (time(ours.seconds()), mebibytes(ours.peak()));
                self.row(work, &own, &peak, beside, "", None);
            }
        }
    }

    /// Ours alone, by its time or its memory.
    pub(crate) fn alone(&self, work: &str, ours: &Measured, goal: Goal) {
        let peak = ours.peak() as f64 / 1024.0 / 1024.0;
        let (told, met) = match goal {
            Goal::Seconds(most) => (format!("within {}", time(most)), Some(ours.seconds() <= most)),
            Goal::Mebibytes(most) => (format!("at most {} MiB", number(most)), Some(peak <= most)),
            _ => (String::new(), None),
        };
        let none = ["", "", "", ""];
        self.row(work, &time(ours.seconds()), &mebibytes(ours.peak()), none, &told, met);
    }

    /// A figure of another kind; a goal and whether it was met, where there is one.
    pub(crate) fn figure(&self, work: &str, figure: &str, goal: Option<(&str, bool)>) {
        let (told, met) = goal.unzip();
        self.row(work, figure, "", ["", "", "", ""], told.unwrap_or_default(), met);
    }

    fn row(
        &self,
        work: &str,
        ours: &str,
        peak: &str,
        [other, its, its_peak, ratio]: [&str; 4],
        goal: &str,
        met: Option<bool>,
    ) {
        if !self.begun.replace(true) {
            println!(
                "| work | median | peak MiB | beside | its median | its peak | ratio | goal | |"
            );
            println!("|---|--:|--:|---|--:|--:|--:|--:|---|");
        }
        let met = match met {
            Some(true) => "met",
            Some(false) => "not met",
            None => "",
        };
        println!(
            "| {work} | {ours} | {peak} | {other} | {its} | {its_peak} | {ratio} | {goal} | {met} |"
        );
    }
}

/// A time as people read it.
pub(crate) fn time(seconds: f64) -> String {
    match seconds {
        it if it < 0.001 => format!("{:.0} µs", it * 1e6),
        it if it < 0.01 => format!("{:.1} ms", it * 1e3),
        it if it < 1.0 => format!("{:.0} ms", it * 1e3),
        it if it < 10.0 => format!("{it:.2} s"),
        it => format!("{it:.1} s"),
    }
}

/// A number with about three figures that count.
pub(crate) fn number(it: f64) -> String {
    match it {
        it if it >= 100.0 || it.fract() == 0.0 => format!("{it:.0}"),
        it if it >= 10.0 => format!("{it:.1}"),
        it => format!("{it:.2}"),
    }
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.0}", bytes as f64 / 1024.0 / 1024.0)
}
