//! One writer at a time.

use std::fs::{File, TryLockError};
use std::io::{Error, ErrorKind, Result};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long to wait for another client.
const PATIENCE: Duration = Duration::from_secs(10);

/// The right to use a cache, until it is dropped; the system takes it back when the process ends.
pub(crate) struct Lock(#[allow(dead_code, reason = "held until dropped")] File);

impl Lock {
    /// Takes the lock of a folder that is there, waiting a few seconds for another client.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        let path = folder.join(".lock");
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self(file)),
                Err(TryLockError::WouldBlock) if started.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(5));
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::new(ErrorKind::WouldBlock, "another client is using it"));
                }
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
    }
}
