//! New blocks into a document.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::block::Block;
use super::extract::blocks;
use super::front_matter;
use super::render::{in_place, render};
use crate::normalise::line_end;
use crate::splice::splice;
use crate::{FieldRules, Insertion, MergeError};

/// Each new block behind its nearest present predecessor of the source, in the source's block
/// syntax. An empty target becomes the source's frame with the given blocks only.
pub(crate) fn insert(
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let (sources, _) = blocks(source, rules);
    let texts: BTreeMap<usize, &str> =
        insertions.iter().map(|it| (it.source_index, it.text.as_str())).collect();
    if let Some(&beyond) = texts.keys().find(|&&index| index >= sources.len()) {
        return Err(MergeError::NoUnit(beyond));
    }
    if target.trim().is_empty() {
        return frame(source, &sources, &texts);
    }
    let (targets, _) = blocks(target, rules);
    let placed: BTreeMap<usize, usize> = pairs.iter().copied().collect();
    let mut at: BTreeMap<usize, String> = BTreeMap::new();
    for (&index, text) in &texts {
        let before = placed.range(..index).next_back().and_then(|(_, &place)| targets.get(place));
        let unit = &sources[index].unit;
        let body = front_matter::find(target).0.map_or(0, |front| front.end);
        if unit.key.is_some() {
            let line = field(source, &sources[index], text)?;
            let front = front_matter::find(target).0;
            let place = front.map_or(0, |front| front.inner.end);
            at.entry(place).or_default().push_str(&line);
            continue;
        }
        let place = before.map_or(body, |block| block.outer.end.max(body));
        let end = line_end(target);
        let new = outer_with(source, &sources[index], text);
        let added = at.entry(place).or_default();
        let gap =
            if is_tight(source, &sources, index) { end.to_owned() } else { format!("{end}{end}") };
        if place > body || !added.is_empty() {
            added.push_str(&gap);
        } else if body > 0 {
            added.push_str(end);
        }
        added.push_str(&new.replace("\r\n", "\n").replace('\n', end));
        if place == body && body > 0 {
            added.push_str(end);
        }
    }
    let spans = at.iter().map(|(&place, text)| (place..place, text.as_str()));
    Ok(splice(target, spans).into_bytes())
}

/// A front matter field as a line of its own.
fn field(source: &str, block: &Block, text: &str) -> Result<String, MergeError> {
    let key = block.unit.key.as_ref().map(ToString::to_string).unwrap_or_default();
    let value = render(source, &block.unit, text)?;
    Ok(format!("{key}: {value}{}", line_end(source)))
}

/// Whether a block follows the one before it without an empty line, as items and rows do.
fn is_tight(source: &str, blocks: &[Block], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    before.is_some_and(|before| {
        let between = before.outer.end..blocks[index].outer.start.max(before.outer.end);
        source[between].matches('\n').count() <= 1
    })
}

/// A block of the source with another text.
fn outer_with(source: &str, block: &Block, text: &str) -> String {
    let new = in_place(source, &block.unit, text);
    let (before, after) =
        (block.outer.start..block.unit.span.start, block.unit.span.end..block.outer.end);
    format!("{}{new}{}", &source[before], &source[after])
}

/// The source with the given texts; blocks without one are left out with their lines.
fn frame(
    source: &str,
    blocks: &[Block],
    texts: &BTreeMap<usize, &str>,
) -> Result<Vec<u8>, MergeError> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let dropped: BTreeSet<usize> =
        (0..blocks.len()).filter(|index| !texts.contains_key(index)).collect();
    for (index, block) in blocks.iter().enumerate() {
        match texts.get(&index) {
            Some(text) => {
                let new = render(source, &block.unit, text)?;
                edits.push((block.unit.span.clone(), new));
            }
            None if block.unit.key.is_none() => {
                let lines = source[block.outer.end..].bytes();
                let ends = lines.take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
                edits.push((block.outer.start..block.outer.end + ends, String::new()));
            }
            None => {}
        }
    }
    edits.sort_by_key(|(span, _)| (span.start, span.end));
    edits.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    debug_assert!(dropped.len() + texts.len() == blocks.len());
    let spans = edits.iter().map(|(span, text)| (span.clone(), text.as_str()));
    Ok(splice(source, spans).into_bytes())
}
