//! The bytes that a reader gets of a file.

use std::io::{self, Read};
use std::time::SystemTime;

use bytes::Bytes;
use headers::{AcceptRanges, ETag, HeaderMap, HeaderMapExt, HeaderValue, LastModified};
use hexapla_store::Name;
use hyper::header;
use sha2::{Digest, Sha256};

use super::encoding::Encoding;
use super::folder::Opened;
use super::media::media;
use super::stamp::Stamp;

/// The bytes that a reader gets of a file: those of the file itself, or of what lies beside it
/// precompressed.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Where they lie.
    pub(crate) name: Name,
    pub(crate) length: u64,
    pub(crate) modified: SystemTime,
    /// Tells them from all other bytes of that name.
    pub(crate) tag: ETag,
    /// What is said of them where they are given out.
    pub(crate) said: HeaderMap,
    /// The bytes themselves, unless they are too many to be held.
    pub(crate) held: Option<Bytes>,
}

/// The most bytes of a form that are held in memory.
pub(crate) const HELD: u64 = 1024 * 1024;

impl Form {
    /// Reads a file that was opened; `encoding` says how it is encoded, where it is not as released.
    pub(crate) fn read(name: Name, encoding: Option<Encoding>, opened: Opened) -> io::Result<Self> {
        let Opened { file, stamp: Stamp { length, modified, .. }, .. } = opened;
        let held = if length <= HELD { Some(all(file, length)?) } else { None };
        let tag = held.as_ref().map_or_else(|| seen_tag(length, modified), |it| hashed_tag(it))?;
        let said = said(&name, encoding, modified);
        Ok(Self { name, length, modified, tag, said, held })
    }

    /// How many bytes of memory it takes, about.
    pub(crate) fn weight(&self) -> u64 {
        let bytes = self.held.as_ref().map_or(0, Bytes::len);
        (bytes + self.name.as_str().len() + size_of::<Self>()) as u64
    }
}

/// What is said of bytes that are given out.
fn said(name: &Name, encoding: Option<Encoding>, modified: SystemTime) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let (content_type, policy) = media(name, encoding);
    headers.insert(header::CONTENT_TYPE, content_type);
    if let Some(policy) = policy {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.token()));
    }
    headers.typed_insert(LastModified::from(modified));
    headers.typed_insert(AcceptRanges::bytes());
    headers
}

/// All bytes of a file that has so many.
fn all(file: std::fs::File, length: u64) -> io::Result<Bytes> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(length).read_to_end(&mut bytes)?;
    match bytes.len() as u64 == length {
        true => Ok(bytes.into()),
        false => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// The tag of bytes, the same on every machine that serves them.
pub(crate) fn hashed_tag(bytes: &[u8]) -> io::Result<ETag> {
    let hash = Sha256::digest(bytes);
    tag(&hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// The tag of bytes that were not read: they are named by their hash, so this need not tell more
/// than whether a file was mended.
fn seen_tag(length: u64, modified: SystemTime) -> io::Result<ETag> {
    let since = modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    tag(&format!("{:x}-{length:x}", since.as_nanos()))
}

fn tag(text: &str) -> io::Result<ETag> {
    format!("\"{text}\"").parse().map_err(io::Error::other)
}
