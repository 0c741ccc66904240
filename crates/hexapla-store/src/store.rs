//! The seam: what a store can do.

use crate::error::Error;
use crate::name::Name;

/// What tells one state of an object from another: an ETag, or a hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version(pub String);

/// The bytes of an object, and which state of it they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// All of them.
    pub bytes: Vec<u8>,
    /// The state they are of.
    pub version: Version,
}

/// What a store says of an object without giving it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: Name,
    /// In bytes.
    pub length: u64,
    /// When it was last written, in seconds since 1970 by the clock of the store.
    pub modified: u64,
}

/// How a write under a condition went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was written.
    Written,
    /// The condition did not hold, so nothing was written. It may be that an earlier try of the
    /// same write went through and its answer was lost: read it back.
    Kept,
}

/// Whether a store heeds the conditions of writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conditions {
    /// It does.
    Heeded,
    /// It takes every write.
    Ignored,
    /// Nobody knows: it has to be tried.
    Unknown,
}

/// Named bytes, in a folder, a bucket or behind a URL.
///
/// An error of which [`Error::may_pass`] is true may come after a write that happened.
pub trait Store: Send + Sync {
    /// The bytes of an object, at most `limit`; nothing where there is none.
    fn get(&self, name: &Name, limit: u64) -> Result<Option<Object>, Error>;

    /// What there is of an object; nothing where there is none. Unlike [`Store::list`] never stale.
    fn look(&self, name: &Name) -> Result<Option<Entry>, Error>;

    /// Writes an object, whatever is there.
    fn put(&self, name: &Name, bytes: &[u8]) -> Result<(), Error>;

    /// Writes an object where none is.
    fn create(&self, name: &Name, bytes: &[u8]) -> Result<Outcome, Error>;

    /// Writes an object while it is in the state that was read.
    fn replace(&self, name: &Name, bytes: &[u8], read: &Version) -> Result<Outcome, Error>;

    /// The objects whose names begin with `prefix`, which is empty or ends in `/`, sorted by name.
    /// It may lag behind.
    fn list(&self, prefix: &str) -> Result<Vec<Entry>, Error>;

    /// Removes an object; it is no error where there is none.
    fn remove(&self, name: &Name) -> Result<(), Error>;

    /// Whether [`Store::create`] and [`Store::replace`] keep their word.
    fn conditions(&self) -> Conditions;
}
