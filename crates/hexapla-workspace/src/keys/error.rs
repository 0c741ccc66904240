//! What can go wrong with a folder of keys.

use std::path::PathBuf;

use hexapla_trust::Refusal;
use hexapla_trust::sign::KeyError;

use super::KeyRole;
use crate::error::Error;

/// What can go wrong with a folder of keys.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// There are none.
    #[error("no keys in `{0}`")]
    None(PathBuf),
    /// There are some already, or parts of them.
    #[error("`{0}` exists already")]
    There(PathBuf),
    /// Others than the owner may read the file of a private key.
    #[error("`{0}` is a private key, and others may read it")]
    Exposed(PathBuf),
    /// The private half of a role's key is not here.
    #[error("the private key of `{role}` is not in `{folder}`")]
    Missing {
        /// The role.
        role: KeyRole,
        /// Where keys are kept.
        folder: PathBuf,
    },
    /// Too few private keys of the root are here to sign the next.
    #[error("{here} of the private root keys {} in `{folder}`, the next root needs {needed}", if *.here == 1 { "is" } else { "are" })]
    TooFew {
        /// How many are here.
        here: usize,
        /// How many have to sign.
        needed: usize,
        /// Where keys are kept.
        folder: PathBuf,
    },
    /// Fewer keys than have to sign, or none at all.
    #[error("{keys} root keys cannot have a threshold of {threshold}")]
    Threshold {
        /// How many keys there would be.
        keys: usize,
        /// How many would have to sign.
        threshold: usize,
    },
    /// No key of the role is called so, or several could be meant.
    #[error("which key of `{role}`? there are {}", .keys.join(", "))]
    Which {
        /// The role.
        role: KeyRole,
        /// The short ids of its keys.
        keys: Vec<String>,
    },
    /// A private key cannot be read.
    #[error("`{path}`: {source}")]
    Key {
        /// The file.
        path: PathBuf,
        /// Why.
        source: KeyError,
    },
    /// A root is damaged, or is not signed by the one before.
    #[error("`{path}`: {source}")]
    Root {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Refusal,
    },
    /// The passphrase cannot be asked.
    #[error("cannot ask for the passphrase of `{path}`: {source}")]
    Passphrase {
        /// The file of the key.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The disk said no.
    #[error(transparent)]
    Disk(#[from] Error),
}

impl KeysError {
    /// The next step, where there is one.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::None(_) => "`hexapla keys init` makes them",
            Self::There(_) => "keys are replaced with `hexapla keys rotate`, never written over",
            Self::Exposed(path) => {
                let path = path.display();
                return Some(format!(
                    "`chmod 600 {path}`, and replace the key where somebody else may have read it"
                ));
            }
            Self::Missing { .. } => "`hexapla keys list` shows which are here; copy its file there",
            Self::TooFew { .. } => {
                "copy the files of more root keys there, and remove them again after"
            }
            Self::Threshold { .. } => "say at least as many `--root-keys` as the `--threshold`",
            Self::Which { .. } => "name it with `--key`",
            Self::Key { source: KeyError::Passphrase | KeyError::Encrypted, .. } => {
                "type it where you are asked, or set HEXAPLA_PASSPHRASE"
            }
            Self::Key { .. } | Self::Root { .. } => "restore the file from a backup",
            Self::Passphrase { .. } => "without a terminal, set HEXAPLA_PASSPHRASE",
            Self::Disk(error) => return error.hint(),
        };
        Some(hint.to_owned())
    }
}
