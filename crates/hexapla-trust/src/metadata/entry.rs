//! How one metadata file names another.

use crate::digest::{is_sha256, sha256};
use crate::fields::Fields;
use crate::json::Json;
use crate::refusal::Refusal;
use crate::role::Role;

/// How one metadata file names another: exactly these bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its version.
    pub version: u64,
    /// Its length in bytes.
    pub length: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

impl Entry {
    /// The entry of a file of this version with these bytes.
    pub fn of(version: u64, bytes: &[u8]) -> Self {
        Self { version, length: bytes.len() as u64, sha256: sha256(bytes) }
    }

    pub(crate) fn json(&self) -> Json {
        Json::object([
            ("hashes", Json::object([("sha256", Json::text(&self.sha256))])),
            ("length", Json::number(self.length)),
            ("version", Json::number(self.version)),
        ])
    }

    pub(crate) fn read(fields: &Fields<'_>) -> Result<Self, Refusal> {
        let version = fields.number("version", 1)?;
        Ok(Self { version, length: fields.number("length", 0)?, sha256: hash(fields)? })
    }

    /// Refuses bytes that are not those that are named.
    pub(crate) fn check(&self, file: &str, bytes: &[u8]) -> Result<(), Refusal> {
        check(file, bytes, self.length, &self.sha256)
    }

    /// Refuses an entry of a lower version than the one that is known, or other bytes under the
    /// same.
    pub(crate) fn require_after(&self, known: &Self, role: &Role) -> Result<(), Refusal> {
        if self.version > known.version || self == known {
            return Ok(());
        }
        let (found, known) = (self.version, known.version);
        Err(Refusal::Rollback { file: role.to_string(), found, known })
    }
}

/// `hashes.sha256` of an entry.
pub(crate) fn hash(fields: &Fields<'_>) -> Result<String, Refusal> {
    let hashes = fields.object("hashes")?;
    let hash = hashes.text("sha256")?;
    match is_sha256(hash) {
        true => Ok(hash.to_owned()),
        false => Err(hashes.wrong("sha256", "64 hexadecimal digits")),
    }
}

/// Refuses bytes of another length or SHA-256.
pub(crate) fn check(file: &str, bytes: &[u8], expected: u64, hash: &str) -> Result<(), Refusal> {
    let found = bytes.len() as u64;
    if found != expected {
        return Err(Refusal::Length { file: file.to_owned(), found, expected });
    }
    match sha256(bytes) == hash {
        true => Ok(()),
        false => Err(Refusal::Hash(file.to_owned())),
    }
}
