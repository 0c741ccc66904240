//! Other texts that a unit's target could have.

use hexapla_formats::Format;
use hexapla_model::{Freshness, Group, Handle, Locale, ResourceId, UnitKey};

use crate::assess::{UnitStatus, group};
use crate::memory::Memory;
use crate::snapshot::{Resource, Snapshot};

/// A text that a unit's target could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its fingerprint, or those of its blocks.
    pub target: Group,
    /// Its words; of several blocks, each a paragraph.
    pub text: String,
    /// Whether the ledger vouches for it as a rendering of the present source: taking it makes
    /// the unit current, with the state it had.
    pub vouched: bool,
    /// Who proposed it, where somebody did.
    pub by: Option<Handle>,
    /// The resource, or the key in it, where it renders the same source.
    pub from: Option<String>,
    /// Whether the source has gone from there.
    pub has_moved: bool,
}

/// Every text that the unit's target could have: those of [`earlier_targets`], then what other
/// places of the project have for the very source of a missing unit.
pub fn offers(
    snapshot: &Snapshot,
    memory: &Memory,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> Vec<Offer> {
    let mut offers = earlier_targets(snapshot, id, resource, locale, status);
    if status.freshness == Freshness::Missing && status.inherited.is_none() {
        let known: Vec<Group> = offers.iter().map(|offer| offer.target.clone()).collect();
        let more = memory.offers(snapshot, id, resource, locale, status).into_iter();
        offers.extend(more.filter(|offer| !known.contains(&offer.target)));
    }
    offers
}

/// Earlier targets of the unit whose words were kept, other than the present one: first those
/// that the ledger vouches for, then those that somebody proposed.
pub fn earlier_targets(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> Vec<Offer> {
    let Some(now) = group(resource.source_units().get(status.source.clone()).unwrap_or_default())
    else {
        return Vec::new();
    };
    let units = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
    let there = group(units);
    let stands = |target: &Group| {
        there.as_ref() == Some(target)
            || target.single().is_some_and(|it| units.iter().any(|unit| unit.fingerprint == it))
    };
    let key = status.key.as_ref();
    let claims = snapshot.ledger.claims(id, locale);
    let vouched = claims.vouched_targets(key, &now);
    let attested = vouched.iter().map(|target| ((*target).clone(), true, None));
    let proposed = snapshot
        .ledger
        .proposals(id, locale)
        .filter(|(_, proposed)| proposed.pair.key.as_ref() == key && proposed.pair.source == now)
        .map(|(_, it)| (it.pair.target.clone(), false, Some(it.by.clone())));
    let mut offers: Vec<Offer> = Vec::new();
    for (target, vouched, by) in attested.chain(proposed) {
        let known = stands(&target) || offers.iter().any(|offer| offer.target == target);
        if let (false, Some(text)) = (known, snapshot.ledger.group_text(&target)) {
            let text = rekeyed(resource.collection.format, key, &text);
            offers.push(Offer { target, text, vouched, by, from: None, has_moved: false });
        }
    }
    offers
}

/// A text that is kept once for all keys, under the given one: only Fluent's text names its key.
pub(crate) fn rekeyed(format: Format, key: Option<&UnitKey>, text: &str) -> String {
    match (format, key, text.find('=')) {
        (Format::Fluent, Some(key), Some(at)) => {
            let gap = text[..at].len() - text[..at].trim_end().len();
            format!("{key}{}", &text[at - gap..])
        }
        _ => text.to_owned(),
    }
}
