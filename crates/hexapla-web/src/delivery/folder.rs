//! The files of a store's folder: the only place where the disk is read.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::PathBuf;
use std::time::SystemTime;

use hexapla_store::Name;
use hexapla_trust::Channel;

use super::stamp::Stamp;

/// The folder of a store. No link in it is followed, so that nothing else is given out.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    root: PathBuf,
}

/// A file that was opened.
pub(crate) struct Opened {
    pub(crate) file: File,
    pub(crate) stamp: Stamp,
}

/// How often a file is opened that is replaced meanwhile.
pub(crate) const TRIES: usize = 8;

impl Folder {
    pub(crate) fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// What a file looks like now, where there is one.
    pub(crate) fn look(&self, name: &Name) -> Option<Stamp> {
        let found = self.root.join(name.as_str()).symlink_metadata().ok()?;
        found.is_file().then(|| Stamp::of(&found))
    }

    /// What a file looks like now, and whether the same look will mean the same bytes; nothing where
    /// there is none, or a link or anything else in its place or above it.
    pub(crate) fn find(&self, name: &Name) -> io::Result<Option<(Stamp, bool)>> {
        let now = SystemTime::now();
        let seen = self.file(name)?.map(|(_, seen)| Stamp::of(&seen));
        Ok(seen.map(|it| (it, it.is_settled(now))))
    }

    /// Opens a file; nothing where there is none, or a link or anything else in its place.
    pub(crate) fn open(&self, name: &Name) -> io::Result<Option<Opened>> {
        for _ in 0..TRIES {
            let Some((path, seen)) = self.file(name)? else { return Ok(None) };
            let Some(file) = present(File::open(path))? else { return Ok(None) };
            let stamp = Stamp::of(&file.metadata()?);
            if stamp == Stamp::of(&seen) {
                return Ok(Some(Opened { file, stamp }));
            }
        }
        Err(io::Error::other(format!("`{name}` is replaced again and again")))
    }

    /// The bytes of a file, at most `most`; nothing where there is none.
    pub(crate) fn read(&self, name: &Name, most: u64) -> io::Result<Option<Vec<u8>>> {
        let Some(opened) = self.open(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        opened.file.take(most).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// The channels that have a pointer, sorted.
    pub(crate) fn channels(&self) -> io::Result<Vec<Channel>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&self.root)? {
            let name = entry?.file_name();
            let Some(Ok(channel)) = name.to_str().map(str::parse::<Channel>) else { continue };
            if self.look(&pointer(&channel)?).is_some() {
                found.push(channel);
            }
        }
        found.sort();
        Ok(found)
    }

    /// Fails where the folder cannot be read.
    pub(crate) fn check(&self) -> io::Result<()> {
        std::fs::read_dir(&self.root).map(drop)
    }

    /// Where a file lies and what it looks like, once no part of the way there is a link.
    fn file(&self, name: &Name) -> io::Result<Option<(PathBuf, Metadata)>> {
        let mut path = self.root.clone();
        let mut found = None;
        for part in name.as_str().split('/') {
            path.push(part);
            let Some(seen) = present(path.symlink_metadata())? else { return Ok(None) };
            if seen.is_symlink() {
                return Ok(None);
            }
            found = Some(seen);
        }
        Ok(found.filter(Metadata::is_file).map(|it| (path, it)))
    }
}

/// The pointer of a channel.
pub(crate) fn pointer(channel: &Channel) -> io::Result<Name> {
    Name::new(&format!("{channel}/timestamp.json")).map_err(io::Error::other)
}

/// Nothing where the system says that there is nothing.
fn present<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) => match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename => Ok(None),
            _ => Err(error),
        },
    }
}
