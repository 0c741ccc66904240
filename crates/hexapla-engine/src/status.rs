//! How a project stands: units and words, counted.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use hexapla_model::{Freshness, Locale, Progress, ResourceId, State, Timestamp};
use rayon::prelude::*;

use crate::assess::{UnitStatus, assess};
use crate::snapshot::{Resource, Snapshot};

/// Units and their words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many units.
    pub units: usize,
    /// How many words they have.
    pub words: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.units += other.units;
        self.words += other.words;
    }
}

/// How a set of units stands. Every unit counts in exactly one of the freshnesses, or as out of
/// order; one that is made from another translation as the worse of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By freshness; `Current` here means settled: current and in order.
    pub by_freshness: BTreeMap<Freshness, Count>,
    /// Current units that stand in another order than the source.
    pub out_of_order: Count,
    /// Units among all these that a regional locale takes from its parent.
    pub inherited: Count,
    /// Settled units, by state.
    pub by_state: BTreeMap<State, Count>,
    /// When the longest stale unit was first seen to have changed.
    pub oldest: Option<Timestamp>,
    /// How many stale units there are whose age is not known.
    pub unknown_age: usize,
}

impl Tally {
    /// What is counted under a freshness.
    pub fn of(&self, freshness: Freshness) -> Count {
        self.by_freshness.get(&freshness).copied().unwrap_or_default()
    }

    /// Every unit that has a source.
    pub fn total(&self) -> Count {
        let mut total = self.out_of_order;
        for freshness in Freshness::ALL.into_iter().filter(|it| *it != Freshness::Obsolete) {
            total += self.of(freshness);
        }
        total
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.total().units == 0 && self.of(Freshness::Obsolete).units == 0
    }

    /// Whether nothing is stale, missing, unverified, obsolete or out of order.
    pub fn is_settled(&self) -> bool {
        let others = Freshness::ALL.into_iter().filter(|it| *it != Freshness::Current);
        self.out_of_order.units == 0 && others.into_iter().all(|it| self.of(it).units == 0)
    }

    /// The same if so many units stood otherwise.
    pub(crate) fn turn(&mut self, count: Count, from: Freshness, to: Freshness) {
        let less = self.by_freshness.entry(from).or_default();
        less.units = less.units.saturating_sub(count.units);
        less.words = less.words.saturating_sub(count.words);
        *self.by_freshness.entry(to).or_default() += count;
    }

    /// Counts one more unit.
    pub fn add(&mut self, status: &UnitStatus) {
        let one = Count { units: status.units(), words: status.words };
        if status.inherited.is_some() {
            self.inherited += one;
        }
        let freshness = status.worst();
        if freshness == Freshness::Current && !status.follows_order() {
            self.out_of_order += one;
            return;
        }
        *self.by_freshness.entry(freshness).or_default() += one;
        match freshness {
            Freshness::Current => *self.by_state.entry(status.state).or_default() += one,
            Freshness::Stale => match status.changed_since() {
                Some(at) => self.oldest = Some(self.oldest.map_or(at, |oldest| oldest.min(at))),
                None => self.unknown_age += one.units,
            },
            _ => {}
        }
    }
}

impl AddAssign<&Tally> for Tally {
    fn add_assign(&mut self, other: &Tally) {
        for (freshness, count) in &other.by_freshness {
            *self.by_freshness.entry(*freshness).or_default() += *count;
        }
        for (state, count) in &other.by_state {
            *self.by_state.entry(*state).or_default() += *count;
        }
        self.out_of_order += other.out_of_order;
        self.inherited += other.inherited;
        self.unknown_age += other.unknown_age;
        self.oldest = match (self.oldest, other.oldest) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
}

/// How every unit of every resource stands, by locale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Status {
    /// Unit by unit, in the order of the source.
    pub resources: BTreeMap<ResourceId, BTreeMap<Locale, Vec<UnitStatus>>>,
}

impl Status {
    /// Assesses the whole project, on all cores.
    pub fn of(snapshot: &Snapshot) -> Self {
        Self::counted(snapshot, &Progress::default())
    }

    /// The same, telling how far it is.
    pub fn counted(snapshot: &Snapshot, progress: &Progress) -> Self {
        progress.begin("assessing resources", snapshot.resources.len());
        let assess = |(id, resource): (&ResourceId, &Resource)| {
            let assessed = assess(snapshot, id, resource);
            progress.step();
            (id.clone(), assessed)
        };
        let assessed: Vec<_> = snapshot.resources.par_iter().map(assess).collect();
        Self { resources: assessed.into_iter().collect() }
    }

    /// The status of `now`, where this is that of `before`: only resources with another file, rule
    /// or fact are assessed.
    #[must_use]
    pub fn again(&self, before: &Snapshot, now: &Snapshot) -> Self {
        let known = |id: &ResourceId, resource: &Resource| {
            let same = before.people == now.people
                && before.resources.get(id).is_some_and(|it| it.is_same(resource))
                && before.ledger.agrees(&now.ledger, id);
            self.resources.get(id).filter(|_| same).cloned()
        };
        let assessed: Vec<_> = now
            .resources
            .par_iter()
            .map(|(id, resource)| {
                let statuses = known(id, resource).unwrap_or_else(|| assess(now, id, resource));
                (id.clone(), statuses)
            })
            .collect();
        Self { resources: assessed.into_iter().collect() }
    }

    /// Every unit, with where it is.
    pub fn units(&self) -> impl Iterator<Item = (&ResourceId, &Locale, &UnitStatus)> {
        self.resources.iter().flat_map(|(id, locales)| {
            locales
                .iter()
                .flat_map(move |(locale, units)| units.iter().map(move |unit| (id, locale, unit)))
        })
    }

    /// Tallies by whatever `group` says of a resource and locale.
    pub fn tally<G: Ord>(
        &self,
        group: impl Fn(&ResourceId, &Locale) -> Option<G>,
    ) -> BTreeMap<G, Tally> {
        let mut tallies: BTreeMap<G, Tally> = BTreeMap::new();
        for (id, locales) in &self.resources {
            for (locale, units) in locales {
                let Some(group) = group(id, locale) else { continue };
                let tally = tallies.entry(group).or_default();
                units.iter().for_each(|unit| tally.add(unit));
            }
        }
        tallies
    }
}
