//! How a client stands.

use hexapla_trust::{Refusal, Timestamp};

/// How a client stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The version of the pointer that is shown; nothing where no release is.
    pub version: Option<u64>,
    /// The id of the release.
    pub release: Option<String>,
    /// The moment that the release is of.
    pub as_of: Option<Timestamp>,
    /// How long ago that is, in seconds.
    pub age: Option<i64>,
    /// Whether the time of the pointer has passed: a release is shown whose publisher nobody has
    /// heard of for a while.
    pub expired: bool,
    /// Why the last update failed, or the release is not shown whole; nothing once one went well.
    pub error: Option<Refusal>,
    /// Why the cache failed last: what is shown may not be kept.
    pub cache: Option<String>,
    /// The bytes that were fetched from the store until now.
    pub fetched: u64,
}
