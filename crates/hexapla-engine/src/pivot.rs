//! Translations that were made from another translation: Arabic from French from English.
//!
//! What people attest of such a unit is a pair of texts like any other: one of the pivot, one of
//! the locale. How it stands to the pivot follows from its own facts; how the pivot stands to its
//! source follows from the pivot's. The worse of both is what gates, tallies and releases go by.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use hexapla_model::{Freshness, Locale, Timestamp, Unit, UnitKey};

use crate::assess::UnitStatus;
use crate::snapshot::{Document, Resource};

/// The unit of another translation that a target is made from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pivot {
    /// The locale of that translation.
    pub locale: Locale,
    /// Its place among the units of that translation; empty where that has none yet.
    pub units: Range<usize>,
    /// The worst way in which it, and what it was made from itself, stands to its source.
    pub freshness: Freshness,
    /// Whether that translation follows the order of the source here.
    pub in_order: bool,
    /// When the longest change that waits upstream was first seen; none where that is not known.
    pub changed_at: Option<Timestamp>,
}

impl Pivot {
    /// Whether nothing has to happen upstream.
    pub fn is_settled(&self) -> bool {
        self.freshness == Freshness::Current && self.in_order
    }
}

impl UnitStatus {
    /// The worse of its own freshness and that of what it was made from.
    pub fn worst(&self) -> Freshness {
        let upstream = self.pivot.as_ref().map(|it| it.freshness);
        upstream.map_or(self.freshness, |it| self.freshness.worse(it))
    }

    /// Whether it, and what it was made from, follows the order of the source.
    pub fn follows_order(&self) -> bool {
        self.in_order && self.pivot.as_ref().is_none_or(|it| it.in_order)
    }

    /// When the source, or the pivot, was first seen to have changed: the earlier of both; none
    /// where one of them has changed and it is not known when.
    pub fn changed_since(&self) -> Option<Timestamp> {
        let own = (self.freshness == Freshness::Stale).then_some(self.changed_at);
        let upstream = self.pivot.as_ref().filter(|it| it.freshness == Freshness::Stale);
        match (own, upstream.map(|it| it.changed_at)) {
            (Some(own), Some(upstream)) => own.zip(upstream).map(|(a, b)| a.min(b)),
            (None, Some(upstream)) => upstream,
            (_, None) => self.changed_at,
        }
    }

    /// The pivot that has to be settled before this unit can be.
    pub fn waits_for(&self) -> Option<&Locale> {
        self.pivot.as_ref().filter(|it| !it.is_settled()).map(|it| &it.locale)
    }

    /// The place of what the target renders: among the units of the source, or of the pivot.
    pub fn given_at(&self) -> &Range<usize> {
        self.pivot.as_ref().map_or(&self.source, |it| &it.units)
    }

    /// What the target renders: units of the source, or of the pivot.
    pub fn given<'a>(&self, resource: &'a Resource) -> &'a [Unit] {
        let units = match &self.pivot {
            Some(pivot) => resource.target_units(&pivot.locale),
            None => resource.source_units(),
        };
        units.get(self.given_at().clone()).unwrap_or_default()
    }
}

/// What the statuses of a target beside its pivot, `own`, are beside the source, whose units the
/// pivot renders as `upstream` says.
///
/// Every unit of the source comes up, as missing where the pivot misses it; a target of what only
/// the pivot has is obsolete. A target that renders several units of the pivot stands for all that
/// those render.
pub(crate) fn lift(
    own: Vec<UnitStatus>,
    upstream: &[UnitStatus],
    pivot: &Locale,
    source: Option<&Document>,
) -> Vec<UnitStatus> {
    let mut by_unit: HashMap<usize, usize> = HashMap::new();
    for (at, theirs) in upstream.iter().enumerate() {
        by_unit.extend(theirs.target.clone().map(|unit| (unit, at)));
    }
    let mut lifted = Vec::with_capacity(own.len());
    let mut seen = vec![false; upstream.len()];
    let mut gone: BTreeMap<UnitKey, UnitStatus> = BTreeMap::new();
    for status in own {
        let mut renders: Vec<usize> =
            status.source.clone().filter_map(|unit| by_unit.get(&unit).copied()).collect();
        renders.dedup();
        renders.iter().for_each(|&at| seen[at] = true);
        let has_source = |at: &usize| !upstream[*at].source.is_empty();
        let theirs: Vec<&UnitStatus> =
            renders.iter().filter(|at| has_source(at)).map(|&at| &upstream[at]).collect();
        match (theirs.is_empty(), status.target.is_empty(), status.key.clone()) {
            (false, ..) => lifted.push(over(status, &theirs, pivot, source)),
            (true, true, _) => {}
            (true, false, Some(key)) => {
                gone.insert(key, obsolete(status));
            }
            (true, false, None) => lifted.push(obsolete(status)),
        }
    }
    for (theirs, _) in upstream.iter().zip(seen).filter(|(it, seen)| !seen && !it.source.is_empty())
    {
        let target = theirs.key.as_ref().and_then(|key| gone.remove(key)).map(|it| it.target);
        let missing = UnitStatus {
            key: theirs.key.clone(),
            target: target.unwrap_or(0..0),
            ..UnitStatus::new(Freshness::Missing)
        };
        lifted.push(over(missing, &[theirs], pivot, source));
    }
    lifted.extend(gone.into_values());
    lifted
}

/// The status of a target over what its pivot renders, at least one unit.
fn over(
    status: UnitStatus,
    theirs: &[&UnitStatus],
    pivot: &Locale,
    source: Option<&Document>,
) -> UnitStatus {
    let start = theirs.iter().map(|it| it.source.start).min().unwrap_or(0);
    let end = theirs.iter().map(|it| it.source.end).max().unwrap_or(start);
    let words = source.map_or(0, |it| (start..end).map(|at| it.words(at)).sum());
    let freshness = theirs.iter().map(|it| it.worst()).reduce(Freshness::worse);
    let freshness = freshness.filter(|_| !status.source.is_empty());
    let freshness = freshness.unwrap_or(Freshness::Missing);
    let stale = || theirs.iter().filter(|it| it.worst() == Freshness::Stale);
    let since: Option<Vec<Timestamp>> = stale().map(|it| it.changed_since()).collect();
    let upstream = Pivot {
        locale: pivot.clone(),
        // What the pivot misses, such as a copy of the source, is nothing to translate from.
        units: if freshness == Freshness::Missing { 0..0 } else { status.source.clone() },
        freshness,
        in_order: theirs.iter().all(|it| it.follows_order()),
        changed_at: since.and_then(|all| all.into_iter().min()),
    };
    let status = match freshness {
        Freshness::Missing => UnitStatus {
            key: status.key,
            target: status.target,
            ..UnitStatus::new(Freshness::Missing)
        },
        _ => status,
    };
    UnitStatus { source: start..end, words, pivot: Some(upstream), ..status }
}

/// The status of a target whose source is gone, also where the pivot still has it.
fn obsolete(status: UnitStatus) -> UnitStatus {
    UnitStatus {
        key: status.key,
        target: status.target,
        words: status.words,
        ..UnitStatus::new(Freshness::Obsolete)
    }
}
