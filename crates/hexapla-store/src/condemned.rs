//! What nobody names and is about to be removed, as an object `condemned.json` at the root.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::name::Name;
use crate::patient::Patient;
use crate::store::{Outcome, Version};

/// The objects that a prune has marked, or is removing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Condemned {
    pub(crate) phase: Phase,
    /// When the phase began, in seconds since 1970.
    pub(crate) since: u64,
    pub(crate) names: BTreeSet<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Phase {
    /// Nothing is removed yet, and a publisher may take names off.
    Marked,
    /// They are being removed: no publisher may count on one of them.
    Sweeping,
}

impl Condemned {
    /// What is condemned now, and the state of the object that says so.
    pub(crate) fn read(desk: Patient<'_>) -> Result<Option<(Self, Version)>, Error> {
        let Some(found) = desk.get(&name()?)? else { return Ok(None) };
        let read = serde_json::from_slice(&found.bytes);
        let read = read.map_err(|error| Error::Refused {
            act: "read",
            name: "condemned.json".to_owned(),
            why: error.to_string(),
        })?;
        Ok(Some((read, found.version)))
    }

    /// Writes it over the state that was read, or where none was.
    pub(crate) fn write(
        &self,
        desk: Patient<'_>,
        read: Option<&Version>,
    ) -> Result<Outcome, Error> {
        let bytes = serde_json::to_vec(self).map_err(|error| Error::Caller(Box::new(error)))?;
        desk.swap(&name()?, &bytes, read)
    }

    /// Whether a sweep may begin: what was marked has been for the grace period, or who swept has
    /// stopped or died (it works for half of a lease at most).
    pub(crate) fn is_due(&self, desk: Patient<'_>) -> bool {
        let phase = match self.phase {
            Phase::Marked => desk.habits.grace,
            Phase::Sweeping => desk.habits.lease,
        };
        desk.world.now() >= self.since.saturating_add(phase.as_secs())
    }

    /// Says that nothing is condemned.
    pub(crate) fn clear(desk: Patient<'_>) -> Result<(), Error> {
        desk.remove(&name()?)
    }
}

/// Takes the names off that are about to be published; whether none is condemned from now on. The
/// next prune that marks them anew removes them a grace period later, when they are in use.
///
/// Where they are being removed at this moment there is nothing to do but wait.
pub(crate) fn rescue(desk: Patient<'_>, needed: &BTreeSet<String>) -> Result<bool, Error> {
    let Some((mut found, version)) = Condemned::read(desk)? else { return Ok(true) };
    if found.names.is_disjoint(needed) {
        return Ok(true);
    }
    if found.phase == Phase::Sweeping && !found.is_due(desk) {
        return Ok(false);
    }
    found.names.retain(|it| !needed.contains(it));
    Ok(found.write(desk, Some(&version))? == Outcome::Written)
}

/// Whether one of the names is condemned now.
pub(crate) fn any(desk: Patient<'_>, needed: &BTreeSet<String>) -> Result<bool, Error> {
    let found = Condemned::read(desk)?;
    Ok(found.is_some_and(|(found, _)| !found.names.is_disjoint(needed)))
}

fn name() -> Result<Name, Error> {
    Name::new("condemned.json")
}
