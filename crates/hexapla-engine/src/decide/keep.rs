//! "The translation is as valid for the new source."

use hexapla_ledger::{Fact, StillValid};
use hexapla_model::Freshness;

use super::{DecideError, Decision, Item, Place, Plan};

impl Place<'_> {
    /// Plans every [`Decision::Keep`] among the items.
    pub(super) fn keep(&self, items: &[&Item], plan: &mut Plan) -> Result<(), DecideError> {
        for item in items {
            let Decision::Keep { all_locales } = item.decision else { continue };
            let (Freshness::Stale, Some(from)) = (item.status.freshness, &item.status.made_from)
            else {
                return Err(DecideError::NotStale {
                    unit: self.address(&item.status),
                    locale: self.locale.clone(),
                    freshness: item.status.freshness,
                });
            };
            plan.facts.push(Fact::StillValid(StillValid {
                locale: (!all_locales).then(|| self.locale.clone()),
                resource: self.id.clone(),
                by: self.who.by.clone(),
                at: self.who.at,
                key: item.status.key.clone(),
                from: from.clone(),
                to: self.source(&item.status)?,
            }));
            plan.keep_texts(self.snapshot, self.source_units(&item.status));
            self.record_seen(&item.status, plan);
        }
        Ok(())
    }
}
