//! What changed in the source of a unit.

use std::collections::BTreeSet;

use hexapla_model::{Unit, UnitKind};

use super::class::ChangeClass;
use super::classify::classes;
use super::passage::Passage;
use crate::assess::{UnitStatus, group};
use crate::snapshot::{Resource, Snapshot};

/// What changed in the source of a unit since its target was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The source that the target was made from.
    pub old: Passage,
    /// The source now.
    pub new: Passage,
    /// Every class that the change is of, at least one.
    pub classes: BTreeSet<ChangeClass>,
}

impl Changed {
    /// What changed, where the words that the target was made from were kept; nothing where they
    /// are those of today.
    pub fn of(snapshot: &Snapshot, resource: &Resource, status: &UnitStatus) -> Option<Self> {
        let from = status.made_from.as_ref()?;
        let units = status.given(resource);
        if group(units).as_ref() == Some(from) || units.iter().any(|it| it.kind == UnitKind::Asset)
        {
            return None;
        }
        let (old, faithful) = Passage::kept(resource, &snapshot.ledger, from, units)?;
        let new = Passage::of(units);
        let mut classes = classes(&old, &new);
        if !faithful || classes.is_empty() {
            classes.insert(unseen(units));
        }
        Some(Self { old, new, classes })
    }

    /// The gravest class.
    pub fn class(&self) -> ChangeClass {
        self.classes.iter().max().copied().unwrap_or(ChangeClass::Wording)
    }
}

/// The class of a change that the words do not show: the address behind a reference, or what a
/// block is marked as.
fn unseen(units: &[Unit]) -> ChangeClass {
    let refers = |unit: &Unit| unit.kind != UnitKind::CodeBlock && unit.text.contains('[');
    if units.iter().any(refers) { ChangeClass::Link } else { ChangeClass::Markup }
}
