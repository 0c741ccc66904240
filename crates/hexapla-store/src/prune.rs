//! Removing what no kept release names, beside publishers that may be at work.

use std::collections::BTreeSet;

use crate::condemned::{Condemned, Phase};
use crate::error::Error;
use crate::habits::Habits;
use crate::layout;
use crate::lease::Lease;
use crate::name::Name;
use crate::patient::Patient;
use crate::probe::heeds_conditions;
use crate::store::{Entry, Outcome, Store};
use crate::world::World;

/// How a prune went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Objects that are marked now, and removed by a prune after the grace period.
    pub marked: usize,
    /// Objects that were removed.
    pub removed: usize,
}

/// The objects that one metadata file names, from its own name and bytes.
pub type Names<'a> =
    &'a dyn Fn(&Name, &[u8]) -> Result<Vec<Name>, Box<dyn std::error::Error + Send + Sync>>;

/// Removes, in two runs, metadata and content that nothing kept names.
///
/// Kept is, in every channel: all roots, what the pointer leads to, what the `keep` highest
/// snapshots lead to, and what is younger than the grace period with all that leads to. The first run
/// only marks (`condemned.json`). One after the grace period removes what still is named by nothing;
/// a publisher that needs some of it takes it off the list first. Files of other names are let be.
pub fn prune(
    store: &dyn Store,
    world: &dyn World,
    habits: &Habits,
    keep: usize,
    names: Names<'_>,
) -> Result<Pruned, Error> {
    let desk = Patient { store, world, habits, heeds: true };
    let desk = Patient { heeds: heeds_conditions(desk)?, ..desk };
    let lease = if desk.heeds { None } else { Lease::take(desk)? };
    if !desk.heeds && lease.is_none() {
        return Err(Error::Busy("the store".to_owned()));
    }
    let pruned = prune_alone(desk, keep, names);
    if let Some(lease) = lease {
        lease.give_back(desk);
    }
    pruned
}

fn prune_alone(desk: Patient<'_>, keep: usize, names: Names<'_>) -> Result<Pruned, Error> {
    let now = desk.world.now();
    let found = Condemned::read(desk)?;
    if let Some((found, _)) = found.as_ref().filter(|(it, _)| !it.is_due(desk)) {
        return Ok(Pruned { marked: found.names.len(), removed: 0 });
    }
    let dead = unnamed(desk, keep, names)?;
    match found {
        None if dead.is_empty() => Ok(Pruned::default()),
        None => {
            let marked = Condemned { phase: Phase::Marked, since: now, names: dead };
            let count = marked.names.len();
            let outcome = marked.write(desk, None)?;
            Ok(Pruned { marked: if outcome == Outcome::Written { count } else { 0 }, removed: 0 })
        }
        Some((found, version)) => {
            let names = found.names.intersection(&dead).cloned().collect();
            let sweeping = Condemned { phase: Phase::Sweeping, since: now, names };
            match sweeping.write(desk, Some(&version))? {
                Outcome::Written => sweep(desk, &sweeping),
                Outcome::Kept => Ok(Pruned::default()),
            }
        }
    }
}

/// Removes what is on the list, and then the list; stops long before a publisher takes it for deserted.
fn sweep(desk: Patient<'_>, list: &Condemned) -> Result<Pruned, Error> {
    let mut removed = 0;
    for name in &list.names {
        if desk.world.now() > list.since + desk.habits.lease.as_secs() / 2 {
            return Ok(Pruned { marked: list.names.len() - removed, removed });
        }
        desk.remove(&Name::new(name)?)?;
        removed += 1;
    }
    Condemned::clear(desk)?;
    Ok(Pruned { marked: 0, removed })
}

/// What could be removed: old enough, of a kind that a publish makes, and named by nothing kept.
fn unnamed(desk: Patient<'_>, keep: usize, names: Names<'_>) -> Result<BTreeSet<String>, Error> {
    let now = desk.world.now();
    let entries = desk.list("")?;
    let young = |it: &Entry| it.modified + desk.habits.grace.as_secs() > now;
    let live = live(desk, &roots(&entries, keep, &young), names)?;
    let named = |name: &Name| {
        let plain = layout::ENDINGS.iter().find_map(|it| name.as_str().strip_suffix(it));
        live.contains(name.as_str()) || plain.is_some_and(|it| live.contains(it))
    };
    let ours = |name: &Name| {
        let metadata = layout::numbered(name).is_some_and(|(_, role)| role != "root");
        metadata || layout::is_content(name) || layout::is_probe(name)
    };
    let dead = entries.iter().filter(|it| !young(it) && ours(&it.name) && !named(&it.name));
    Ok(dead.map(|it| it.name.to_string()).collect())
}

/// Where to start from: pointers, which must lead somewhere, then what else is kept and may not.
fn roots(entries: &[Entry], keep: usize, young: &dyn Fn(&Entry) -> bool) -> Vec<(Name, bool)> {
    let channel = |name: &Name| name.as_str().split('/').next().unwrap_or_default().to_owned();
    let pointers = entries.iter().filter(|it| layout::is_pointer(&it.name));
    let mut roots: Vec<(Name, bool)> = pointers.map(|it| (it.name.clone(), true)).collect();
    let mut snapshots: Vec<(String, u64, &Name)> = Vec::new();
    for entry in entries {
        match layout::numbered(&entry.name) {
            Some((number, "snapshot")) => {
                snapshots.push((channel(&entry.name), number, &entry.name));
            }
            Some(_) if young(entry) => roots.push((entry.name.clone(), false)),
            _ => {}
        }
    }
    snapshots.sort();
    for of_channel in snapshots.chunk_by(|a, b| a.0 == b.0) {
        let newest = of_channel.iter().rev().enumerate();
        let is_young = |name: &Name| entries.iter().any(|it| it.name == *name && young(it));
        let kept = newest.filter(|(place, it)| *place < keep || is_young(it.2));
        roots.extend(kept.map(|(_, it)| (it.2.clone(), false)));
    }
    roots
}

/// All that is named from the roots on, the roots with it. What a pointer leads to must be there: a
/// gap in what is read must never count as "names nothing".
fn live(
    desk: Patient<'_>,
    roots: &[(Name, bool)],
    names: Names<'_>,
) -> Result<BTreeSet<String>, Error> {
    let mut live = BTreeSet::new();
    let mut open: Vec<(Name, bool)> = roots.iter().rev().cloned().collect();
    while let Some((name, must)) = open.pop() {
        let fresh = live.insert(name.to_string());
        if !fresh || !(layout::is_pointer(&name) || layout::numbered(&name).is_some()) {
            continue;
        }
        match desk.get(&name)? {
            Some(found) => {
                let named = names(&name, &found.bytes).map_err(Error::Caller)?;
                open.extend(named.into_iter().map(|it| (it, must)));
            }
            None if must => {
                let why = "it is named, and not there".to_owned();
                return Err(Error::Refused { act: "read", name: name.to_string(), why });
            }
            None => {}
        }
    }
    Ok(live)
}
