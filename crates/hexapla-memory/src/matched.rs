//! A translation that was found.

use crate::{Difference, Origin};

/// A translation that was found for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'m> {
    /// The translation.
    pub target: &'m str,
    /// The text that it translates.
    pub source: &'m str,
    /// How alike the texts are in percent, less the penalties.
    pub score: u8,
    /// How the texts are alike.
    pub kind: Kind,
    /// What is otherwise in the text that was asked for.
    pub difference: Difference,
    /// Where the translation comes from.
    pub origin: Origin<'m>,
}

/// How the text of a match and the text that was asked for are alike. Sorted: what comes first is better,
/// whatever the scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The same, at the same place: of the ledger, and under the same key of the same resource or between
    /// the same texts. Other tools call it a context match, or 101 %.
    InContext,
    /// The same but for layout: words, codes and numbers.
    Exact,
    /// Nearly the same.
    Fuzzy,
}
