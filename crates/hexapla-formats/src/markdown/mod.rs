//! Markdown: CommonMark and GFM as read by `pulldown-cmark`, with front matter.
//!
//! Blocks are units without key, front matter fields units with one. A block's text is its inline
//! Markdown without what it stands in (quote marks, indentation, bullets, heading marks, fences),
//! and its fingerprint is what a reader gets of it, with links resolved.

mod block;
mod builder;
mod extract;
mod front_matter;
mod insert;
mod lines;
mod meaning;
mod render;

pub(crate) use extract::extract;
pub(crate) use insert::insert;
pub(crate) use render::render;
