//! Secret keys as files.

use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey, KeypairBytes};
use pkcs8::der::pem::PemLabel;
use pkcs8::{EncryptedPrivateKeyInfoOwned, LineEnding, PrivateKeyInfoRef, SecretDocument};
use zeroize::Zeroizing;

use super::SecretKey;

/// A secret key cannot be made, read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The system gives no randomness.
    #[error("the system gives no randomness: {0}")]
    Randomness(String),
    /// The text is no Ed25519 key in PKCS#8.
    #[error("it is no Ed25519 key in PKCS#8 PEM")]
    Format,
    /// The key is encrypted, and no passphrase was given.
    #[error("it is encrypted")]
    Encrypted,
    /// It does not open with this passphrase.
    #[error("it does not open with this passphrase")]
    Passphrase,
}

impl SecretKey {
    /// A new key, of the randomness of the system.
    ///
    /// # Errors
    /// Where the system gives none.
    pub fn generate() -> Result<Self, KeyError> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut()).map_err(|it| KeyError::Randomness(it.to_string()))?;
        Ok(Self::from_seed(&seed))
    }

    /// Its text: PKCS#8 PEM (RFC 8410), encrypted (PBES2 of scrypt and AES-256) where there is a
    /// passphrase.
    ///
    /// # Errors
    /// Where the system gives no randomness to encrypt it with.
    pub fn to_pem(&self, passphrase: Option<&str>) -> Result<Zeroizing<String>, KeyError> {
        // The public half is left out, as OpenSSL does.
        let bytes = KeypairBytes { secret_key: self.0.to_bytes(), public_key: None };
        let document = bytes.to_pkcs8_der().map_err(|_| KeyError::Format)?;
        let Some(passphrase) = passphrase else {
            return pem(&document, PrivateKeyInfoRef::PEM_LABEL);
        };
        let plain: PrivateKeyInfoRef<'_> =
            document.as_bytes().try_into().map_err(|_| KeyError::Format)?;
        let encrypted = plain.encrypt(passphrase);
        let encrypted = encrypted.map_err(|it| KeyError::Randomness(it.to_string()))?;
        pem(&encrypted, EncryptedPrivateKeyInfoOwned::PEM_LABEL)
    }

    /// Reads what [`Self::to_pem`] wrote, or another tool that writes PKCS#8.
    ///
    /// # Errors
    /// Where it is no such key, or does not open with the passphrase.
    pub fn from_pem(text: &str, passphrase: Option<&str>) -> Result<Self, KeyError> {
        let (label, document) = SecretDocument::from_pem(text).map_err(|_| KeyError::Format)?;
        let plain = match (label, passphrase) {
            (PrivateKeyInfoRef::PEM_LABEL, _) => document,
            (EncryptedPrivateKeyInfoOwned::PEM_LABEL, Some(passphrase)) => {
                let encrypted = EncryptedPrivateKeyInfoOwned::try_from(document.as_bytes());
                let encrypted = encrypted.map_err(|_| KeyError::Format)?;
                encrypted.decrypt(passphrase).map_err(|_| KeyError::Passphrase)?
            }
            (EncryptedPrivateKeyInfoOwned::PEM_LABEL, None) => return Err(KeyError::Encrypted),
            _ => return Err(KeyError::Format),
        };
        SigningKey::from_pkcs8_der(plain.as_bytes()).map(Self).map_err(|_| KeyError::Format)
    }

    /// Whether a text is an encrypted key, for which a passphrase has to be asked.
    pub fn is_encrypted(text: &str) -> bool {
        text.contains(EncryptedPrivateKeyInfoOwned::PEM_LABEL)
    }
}

fn pem(document: &SecretDocument, label: &'static str) -> Result<Zeroizing<String>, KeyError> {
    document.to_pem(label, LineEnding::LF).map_err(|_| KeyError::Format)
}
