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
        Some((scheme, _)) => Err(Error::Address {
            address: format!("{scheme}://…"),
            why: "a store is a folder, `s3://…` or `https://…`".to_owned(),
        }),
        None if address.is_empty() => {
            Err(Error::Address { address: String::new(), why: "it is empty".to_owned() })
        }
        None => Ok(Box::new(Folder::new(address))),
    }
}
