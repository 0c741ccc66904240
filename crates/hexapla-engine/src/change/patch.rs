//! The same mechanical change, made in the translation.

use std::collections::BTreeMap;
use std::ops::Range;

use super::class::ChangeClass;
use super::classify::classes;
use super::passage::Passage;
use super::piece::{Piece, Slot, SlotKind, pieces};

/// What a mechanical change of the source asks of a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Patch {
    /// To hold the new values in the place of the old ones: this text.
    Changed(String),
    /// Nothing: it holds the new values already.
    Applied,
    /// A link, a number or code that the source did not have, or had and lost: where it belongs is
    /// for a person to say.
    Added,
}

/// What `target`, made from `old`, has to become for `new`, where only addresses, numbers and code
/// changed; nothing where something else did, or where it is not certain which value is meant.
///
/// Certain means: an old value stands in the target as often as in the source, and all of them
/// became the same. Code in blocks only follows where the target is the source's, word for word.
pub fn patch(old: &Passage, new: &Passage, target: &Passage) -> Option<Patch> {
    if old.is_code() && new.is_code() {
        return code_block(old, new, target);
    }
    let classes = classes(old, new);
    let mechanical = [ChangeClass::Link, ChangeClass::Number, ChangeClass::Placeable];
    let gravest = classes.iter().max()?;
    if !mechanical.contains(gravest) {
        return None;
    }
    let (before, after) = (pieces(old), pieces(new));
    if slots(&before).count() != slots(&after).count() {
        return Some(Patch::Added);
    }
    if frames(&before) != frames(&after) {
        return None;
    }
    new.single()?;
    let changes = changes(&before, &after)?;
    let text = &target.single()?.text;
    let there = pieces(target);
    let mut edits = Vec::new();
    for ((kind, value), (new_value, count)) in changes {
        let held: Vec<&Slot> = holding(&there, kind, &value).collect();
        match held.len() {
            0 if holding(&there, kind, new_value).count() >= count => {}
            found if found == count => {
                for slot in held {
                    edits.push((place(text, slot)?, written(kind, new_value)?));
                }
            }
            _ => return None,
        }
    }
    Some(if edits.is_empty() { Patch::Applied } else { Patch::Changed(edited(text, edits)) })
}

fn code_block(old: &Passage, new: &Passage, target: &Passage) -> Option<Patch> {
    let (old, new, target) = (old.text(), new.text(), target.text());
    match target {
        _ if old == new => None,
        text if text == old => Some(Patch::Changed(new)),
        text if text == new => Some(Patch::Applied),
        _ => None,
    }
}

fn holding<'a>(
    pieces: &'a [Piece],
    kind: SlotKind,
    value: &'a str,
) -> impl Iterator<Item = &'a Slot> {
    slots(pieces).filter(move |slot| slot.kind == kind && slot.value == value)
}

fn slots(pieces: &[Piece]) -> impl Iterator<Item = &Slot> {
    pieces.iter().filter_map(|piece| piece.slot.as_ref())
}

/// All that must be the same for values to have changed and nothing else that matters.
fn frames(pieces: &[Piece]) -> Vec<(usize, ChangeClass, &str, Option<SlotKind>)> {
    let matters = |piece: &&Piece| !piece.class.is_small();
    let frame = |piece: &Piece| match &piece.slot {
        // A number that is dialled may become an address, and the other way round.
        Some(slot) if slot.kind == SlotKind::Link => ChangeClass::Link,
        _ => piece.class,
    };
    let whole = |piece: &'_ Piece| (piece.at, frame(piece), piece.slot.as_ref().map(|it| it.kind));
    pieces
        .iter()
        .filter(matters)
        .map(|piece| {
            let (at, class, kind) = whole(piece);
            (at, class, piece.key.as_str(), kind)
        })
        .collect()
}

type Changes<'a> = BTreeMap<(SlotKind, String), (&'a str, usize)>;

/// What each value that changed became, and how often it stood there; nothing where one value
/// became two, or changed here and stayed there.
fn changes<'a>(before: &[Piece], after: &'a [Piece]) -> Option<Changes<'a>> {
    let mut all: Changes<'a> = BTreeMap::new();
    for (old, new) in slots(before).zip(slots(after)) {
        let became =
            all.entry((old.kind, old.value.clone())).or_insert_with(|| (new.value.as_str(), 0));
        if became.0 != new.value {
            return None;
        }
        became.1 += 1;
    }
    all.retain(|(_, old), (new, _)| old != new);
    Some(all)
}

/// Where the value of a slot stands in the text: nothing where it is written in another way.
fn place(text: &str, slot: &Slot) -> Option<Range<usize>> {
    let held = text.get(slot.span.clone())?;
    let at = held.find(&slot.value)?;
    let rest = &held[at + slot.value.len()..];
    if rest.contains(&slot.value) && slot.kind != SlotKind::Link {
        return None;
    }
    let start = slot.span.start + at;
    Some(start..start + slot.value.len())
}

/// A value as it is written; nothing where it would need marks around it that it now has not.
fn written(kind: SlotKind, value: &str) -> Option<String> {
    let plain = match kind {
        SlotKind::Number => true,
        SlotKind::Link => {
            !value.is_empty()
                && !value.contains(['(', ')', '<', '>', '"', '\\'])
                && !value.contains(char::is_whitespace)
        }
        SlotKind::Code => !value.contains(['`', '|']) && value.trim() == value && !value.is_empty(),
    };
    plain.then(|| value.to_owned())
}

/// The text with new values in their places.
fn edited(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, value) in edits {
        out.push_str(&text[done..span.start]);
        out.push_str(&value);
        done = span.end;
    }
    out.push_str(&text[done..]);
    out
}
