//! From what a person writes to a store.

use std::time::Duration;

#[cfg(feature = "bucket")]
use crate::bucket::Bucket;
use crate::error::Error;
use crate::folder::Folder;
use crate::http::Http;
use crate::store::Store;

/// The longest that one request may take, unless somebody has less patience.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The store at an address: `s3://bucket/prefix`, `https://host/path` (only to read), or the path of
/// a folder.
pub fn open(address: &str) -> Result<Box<dyn Store>, Error> {
    open_within(address, PATIENCE)
}

/// The same, of which no request may take longer than `patience`. A folder takes as long as the disk.
pub fn open_within(address: &str, patience: Duration) -> Result<Box<dyn Store>, Error> {
    match address.split_once("://") {
        Some(("s3", _)) => bucket(address, patience),
        Some(("http" | "https", _)) => Ok(Box::new(Http::open(address)?.within(patience))),
        Some(_) => Err(Error::address(address, "a store is a folder, `s3://…` or `https://…`")),
        None if address.is_empty() => Err(Error::address(address, "it is empty")),
        None => Ok(Box::new(Folder::new(address))),
    }
}

#[cfg(feature = "bucket")]
fn bucket(address: &str, patience: Duration) -> Result<Box<dyn Store>, Error> {
    Ok(Box::new(Bucket::open_within(address, patience)?))
}

#[cfg(not(feature = "bucket"))]
fn bucket(address: &str, _: Duration) -> Result<Box<dyn Store>, Error> {
    Err(Error::address(address, "this program was built without buckets"))
}
