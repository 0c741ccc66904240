//! Bundles whose messages refer only to what is in them.
//!
//! Which text of a message ships is decided message by message, and a term that falls back is no
//! longer the one that a translation was written for: it may lack the attribute that the
//! translation selects by. Such a translation falls back too, and what refers to it, until every
//! reference leads somewhere.

use std::collections::{BTreeMap, HashMap};

use hexapla_formats::Format;
use hexapla_model::{Locale, ResourceId};
use rayon::prelude::*;

use super::ship::{Choice, Shipped, Shipping, Withheld};
use super::texts::{Ends, Given};
use crate::snapshot::Resource;

/// The translations that must not ship in each locale, since something they refer to does not.
pub(super) fn open_ends<'a>(
    shipping: &Shipping<'a>,
) -> BTreeMap<(&'a ResourceId, &'a Locale), Withheld<'a>> {
    let mut by_collection: BTreeMap<&str, Vec<(&'a ResourceId, &'a Resource)>> = BTreeMap::new();
    for (id, resource) in &shipping.snapshot().resources {
        if resource.collection.format == Format::Fluent && resource.source.is_some() {
            by_collection.entry(id.collection()).or_default().push((id, resource));
        }
    }
    let mut withheld = BTreeMap::new();
    for resources in by_collection.into_values() {
        let Some((_, first)) = resources.first() else { continue };
        let locales = &first.collection.locales;
        let entries = Entries::of(shipping, resources);
        let found: Vec<_> = locales
            .par_iter()
            .flat_map_iter(|locale| entries.open_ends(shipping, locale))
            .collect();
        withheld.extend(found);
    }
    withheld
}

/// Where an entry stands: the place of its resource among those of the collection, and its own in
/// the source.
type Place = (usize, usize);

/// The messages and terms of a collection.
struct Entries<'s, 'a> {
    resources: Vec<(&'a ResourceId, &'a Resource)>,
    given: Vec<&'s [Given]>,
    by_name: HashMap<&'a str, Vec<Place>>,
}

impl<'s, 'a> Entries<'s, 'a> {
    fn of(shipping: &'s Shipping<'a>, resources: Vec<(&'a ResourceId, &'a Resource)>) -> Self {
        let mut by_name: HashMap<&str, Vec<Place>> = HashMap::new();
        for (at, (_, resource)) in resources.iter().enumerate() {
            for (index, unit) in resource.source_units().iter().enumerate() {
                if let Some(key) = &unit.key {
                    by_name.entry(key.as_str()).or_default().push((at, index));
                }
            }
        }
        let given = resources.iter().map(|(id, _)| shipping.given(id)).collect();
        Self { resources, given, by_name }
    }

    /// What must not ship in `locale`, by resource.
    fn open_ends(
        &self,
        shipping: &'s Shipping<'a>,
        locale: &'a Locale,
    ) -> Vec<((&'a ResourceId, &'a Locale), Withheld<'a>)> {
        let choice = |&(id, resource): &(&'a ResourceId, &'a Resource)| {
            shipping.choice(id, resource, locale)
        };
        let mut choices: Vec<Choice<'s, 'a>> = self.resources.iter().map(choice).collect();
        loop {
            let open = self.open(&choices);
            if open.is_empty() {
                break;
            }
            for (at, translation) in open {
                choices[at].withheld.insert(translation);
            }
        }
        let found = self.resources.iter().zip(choices);
        let found = found.map(|((id, _), choice)| ((*id, locale), choice.withheld));
        found.filter(|(_, withheld)| !withheld.is_empty()).collect()
    }

    /// The translations that ship and refer to what does not.
    fn open(&self, choices: &[Choice<'s, 'a>]) -> Vec<(usize, (&'a Locale, usize))> {
        let mut open = Vec::new();
        for (at, choice) in choices.iter().enumerate() {
            for index in 0..self.given[at].len() {
                let Shipped::Target(from, text) = choice.of_source(index) else { continue };
                let mut references = text.ends.iter().flat_map(|ends| &ends.references);
                if references.any(|name| !self.has(choices, name)) {
                    open.push((at, (from, index)));
                }
            }
        }
        open
    }

    /// Whether an entry, or an attribute of one, of this name ships.
    fn has(&self, choices: &[Choice<'s, 'a>], name: &str) -> bool {
        let (name, attribute) =
            name.split_once('.').map_or((name, None), |(name, it)| (name, Some(it)));
        let Some(places) = self.by_name.get(name) else { return false };
        let has = |attribute| places.iter().any(|place| self.gives(choices, *place, attribute));
        attribute.is_none_or(has)
    }

    /// Whether what ships of the entry there has the attribute.
    fn gives(&self, choices: &[Choice<'s, 'a>], (at, index): Place, attribute: &str) -> bool {
        let given = || self.given[at].get(index).and_then(|it| it.ends.as_ref());
        let ends: Option<&Ends> = match choices[at].of_source(index) {
            Shipped::Target(_, text) => text.ends.as_ref(),
            Shipped::Source | Shipped::Blocked => given(),
        };
        ends.is_some_and(|ends| ends.has(attribute))
    }
}
