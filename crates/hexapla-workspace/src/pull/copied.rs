//! Releases to a downstream folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use hexapla_model::Progress;
use hexapla_release::{MANIFEST, Manifest, ReleaseId, ReleasePath};

use super::STATE;
use super::place::Place;
use crate::error::Error;
use crate::releases::{self, Found};
use crate::save;

/// A release that a folder holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pulled {
    /// The release.
    pub id: ReleaseId,
    /// What it says of itself.
    pub manifest: Manifest,
    /// Whether the folder held another before.
    pub changed: bool,
}

/// Copies a release to the folder `into`: from `store`, which is a release or a folder of releases,
/// of which the newest for `channel` is taken.
///
/// The whole release is put together beside `into`, every file verified, and takes its place in one
/// step; the former one stays until then, and where anything fails. Files in the store that the
/// manifest does not name are left there. One pull at a time: a lock lies beside `into`.
///
/// # Errors
/// Where there is no such release, a file is not what was released, `into` holds something that
/// would be lost, or the disk says no.
pub fn pull(
    store: &Path,
    channel: &str,
    into: &Path,
    progress: &Progress,
) -> Result<Pulled, Error> {
    let release = choose(store, channel)?;
    release.require_name()?;
    let place = Place::take(into)?;
    let held = releases::whole(&place.folder, progress);
    let changed = !held.is_ok_and(|held| held.id == release.id);
    if changed {
        refuse_foreign(&place.folder)?;
        place.put(|staged| stage(&release, staged, progress))?;
    }
    Ok(Pulled { id: release.id, manifest: release.manifest, changed })
}

/// Puts a release together, as it was written, and verifies what reached the disk.
fn stage(release: &Found, staged: &Path, progress: &Progress) -> Result<(), Error> {
    let files = release.manifest.files.keys().map(|path| (path.as_str(), Some(path)));
    let files: BTreeMap<&str, Option<&ReleasePath>> = files.chain([(MANIFEST, None)]).collect();
    let names: Vec<&str> = files.keys().copied().collect();
    let bytes = |name: &str| match files.get(name).copied().flatten() {
        Some(path) => release.file(path).map(Cow::Owned),
        None => Ok(Cow::Borrowed(release.bytes.as_slice())),
    };
    save::fill(staged, &names, bytes, progress)?;
    releases::whole(staged, progress).map(|_| ())
}

/// The release to take.
fn choose(store: &Path, channel: &str) -> Result<Found, Error> {
    if store.join(MANIFEST).is_file() {
        return releases::open(store);
    }
    releases::newest(store, channel)
}

/// Refuses to replace a folder that holds anything else than a release, perhaps a damaged one:
/// there would be no way back to it.
pub(super) fn refuse_foreign(into: &Path) -> Result<(), Error> {
    let first = match std::fs::read_dir(into) {
        Ok(mut entries) => entries.next(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io("read", into)(error)),
    };
    if first.is_none() {
        return Ok(());
    }
    // Whoever pulled signed releases here would forget what was believed.
    if into.join(STATE).exists() {
        return Err(Error::Exists(into.join(STATE)));
    }
    let Ok(held) = releases::open(into) else { return Err(Error::Exists(into.to_owned())) };
    held.foreign()?.map_or(Ok(()), |path| Err(Error::Exists(path)))
}
