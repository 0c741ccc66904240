//! What a bootstrap concluded, and what it could not.

use std::collections::BTreeMap;
use std::fmt;

use hexapla_model::{Locale, ResourceId};

use super::basis::Basis;
use crate::decide::Plan;

/// What was concluded.
#[derive(Clone, Debug, Default)]
pub struct Bootstrapped {
    /// The facts to record.
    pub plan: Plan,
    /// What each target was made from, where that could be told.
    pub pages: BTreeMap<(ResourceId, Locale), Page>,
    /// What is odd about a file.
    pub notes: Vec<(String, Note)>,
}

/// What was concluded of one target.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The source that it was made from.
    pub basis: Basis,
    /// How many pairs are newly attested.
    pub attested: usize,
    /// How many units the target has.
    pub units: usize,
    /// Why nothing is.
    pub note: Option<Note>,
}

/// What is odd about a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// A mark names a commit that is not there.
    NoCommit(String),
    /// A mark names a commit in which there was no source.
    NoSource(String),
    /// Two marks name commits with different sources.
    Conflict(String, String),
    /// The page is not in its locale's language or script, but seems to be in this one.
    OtherLanguage(String),
    /// The repository lacks the content of an earlier version.
    NoContent,
    /// The history that is there does not reach back to when the page was made.
    Shallow,
    /// No history tells of the page.
    NoHistory,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCommit(mark) => {
                write!(f, "its mark `{mark}` names no commit of this repository")
            }
            Self::NoSource(mark) => {
                write!(f, "its mark `{mark}` names a commit without its source")
            }
            Self::Conflict(one, other) => {
                write!(f, "its marks `{one}` and `{other}` name different sources")
            }
            Self::OtherLanguage(language) => write!(f, "seems to be in {language}"),
            Self::NoContent => write!(f, "the repository lacks an earlier version of its source"),
            Self::Shallow => {
                write!(f, "the history that is there does not tell what it was made from")
            }
            Self::NoHistory => write!(f, "no commit tells of it yet"),
        }
    }
}

impl Bootstrapped {
    pub(super) fn joined(parts: Vec<Self>) -> Self {
        let mut all = Self::default();
        for part in parts {
            all.plan.facts.extend(part.plan.facts);
            all.pages.extend(part.pages);
            all.notes.extend(part.notes);
        }
        all.plan.facts.sort();
        all.plan.facts.dedup();
        all.notes.sort();
        all
    }
}
