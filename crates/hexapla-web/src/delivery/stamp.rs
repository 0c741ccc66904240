//! What the file system says of a file without reading it.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// What changes when a file does: two equal ones are of the same bytes, unless the file was written
/// twice within the grain of the file system's clock ([`Stamp::is_settled`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) length: u64,
    /// When its bytes were last written.
    pub(crate) modified: SystemTime,
    /// When anything of it last changed, which no program can set.
    changed: Option<SystemTime>,
    /// Its device and inode.
    place: (u64, u64),
}

/// The coarsest clock of a file system that is in use (FAT counts in steps of two seconds).
const GRAIN: Duration = Duration::from_secs(2);

impl Stamp {
    pub(crate) fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let (changed, place) = (changed(metadata), place(metadata));
        Self { length: metadata.len(), modified, changed, place }
    }

    /// Whether a file that was seen so at `now` will be told from any later version of it. One that
    /// was just written may be written again and look the same.
    pub(crate) fn is_settled(&self, now: SystemTime) -> bool {
        let past = |it: SystemTime| now.duration_since(it).is_ok_and(|it| it > GRAIN);
        past(self.modified) && self.changed.is_some_and(past)
    }
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let seconds = Duration::from_secs(u64::try_from(metadata.ctime()).ok()?);
    let rest = Duration::from_nanos(u64::try_from(metadata.ctime_nsec()).ok()?);
    SystemTime::UNIX_EPOCH.checked_add(seconds + rest)
}

#[cfg(unix)]
fn place(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

/// Where the system tells nothing but a time that programs set, no file ever counts as settled.
#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<SystemTime> {
    None
}

#[cfg(not(unix))]
fn place(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
