//! What happened: what changed in the sources and made stale, what was settled and proposed, by whom.

mod feed;
mod page;
mod stale;

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::{Snapshot, Status};
use hexapla_model::{Handle, Locale, ResourceId, Timestamp};

use crate::document;
use crate::revision::Revision;
use crate::room::Room;

pub(crate) use feed::feed;
pub(crate) use page::{list, page};

/// What happened to some units of a resource on one day.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// When the last of it did.
    pub(crate) at: Timestamp,
    pub(crate) kind: Kind,
    pub(crate) resource: ResourceId,
    /// The locale; none of what happened to the source.
    pub(crate) locale: Option<Locale>,
    /// Who did it, where that is known.
    pub(crate) by: Option<Handle>,
    pub(crate) units: usize,
    /// Why, where somebody said so.
    pub(crate) why: Option<String>,
    /// The revisions that changes of the source were seen in, where they are known, the latest first and no
    /// more than a few: the ledger does not say who made a change, the repository does.
    pub(crate) revisions: Vec<Revision>,
    /// How many units a change of the source made stale that are so to this day, by locale.
    pub(crate) stale: Vec<(Locale, usize)>,
}

impl Event {
    /// Where it is seen: the page of the resource in its locale or, of a source, in the first that it made
    /// stale; where there is none, in one that there is.
    pub(crate) fn address(&self, locales: &[&Locale]) -> String {
        let stale = self.stale.first().map(|(locale, _)| locale);
        let locale = self.locale.as_ref().or(stale).or(locales.first().copied());
        locale.map_or_else(|| "/activity".to_owned(), |it| document::address(it, &self.resource))
    }

    /// The stale units of the resource in a locale.
    pub(crate) fn queue(&self, locale: &Locale) -> String {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("need", "stale")
            .append_pair("q", &format!("{}#", self.resource))
            .finish();
        format!("/queue/{locale}?{query}")
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The source was seen to have changed.
    Changed,
    /// Somebody vouched for translations.
    Attested,
    /// Somebody doubts translations.
    Doubted,
    /// Somebody said that translations are still valid.
    Kept,
    /// Somebody proposed texts beside those that stand there.
    Proposed,
    /// Somebody accepted the order of a translation.
    Placed,
}

impl Kind {
    /// Every kind.
    pub(crate) const ALL: [Self; 6] =
        [Self::Changed, Self::Attested, Self::Doubted, Self::Kept, Self::Proposed, Self::Placed];

    /// The name in the room's strings, in feeds and JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Attested => "attested",
            Self::Doubted => "doubted",
            Self::Kept => "kept",
            Self::Proposed => "proposed",
            Self::Placed => "placed",
        }
    }
}

/// The most revisions that are told of one event.
const REVISIONS: usize = 8;

type Place = (String, Kind, ResourceId, Option<Locale>, Option<Handle>);

/// Everything that happened, latest first: by day, what, resource, locale and person.
pub(crate) fn events(snapshot: &Snapshot, status: &Status) -> Vec<Event> {
    let ledger = &snapshot.ledger;
    let mut stale = stale::stale(snapshot, status);
    let mut revisions: BTreeMap<(String, &ResourceId), BTreeSet<(Timestamp, &str)>> =
        BTreeMap::new();
    let mut days: BTreeMap<Place, (Timestamp, usize, Option<String>)> = BTreeMap::new();
    let mut add = |at: Timestamp,
                   kind,
                   id: &ResourceId,
                   locale: Option<&Locale>,
                   by: Option<&Handle>,
                   why: Option<&String>| {
        let place = (at.date(), kind, id.clone(), locale.cloned(), by.cloned());
        let (last, units, reason) = days.entry(place).or_insert((at, 0, None));
        *last = (*last).max(at);
        *units += 1;
        if reason.is_none() {
            *reason = why.cloned();
        }
    };
    for (id, locale) in ledger.resources() {
        for (_, claim) in ledger.claims(id, locale).iter() {
            for it in claim.attestations() {
                add(it.at, Kind::Attested, id, Some(locale), Some(&it.by), None);
            }
            for it in claim.doubts() {
                add(it.at, Kind::Doubted, id, Some(locale), Some(&it.by), it.why.as_ref());
            }
        }
        for (pairs, it) in ledger.claims(id, locale).placements() {
            pairs
                .iter()
                .for_each(|_| add(it.at, Kind::Placed, id, Some(locale), Some(&it.by), None));
        }
    }
    for (id, resource) in &snapshot.resources {
        for locale in &resource.collection.locales {
            for (_, it) in ledger.proposals(id, locale) {
                add(it.at, Kind::Proposed, id, Some(locale), Some(&it.by), None);
            }
        }
        for it in ledger.still_valid(id) {
            add(it.at, Kind::Kept, id, it.locale.as_ref(), Some(&it.by), None);
        }
        for step in ledger.changes(id) {
            add(step.at, Kind::Changed, id, None, None, step.reason.as_ref());
            if let Some(revision) = &step.revision {
                let of_day = revisions.entry((step.at.date(), id)).or_default();
                of_day.insert((step.at, revision));
            }
        }
    }
    let event = |((day, kind, resource, locale, by), (at, units, why)): (Place, _)| {
        let change = (kind == Kind::Changed).then(|| (day, resource.clone()));
        let seen = change.as_ref().and_then(|it| revisions.get(&(it.0.clone(), &it.1)));
        Event {
            at,
            kind,
            locale,
            by,
            units,
            why,
            revisions: latest(seen.into_iter().flatten().rev().map(|(_, it)| *it)),
            stale: change
                .and_then(|it| stale.remove(&it))
                .unwrap_or_default()
                .into_iter()
                .collect(),
            resource,
        }
    };
    let mut events: Vec<Event> = days.into_iter().map(event).collect();
    // Equals stay in the order of their names.
    events.sort_by_key(|it| std::cmp::Reverse(it.at));
    events
}

/// A few revisions, each once.
fn latest<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Revision> {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    names.filter(|it| told.insert(it)).take(REVISIONS).map(Revision::new).collect()
}

/// So many of all that happened, from one on, with who made the revisions.
fn credited(room: &Room, all: &[Event], from: usize, most: usize) -> Vec<Event> {
    let mut events: Vec<Event> = all.iter().skip(from).take(most).cloned().collect();
    room.credit(events.iter_mut().flat_map(|it| &mut it.revisions));
    events
}
