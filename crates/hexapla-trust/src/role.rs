//! Who says what.

use std::fmt;

use hexapla_model::Locale;

/// A role of The Update Framework: a kind of metadata, with keys of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The keys and thresholds of all roles.
    Root,
    /// The pointer: which snapshot is the newest.
    Timestamp,
    /// Which versions of everything else belong together.
    Snapshot,
    /// The release: its name, and the locales in it.
    Targets,
    /// The files of a locale.
    Locale(Locale),
}

impl Role {
    /// The name of the role; of a locale its tag.
    pub fn name(&self) -> &str {
        match self {
            Self::Root => "root",
            Self::Timestamp => "timestamp",
            Self::Snapshot => "snapshot",
            Self::Targets => "targets",
            Self::Locale(locale) => locale.as_str(),
        }
    }

    /// What `_type` says in its metadata.
    pub(crate) fn kind(&self) -> &str {
        match self {
            Self::Locale(_) => Self::Targets.name(),
            role => role.name(),
        }
    }

    /// The name of its file, below the channel: `7.snapshot.json`. The pointer has no version.
    pub fn file(&self, version: u64) -> String {
        match self {
            Self::Timestamp => self.to_string(),
            role => format!("{version}.{role}"),
        }
    }

    /// The most bytes that its metadata may have.
    pub fn most(&self) -> u64 {
        const KIB: u64 = 1024;
        match self {
            Self::Root => 512 * KIB,
            Self::Timestamp => 16 * KIB,
            Self::Snapshot => 2 * KIB * KIB,
            Self::Targets => 8 * KIB * KIB,
            Self::Locale(_) => 64 * KIB * KIB,
        }
    }
}

/// The name of its file without a version: `snapshot.json`.
impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.json", self.name())
    }
}
