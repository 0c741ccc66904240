//! The formats of other tools.

use std::fmt;
use std::str::FromStr;

/// A format that translators' tools read and write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// XLIFF 2.1 (OASIS).
    Xliff,
    /// XLIFF 1.2 (OASIS), for tools that know no later one.
    Xliff12,
    /// PO of GNU gettext.
    Po,
    /// TMX 1.4b (LISA): pairs for a translation memory.
    Tmx,
    /// CSV by RFC 4180, in UTF-8.
    Csv,
    /// A spreadsheet in Office Open XML.
    Xlsx,
}

/// The text names no format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a format: expected xliff, xliff12, po, tmx, csv or xlsx")]
pub struct ParseFormatError(String);

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Xliff, Self::Xliff12, Self::Po, Self::Tmx, Self::Csv, Self::Xlsx];

    /// Its name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Xliff => "xliff",
            Self::Xliff12 => "xliff12",
            Self::Po => "po",
            Self::Tmx => "tmx",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// How names of its files end, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xliff | Self::Xliff12 => "xlf",
            _ => self.as_str(),
        }
    }

    /// Whether inline codes come back as codes; in other formats they are a part of the text.
    pub fn carries_codes(self) -> bool {
        matches!(self, Self::Xliff | Self::Xliff12)
    }

    /// The format that bytes look like, by their first kilobytes.
    pub fn guess(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK") {
            return Some(Self::Xlsx);
        }
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        if head.starts_with('<') {
            return guess_xml(head);
        }
        let first = head.lines().next().unwrap_or_default();
        if ["resource", "unit", "record"].iter().all(|it| first.contains(it)) {
            return Some(Self::Csv);
        }
        let is_po = |line: &str| line.starts_with("msgid ") || line.starts_with("msgctxt ");
        head.lines().any(is_po).then_some(Self::Po)
    }
}

/// The format of a document of XML, by its root.
fn guess_xml(head: &str) -> Option<Format> {
    if head.contains("<tmx") {
        return Some(Format::Tmx);
    }
    let root = &head[head.find("<xliff").or_else(|| head.find(":xliff"))?..];
    let root = &root[..root.find('>').unwrap_or(root.len())];
    let old = root.contains("version=\"1.") || root.contains("version='1.");
    Some(if old { Format::Xliff12 } else { Format::Xliff })
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = ParseFormatError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == text)
            .ok_or_else(|| ParseFormatError(text.to_owned()))
    }
}
