//! The texts of a unit: what its target was made from, what the source is now, and the target.

use std::ops::Range;

use hexapla_ledger::Step;
use hexapla_model::{Freshness, Locale, ResourceId, Unit};

use crate::assess::{UnitStatus, group};
use crate::change::{Changed, Passage, affected, is_carried};
use crate::snapshot::{Resource, Snapshot};
use crate::text::{Diff, tokenize};

/// The texts of a unit in a locale, and what changed between them.
#[derive(Clone, Debug)]
pub struct UnitTexts<'a> {
    /// What the target was made from, where that is another text than today's and its words were
    /// kept.
    pub before: Option<String>,
    /// What the target renders, as it is now; of several blocks, each a paragraph.
    pub now: String,
    /// The target; empty where there is none.
    pub target: String,
    /// What changed from [`Self::before`] to [`Self::now`].
    pub diff: Option<Diff>,
    /// Of what classes that change is.
    pub changed: Option<Changed>,
    /// The parts of the target that the change probably concerns.
    pub probably: Vec<Range<usize>>,
    /// How the source came from what it was to what it is, where that is known.
    pub steps: Vec<&'a Step>,
    /// Whether the target, as it was made, was carried: nobody looked at it with its source.
    pub is_carried: bool,
}

impl<'a> UnitTexts<'a> {
    /// The texts of the unit that stands so.
    pub fn of(
        snapshot: &'a Snapshot,
        id: &ResourceId,
        resource: &Resource,
        locale: &Locale,
        status: &UnitStatus,
    ) -> Self {
        let source = status.given(resource);
        let target = resource.target_units(locale).get(status.target.clone()).unwrap_or_default();
        let ledger = &snapshot.ledger;
        let before = status.made_from.as_ref().and_then(|from| ledger.group_text(from));
        let now = joined(source);
        let compared =
            |before: &String| Diff::between(&tokenize(before, &[]), &tokenize(&now, &[]));
        let diff = before.as_ref().map(compared);
        let changed = Changed::of(snapshot, resource, status);
        let probably = match (&changed, status.freshness) {
            (Some(it), Freshness::Stale) => affected(&it.old, &it.new, &Passage::of(target)),
            _ => Vec::new(),
        };
        let steps = match (&status.made_from, group(source)) {
            (Some(from), Some(now)) => ledger.steps(id, status.key.as_ref(), from, &now),
            _ => Vec::new(),
        };
        let is_carried = is_carried(snapshot, id, resource, locale, status);
        let target = joined(target);
        Self { before, now, target, diff, changed, probably, steps, is_carried }
    }

    /// The parts of the target that the change probably concerns.
    pub fn guessed(&self) -> Vec<&str> {
        self.probably.iter().filter_map(|span| self.target.get(span.clone())).collect()
    }
}

/// The texts of neighbouring blocks as one, as people edit them: a paragraph each.
pub fn joined(units: &[Unit]) -> String {
    units.iter().map(|unit| unit.text.as_str()).collect::<Vec<_>>().join("\n\n")
}
