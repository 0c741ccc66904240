//! A block and the lines that it takes up.

use std::ops::Range;

use hexapla_model::Unit;

/// A unit with what belongs to it in its file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub(super) unit: Unit,
    /// The bytes of everything that belongs to it: its marks, bullet, fences or delimiter row,
    /// from the start of its first line.
    pub(super) outer: Range<usize>,
    /// The block that it cannot stand without, by its place among the document's blocks: the
    /// header of its table, the text of the item that it is in.
    pub(super) owner: Option<usize>,
    /// The block that stands around others and cannot stand without this one, its end.
    pub(super) closes: Option<usize>,
}
