//! New entries into a file.

use std::collections::BTreeMap;

use hexapla_model::{Phrase, Unit, UnitKey, phrase};

use super::extract::extract;
use crate::merge::expected;
use crate::normalise::line_end;
use crate::splice::splice;
use crate::{Insertion, MergeError};

/// Each new entry behind its nearest present predecessor of the source, in a paragraph of its own
/// where the source has one.
pub(crate) fn insert(
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
) -> Result<Vec<u8>, MergeError> {
    let (sources, targets) = (extract(source).units, extract(target).units);
    let placed: BTreeMap<usize, usize> = pairs.iter().copied().collect();
    let end = if target.is_empty() { line_end(source) } else { line_end(target) };
    let mut at: BTreeMap<usize, String> = BTreeMap::new();
    for insertion in insertions {
        let index = insertion.source_index;
        let unit = sources.get(index).ok_or(MergeError::NoUnit(index))?;
        let before = placed.range(..index).next_back().and_then(|(_, &place)| targets.get(place));
        let place = before.map_or(0, |unit| unit.span.end);
        let previous = index.checked_sub(1).and_then(|previous| sources.get(previous));
        let apart = previous.is_some_and(|previous| {
            source[previous.span.end..unit.span.start].matches('\n').count() > 1
        });
        let text = insertion.text.replace('\n', end);
        let block = at.entry(place).or_default();
        let gap = if apart { format!("{end}{end}") } else { end.to_owned() };
        if before.is_some() || !block.is_empty() {
            block.push_str(&gap);
        }
        block.push_str(&text);
    }
    if let Some(first) = at.get_mut(&0) {
        first.push_str(end);
        if !target.trim().is_empty() {
            first.push_str(end);
        }
    }
    let bom = if target.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let spans = at.iter().map(|(&place, text)| (place.max(bom)..place.max(bom), text.as_str()));
    let written = splice(target, spans);
    read_back(&sources, &targets, insertions, &written)?;
    Ok(written.into_bytes())
}

/// Refuses what would not read back as the entries that were there and the new ones.
fn read_back(
    sources: &[Unit],
    targets: &[Unit],
    insertions: &[Insertion],
    written: &str,
) -> Result<(), MergeError> {
    let after = extract(written).units;
    for insertion in insertions {
        let source = &sources[insertion.source_index];
        let refuse =
            |reason: Phrase| Err(MergeError::NotOneUnit { expected: expected(source), reason });
        let Some(unit) = after.iter().find(|it| it.key == source.key) else {
            return refuse(phrase!("there would be no `{name}`", name = name(source)));
        };
        if unit.kind != source.kind {
            return refuse(phrase!("`{name}` would be of another kind", name = name(source)));
        }
        if unit.text != insertion.text {
            return refuse(phrase!("it would read `{text}`", text = &unit.text));
        }
    }
    let (units, all) = (after.len(), targets.len() + insertions.len());
    if units == all {
        return Ok(());
    }
    let reason = phrase!("the file would have {units} units instead of {all}", units, all);
    Err(MergeError::NotOneUnit { expected: phrase!("message"), reason })
}

fn name(unit: &Unit) -> &str {
    unit.key.as_ref().map_or("", UnitKey::as_str)
}
