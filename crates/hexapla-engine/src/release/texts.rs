//! The texts that a resource has for its units, and which of them may ship at all.
//!
//! Whether a text may ship is the same wherever it is asked for, so it is found out once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_formats::Format;
use hexapla_formats::fluent::{EntryFacts, inspect};
use hexapla_model::{Locale, ResourceId, Unit, UnitKey};
use rayon::prelude::*;

use super::forms::is_additional;
use super::judge::{Judge, Reason};
use crate::assess::UnitStatus;
use crate::snapshot::{Resource, Snapshot};
use crate::workflow::ServePolicy;

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
    /// Why.
    pub(super) reason: Reason,
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
    pub(super) fn of(unit: &Unit) -> Option<Self> {
        let EntryFacts { has_value, attributes, references, .. } = inspect(&unit.text)?;
        let (attributes, references) = (Vec::from_iter(attributes), Vec::from_iter(references));
        Some(Self { has_value, attributes: attributes.into(), references: references.into() })
    }

    pub(super) fn has(&self, attribute: &str) -> bool {
        self.attributes.iter().any(|it| it == attribute)
    }

    /// Whether it gives whoever shows it all that `source` gives: a value, and each attribute.
    pub(super) fn give_as_much(&self, source: &Self) -> bool {
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
            let (policy, reason) = (ServePolicy::Fallback, Reason::Unattested);
            texts.push(Text { status, units, policy, reason, ends: None });
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
            for (text, (policy, reason, ends)) in held.texts.iter_mut().zip(judged) {
                (text.policy, text.reason, text.ends) = (policy, reason, ends);
            }
        }
        texts
    }

    /// Those of a locale.
    pub(super) fn in_locale(&self, locale: &Locale) -> Option<(&'a Locale, &InLocale<'a>)> {
        self.locales.get_key_value(locale).map(|(locale, held)| (*locale, held))
    }
}
