//! The queue in its order.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use hexapla_model::{Locale, ResourceId};
use rayon::prelude::*;

use super::wish::Wish;
use crate::claim::Claims;
use crate::desk::{Need, Picture, Sheet, Sought, UnitName, Waiting};
use crate::failure::Failure;
use crate::room::Room;
use crate::visitor::Visitor;

/// What waits for somebody, what harms most first: by the priority of its workflow, then why it
/// waits, then for how long (an unknown age counts as longest), then what changed.
pub(crate) struct Queue<'a> {
    pub(crate) places: Vec<Place<'a>>,
    /// How many of them there would be of each need if the wish named none.
    pub(crate) needs: BTreeMap<Need, usize>,
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
        let sheets = picture.of_locale(&wish.locale).filter(|(id, _)| wish.covers(id));
        let sheets: Vec<(&ResourceId, &Sheet)> = sheets.collect();
        let mut places: Vec<Place<'a>> = match wish.text.is_empty() {
            true => sheets.into_iter().flat_map(every).collect(),
            false => search(room, &wish.locale, &sheets, &wish.text)?,
        };
        // In a room without accounts nobody is asked who works on what.
        let claims = Claims::of(room, &wish.locale, visitor)?;
        let asks = room.has_accounts() && !wish.claims.is_empty();
        places.retain(|it| wish.fits(it.unit) && (!asks || wish.fits_claim(claims.on(&it.name()))));
        let mut needs = BTreeMap::new();
        places.iter().for_each(|it| *needs.entry(it.unit.need).or_default() += 1);
        places.retain(|it| wish.fits_need(it.unit.need));
        // Equals stay in the order of the project.
        places.sort_by_key(|place| {
            let unit = place.unit;
            (Reverse(place.sheet.priority), unit.waits, unit.need, unit.since, Reverse(unit.class))
        });
        Ok(Self { places, needs, claims })
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

    /// What comes behind a unit, or first where that is not in the queue; nothing behind the last of it.
    pub(crate) fn after(&self, unit: &UnitName) -> Option<UnitName> {
        let next = self.position(unit).map_or(0, |at| at + 1);
        Some(self.places.get(next)?.name())
    }

    /// Whether there is anything but this unit.
    pub(crate) fn others(&self, unit: &UnitName) -> bool {
        self.places.iter().any(|it| !it.is(unit))
    }

    /// What comes before a unit.
    pub(crate) fn before(&self, unit: &UnitName) -> Option<UnitName> {
        let at = self.position(unit)?.checked_sub(1)?;
        Some(self.places[at].name())
    }
}

/// Every unit of a resource that waits.
fn every<'a>((id, sheet): (&'a ResourceId, &'a Sheet)) -> impl Iterator<Item = Place<'a>> {
    sheet.waiting.iter().map(move |unit| Place { id, sheet, unit })
}

/// The units that have a text in their source, target or address, whatever its case and its accents.
fn search<'a>(
    room: &Room,
    locale: &Locale,
    sheets: &[(&'a ResourceId, &'a Sheet)],
    text: &str,
) -> Result<Vec<Place<'a>>, Failure> {
    let (texts, sought) = (room.desk.texts(locale, sheets)?, Sought::new(text));
    let found = sheets.par_iter().zip(texts).flat_map_iter(|(&(id, sheet), texts)| {
        let found = texts.map(|it| it.find(&sought)).unwrap_or_default();
        found
            .into_iter()
            .filter_map(move |at| Some(Place { id, sheet, unit: sheet.waiting.get(at)? }))
    });
    Ok(found.collect())
}
