//! Files to a release.

use std::collections::BTreeMap;

use hexapla_model::{Locale, Timestamp};
use hexapla_trust::{ReleasePath, sha256};
use rayon::prelude::*;

use crate::manifest::{Coverage, FileEntry, Manifest, ManifestError, ReleaseId};
use crate::record::require_shown;
use crate::sidecar::{self, SIDECAR, UnitEntry};

/// What a release is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The project's name.
    pub name: String,
    /// The channels that it may be published to.
    pub channels: Vec<String>,
    /// The moment that ages are counted to.
    pub as_of: Timestamp,
}

/// A file to release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseFile {
    /// The locale that it is for.
    pub locale: Locale,
    /// The collection that it holds texts of.
    pub collection: String,
    /// Its path within the release.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The units in it, which a sidecar tells of.
    pub units: Vec<UnitEntry>,
}

/// A release: its manifest and its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its identity.
    pub id: ReleaseId,
    /// What it says of itself.
    pub manifest: Manifest,
    /// The manifest's bytes.
    pub manifest_bytes: Vec<u8>,
    /// Its files, by path.
    pub files: BTreeMap<ReleasePath, Vec<u8>>,
}

/// Makes a release of the given files and their sidecars, which are hashed on all cores.
///
/// # Errors
/// Where a path is not one that a release may hold, two differ only in case, a name cannot be shown,
/// or there is more than a release may hold.
pub fn build(
    header: Header,
    files: Vec<ReleaseFile>,
    coverage: Vec<Coverage>,
) -> Result<Release, ManifestError> {
    let made: Vec<_> = files.into_par_iter().map(entries).collect();
    let (mut entries, mut contents) = (BTreeMap::new(), BTreeMap::new());
    for made in made {
        for (path, entry, bytes) in made? {
            if entries.insert(path.clone(), entry).is_some() {
                return Err(ManifestError::Collision(path));
            }
            contents.insert(path, bytes);
        }
    }
    let Header { name, channels, as_of } = header;
    let manifest = Manifest { name, channels, as_of, files: entries, coverage };
    let manifest_bytes = manifest.write_checked()?;
    Ok(Release { id: ReleaseId::of(&manifest_bytes), manifest, manifest_bytes, files: contents })
}

/// A file of a release, and what the manifest says of it.
type Entry = (ReleasePath, FileEntry, Vec<u8>);

/// A file, and its sidecar where it has units.
fn entries(file: ReleaseFile) -> Result<Vec<Entry>, ManifestError> {
    let ReleaseFile { locale, collection, path, bytes, units } = file;
    for unit in &units {
        require_shown(&unit.unit)?;
    }
    let entry = |path: String, bytes: Vec<u8>| {
        let (locale, collection) = (locale.clone(), collection.clone());
        let (length, sha256) = (bytes.len() as u64, sha256(&bytes));
        Ok((path.parse()?, FileEntry { locale, collection, length, sha256 }, bytes))
    };
    let beside = (!units.is_empty())
        .then(|| entry(format!("{path}{SIDECAR}"), sidecar::write(&locale, &units)));
    [Some(entry(path, bytes)), beside].into_iter().flatten().collect()
}
