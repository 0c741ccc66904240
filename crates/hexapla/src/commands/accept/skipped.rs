//! Units that a person has to look at one by one.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use hexapla_model::{Freshness, Locale};

use super::Args;
use crate::commands::settle;
use crate::select::Selected;
use crate::ui::{count, tell};

/// How many units of a selection are left, and why.
#[derive(Debug, Default)]
pub(super) struct Skipped {
    drifted: usize,
    unsure: usize,
    /// By the locale whose translation they are made from.
    waiting: BTreeMap<Locale, usize>,
}

impl Skipped {
    /// Counts the units of a selection.
    pub(super) fn of<'a>(selected: impl IntoIterator<Item = &'a Selected<'a>>) -> Self {
        let mut skipped = Self::default();
        for one in selected {
            skipped.drifted += usize::from(is_drifted(one));
            skipped.unsure += usize::from(is_unsure(one) && one.status.made_from.is_none());
            if let Some(pivot) = one.status.waits_for().filter(|_| is_open(one)) {
                *skipped.waiting.entry(pivot.clone()).or_default() += 1;
            }
        }
        skipped
    }

    /// Tells of those that were left although they are part of what was asked for.
    pub(super) fn tell(&self, args: &Args) {
        let drifted = if args.all { self.drifted } else { 0 };
        if !args.force {
            tell_left(drifted, "whose target was changed since it was last attested");
            tell_left(self.unsure, "of which it is not sure what the target renders");
            if drifted + self.unsure > 0 {
                tell!("hint: look at them with `hexapla review`, or add `--force`");
            }
        }
        settle::tell_pivots(&self.waiting);
    }
}

impl AddAssign for Skipped {
    fn add_assign(&mut self, other: Self) {
        self.drifted += other.drifted;
        self.unsure += other.unsure;
        for (pivot, units) in other.waiting {
            *self.waiting.entry(pivot).or_default() += units;
        }
    }
}

fn tell_left(units: usize, why: &str) {
    if units > 0 {
        tell!("skipped {} {why}", count(units, "unit"));
    }
}

/// Whether nobody vouches for the target, and it may render another source.
pub(super) fn is_unsure(one: &Selected<'_>) -> bool {
    let status = one.status;
    status.freshness == Freshness::Unverified && status.inherited.is_none() && !status.is_sure()
}

/// Whether nobody vouches for the target as it is, beside what it was made from.
pub(super) fn is_open(one: &Selected<'_>) -> bool {
    matches!(one.status.freshness, Freshness::Stale | Freshness::Unverified)
}

/// Whether the target was changed since some target of the unit was last attested.
pub(super) fn is_drifted(one: &Selected<'_>) -> bool {
    one.status.freshness == Freshness::Unverified && one.status.made_from.is_some()
}
