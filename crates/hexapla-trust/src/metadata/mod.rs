//! What each role says.

mod entry;
mod head;
mod locale_files;
mod pointer;
mod root;
mod snapshot;
mod targets;

pub use entry::Entry;
pub use head::Head;
pub use locale_files::{Count, Coverage, FileEntry, LocaleFiles};
pub use pointer::Pointer;
pub use root::Root;
pub use snapshot::Snapshot;
pub use targets::{Delegation, Targets};

use crate::channel::Channel;
use crate::fields::Fields;
use crate::json::Json;
use crate::refusal::Refusal;
use crate::role::Role;

/// What a role says: the `signed` of its file.
pub(crate) trait Metadata: Sized {
    /// The role.
    fn role(&self) -> Role;

    /// Its version, and until when it is good.
    fn head(&self) -> Head;

    /// What it says beside its head.
    fn entries(&self) -> Vec<(&'static str, Json)>;

    /// Reads it from `signed`, whose head was read already.
    fn read(signed: &Fields<'_>, role: &Role, head: Head) -> Result<Self, Refusal>;
}

/// What Hexapla adds to the metadata of others.
pub(crate) const OWN: &str = "x-hexapla";

/// `x-hexapla` of a role that says nothing but its channel.
pub(crate) fn own(channel: &Channel) -> Json {
    Json::object([("channel", Json::text(channel.as_str()))])
}

/// The channel that metadata names.
pub(crate) fn channel(signed: &Fields<'_>) -> Result<Channel, Refusal> {
    signed.object(OWN)?.parsed("channel", "the name of a channel")
}
