//! Targets that two branches changed, merged unit by unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_formats::{Edit, Insertion, extract, insert, merge};
use hexapla_ledger::{Fact, KeptText, Pair, Proposed};
use hexapla_model::{Locale, ResourceId, Unit};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::assess::{assess_one, group};
use crate::decide::{DecideError, Plan, Who, Write};
use crate::snapshot::{Document, Resource, Snapshot};

/// The versions of a file in a merge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// The common ancestor, where there is one.
    pub base: Option<Vec<u8>>,
    /// Ours; none where we removed it.
    pub ours: Option<Vec<u8>>,
    /// Theirs; none where they removed it.
    pub theirs: Option<Vec<u8>>,
}

/// A merged target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolved {
    /// What is to be written and recorded.
    pub plan: Plan,
    /// Units taken from theirs.
    pub taken: usize,
    /// Texts of theirs that are kept as proposals, as ours is another.
    pub proposed: usize,
}

/// Plans the merge of a target. What one side changed is taken from it; where both changed a unit,
/// ours stays and theirs becomes a proposal. A file that one side removed stays as the other has it.
/// `now` is what stands in the file at present.
///
/// # Errors
/// Where a text does not fit into the file.
pub fn resolve(
    snapshot: &Snapshot,
    who: &Who,
    id: &ResourceId,
    locale: &Locale,
    sides: &Sides,
    now: Option<&[u8]>,
) -> Result<Resolved, DecideError> {
    let resource = snapshot.resources.get(id).ok_or_else(|| DecideError::NoResource(id.clone()))?;
    let path = resource.target_path(locale);
    let (ours, theirs) = match (&sides.ours, &sides.theirs) {
        (Some(ours), Some(theirs)) => (ours, theirs),
        (one, other) => return Ok(left(path, one.as_ref().or(other.as_ref()), now)),
    };
    let (format, rules) = (resource.collection.format, &resource.collection.rules);
    let units = |bytes: &[u8]| extract(format, bytes, rules).units;
    let base = sides.base.as_deref().map(units).unwrap_or_default();
    let (our_units, their_units) = (units(ours), units(theirs));
    let merging = Merging::of(&base, &our_units, &their_units);
    let fail = |error| DecideError::Merge { unit: id.to_string(), error };
    let mut merged = merge(format, ours, &merging.edits, rules).map_err(fail)?;
    if !merging.insertions.is_empty() {
        let new = &merging.insertions;
        merged = insert(format, theirs, &merged, &merging.pairs, new, rules).map_err(fail)?;
    }
    let mut resolved =
        Resolved { taken: merging.edits.len() + merging.insertions.len(), ..Resolved::default() };
    let sources = sources(snapshot, id, resource, locale, &path, ours);
    for (our, their) in merging.conflicts {
        let Some(source) = sources.get(&our) else { continue };
        let target = &their_units[their];
        let (fingerprint, text) = (target.fingerprint, target.text.clone());
        resolved.plan.facts.push(Fact::Text(KeptText { fingerprint, text }));
        resolved.plan.facts.push(Fact::Proposed(Proposed {
            locale: locale.clone(),
            resource: id.clone(),
            by: who.by.clone(),
            at: who.at,
            pair: Pair::new(target.key.clone(), source.clone(), target.fingerprint),
        }));
        resolved.proposed += 1;
    }
    resolved.plan.expects.insert(path.clone(), now.map(Arc::from));
    resolved.plan.writes.push(Write { path, bytes: merged });
    Ok(resolved)
}

/// The plan for a file that one side removed, or both: it is as the one that is left has it.
fn left(path: String, bytes: Option<&Vec<u8>>, now: Option<&[u8]>) -> Resolved {
    let mut resolved = Resolved::default();
    if let Some(bytes) = bytes {
        resolved.plan.expects.insert(path.clone(), now.map(Arc::from));
        resolved.plan.writes.push(Write { path, bytes: bytes.clone() });
    }
    resolved
}

/// The source of each of our units.
fn sources(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    path: &str,
    ours: &[u8],
) -> BTreeMap<usize, hexapla_model::Group> {
    let collection = &resource.collection;
    let extracted = extract(collection.format, ours, &collection.rules);
    let mut with_ours = resource.clone();
    let document = Document::new(path.to_owned(), ours.into(), extracted);
    with_ours.targets.insert(locale.clone(), Arc::new(document));
    let statuses = assess_one(snapshot, id, &with_ours, locale);
    let mut sources = BTreeMap::new();
    for status in statuses.iter().filter(|it| !it.target.is_empty()) {
        let units = status.given(resource);
        if let Some(source) = group(units) {
            sources.insert(status.target.start, source);
        }
    }
    sources
}

/// What a merge does to ours.
#[derive(Default)]
struct Merging {
    edits: Vec<Edit>,
    insertions: Vec<Insertion>,
    /// Units of theirs (first) that ours has (second).
    pairs: Vec<(usize, usize)>,
    /// Units of ours (first) and theirs (second) that both sides changed.
    conflicts: Vec<(usize, usize)>,
}

impl Merging {
    fn of(base: &[Unit], ours: &[Unit], theirs: &[Unit]) -> Self {
        let (in_ours, in_theirs) = (counterparts(base, ours), counterparts(base, theirs));
        let of_theirs: BTreeMap<usize, usize> = in_theirs.iter().map(|(b, t)| (*t, *b)).collect();
        let direct = counterparts(theirs, ours);
        let mut merging = Self::default();
        for (at, their) in theirs.iter().enumerate() {
            let from = of_theirs.get(&at);
            let our = from.and_then(|b| in_ours.get(b)).or_else(|| direct.get(&at)).copied();
            let changed = from.is_none_or(|b| base[*b].text != their.text);
            let Some(our) = our else {
                if from.is_none() {
                    merging.insertions.push(Insertion {
                        source_index: at,
                        text: their.text.clone(),
                        form: None,
                    });
                }
                continue;
            };
            merging.pairs.push((at, our));
            if !changed || ours[our].text == their.text {
                continue;
            }
            let ours_changed = from.is_none_or(|b| base[*b].text != ours[our].text);
            if ours_changed {
                merging.conflicts.push((our, at));
            } else {
                merging.edits.push(Edit { index: our, text: their.text.clone() });
            }
        }
        merging
    }
}

/// To each unit of `from` the one of `to` that took its place: by key, or by alignment.
fn counterparts(from: &[Unit], to: &[Unit]) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    let keys: BTreeMap<_, usize> =
        to.iter().enumerate().filter_map(|(at, unit)| Some((unit.key.as_ref()?, at))).collect();
    for (at, unit) in from.iter().enumerate() {
        if let Some(other) = unit.key.as_ref().and_then(|key| keys.get(key)) {
            found.insert(at, *other);
        }
    }
    let blocks = |units: &[Unit]| -> Vec<usize> {
        (0..units.len()).filter(|&at| units[at].key.is_none()).collect()
    };
    let (a, b) = (blocks(from), blocks(to));
    let prints = |places: &[usize], units: &[Unit]| -> Vec<_> {
        places.iter().map(|&at| units[at].fingerprint).collect()
    };
    for op in capture_diff_slices(Algorithm::Patience, &prints(&a, from), &prints(&b, to)) {
        let same_length = op.old_range().len() == op.new_range().len();
        if matches!(op, DiffOp::Equal { .. }) || same_length {
            found.extend(op.old_range().zip(op.new_range()).map(|(x, y)| (a[x], b[y])));
        }
    }
    found
}
