//! Texts that can be compared: with the parts of them that are no words.

use hexapla_formats::Format;
use hexapla_ledger::Ledger;
use hexapla_model::{Group, InlineCode, Unit, UnitKind};

use super::kept;
use super::verbatim::tags;
use crate::snapshot::Resource;

/// The text of a unit, or of several that belong together, with its inline codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub(super) parts: Vec<Part>,
}

/// The text of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) kind: UnitKind,
    pub(super) text: String,
    pub(super) codes: Vec<InlineCode>,
}

impl Passage {
    /// A text of the given kind with its inline codes, in order.
    pub fn new(kind: UnitKind, text: impl Into<String>, codes: Vec<InlineCode>) -> Self {
        Self { parts: vec![Part::new(kind, text.into(), codes)] }
    }

    /// The text of units as they stand in a file.
    pub fn of(units: &[Unit]) -> Self {
        let part = |unit: &Unit| Part::new(unit.kind, unit.text.clone(), unit.codes.clone());
        Self { parts: units.iter().map(part).collect() }
    }

    /// What `group` was, from the words on record, and whether it still reads as what it was:
    /// nothing where words are missing. `like` are the units in its place today.
    pub fn kept(
        resource: &Resource,
        ledger: &Ledger,
        group: &Group,
        like: &[Unit],
    ) -> Option<(Self, bool)> {
        let mut parts = Vec::new();
        let mut faithful = true;
        for (at, &fingerprint) in group.members().iter().enumerate() {
            let text = ledger.text(fingerprint)?;
            let unit = like.get(at).or(like.last())?;
            let (codes, same) = match unit.kind {
                UnitKind::CodeBlock | UnitKind::ArrayItem | UnitKind::Asset => (Vec::new(), true),
                _ if unit.key.is_some() && resource.collection.format != Format::Fluent => {
                    (Vec::new(), true)
                }
                kind => kept::codes(resource, kind, text, fingerprint),
            };
            faithful &= same;
            parts.push(Part::new(unit.kind, text.to_owned(), codes));
        }
        Some((Self { parts }, faithful))
    }

    /// Its words: the texts of its units, each a paragraph.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        texts.join("\n\n")
    }

    /// The only part, where there is only one.
    pub(super) fn single(&self) -> Option<&Part> {
        match self.parts.as_slice() {
            [part] => Some(part),
            _ => None,
        }
    }

    /// Whether all of it is code.
    pub(super) fn is_code(&self) -> bool {
        self.parts.iter().all(|part| part.kind == UnitKind::CodeBlock)
    }
}

impl Part {
    fn new(kind: UnitKind, text: String, codes: Vec<InlineCode>) -> Self {
        let codes = match kind {
            UnitKind::Markup if codes.is_empty() => tags(&text),
            _ => codes,
        };
        Self { kind, text, codes }
    }
}
