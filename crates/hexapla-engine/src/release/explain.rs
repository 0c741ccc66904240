//! Why a unit ships in which language.

use hexapla_model::{Freshness, Locale, State};

use super::judge::Reason;
use super::ship::{Shipped, Shipping};
use crate::address::fits;
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
                if !fits(pattern, &given.address) {
                    continue;
                }
                all.extend(resource.collection.locales.iter().map(|locale| {
                    let choice = self.choice(id, resource, locale);
                    let ships = match choice.of_source(index) {
                        Shipped::Target(from, _) => Some(from.clone()),
                        Shipped::Source => Some(resource.collection.source_locale.clone()),
                        Shipped::Blocked => None,
                    };
                    let offered =
                        choice.offers(index).map(|(locale, text, policy, reason)| Offered {
                            locale: locale.clone(),
                            freshness: text.status.worst(),
                            state: text.status.state,
                            policy,
                            reason,
                        });
                    let mut done = false;
                    let offered = offered.take_while(|it| {
                        !std::mem::replace(&mut done, it.policy != ServePolicy::Fallback)
                    });
                    let (unit, locale) = (given.address.to_string(), locale.clone());
                    Asked { unit, locale, ships, offered: offered.collect() }
                }));
            }
        }
        all
    }
}
