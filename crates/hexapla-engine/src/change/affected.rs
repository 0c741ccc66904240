//! Which part of a translation a change of the source probably concerns.

use std::collections::BTreeMap;
use std::ops::Range;

use super::passage::{Part, Passage};
use super::piece::{Piece, SlotKind, pieces};
use crate::text::{Token, TokenKind, sentences, tokenize};

/// Where in the target, made from `old`, a change to `new` is probably to be made: a guess, and
/// nothing where there is none to make that is narrower than the whole.
///
/// A value that the source lost and the target holds is the place; else the sentence, or the cell
/// of a table, that stands where the changed one does, or that holds what stands in it.
pub fn affected(old: &Passage, new: &Passage, target: &Passage) -> Vec<Range<usize>> {
    let (Some(before), Some(after), Some(there)) = (old.single(), new.single(), target.single())
    else {
        return Vec::new();
    };
    let lost = lost(&pieces(old), &pieces(new));
    let held: Vec<Range<usize>> = segments(there)
        .into_iter()
        .filter(|segment| {
            values(target).iter().any(|(value, span)| {
                lost.contains(value) && segment.start <= span.start && span.end <= segment.end
            })
        })
        .collect();
    let changed = changed_segments(before, after);
    let found = if held.is_empty() || changed.len() > held.len() {
        counterparts(before, there, &changed, &held)
    } else {
        held
    };
    match found.len() < segments(there).len() {
        true => found.into_iter().map(|span| trimmed(&there.text, span)).collect(),
        false => Vec::new(),
    }
}

type Value = (SlotKind, String);

/// The values that stand less often in the new text.
fn lost(old: &[Piece], new: &[Piece]) -> Vec<Value> {
    let mut left: BTreeMap<Value, i32> = BTreeMap::new();
    for (pieces, by) in [(old, 1), (new, -1)] {
        for slot in pieces.iter().filter_map(|piece| piece.slot.as_ref()) {
            *left.entry((slot.kind, slot.value.clone())).or_default() += by;
        }
    }
    left.into_iter().filter(|(_, count)| *count > 0).map(|(value, _)| value).collect()
}

fn values(passage: &Passage) -> Vec<(Value, Range<usize>)> {
    let slots = pieces(passage).into_iter().filter_map(|piece| piece.slot);
    slots.map(|slot| ((slot.kind, slot.value), slot.span)).collect()
}

/// The sentences of a text, or the cells of a row.
fn segments(part: &Part) -> Vec<Range<usize>> {
    let tokens = tokenize(&part.text, &part.codes);
    let is_border = |token: &Token<'_>| token.kind == TokenKind::Punctuation && token.text == "|";
    let pieces: Vec<&[Token<'_>]> = match part.kind {
        hexapla_model::UnitKind::TableRow => tokens.split_inclusive(is_border).collect(),
        _ => sentences(&tokens),
    };
    let mut start = 0;
    let span = |tokens: &[Token<'_>]| {
        let length: usize = tokens.iter().map(|token| token.text.len()).sum();
        start += length;
        start - length..start
    };
    let spans = pieces.into_iter().map(span);
    spans.filter(|span| part.text[span.clone()].chars().any(char::is_alphanumeric)).collect()
}

/// The places among the old text's segments that the new text does not have.
fn changed_segments(old: &Part, new: &Part) -> Vec<usize> {
    let texts = |part: &Part| -> Vec<String> {
        let plain =
            |span: Range<usize>| part.text[span].split_whitespace().collect::<Vec<_>>().join(" ");
        segments(part).into_iter().map(plain).collect()
    };
    let kept = texts(new);
    let old = texts(old);
    (0..old.len()).filter(|&at| !kept.contains(&old[at])).collect()
}

/// The target's segments for those of the source at `changed`: by place where both have as many,
/// else by the values in them.
fn counterparts(
    old: &Part,
    there: &Part,
    changed: &[usize],
    held: &[Range<usize>],
) -> Vec<Range<usize>> {
    let (sources, targets) = (segments(old), segments(there));
    if sources.len() == targets.len() {
        return changed.iter().map(|&at| targets[at].clone()).collect();
    }
    let marks = |part: &Part, within: &Range<usize>| -> Vec<Value> {
        let passage = Passage { parts: vec![part.clone()] };
        let inside = |span: &Range<usize>| within.start <= span.start && span.end <= within.end;
        let values = values(&passage).into_iter().filter(|(_, span)| inside(span));
        values.map(|(value, _)| value).collect()
    };
    let wanted: Vec<Value> = changed.iter().flat_map(|&at| marks(old, &sources[at])).collect();
    let holds = |segment: &Range<usize>| {
        held.contains(segment) || marks(there, segment).iter().any(|mark| wanted.contains(mark))
    };
    targets.into_iter().filter(holds).collect()
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let held = &text[span.clone()];
    let border = |c: char| c.is_whitespace() || c == '|';
    let start = span.start + (held.len() - held.trim_start_matches(border).len());
    start..start + held.trim_matches(border).len()
}
