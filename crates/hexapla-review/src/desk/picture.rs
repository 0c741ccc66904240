//! How the project stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_engine::Tally;
use hexapla_model::{Locale, ResourceId};
use hexapla_workspace::Survey;

use super::sheet::Sheet;

/// How every resource stands in every locale.
#[derive(Default)]
pub(crate) struct Picture {
    /// By locale, then resource.
    locales: BTreeMap<Locale, Vec<(ResourceId, Arc<Sheet>)>>,
}

impl Picture {
    pub(crate) fn of(survey: &Survey<Arc<Sheet>>) -> Self {
        let mut picture = Self::default();
        for (id, locale, sheet) in survey.kept() {
            let sheets = picture.locales.entry(locale.clone()).or_default();
            sheets.push((id.clone(), Arc::clone(sheet)));
        }
        picture
    }

    /// The locales that anything is translated into.
    pub(crate) fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.locales.keys()
    }

    /// The collections that hold anything.
    pub(crate) fn collections(&self) -> BTreeSet<&str> {
        self.locales.values().flatten().map(|(id, _)| id.collection()).collect()
    }

    /// The resources of a collection.
    pub(crate) fn resources(&self, collection: &str) -> BTreeSet<ResourceId> {
        let ids = self.locales.values().flatten().map(|(id, _)| id);
        ids.filter(|id| id.collection() == collection).cloned().collect()
    }

    /// How each resource stands in a locale, in order.
    pub(crate) fn of_locale(&self, locale: &Locale) -> impl Iterator<Item = (&ResourceId, &Sheet)> {
        self.locales.get(locale).into_iter().flatten().map(|(id, sheet)| (id, &**sheet))
    }

    /// Everything, by locale.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&Locale, &ResourceId, &Sheet)> {
        self.locales.iter().flat_map(|(locale, sheets)| {
            sheets.iter().map(move |(id, sheet)| (locale, id, &**sheet))
        })
    }

    /// Tallies by whatever `group` says of a locale and resource.
    pub(crate) fn tally<G: Ord>(
        &self,
        group: impl Fn(&Locale, &ResourceId) -> Option<G>,
    ) -> BTreeMap<G, Tally> {
        let mut tallies: BTreeMap<G, Tally> = BTreeMap::new();
        for (locale, id, sheet) in self.all() {
            if let Some(group) = group(locale, id) {
                *tallies.entry(group).or_default() += &sheet.tally;
            }
        }
        tallies
    }

    /// Whether nothing was looked at anew since `then`, or what was stands as it did.
    pub(crate) fn is(&self, then: &Self) -> bool {
        let same = |now: &(ResourceId, Arc<Sheet>), then: &(ResourceId, Arc<Sheet>)| {
            now.0 == then.0 && (Arc::ptr_eq(&now.1, &then.1) || now.1 == then.1)
        };
        self.locales.len() == then.locales.len()
            && self.locales.iter().zip(&then.locales).all(|(now, then)| {
                now.0 == then.0
                    && now.1.len() == then.1.len()
                    && now.1.iter().zip(then.1).all(|(now, then)| same(now, then))
            })
    }
}
