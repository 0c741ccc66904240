//! Releases to a downstream folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use hexapla_model::Progress;
use hexapla_release::{MANIFEST, Manifest, ReleaseId, ReleasePath};

use crate::error::Error;
use crate::lock::Lock;
use crate::releases::{self, Found};
use crate::save;

/// How long to wait for another pull into the same folder.
const PATIENCE: Duration = Duration::from_secs(10);

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
    let into = &behind_link(into)?;
    let _lock = Lock::of_file(&beside(into, "lock")?, PATIENCE, || {})?;
    recover(into)?;
    let staged = beside(into, "incoming")?;
    releases::remove(&staged)?;
    let changed = !releases::whole(into, progress).is_ok_and(|held| held.id == release.id);
    if changed {
        refuse_foreign(into)?;
        if let Err(error) = put(&release, &staged, into, progress) {
            // What went wrong is told, not what went wrong after it.
            let _ = releases::remove(&staged);
            return Err(error);
        }
    }
    Ok(Pulled { id: release.id, manifest: release.manifest, changed })
}

fn put(release: &Found, staged: &Path, into: &Path, progress: &Progress) -> Result<(), Error> {
    stage(release, staged, progress)?;
    put_in_place(staged, into)
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

/// Where a link leads: the folder behind it is replaced, and the link stays.
fn behind_link(into: &Path) -> Result<PathBuf, Error> {
    if into.is_symlink() {
        return into.canonicalize().map_err(Error::io("resolve", into));
    }
    Ok(into.to_owned())
}

/// Refuses to replace a folder that holds anything else than a release, perhaps a damaged one:
/// there would be no way back to it.
fn refuse_foreign(into: &Path) -> Result<(), Error> {
    let first = match std::fs::read_dir(into) {
        Ok(mut entries) => entries.next(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io("read", into)(error)),
    };
    if first.is_none() {
        return Ok(());
    }
    let Ok(held) = releases::open(into) else { return Err(Error::Exists(into.to_owned())) };
    held.foreign()?.map_or(Ok(()), |path| Err(Error::Exists(path)))
}

/// A place beside `into`, on the same disk, in a folder that is there.
fn beside(into: &Path, what: &str) -> Result<PathBuf, Error> {
    let Some(name) = into.file_name() else { return Err(Error::Exists(into.to_owned())) };
    let path = into.with_file_name(format!(".{}.{what}", name.to_string_lossy()));
    path.parent().map_or(Ok(()), save::create_folder)?;
    Ok(path)
}

/// Brings the former release back where a pull was killed between two moves; else it is not needed
/// any more.
fn recover(into: &Path) -> Result<(), Error> {
    let former = beside(into, "former")?;
    if into.join(MANIFEST).is_file() {
        return releases::remove(&former);
    }
    if into.exists() || !former.join(MANIFEST).is_file() {
        return Ok(());
    }
    std::fs::rename(&former, into).map_err(Error::io("move", &former))
}

/// Puts `staged` in the place of `into`: by an exchange where the system can, so that there is no
/// moment without a release.
fn put_in_place(staged: &Path, into: &Path) -> Result<(), Error> {
    let known = || into.parent().map_or(Ok(()), save::sync_folder);
    if !into.exists() {
        std::fs::rename(staged, into).map_err(Error::io("move", staged))?;
        return known();
    }
    if exchange(staged, into).is_ok() {
        known()?;
        return releases::remove(staged);
    }
    let former = beside(into, "former")?;
    releases::remove(&former)?;
    std::fs::rename(into, &former).map_err(Error::io("move", into))?;
    if let Err(error) = std::fs::rename(staged, into) {
        std::fs::rename(&former, into).map_err(Error::io("move", &former))?;
        return Err(Error::io("move", staged)(error));
    }
    known()?;
    releases::remove(&former)
}

#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_a: &Path, _b: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}
