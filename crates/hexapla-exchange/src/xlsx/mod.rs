//! Spreadsheets in Office Open XML.
//!
//! The sheet is protected without a password: only the target and its state can be edited, and the
//! state is one of a list. The column of records is hidden.

mod archive;
mod book;
mod read;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;
