//! What goes wrong with stores.

use thiserror::Error;

/// Why a store could not be used, or a publish did not happen.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// A name that not every store can hold.
    #[error("`{0}` is no name for an object")]
    Name(String),
    /// An address that no store stands behind.
    #[error("`{address}` is no address of a store: {why}")]
    Address {
        /// As it was given, without user and password.
        address: String,
        /// What is wrong with it.
        why: String,
    },
    /// More bytes than may be read.
    #[error("`{name}` is longer than {limit} bytes")]
    Long {
        /// The object.
        name: String,
        /// In bytes.
        limit: u64,
    },
    /// A folder of a store that leads somewhere else.
    #[error("`{0}` is a link or no file, which a store does not follow")]
    Link(String),
    /// A store that can only be read.
    #[error("`{0}` can only be read\nhint: publish to a folder or an `s3://` address")]
    ReadOnly(String),
    /// The store said no, and will say so again.
    #[error("cannot {act} `{name}`: {why}")]
    Refused {
        /// What was tried, as in `write`.
        act: &'static str,
        /// The object.
        name: String,
        /// In the store's words.
        why: String,
    },
    /// There was no answer, or none that tells anything: what was asked may have happened or not.
    #[error("no answer when asked to {act} `{name}`: {why}")]
    Unanswered {
        /// What was tried, as in `write`.
        act: &'static str,
        /// The object.
        name: String,
        /// In the store's words.
        why: String,
    },
    /// Others publish here, again and again.
    #[error("others keep publishing to `{0}`\nhint: try again later")]
    Busy(String),
    /// What the caller gave out or read cannot be published or pruned.
    #[error("{0}")]
    Caller(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Whether the same may well succeed when it is tried again.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Unanswered { .. })
    }

    /// An address that means no store, told without what stands before an `@` and after `?` or `#`,
    /// where secrets may be.
    pub(crate) fn address(address: &str, why: impl Into<String>) -> Self {
        let plain = address.split(['?', '#']).next().unwrap_or_default();
        let address = match (plain.split_once("://"), plain.rsplit_once('@')) {
            (Some((scheme, _)), Some((_, host))) => format!("{scheme}://{host}"),
            _ => plain.to_owned(),
        };
        Self::Address { address, why: why.into() }
    }

    /// An error of the disk, as one of the store.
    pub(crate) fn io(act: &'static str, name: &str) -> impl FnOnce(std::io::Error) -> Self {
        let name = name.to_owned();
        move |error| Self::Refused { act, name, why: error.to_string() }
    }
}
