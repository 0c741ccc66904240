//! What a release says of itself.

use std::collections::BTreeMap;
use std::fmt;

use hexapla_model::{Locale, Timestamp};
use hexapla_trust::{Collision, PathError, ReleasePath, collision};

use crate::record;

/// The identity of a release: the SHA-256 of its manifest, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleaseId(String);

impl ReleaseId {
    /// The id of a release with this manifest.
    pub fn of(manifest: &[u8]) -> Self {
        Self(hexapla_trust::sha256(manifest))
    }

    /// The first twelve characters: what people and folders call it.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

impl fmt::Display for ReleaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a release says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The project's name.
    pub name: String,
    /// The channels that it may be published to: their gates were open, and they carry the same
    /// locales.
    pub channels: Vec<String>,
    /// The moment that ages were counted to.
    pub as_of: Timestamp,
    /// The files, by path.
    pub files: BTreeMap<ReleasePath, FileEntry>,
    /// How complete each collection is in each locale.
    pub coverage: Vec<Coverage>,
}

/// What a manifest says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEntry {
    /// The locale that it is for.
    pub locale: Locale,
    /// The collection that it holds texts of.
    pub collection: String,
    /// Its length in bytes.
    pub length: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

/// How complete a collection is in a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The locale.
    pub locale: Locale,
    /// The collection.
    pub collection: String,
    /// Units and words, by the name of their freshness (`out-of-order` among them).
    pub counts: BTreeMap<String, (usize, usize)>,
}

impl Coverage {
    /// The name under which units are counted that are current and not in the order of the source.
    pub const OUT_OF_ORDER: &'static str = "out-of-order";
}

/// The bytes are no manifest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// It is larger than any manifest may be.
    #[error("the manifest has {0} bytes, expected at most {1}")]
    TooLarge(usize, usize),
    /// Another version of the format.
    #[error("the manifest is of version {0}, this program reads {1}")]
    Version(u64, u64),
    /// It cannot be read.
    #[error("the manifest cannot be read: {0}")]
    Damaged(String),
    /// It names a file that a release may not hold.
    #[error(transparent)]
    Path(#[from] PathError),
    /// Two files would be one on some file system.
    #[error("`{0}` and another file differ only in case or the encoding of accents")]
    Collision(ReleasePath),
    /// A file would lie where a folder or the manifest has to be.
    #[error("`{0}` lies where a folder or the manifest has to be")]
    Covered(ReleasePath),
    /// A file is larger than any may be.
    #[error("`{path}` has {length} bytes, expected at most {largest}", largest = Manifest::LARGEST_FILE)]
    FileTooLarge {
        /// The file.
        path: ReleasePath,
        /// Its length by the manifest.
        length: u64,
    },
}

/// A file is not what the manifest says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The manifest names no such file.
    #[error("`{0}` is not in the manifest")]
    Unknown(String),
    /// It is shorter or longer.
    #[error("`{path}` has {found} bytes, expected {expected}")]
    Length {
        /// The file.
        path: ReleasePath,
        /// Its length by the manifest.
        expected: u64,
        /// Its length.
        found: u64,
    },
    /// Its content is another.
    #[error("`{0}` is not the file that was released: its SHA-256 differs")]
    Hash(ReleasePath),
}

impl Manifest {
    /// The largest manifest that is read, in bytes.
    pub const LARGEST: usize = 64 * 1024 * 1024;

    /// The largest file that a release may hold, in bytes.
    pub const LARGEST_FILE: u64 = 1024 * 1024 * 1024;

    /// Reads a manifest. There is one way to write each: a name that stands there twice, another
    /// order or another layout is refused, so that nobody reads in it what others do not.
    ///
    /// # Errors
    /// Where it is too large, of another version, damaged, or names files that a release may not
    /// hold.
    pub fn read(bytes: &[u8]) -> Result<Self, ManifestError> {
        Self::check_length(bytes)?;
        let manifest = record::read(bytes)?;
        manifest.check_files()?;
        if manifest.write() != bytes {
            return Err(ManifestError::Damaged("it is not written as a release writes it".into()));
        }
        Ok(manifest)
    }

    fn check_length(bytes: &[u8]) -> Result<(), ManifestError> {
        match bytes.len() > Self::LARGEST {
            true => Err(ManifestError::TooLarge(bytes.len(), Self::LARGEST)),
            false => Ok(()),
        }
    }

    /// The manifest's bytes, which [`Self::read`] will take.
    pub(crate) fn write_checked(&self) -> Result<Vec<u8>, ManifestError> {
        self.check_files()?;
        let collections = self.files.values().map(|it| &it.collection);
        let collections = collections.chain(self.coverage.iter().map(|it| &it.collection));
        for name in self.channels.iter().chain([&self.name]).chain(collections) {
            record::require_shown(name)?;
        }
        let bytes = self.write();
        Self::check_length(&bytes)?;
        Ok(bytes)
    }

    fn check_files(&self) -> Result<(), ManifestError> {
        let large = self.files.iter().find(|(_, entry)| entry.length > Self::LARGEST_FILE);
        if let Some((path, FileEntry { length, .. })) = large {
            return Err(ManifestError::FileTooLarge { path: path.clone(), length: *length });
        }
        match collision(self.files.keys(), &[crate::MANIFEST]) {
            Some(Collision::Alike(path)) => Err(ManifestError::Collision(path)),
            Some(Collision::Covered(path)) => Err(ManifestError::Covered(path)),
            None => Ok(()),
        }
    }

    /// Whether it may be published to the channel.
    pub fn is_for(&self, channel: &str) -> bool {
        self.channels.iter().any(|it| it == channel)
    }

    /// The manifest's bytes: JSON, the same for the same content.
    pub fn write(&self) -> Vec<u8> {
        record::write(self)
    }

    /// Checks that `bytes` are the file at `path`.
    ///
    /// # Errors
    /// Where the manifest names no such file, or another length or hash.
    pub fn check(&self, path: &ReleasePath, bytes: &[u8]) -> Result<(), VerifyError> {
        let entry = self.files.get(path).ok_or_else(|| VerifyError::Unknown(path.to_string()))?;
        let (expected, found) = (entry.length, bytes.len() as u64);
        if expected != found {
            return Err(VerifyError::Length { path: path.clone(), expected, found });
        }
        if entry.sha256 != hexapla_trust::sha256(bytes) {
            return Err(VerifyError::Hash(path.clone()));
        }
        Ok(())
    }
}
