//! What happened: what changed in the sources, what was settled, by whom.

mod feed;
mod page;

use std::collections::BTreeMap;

use hexapla_engine::Snapshot;
use hexapla_model::{Handle, Locale, ResourceId, Timestamp};

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
}

impl Kind {
    /// The name in the room's strings, in feeds and JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Attested => "attested",
            Self::Doubted => "doubted",
            Self::Kept => "kept",
        }
    }
}

type Place = (String, Kind, ResourceId, Option<Locale>, Option<Handle>);

/// Everything that happened, latest first: by day, what, resource, locale and person.
pub(crate) fn events(snapshot: &Snapshot) -> Vec<Event> {
    let ledger = &snapshot.ledger;
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
    for id in snapshot.resources.keys() {
        for it in ledger.still_valid(id) {
            add(it.at, Kind::Kept, id, it.locale.as_ref(), Some(&it.by), None);
        }
        for step in ledger.changes(id) {
            add(step.at, Kind::Changed, id, None, None, step.reason.as_ref());
        }
    }
    let event = |((_, kind, resource, locale, by), (at, units, why)): (Place, _)| Event {
        at,
        kind,
        resource,
        locale,
        by,
        units,
        why,
    };
    let mut events: Vec<Event> = days.into_iter().map(event).collect();
    // Equals stay in the order of their names.
    events.sort_by_key(|it| std::cmp::Reverse(it.at));
    events
}
