//! Where new blocks go, and in which syntax.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_model::UnitKind;

use super::block::Block;
use super::document::Document;
use super::lines::is_space;
use super::render::{continued, render, with_margin};
use crate::normalise::{lf, line_end};

/// A text with its document.
type Read<'a> = (&'a str, &'a Document);

/// The places of new blocks in a target.
pub(super) struct Places<'a> {
    source: Read<'a>,
    target: Read<'a>,
    /// The target's last block for each of the source's that has any.
    placed: BTreeMap<usize, usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(source: Read<'a>, target: Read<'a>, pairs: &[(usize, usize)]) -> Self {
        let mut placed = BTreeMap::new();
        for &(one, other) in pairs {
            let is_block = one >= source.1.fields() && other >= target.1.fields();
            if is_block && other < target.1.blocks.len() {
                let last = placed.entry(one).or_insert(other);
                *last = other.max(*last);
            }
        }
        Self { source, target, placed }
    }

    /// What is to be put in, by the byte of the target that it is put before.
    pub(super) fn chunks<'t>(
        &self,
        texts: impl Iterator<Item = (&'t usize, &'t &'t str)>,
    ) -> BTreeMap<usize, String> {
        let mut runs: BTreeMap<usize, Vec<(usize, &str)>> = BTreeMap::new();
        for (&index, &text) in texts {
            runs.entry(self.units_before(index)).or_default().push((index, text));
        }
        runs.iter().map(|(&before, run)| self.chunk(before, run)).collect()
    }

    /// How many of the target's units a new one comes behind.
    pub(super) fn units_before(&self, index: usize) -> usize {
        match self.placed.range(..index).next_back() {
            Some((_, &anchor)) => anchor + 1,
            None => {
                let following = self.placed.range(index..).next().map(|(_, &next)| next);
                following.unwrap_or_else(|| self.target.1.fields())
            }
        }
    }

    /// New blocks that stand together, behind so many of the target's.
    fn chunk(&self, before: usize, run: &[(usize, &str)]) -> (usize, String) {
        let mut text = String::new();
        for (at, &(index, new)) in run.iter().enumerate() {
            if let Some(last) = at.checked_sub(1).and_then(|last| run.get(last)) {
                text.push_str(&self.gap(last.0, index));
            }
            text.push_str(&self.block(index, new));
        }
        let (first, last) = (run.first().map_or(0, |it| it.0), run.last().map_or(0, |it| it.0));
        let (file, document) = self.target;
        let anchor = before.checked_sub(1).filter(|&at| at >= document.fields());
        let anchor = anchor.and_then(|at| document.blocks.get(at));
        let next = document.blocks.get(before);
        let joins = self.joins(last, before, next);
        let between = anchor.zip(next).and_then(|(a, b)| file.get(a.outer.end..b.outer.start));
        let at = match (anchor, next) {
            (Some(anchor), next) if !joins || between.is_some_and(is_tight) => {
                text.insert_str(0, &self.gap_behind_anchor(first));
                let rest = &file[anchor.outer.end..];
                if !joins {
                    text.push_str(gap_before(rest, next, &self.source.1.blocks[last]));
                }
                anchor.outer.end
            }
            (_, Some(next)) => {
                text.push_str(if joins { "\n" } else { "\n\n" });
                next.outer.start
            }
            _ => {
                let body = &file[..document.body(file)];
                text.insert_str(0, if body.len() < 4 { "" } else { "\n" });
                text.push('\n');
                body.len()
            }
        };
        (at, text.replace('\n', line_end(file)))
    }

    /// Whether the last new block is to stand tight before the target's next one: the source's
    /// next block is paired with that, and stands so.
    fn joins(&self, last: usize, before: usize, next: Option<&Block>) -> bool {
        next.is_some()
            && self.placed.get(&(last + 1)) == Some(&before)
            && is_tight(&self.gap(last, last + 1))
            && !self
                .placed
                .range(..=last)
                .next_back()
                .is_some_and(|(&anchor, _)| anchor + 1 == last && is_tight(&self.gap(anchor, last)))
    }

    fn gap_behind_anchor(&self, first: usize) -> String {
        let anchor = self.placed.range(..first).next_back();
        anchor.map_or_else(|| "\n\n".to_owned(), |(&anchor, _)| self.gap(anchor, first))
    }

    /// What stands between two blocks of the source, as far as it is only empty lines; between
    /// blocks that are not neighbours, what two of their kind have between them.
    fn gap(&self, one: usize, other: usize) -> String {
        let (file, Document { blocks, .. }) = self.source;
        let alike = blocks[one].unit.kind == blocks[other].unit.kind;
        let tight = matches!(blocks[one].unit.kind, UnitKind::ListItem | UnitKind::TableRow);
        let from = if other == one + 1 || !(alike && tight) { one } else { other - 1 };
        if from + 1 != other {
            return "\n\n".to_owned();
        }
        let between: Range<usize> = blocks[from].outer.end..blocks[other].outer.start;
        let between = lf(file.get(between).unwrap_or_default());
        let empty = between.trim_matches(['>', ' ', '\t', '\n']).is_empty();
        if empty && between.starts_with('\n') { between.into_owned() } else { "\n\n".to_owned() }
    }

    /// A block of the source with another text; a list item with the bullet of the target's items
    /// where the source's have one bullet too.
    fn block(&self, index: usize, text: &str) -> String {
        let (file, Document { blocks, .. }) = self.source;
        let block = &blocks[index];
        let after = &file[block.unit.span.end..block.outer.end];
        let before = mark(file, block);
        if let Some(prefix) = self.bullet(index) {
            return format!("{prefix}{}{after}", with_margin(text, &continued(&prefix), "\n"));
        }
        let new = render(file, &block.unit, text).unwrap_or_else(|_| text.to_owned());
        lf(&format!("{before}{new}{after}")).into_owned()
    }

    fn bullet(&self, index: usize) -> Option<String> {
        let (file, Document { blocks, .. }) = self.source;
        let own = mark(file, &blocks[index]);
        let is_item = |block: &Block| block.unit.kind == UnitKind::ListItem;
        let alike = |&(&one, _): &(&usize, &usize)| {
            is_item(&blocks[one]) && shape(mark(file, &blocks[one])) == shape(own)
        };
        let near = self.placed.range(..index).rev().take(64).find(alike)?;
        let block = self.target.1.blocks.get(*near.1).filter(|block| is_item(block))?;
        let theirs = mark(self.target.0, block);
        let number =
            |mark: &str| mark.split(|c: char| !c.is_ascii_digit()).find_map(|it| it.parse().ok());
        let more = number(own)
            .unwrap_or(0_u64)
            .checked_sub(number(mark(file, &blocks[*near.0])).unwrap_or(0))?;
        let present = number(theirs).unwrap_or(0_u64);
        is_item(&blocks[index]).then(|| {
            theirs.replacen(&present.to_string(), &present.saturating_add(more).to_string(), 1)
        })
    }
}

/// What a block's first line begins with.
fn mark<'a>(file: &'a str, block: &Block) -> &'a str {
    file.get(block.outer.start..block.unit.span.start).unwrap_or_default()
}

/// A bullet or number with its indentation, whichever number it is.
fn shape(mark: &str) -> String {
    mark.trim_start_matches('\u{feff}').replace(|c: char| c.is_ascii_digit(), "")
}

fn is_tight(gap: &str) -> bool {
    gap.matches('\n').count() < 2
}

/// What keeps a new block apart from what follows it.
fn gap_before(rest: &str, next: Option<&Block>, last: &Block) -> &'static str {
    let blank = &rest[..rest.len() - rest.trim_start_matches(|c| is_space(c) || c == '>').len()];
    let alike = next.is_some_and(|next| {
        next.unit.kind == last.unit.kind
            && matches!(last.unit.kind, UnitKind::ListItem | UnitKind::TableRow)
    });
    if alike || blank.len() == rest.len() || lf(blank).matches('\n').count() > 1 {
        ""
    } else {
        "\n"
    }
}
