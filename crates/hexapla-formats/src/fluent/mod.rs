//! Project Fluent (`.ftl`), as read by `fluent-syntax`.
//!
//! The parser gives the meaning of entries; their places come from a scan of the lines, which also
//! keeps entries from the parser that are nested more deeply than it can bear.

mod codes;
mod entry;
mod extract;
mod i18next;
mod insert;
mod inspect;
mod meaning;

pub(crate) use extract::extract;
pub use i18next::{I18nextText, Inexpressible, Keys, VALUE, to_i18next};
pub(crate) use insert::insert;
pub use inspect::{Call, EntryFacts, Part, Select, Selector, inspect};

use crate::normalise::line_end;

/// The bytes that replace an entry with the given text.
pub(crate) fn render(file: &str, new: &str) -> String {
    new.replace('\n', line_end(file))
}
