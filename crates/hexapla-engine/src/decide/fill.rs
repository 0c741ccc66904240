//! Target pages for translators to work in.

use hexapla_formats::Format;
use hexapla_ledger::Origin;
use hexapla_model::{Freshness, Locale, ResourceId, State};

use super::{DecideError, Decision, Item, Place, Plan, Who};
use crate::assess::{UnitStatus, assess};
use crate::offers::{Offer, earlier_targets};
use crate::snapshot::Snapshot;

/// Plans a target for every missing unit of a resource in a locale.
///
/// A unit whose present source was translated before gets that translation back, with the state it
/// had. Every other gets the source's text to be overwritten, which counts as missing until then.
/// Inherited units and whole-file assets are left alone.
///
/// # Errors
/// Where the target cannot take the texts.
pub fn fill(
    snapshot: &Snapshot,
    who: &Who,
    id: &ResourceId,
    locale: &Locale,
) -> Result<Plan, DecideError> {
    let resource = snapshot.resources.get(id).ok_or_else(|| DecideError::NoResource(id.clone()))?;
    let mut plan = Plan::default();
    if resource.collection.format == Format::Asset {
        return Ok(plan);
    }
    let place = Place { snapshot, who, id, resource, locale };
    let statuses = assess(snapshot, id, resource).remove(locale).unwrap_or_default();
    let missing = statuses
        .into_iter()
        .filter(|status| status.freshness == Freshness::Missing && status.inherited.is_none());
    let items: Vec<(Item, String)> = missing.filter_map(|status| place.filling(status)).collect();
    let texts: Vec<(&Item, &str)> =
        items.iter().map(|(item, text)| (item, text.as_str())).collect();
    if let (false, Some(source)) = (texts.is_empty(), &resource.source) {
        plan.expect(source);
        place.write_texts(&texts, &mut plan)?;
    }
    Ok(plan.finish())
}

impl Place<'_> {
    /// What a missing unit is filled with; nothing where it would change nothing.
    fn filling(&self, status: UnitStatus) -> Option<(Item, String)> {
        let [unit] = self.source_units(&status) else { return None };
        let earlier = earlier_targets(self.snapshot, self.id, self.resource, self.locale, &status);
        let restored = earlier.into_iter().find(Offer::is_vouched).map(|offer| offer.text);
        let text = match restored {
            Some(text) => text,
            None if status.target.is_empty() => unit.text.clone(),
            None => return None,
        };
        let decision =
            Decision::Accept { text: None, state: State::Initial, origin: Origin::Memory };
        let (resource, locale) = (self.id.clone(), self.locale.clone());
        Some((Item { resource, locale, status, decision }, text))
    }
}
