//! What was said of a unit.

use hexapla_ledger::{Claim, Ledger, Pair};
use hexapla_model::{Group, Locale, ResourceId};

use crate::assess::{UnitStatus, group};
use crate::snapshot::Resource;

/// Every claim about a unit: by its key or, of a block, about any block of it as it is now or as
/// its target was made from.
pub fn claims_about<'a>(
    ledger: &'a Ledger,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> Vec<(&'a Pair, &'a Claim)> {
    let source = group(status.given(resource));
    let target =
        group(resource.target_units(locale).get(status.target.clone()).unwrap_or_default());
    let about = |pair: &Pair| {
        pair.key == status.key
            && (pair.key.is_some()
                || shares(source.as_ref(), &pair.source)
                || shares(target.as_ref(), &pair.target)
                || shares(status.made_from.as_ref(), &pair.source))
    };
    ledger.claims(id, locale).iter().filter(|(pair, _)| about(pair)).collect()
}

/// Whether a fact about one group tells something of another: they share a block.
fn shares(one: Option<&Group>, other: &Group) -> bool {
    one.is_some_and(|one| one.members().iter().any(|it| other.members().contains(it)))
}
