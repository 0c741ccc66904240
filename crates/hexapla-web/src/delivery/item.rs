//! A file of a store, as it can be given out.

use std::io::{self, Read};
use std::time::SystemTime;

use bytes::Bytes;
use headers::{AcceptRanges, ETag, HeaderMap, HeaderMapExt, HeaderValue, LastModified};
use hexapla_store::Name;
use hyper::header;
use sha2::{Digest, Sha256};

use super::address::{Address, Kind};
use super::encoding::Encoding;
use super::folder::{Folder, Opened};
use super::media::media;
use super::stamp::Stamp;

/// A file of a store with its precompressed forms.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) stamp: Stamp,
    /// Whether it is the same as long as its stamp is.
    pub(crate) settled: bool,
    plain: Form,
    encoded: Vec<Form>,
}

/// The bytes that a reader gets.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Where they lie.
    pub(crate) name: Name,
    /// How they are encoded; nothing where they are as released.
    encoding: Option<Encoding>,
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

impl Item {
    /// Reads a file and what lies beside it precompressed. A publisher puts that first.
    pub(crate) fn read(folder: &Folder, address: &Address) -> io::Result<Option<Self>> {
        let Some(opened) = folder.open(&address.name)? else { return Ok(None) };
        let (stamp, settled) = (opened.stamp, opened.settled);
        let plain = Form::read(address.name.clone(), None, opened)?;
        let mut encoded = Vec::new();
        let encodings = if address.kind == Kind::Content { &Encoding::ALL[..] } else { &[] };
        for &encoding in encodings {
            let name = format!("{}{}", address.name, encoding.ending());
            let Ok(name) = Name::new(&name) else { continue };
            if let Some(opened) = folder.open(&name)? {
                encoded.push(Form::read(name, Some(encoding), opened)?);
            }
        }
        Ok(Some(Self { stamp, settled, plain, encoded }))
    }

    /// The form that a reader takes most gladly.
    pub(crate) fn best(&self, headers: &HeaderMap) -> &Form {
        let form = |it: Encoding| self.encoded.iter().find(|form| form.encoding == Some(it));
        let best = Encoding::best(headers, |it| form(it).is_some());
        best.and_then(form).unwrap_or(&self.plain)
    }

    /// Whether there are several forms.
    pub(crate) fn varies(&self) -> bool {
        !self.encoded.is_empty()
    }

    /// How many bytes of memory it takes.
    pub(crate) fn weight(&self) -> u64 {
        let forms = self.encoded.iter().chain([&self.plain]);
        let held =
            |form: &Form| form.held.as_ref().map_or(0, Bytes::len) + form.name.as_str().len();
        forms.map(|form| held(form) as u64 + size_of::<Form>() as u64).sum()
    }
}

impl Form {
    fn read(name: Name, encoding: Option<Encoding>, opened: Opened) -> io::Result<Self> {
        let Opened { file, stamp: Stamp { length, modified, .. }, .. } = opened;
        let held = if length <= HELD { Some(all(file, length)?) } else { None };
        let tag = held.as_ref().map_or_else(|| seen_tag(length, modified), |it| hashed_tag(it))?;
        let said = said(&name, encoding, modified);
        Ok(Self { name, encoding, length, modified, tag, said, held })
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
