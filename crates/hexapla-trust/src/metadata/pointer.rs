//! The pointer: which snapshot is the newest.

use super::{Entry, Head, Metadata, OWN, channel, own};
use crate::channel::Channel;
use crate::fields::Fields;
use crate::json::Json;
use crate::refusal::Refusal;
use crate::role::Role;

/// What `timestamp.json` says: which snapshot is the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// Its version, and until when it is good.
    pub head: Head,
    /// The channel.
    pub channel: Channel,
    /// The snapshot.
    pub snapshot: Entry,
}

impl Metadata for Pointer {
    fn role(&self) -> Role {
        Role::Timestamp
    }

    fn head(&self) -> Head {
        self.head
    }

    fn entries(&self) -> Vec<(&'static str, Json)> {
        let meta = [(Role::Snapshot.to_string(), self.snapshot.json())];
        vec![("meta", Json::Object(meta.into())), (OWN, own(&self.channel))]
    }

    fn read(signed: &Fields<'_>, _: &Role, head: Head) -> Result<Self, Refusal> {
        let meta = signed.object("meta")?;
        let snapshot = Entry::read(&meta.object(&Role::Snapshot.to_string())?)?;
        Ok(Self { head, channel: channel(signed)?, snapshot })
    }
}
