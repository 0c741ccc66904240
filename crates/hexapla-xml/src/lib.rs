//! Reads XML 1.0 that strangers wrote, element by element: of a document type nothing but a name is read,
//! nothing is fetched, entities are XML's own, and depth and size are bounded.

mod document;
mod element;
pub mod limits;
mod problem;

pub use document::{Document, Step};
pub use element::{Element, Node, Space};
pub use problem::Problem;

/// Whether XML 1.0 holds the character (its production 2, `Char`).
pub fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
