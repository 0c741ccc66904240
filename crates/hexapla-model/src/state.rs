//! What people said of a translation.

use std::fmt;
use std::str::FromStr;

/// The recorded state of a translation, in the words of XLIFF 2.1 (`state` of `<segment>`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Not translated by anyone yet, or only pre-filled.
    Initial,
    /// Translated.
    Translated,
    /// Read and approved by a reviewer.
    Reviewed,
    /// Approved for good.
    Final,
}

/// The text names no state.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a state: expected initial, translated, reviewed or final")]
pub struct ParseStateError(String);

impl State {
    /// Every state, lowest first.
    pub const ALL: [Self; 4] = [Self::Initial, Self::Translated, Self::Reviewed, Self::Final];

    /// The state's name in XLIFF.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
            Self::Final => "final",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for State {
    type Err = ParseStateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| ParseStateError(text.to_owned()))
    }
}
