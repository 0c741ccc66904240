//! From what a person writes to a store.

use crate::bucket::Bucket;
use crate::error::Error;
use crate::folder::Folder;
use crate::http::Http;
use crate::store::Store;

/// The store at an address: `s3://bucket/prefix`, `https://host/path` (only to read), or the path of
/// a folder.
pub fn open(address: &str) -> Result<Box<dyn Store>, Error> {
    match address.split_once("://") {
        Some(("s3", _)) => Ok(Box::new(Bucket::open(address)?)),
        Some(("http" | "https", _)) => Ok(Box::new(Http::open(address)?)),
        Some(_) => Err(Error::address(address, "a store is a folder, `s3://…` or `https://…`")),
        None if address.is_empty() => Err(Error::address(address, "it is empty")),
        None => Ok(Box::new(Folder::new(address))),
    }
}
