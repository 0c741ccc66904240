//! One writer at a time.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::Error;

/// The right to write to a project, until it is dropped.
#[derive(Debug)]
pub(crate) struct Lock(#[allow(dead_code, reason = "held until dropped")] File);

/// How long to wait for another writer.
const PATIENCE: Duration = Duration::from_secs(10);

impl Lock {
    /// Takes the lock of the project at `root`, waiting a few seconds for another writer.
    pub(crate) fn take(root: &Path) -> Result<Self, Error> {
        let folder = own_folder(root)?;
        let path = folder.join("lock");
        let mut options = File::options();
        let file = options.create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(Error::io("open", &path))?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) if started.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => return Err(Error::Locked),
                Err(TryLockError::Error(error)) => return Err(Error::io("lock", &path)(error)),
            }
        }
    }
}

/// The folder of what can be rebuilt, which git ignores.
pub(crate) fn own_folder(root: &Path) -> Result<std::path::PathBuf, Error> {
    let folder = root.join(".hexapla");
    std::fs::create_dir_all(&folder).map_err(Error::io("create", &folder))?;
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        std::fs::write(&ignore, "*\n").map_err(Error::io("write", &ignore))?;
    }
    Ok(folder)
}
