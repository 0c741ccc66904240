//! New blocks into a document.

use std::collections::BTreeMap;

use hexapla_model::{Unit, UnitKind, phrase};

use super::definitions;
use super::document::Document;
use super::field;
use super::frame;
use super::place::Places;
use crate::splice::splice;
use crate::{FieldRules, Insertion, MergeError};

/// New texts by the source's unit that they are for.
pub(super) type Texts<'a> = BTreeMap<usize, &'a str>;

/// Each new block behind its nearest present predecessor of the source, in the source's block
/// syntax; with the reference definitions that it needs and the target lacks. An empty target
/// becomes the source's frame with the given blocks only.
///
/// The result is read again: it has the target's units as they were, and the new ones.
pub(crate) fn insert(
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let from = Document::read(source, rules);
    let texts: Texts<'_> =
        insertions.iter().map(|it| (it.source_index, it.text.as_str())).collect();
    if let Some(&beyond) = texts.keys().find(|&&index| index >= from.blocks.len()) {
        return Err(MergeError::NoUnit(beyond));
    }
    if target.trim_start_matches('\u{feff}').trim().is_empty() {
        return frame::fill(source, &from, &texts, rules).map(String::into_bytes);
    }
    let to = Document::read(target, rules);
    let fields = from.fields();
    let places = Places::new((source, &from), (target, &to), pairs);
    let added = places.chunks(texts.range(fields..));
    let spans = added.iter().map(|(&at, text)| (at..at, text.as_str()));
    let mut merged = splice(target, spans);
    for (&index, text) in texts.range(..fields) {
        merged = field::insert(source, &from, &merged, pairs, index, text, rules)?;
    }
    definitions::complete(source, &mut merged, texts.values().copied());
    let expected = expected(&from, &to, &places, &texts);
    reads_back(&Document::read(&merged, rules), &expected)?;
    Ok(merged.into_bytes())
}

/// What is to be read back: each unit's text, and whether it is new or one that was there before.
pub(super) type Expected<'a> = Vec<(&'a Unit, Option<&'a str>)>;

/// The target's units in order, with the new ones behind those that they are put behind.
fn expected<'a>(
    from: &'a Document,
    to: &'a Document,
    places: &Places<'_>,
    texts: &Texts<'a>,
) -> Expected<'a> {
    let mut new: BTreeMap<usize, Expected<'a>> = BTreeMap::new();
    for (&index, &text) in texts.range(from.fields()..) {
        let before = places.units_before(index);
        new.entry(before).or_default().push((&from.blocks[index].unit, Some(text)));
    }
    let mut expected = Vec::new();
    for at in 0..=to.blocks.len() {
        expected.extend(new.remove(&at).unwrap_or_default());
        expected.extend(to.blocks.get(at).map(|block| (&block.unit, None)));
    }
    expected
}

/// Whether a document's blocks are what is expected; its fields are seen to elsewhere.
pub(super) fn reads_back(found: &Document, expected: &Expected<'_>) -> Result<(), MergeError> {
    let is_block = |unit: &Unit| !matches!(unit.kind, UnitKind::Field | UnitKind::ArrayItem);
    let found = found.blocks.iter().map(|block| &block.unit).filter(|unit| is_block(unit));
    let mut found = found.peekable();
    for (unit, text) in expected.iter().filter(|(unit, _)| is_block(unit)) {
        let same = found.next_if(|it| match text {
            Some(text) => it.text == **text && same_kind(it.kind, unit.kind),
            None => it.text == unit.text && it.fingerprint == unit.fingerprint,
        });
        if same.is_none() {
            let instead = found.peek().map_or("nothing", |it| it.text.as_str());
            return Err(refused(unit, text.unwrap_or(&unit.text), instead));
        }
    }
    found.next().map_or(Ok(()), |more| Err(refused(more, "nothing", &more.text)))
}

/// A first paragraph of an item may become a further one, and the other way round.
fn same_kind(one: UnitKind, other: UnitKind) -> bool {
    let class = |kind| match kind {
        UnitKind::CodeBlock => 0,
        UnitKind::TableRow => 1,
        UnitKind::Markup => 2,
        UnitKind::Heading(_) => 3,
        _ => 4,
    };
    class(one) == class(other)
}

fn refused(unit: &Unit, wanted: &str, instead: &str) -> MergeError {
    let expected = match unit.kind {
        UnitKind::Heading(_) => phrase!("heading"),
        UnitKind::ListItem => phrase!("list item"),
        UnitKind::TableRow => phrase!("table row"),
        UnitKind::Footnote => phrase!("footnote"),
        UnitKind::CodeBlock => phrase!("code block"),
        UnitKind::Markup => phrase!("block of markup"),
        _ => phrase!("paragraph"),
    };
    let reason = phrase!("there would be `{instead}` in place of `{wanted}`", instead, wanted);
    MergeError::NotOneUnit { expected, reason }
}
