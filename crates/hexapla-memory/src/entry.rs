//! A translation with what it translates.

use crate::{Coded, Origin};

/// A translation that a memory is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The text that was translated.
    pub source: Coded<'a>,
    /// Its translation.
    pub target: &'a str,
    /// Where it comes from.
    pub origin: Origin<'a>,
    /// The source text of the unit before, where one is known.
    pub previous: Option<&'a str>,
    /// The source text of the unit behind, where one is known.
    pub next: Option<&'a str>,
}
