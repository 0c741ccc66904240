//! Other texts that a unit's target could have.

use hexapla_model::{Fingerprint, Handle, Locale, ResourceId, Unit};

use crate::assess::{UnitStatus, group};
use crate::snapshot::{Resource, Snapshot};

/// A text that a unit's target could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its fingerprint.
    pub target: Fingerprint,
    /// Its words.
    pub text: String,
    /// Whether the ledger vouches for it as a rendering of the present source: taking it makes
    /// the unit current, with the state it had.
    pub vouched: bool,
    /// Who proposed it, where somebody did.
    pub by: Option<Handle>,
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
    let attested = vouched.iter().filter_map(|target| target.single()).map(|it| (it, true, None));
    let proposed = snapshot
        .ledger
        .proposals(id, locale)
        .filter(|(_, proposed)| proposed.pair.key.as_ref() == key && proposed.pair.source == now)
        .filter_map(|(_, it)| Some((it.pair.target.single()?, false, Some(it.by.clone()))));
    let mut offers: Vec<Offer> = Vec::new();
    for (target, vouched, by) in attested.chain(proposed) {
        let known = there.contains(&target) || offers.iter().any(|offer| offer.target == target);
        if let (false, Some(text)) = (known, snapshot.ledger.text(target)) {
            offers.push(Offer { target, text: text.to_owned(), vouched, by });
        }
    }
    offers
}
