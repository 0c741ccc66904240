//! Files that people name, wherever they are: they are no part of a project.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::Error;
use crate::save;

/// Writes a file that somebody names: after a crash it holds the old bytes or the new.
///
/// # Errors
/// Where the disk says no.
pub fn write_outside(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    // A file in the present folder has no folder in its name.
    let path = if path.is_absolute() { path.to_owned() } else { Path::new(".").join(path) };
    save::write(&path, bytes)
}

/// The bytes of a file that somebody names; of one that has more than `most`, one more than that.
///
/// # Errors
/// Where there is none, or the disk says no.
pub fn read_outside(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    let file = File::open(path).map_err(Error::io("read", path))?;
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most).read_to_end(&mut bytes).map_err(Error::io("read", path))?;
    Ok(bytes)
}
