//! What the file system says of a file without reading it.

use std::fs::{File, Metadata};
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use crate::lock::own_folder;

/// What changes when a file does: two equal ones are of the same bytes, unless the file was written
/// twice within the grain of the file system's clock ([`Identity::is_settled`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    size: u64,
    /// When its bytes were last written: a program may set it back.
    modified: Instant,
    /// When anything of it last changed: nobody sets it but the system's clock.
    changed: Instant,
    device: u64,
    inode: u64,
}

/// Nanoseconds since 1970, by the clock of the file system.
pub(crate) type Instant = i64;

/// The coarsest clock of a file system that is in use (FAT counts in steps of two seconds).
const GRAIN: Instant = 2_000_000_000;

impl Identity {
    #[cfg(unix)]
    pub(crate) fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let nanoseconds =
            |seconds: i64, rest: i64| Instant::from(seconds) * 1_000_000_000 + Instant::from(rest);
        Self {
            size: metadata.len(),
            modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            device: metadata.dev(),
            inode: metadata.ino(),
        }
    }

    /// Where the system tells nothing but a time that programs set, no file ever counts as settled.
    #[cfg(not(unix))]
    pub(crate) fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().map_or(0, since_1970);
        Self { size: metadata.len(), modified, changed: Instant::MAX, device: 0, inode: 0 }
    }

    /// How many bytes the file has.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Whether a file that was seen so at `now` will be told from any later version of it.
    ///
    /// One that was written within the grain of the clock, or in what is the future to it, may be
    /// written again and look the same: it has to be read to know.
    pub(crate) fn is_settled(&self, now: Instant) -> bool {
        self.modified.max(self.changed).saturating_add(GRAIN) < now
    }
}

/// The present moment by the clock that the files of a project get their times from; none where
/// nothing can be written beside them.
pub(crate) fn file_clock(root: &Path) -> Option<Instant> {
    let path = root.join(format!(".hexapla/clock.{}", std::process::id()));
    let file = File::create(&path).or_else(|_| {
        own_folder(root).map_err(|_| ErrorKind::Other)?;
        File::create(&path)
    });
    let metadata = file.and_then(|it| it.metadata());
    let removed = std::fs::remove_file(&path);
    let modified = metadata.ok()?.modified().ok()?;
    removed.ok().map(|()| since_1970(modified))
}

pub(crate) fn since_1970(time: SystemTime) -> Instant {
    let nanoseconds = |it: Duration| Instant::try_from(it.as_nanos()).unwrap_or(Instant::MAX);
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => nanoseconds(since),
        Err(before) => -nanoseconds(before.duration()),
    }
}
