//! Releases to a downstream folder.

use std::path::{Path, PathBuf};
use std::time::Duration;

use hexapla_release::{MANIFEST, Manifest, ReleaseId};

use crate::error::Error;
use crate::lock::Lock;
use crate::releases;
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
/// step; the former one stays until then, and where anything fails. One pull at a time: a lock lies
/// beside `into`.
///
/// # Errors
/// Where there is no such release, a file is not what was released, or the disk says no.
pub fn pull(store: &Path, channel: &str, into: &Path) -> Result<Pulled, Error> {
    let folder = choose(store, channel)?;
    let (id, manifest) = releases::manifest(&folder)?;
    let _lock = Lock::of_file(&beside(into, "lock")?, PATIENCE, || {})?;
    recover(into)?;
    let staged = beside(into, "incoming")?;
    remove(&staged)?;
    let held = releases::verify_release(into).ok();
    if held.is_some_and(|(held, _)| held == id) {
        return Ok(Pulled { id, manifest, changed: false });
    }
    refuse_foreign(into)?;
    for path in manifest.files.keys() {
        let bytes = releases::file(&folder, &manifest, path)?;
        save::write(&staged.join(path.as_str()), &bytes)?;
    }
    save::write(&staged.join(MANIFEST), &manifest.write())?;
    let (staged_id, _) = releases::verify_release(&staged)?;
    if staged_id != id {
        return Err(Error::Integrity("the manifest changed while it was read".to_owned()));
    }
    put_in_place(&staged, into)?;
    Ok(Pulled { id, manifest, changed: true })
}

/// The release to take.
fn choose(store: &Path, channel: &str) -> Result<PathBuf, Error> {
    if store.join(MANIFEST).is_file() {
        return Ok(store.to_owned());
    }
    let all = releases::list(store)?;
    let newest = all.into_iter().rev().find(|(_, _, manifest)| manifest.channel == channel);
    newest.map(|(path, ..)| path).ok_or_else(|| Error::NoRelease {
        folder: store.to_owned(),
        channel: Some(channel.to_owned()),
    })
}

/// Refuses to replace a folder that holds something else than a release.
fn refuse_foreign(into: &Path) -> Result<(), Error> {
    let mut entries = match std::fs::read_dir(into) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io("read", into)(error)),
    };
    if entries.next().is_some() && !into.join(MANIFEST).is_file() {
        return Err(Error::Exists(into.to_owned()));
    }
    Ok(())
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
        return remove(&former);
    }
    if into.exists() || !former.join(MANIFEST).is_file() {
        return Ok(());
    }
    std::fs::rename(&former, into).map_err(Error::io("move", &former))
}

fn remove(folder: &Path) -> Result<(), Error> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::io("remove", folder)(error))
        }
        _ => Ok(()),
    }
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
        return remove(staged);
    }
    let former = beside(into, "former")?;
    remove(&former)?;
    std::fs::rename(into, &former).map_err(Error::io("move", into))?;
    if let Err(error) = std::fs::rename(staged, into) {
        std::fs::rename(&former, into).map_err(Error::io("move", &former))?;
        return Err(Error::io("move", staged)(error));
    }
    known()?;
    remove(&former)
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
