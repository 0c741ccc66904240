//! How much a server puts up with.

use std::time::Duration;

/// How much a server puts up with before it closes a connection, or lets the next one wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a reader may take for the head of a request, and be idle between two.
    pub head: Duration,
    /// How long a reader may take nothing of an answer.
    pub stall: Duration,
    /// How many connections are open at once; more wait until one is closed. Together with the files
    /// that are read they have to be fewer than a process may have open, often 1,024.
    pub connections: usize,
    /// How long answers that were begun may take once the server is asked to stop.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(15),
            stall: Duration::from_secs(30),
            connections: 896,
            farewell: Duration::from_secs(10),
        }
    }
}
