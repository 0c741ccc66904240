//! How a project stood at one moment.

use std::collections::BTreeSet;
use std::sync::Arc;

use hexapla_engine::Tally;
use hexapla_model::{Locale, ResourceId};
use hexapla_workspace::Survey;

use super::stood::Stood;

/// How every resource stood in every locale at one moment, in order. What was not looked at between
/// two moments is one and the same in both.
#[derive(Default)]
pub(super) struct Picture(Vec<(ResourceId, Locales)>);

type Locales = Vec<(Locale, Arc<Stood>)>;

impl Picture {
    pub(super) fn of(survey: &Survey<Arc<Stood>>) -> Self {
        let mut picture = Self::default();
        for (id, locale, stood) in survey.kept() {
            let place = (locale.clone(), Arc::clone(stood));
            match picture.0.last_mut() {
                Some((last, locales)) if last == id => locales.push(place),
                _ => picture.0.push((id.clone(), vec![place])),
            }
        }
        picture
    }

    /// How a resource stood in a locale.
    pub(super) fn get(&self, id: &ResourceId, locale: &Locale) -> Option<&Stood> {
        found(found(&self.0, id)?, locale).map(AsRef::as_ref)
    }

    /// Everything, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = (&ResourceId, &Locale, &Stood)> {
        let locales = self.0.iter();
        locales.flat_map(|(id, it)| it.iter().map(move |(locale, stood)| (id, locale, &**stood)))
    }

    /// What was looked at anew since `before`, with how it stood then.
    pub(super) fn since<'a>(
        &'a self,
        before: &'a Self,
    ) -> impl Iterator<Item = (&'a ResourceId, &'a Locale, &'a Stood, Option<&'a Stood>)> {
        self.0.iter().flat_map(|(id, locales)| {
            let then = found(&before.0, id).map_or(&[][..], Vec::as_slice);
            // Mostly nothing of a resource was looked at, and both are alike.
            let is_same = locales.len() == then.len()
                && locales.iter().zip(then).all(|(now, then)| Arc::ptr_eq(&now.1, &then.1));
            let locales = if is_same { &[][..] } else { locales };
            locales.iter().filter_map(move |(locale, now)| {
                let then = found(then, locale);
                let is_new = then.is_none_or(|then| !Arc::ptr_eq(then, now));
                is_new.then(|| (id, locale, &**now, then.map(AsRef::as_ref)))
            })
        })
    }

    /// Whether every unit stood the same in both, in everything that is known of it.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let same =
            |then: Option<&Stood>, now: &Stood| then.is_some_and(|it| it.digest == now.digest);
        self.len() == other.len() && self.since(other).all(|(_, _, now, then)| same(then, now))
    }

    fn len(&self) -> usize {
        self.0.iter().map(|(_, locales)| locales.len()).sum()
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

/// What stands under a name, of all in order.
fn found<'a, K: Ord, V>(all: &'a [(K, V)], name: &K) -> Option<&'a V> {
    let at = all.binary_search_by(|(it, _)| it.cmp(name)).ok()?;
    Some(&all[at].1)
}
