//! The locale that all of a file is about.
//!
//! Where the first line of a file is `{"v":1,"only":"es"}`, every fact in it is about Spanish, and
//! whoever asks of another locale need not read on. A fact about anything else that stands there
//! all the same is none: whoever reads everything has to come to the same answer.

use hexapla_model::Locale;

use crate::fact::Fact;
use crate::record::{Head, RecordError, head, only_line};

/// How many bytes from its beginning tell what locale a file is of.
pub const BEGINNING: usize = 256;

/// The locale that a file is of, by the first bytes of it; none where it may be about anything.
pub fn only(beginning: &[u8]) -> Option<Locale> {
    let line = beginning.get(..memchr::memchr(b'\n', beginning)?)?;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    match head(line)? {
        Head::Only(locale) => locale.parse().ok(),
        _ => None,
    }
}

/// The first line of a file that is of one locale, with line end.
pub(crate) fn beginning(locale: &str) -> Vec<u8> {
    (only_line(locale) + "\n").into_bytes()
}

/// Refuses a fact that is about something else than its file.
pub(crate) fn check(only: Option<&Locale>, fact: &Fact) -> Result<(), RecordError> {
    match only {
        Some(locale) if fact.locale() != Some(locale) => {
            Err(RecordError::Astray(locale.to_string()))
        }
        _ => Ok(()),
    }
}
