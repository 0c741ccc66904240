//! Keys in a folder.

mod error;
mod key_file;
mod make;

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use hexapla_trust::sign::{SecretKey, Zeroizing};
use hexapla_trust::{Authority, KeyId, Role, Root, Roots};

pub use error::KeysError;
use key_file::KeyFile;
pub use make::{KeyPlan, Rotation};

use crate::error::Error;
use crate::save;

/// How the passphrase of the key in a file is asked for.
pub type Ask = fn(&Path, Purpose) -> std::io::Result<Zeroizing<String>>;

/// What a passphrase is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open a key.
    Open,
    /// To encrypt a new key.
    Encrypt,
}

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyRole {
    /// Signs roots; kept where no network is.
    Root,
    /// Signs releases: snapshots, what is in them, and the files of locales.
    Release,
    /// Signs the pointer to the newest release, every few days.
    Timestamp,
}

impl KeyRole {
    /// All of them, in the order of their weight.
    pub const ALL: [Self; 3] = [Self::Root, Self::Release, Self::Timestamp];

    /// Whose signatures a root lets count for this.
    fn authority(self, root: &Root) -> &Authority {
        match self {
            Self::Root => &root.root,
            Self::Release => &root.targets,
            Self::Timestamp => &root.timestamp,
        }
    }
}

impl fmt::Display for KeyRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Root => "root",
            Self::Release => "release",
            Self::Timestamp => "timestamp",
        })
    }
}

/// A key that the present root names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldKey {
    /// What it is for.
    pub role: KeyRole,
    /// Its id.
    pub id: KeyId,
    /// The file of its private half, where that is here.
    pub file: Option<PathBuf>,
    /// Whether that is encrypted.
    pub encrypted: bool,
    /// Whether others than the owner may read it: then it signs nothing.
    pub exposed: bool,
}

/// The keys of a folder: the chain of roots, and the private halves that lie beside it.
#[derive(Clone, Debug)]
pub struct Keys {
    folder: PathBuf,
    roots: Roots,
    files: Vec<KeyFile>,
    ask: Ask,
}

impl Keys {
    /// Opens a folder of keys. The roots are verified; no private key is read yet.
    ///
    /// # Errors
    /// Where there are no keys, a root is damaged, or the disk says no.
    pub fn open(folder: &Path) -> Result<Self, KeysError> {
        let roots = read_roots(folder)?.ok_or_else(|| KeysError::None(folder.to_owned()))?;
        let mut files = Vec::new();
        for path in private_files(folder)? {
            files.extend(KeyFile::look(&path)?);
        }
        let ask: Ask = |_, _| Err(std::io::Error::other("nobody can be asked"));
        Ok(Self { folder: folder.to_owned(), roots, files, ask })
    }

    /// The same, with a way to ask for the passphrase of the key in a file.
    #[must_use]
    pub fn asking(self, ask: Ask) -> Self {
        Self { ask, ..self }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The present root.
    pub fn root(&self) -> &Root {
        self.roots.present()
    }

    /// The bytes of `1.root.json`, `2.root.json` and so on.
    pub fn root_files(&self) -> Vec<&[u8]> {
        self.roots.texts().map(str::as_bytes).collect()
    }

    /// The key that signs releases.
    ///
    /// # Errors
    /// Where it is not here, others may read it, or it does not open.
    pub fn release_key(&self) -> Result<SecretKey, KeysError> {
        self.key(KeyRole::Release)
    }

    /// The key that signs the pointer.
    ///
    /// # Errors
    /// Where it is not here, others may read it, or it does not open.
    pub fn timestamp_key(&self) -> Result<SecretKey, KeysError> {
        self.key(KeyRole::Timestamp)
    }

    fn key(&self, role: KeyRole) -> Result<SecretKey, KeysError> {
        let ids = role.authority(self.root()).keys.keys();
        let file = ids.into_iter().find_map(|id| self.file(id));
        let missing = || KeysError::Missing { role, folder: self.folder.clone() };
        file.ok_or_else(missing)?.open(self.ask)
    }

    fn file(&self, id: &KeyId) -> Option<&KeyFile> {
        self.files.iter().find(|it| it.id == *id)
    }

    /// The keys that the present root names, role by role.
    pub fn list(&self) -> Vec<HeldKey> {
        let of_role = |role: KeyRole| {
            role.authority(self.root()).keys.keys().map(move |id| {
                let file = self.file(id);
                HeldKey {
                    role,
                    id: id.clone(),
                    file: file.map(|it| it.path.clone()),
                    encrypted: file.is_some_and(|it| it.encrypted),
                    exposed: file.is_some_and(|it| it.exposed),
                }
            })
        };
        KeyRole::ALL.into_iter().flat_map(of_role).collect()
    }

    /// How many keys of a role have to sign.
    pub fn threshold(&self, role: KeyRole) -> usize {
        role.authority(self.root()).threshold
    }
}

/// The chain of roots in a folder, verified; nothing where there is no first one.
fn read_roots(folder: &Path) -> Result<Option<Roots>, KeysError> {
    let mut roots: Option<Roots> = None;
    for version in 1.. {
        let path = folder.join(Role::Root.file(version));
        let Some(bytes) = save::read(&path)? else { break };
        let next = match &roots {
            Some(roots) => roots.take(&bytes),
            None => Roots::new(&bytes),
        };
        roots = Some(next.map_err(|source| KeysError::Root { path, source })?);
    }
    Ok(roots)
}

/// The files of private keys that are in use, sorted.
fn private_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = names(folder)?;
    found.retain(|path| path.extension().is_some_and(|it| it == "key"));
    Ok(found)
}

/// What lies in a folder, sorted; nothing where there is none.
fn names(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::io("read", folder)(error)),
    };
    let paths = entries.map(|it| it.map(|it| it.path()));
    let mut paths: Vec<PathBuf> =
        paths.collect::<Result<_, _>>().map_err(Error::io("read", folder))?;
    paths.sort();
    Ok(paths)
}
