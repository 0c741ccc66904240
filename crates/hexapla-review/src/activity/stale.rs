//! What changes of the sources made stale.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_engine::{Resource, Snapshot, Status, UnitStatus, group};
use hexapla_model::{Freshness, Locale, ResourceId};

/// How many units are stale today, by locale.
pub(super) type Stale = BTreeMap<Locale, usize>;

/// What the changes of each day made stale in each resource and is so to this day. What several changes, one
/// after the other, made stale is told of each of them; what another locale is taken from, of that locale alone.
pub(super) fn stale(snapshot: &Snapshot, status: &Status) -> BTreeMap<(String, ResourceId), Stale> {
    let mut all: BTreeMap<(String, ResourceId), Stale> = BTreeMap::new();
    for (id, locales) in &status.resources {
        let Some(resource) = snapshot.resources.get(id) else { continue };
        for (locale, units) in locales {
            for day in units.iter().flat_map(|it| days(snapshot, id, resource, it)) {
                *all.entry((day, id.clone())).or_default().entry(locale.clone()).or_default() += 1;
            }
        }
    }
    all
}

/// The days on which the source of a stale unit was seen to change since the translation was made.
fn days(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    unit: &UnitStatus,
) -> BTreeSet<String> {
    let is_own = unit.inherited.is_none() && unit.freshness == Freshness::Stale;
    let now = group(unit.given(resource)).filter(|_| is_own);
    let steps = unit.made_from.as_ref().zip(now).map(|(from, now)| {
        let steps = snapshot.ledger.steps(id, unit.key.as_ref(), from, &now);
        steps.into_iter().map(|it| it.at.date()).collect()
    });
    steps.unwrap_or_default()
}
