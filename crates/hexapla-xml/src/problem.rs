//! Why a document could not be read.

/// What is wrong with a document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place, in bytes.
    pub at: usize,
    /// What was found and what was expected: a lowercase fragment with no full stop.
    pub message: String,
    /// The next step.
    pub hint: &'static str,
}

impl Problem {
    pub(crate) fn new(at: usize, message: impl Into<String>, hint: &'static str) -> Self {
        Self { at, message: message.into(), hint }
    }
}
