//! Everything that was said of a unit, of whatever kind.

use std::collections::{BTreeSet, HashMap};

use hexapla_ledger::{Attestation, Doubt, Ledger, Pair, Placement, Proposed, Step, StillValid};
use hexapla_model::{Fingerprint, Group, Locale, ResourceId, Timestamp, Unit};

use crate::assess::UnitStatus;
use crate::snapshot::Resource;

/// A thing that was said of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// Somebody vouches for a translation.
    Attested(&'a Pair, &'a Attestation),
    /// Somebody doubts a translation.
    Doubted(&'a Pair, &'a Doubt),
    /// Somebody says that what was made from one source is as valid for another.
    StillValid(&'a StillValid),
    /// The source was seen, in the place of an earlier text where there was one.
    Seen(Option<&'a Group>, &'a Step),
    /// Somebody offers a translation.
    Proposed(&'a Proposed),
    /// Somebody accepts the order that the unit stands in among others.
    Placed(&'a [Pair], &'a Placement),
    /// What was said of another resource holds of this one.
    Renamed(&'a ResourceId),
}

impl Said<'_> {
    /// When it was said, where that is on record.
    pub fn at(&self) -> Option<Timestamp> {
        match self {
            Self::Attested(_, it) => Some(it.at),
            Self::Doubted(_, it) => Some(it.at),
            Self::StillValid(it) => Some(it.at),
            Self::Seen(_, it) => Some(it.at),
            Self::Proposed(it) => Some(it.at),
            Self::Placed(_, it) => Some(it.at),
            Self::Renamed(_) => None,
        }
    }
}

/// Everything that was said of a unit, in no order. A block has no key: it is known by its texts, those that
/// it had before as far as it was seen how they became one another, and its translation.
pub fn said_of<'a>(
    ledger: &'a Ledger,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> Vec<Said<'a>> {
    let target = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
    let unit = Known {
        status,
        sources: sources(ledger, id, status.given(resource), status),
        targets: target.iter().map(|it| it.fingerprint).collect(),
    };
    let claims = ledger.claims(id, locale);
    let about = claims.iter().filter(|(pair, _)| unit.is(pair));
    let of_pairs = about.flat_map(|(pair, claim)| {
        let attested = claim.attestations().map(move |it| Said::Attested(pair, it));
        attested.chain(claim.doubts().map(move |it| Said::Doubted(pair, it)))
    });
    let valid = ledger.still_valid(id).filter(|it| {
        it.key == status.key
            && it.locale.as_ref().is_none_or(|it| it == locale)
            && (unit.has_source(&it.from) || unit.has_source(&it.to))
    });
    let seen = ledger
        .sightings(id)
        .filter(|(key, _, step)| *key == status.key.as_ref() && unit.has_source(&step.to));
    let proposed = ledger.proposals(id, locale).map(|(_, it)| it);
    let placed = claims.placements().filter(|(pairs, _)| pairs.iter().any(|it| unit.is(it)));
    of_pairs
        .chain(valid.map(Said::StillValid))
        .chain(seen.map(|(_, before, step)| Said::Seen(before, step)))
        .chain(proposed.filter(|it| unit.is(&it.pair)).map(Said::Proposed))
        .chain(placed.map(|(pairs, it)| Said::Placed(pairs, it)))
        .chain(ledger.earlier_names(id).map(Said::Renamed))
        .collect()
}

/// What a unit is known by.
struct Known<'a> {
    status: &'a UnitStatus,
    sources: BTreeSet<Fingerprint>,
    targets: BTreeSet<Fingerprint>,
}

impl Known<'_> {
    /// Whether a pair is one of the unit.
    fn is(&self, pair: &Pair) -> bool {
        pair.key == self.status.key
            && (self.has_source(&pair.source) || shares(&self.targets, &pair.target))
    }

    /// Whether a text is one that the source of the unit has or had: of what has a key, any.
    fn has_source(&self, group: &Group) -> bool {
        self.status.key.is_some() || shares(&self.sources, group)
    }
}

fn shares(all: &BTreeSet<Fingerprint>, group: &Group) -> bool {
    group.members().iter().any(|it| all.contains(it))
}

/// The texts of a block: as it is now, as its translation was made from, and as they were seen to have been
/// before, step by step.
fn sources(
    ledger: &Ledger,
    id: &ResourceId,
    now: &[Unit],
    status: &UnitStatus,
) -> BTreeSet<Fingerprint> {
    let made_from = status.made_from.iter().flat_map(Group::members).copied();
    let mut sources: BTreeSet<Fingerprint> =
        now.iter().map(|it| it.fingerprint).chain(made_from).collect();
    if status.key.is_some() {
        return sources;
    }
    let mut before: HashMap<Fingerprint, Vec<&Group>> = HashMap::new();
    for (_, earlier, step) in ledger.replaced(id).filter(|(key, ..)| key.is_none()) {
        for now in step.to.members() {
            before.entry(*now).or_default().push(earlier);
        }
    }
    let mut open: Vec<Fingerprint> = sources.iter().copied().collect();
    while let Some(text) = open.pop() {
        let earlier = before.remove(&text).into_iter().flatten().flat_map(Group::members);
        open.extend(earlier.filter(|it| sources.insert(**it)));
    }
    sources
}
