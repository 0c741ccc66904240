//! Translations of the same text that stand somewhere else: a block that went from one page to
//! another, a message that got another key.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use hexapla_formats::{Format, PluralForm};
use hexapla_ledger::Pair;
use hexapla_model::{Fingerprint, Freshness, Group, Locale, ResourceId, Unit, UnitKey};

use crate::assess::UnitStatus;
use crate::offers::{Offer, OfferKind, rekeyed};
use crate::snapshot::{Resource, Snapshot};
use crate::status::Status;

/// What is known, from all over the project, of the sources that lack a translation somewhere.
///
/// Made once for a command: takes time in proportion to the ledger and the texts.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    places: HashMap<(Locale, Group), Vec<Place>>,
    /// Words that stand in files of the locale.
    texts: HashMap<(Locale, Fingerprint), String>,
    /// How the files of each collection are read.
    formats: BTreeMap<String, Format>,
}

/// Where a source was translated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// Whether the source still stands there; sorted behind what has moved.
    stays: bool,
    resource: ResourceId,
    key: Option<UnitKey>,
    target: Group,
}

/// The most offers that one unit gets.
const MOST_OFFERS: usize = 3;

/// At how many places a source is looked at.
const MOST_PLACES: usize = 32;

impl Memory {
    /// The memory for every missing unit.
    pub fn of(snapshot: &Snapshot, status: &Status) -> Self {
        let wanted = wanted(snapshot, status);
        if wanted.is_empty() {
            return Self::default();
        }
        let present = present(snapshot, &wanted);
        let mut places: HashMap<(Locale, Group), Vec<Place>> = HashMap::new();
        let mut targets = HashSet::new();
        for (id, locale) in snapshot.ledger.resources() {
            let claims = snapshot.ledger.claims(id, locale).iter();
            for (pair, _) in claims.filter(|(pair, it)| it.stands() && wants(&wanted, pair)) {
                let key = pair.key.clone();
                let stands = |key: Option<&UnitKey>| {
                    let here = |it| present.contains(&(id, key.map(UnitKey::as_str), it));
                    pair.source.members().iter().all(|source| here(*source))
                };
                // A plural form may render the source's form for `other`.
                let other = key.as_ref().and_then(PluralForm::of);
                let stays = stands(key.as_ref())
                    || other.is_some_and(|form| stands(Some(&form.in_category("other"))));
                let (resource, target) = (id.clone(), pair.target.clone());
                targets.extend(target.members().iter().map(|it| (locale, *it)));
                let place = Place { stays, resource, key, target };
                places.entry((locale.clone(), pair.source.clone())).or_default().push(place);
            }
        }
        places.values_mut().for_each(|places| places.sort());
        let collections = snapshot.resources.values().map(|it| &it.collection);
        let formats = collections.map(|it| (it.name.clone(), it.format)).collect();
        Self { places, texts: texts(snapshot, &targets), formats }
    }

    /// The translations of the unit's very source elsewhere, first those whose source has gone
    /// from there.
    pub(crate) fn offers(
        &self,
        snapshot: &Snapshot,
        id: &ResourceId,
        resource: &Resource,
        locale: &Locale,
        status: &UnitStatus,
    ) -> Vec<Offer> {
        let source = status.given(resource);
        let Some(now) = crate::assess::group(source) else { return Vec::new() };
        let elsewhere = |place: &&Place| {
            (&place.resource != id || place.key != status.key)
                && place.key.is_some() == status.key.is_some()
                && self.format(&place.resource) == Some(resource.collection.format)
        };
        let mut offers: Vec<Offer> = Vec::new();
        let places = self.places.get(&(locale.clone(), now)).into_iter().flatten();
        let mut places: Vec<(bool, &Place)> = places
            .filter(elsewhere)
            .take(MOST_PLACES)
            .map(|place| (is_in_context(snapshot, place, resource, locale, status), place))
            .collect();
        places.sort_by_key(|(in_context, _)| !in_context);
        for (in_context, place) in places {
            let Some(text) = self.text(snapshot, locale, &place.target) else { continue };
            if offers.len() < MOST_OFFERS
                && offers.iter().all(|it| it.target.as_ref() != Some(&place.target))
            {
                offers.push(Offer {
                    target: Some(place.target.clone()),
                    text: rekeyed(resource.collection.format, status.key.as_ref(), &text),
                    kind: OfferKind::Memory {
                        from: place.name(),
                        has_moved: !place.stays,
                        in_context,
                    },
                });
            }
        }
        offers
    }

    fn format(&self, id: &ResourceId) -> Option<Format> {
        self.formats.get(id.collection()).copied()
    }

    fn text(&self, snapshot: &Snapshot, locale: &Locale, target: &Group) -> Option<String> {
        let text = |one: &Fingerprint| {
            self.texts
                .get(&(locale.clone(), *one))
                .map(String::as_str)
                .or_else(|| snapshot.ledger.text(*one))
        };
        let texts: Option<Vec<&str>> = target.members().iter().map(text).collect();
        texts.map(|texts| texts.join("\n\n"))
    }
}

impl Place {
    /// The place as people name it.
    fn name(&self) -> String {
        let key = self.key.as_ref().map(|key| format!("#{key}")).unwrap_or_default();
        format!("{}{key}", self.resource)
    }
}

/// Whether a source stands elsewhere as it stands here: under the same key or, of blocks, between the same
/// two neighbours, the ends of a page among them.
fn is_in_context(
    snapshot: &Snapshot,
    place: &Place,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> bool {
    if status.key.is_some() {
        return place.key == status.key;
    }
    let Some(other) = snapshot.resources.get(&place.resource) else { return false };
    let (mine, theirs) = (resource.given_units(locale), other.given_units(locale));
    let here = status.given_at();
    let Some(given) = mine.get(here.clone()).filter(|it| !it.is_empty()) else { return false };
    let alike =
        |units: &[Unit]| units.iter().zip(given).all(|(a, b)| a.fingerprint == b.fingerprint);
    let around = |units: &[Unit], at: &Range<usize>| {
        let of = |unit: Option<&Unit>| unit.map(|it| it.fingerprint);
        (of(at.start.checked_sub(1).and_then(|at| units.get(at))), of(units.get(at.end)))
    };
    let wanted = around(mine, here);
    let windows = theirs.windows(given.len()).enumerate().filter(|(_, it)| alike(it));
    let mut places = windows.map(|(at, it)| at..at + it.len());
    places.any(|there| around(theirs, &there) == wanted)
}

/// The sources of units without translation.
fn wanted(snapshot: &Snapshot, status: &Status) -> BTreeSet<Fingerprint> {
    let missing = status.units().filter(|(_, _, it)| it.freshness == Freshness::Missing);
    let sources = missing.filter_map(|(id, _, status)| {
        let units = status.given(snapshot.resources.get(id)?);
        Some(units.iter().map(|unit| unit.fingerprint))
    });
    sources.flatten().collect()
}

fn wants(wanted: &BTreeSet<Fingerprint>, pair: &Pair) -> bool {
    pair.source.members().iter().all(|source| wanted.contains(source))
}

/// Where the wanted sources stand at present, those that are texts of a pivot among them.
fn present<'a>(
    snapshot: &'a Snapshot,
    wanted: &BTreeSet<Fingerprint>,
) -> HashSet<(&'a ResourceId, Option<&'a str>, Fingerprint)> {
    let units = snapshot.resources.iter().flat_map(|(id, resource)| {
        let pivots: BTreeSet<&Locale> = resource.collection.pivots.values().collect();
        let translated = pivots.into_iter().flat_map(|pivot| resource.target_units(pivot));
        let units = resource.source_units().iter().chain(translated);
        units.map(move |it| (id, it.key.as_ref().map(UnitKey::as_str), it.fingerprint))
    });
    units.filter(|(_, _, source)| wanted.contains(source)).collect()
}

/// The words of the given targets where they still stand in a file of their locale.
fn texts(
    snapshot: &Snapshot,
    targets: &HashSet<(&Locale, Fingerprint)>,
) -> HashMap<(Locale, Fingerprint), String> {
    let documents = snapshot.resources.values().flat_map(|resource| &resource.targets);
    let units = documents.flat_map(|(locale, it)| it.units().iter().map(move |it| (locale, it)));
    let kept = units.filter(|(locale, unit)| targets.contains(&(*locale, unit.fingerprint)));
    kept.map(|(locale, unit)| ((locale.clone(), unit.fingerprint), unit.text.clone())).collect()
}
