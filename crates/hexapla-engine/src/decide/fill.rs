//! Target pages for translators to work in.

use hexapla_formats::Format;
use hexapla_ledger::{KeptText, Origin};
use hexapla_model::{Freshness, Group, Locale, ResourceId, State};

use super::{DecideError, Decision, Item, Place, Plan, Who};
use crate::assess::{UnitStatus, assess_one};
use crate::memory::Memory;
use crate::offers::{Offer, offers};
use crate::snapshot::Snapshot;

/// Plans a target for every missing unit of a resource in a locale.
///
/// A unit whose present source was translated before gets that translation back, with the state it
/// had. One whose source has moved here, from another resource or key, gets the translation it had
/// there, attested as pre-filled; where the source still stands there too, the translation is
/// unverified until somebody looks at it. Every other gets the source's text to be overwritten,
/// which counts as missing until then. Inherited units and whole-file assets are left alone.
///
/// # Errors
/// Where the target cannot take the texts.
pub fn fill(
    snapshot: &Snapshot,
    who: &Who,
    memory: &Memory,
    id: &ResourceId,
    locale: &Locale,
) -> Result<Plan, DecideError> {
    let resource = snapshot.resources.get(id).ok_or_else(|| DecideError::NoResource(id.clone()))?;
    let mut plan = Plan::default();
    if resource.collection.format == Format::Asset {
        return Ok(plan);
    }
    let place = Place { snapshot, who, id, resource, locale };
    let statuses = assess_one(snapshot, id, resource, locale);
    let missing = statuses
        .into_iter()
        .filter(|status| status.freshness == Freshness::Missing && status.inherited.is_none());
    let fillings: Vec<Filling> =
        missing.filter_map(|status| place.filling(memory, status)).collect();
    let texts: Vec<(&Item, &str)> =
        fillings.iter().map(|it| (&it.item, it.text.as_str())).collect();
    if let (false, Some(source)) = (texts.is_empty(), resource.given(locale)) {
        plan.expect(source);
        let written = place.write_texts(&texts, &mut plan)?;
        place.attest_moved(&fillings, &written, &mut plan)?;
    }
    Ok(plan.finish())
}

/// What a missing unit is filled with.
struct Filling {
    item: Item,
    text: String,
    /// Whether the text has followed its source from where it was attested.
    has_moved: bool,
}

impl Place<'_> {
    /// What a missing unit is filled with; nothing where it would change nothing.
    fn filling(&self, memory: &Memory, status: UnitStatus) -> Option<Filling> {
        let [unit] = self.source_units(&status) else { return None };
        let offers = offers(self.snapshot, memory, self.id, self.resource, self.locale, &status);
        let known = |offer: &Offer| offer.is_vouched() || offer.from().is_some();
        let is_one = |offer: &Offer| offer.target.as_ref().is_some_and(|it| it.single().is_some());
        let found = offers.into_iter().find(|offer| known(offer) && is_one(offer));
        let has_moved = found.as_ref().is_some_and(Offer::has_moved);
        let text = match found {
            Some(offer) => offer.text,
            None if status.target.is_empty() => unit.text.clone(),
            None => return None,
        };
        let decision =
            Decision::Accept { text: None, state: State::Initial, origin: Origin::Memory };
        let (resource, locale) = (self.id.clone(), self.locale.clone());
        Some(Filling { item: Item { resource, locale, status, decision }, text, has_moved })
    }

    /// Records that what has moved renders what it rendered where it was.
    fn attest_moved(
        &self,
        fillings: &[Filling],
        written: &[Vec<KeptText>],
        plan: &mut Plan,
    ) -> Result<(), DecideError> {
        let mut pairs = Vec::new();
        for (filling, blocks) in fillings.iter().zip(written).filter(|(it, _)| it.has_moved) {
            let Some(target) = Group::new(blocks.iter().map(|it| it.fingerprint).collect()) else {
                continue;
            };
            let item = &filling.item;
            let pair = self.pair_to_attest(item, target, State::Initial, Origin::Memory)?;
            if let Some(pair) = pair {
                self.keep_accepted(item, plan);
                pairs.push(pair);
            }
        }
        plan.facts.extend(self.attested(pairs));
        Ok(())
    }
}
