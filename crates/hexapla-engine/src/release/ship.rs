//! Which text of a unit a reader gets.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::{Locale, ResourceId, UnitKey};
use rayon::prelude::*;

use super::closure;
use super::forms::is_additional;
use super::judge::Reason;
use super::texts::{Given, InLocale, Text, Texts};
use crate::assess::UnitStatus;
use crate::finding::Finding;
use crate::snapshot::{Resource, Snapshot};
use crate::status::Status;
use crate::workflow::ServePolicy;

/// Decides what ships.
pub struct Shipping<'a> {
    snapshot: &'a Snapshot,
    status: &'a Status,
    texts: BTreeMap<&'a ResourceId, Texts<'a>>,
    withheld: BTreeMap<(&'a ResourceId, &'a Locale), Withheld<'a>>,
}

/// The translations of a resource that do not ship in a locale, because of others that do not: the
/// locale that each is of, and the place of its unit in the source.
pub(super) type Withheld<'a> = BTreeSet<(&'a Locale, usize)>;

/// A text that could ship: its locale, what becomes of it, and why.
pub(super) type Offer<'s, 'a> = (&'a Locale, &'s Text<'a>, ServePolicy, Reason);

/// Which text of a unit ships in a locale.
#[derive(Clone, Copy)]
pub(super) enum Shipped<'s, 'a> {
    /// The target of this locale: the asked one, or the first of its fallbacks that may ship.
    Target(&'a Locale, &'s Text<'a>),
    /// The source.
    Source,
    /// None: nothing may be released as long as the unit is like this.
    Blocked,
}

impl<'a> Shipping<'a> {
    /// Ready to decide for the given project; units with a finding of severity error never ship.
    pub fn new(snapshot: &'a Snapshot, status: &'a Status, findings: &'a [Finding]) -> Self {
        let mut broken: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.is_error()) {
            if let (Some(locale), Some(unit)) = (&finding.locale, &finding.unit) {
                broken.entry((&finding.resource, locale)).or_default().insert(unit);
            }
        }
        let texts = |(id, statuses)| {
            let (id, resource) = snapshot.resources.get_key_value(id)?;
            Some((id, Texts::of(snapshot, id, resource, statuses, &broken)))
        };
        let texts: Vec<_> = status.resources.par_iter().filter_map(texts).collect();
        let texts = texts.into_iter().collect();
        let mut shipping = Self { snapshot, status, texts, withheld: BTreeMap::new() };
        shipping.withheld = closure::open_ends(&shipping);
        shipping
    }

    /// The project.
    pub(super) fn snapshot(&self) -> &'a Snapshot {
        self.snapshot
    }

    /// The whole project's status.
    pub fn status(&self) -> &'a Status {
        self.status
    }

    /// The units of a resource's source.
    pub(super) fn given(&self, id: &ResourceId) -> &[Given] {
        self.texts.get(id).map_or(&[], |texts| &texts.given)
    }

    /// What ships of a resource in the locale `asked`.
    pub(super) fn choice(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        asked: &'a Locale,
    ) -> Choice<'_, 'a> {
        let texts = self.texts.get(id);
        let fallbacks = resource.collection.fallbacks.get(asked).into_iter().flatten();
        let chain = std::iter::once(asked).chain(fallbacks);
        let chain = chain.take_while(|locale| **locale != resource.collection.source_locale);
        let chain = chain.filter_map(|locale| texts?.in_locale(locale)).collect();
        let withheld = self.withheld.get(&(id, asked)).cloned().unwrap_or_default();
        let choice = Choice { chain, withheld, falls_back: false };
        Choice { falls_back: choice.has_too_little(resource), ..choice }
    }
}

/// Decides what ships of a resource in a locale.
pub(super) struct Choice<'s, 'a> {
    /// The texts of the locale and of those that it falls back to.
    chain: Vec<(&'a Locale, &'s InLocale<'a>)>,
    pub(super) withheld: Withheld<'a>,
    /// Whether the document falls back whole.
    falls_back: bool,
}

impl<'s, 'a> Choice<'s, 'a> {
    /// Whether a document has fewer translations than its collection asks for.
    fn has_too_little(&self, resource: &Resource) -> bool {
        let (minimum, units) = (resource.collection.bundles.minimum, resource.source_units().len());
        if minimum <= 0.0 || !resource.collection.format.is_document() {
            return false;
        }
        let is_translated = |index: &usize| matches!(self.of_source(*index), Shipped::Target(..));
        let translated = (0..units).filter(is_translated).count();
        (translated as f64) < minimum * units as f64
    }

    /// Which text of the source's unit at `index` ships.
    pub(super) fn of_source(&self, index: usize) -> Shipped<'s, 'a> {
        self.first(index, |texts| texts.of_source(index))
    }

    /// Which text ships of a unit that may be a plural form which the source lacks.
    pub(super) fn of_unit(&self, resource: &Resource, unit: &UnitStatus) -> Shipped<'s, 'a> {
        match &unit.key {
            Some(key) if is_additional(resource, unit) => self.of_form(unit.source.start, key),
            _ => self.of_source(unit.source.start),
        }
    }

    fn of_form(&self, index: usize, key: &UnitKey) -> Shipped<'s, 'a> {
        self.first(index, |texts| texts.of_form(key))
    }

    /// The first text that may ship of a unit, which `text` finds in each locale.
    fn first(
        &self,
        index: usize,
        text: impl Fn(&'s InLocale<'a>) -> Option<&'s Text<'a>>,
    ) -> Shipped<'s, 'a> {
        for (locale, text, policy, _) in self.offers(index, text) {
            match policy {
                ServePolicy::Block => return Shipped::Blocked,
                ServePolicy::Ship => return Shipped::Target(locale, text),
                ServePolicy::Fallback => {}
            }
        }
        Shipped::Source
    }

    /// What each locale of the chain offers for the source's unit at `index`, the asked one first, and
    /// why its text ships or not.
    pub(super) fn offers_of_source(&self, index: usize) -> impl Iterator<Item = Offer<'s, 'a>> {
        self.offers(index, move |texts| texts.of_source(index))
    }

    fn offers(
        &self,
        index: usize,
        text: impl Fn(&'s InLocale<'a>) -> Option<&'s Text<'a>>,
    ) -> impl Iterator<Item = Offer<'s, 'a>> {
        self.chain.iter().filter_map(move |&(locale, texts)| {
            let text = text(texts)?;
            let falls = |reason| (locale, text, ServePolicy::Fallback, reason);
            Some(match text.policy {
                ServePolicy::Ship if self.falls_back => falls(Reason::TooLittle),
                ServePolicy::Ship if self.withheld.contains(&(locale, index)) => {
                    falls(Reason::OpenEnd)
                }
                policy => (locale, text, policy, text.reason),
            })
        })
    }

    /// How the locale's own unit stands that belongs to the source's at `index`.
    pub(super) fn own(&self, locale: &Locale, index: usize) -> Option<&'a UnitStatus> {
        let (own, texts) = self.chain.first()?;
        texts.of_source(index).filter(|_| *own == locale).map(|text| text.status)
    }
}
