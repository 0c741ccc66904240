//! Which text of a unit a reader gets.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_formats::Format;
use hexapla_formats::fluent::inspect;
use hexapla_model::{Freshness, Locale, ResourceId, Timestamp, Unit, UnitKey, UnitKind};

use super::closure;
use super::forms::is_additional;
use super::share::{framed, shares};
use crate::address::{fits, name};
use crate::assess::UnitStatus;
use crate::change::Changed;
use crate::finding::Finding;
use crate::snapshot::{Resource, Snapshot};
use crate::status::Status;
use crate::workflow::{ServePolicy, ServeRule};

/// Which text of a unit ships in a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shipped {
    /// The target of this locale: the asked one, or the first of its fallbacks that may ship.
    Target(Locale),
    /// The source.
    Source,
    /// None: nothing may be released as long as the unit is like this.
    Blocked,
}

/// Decides what ships.
pub struct Shipping<'a> {
    snapshot: &'a Snapshot,
    status: &'a Status,
    /// Units that must not ship: resource, locale and name.
    broken: BTreeSet<(&'a ResourceId, &'a Locale, &'a str)>,
    /// How the units stand, by the place of their source, but the plural forms that it lacks; none
    /// where several share one, as where a block of the source is two of a pivot: none of them can
    /// take its place.
    by_source: BTreeMap<(&'a ResourceId, &'a Locale), BTreeMap<usize, Option<&'a UnitStatus>>>,
    /// How the plural forms stand that the source lacks, by their key.
    by_form: BTreeMap<(&'a ResourceId, &'a Locale), BTreeMap<&'a UnitKey, &'a UnitStatus>>,
    withheld: BTreeSet<Withheld<'a>>,
}

/// A translation that does not ship in a locale, because of others that do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Withheld<'a> {
    pub(super) id: &'a ResourceId,
    /// The locale that is released.
    pub(super) locale: &'a Locale,
    /// The locale of the translation.
    pub(super) from: &'a Locale,
    /// The place of the unit in the source.
    pub(super) index: usize,
}

impl<'a> Shipping<'a> {
    /// Ready to decide for the given project; units with a finding of severity error never ship.
    pub fn new(snapshot: &'a Snapshot, status: &'a Status, findings: &'a [Finding]) -> Self {
        let broken = findings
            .iter()
            .filter(|finding| finding.is_error())
            .filter_map(|it| Some((&it.resource, it.locale.as_ref()?, it.unit.as_deref()?)))
            .collect();
        let mut by_source: BTreeMap<_, BTreeMap<usize, Option<&UnitStatus>>> = BTreeMap::new();
        let mut by_form: BTreeMap<_, BTreeMap<&UnitKey, &UnitStatus>> = BTreeMap::new();
        for (id, locale, unit) in status.units().filter(|(_, _, unit)| !unit.source.is_empty()) {
            let resource = snapshot.resources.get(id);
            if let Some(key) = &unit.key
                && resource.is_some_and(|it| is_additional(it, unit))
            {
                by_form.entry((id, locale)).or_default().insert(key, unit);
                continue;
            }
            let places = by_source.entry((id, locale)).or_default();
            for at in unit.source.clone() {
                places.entry(at).and_modify(|it| *it = None).or_insert(Some(unit));
            }
        }
        let mut shipping =
            Self { snapshot, status, broken, by_source, by_form, withheld: BTreeSet::new() };
        closure::open_ends(&mut shipping);
        shipping
    }

    /// The project.
    pub(super) fn snapshot(&self) -> &'a Snapshot {
        self.snapshot
    }

    /// Has these translations not ship.
    pub(super) fn withhold(&mut self, more: Vec<Withheld<'a>>) {
        self.withheld.extend(more);
    }

    /// The whole project's status.
    pub fn status(&self) -> &'a Status {
        self.status
    }

    /// Which text of the source's unit at `source` ships in the locale `asked`.
    pub fn decide(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        asked: &'a Locale,
        source: usize,
    ) -> Shipped {
        self.first(id, resource, asked, source, |locale| self.unit(id, locale, source))
    }

    /// Which text ships in the locale `asked` of a unit that may be a plural form which the source
    /// lacks.
    pub(super) fn decide_unit(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        asked: &'a Locale,
        unit: &'a UnitStatus,
    ) -> Shipped {
        let found = |locale| match &unit.key {
            Some(key) if is_additional(resource, unit) => self.form(id, locale, key),
            _ => self.unit(id, locale, unit.source.start),
        };
        self.first(id, resource, asked, unit.source.start, found)
    }

    /// The first text that may ship of a unit, which `unit` finds in each locale.
    fn first(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        asked: &'a Locale,
        source: usize,
        unit: impl Fn(&'a Locale) -> Option<&'a UnitStatus>,
    ) -> Shipped {
        let chain = resource.collection.fallbacks.get(asked).into_iter().flatten();
        for locale in std::iter::once(asked).chain(chain) {
            if *locale == resource.collection.source_locale {
                return Shipped::Source;
            }
            let withheld = Withheld { id, locale: asked, from: locale, index: source };
            let Some(status) = unit(locale) else { continue };
            match self.policy(id, resource, locale, status) {
                ServePolicy::Block => return Shipped::Blocked,
                ServePolicy::Ship
                    if !self.withheld.contains(&withheld)
                        && self.can_ship(id, resource, locale, status) =>
                {
                    return Shipped::Target(locale.clone());
                }
                ServePolicy::Ship | ServePolicy::Fallback => {}
            }
        }
        Shipped::Source
    }

    /// How the source's unit at `source` stands in `locale`.
    pub fn unit(
        &self,
        id: &'a ResourceId,
        locale: &'a Locale,
        source: usize,
    ) -> Option<&'a UnitStatus> {
        self.by_source.get(&(id, locale))?.get(&source).copied().flatten()
    }

    /// How the unit that a unit was made from stands, where that is one of another translation.
    fn upstream(&self, id: &ResourceId, status: &UnitStatus) -> Option<&'a UnitStatus> {
        let pivot = status.pivot.as_ref()?;
        self.by_source.get(&(id, &pivot.locale))?.get(&status.source.start).copied().flatten()
    }

    /// How a plural form that the source lacks stands in `locale`.
    pub(super) fn form(
        &self,
        id: &'a ResourceId,
        locale: &'a Locale,
        key: &UnitKey,
    ) -> Option<&'a UnitStatus> {
        self.by_form.get(&(id, locale))?.get(key).copied()
    }

    /// The target in `from` of the source's unit at `source`.
    pub(super) fn target(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        from: &Locale,
        source: usize,
    ) -> Option<(&'a Locale, &'a Unit)> {
        let (from, target) = resource.targets.get_key_value(from)?;
        let status = self.unit(id, from, source)?;
        Some((from, target.units().get(status.target.start)?))
    }

    /// Whether there is a text of the unit that a page can take up.
    fn can_ship(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        locale: &'a Locale,
        status: &UnitStatus,
    ) -> bool {
        let own = name(resource, locale, status);
        if self.broken.contains(&(id, locale, own.as_str())) {
            return false;
        }
        let units = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
        let ([unit, ..], Some(source)) = (units, &resource.source) else { return false };
        let (format, rules) = (resource.collection.format, &resource.collection.rules);
        if format == Format::Asset {
            return true;
        }
        let given = source.units().get(status.source.start);
        if format == Format::Fluent && !given.is_some_and(|given| gives_as_much(given, unit)) {
            return false;
        }
        let in_frame = status.worst() == Freshness::Current && unit.key.is_some();
        let fits = || {
            let shares = shares(status.source.len(), units)?;
            let shares: Vec<_> = status.source.clone().zip(shares).collect();
            framed(format, &source.bytes, source.units(), &shares, rules).ok()
        };
        in_frame || fits().is_some()
    }

    /// What the workflow says: the first rule that fits; without one, what is attested ships.
    fn policy(
        &self,
        id: &ResourceId,
        resource: &Resource,
        locale: &Locale,
        status: &UnitStatus,
    ) -> ServePolicy {
        let own = format!("{id}#{}", name(resource, locale, status));
        let fits_rule = |rule: &&ServeRule| self.fits(rule, id, resource, status, &own);
        let rule = resource.collection.workflow.serve.iter().find(fits_rule);
        let default = match status.worst() {
            Freshness::Current | Freshness::Stale => ServePolicy::Ship,
            Freshness::Missing | Freshness::Unverified | Freshness::Obsolete => {
                ServePolicy::Fallback
            }
        };
        rule.map_or(default, |rule| rule.policy)
    }

    fn fits(
        &self,
        rule: &ServeRule,
        id: &ResourceId,
        resource: &Resource,
        status: &UnitStatus,
        address: &str,
    ) -> bool {
        let worst = status.worst();
        let freshness = if status.is_settled() || worst != Freshness::Current {
            worst
        } else {
            Freshness::Stale
        };
        let old = |days: i64| {
            freshness == Freshness::Stale
                && older(status.changed_since(), self.snapshot.as_of, days)
        };
        let changed = || {
            let upstream = |it: &&UnitStatus| self.upstream(id, it);
            std::iter::successors(Some(status), upstream).any(|status| {
                let changed = Changed::of(self.snapshot, resource, status);
                changed.is_some_and(|it| rule.change.contains(&it.class()))
            })
        };
        (rule.freshness.is_empty() || rule.freshness.contains(&freshness))
            && (rule.units.is_empty() || rule.units.iter().any(|pattern| fits(pattern, address)))
            && rule.older_than_days.is_none_or(old)
            && (rule.change.is_empty() || changed())
    }
}

/// Whether a message gives whoever shows it all that its source gives: a value, and each attribute.
/// What a term has beside its value is the translator's own affair.
fn gives_as_much(source: &Unit, target: &Unit) -> bool {
    let (Some(given), Some(found)) = (inspect(&source.text), inspect(&target.text)) else {
        return false;
    };
    source.kind == UnitKind::Term
        || (given.has_value <= found.has_value && given.attributes.is_subset(&found.attributes))
}

/// Whether more than `days` have passed since `since`; an unknown time counts as longer ago.
pub(super) fn older(since: Option<Timestamp>, now: Option<Timestamp>, days: i64) -> bool {
    match (since, now) {
        (Some(since), Some(now)) => since.days_until(now) > days,
        _ => true,
    }
}
