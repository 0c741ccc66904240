//! Names that people chose.

use std::fmt;
use std::str::FromStr;

use crate::{Phrase, phrase};

/// The name a person chose to be credited by: 1 to 32 letters, digits, `-`, `_` or `.`.
///
/// A ledger cannot forget, so a handle is no mail address and need not be a real name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handle(String);

/// The text is no handle.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.phrase())]
pub struct ParseHandleError(String);

impl ParseHandleError {
    /// What is said of it.
    pub fn phrase(&self) -> Phrase {
        phrase!(
            "`{text}` is not a handle: expected 1 to 32 letters, digits, `-`, `_` or `.`",
            text = &self.0,
        )
    }
}

impl Handle {
    /// The handle as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Handle {
    type Err = ParseHandleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if (1..=32).contains(&text.chars().count()) && text.chars().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseHandleError(text.to_owned()))
        }
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
