//! Metadata that is believed.

use crate::digest::sha256;
use crate::metadata::{Entry, Metadata};
use crate::refusal::Refusal;

/// Metadata that is believed, beside the very text that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verified<T> {
    pub(crate) content: T,
    pub(crate) text: String,
    sha256: String,
}

impl<T: Metadata> Verified<T> {
    pub(crate) fn new(content: T, bytes: &[u8], file: &str) -> Result<Self, Refusal> {
        let text = std::str::from_utf8(bytes);
        let text = text.map_err(|_| Refusal::format(file, "it is not UTF-8"))?.to_owned();
        Ok(Self { content, text, sha256: sha256(bytes) })
    }

    /// Whether it is exactly what `entry` names.
    pub(crate) fn is(&self, entry: &Entry) -> bool {
        self.content.head().version == entry.version && self.sha256 == entry.sha256
    }
}
