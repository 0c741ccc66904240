//! Asking for a passphrase.

use std::io::{Error, Result};
use std::path::Path;

use hexapla_trust::sign::Zeroizing;
use hexapla_workspace::Purpose;

/// The passphrase for the key in a file: what HEXAPLA_PASSPHRASE says, else what is typed on the
/// terminal, where it is not shown. That of a new key is asked for twice.
pub(super) fn passphrase(path: &Path, purpose: Purpose) -> Result<Zeroizing<String>> {
    let passphrase = match std::env::var("HEXAPLA_PASSPHRASE") {
        Ok(passphrase) => Zeroizing::new(passphrase),
        Err(_) => typed(path, purpose)?,
    };
    match passphrase.is_empty() {
        true => Err(Error::other("it is empty")),
        false => Ok(passphrase),
    }
}

/// The same where nobody is there to be asked.
pub(crate) fn given(_: &Path, _: Purpose) -> Result<Zeroizing<String>> {
    let given = std::env::var("HEXAPLA_PASSPHRASE");
    given.map(Zeroizing::new).map_err(|_| Error::other("HEXAPLA_PASSPHRASE does not say it"))
}

fn typed(path: &Path, purpose: Purpose) -> Result<Zeroizing<String>> {
    let path = crate::ui::nearer(path);
    let ask = |prompt: String| rpassword::prompt_password(prompt).map(Zeroizing::new);
    let first = ask(format!("passphrase of {path}: "))?;
    if purpose == Purpose::Encrypt && *ask("the same again: ".to_owned())? != *first {
        return Err(Error::other("the two differ"));
    }
    Ok(first)
}
