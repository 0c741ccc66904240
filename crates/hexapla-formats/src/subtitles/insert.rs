//! New cues into a file.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_model::phrase;

use super::block::{Block, Kind, blocks};
use super::{Dialect, extract, render};
use crate::normalise::line_end;
use crate::splice::splice;
use crate::{Insertion, MergeError};

/// The target with new cues, each with the number, times and settings of its source, behind the
/// cue that is paired with the nearest one before it. An empty target becomes the source's header,
/// styles and notes with the given cues alone.
///
/// Cues that were there keep their numbers: players go by the times.
pub(crate) fn insert(
    dialect: Dialect,
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
) -> Result<Vec<u8>, MergeError> {
    let cues = cues(dialect, source);
    let mut wanted: BTreeMap<usize, &str> = BTreeMap::new();
    for insertion in insertions {
        let index = insertion.source_index;
        cues.get(index).ok_or(MergeError::NoUnit(index))?;
        wanted.insert(index, &insertion.text);
    }
    let written = if target.trim_start_matches('\u{feff}').trim().is_empty() {
        only(dialect, source, &wanted)
    } else {
        among(dialect, source, target, pairs, &wanted)
    };
    let before = extract(dialect, target).units.len();
    let after = extract(dialect, &written).units;
    let stands = |text: &&str| after.iter().any(|unit| unit.text == *text);
    if after.len() == before + wanted.len() && wanted.values().all(stands) {
        return Ok(written.into_bytes());
    }
    let reason = phrase!("it would break the file; a cue has no empty line and no `-->`");
    Err(MergeError::NotOneUnit { expected: phrase!("cue"), reason })
}

/// The places of the cues that are units, and of their texts.
fn cues(dialect: Dialect, text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let cue = |block: Block| match block.kind {
        Kind::Cue { text, .. } => Some((block.span, text)),
        _ => None,
    };
    blocks(dialect, text).into_iter().filter_map(cue).collect()
}

/// The source without its cues, but for the wanted ones.
fn only(dialect: Dialect, source: &str, wanted: &BTreeMap<usize, &str>) -> String {
    let blocks = blocks(dialect, source);
    let ends = blocks.iter().skip(1).map(|it| it.span.start).chain([source.len()]);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut index = 0;
    for (block, end) in blocks.iter().zip(ends) {
        match &block.kind {
            Kind::Cue { text, .. } => {
                match wanted.get(&index) {
                    Some(new) => edits.push((text.clone(), render(source, new))),
                    None => edits.push((block.span.start..end, String::new())),
                }
                index += 1;
            }
            Kind::Broken(_) => edits.push((block.span.start..end, String::new())),
            Kind::Layout | Kind::Note(_) => {}
        }
    }
    splice(source, edits.iter().map(|(span, new)| (span.clone(), new.as_str())))
}

/// The target with the wanted cues of the source.
fn among(
    dialect: Dialect,
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    wanted: &BTreeMap<usize, &str>,
) -> String {
    let (sources, targets) = (cues(dialect, source), cues(dialect, target));
    let pairs: BTreeMap<usize, usize> = pairs.iter().copied().collect();
    let end = line_end(target);
    let mut spliced: BTreeMap<usize, String> = BTreeMap::new();
    let mut behind = None;
    for (index, (block, text)) in sources.iter().enumerate() {
        if let Some((there, _)) = pairs.get(&index).and_then(|at| targets.get(*at)) {
            behind = Some(there.end);
        }
        let Some(new) = wanted.get(&index) else { continue };
        let head = source.get(block.start..text.start).unwrap_or_default().lines();
        let head: String = head.map(|line| format!("{line}{end}")).collect();
        let cue = format!("{head}{}", render(target, new));
        let (at, cue) = match (behind, targets.first()) {
            (Some(at), _) => (at, format!("{end}{end}{cue}")),
            (None, Some((first, _))) => (first.start, format!("{cue}{end}{end}")),
            (None, None) => {
                let open = if target.ends_with('\n') { end.to_owned() } else { end.repeat(2) };
                (target.len(), format!("{open}{cue}{end}"))
            }
        };
        spliced.entry(at).or_default().push_str(&cue);
    }
    splice(target, spliced.iter().map(|(at, text)| (*at..*at, text.as_str())))
}
