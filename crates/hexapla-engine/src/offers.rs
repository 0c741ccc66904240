//! Other texts that a unit's target could have.

use hexapla_formats::Format;
use hexapla_model::{Freshness, Group, Handle, Locale, ResourceId, UnitKey};

use crate::assess::{UnitStatus, group};
use crate::change::ready;
use crate::memory::Memory;
use crate::snapshot::{Resource, Snapshot};

/// A text that a unit's target could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its fingerprint, or those of its blocks, where it stood in a file before.
    pub target: Option<Group>,
    /// Its words; of several blocks, each a paragraph.
    pub text: String,
    /// Where it comes from.
    pub kind: OfferKind,
}

/// Where an [`Offer`] comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// The ledger vouches for it as a rendering of the present source: taking it makes the unit
    /// current, with the state it had.
    Vouched,
    /// This person proposed it.
    Proposed(Handle),
    /// It renders the same source elsewhere in the project.
    Memory {
        /// The resource, or the key in it.
        from: String,
        /// Whether the source has gone from there.
        has_moved: bool,
        /// Whether it stands there as it stands here: under the same key, or between the same neighbours.
        in_context: bool,
    },
    /// The present target with the source's mechanical change made in it.
    Patched,
    /// The present target: it holds already what changed in the source.
    AsItIs,
}

impl OfferKind {
    /// The name used in every format.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Vouched => "earlier",
            Self::Proposed(_) => "proposed",
            Self::Memory { .. } => "memory",
            Self::Patched => "patched",
            Self::AsItIs => "as-it-is",
        }
    }
}

impl Offer {
    /// Whether the ledger vouches for it.
    pub fn is_vouched(&self) -> bool {
        self.kind == OfferKind::Vouched
    }

    /// The resource, or the key in it, where it renders the same source.
    pub fn from(&self) -> Option<&str> {
        match &self.kind {
            OfferKind::Memory { from, .. } => Some(from),
            _ => None,
        }
    }

    /// Whether it renders the very source in the very context elsewhere.
    pub fn is_in_context(&self) -> bool {
        matches!(self.kind, OfferKind::Memory { in_context: true, .. })
    }

    /// Whether its source has gone from where it was translated.
    pub fn has_moved(&self) -> bool {
        matches!(self.kind, OfferKind::Memory { has_moved: true, .. })
    }
}

/// Every text that is offered for the unit: first those of [`earlier_targets`], then what other
/// places of the project have for the very source of a missing unit, then what the source's change
/// makes of the present target where the workflow lets it be offered.
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
        let more = memory.offers(snapshot, id, resource, locale, status);
        let known: Vec<Option<Group>> = offers.iter().map(|it| it.target.clone()).collect();
        offers.extend(more.into_iter().filter(|offer| !known.contains(&offer.target)));
    }
    let there = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
    if let (Some(ready), [unit]) = (ready(snapshot, id, resource, locale, status), there) {
        let (text, kind) = match ready.text {
            Some(text) => (text, OfferKind::Patched),
            None => (unit.text.clone(), OfferKind::AsItIs),
        };
        if offers.iter().all(|offer| offer.text != text) {
            offers.push(Offer { target: None, text, kind });
        }
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
    let Some(now) = group(status.given(resource)) else {
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
    let attested = vouched.iter().map(|target| ((*target).clone(), OfferKind::Vouched));
    let proposed = snapshot
        .ledger
        .proposals(id, locale)
        .filter(|(_, proposed)| proposed.pair.key.as_ref() == key && proposed.pair.source == now)
        .map(|(_, it)| (it.pair.target.clone(), OfferKind::Proposed(it.by.clone())));
    let mut offers: Vec<Offer> = Vec::new();
    for (target, kind) in attested.chain(proposed) {
        let known = stands(&target) || offers.iter().any(|it| it.target.as_ref() == Some(&target));
        if let (false, Some(text)) = (known, snapshot.ledger.group_text(&target)) {
            let text = rekeyed(resource.collection.format, key, &text);
            offers.push(Offer { target: Some(target), text, kind });
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
