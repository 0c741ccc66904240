//! The queue in its order.

use std::cmp::Reverse;
use std::collections::HashSet;

use hexapla_engine::{Status, joined};
use hexapla_model::{Locale, ResourceId};

use super::wish::Wish;
use crate::claim::Claims;
use crate::desk::{Need, Picture, Sheet, UnitName, Waiting, names};
use crate::failure::Failure;
use crate::room::Room;
use crate::visitor::Visitor;

/// What waits for somebody, what harms most first: by the priority of its workflow, then why it
/// waits, then for how long (an unknown age counts as longest), then what changed.
pub(crate) struct Queue<'a> {
    pub(crate) places: Vec<Place<'a>>,
    /// Who works on what.
    pub(crate) claims: Claims,
}

/// The units on a page.
const PAGE: usize = 50;

/// A unit in the queue.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) id: &'a ResourceId,
    pub(crate) sheet: &'a Sheet,
    pub(crate) unit: &'a Waiting,
}

impl Place<'_> {
    /// What the unit is called.
    pub(crate) fn name(&self) -> UnitName {
        let (resource, name) = (self.id.clone(), self.unit.name.to_string());
        UnitName { resource, name, nth: self.unit.nth }
    }

    fn is(&self, unit: &UnitName) -> bool {
        *self.id == unit.resource && *self.unit.name == unit.name && self.unit.nth == unit.nth
    }
}

impl<'a> Queue<'a> {
    /// The units that are asked for.
    ///
    /// # Errors
    /// Where their texts are to be searched, and the ledger cannot be read; or the accounts.
    pub(crate) fn of(
        room: &Room,
        visitor: &Visitor,
        picture: &'a Picture,
        wish: &Wish,
    ) -> Result<Self, Failure> {
        let found = match wish.text.is_empty() {
            true => None,
            false => Some(search(room, &wish.locale, &wish.text)?),
        };
        // In a room without accounts nobody is asked who works on what.
        let claims = Claims::of(room, &wish.locale, visitor)?;
        let asks = room.has_accounts() && !wish.claims.is_empty();
        let sheets = picture.of_locale(&wish.locale).filter(|(id, _)| wish.covers(id));
        let mut places: Vec<Place<'a>> = sheets
            .flat_map(|(id, sheet)| sheet.waiting.iter().map(move |unit| Place { id, sheet, unit }))
            .filter(|place| wish.fits(place.unit))
            .filter(|place| !asks || wish.fits_claim(claims.on(&place.name())))
            .filter(|place| found.as_ref().is_none_or(|it| it.contains(&place.name())))
            .collect();
        // Equals stay in the order of the project.
        places.sort_by_key(|place| {
            let unit = place.unit;
            (Reverse(place.sheet.priority), unit.waits, unit.need, unit.since, Reverse(unit.class))
        });
        Ok(Self { places, claims })
    }

    /// How many pages there are: at least one.
    pub(crate) fn pages(&self) -> usize {
        self.places.len().div_ceil(PAGE).max(1)
    }

    /// The units of a page, counted from 1.
    pub(crate) fn page(&self, number: usize) -> impl Iterator<Item = &Place<'a>> {
        self.places.iter().skip((number - 1).saturating_mul(PAGE)).take(PAGE)
    }

    /// How many source words there are, and how many of them have to be read again.
    pub(crate) fn words(&self) -> (usize, usize) {
        let words =
            |of: fn(&Waiting) -> u32| self.places.iter().map(move |it| of(it.unit) as usize);
        (words(|it| it.words).sum(), words(|it| it.to_read).sum())
    }

    /// The place of a unit.
    pub(crate) fn position(&self, unit: &UnitName) -> Option<usize> {
        self.places.iter().position(|place| place.is(unit))
    }

    /// What comes behind a unit, or first where that is not in the queue or is the last of it.
    pub(crate) fn after(&self, unit: &UnitName) -> Option<UnitName> {
        let next = self.position(unit).map_or(0, |at| at + 1);
        let place = self.places.get(next).or(self.places.first())?;
        Some(place.name()).filter(|it| it != unit)
    }

    /// What comes before a unit.
    pub(crate) fn before(&self, unit: &UnitName) -> Option<UnitName> {
        let at = self.position(unit)?.checked_sub(1)?;
        Some(self.places[at].name())
    }
}

/// The units of a locale that have a text in their source, target or name, whatever its case.
fn search(room: &Room, locale: &Locale, text: &str) -> Result<HashSet<UnitName>, Failure> {
    let snapshot = room.desk.locale(locale)?.snapshot;
    let status = Status::of(&snapshot);
    let text = text.to_lowercase();
    let mut found = HashSet::new();
    for (id, locales) in &status.resources {
        let (Some(resource), Some(units)) = (snapshot.resources.get(id), locales.get(locale))
        else {
            continue;
        };
        for (status, unit) in units.iter().zip(names(id, resource, locale, units)) {
            if Need::of(status).is_none() {
                continue;
            }
            let target = resource.target_units(locale).get(status.target.clone());
            let has = |it: &str| it.to_lowercase().contains(&text);
            if has(&unit.to_string())
                || has(&joined(status.given(resource)))
                || target.is_some_and(|it| has(&joined(it)))
            {
                found.insert(unit);
            }
        }
    }
    Ok(found)
}
