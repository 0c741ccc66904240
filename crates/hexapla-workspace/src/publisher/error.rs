//! What can go wrong with publishing.

use hexapla_trust::{Channel, Refusal};

use crate::error::Error;
use crate::keys::KeysError;

/// What can go wrong with publishing.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// What lies in the store is not believed.
    #[error("`{channel}` in the store is not as it was published: {source}")]
    Refused {
        /// The channel.
        channel: Channel,
        /// Why.
        source: Refusal,
    },
    /// The channel has no release yet.
    #[error("`{0}` has no release in the store yet")]
    Empty(Channel),
    /// The channel has no such version.
    #[error("`{channel}` has no version {version} in the store")]
    NoVersion {
        /// The channel.
        channel: Channel,
        /// The version.
        version: u64,
    },
    /// The channel has no release before the present one.
    #[error("`{0}` has no earlier release in the store")]
    NothingBefore(Channel),
    /// The gates of the channel were not open for the release.
    #[error("release {release} was not built for `{channel}`, but for {}", .channels.join(", "))]
    Closed {
        /// The release.
        release: String,
        /// The channel.
        channel: Channel,
        /// The channels whose gates were open.
        channels: Vec<String>,
    },
    /// The store said no.
    #[error(transparent)]
    Store(#[from] hexapla_store::Error),
    /// The keys could not sign.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The release on disk could not be read.
    #[error(transparent)]
    Disk(#[from] Error),
}
