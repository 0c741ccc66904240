//! What is answered.

use serde_json::Value;
use tokio::sync::watch;

/// What is answered.
pub(crate) enum Answer {
    /// A page, or a part of one.
    Page(String),
    /// For programs.
    Json(Value),
    /// A file of the room itself, which never changes under its name, and whether it is compressed by
    /// gzip.
    Asset(&'static str, &'static [u8], bool),
    /// A file that is made for this answer: its type, the name to save it by, its text.
    File(&'static str, Option<String>, String),
    /// A picture of the project: its type and its bytes.
    Picture(&'static str, Vec<u8>),
    /// Another address to go to, with a cookie to keep.
    Go(String, Option<Cookie>),
    /// Every change from now on: of the project, and of what is worked on.
    Live(watch::Receiver<u64>, watch::Receiver<u64>),
    /// Any of these, with a status of HTTP that says why it is not what was asked for.
    Refused(u16, Box<Answer>),
}

/// A value that the visitor's browser keeps.
pub(crate) struct Cookie {
    pub(crate) name: &'static str,
    pub(crate) value: String,
    /// For how many seconds; 0 forgets it.
    pub(crate) seconds: i64,
}

/// As long as a choice is kept: a year.
const YEAR: i64 = 365 * 24 * 3600;

impl Cookie {
    /// What a visitor chose.
    pub(crate) fn choice(name: &'static str, value: String) -> Self {
        Self { name, value, seconds: YEAR }
    }
}

impl Answer {
    /// Sends the visitor to another address of the room.
    pub(crate) fn go(to: impl Into<String>) -> Self {
        Self::Go(to.into(), None)
    }
}
