//! What was built for a channel, and which of it its readers get.

use std::collections::HashSet;
use std::sync::Arc;

use hexapla_model::Timestamp;
use hexapla_release::{ReleaseId, UnitChange};
use hexapla_workspace::BuiltRelease;
use serde_json::{Value, json};

use super::difference::changes;
use crate::failure::Failure;
use crate::room::Room;

/// A version of a channel.
pub(super) struct Version {
    pub(super) number: u64,
    pub(super) release: ReleaseId,
    /// When it was published, by the clock of the store.
    pub(super) published: Option<Timestamp>,
}

/// The newest release that was built for a channel.
pub(super) struct Built {
    pub(super) release: ReleaseId,
    pub(super) at: Timestamp,
    pub(super) reach: Reach,
    /// How many units a release of today would hold otherwise in some locale; none where that cannot be told.
    pub(super) changed: Option<usize>,
}

/// Whether readers get a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// They get it.
    Present,
    /// They had it as this version, and get another one now.
    Former(u64),
    /// They never got it.
    Waiting,
    /// The room does not publish, and does not know.
    Unknown,
}

impl Version {
    pub(super) fn record(&self) -> Value {
        json!({
            "version": self.number,
            "release": self.release.to_string(),
            "published_at": self.published.map(|it| it.to_string()),
        })
    }
}

impl Built {
    /// What was built for a channel, which has these versions, the latest first.
    pub(super) fn of(
        room: &Room,
        channel: &str,
        built: &BuiltRelease,
        versions: &[Version],
    ) -> Self {
        let release = built.id().clone();
        let had = versions.iter().find(|it| it.release == release);
        let reach = match (had, versions.first()) {
            _ if room.settings.publishing.is_none() => Reach::Unknown,
            (Some(_), Some(present)) if present.release == release => Reach::Present,
            (Some(had), _) => Reach::Former(had.number),
            (None, _) => Reach::Waiting,
        };
        let units = |all: Arc<[UnitChange]>| -> usize {
            all.iter().map(|it| &it.unit).collect::<HashSet<_>>().len()
        };
        let changed = changes(room, channel, built).map(units).ok();
        Self { release, at: built.as_of(), reach, changed }
    }

    /// Whether publishing it would give readers nothing that they do not have.
    pub(super) fn is_present(&self) -> bool {
        self.reach == Reach::Present
    }

    /// Whether it could be published, and is not what readers get.
    pub(super) fn waits(&self) -> bool {
        matches!(self.reach, Reach::Waiting | Reach::Former(_))
    }

    pub(super) fn record(&self) -> Value {
        let (reach, version) = match self.reach {
            Reach::Present => ("present", None),
            Reach::Former(version) => ("former", Some(version)),
            Reach::Waiting => ("waiting", None),
            Reach::Unknown => ("unknown", None),
        };
        json!({
            "release": self.release.to_string(),
            "at": self.at.to_string(),
            "reach": reach,
            "version": version,
            "changed": self.changed,
        })
    }
}

/// The version that a channel goes back to where none is named: the last before the present one that holds
/// another release.
pub(super) fn before(versions: &[Version]) -> Option<&Version> {
    let present = versions.first()?;
    versions.iter().find(|it| it.release != present.release)
}

/// The newest release that was built for a channel, where one was.
///
/// # Errors
/// Where the releases that are kept cannot be read.
pub(super) fn newest(room: &Room, channel: &str) -> Result<Option<BuiltRelease>, Failure> {
    Ok(room.desk.standing().session.built_release(channel, None)?)
}
