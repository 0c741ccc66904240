//! The texts that a resource has for its units, and which of them may ship at all.
//!
//! Whether a text may ship is the same wherever it is asked for, so it is found out once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_formats::Format;
use hexapla_formats::fluent::{EntryFacts, inspect};
use hexapla_model::{Freshness, Locale, ResourceId, Timestamp, Unit, UnitKey, UnitKind};
use rayon::prelude::*;

use super::forms::is_additional;
use super::share::{framed, shares};
use crate::address::{fits, name};
use crate::assess::UnitStatus;
use crate::change::Changed;
use crate::snapshot::{Resource, Snapshot};
use crate::workflow::{ServePolicy, ServeRule};

/// What a resource has for its units.
pub(super) struct Texts<'a> {
    /// The units of the source.
    pub(super) given: Vec<Given>,
    locales: BTreeMap<&'a Locale, InLocale<'a>>,
}

/// A unit of the source.
pub(super) struct Given {
    /// Its address.
    pub(super) address: Arc<str>,
    /// What it gives to others and takes from them, where it is a message or term that can be read.
    pub(super) ends: Option<Ends>,
}

/// A text that a locale has for a unit.
pub(super) struct Text<'a> {
    /// How it stands.
    pub(super) status: &'a UnitStatus,
    /// The units of the target that it is.
    pub(super) units: &'a [Unit],
    /// What becomes of it; never shipped where no page could take it up.
    pub(super) policy: ServePolicy,
    /// What it gives to others and takes from them, where it is a message or term that may ship.
    pub(super) ends: Option<Ends>,
}

/// The texts of a locale.
pub(super) struct InLocale<'a> {
    texts: Vec<Text<'a>>,
    /// By the place of their source, but the plural forms that it lacks; none where several share
    /// one, as where a block of the source is two of a pivot: none of them can take its place.
    by_source: Vec<Option<usize>>,
    /// The plural forms that the source lacks, by their key.
    by_form: BTreeMap<&'a UnitKey, usize>,
}

/// What a message or term gives to whoever shows it, and the names that it refers to.
pub(super) struct Ends {
    has_value: bool,
    attributes: Box<[String]>,
    pub(super) references: Box<[String]>,
}

impl Ends {
    fn of(unit: &Unit) -> Option<Self> {
        let EntryFacts { has_value, attributes, references, .. } = inspect(&unit.text)?;
        let (attributes, references) = (Vec::from_iter(attributes), Vec::from_iter(references));
        Some(Self { has_value, attributes: attributes.into(), references: references.into() })
    }

    pub(super) fn has(&self, attribute: &str) -> bool {
        self.attributes.iter().any(|it| it == attribute)
    }

    /// Whether it gives whoever shows it all that `source` gives: a value, and each attribute.
    fn give_as_much(&self, source: &Self) -> bool {
        source.has_value <= self.has_value && source.attributes.iter().all(|it| self.has(it))
    }
}

impl<'a> InLocale<'a> {
    fn of(resource: &'a Resource, locale: &Locale, statuses: &'a [UnitStatus]) -> Self {
        let units = resource.target_units(locale);
        let mut by_source: Vec<Option<Option<usize>>> = vec![None; resource.source_units().len()];
        let (mut texts, mut by_form) = (Vec::new(), BTreeMap::new());
        for status in statuses.iter().filter(|status| !status.source.is_empty()) {
            match &status.key {
                Some(key) if is_additional(resource, status) => {
                    by_form.insert(key, texts.len());
                }
                _ => {
                    let places = by_source.get_mut(status.source.clone()).unwrap_or_default();
                    for place in places {
                        *place = Some(place.is_none().then_some(texts.len()));
                    }
                }
            }
            let units = units.get(status.target.clone()).unwrap_or_default();
            texts.push(Text { status, units, policy: ServePolicy::Fallback, ends: None });
        }
        Self { texts, by_source: by_source.into_iter().map(Option::flatten).collect(), by_form }
    }

    /// That of the source's unit at `index`.
    pub(super) fn of_source(&self, index: usize) -> Option<&Text<'a>> {
        self.texts.get((*self.by_source.get(index)?)?)
    }

    /// That of a plural form that the source lacks.
    pub(super) fn of_form(&self, key: &UnitKey) -> Option<&Text<'a>> {
        self.texts.get(*self.by_form.get(key)?)
    }
}

impl<'a> Texts<'a> {
    /// What `resource` has, judged by its workflow; `broken` are the units of each locale that must
    /// not ship, by name.
    pub(super) fn of(
        snapshot: &'a Snapshot,
        id: &'a ResourceId,
        resource: &'a Resource,
        statuses: &'a BTreeMap<Locale, Vec<UnitStatus>>,
        broken: &BTreeMap<(&ResourceId, &Locale), BTreeSet<&str>>,
    ) -> Self {
        let is_fluent = resource.collection.format == Format::Fluent;
        let given = |unit: &Unit| {
            let name =
                unit.key.as_ref().map_or_else(|| unit.fingerprint.short(), ToString::to_string);
            let ends = is_fluent.then(|| Ends::of(unit)).flatten();
            Given { address: format!("{id}#{name}").into(), ends }
        };
        let in_locale = |(locale, statuses): (&'a Locale, &'a Vec<UnitStatus>)| {
            (locale, InLocale::of(resource, locale, statuses))
        };
        let mut texts = Self {
            given: resource.source_units().iter().map(given).collect(),
            locales: statuses.iter().map(in_locale).collect(),
        };
        let judged = |(locale, held): (&&'a Locale, &InLocale<'a>)| {
            let broken = broken.get(&(id, *locale));
            let judge = Judge { snapshot, id, resource, locale, broken, texts: &texts };
            held.texts.iter().map(|text| judge.judge(text)).collect::<Vec<_>>()
        };
        let judged: Vec<_> = texts.locales.par_iter().map(judged).collect();
        for (held, judged) in texts.locales.values_mut().zip(judged) {
            for (text, (policy, ends)) in held.texts.iter_mut().zip(judged) {
                (text.policy, text.ends) = (policy, ends);
            }
        }
        texts
    }

    /// Those of a locale.
    pub(super) fn in_locale(&self, locale: &Locale) -> Option<(&'a Locale, &InLocale<'a>)> {
        self.locales.get_key_value(locale).map(|(locale, held)| (*locale, held))
    }
}

/// Says what becomes of the texts of a locale.
struct Judge<'t, 'a> {
    snapshot: &'a Snapshot,
    id: &'a ResourceId,
    resource: &'a Resource,
    locale: &'a Locale,
    broken: Option<&'t BTreeSet<&'t str>>,
    texts: &'t Texts<'a>,
}

impl<'a> Judge<'_, 'a> {
    fn judge(&self, text: &Text<'a>) -> (ServePolicy, Option<Ends>) {
        let policy = self.policy(text.status);
        if policy != ServePolicy::Ship {
            return (policy, None);
        }
        let (can_ship, ends) = self.can_ship(text);
        (if can_ship { policy } else { ServePolicy::Fallback }, ends)
    }

    /// Whether the text is one that a page can take up; and what it gives and takes, of a message.
    fn can_ship(&self, text: &Text<'a>) -> (bool, Option<Ends>) {
        let (resource, status) = (self.resource, text.status);
        let is_broken =
            |broken: &BTreeSet<&str>| broken.contains(name(resource, self.locale, status).as_str());
        let ([unit, ..], Some(source)) = (text.units, &resource.source) else {
            return (false, None);
        };
        if self.broken.is_some_and(is_broken) {
            return (false, None);
        }
        let (format, rules) = (resource.collection.format, &resource.collection.rules);
        match format {
            Format::Asset => return (true, None),
            Format::Fluent => {
                let ends = Ends::of(unit);
                return (ends.as_ref().is_some_and(|it| self.fits_entry(text, unit, it)), ends);
            }
            _ => {}
        }
        let in_frame = status.worst() == Freshness::Current && unit.key.is_some();
        let fits = || {
            let shares = shares(status.source.len(), text.units)?;
            let shares: Vec<_> = status.source.clone().zip(shares).collect();
            framed(format, &source.bytes, source.units(), &shares, rules).ok()
        };
        (in_frame || fits().is_some(), None)
    }

    /// Whether a message may stand for the source's: it gives as much, and reads back as it is. What
    /// a term has beside its value is the translator's own affair.
    fn fits_entry(&self, text: &Text<'a>, unit: &Unit, ends: &Ends) -> bool {
        let index = text.status.source.start;
        let source = self.resource.source_units().get(index);
        let given = self.texts.given.get(index).and_then(|it| it.ends.as_ref());
        let (Some(source), Some(given)) = (source, given) else { return false };
        (source.kind == UnitKind::Term || ends.give_as_much(given)) && !unit.text.contains("\r\n")
    }

    /// What the workflow says: the first rule that fits; without one, what is attested ships.
    fn policy(&self, status: &'a UnitStatus) -> ServePolicy {
        let rules = &self.resource.collection.workflow.serve;
        let rule = rules.iter().find(|rule| self.fits_rule(rule, status));
        let default = match status.worst() {
            Freshness::Current | Freshness::Stale => ServePolicy::Ship,
            Freshness::Missing | Freshness::Unverified | Freshness::Obsolete => {
                ServePolicy::Fallback
            }
        };
        rule.map_or(default, |rule| rule.policy)
    }

    fn fits_rule(&self, rule: &ServeRule, status: &'a UnitStatus) -> bool {
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
            let upstream = |it: &&'a UnitStatus| self.upstream(it);
            std::iter::successors(Some(status), upstream).any(|status| {
                let changed = Changed::of(self.snapshot, self.resource, status);
                changed.is_some_and(|it| rule.change.contains(&it.class()))
            })
        };
        let named = || {
            let name = name(self.resource, self.locale, status);
            let address = format!("{}#{name}", self.id);
            rule.units.iter().any(|pattern| fits(pattern, &address))
        };
        (rule.freshness.is_empty() || rule.freshness.contains(&freshness))
            && (rule.units.is_empty() || named())
            && rule.older_than_days.is_none_or(old)
            && (rule.change.is_empty() || changed())
    }

    /// How the unit that a unit was made from stands, where that is one of another translation.
    fn upstream(&self, status: &UnitStatus) -> Option<&'a UnitStatus> {
        let pivot = status.pivot.as_ref()?;
        let (_, held) = self.texts.in_locale(&pivot.locale)?;
        held.of_source(status.source.start).map(|text| text.status)
    }
}

/// Whether more than `days` have passed since `since`; an unknown time counts as longer ago.
pub(super) fn older(since: Option<Timestamp>, now: Option<Timestamp>, days: i64) -> bool {
    match (since, now) {
        (Some(since), Some(now)) => since.days_until(now) > days,
        _ => true,
    }
}
