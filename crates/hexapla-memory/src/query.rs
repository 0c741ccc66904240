//! What a memory is asked.

use hexapla_model::ResourceId;

use crate::Coded;

/// The most matches that one query gets.
pub(crate) const MOST_MATCHES: usize = 100;

/// Below this score no text is of use to a translator.
pub(crate) const LEAST_SCORE: u8 = 50;

/// A text whose translation is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Query<'a> {
    /// The text.
    pub text: Coded<'a>,
    /// Where it stands, where that is known.
    pub context: Option<Context<'a>>,
    /// How many matches are wanted; no more than 100 are given.
    pub limit: usize,
    /// The least score of a match in percent; below 50 it counts as 50.
    pub at_least: u8,
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context<'a> {
    /// The resource.
    pub resource: &'a ResourceId,
    /// The unit's key; blocks of documents have none.
    pub key: Option<&'a str>,
    /// The source text of the unit before.
    pub previous: Option<&'a str>,
    /// The source text of the unit behind.
    pub next: Option<&'a str>,
}
