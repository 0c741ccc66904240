//! Bytes to text.

use hexapla_model::{Diagnostic, Phrase};

/// The file is no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A byte sequence that is not UTF-8, at the given offset.
    #[error("invalid UTF-8 at byte {0}")]
    InvalidUtf8(usize),
    /// A NUL character, at the given offset.
    #[error("NUL character at byte {0}")]
    Nul(usize),
    /// More bytes than a text resource may have.
    #[error("{0} bytes in one file")]
    TooLarge(usize),
}

/// The most bytes that a text resource may have: some hundred times what people translate, and
/// little enough for any content to be read within seconds and a few gigabytes.
const LIMIT: usize = 16 * 1024 * 1024;

impl DecodeError {
    /// The same as a located finding.
    pub fn diagnostic(&self) -> Diagnostic {
        match *self {
            Self::InvalidUtf8(at) => Diagnostic::error(
                "invalid-utf-8",
                at..at + 1,
                Phrase::in_english("expected UTF-8 text"),
            )
            .with_hint(Phrase::in_english(
                "save the file as UTF-8; nothing of it was read or changed",
            )),
            Self::Nul(at) => Diagnostic::error(
                "nul-character",
                at..at + 1,
                Phrase::in_english("NUL in a text file"),
            )
            .with_hint(Phrase::in_english(
                "is this a binary file? if so, give it a collection of format `asset`",
            )),
            Self::TooLarge(bytes) => {
                let message = format!("{bytes} bytes of text, expected at most {LIMIT}");
                Diagnostic::error("file-too-large", 0..0, Phrase::in_english(message)).with_hint(
                    Phrase::in_english("split the file; nothing of it was read or changed"),
                )
            }
        }
    }
}

/// The bytes as text; a byte order mark stays part of it.
///
/// # Errors
/// Where the bytes are not UTF-8, hold a NUL, or are more than 16 MiB.
pub fn decode(bytes: &[u8]) -> Result<&str, DecodeError> {
    if bytes.len() > LIMIT {
        return Err(DecodeError::TooLarge(bytes.len()));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| DecodeError::InvalidUtf8(error.valid_up_to()))?;
    text.find('\0').map_or(Ok(text), |at| Err(DecodeError::Nul(at)))
}
