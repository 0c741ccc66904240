//! What kind of change made units stale, told once for all locales.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use hexapla_engine::change::{ChangeClass, Changed, effort};
use hexapla_engine::{UnitStatus, group};
use hexapla_model::{Group, ResourceId};
use hexapla_workspace::Look;

/// What a change is to somebody who has to follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) class: ChangeClass,
    /// The words that have to be read again.
    pub(crate) to_read: usize,
}

/// The kinds of the changes that one look at a project meets. Most locales are made from the same
/// source, and to compare that with the present one takes longer than all else.
#[derive(Debug, Default)]
pub(crate) struct Kinds(Mutex<HashMap<(ResourceId, Group, Group), Kind>>);

impl Kinds {
    /// That of what changed since a unit was translated; nothing where nothing did, or where it is not known.
    pub(crate) fn of(&self, look: &Look<'_>, status: &UnitStatus) -> Option<Kind> {
        let (from, now) = (status.made_from.clone()?, group(status.given(look.resource))?);
        let key = (look.id.clone(), from, now);
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
        if known.is_some() {
            return known;
        }
        let changed = Changed::of(look.snapshot, look.resource, status)?;
        let to_read = effort(&changed.old, &changed.new);
        let kind = Kind { class: changed.class(), to_read };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, kind);
        Some(kind)
    }
}
