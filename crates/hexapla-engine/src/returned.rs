//! Units that come back from where people translated them.

use std::collections::HashMap;

use hexapla_model::{Fingerprint, Freshness, Group, Locale, ResourceId, State};

use crate::address::name;
use crate::assess::{UnitStatus, group};
use crate::decide::{Decision, Item};
use crate::snapshot::{Resource, Snapshot};
use crate::status::Status;
use crate::unit_texts::joined;

/// A unit that comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The resource.
    pub resource: ResourceId,
    /// The locale.
    pub locale: Locale,
    /// The part of the unit's address behind `#`, as it went out.
    pub unit: String,
    /// The source that its text is a translation of.
    pub source: Fingerprint,
    /// The text of that source.
    pub source_text: String,
    /// The text; none where there is none.
    pub text: Option<String>,
    /// How whoever had it says that the text stands to its source.
    pub freshness: Freshness,
    /// What they say of it.
    pub state: State,
}

/// What comes of a unit that came back.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It says nothing that the project does not know.
    Known,
    /// It renders the source as it is now.
    Settles(Item),
    /// It renders a source that has changed since.
    MovedOn(Item),
    /// Whoever made it doubts it.
    Doubtful(Item),
    /// The project has no such unit any more.
    Gone,
}

/// What comes of each unit, in their order. Takes time in proportion to what came back, and to the
/// size of the resources that it is of.
pub fn outcomes(snapshot: &Snapshot, status: &Status, returned: &[Returned]) -> Vec<Outcome> {
    let mut places: HashMap<(&ResourceId, &Locale), Place<'_>> = HashMap::new();
    let mut outcome = |one: &'_ Returned| {
        let (id, resource) = snapshot.resources.get_key_value(&one.resource)?;
        let (locale, statuses) = status.resources.get(id)?.get_key_value(&one.locale)?;
        let place = places
            .entry((id, locale))
            .or_insert_with(|| Place::of(snapshot, id, resource, locale, statuses));
        Some(place.outcome(one))
    };
    returned.iter().map(|one| outcome(one).unwrap_or(Outcome::Gone)).collect()
}

/// A resource in a locale, whose units are found by what they were when they went out.
struct Place<'a> {
    snapshot: &'a Snapshot,
    id: &'a ResourceId,
    resource: &'a Resource,
    locale: &'a Locale,
    named: HashMap<String, &'a UnitStatus>,
    /// By the source that the target was made from.
    made_from: HashMap<&'a Group, &'a UnitStatus>,
}

impl<'a> Place<'a> {
    fn of(
        snapshot: &'a Snapshot,
        id: &'a ResourceId,
        resource: &'a Resource,
        locale: &'a Locale,
        statuses: &'a [UnitStatus],
    ) -> Self {
        let there = || statuses.iter().filter(|it| !it.source.is_empty());
        let named = there().rev().map(|it| (name(resource, locale, it), it)).collect();
        let made_from = there().rev().filter_map(|it| Some((it.made_from.as_ref()?, it))).collect();
        Self { snapshot, id, resource, locale, named, made_from }
    }

    fn outcome(&self, one: &Returned) -> Outcome {
        let Some(source) = Group::new(vec![one.source]) else { return Outcome::Gone };
        let found = self.named.get(&one.unit).or_else(|| self.made_from.get(&source));
        let (Some(&status), Some(text)) = (found, &one.text) else {
            return if one.text.is_none() { Outcome::Known } else { Outcome::Gone };
        };
        let now = group(status.given(self.resource));
        let is_now = now.as_ref() == Some(&source);
        let units = self.resource.target_units(self.locale);
        let there = units.get(status.target.clone()).unwrap_or_default();
        let is_there = !there.is_empty() && joined(there) == *text && status.inherited.is_none();
        let is_known = match one.freshness {
            Freshness::Current if is_there && is_now => {
                status.freshness == Freshness::Current && status.state >= one.state
            }
            Freshness::Current if is_there => status.made_from.as_ref() == Some(&source),
            Freshness::Current => self.vouches(status, &source, text),
            Freshness::Unverified => is_there || self.proposes(status, &source, text),
            _ => true,
        };
        let item = |state| Item {
            resource: self.id.clone(),
            locale: self.locale.clone(),
            status: status.clone(),
            decision: Decision::Return {
                source: source.clone(),
                source_text: one.source_text.clone(),
                text: text.clone(),
                state,
            },
        };
        match one.freshness {
            _ if is_known => Outcome::Known,
            Freshness::Unverified => Outcome::Doubtful(item(None)),
            _ if is_now => Outcome::Settles(item(Some(one.state))),
            _ => Outcome::MovedOn(item(Some(one.state))),
        }
    }

    /// Whether somebody vouched for this text of a source before.
    fn vouches(&self, status: &UnitStatus, source: &Group, text: &str) -> bool {
        let ledger = &self.snapshot.ledger;
        let claims = ledger.claims(self.id, self.locale);
        let targets = claims.vouched_targets(status.key.as_ref(), source);
        targets.iter().any(|it| ledger.group_text(it).is_some_and(|it| it == text))
    }

    fn proposes(&self, status: &UnitStatus, source: &Group, text: &str) -> bool {
        let ledger = &self.snapshot.ledger;
        let mut proposed = ledger.proposals(self.id, self.locale).map(|(_, it)| &it.pair);
        proposed.any(|pair| {
            pair.key == status.key
                && pair.source == *source
                && ledger.group_text(&pair.target).is_some_and(|it| it == text)
        })
    }
}
