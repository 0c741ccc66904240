//! Markdown: CommonMark and GFM as read by `pulldown-cmark`, with front matter.
//!
//! Blocks are units without key, front matter fields units with one. A block's text is its inline
//! Markdown without what it stands in (quote marks, indentation, bullets, heading marks, fences),
//! and its fingerprint is what a reader gets of it, with links resolved.

mod block;
mod comment;
mod content;
mod definitions;
mod document;
mod field;
mod frame;
mod front_matter;
mod inline;
mod insert;
mod lines;
mod meaning;
mod place;
mod render;
mod shortcode;
mod walk;

use std::ops::Range;

pub(crate) use document::extract;
pub(crate) use insert::insert;
pub(crate) use render::render;

/// The names of all front matter fields of a document, chosen as units or not, with their places.
pub fn front_matter_fields(text: &str) -> Vec<(String, Range<usize>)> {
    let (found, _) = front_matter::FrontMatter::find(text);
    found.map_or_else(Vec::new, |it| it.names(text))
}
