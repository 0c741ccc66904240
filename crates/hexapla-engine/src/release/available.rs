//! Where a resource is there to be read.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use hexapla_model::{Locale, ResourceId};

use super::compose::locales;
use super::forms::additional;
use super::ship::{Shipped, Shipping};
use crate::assess::UnitStatus;
use crate::snapshot::Snapshot;

/// Where each resource is available in a release, which is asked in every locale and found out once.
pub(super) struct Available<'a> {
    snapshot: &'a Snapshot,
    shipping: &'a Shipping<'a>,
    channel: &'a str,
    found: BTreeMap<&'a ResourceId, OnceLock<Vec<String>>>,
}

impl<'a> Available<'a> {
    /// In what `channel` carries.
    pub(super) fn new(
        snapshot: &'a Snapshot,
        shipping: &'a Shipping<'a>,
        channel: &'a str,
    ) -> Self {
        let found = snapshot.resources.keys().map(|id| (id, OnceLock::new())).collect();
        Self { snapshot, shipping, channel, found }
    }

    /// The locales in which the release holds the resource, current throughout; none of one that
    /// there is not.
    pub(super) fn of(&self, id: &ResourceId) -> &[String] {
        let find = || available_in(self.snapshot, self.shipping, self.channel, id);
        self.found.get(id).map_or(&[], |found| found.get_or_init(find))
    }
}

/// The locales in which the release holds a resource that is current throughout: its source
/// locale, and each whose every unit is settled, its own, and ships.
fn available_in<'a>(
    snapshot: &'a Snapshot,
    shipping: &Shipping<'a>,
    channel: &str,
    id: &ResourceId,
) -> Vec<String> {
    let resource = snapshot.resources.get_key_value(id);
    let Some((id, resource)) = resource.filter(|(_, it)| it.source.is_some()) else {
        return Vec::new();
    };
    let is_there = |locale: &&'a Locale| {
        let locale = *locale;
        let choice = shipping.choice(id, resource, locale);
        let is_source = *locale == resource.collection.source_locale;
        let own = |it: &UnitStatus| it.is_settled() && it.inherited.is_none();
        let ships = |index| match choice.of_source(index) {
            Shipped::Target(from, text) => from == locale && own(text.status),
            Shipped::Source => is_source,
            Shipped::Blocked => false,
        };
        let ships_form = |form: &UnitStatus| match choice.of_unit(resource, form) {
            Shipped::Target(from, _) => from == locale && own(form),
            Shipped::Source | Shipped::Blocked => false,
        };
        // A form that the locale has no use for is not looked for in it.
        let is_asked_for = |index: &usize| {
            is_source
                || resource.source_units()[*index].key.is_none()
                || choice.own(locale, *index).is_some()
        };
        (0..resource.source_units().len()).filter(is_asked_for).all(ships)
            && additional(shipping, id, resource, locale).all(ships_form)
    };
    let locales = locales(&resource.collection, channel).into_iter();
    locales.filter(is_there).map(ToString::to_string).collect()
}
