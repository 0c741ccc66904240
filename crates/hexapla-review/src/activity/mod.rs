//! What happened: what changed in the sources and made stale, what was settled and proposed, by whom.

mod feed;
mod page;
mod stale;

use std::collections::BTreeMap;

use hexapla_engine::{Snapshot, Status};
use hexapla_model::{Handle, Locale, ResourceId, Timestamp};

use crate::document;

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
    /// The revision that a change of the source was seen in, where that is known: the ledger does not say
    /// who made a change, the repository does.
    pub(crate) revision: Option<String>,
    /// How many units a change of the source made stale that are so to this day, by locale.
    pub(crate) stale: Vec<(Locale, usize)>,
}

impl Event {
    /// Where it is seen: the page of the resource in its locale or, of a source, in one that there is.
    pub(crate) fn address(&self, locales: &[&Locale]) -> String {
        let locale = self.locale.as_ref().or(locales.first().copied());
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
}

impl Kind {
    /// The name in the room's strings, in feeds and JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Attested => "attested",
            Self::Doubted => "doubted",
            Self::Kept => "kept",
            Self::Proposed => "proposed",
        }
    }
}

type Place = (String, Kind, ResourceId, Option<Locale>, Option<Handle>);

/// Everything that happened, latest first: by day, what, resource, locale and person.
pub(crate) fn events(snapshot: &Snapshot, status: &Status) -> Vec<Event> {
    let ledger = &snapshot.ledger;
    let mut stale = stale::stale(snapshot, status);
    let mut revisions: BTreeMap<(String, &ResourceId), &String> = BTreeMap::new();
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
                revisions.insert((step.at.date(), id), revision);
            }
        }
    }
    let event = |((day, kind, resource, locale, by), (at, units, why)): (Place, _)| {
        let change = (kind == Kind::Changed).then(|| (day, resource.clone()));
        let revision = change.as_ref().and_then(|it| revisions.get(&(it.0.clone(), &it.1)));
        Event {
            at,
            kind,
            locale,
            by,
            units,
            why,
            revision: revision.map(|it| (*it).clone()),
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
