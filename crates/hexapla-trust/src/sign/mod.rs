//! The signing half: metadata to signed files. Same input, same bytes.

#[cfg(feature = "key-files")]
mod key_file;
mod secret_key;

use std::collections::BTreeMap;

use crate::envelope;
use crate::json::Json;
use crate::metadata::{LocaleFiles, Metadata, Pointer, Root, Snapshot, Targets};

#[cfg(feature = "key-files")]
pub use key_file::KeyError;
pub use secret_key::SecretKey;
#[cfg(feature = "key-files")]
pub use zeroize::Zeroizing;

/// The file of a root, signed by these keys: by those of its own root role and, where there is a
/// former root, by those of that one.
pub fn root(content: &Root, keys: &[&SecretKey]) -> Vec<u8> {
    signed(content, keys)
}

/// The file of a pointer, signed by these keys.
pub fn pointer(content: &Pointer, keys: &[&SecretKey]) -> Vec<u8> {
    signed(content, keys)
}

/// The file of a snapshot, signed by these keys.
pub fn snapshot(content: &Snapshot, keys: &[&SecretKey]) -> Vec<u8> {
    signed(content, keys)
}

/// The file that says what a release is, signed by these keys.
pub fn targets(content: &Targets, keys: &[&SecretKey]) -> Vec<u8> {
    signed(content, keys)
}

/// The file of the files of a locale, signed by these keys.
pub fn locale(content: &LocaleFiles, keys: &[&SecretKey]) -> Vec<u8> {
    signed(content, keys)
}

fn signed<T: Metadata>(content: &T, keys: &[&SecretKey]) -> Vec<u8> {
    let head = content.head().entries(&content.role());
    let entries = content.entries().into_iter().chain(head);
    let signed = Json::Object(entries.map(|(name, it)| (name.to_owned(), it)).collect());
    let canonical = signed.canonical();
    let signature = |key: &&SecretKey| (key.public().id().clone(), key.sign(canonical.as_bytes()));
    let signatures: BTreeMap<_, _> = keys.iter().map(signature).collect();
    envelope::write(&signatures, signed)
}
