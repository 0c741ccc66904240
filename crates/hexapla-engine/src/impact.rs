//! What a change of files does to translations.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use hexapla_model::{Fingerprint, Freshness, Group, Handle, Locale, ResourceId, State, UnitKey};

use crate::address::address;
use crate::assess::{UnitStatus, group};
use crate::change::{ChangeClass, Changed};
use crate::snapshot::{Collection, Resource, Snapshot};
use crate::status::{Count, Status, Tally};

/// What a change of files does to translations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Impact {
    /// How many units of sources are new or changed.
    pub sources: usize,
    /// What it does in each locale where it does anything.
    pub locales: BTreeMap<Locale, LocaleImpact>,
    /// The units that need somebody, by address.
    pub units: BTreeMap<String, Affected>,
}

/// What a change does in one locale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocaleImpact {
    /// Units that become stale, missing, unverified or obsolete; those counted as current stand in
    /// another order than the source.
    pub becomes: BTreeMap<Freshness, Count>,
    /// Units whose source changed and that are current with the target they had: kept, reverted.
    pub carries: Count,
    /// Units whose source changed and whose target was changed and attested with it.
    pub matches: Count,
    /// How everything in the locale stands before.
    pub before: Tally,
    /// How everything in the locale stands after.
    pub after: Tally,
    /// Who may translate what needs somebody.
    pub people: BTreeSet<Handle>,
}

/// A unit that needs somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affected {
    /// What kind of change made it stale.
    pub change: Option<ChangeClass>,
    /// What it becomes, by locale; what is current stands in another order than the source.
    pub becomes: BTreeMap<Locale, Freshness>,
    /// The file of its source, where there is one.
    pub path: Option<String>,
}

/// What it does that `before` becomes `after`.
pub fn impact(before: (&Snapshot, &Status), after: (&Snapshot, &Status)) -> Impact {
    let mut impact = Impact::default();
    let nowhere = BTreeMap::new();
    for (id, locales) in &after.1.resources {
        let Some(resource) = after.0.resources.get(id) else { continue };
        let former = before.0.resources.get(id);
        let known = Sources::of(former);
        impact.sources += known.unknown(resource);
        let stood = before.1.resources.get(id).unwrap_or(&nowhere);
        for (locale, statuses) in locales {
            let mut stood = Stood::of(former, locale, stood.get(locale));
            for status in statuses.iter().filter(|it| it.inherited.is_none()) {
                let place = Place { snapshot: after.0, id, resource, locale, status };
                let stood_so = stood.take(&place);
                if status.is_settled() && known.lacks(resource, status) {
                    impact.carried(&place, &stood);
                } else if !stood_so && !status.is_settled() {
                    impact.needs(&place);
                }
            }
        }
    }
    impact.coverage(before.1, after.1);
    impact
}

/// What sources do that nobody has put on record yet.
pub fn unseen_impact(snapshot: &Snapshot, status: &Status) -> Impact {
    let mut impact = Impact::default();
    let mut sources: BTreeSet<(&ResourceId, Fingerprint)> = BTreeSet::new();
    let unseen = |it: &UnitStatus| it.worst() == Freshness::Stale && it.changed_since().is_none();
    for (id, locale, status) in status.units().filter(|(_, _, it)| it.inherited.is_none()) {
        let Some(resource) = snapshot.resources.get(id).filter(|_| unseen(status)) else {
            continue;
        };
        let units = resource.source_units().get(status.source.clone()).unwrap_or_default();
        sources.extend(units.iter().map(|unit| (id, unit.fingerprint)));
        impact.needs(&Place { snapshot, id, resource, locale, status });
    }
    impact.sources = sources.len();
    impact.coverage(&Status::default(), status);
    for one in impact.locales.values_mut() {
        one.before = one.after.clone();
        let stale = one.becomes.get(&Freshness::Stale).copied().unwrap_or_default();
        one.before.turn(stale, Freshness::Stale, Freshness::Current);
    }
    impact
}

/// A unit in a locale.
struct Place<'a> {
    snapshot: &'a Snapshot,
    id: &'a ResourceId,
    resource: &'a Resource,
    locale: &'a Locale,
    status: &'a UnitStatus,
}

impl Place<'_> {
    fn count(&self) -> Count {
        Count { units: self.status.units(), words: self.status.words }
    }
}

impl Impact {
    /// How many units, in how many locales, come to stand so.
    pub fn total(&self, freshness: Freshness) -> (Count, usize) {
        let counts = self.locales.values().filter_map(|it| it.becomes.get(&freshness));
        counts.fold((Count::default(), 0), |(mut all, locales), count| {
            all += *count;
            (all, locales + 1)
        })
    }

    /// Leaves out every other locale.
    pub fn only(&mut self, locales: &[Locale]) {
        self.locales.retain(|locale, _| locales.contains(locale));
        self.units.retain(|_, unit| {
            unit.becomes.retain(|locale, _| locales.contains(locale));
            !unit.becomes.is_empty()
        });
    }

    /// Whether no unit needs anybody for it.
    pub fn is_settled(&self) -> bool {
        self.units.is_empty()
    }

    /// Counts a unit that needs somebody.
    fn needs(&mut self, place: &Place<'_>) {
        let Place { snapshot, id, resource, locale, status } = place;
        let entry = self.locales.entry((*locale).clone()).or_default();
        *entry.becomes.entry(status.worst()).or_default() += place.count();
        entry.people.extend(translators(snapshot, &resource.collection, locale));
        let name = address(id, resource, locale, status);
        let unit = self.units.entry(name).or_default();
        unit.change =
            unit.change.or_else(|| Changed::of(snapshot, resource, status).map(|it| it.class()));
        unit.becomes.insert((*locale).clone(), status.worst());
        unit.path = resource.source.as_ref().map(|source| source.path.clone());
    }

    /// Counts a unit that is current for a source that changed.
    fn carried(&mut self, place: &Place<'_>, stood: &Stood) {
        let entry = self.locales.entry(place.locale.clone()).or_default();
        let same_target =
            stood.targets.contains(&target(place.resource, place.locale, place.status));
        let count = if same_target { &mut entry.carries } else { &mut entry.matches };
        *count += place.count();
    }

    /// Adds how every touched locale stands as a whole, and those that only came to stand better.
    fn coverage(&mut self, before: &Status, after: &Status) {
        let by_locale = |_: &ResourceId, locale: &Locale| Some(locale.clone());
        let (mut before, after) = (before.tally(by_locale), after.tally(by_locale));
        for (locale, now) in after {
            let former = before.remove(&locale).unwrap_or_default();
            let current = |tally: &Tally| tally.of(Freshness::Current);
            if self.locales.contains_key(&locale)
                || (former != Tally::default() && current(&former) != current(&now))
            {
                let entry = self.locales.entry(locale).or_default();
                (entry.before, entry.after) = (former, now);
            }
        }
    }
}

/// The people that may translate in the collection and locale.
fn translators(snapshot: &Snapshot, collection: &Collection, locale: &Locale) -> Vec<Handle> {
    let rules = collection.workflow.states.iter().filter(|rule| rule.state == State::Translated);
    let roles: Vec<&Vec<String>> = rules.map(|rule| &rule.roles).collect();
    let people = snapshot.people.0.iter().filter(|(handle, person)| {
        let here = person.locales.is_empty() || person.locales.contains(locale);
        here && (roles.is_empty() || roles.iter().any(|it| snapshot.people.may(handle, it, locale)))
    });
    people.map(|(handle, _)| handle.clone()).collect()
}

/// The source texts of a resource, by key.
struct Sources<'a>(HashSet<(Option<&'a UnitKey>, Fingerprint)>);

impl<'a> Sources<'a> {
    fn of(resource: Option<&'a Resource>) -> Self {
        let units = resource.map_or(&[][..], Resource::source_units).iter();
        Self(units.map(|unit| (unit.key.as_ref(), unit.fingerprint)).collect())
    }

    /// How many sources of the other are not among these.
    fn unknown(&self, other: &Resource) -> usize {
        let units = other.source_units().iter();
        units.filter(|unit| !self.has(unit.key.as_ref(), unit.fingerprint)).count()
    }

    fn has(&self, key: Option<&UnitKey>, source: Fingerprint) -> bool {
        self.0.contains(&(key, source))
    }

    /// Whether some source of the unit is not among these.
    fn lacks(&self, resource: &Resource, status: &UnitStatus) -> bool {
        let units = resource.source_units().get(status.source.clone()).unwrap_or_default();
        units.iter().any(|unit| !self.has(unit.key.as_ref(), unit.fingerprint))
    }
}

/// What a unit is known by through a change: its key; of a block its target, which no author
/// changes, or its source where there is no target.
type Identity = (Option<UnitKey>, Option<Group>);

/// How the units of a resource stood in a locale.
struct Stood {
    units: HashMap<(Identity, Freshness, bool), usize>,
    targets: HashSet<Option<Group>>,
}

impl Stood {
    fn of(
        resource: Option<&Resource>,
        locale: &Locale,
        statuses: Option<&Vec<UnitStatus>>,
    ) -> Self {
        let mut stood = Self { units: HashMap::new(), targets: HashSet::new() };
        let Some(resource) = resource else { return stood };
        for status in statuses.into_iter().flatten() {
            let standing = standing(resource, locale, status);
            *stood.units.entry(standing).or_default() += 1;
            stood.targets.insert(target(resource, locale, status));
        }
        stood
    }

    /// Whether the unit stood just so; each that did answers once.
    fn take(&mut self, place: &Place<'_>) -> bool {
        let standing = standing(place.resource, place.locale, place.status);
        match self.units.get_mut(&standing) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }
}

fn standing(
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> (Identity, Freshness, bool) {
    let source = || group(resource.source_units().get(status.source.clone()).unwrap_or_default());
    let identity = match &status.key {
        Some(key) => (Some(key.clone()), None),
        None => (None, target(resource, locale, status).or_else(source)),
    };
    (identity, status.worst(), status.follows_order())
}

fn target(resource: &Resource, locale: &Locale, status: &UnitStatus) -> Option<Group> {
    group(resource.target_units(locale).get(status.target.clone()).unwrap_or_default())
}
