//! Why metadata or a file is not believed.

use hexapla_model::Timestamp;

/// Why something is not believed. Every client calls these by the same [names](Self::name).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A signature is wrong, or fewer keys signed than the threshold.
    #[error("`{file}` is not signed as it has to be: {why}")]
    Signature {
        /// The file.
        file: String,
        /// What is wrong.
        why: String,
    },
    /// It would be enough with a key that an earlier trusted root named and the present does not.
    #[error("`{0}` is signed by a key that was withdrawn")]
    Revoked(String),
    /// A version is lower than one known, or the same version has other bytes.
    #[error("`{file}` goes back: version {found}, known is {known}")]
    Rollback {
        /// The file.
        file: String,
        /// Its version.
        found: u64,
        /// The version that is known; the same where only the bytes differ.
        known: u64,
    },
    /// Its time has passed.
    #[error("`{file}` was good until {expires}")]
    Expired {
        /// The file.
        file: String,
        /// When its time ended.
        expires: Timestamp,
    },
    /// Metadata is not of the version that other metadata names, or an entry is gone.
    #[error("`{file}` does not fit what names it: {why}")]
    Mix {
        /// The file.
        file: String,
        /// What does not fit.
        why: String,
    },
    /// The bytes are more or fewer than told, or more than any may be.
    #[error("`{file}` has {found} bytes, expected {expected}")]
    Length {
        /// The file.
        file: String,
        /// Its length in bytes, as far as it was read.
        found: u64,
        /// The length that is told, or the most that any may have.
        expected: u64,
    },
    /// Another SHA-256 than told.
    #[error("`{0}` is not the file that was released: its SHA-256 differs")]
    Hash(String),
    /// A name that leaves its folder, or is none on some system.
    #[error("{0}")]
    Path(String),
    /// Metadata of another channel.
    #[error("`{file}` is of the channel `{found}`, expected `{expected}`")]
    Channel {
        /// The file.
        file: String,
        /// The channel that it names.
        found: String,
        /// The channel that was asked for.
        expected: String,
    },
    /// No JSON, another shape, a name twice, too deep, another role.
    #[error("`{file}` cannot be read: {why}")]
    Format {
        /// The file.
        file: String,
        /// What is wrong with it.
        why: String,
    },
    /// A later major version of the specification.
    #[error("`{file}` is of version `{found}` of TUF, this program knows 1")]
    Version {
        /// The file.
        file: String,
        /// The version that it names.
        found: String,
    },
    /// A root that is not the next.
    #[error("`{file}` is root {found}, expected {expected}")]
    RootVersion {
        /// The file.
        file: String,
        /// Its version.
        found: u64,
        /// The version that has to come.
        expected: u64,
    },
    /// What metadata names is not there, or there is no pointer.
    #[error("`{0}` is not in the store")]
    Missing(String),
    /// The client's own trusted state is damaged, or that of another root or channel.
    #[error("the trusted state cannot be believed: {0}")]
    State(String),
    /// The store did not answer.
    #[error("the store did not answer: {0}")]
    Unavailable(String),
}

impl Refusal {
    /// The name by which every client calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Signature { .. } => "signature",
            Self::Revoked(_) => "revoked",
            Self::Rollback { .. } => "rollback",
            Self::Expired { .. } => "expired",
            Self::Mix { .. } => "mix",
            Self::Length { .. } => "length",
            Self::Hash(_) => "hash",
            Self::Path(_) => "path",
            Self::Channel { .. } => "channel",
            Self::Format { .. } => "format",
            Self::Version { .. } => "version",
            Self::RootVersion { .. } => "root-version",
            Self::Missing(_) => "missing",
            Self::State(_) => "state",
            Self::Unavailable(_) => "unavailable",
        }
    }

    /// The next step.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Expired { .. } => {
                "whoever publishes has to sign the timestamp anew; see also whether the clock is right"
            }
            Self::Version { .. } => "update hexapla; nothing was changed",
            Self::Channel { .. } => "see whether the address of the store is right",
            Self::Missing(_) => {
                "see whether the store and channel are right; publishing may be at work"
            }
            Self::State(_) => {
                "restore it from a backup, or begin again with a root that you got by a safe way"
            }
            Self::Unavailable(_) => "try again later; the last verified release stays",
            _ => "do not use it: tell whoever publishes; the last verified release stays",
        }
    }

    pub(crate) fn format(file: &str, why: impl Into<String>) -> Self {
        Self::Format { file: file.to_owned(), why: why.into() }
    }

    pub(crate) fn mix(file: &str, why: impl Into<String>) -> Self {
        Self::Mix { file: file.to_owned(), why: why.into() }
    }
}
