//! What can go wrong with a pull from a store.

use hexapla_trust::{Channel, Refusal};

use crate::error::Error;

/// What can go wrong with a pull from a store. The folder is as it was.
#[derive(Debug, thiserror::Error)]
pub enum PullError {
    /// What lies in the store, or what was believed before, is not believed.
    #[error("`{channel}` was not pulled ({}): {source}", .source.name())]
    Refused {
        /// The channel.
        channel: Channel,
        /// Why.
        source: Refusal,
    },
    /// The address means no store.
    #[error(transparent)]
    Address(#[from] hexapla_store::Error),
    /// The disk said no, or the folder holds something that would be lost.
    #[error(transparent)]
    Disk(#[from] Error),
}

impl PullError {
    /// Whether the same may well go through later, without anybody looking after it here.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Refused { source: Refusal::State(_), .. } | Self::Address(_) => false,
            Self::Refused { .. } => true,
            Self::Disk(error) => matches!(error, Error::Io { .. } | Error::Locked(_)),
        }
    }
}
