//! Whether a target follows a change of its source.

use std::collections::{BTreeMap, HashSet};

use hexapla_model::{Fingerprint, Unit};

use crate::align::{MarkKind, marks};

/// What speaks for it: marks that came into the source and stand in the target now, and against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    pub(super) pro: usize,
    pub(super) contra: usize,
}

/// Signs in `target` of a change of the source from `before` to `after`: addresses, code, numbers
/// and ids that only the later one has, or only the earlier one.
pub(super) fn signs(before: &[Unit], after: &[Unit], target: &[Unit]) -> Signs {
    let (old, new) = (changed(before, after), changed(after, before));
    let (old, new) = (counted(&old), counted(&new));
    if old == new {
        return Signs::default();
    }
    let (all_old, all_new) = (every(before), every(after));
    let there = every(target);
    let mut signs = Signs::default();
    for mark in new.keys().filter(|mark| !all_old.contains(*mark)) {
        if there.contains(mark) { signs.pro += 1 } else { signs.contra += 1 }
    }
    for mark in old.keys().filter(|mark| !all_new.contains(*mark)) {
        if there.contains(mark) { signs.contra += 1 } else { signs.pro += 1 }
    }
    signs
}

/// What stands in a block whatever language it is in.
pub(super) type Mark = (MarkKind, String);

/// The units of one text that do not stand in the other.
pub(super) fn changed<'a>(units: &'a [Unit], other: &[Unit]) -> Vec<&'a Unit> {
    let known: HashSet<Fingerprint> = other.iter().map(|unit| unit.fingerprint).collect();
    units.iter().filter(|unit| !known.contains(&unit.fingerprint)).collect()
}

fn counted(units: &[&Unit]) -> BTreeMap<Mark, usize> {
    let mut counted = BTreeMap::new();
    for mark in units.iter().flat_map(|unit| marks(unit)).filter(is_sign) {
        *counted.entry(mark).or_default() += 1;
    }
    counted
}

fn every(units: &[Unit]) -> HashSet<Mark> {
    units.iter().flat_map(marks).filter(is_sign).collect()
}

/// Words are shared too rarely, and too often by chance.
pub(super) fn is_sign(mark: &Mark) -> bool {
    mark.0 != MarkKind::Word
}
