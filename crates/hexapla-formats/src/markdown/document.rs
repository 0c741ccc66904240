//! A document: its fields and blocks.

use hexapla_model::{Diagnostic, Unit, UnitKind};

use super::block::Block;
use super::front_matter::{FrontMatter, body_start};
use super::walk;
use crate::{Extracted, FieldRules};

/// A document as read.
pub(super) struct Document {
    pub(super) front: Option<FrontMatter>,
    /// Chosen fields, then blocks, in order of place.
    pub(super) blocks: Vec<Block>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// Reads a document.
    pub(super) fn read(text: &str, rules: &FieldRules) -> Self {
        let (front, problem) = FrontMatter::find(text);
        let mut diagnostics: Vec<Diagnostic> = problem.into_iter().collect();
        let mut blocks = Vec::new();
        if let Some(front) = &front {
            let fields = front.extract(text, rules);
            diagnostics.extend(fields.diagnostics);
            let block = |unit: Unit| {
                let outer = unit.span.clone();
                Block { unit, outer, owner: None, closes: None }
            };
            blocks.extend(fields.units.into_iter().map(block));
        }
        let fields = blocks.len();
        let body = front.as_ref().map_or_else(|| body_start(text), |front| front.end);
        let (found, told) = walk::blocks(text, body, rules.dialect);
        diagnostics.extend(told);
        let place = |at: Option<usize>| at.map(|at| at + fields);
        blocks.extend(found.into_iter().map(|block| {
            let (owner, closes) = (place(block.owner), place(block.closes));
            Block { owner, closes, ..block }
        }));
        Self { front, blocks, diagnostics }
    }

    /// How many of its units are fields.
    pub(super) fn fields(&self) -> usize {
        let is_field =
            |block: &Block| matches!(block.unit.kind, UnitKind::Field | UnitKind::ArrayItem);
        self.blocks.partition_point(is_field)
    }

    /// Where its body begins.
    pub(super) fn body(&self, text: &str) -> usize {
        self.front.as_ref().map_or_else(|| body_start(text), |front| front.end)
    }
}

/// The units of a document: chosen front matter fields, then its blocks.
pub(crate) fn extract(text: &str, rules: &FieldRules) -> Extracted {
    let Document { blocks, diagnostics, .. } = Document::read(text, rules);
    let units = blocks.into_iter().map(|block| block.unit).collect();
    Extracted { units, diagnostics }
}
