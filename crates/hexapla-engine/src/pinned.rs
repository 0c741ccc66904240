//! Pairs that their neighbours leave no other place.

use hexapla_model::{Freshness, Unit};

use crate::assess::UnitStatus;

/// How sure it is that a source and a target belong together that facts enclose: one of either,
/// right between two pairs that are vouched for, or between one and the end of the document.
const PINNED: f32 = 0.95;

/// Raises the confidence of guesses that facts leave no other place. `statuses` come in the order
/// of the source.
pub(crate) fn pin(statuses: &mut [UnitStatus], targets: &[Unit]) {
    let blocks: Vec<usize> = (0..statuses.len()).filter(|&at| statuses[at].key.is_none()).collect();
    let unkeyed = |unit: &Unit| unit.key.is_none();
    let first = targets.iter().position(unkeyed).unwrap_or(0);
    let end = targets.iter().rposition(unkeyed).map_or(0, |last| last + 1);
    let mut pinned = Vec::new();
    for (place, &at) in blocks.iter().enumerate() {
        let status = &statuses[at];
        let is_guess = status.freshness == Freshness::Unverified && !status.is_sure();
        if !is_guess || status.source.len() != 1 || status.target.len() != 1 || !status.in_order {
            continue;
        }
        let before = place.checked_sub(1).map(|it| &statuses[blocks[it]]);
        let after = blocks.get(place + 1).map(|&it| &statuses[it]);
        let holds_before =
            before.is_none_or(|it| vouched(it) && it.target.end == status.target.start);
        let holds_after =
            after.is_none_or(|it| vouched(it) && it.target.start == status.target.end);
        let at_start = before.is_some() || status.target.start == first;
        let at_end = after.is_some() || status.target.end == end;
        let enclosed = before.is_some() || after.is_some();
        if holds_before && holds_after && at_start && at_end && enclosed {
            pinned.push(at);
        }
    }
    for at in pinned {
        statuses[at].confidence = PINNED;
    }
}

/// Whether facts say what the target of a unit was made from.
fn vouched(status: &UnitStatus) -> bool {
    matches!(status.freshness, Freshness::Current | Freshness::Stale)
        && status.in_order
        && status.is_sure()
        && status.inherited.is_none()
}
