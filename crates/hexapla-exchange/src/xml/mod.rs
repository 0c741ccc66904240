//! XML as exchange formats use it: no document type, no entities of its own, bounded in depth and
//! size.

mod document;
mod element;
mod writer;

pub(crate) use document::{Document, Step};
pub(crate) use element::{Element, Node, Space};
pub(crate) use writer::{Writer, markup, tag, words};
