//! A document made from another's frame.

use std::collections::BTreeSet;
use std::ops::Range;

use super::document::Document;
use super::insert::{Texts, reads_back};
use super::lines::split;
use super::render::render;
use crate::normalise::line_end;
use crate::splice::splice;
use crate::{FieldRules, MergeError};

/// The source with the given texts. Blocks without one are left out with their lines; the source's
/// text stays in fields, and in blocks that a given one cannot stand without: the header of its
/// table, the first text of its list item.
pub(super) fn fill(
    source: &str,
    from: &Document,
    texts: &Texts<'_>,
    rules: &FieldRules,
) -> Result<String, MergeError> {
    let kept = kept(from, texts);
    let sparse = with(source, from, texts, &kept)?;
    if reads(&sparse, from, texts, &kept, rules).is_ok() {
        return Ok(sparse);
    }
    let all = (0..from.blocks.len()).collect();
    let whole = with(source, from, texts, &all)?;
    reads(&whole, from, texts, &all, rules)?;
    Ok(whole)
}

/// The blocks that stay; of those around others, both ends.
fn kept(from: &Document, texts: &Texts<'_>) -> BTreeSet<usize> {
    let mut kept: BTreeSet<usize> = (0..from.fields()).chain(texts.keys().copied()).collect();
    // Owners stand before what they own.
    for index in (0..from.blocks.len()).rev() {
        if kept.contains(&index) {
            kept.extend(from.blocks[index].owner);
        }
    }
    let ends = from.blocks.iter().enumerate();
    let ends = ends.filter(|(_, block)| block.closes.is_some_and(|it| kept.contains(&it)));
    let ends: Vec<usize> = ends.map(|(index, _)| index).collect();
    kept.extend(ends);
    kept
}

fn reads(
    text: &str,
    from: &Document,
    texts: &Texts<'_>,
    kept: &BTreeSet<usize>,
    rules: &FieldRules,
) -> Result<(), MergeError> {
    let block = |index: &usize| (&from.blocks[*index].unit, texts.get(index).copied());
    reads_back(&Document::read(text, rules), &kept.iter().map(block).collect())
}

fn with(
    source: &str,
    from: &Document,
    texts: &Texts<'_>,
    kept: &BTreeSet<usize>,
) -> Result<String, MergeError> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (index, block) in from.blocks.iter().enumerate() {
        let done = edits.last().map_or(0, |(span, _)| span.end);
        if let Some(text) = texts.get(&index) {
            let own = *text == block.unit.text;
            if !own {
                edits.push((block.unit.span.clone(), render(source, &block.unit, text)?));
            }
        } else if !kept.contains(&index) {
            let end = block.outer.end + blank_lines(&source[block.outer.end..]);
            edits.push((block.outer.start.max(done)..end.max(done), String::new()));
        }
    }
    let spans = edits.iter().map(|(span, text)| (span.clone(), text.as_str()));
    let mut filled = splice(source, spans);
    let shorter = from.blocks.len() > kept.len();
    if shorter && filled.trim_end().len() < filled.len() {
        filled.truncate(filled.trim_end().len());
        filled.push_str(line_end(source));
    }
    Ok(filled)
}

/// The bytes of the rest of a line and of the empty lines behind it, quote marks included; nothing
/// where the line goes on.
fn blank_lines(rest: &str) -> usize {
    let blank = |line: &&str| line.trim_matches([' ', '\t', '>', '\n', '\r']).is_empty();
    let own = split(rest).next().unwrap_or_default();
    if !own.trim().is_empty() {
        return 0;
    }
    split(rest).take_while(blank).map(str::len).sum()
}
