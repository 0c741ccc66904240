//! New keys, and the roots that name them.

use std::path::{Path, PathBuf};

use hexapla_model::Timestamp;
use hexapla_trust::sign::{self, KeyError, SecretKey};
use hexapla_trust::{Authority, Head, KeyId, PublicKey, Role, Root};

use super::key_file::{create, create_new, passphrase};
use super::{Ask, KeyRole, Keys, KeysError, Purpose, names, private_files};
use crate::save;

/// What git must not take along.
const IGNORED: &str = "*.key\n*.key.old\n";

/// What keys to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyPlan {
    /// How many root keys.
    pub root_keys: usize,
    /// How many of them have to sign a root.
    pub threshold: usize,
    /// Whether they are encrypted with a passphrase.
    pub encrypted: bool,
    /// Until when the root is good.
    pub expires: Timestamp,
}

/// What a rotation did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The file of the new private key.
    pub made: PathBuf,
    /// What the file of the old private key is called now, where it was here.
    pub retired: Option<PathBuf>,
    /// The file of the next root.
    pub root: PathBuf,
}

impl Keys {
    /// Makes the keys of all roles, each in a file of its own, and the first root, which is written
    /// last: without it nothing has been made. Gives the files.
    ///
    /// # Errors
    /// Where there are keys already, the numbers cannot be, or the disk says no.
    pub fn init(folder: &Path, plan: KeyPlan, ask: Ask) -> Result<Vec<PathBuf>, KeysError> {
        let KeyPlan { root_keys: keys, threshold, encrypted, expires } = plan;
        if threshold == 0 || threshold > keys {
            return Err(KeysError::Threshold { keys, threshold });
        }
        refuse_keys(folder)?;
        let made = Made::generate(folder, keys)?;
        let secret = match encrypted {
            true => Some(passphrase(folder, Purpose::Encrypt, ask)?),
            false => None,
        };
        save::create_folder(folder)?;
        ignore(folder)?;
        let files = made.files(folder);
        for (path, key) in &files {
            create(path, key, secret.as_deref().map(String::as_str))?;
        }
        let first = folder.join(Role::Root.file(1));
        create_new(&first, &made.first_root(threshold, expires), 0o644)?;
        Ok(files.into_iter().map(|(path, _)| path).chain([first]).collect())
    }

    /// Makes a new key in the place of one, and the next root that names it, signed by the root keys
    /// of before and after. The file of the old key is kept under another name.
    ///
    /// `key` begins the id of the key to replace; it may be left out where the role has one key.
    /// The new key is encrypted where that is asked for or the old one was.
    ///
    /// # Errors
    /// Where it is not clear which key is meant, too few root keys are here, or the disk says no.
    pub fn rotate(
        &self,
        role: KeyRole,
        key: Option<&str>,
        encrypted: bool,
        expires: Timestamp,
    ) -> Result<Rotation, KeysError> {
        let old = self.which(role, key)?;
        let held = self.file(&old);
        let new = generate(&self.folder)?;
        let root = replaced(self.root(), role, &old, &new.public(), expires);
        let signers = self.signers(&root, &new)?;
        let made = path(&self.folder, role, self.next_number(role)?);
        let secret = match encrypted || held.is_some_and(|it| it.encrypted) {
            true => Some(passphrase(&made, Purpose::Encrypt, self.ask)?),
            false => None,
        };
        let next = self.folder.join(Role::Root.file(root.head.version));
        create(&made, &new, secret.as_deref().map(String::as_str))?;
        create_new(&next, &sign::root(&root, &signers.iter().collect::<Vec<_>>()), 0o644)?;
        let retired = held.map(|it| (it.path.clone(), it.path.with_extension("key.old")));
        if let Some((from, to)) = &retired {
            save::rename(from, to)?;
        }
        Ok(Rotation { made, retired: retired.map(|(_, to)| to), root: next })
    }

    /// The one key of a role that is meant.
    fn which(&self, role: KeyRole, begin: Option<&str>) -> Result<KeyId, KeysError> {
        let ids = role.authority(self.root()).keys.keys();
        let fits =
            |id: &&KeyId| begin.is_none_or(|it| !it.is_empty() && id.as_str().starts_with(it));
        let fitting: Vec<&KeyId> = ids.clone().filter(fits).collect();
        match fitting[..] {
            [id] => Ok(id.clone()),
            _ => {
                let keys = ids.map(|it| format!("`{}`", it.short())).collect();
                Err(KeysError::Which { role, keys })
            }
        }
    }

    /// The private root keys that sign the next root: enough for the present one and for itself.
    fn signers(&self, next: &Root, new: &SecretKey) -> Result<Vec<SecretKey>, KeysError> {
        let present = &self.root().root;
        let mut signers = Vec::new();
        for file in self.files.iter().filter(|it| present.keys.contains_key(&it.id)) {
            signers.push(file.open(self.ask)?);
        }
        if next.root.keys.contains_key(new.public().id()) {
            signers.push(new.clone());
        }
        for authority in [present, &next.root] {
            let counts = |it: &&SecretKey| authority.keys.contains_key(it.public().id());
            let (here, needed) = (signers.iter().filter(counts).count(), authority.threshold);
            if here < needed {
                return Err(KeysError::TooFew { here, needed, folder: self.folder.clone() });
            }
        }
        Ok(signers)
    }

    /// The first number that no file of a key of the role has had.
    fn next_number(&self, role: KeyRole) -> Result<usize, KeysError> {
        let number = |path: &PathBuf| {
            let name = path.file_name()?.to_str()?.strip_prefix(&format!("{role}-"))?.to_owned();
            name.split('.').next()?.parse::<usize>().ok()
        };
        let last = names(&self.folder)?.iter().filter_map(number).max();
        Ok(last.unwrap_or(0).saturating_add(1))
    }
}

/// The keys of all roles, new.
struct Made {
    root: Vec<SecretKey>,
    release: SecretKey,
    timestamp: SecretKey,
}

impl Made {
    fn generate(folder: &Path, root_keys: usize) -> Result<Self, KeysError> {
        let root = (0..root_keys).map(|_| generate(folder)).collect::<Result<_, _>>()?;
        Ok(Self { root, release: generate(folder)?, timestamp: generate(folder)? })
    }

    /// Each key, and the file that it is to lie in.
    fn files(&self, folder: &Path) -> Vec<(PathBuf, &SecretKey)> {
        let root = self.root.iter().zip(1..).map(|(key, at)| (KeyRole::Root, at, key));
        let online =
            [(KeyRole::Release, 1, &self.release), (KeyRole::Timestamp, 1, &self.timestamp)];
        root.chain(online).map(|(role, at, key)| (path(folder, role, at), key)).collect()
    }

    /// The first root, which names all of them, as it is signed.
    fn first_root(&self, threshold: usize, expires: Timestamp) -> Vec<u8> {
        let root = Root {
            head: Head { version: 1, expires },
            root: Authority::new(threshold, self.root.iter().map(SecretKey::public)),
            timestamp: Authority::new(1, [self.timestamp.public()]),
            snapshot: Authority::new(1, [self.release.public()]),
            targets: Authority::new(1, [self.release.public()]),
        };
        sign::root(&root, &self.root.iter().collect::<Vec<_>>())
    }
}

/// The next root, in which the new key stands in the place of the old.
fn replaced(root: &Root, role: KeyRole, old: &KeyId, new: &PublicKey, expires: Timestamp) -> Root {
    let mut next = root.clone();
    next.head = Head { version: root.head.version + 1, expires };
    let replace = |authority: &mut Authority| {
        authority.keys.remove(old);
        authority.keys.insert(new.id().clone(), new.clone());
    };
    match role {
        KeyRole::Root => replace(&mut next.root),
        KeyRole::Release => [&mut next.snapshot, &mut next.targets].into_iter().for_each(replace),
        KeyRole::Timestamp => replace(&mut next.timestamp),
    }
    next
}

fn path(folder: &Path, role: KeyRole, number: usize) -> PathBuf {
    folder.join(format!("{role}-{number}.key"))
}

fn generate(folder: &Path) -> Result<SecretKey, KeysError> {
    SecretKey::generate()
        .map_err(|source: KeyError| KeysError::Key { path: folder.to_owned(), source })
}

/// Refuses a folder that holds keys or roots.
fn refuse_keys(folder: &Path) -> Result<(), KeysError> {
    let is_root = |path: &PathBuf| path.to_string_lossy().ends_with(".root.json");
    let root = names(folder)?.into_iter().find(is_root);
    match root.or(private_files(folder)?.into_iter().next()) {
        Some(path) => Err(KeysError::There(path)),
        None => Ok(()),
    }
}

/// Has git leave private keys alone, before there are any.
fn ignore(folder: &Path) -> Result<(), KeysError> {
    let path = folder.join(".gitignore");
    let held = save::read(&path)?.unwrap_or_default();
    let held = String::from_utf8_lossy(&held).into_owned();
    let lacks = |line: &&str| !held.lines().any(|it| it == *line);
    let mut text = held.clone();
    for line in IGNORED.lines().filter(lacks) {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(line);
        text.push('\n');
    }
    Ok(save::write(&path, text.as_bytes())?)
}
