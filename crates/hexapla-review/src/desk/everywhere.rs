//! A resource in every locale, read for an answer.

use std::sync::Arc;

use hexapla_engine::{Finding, Resource, Shipping, Status, UnitStatus, check_for_release};
use hexapla_model::{Freshness, Locale, ResourceId, phrase};
use hexapla_workspace::Loaded;

use super::opened::{Opened, UnitName, source_names};
use crate::failure::Failure;

/// A resource in every locale, with what was said of it.
pub(crate) struct Everywhere {
    loaded: Arc<Loaded>,
    status: Arc<Status>,
    findings: Vec<Finding>,
    id: ResourceId,
}

/// What a reader gets of a unit: a text and its language; nothing where it blocks the release.
pub(crate) type Given = Option<(Locale, String)>;

impl Everywhere {
    pub(super) fn new(loaded: Loaded, id: ResourceId) -> Self {
        let status = Status::of(&loaded.snapshot);
        let findings = check_for_release(&loaded.snapshot, &status);
        Self { loaded: Arc::new(loaded), status: Arc::new(status), findings, id }
    }

    /// The resource.
    ///
    /// # Errors
    /// Where the project has none of that name.
    pub(crate) fn resource(&self) -> Result<&Resource, Failure> {
        let found = self.loaded.snapshot.resources.get(&self.id);
        found.ok_or_else(|| Failure::no_resource(&self.id))
    }

    /// The same in one locale.
    pub(crate) fn locale(&self, locale: &Locale) -> Opened {
        let (loaded, status) = (Arc::clone(&self.loaded), Arc::clone(&self.status));
        Opened { loaded, status, id: self.id.clone(), locale: locale.clone() }
    }

    /// The place of a unit among those of the source.
    ///
    /// # Errors
    /// Where there is no such unit.
    pub(crate) fn place(&self, unit: &UnitName) -> Result<usize, Failure> {
        let names = source_names(&self.id, self.resource()?.source_units());
        names.iter().position(|it| it == unit).ok_or_else(|| {
            let unit = unit.to_string();
            Failure::not_found(phrase!("there is no unit `{unit}` any more", unit))
                .with_hint(phrase!("its source may have changed: look for it on the list"))
        })
    }

    /// What readers of each of these locales get today of the source's unit at a place.
    pub(crate) fn given(&self, locales: &[Locale], place: usize) -> Vec<Given> {
        let shipping = Shipping::new(&self.loaded.snapshot, &self.status, &self.findings);
        let of = |locale| owned(shipping.text(&self.id, place, locale));
        locales.iter().map(of).collect()
    }

    /// What readers of a locale would get of it if somebody doubted its translation there, the unit at
    /// `at` among those of the locale.
    pub(crate) fn given_if_doubted(&self, locale: &Locale, at: usize, place: usize) -> Given {
        let mut status = Status::clone(&self.status);
        let units = status.resources.get_mut(&self.id).and_then(|it| it.get_mut(locale));
        if let Some(unit) = units.and_then(|it| it.get_mut(at)) {
            *unit = doubted(unit);
        }
        let shipping = Shipping::new(&self.loaded.snapshot, &status, &self.findings);
        owned(shipping.text(&self.id, place, locale))
    }
}

fn doubted(status: &UnitStatus) -> UnitStatus {
    let (freshness, state) = (Freshness::Unverified, hexapla_model::State::Initial);
    UnitStatus { freshness, state, doubted: true, ..status.clone() }
}

fn owned(given: Option<(&Locale, String)>) -> Given {
    given.map(|(locale, text)| (locale.clone(), text))
}
