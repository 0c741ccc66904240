//! How far the translations are, for editors.

mod badge;
mod matrix;
mod order;
mod page;
mod trend;

pub(crate) use badge::badge;
pub(crate) use matrix::Cell;
pub(crate) use page::{csv, list, page};
pub(crate) use trend::csv as trend_csv;
