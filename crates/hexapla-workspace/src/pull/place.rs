//! The place that a release takes, and how it gets there in one step.

use std::path::{Path, PathBuf};
use std::time::Duration;

use hexapla_release::MANIFEST;

use super::STATE;
use crate::error::Error;
use crate::lock::Lock;
use crate::{releases, save};

/// How long to wait for another pull into the same folder.
const PATIENCE: Duration = Duration::from_secs(10);

/// A folder that a release takes, while nobody else may put one there. What is put together lies
/// beside it, hidden and on the same disk.
pub(super) struct Place {
    /// The folder itself, behind any link.
    pub(super) folder: PathBuf,
    /// Where the next release is put together.
    pub(super) staged: PathBuf,
    _lock: Lock,
}

impl Place {
    /// Takes the place, and puts right what a pull left that was killed there.
    pub(super) fn take(into: &Path) -> Result<Self, Error> {
        let folder = behind_link(into)?;
        let lock = Lock::of_file(&beside(&folder, "lock")?, PATIENCE, || {})?;
        recover(&folder)?;
        let staged = beside(&folder, "incoming")?;
        releases::remove(&staged)?;
        Ok(Self { folder, staged, _lock: lock })
    }

    /// Puts what `stage` puts together into the place; where that fails, the former stays.
    pub(super) fn put<E: From<Error>>(
        &self,
        stage: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<(), E> {
        let put = stage(&self.staged)
            .and_then(|()| put_in_place(&self.staged, &self.folder).map_err(E::from));
        // What went wrong is told, not what went wrong after it.
        put.inspect_err(|_| drop(releases::remove(&self.staged)))
    }
}

/// Where a link leads: the folder behind it is replaced, and the link stays.
fn behind_link(into: &Path) -> Result<PathBuf, Error> {
    if into.is_symlink() {
        return into.canonicalize().map_err(Error::io("resolve", into));
    }
    Ok(into.to_owned())
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
    if is_release(into) {
        return releases::remove(&former);
    }
    if into.exists() || !is_release(&former) {
        return Ok(());
    }
    std::fs::rename(&former, into).map_err(Error::io("move", &former))
}

/// Whether a folder looks like a release, copied or pulled.
fn is_release(folder: &Path) -> bool {
    [MANIFEST, STATE].iter().any(|it| folder.join(it).is_file())
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
