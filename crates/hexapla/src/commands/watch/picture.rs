//! How a project stood at one moment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_engine::Tally;
use hexapla_model::{Locale, ResourceId};
use hexapla_workspace::Survey;

use super::stood::Stood;

/// How every resource stood in every locale at one moment. What was not looked at between two
/// moments is one and the same in both.
#[derive(Default)]
pub(super) struct Picture(BTreeMap<ResourceId, BTreeMap<Locale, Arc<Stood>>>);

impl Picture {
    pub(super) fn of(survey: &Survey<Arc<Stood>>) -> Self {
        survey.kept().map(|(id, locale, stood)| (id, locale, Arc::clone(stood))).collect()
    }

    /// How a resource stood in a locale.
    pub(super) fn get(&self, id: &ResourceId, locale: &Locale) -> Option<&Arc<Stood>> {
        self.0.get(id)?.get(locale)
    }

    /// Everything, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = (&ResourceId, &Locale, &Arc<Stood>)> {
        let locales = self.0.iter();
        locales.flat_map(|(id, it)| it.iter().map(move |(locale, stood)| (id, locale, stood)))
    }

    /// What was looked at anew since `before`, with how it stood then.
    pub(super) fn since<'a>(
        &'a self,
        before: &'a Self,
    ) -> impl Iterator<Item = (&'a ResourceId, &'a Locale, &'a Stood, Option<&'a Stood>)> {
        self.all().filter_map(|(id, locale, now)| {
            let then = before.get(id, locale);
            let is_new = then.is_none_or(|then| !Arc::ptr_eq(then, now));
            is_new.then(|| (id, locale, &**now, then.map(AsRef::as_ref)))
        })
    }

    /// Whether every unit stood the same in both, in everything that is known of it.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let same =
            |then: Option<&Stood>, now: &Stood| then.is_some_and(|it| it.digest == now.digest);
        self.all().count() == other.all().count()
            && self.since(other).all(|(_, _, now, then)| same(then, now))
    }

    pub(super) fn tallies(&self) -> impl Iterator<Item = (&ResourceId, &Locale, &Tally)> {
        self.all().map(|(id, locale, stood)| (id, locale, &stood.tally))
    }

    /// How many units stood somehow.
    pub(super) fn units(&self) -> usize {
        self.all().map(|(_, _, stood)| stood.units().len()).sum()
    }

    /// The resources of which a source has to be recorded as seen.
    pub(super) fn unseen(&self) -> BTreeSet<ResourceId> {
        let unseen = self.all().filter(|(_, _, stood)| stood.is_unseen);
        unseen.map(|(id, _, _)| id.clone()).collect()
    }
}

impl<'a> FromIterator<(&'a ResourceId, &'a Locale, Arc<Stood>)> for Picture {
    fn from_iter<I: IntoIterator<Item = (&'a ResourceId, &'a Locale, Arc<Stood>)>>(all: I) -> Self {
        let mut picture = Self::default();
        for (id, locale, stood) in all {
            let locales = match picture.0.get_mut(id) {
                Some(locales) => locales,
                None => picture.0.entry(id.clone()).or_default(),
            };
            locales.insert(locale.clone(), stood);
        }
        picture
    }
}
