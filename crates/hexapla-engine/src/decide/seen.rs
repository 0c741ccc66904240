//! When sources were first seen: what ages are counted from.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_ledger::{Fact, Ledger, Seen, SeenSource};
use hexapla_model::{Group, ResourceId, Timestamp, UnitKey};

use super::{Place, Plan};
use crate::assess::{UnitStatus, group};
use crate::snapshot::{Resource, Snapshot};
use crate::status::Status;

impl Place<'_> {
    /// Records that the source of a unit was seen, unless that is known.
    pub(super) fn record_seen(&self, status: &UnitStatus, plan: &mut Plan) {
        let Some(now) = group(self.source_units(status)) else { return };
        let before = status.made_from.as_ref();
        if let Some(source) =
            sighting(&self.snapshot.ledger, self.id, status.key.as_ref(), before, &now)
        {
            plan.facts.push(Fact::Seen(Seen {
                resource: self.id.clone(),
                at: self.who.at,
                revision: None,
                reason: None,
                sources: vec![source],
            }));
        }
    }
}

/// The plan that records, for every source text that took the place of one some translation was
/// made from, that it was seen at `at`; and keeps its words. `status` is that of the snapshot.
pub fn record_seen(
    snapshot: &Snapshot,
    status: &Status,
    at: Timestamp,
    revision: Option<&str>,
    reason: Option<&str>,
) -> Plan {
    let mut plan = Plan::default();
    for (id, resource) in &snapshot.resources {
        let mut sources = BTreeSet::new();
        let mut units = BTreeMap::new();
        for status in status.resources.get(id).into_iter().flat_map(BTreeMap::values).flatten() {
            let Some((before, now)) = replaced(resource, status) else { continue };
            let seen = sighting(&snapshot.ledger, id, status.key.as_ref(), Some(before), &now);
            sources.extend(seen);
            units.extend(status.given(resource).iter().map(|unit| (unit.fingerprint, unit)));
        }
        if sources.is_empty() {
            continue;
        }
        plan.keep_texts(snapshot, units.into_values());
        plan.facts.push(Fact::Seen(Seen {
            resource: id.clone(),
            at,
            revision: revision.map(str::to_owned),
            reason: reason.map(str::to_owned),
            sources: sources.into_iter().collect(),
        }));
    }
    plan.finish()
}

/// Whether [`record_seen`] has something to record of a unit.
pub fn is_unseen(
    ledger: &Ledger,
    id: &ResourceId,
    resource: &Resource,
    status: &UnitStatus,
) -> bool {
    replaced(resource, status).is_some_and(|(before, now)| {
        sighting(ledger, id, status.key.as_ref(), Some(before), &now).is_some()
    })
}

/// The source that a unit was made from, and the one that took its place.
fn replaced<'a>(resource: &Resource, status: &'a UnitStatus) -> Option<(&'a Group, Group)> {
    let before = status.made_from.as_ref()?;
    let now = group(status.given(resource))?;
    (*before != now).then_some((before, now))
}

/// What to record of a source text that stands in the place of `before`; nothing where the ledger
/// knows a way from one to the other.
fn sighting(
    ledger: &Ledger,
    id: &ResourceId,
    key: Option<&UnitKey>,
    before: Option<&Group>,
    now: &Group,
) -> Option<SeenSource> {
    let known = match before.filter(|before| *before != now) {
        Some(before) => !ledger.steps(id, key, before, now).is_empty(),
        None => ledger.has_seen(id, key, now),
    };
    if known {
        return None;
    }
    let before = before.filter(|before| *before != now);
    let last = before.map(|before| ledger.last_seen(id, key, before));
    Some(SeenSource {
        key: key.cloned(),
        before: last.filter(|last| last != now),
        now: now.clone(),
    })
}
