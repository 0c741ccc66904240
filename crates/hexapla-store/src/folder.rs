//! A store in a folder.

use std::fs::{File, FileType, Metadata};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use atomic_write_file::AtomicWriteFile;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::name::Name;
use crate::store::{Conditions, Entry, Object, Outcome, Store, Version};

/// A store whose objects are the files of a folder, which any web server can serve.
///
/// A file is written whole or not at all, and has reached the disk when a write returns. Writes
/// under a condition take turns by the file `.lock`, among the processes of one machine. Links are
/// not followed, so that what is published lies in the folder.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The store in the folder `root`, which need not be there yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where an object lies, once no part of the way there is a link.
    fn place(&self, name: &Name) -> Result<PathBuf, Error> {
        let mut path = self.root.clone();
        for part in name.as_str().split('/') {
            path.push(part);
            if path.symlink_metadata().is_ok_and(|it| it.file_type().is_symlink()) {
                return Err(Error::Link(name.to_string()));
            }
        }
        Ok(path)
    }

    /// What is known of an object's file; nothing where there is none.
    fn file(&self, name: &Name) -> Result<Option<(PathBuf, Metadata)>, Error> {
        let path = self.place(name)?;
        match path.symlink_metadata() {
            Ok(found) if found.is_file() => Ok(Some((path, found))),
            Ok(_) => Err(Error::Link(name.to_string())),
            Err(error) if absent(&error) => Ok(None),
            Err(error) => Err(Error::io("read", name.as_str())(error)),
        }
    }

    /// The right to write under a condition, until it is dropped.
    fn lock(&self) -> Result<File, Error> {
        let fail = || Error::io("lock", ".lock");
        create_folder(&self.root).map_err(fail())?;
        let path = self.root.join(".lock");
        if path.symlink_metadata().is_ok_and(|it| !it.is_file()) {
            return Err(Error::Link(".lock".to_owned()));
        }
        let file = File::options().create(true).truncate(false).write(true).open(path);
        let file = file.map_err(fail())?;
        file.lock().map_err(fail())?;
        Ok(file)
    }
}

impl Store for Folder {
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error> {
        let fail = || Error::io("read", name.as_str());
        let Some((path, _)) = self.file(name)? else { return Ok(None) };
        let file = match File::open(path) {
            Err(error) if absent(&error) => return Ok(None),
            file => file.map_err(fail())?,
        };
        let mut bytes = Vec::new();
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(fail())?;
        if bytes.len() as u64 > limit {
            return Err(Error::Long { name: name.to_string(), limit });
        }
        let version = version(&bytes);
        Ok(Some(Object { bytes, version }))
    }

    fn look(&self, name: &Name) -> Result<Option<Entry>, Error> {
        Ok(self.file(name)?.map(|(_, found)| entry(name.clone(), &found)))
    }

    fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error> {
        let path = self.place(name)?;
        let write = || {
            create_folder(path.parent().unwrap_or(&self.root))?;
            let mut file = AtomicWriteFile::open(&path)?;
            file.write_all(bytes)?;
            file.commit()
        };
        write().map_err(Error::io("write", name.as_str()))
    }

    fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error> {
        let _turn = self.lock()?;
        if self.file(name)?.is_some() {
            return Ok(Outcome::Kept);
        }
        self.put(name, bytes).map(|()| Outcome::Written)
    }

    fn replace(&self, name: &Name, bytes: &[u8], read: &Version) -> Result<Outcome, Error> {
        let _turn = self.lock()?;
        let found = self.get(name, u64::MAX)?;
        if !found.is_some_and(|found| found.version == *read) {
            return Ok(Outcome::Kept);
        }
        self.put(name, bytes).map(|()| Outcome::Written)
    }

    fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error> {
        let mut found = Vec::new();
        let mut open = vec![prefix.trim_end_matches('/').to_owned()];
        while let Some(folder) = open.pop() {
            self.list_folder(&folder, &mut open, &mut found)?;
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    fn remove(&self, name: &Name) -> Result<(), Error> {
        match std::fs::remove_file(self.place(name)?) {
            Err(error) if absent(&error) => Ok(()),
            removed => removed.map_err(Error::io("remove", name.as_str())),
        }
    }

    fn conditions(&self) -> Conditions {
        Conditions::Heeded
    }
}

impl Folder {
    /// Adds what lies directly in one folder: files to `found`, folders to `open`.
    fn list_folder(
        &self,
        folder: &str,
        open: &mut Vec<String>,
        found: &mut Vec<Entry>,
    ) -> Result<(), Error> {
        let fail = || Error::io("list", folder);
        let place =
            if folder.is_empty() { self.root.clone() } else { self.place(&Name::new(folder)?)? };
        let entries = match std::fs::read_dir(place) {
            Err(error) if absent(&error) => return Ok(()),
            entries => entries.map_err(fail())?,
        };
        for entry in entries {
            let entry = entry.map_err(fail())?;
            let Ok(last) = entry.file_name().into_string() else { continue };
            let path = if folder.is_empty() { last } else { format!("{folder}/{last}") };
            let kind: FileType = entry.file_type().map_err(fail())?;
            if kind.is_dir() {
                open.push(path);
            } else if let (true, Ok(name)) = (kind.is_file(), Name::new(&path)) {
                found.extend(self.look(&name)?);
            }
        }
        Ok(())
    }
}

fn entry(name: Name, found: &Metadata) -> Entry {
    let modified = found.modified().ok().and_then(|it| it.duration_since(UNIX_EPOCH).ok());
    Entry { name, length: found.len(), modified: modified.unwrap_or_default().as_secs() }
}

fn version(bytes: &[u8]) -> Version {
    Version(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

fn absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Creates a folder and those above it, each on the disk before anything lies in it.
fn create_folder(folder: &Path) -> std::io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let Some(parent) = folder.parent() else { return Ok(()) };
    create_folder(parent)?;
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists || !folder.is_dir() => Err(error),
        _ if cfg!(unix) => {
            let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
            File::open(parent)?.sync_all()
        }
        _ => Ok(()),
    }
}
