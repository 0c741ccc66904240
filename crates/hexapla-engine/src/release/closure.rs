//! Bundles whose messages refer only to what is in them.
//!
//! Which text of a message ships is decided message by message, and a term that falls back is no
//! longer the one that a translation was written for: it may lack the attribute that the
//! translation selects by. Such a translation falls back too, and what refers to it, until every
//! reference leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_formats::Format;
use hexapla_formats::fluent::inspect;
use hexapla_model::{Locale, ResourceId, Unit};

use super::ship::{Shipped, Shipping, Withheld};
use crate::snapshot::Resource;

/// The translations that must not ship in each locale, since something they refer to does not.
pub(super) fn open_ends<'a>(shipping: &mut Shipping<'a>) {
    let mut by_collection: BTreeMap<&str, Vec<(&'a ResourceId, &'a Resource)>> = BTreeMap::new();
    for (id, resource) in &shipping.snapshot().resources {
        if resource.collection.format == Format::Fluent && resource.source.is_some() {
            by_collection.entry(id.collection()).or_default().push((id, resource));
        }
    }
    for resources in by_collection.values() {
        let locales = resources.first().map(|(_, it)| &it.collection.locales);
        for locale in locales.into_iter().flatten() {
            let mut known = BTreeMap::new();
            loop {
                let open = Texts::of(shipping, resources, locale, &mut known).open();
                if open.is_empty() {
                    break;
                }
                shipping.withhold(open);
            }
        }
    }
}

/// What an entry gives to others and takes from them.
#[derive(Default)]
struct Ends {
    names: Vec<String>,
    references: Vec<String>,
}

impl Ends {
    fn of(unit: &Unit) -> Self {
        let Some(key) = &unit.key else { return Self::default() };
        let facts = inspect(&unit.text).unwrap_or_default();
        let attributes = facts.attributes.iter().map(|attribute| format!("{key}.{attribute}"));
        let names = attributes.chain([key.to_string()]).collect();
        Self { names, references: facts.references.into_iter().collect() }
    }
}

/// Where a text is: its resource, the locale of a target, and its unit's place in the source.
type Place<'a> = (&'a ResourceId, Option<&'a Locale>, usize);

/// What ships of every message and term of a collection in a locale.
struct Texts<'k, 'a> {
    locale: &'a Locale,
    shipped: Vec<Place<'a>>,
    known: &'k BTreeMap<Place<'a>, Ends>,
}

impl<'k, 'a> Texts<'k, 'a> {
    fn of(
        shipping: &Shipping<'a>,
        resources: &[(&'a ResourceId, &'a Resource)],
        locale: &'a Locale,
        known: &'k mut BTreeMap<Place<'a>, Ends>,
    ) -> Self {
        let mut shipped = Vec::new();
        for &(id, resource) in resources {
            for (index, source) in resource.source_units().iter().enumerate() {
                let (from, unit) = match shipping.decide(id, resource, locale, index) {
                    Shipped::Target(from) => shipping.target(id, resource, &from, index).unzip(),
                    Shipped::Source | Shipped::Blocked => (None, None),
                };
                let place = (id, from, index);
                known.entry(place).or_insert_with(|| Ends::of(unit.unwrap_or(source)));
                shipped.push(place);
            }
        }
        Self { locale, shipped, known }
    }

    /// The translations among them that refer to what is not among them.
    fn open(&self) -> Vec<Withheld<'a>> {
        let ends = || self.shipped.iter().filter_map(|place| Some((place, self.known.get(place)?)));
        let names: BTreeSet<&str> =
            ends().flat_map(|(_, it)| &it.names).map(String::as_str).collect();
        let is_open = |it: &Ends| it.references.iter().any(|name| !names.contains(name.as_str()));
        let withheld = |(place, _): (&Place<'a>, &Ends)| {
            let &(id, from, index) = place;
            Some(Withheld { id, locale: self.locale, from: from?, index })
        };
        ends().filter(|(_, it)| is_open(it)).filter_map(withheld).collect()
    }
}
