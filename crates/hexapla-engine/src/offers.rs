//! Other texts that a unit's target could have.

use hexapla_model::{Fingerprint, Handle, Locale, ResourceId, Unit};

use crate::assess::{UnitStatus, group};
use crate::change::ready;
use crate::snapshot::{Resource, Snapshot};

/// A text that a unit's target could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its words.
    pub text: String,
    /// Where it comes from.
    pub kind: OfferKind,
}

/// Where an [`Offer`] comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// The ledger vouches for it as a rendering of the present source: taking it makes the unit
    /// current, with the state it had.
    Vouched(Fingerprint),
    /// This person proposed it.
    Proposed(Handle, Fingerprint),
    /// The present target with the source's mechanical change made in it.
    Patched,
    /// The present target: it holds already what changed in the source.
    AsItIs,
}

impl Offer {
    /// Whether the ledger vouches for it.
    pub fn is_vouched(&self) -> bool {
        matches!(self.kind, OfferKind::Vouched(_))
    }

    /// Its fingerprint, where it stood in a file before.
    pub fn target(&self) -> Option<Fingerprint> {
        match self.kind {
            OfferKind::Vouched(target) | OfferKind::Proposed(_, target) => Some(target),
            OfferKind::Patched | OfferKind::AsItIs => None,
        }
    }
}

/// Every text that is offered for the unit: first earlier ones, then what the source's change
/// makes of the present target where the workflow lets it be offered.
pub fn offers(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> Vec<Offer> {
    let mut offers = earlier_targets(snapshot, id, resource, locale, status);
    let there = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
    if let (Some(ready), [unit]) = (ready(snapshot, id, resource, locale, status), there) {
        let offer = match ready.text {
            Some(text) => Offer { text, kind: OfferKind::Patched },
            None => Offer { text: unit.text.clone(), kind: OfferKind::AsItIs },
        };
        if offers.iter().all(|it| it.text != offer.text) {
            offers.push(offer);
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
    let Some(now) = group(resource.source_units().get(status.source.clone()).unwrap_or_default())
    else {
        return Vec::new();
    };
    let there: Vec<Fingerprint> = resource
        .target_units(locale)
        .get(status.target.clone())
        .unwrap_or_default()
        .iter()
        .map(|unit: &Unit| unit.fingerprint)
        .collect();
    let key = status.key.as_ref();
    let claims = snapshot.ledger.claims(id, locale);
    let vouched = claims.vouched_targets(key, &now);
    let attested = vouched.iter().filter_map(|target| target.single()).map(OfferKind::Vouched);
    let proposed = snapshot
        .ledger
        .proposals(id, locale)
        .filter(|(_, proposed)| proposed.pair.key.as_ref() == key && proposed.pair.source == now)
        .filter_map(|(_, it)| Some(OfferKind::Proposed(it.by.clone(), it.pair.target.single()?)));
    let mut offers: Vec<Offer> = Vec::new();
    for kind in attested.chain(proposed) {
        let (OfferKind::Vouched(target) | OfferKind::Proposed(_, target)) = kind else { continue };
        let known = there.contains(&target) || offers.iter().any(|it| it.target() == Some(target));
        if let (false, Some(text)) = (known, snapshot.ledger.text(target)) {
            offers.push(Offer { text: text.to_owned(), kind });
        }
    }
    offers
}
