//! A resource in a locale, read for an answer.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use hexapla_engine::{Resource, Snapshot, Status, UnitStatus, name};
use hexapla_model::{Locale, ResourceId, Unit, phrase};
use hexapla_workspace::Loaded;

use crate::failure::Failure;

/// A resource in a locale, with what was said of it.
pub(crate) struct Opened {
    pub(super) loaded: Arc<Loaded>,
    pub(super) status: Arc<Status>,
    pub(crate) id: ResourceId,
    pub(crate) locale: Locale,
}

/// What a unit of a resource is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct UnitName {
    /// Its resource.
    pub(crate) resource: ResourceId,
    /// The part of its address behind `#`.
    pub(crate) name: String,
    /// How many units of that name stand before it: blocks may repeat.
    pub(crate) nth: u32,
}

impl UnitName {
    /// Reads the address of a unit, as it is displayed.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (resource, rest) = text.split_once('#')?;
        let resource = resource.parse().ok()?;
        let (name, nth) = match rest.rsplit_once('~') {
            Some((name, nth)) => match nth.parse() {
                Ok(nth) => (name, nth),
                Err(_) => (rest, 0),
            },
            None => (rest, 0),
        };
        Some(Self { resource, name: name.to_owned(), nth })
    }
}

impl fmt::Display for UnitName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.resource, self.name)?;
        if self.nth > 0 { write!(f, "~{}", self.nth) } else { Ok(()) }
    }
}

impl Opened {
    pub(crate) fn new(loaded: Loaded, id: ResourceId, locale: Locale) -> Self {
        let status = Arc::new(Status::of(&loaded.snapshot));
        Self { loaded: Arc::new(loaded), status, id, locale }
    }

    /// What it was read into.
    pub(crate) fn snapshot(&self) -> &Snapshot {
        &self.loaded.snapshot
    }

    /// Lines of its ledger that could not be read.
    pub(crate) fn ledger_problems(&self) -> &[hexapla_ledger::Problem] {
        &self.loaded.ledger_problems
    }

    /// The resource.
    ///
    /// # Errors
    /// Where the project has none of that name.
    pub(crate) fn resource(&self) -> Result<&Resource, Failure> {
        let found = self.snapshot().resources.get(&self.id);
        found.ok_or_else(|| Failure::no_resource(&self.id))
    }

    /// How each of its units stands, in the order of the source.
    pub(crate) fn units(&self) -> &[UnitStatus] {
        let here = self.status.resources.get(&self.id).and_then(|it| it.get(&self.locale));
        here.map_or(&[], Vec::as_slice)
    }

    /// What each of its units is called, in the same order.
    pub(crate) fn names(&self) -> Result<Vec<UnitName>, Failure> {
        Ok(names(&self.id, self.resource()?, &self.locale, self.units()))
    }

    /// The place of a unit among [`Self::units`].
    ///
    /// # Errors
    /// Where there is no such unit.
    pub(crate) fn find(&self, unit: &UnitName) -> Result<usize, Failure> {
        let at = self.names()?.iter().position(|it| it == unit);
        at.ok_or_else(|| {
            let (unit, locale) = (unit.to_string(), self.locale.as_str());
            Failure::not_found(phrase!(
                "there is no unit `{unit}` in `{locale}` any more",
                unit,
                locale
            ))
            .with_hint(phrase!("its source may have changed: look for it in the queue"))
        })
    }
}

/// What each unit of a resource is called.
pub(crate) fn names(
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    units: &[UnitStatus],
) -> Vec<UnitName> {
    named(id, units.iter().map(|status| name(resource, locale, status)))
}

/// What each unit of a source is called.
pub(crate) fn source_names(id: &ResourceId, units: &[Unit]) -> Vec<UnitName> {
    let name = |unit: &Unit| {
        unit.key.as_ref().map_or_else(|| unit.fingerprint.short(), ToString::to_string)
    };
    named(id, units.iter().map(name))
}

/// The units of a resource that have these names, in order.
fn named(id: &ResourceId, names: impl Iterator<Item = String>) -> Vec<UnitName> {
    numbered(names).map(|(name, nth)| UnitName { resource: id.clone(), name, nth }).collect()
}

/// Each name, and how many of the same stand before it.
pub(super) fn numbered(names: impl Iterator<Item = String>) -> impl Iterator<Item = (String, u32)> {
    let mut before: HashMap<String, u32> = HashMap::new();
    names.map(move |name| {
        let count = before.entry(name.clone()).or_default();
        *count += 1;
        (name, *count - 1)
    })
}
