//! What a client is told.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use hexapla_trust::{Channel, Timestamp, Wanted};

use crate::source::Source;

/// What a client is told once.
pub struct Options {
    /// Where releases come from.
    pub source: Source,
    /// The root that came by a safe way, as it was signed: whoever changes it decides whose
    /// translations are shown.
    pub root: Vec<u8>,
    /// The channel; `stable` unless told otherwise.
    pub channel: Channel,
    /// A folder that is this channel's alone, where releases are kept; where there is none, they are
    /// kept as long as the client lives.
    pub cache: Option<PathBuf>,
    /// A copy that was built into the program, as [`snapshot`](crate::Client::snapshot) gave it: it is
    /// shown until there is something later.
    pub built_in: Option<Vec<u8>>,
    /// The locales that are shown; all unless told otherwise.
    pub locales: Wanted,
    /// The collections whose files come with a release, and not only when they are asked for; all
    /// where there is nothing.
    pub collections: Option<BTreeSet<String>>,
    /// What time it is.
    pub now: fn() -> Timestamp,
}

impl Options {
    /// A client of the channel `stable`, of everything in it, that keeps nothing on disk.
    pub fn new(source: Source, root: Vec<u8>) -> Self {
        Self {
            source,
            root,
            channel: Channel::default(),
            cache: None,
            built_in: None,
            locales: Wanted::All,
            collections: None,
            now,
        }
    }
}

/// The present moment.
fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_seconds(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
