//! Why a unit ships in which language.

use hexapla_model::{Freshness, Locale, ResourceId, State};

use super::judge::Reason;
use super::ship::{Choice, Shipped, Shipping};
use crate::address::fits;
use crate::unit_texts::joined;
use crate::workflow::ServePolicy;

/// What becomes of a unit in a locale that asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The address of the unit.
    pub unit: String,
    /// The locale that asks.
    pub locale: Locale,
    /// The language of what ships; none where the unit blocks the release.
    pub ships: Option<Locale>,
    /// What the locale and those that it falls back to have, up to what ships.
    pub offered: Vec<Offered>,
}

/// A translation that could ship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its locale.
    pub locale: Locale,
    /// How it stands to its source.
    pub freshness: Freshness,
    /// What people said of it.
    pub state: State,
    /// What becomes of it.
    pub policy: ServePolicy,
    /// Why.
    pub reason: Reason,
}

impl<'a> Shipping<'a> {
    /// Why the units whose address fits `pattern` ship as they do, in every locale of their
    /// collection.
    pub fn explain(&'a self, pattern: &str) -> Vec<Asked> {
        let mut all = Vec::new();
        for (id, resource) in &self.snapshot().resources {
            for (index, given) in self.given(id).iter().enumerate() {
                if fits(pattern, &given.address) {
                    let asked = |locale| {
                        let choice = self.choice(id, resource, locale);
                        let source = &resource.collection.source_locale;
                        asked(&choice, index, (&given.address, locale, source))
                    };
                    all.extend(resource.collection.locales.iter().map(asked));
                }
            }
        }
        all
    }

    /// The text of the source's unit at `index` that a reader who asks for `locale` gets, and its
    /// language; none where it blocks the release, or there is no such unit.
    pub fn text(
        &'a self,
        id: &ResourceId,
        index: usize,
        locale: &Locale,
    ) -> Option<(&'a Locale, String)> {
        let (id, resource) = self.snapshot().resources.get_key_value(id)?;
        let source = resource.source_units().get(index..=index)?;
        let collection = &resource.collection;
        let locale = collection.locales.iter().find(|it| *it == locale)?;
        match self.choice(id, resource, locale).of_source(index) {
            Shipped::Target(from, text) => Some((from, joined(text.units))),
            Shipped::Source => Some((&collection.source_locale, joined(source))),
            Shipped::Blocked => None,
        }
    }
}

/// What becomes of the unit at `index`, which is called so, where this locale asks for it.
fn asked(
    choice: &Choice<'_, '_>,
    index: usize,
    (unit, locale, source): (&str, &Locale, &Locale),
) -> Asked {
    let ships = match choice.of_source(index) {
        Shipped::Target(from, _) => Some(from.clone()),
        Shipped::Source => Some(source.clone()),
        Shipped::Blocked => None,
    };
    let mut offered = Vec::new();
    for (locale, text, policy, reason) in choice.offers_of_source(index) {
        let (freshness, state) = (text.status.worst(), text.status.state);
        offered.push(Offered { locale: locale.clone(), freshness, state, policy, reason });
        if policy != ServePolicy::Fallback {
            break;
        }
    }
    Asked { unit: unit.to_owned(), locale: locale.clone(), ships, offered }
}
