//! A block and the lines that it takes up.

use std::ops::Range;

use hexapla_model::Unit;

/// A unit with the bytes of everything that belongs to it: its marks, bullet or fences, and the
/// line up to it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub(super) unit: Unit,
    pub(super) outer: Range<usize>,
}

/// The start of the line that `at` is in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}
