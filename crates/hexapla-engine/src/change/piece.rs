//! What a passage is made of, as far as a reader minds.

use std::ops::Range;

use super::class::ChangeClass;
use super::passage::Passage;
use super::reader::Reader;

/// Something in a passage that may change by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What kind of change it is when this changes.
    pub(super) class: ChangeClass,
    /// How it is compared; of a piece with a slot, all but the value in it.
    pub(super) key: String,
    /// Of a word, how it is written.
    pub(super) exact: String,
    /// Whether a sentence begins with it.
    pub(super) first: bool,
    /// How many words stand before it.
    pub(super) at: usize,
    /// A value in it that a translation has to hold as it is.
    pub(super) slot: Option<Slot>,
}

/// A value that does not depend on the language, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) kind: SlotKind,
    pub(super) value: String,
    /// The place in the text of its part that holds the value.
    pub(super) span: Range<usize>,
}

/// What a [`Slot`] holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SlotKind {
    Number,
    Link,
    Code,
}

impl Piece {
    /// Everything that is compared.
    pub(super) fn whole(&self) -> (usize, &str, Option<&str>) {
        (self.at, &self.key, self.slot.as_ref().map(|slot| slot.value.as_str()))
    }
}

/// The pieces of a passage in order.
pub(super) fn pieces(passage: &Passage) -> Vec<Piece> {
    let mut reader = Reader::default();
    for (at, part) in passage.parts.iter().enumerate() {
        if at > 0 {
            reader.boundary();
        }
        reader.part(part);
    }
    reader.pieces
}
