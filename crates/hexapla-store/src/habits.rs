//! How patient a publisher is.

use std::time::Duration;

/// Times and counts, with defaults that suit a bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Habits {
    /// How often a request is made that gets no answer.
    pub tries: u32,
    /// How often a release is made anew because others were faster.
    pub rounds: u32,
    /// How many objects are on their way at once.
    pub at_once: usize,
    /// How long a lease holds, where a store ignores conditions, and a sweep, anywhere; who has one
    /// works for at most half of that.
    pub lease: Duration,
    /// How long to wait before a lease is read back: longer than any write of another publisher
    /// takes that has seen no lease.
    pub settle: Duration,
    /// How long what nobody names is left alone: longer than a publish takes, a listing is behind,
    /// and clocks differ.
    pub grace: Duration,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            tries: 5,
            rounds: 20,
            at_once: 8,
            lease: Duration::from_secs(600),
            settle: Duration::from_secs(5),
            grace: Duration::from_secs(24 * 60 * 60),
        }
    }
}
