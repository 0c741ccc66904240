//! The file of a private key.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use hexapla_trust::KeyId;
use hexapla_trust::sign::{KeyError, SecretKey, Zeroizing};

use super::{Ask, KeysError, Purpose};
use crate::error::Error;
use crate::save;

/// How the first line begins, which names the key for people and for `keys list`. It proves
/// nothing: the key itself has to have that id where it signs.
const HEAD: &str = "Key ";

/// The file of a private key, of which only its first line was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyFile {
    pub(crate) path: PathBuf,
    pub(crate) id: KeyId,
    pub(crate) encrypted: bool,
    /// Whether others than the owner may read it.
    pub(crate) exposed: bool,
}

impl KeyFile {
    /// Looks at a file; nothing where it does not tell which key it holds. A key of another tool,
    /// whose file has no first line of ours, tells that itself unless it is encrypted.
    pub(crate) fn look(path: &Path) -> Result<Option<Self>, Error> {
        let (exposed, text) = read(path)?;
        let named = text.lines().next().and_then(|it| it.strip_prefix(HEAD)).map(KeyId::named);
        let held = || SecretKey::from_pem(&text, None).ok().map(|it| it.public().id().clone());
        let encrypted = SecretKey::is_encrypted(&text);
        let path = path.to_owned();
        Ok(named.or_else(held).map(|id| Self { path, id, encrypted, exposed }))
    }

    /// The key, for which a passphrase is asked where it is encrypted.
    pub(crate) fn open(&self, ask: Ask) -> Result<SecretKey, KeysError> {
        let (exposed, text) = read(&self.path)?;
        if exposed {
            return Err(KeysError::Exposed(self.path.clone()));
        }
        let passphrase = match SecretKey::is_encrypted(&text) {
            true => Some(passphrase(&self.path, Purpose::Open, ask)?),
            false => None,
        };
        let fail = |source| KeysError::Key { path: self.path.clone(), source };
        let key = SecretKey::from_pem(&text, passphrase.as_deref().map(String::as_str));
        match key.map_err(fail)? {
            key if *key.public().id() == self.id => Ok(key),
            _ => Err(fail(KeyError::Format)),
        }
    }
}

/// Asks for the passphrase of the key in this file.
pub(crate) fn passphrase(
    path: &Path,
    purpose: Purpose,
    ask: Ask,
) -> Result<Zeroizing<String>, KeysError> {
    ask(path, purpose).map_err(|source| KeysError::Passphrase { path: path.to_owned(), source })
}

/// Writes a key into a new file that only its owner may read.
pub(crate) fn create(
    path: &Path,
    key: &SecretKey,
    passphrase: Option<&str>,
) -> Result<(), KeysError> {
    let fail = |source| KeysError::Key { path: path.to_owned(), source };
    let pem = key.to_pem(passphrase).map_err(fail)?;
    let text = Zeroizing::new(format!("{HEAD}{}\n{}", key.public().id(), *pem));
    create_new(path, text.as_bytes(), 0o600)?;
    Ok(())
}

/// Creates a file that is not there yet; its bytes and name have reached the disk when this returns.
pub(crate) fn create_new(path: &Path, bytes: &[u8], mode: u32) -> Result<(), KeysError> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let mut file = options.open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => KeysError::There(path.to_owned()),
        _ => Error::io("write", path)(error).into(),
    })?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.map_err(Error::io("write", path))?;
    path.parent().map_or(Ok(()), save::sync_folder)?;
    Ok(())
}

/// Whether others may read the file, and its text.
fn read(path: &Path) -> Result<(bool, Zeroizing<String>), Error> {
    let mut file = save::open(path).map_err(Error::io("read", path))?;
    let exposed = is_exposed(&file).map_err(Error::io("read", path))?;
    let mut bytes = Zeroizing::new(Vec::new());
    let most = 64 * 1024;
    (&mut file).take(most).read_to_end(&mut bytes).map_err(Error::io("read", path))?;
    Ok((exposed, Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned())))
}

#[cfg(unix)]
fn is_exposed(file: &File) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(file.metadata()?.permissions().mode() & 0o077 != 0)
}

/// Where a file has no such mode, the folder says who may read it.
#[cfg(not(unix))]
fn is_exposed(_file: &File) -> std::io::Result<bool> {
    Ok(false)
}
