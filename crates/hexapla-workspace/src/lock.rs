//! One writer at a time.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::config_file::schema;
use crate::error::Error;
use crate::save;

/// The name of the config's JSON Schema, in the folder of what can be rebuilt.
const SCHEMA: &str = "hexapla.schema.json";

/// The right to write, until it is dropped; the system takes it back when the process ends.
#[derive(Debug)]
pub(crate) struct Lock(#[allow(dead_code, reason = "held until dropped")] File);

/// How long to wait for another writer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long to wait before saying so.
const SILENCE: Duration = Duration::from_millis(500);

impl Lock {
    /// Takes the lock of the project at `root`, waiting a few seconds for another writer;
    /// `waiting` is called once where that takes a while.
    pub(crate) fn take(root: &Path, waiting: fn()) -> Result<Self, Error> {
        Self::of_file(&own_folder(root)?.join("lock"), PATIENCE, waiting)
    }

    /// Takes the lock that the file at `path` stands for.
    pub(crate) fn of_file(path: &Path, patience: Duration, waiting: fn()) -> Result<Self, Error> {
        let mut options = File::options();
        let file = options.create(true).truncate(false).write(true).open(path);
        let file = file.map_err(Error::io("open", path))?;
        let started = Instant::now();
        let mut told = false;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) if started.elapsed() >= patience => {
                    return Err(Error::Locked(path.to_owned()));
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(10)),
                Err(TryLockError::Error(error)) => return Err(Error::io("lock", path)(error)),
            }
            if !told && started.elapsed() >= SILENCE {
                told = true;
                waiting();
            }
        }
    }
}

/// The folder of what can be rebuilt, which git ignores; created where it is not there, with the
/// schema of the config, which editors look for there.
pub(crate) fn own_folder(root: &Path) -> Result<PathBuf, Error> {
    let folder = root.join(".hexapla");
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        save::write(&ignore, b"*\n")?;
    }
    let (path, schema) = (folder.join(SCHEMA), schema());
    if save::read(&path).is_ok_and(|it| it.is_none_or(|there| there != schema.as_bytes())) {
        // A help for editors: nobody has to go without an answer for it.
        let _ = save::write(&path, schema.as_bytes());
    }
    Ok(folder)
}
