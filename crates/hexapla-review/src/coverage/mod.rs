//! How far the translations are, for editors.

mod badge;
mod matrix;
mod order;
mod page;

pub(crate) use badge::badge;
pub(crate) use matrix::Cell;
pub(crate) use page::{csv, list, page};
