//! How far long work is.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// How far long work is: counted by those who do it, on all cores, and looked at now and then by
/// whoever shows it. Nothing that is computed depends on it.
#[derive(Debug, Default)]
pub struct Progress {
    stage: Mutex<Option<Stage>>,
    done: AtomicUsize,
}

/// A part of long work that is counted by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What is done to what: `reading files`.
    pub what: &'static str,
    /// How many of them there are.
    pub of: usize,
}

impl Progress {
    /// Begins a stage; the one before is over.
    pub fn begin(&self, what: &'static str, of: usize) {
        let mut stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        self.done.store(0, Ordering::Relaxed);
        *stage = Some(Stage { what, of });
    }

    /// One more is done.
    pub fn step(&self) {
        self.steps(1);
    }

    /// So many more are done.
    pub fn steps(&self, done: usize) {
        self.done.fetch_add(done, Ordering::Relaxed);
    }

    /// The stage, and how many of it are done; none where nothing has begun.
    pub fn now(&self) -> Option<(Stage, usize)> {
        let stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        stage.map(|stage| (stage, self.done.load(Ordering::Relaxed).min(stage.of)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_of_every_thread_counts_and_a_stage_begins_at_nothing() {
        let progress = Progress::default();
        assert_eq!(progress.now(), None);
        progress.begin("reading files", 400);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..100).for_each(|_| progress.step()));
            }
        });
        assert_eq!(progress.now(), Some((Stage { what: "reading files", of: 400 }, 400)));
        progress.begin("writing files", 2);
        assert_eq!(progress.now().map(|(stage, done)| (stage.of, done)), Some((2, 0)));
        progress.steps(3);
        assert_eq!(progress.now().map(|(_, done)| done), Some(2), "never more than all");
    }
}
