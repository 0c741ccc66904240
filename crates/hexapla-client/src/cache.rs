//! A folder where releases are kept. Nothing that comes from there is believed.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;
use hexapla_trust::{FileEntry, Refusal, Trusted};

use crate::lock::Lock;
use crate::release::Content;

/// The file that holds what is believed.
const STATE: &str = "state";

/// The most bytes that a state is read of; a whole one has far fewer.
const MOST: u64 = 1024 * 1024 * 1024;

/// A folder with the last verified release: what is believed in one file, and the files of the
/// release by their SHA-256. Every write is whole or absent, and the state comes last.
pub(crate) struct Cache {
    folder: PathBuf,
}

/// Why nothing came out of a cache.
pub(crate) enum Failed {
    /// What is kept there is damaged.
    Damaged(Refusal),
    /// The disk said no.
    Disk(Error),
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Disk(error)
    }
}

impl Cache {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What was believed last, verified again from the root that is pinned; nothing where nothing is
    /// kept.
    pub(crate) fn state(&self, pinned: &Trusted) -> std::result::Result<Option<Trusted>, Failed> {
        let Some(bytes) = read(&self.folder.join(STATE), MOST)? else { return Ok(None) };
        pinned.resume(&bytes).map(Some).map_err(Failed::Damaged)
    }

    /// The bytes of a file; nothing where they are not kept, or are others.
    pub(crate) fn file(&self, file: &FileEntry) -> Option<Vec<u8>> {
        let bytes = read(&self.folder.join(&file.sha256), file.length.saturating_add(1)).ok()??;
        file.check(&bytes).is_ok().then_some(bytes)
    }

    /// Keeps a file of the release that is kept already.
    pub(crate) fn keep_file(&self, file: &FileEntry, bytes: &[u8]) -> Result<()> {
        let _turn = self.lock()?;
        write(&self.folder.join(&file.sha256), bytes)
    }

    /// Keeps a release: its files, then at once what is believed; then what it does not name is
    /// removed. Where somebody else kept a later one meanwhile, that stays.
    pub(crate) fn keep(&self, trusted: &Trusted, held: &Content, pinned: &Trusted) -> Result<()> {
        let _turn = self.lock()?;
        let kept = match self.state(pinned) {
            Err(Failed::Disk(error)) => return Err(error),
            Err(Failed::Damaged(_)) => None,
            Ok(kept) => kept,
        };
        if kept.is_some_and(|it| trusted.clone().later(it) != *trusted) {
            return Ok(());
        }
        for file in trusted.files() {
            let bytes = held.get(&file.sha256).filter(|_| self.file(file).is_none());
            bytes.map_or(Ok(()), |it| write(&self.folder.join(&file.sha256), it))?;
        }
        write(&self.folder.join(STATE), &trusted.write())?;
        self.sweep(trusted)
    }

    /// Forgets what is believed.
    pub(crate) fn reset(&self) -> Result<()> {
        let _turn = self.lock()?;
        match std::fs::remove_file(self.folder.join(STATE)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// The right to use the folder: nobody else removes files from it meanwhile.
    pub(crate) fn lock(&self) -> Result<Lock> {
        std::fs::create_dir_all(&self.folder)?;
        Lock::of(&self.folder)
    }

    /// Removes files that the release does not name; what is not called after a SHA-256 is not ours.
    fn sweep(&self, trusted: &Trusted) -> Result<()> {
        let is_hash =
            |name: &str| name.len() == 64 && name.bytes().all(|it| it.is_ascii_hexdigit());
        for entry in std::fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|it| is_hash(it)) else { continue };
            if !trusted.files().any(|it| it.sha256 == name) {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// The bytes of a file, at most so many; nothing where there is none. What is no file, such as a pipe
/// that gives bytes without end, is not opened.
fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    match path.metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
        Ok(found) if !found.is_file() => return Err(Error::other("it is no file")),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}
