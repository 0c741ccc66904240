//! Markdown: CommonMark and GFM as read by `pulldown-cmark`, with front matter, and the dialects of
//! MDX, Docusaurus, MkDocs, Hugo and their like.
//!
//! Blocks are units without key, front matter fields units with one. A block's text is its inline
//! Markdown without what it stands in (quote marks, indentation, bullets, heading marks, fences),
//! and its fingerprint is what a reader gets of it, with links resolved.

mod block;
mod comment;
mod construct;
mod content;
mod definitions;
mod dialect;
mod document;
mod field;
mod frame;
mod front_matter;
mod html;
mod inline;
mod insert;
mod jsx;
mod line;
mod lines;
mod margins;
mod masked;
mod mdx;
mod meaning;
mod nesting;
mod place;
mod render;
mod script;
mod shortcode;
mod spelling;
mod walk;
mod words;

use std::ops::Range;

pub use dialect::{Dialect, ParseDialectError};
pub(crate) use document::extract;
pub use html::{Images, escaped, row_cells, to_html, unit_images, unit_to_html};
pub(crate) use insert::insert;
pub(crate) use render::render;

/// The names of all front matter fields of a document, chosen as units or not, with their places.
pub fn front_matter_fields(text: &str) -> Vec<(String, Range<usize>)> {
    let (found, _) = front_matter::FrontMatter::find(text);
    found.map_or_else(Vec::new, |it| it.names(text))
}
