//! "The translation needs another look."

use hexapla_ledger::{Fact, Pair, Reopened};
use hexapla_model::Freshness;

use super::{DecideError, Decision, Item, Place, Plan};

impl Place<'_> {
    /// Plans every [`Decision::Reopen`] among the items.
    pub(super) fn reopen(&self, items: &[&Item], plan: &mut Plan) -> Result<(), DecideError> {
        for item in items {
            let Decision::Reopen { why } = &item.decision else { continue };
            // Of a stale target it is doubted that it renders the source as it is now.
            if !matches!(item.status.freshness, Freshness::Current | Freshness::Stale) {
                return Err(DecideError::NotCurrent {
                    unit: self.address(&item.status),
                    locale: self.locale.clone(),
                    freshness: item.status.freshness,
                });
            }
            let (source, target) = (self.source(&item.status)?, self.target(&item.status)?);
            plan.facts.push(Fact::Reopened(Reopened {
                locale: self.locale.clone(),
                resource: self.id.clone(),
                by: self.who.by.clone(),
                at: self.who.at,
                why: why.clone(),
                pair: Pair::new(item.status.key.clone(), source, target),
            }));
            plan.keep_texts(self.snapshot, self.source_units(&item.status));
        }
        Ok(())
    }
}
