//! PO of GNU gettext.
//!
//! The context of a message (`msgctxt`) is the unit's address. What is not current is `fuzzy`, with
//! the source that it was made from as the previous one (`#| msgid`), so that gettext, Poedit and
//! Virtaal show what changed. The record stands in an extracted comment (`#. hexapla: …`). What is
//! obsolete is an obsolete message (`#~`).
//!
//! The reader is our own. `rspolib` 0.1.2 panics on 78 of the 1,394 beginnings of a small file, and
//! writes that file back with another first line; here errors need a place, whatever the bytes are.

mod entry;
mod lines;
mod pairs;
mod quote;
mod read;
mod write;

pub(crate) use pairs::pairs;
pub(crate) use read::read;
pub(crate) use write::write;

/// What the line of the record begins with.
const RECORD: &str = "hexapla: ";
/// The field of the header that names the source's locale.
const SOURCE: &str = "X-Source-Language";
