//! What certainly mends targets.

use hexapla_checks::{Profiles, fix};
use hexapla_ledger::Origin;
use hexapla_model::{Diagnostic, Freshness, Locale, Phrase, ResourceId, State};

use super::tuning::Used;
use super::words::{Depth, Usage};
use super::{Place, named};
use crate::assess::UnitStatus;
use crate::decide::{Decision, Item};
use crate::snapshot::{Resource, Snapshot};
use crate::status::Status;

/// A target that is mended by rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Mending {
    /// The unit, and its new text.
    pub item: Item,
    /// The checks whose findings it mends.
    pub checks: Vec<&'static str>,
}

/// What certainly mends targets of `wanted` units that are current or unverified, by resource, locale
/// and place. A current one keeps its state, of which is recorded that a rule carried it; a critical
/// one is left to people.
pub fn mendings(
    snapshot: &Snapshot,
    status: &Status,
    wanted: impl Fn(&ResourceId, &Locale, &UnitStatus) -> bool,
) -> Vec<Mending> {
    let usage = Usage::of(snapshot.resources.values(), Depth::All);
    let mut found = Vec::new();
    for (id, locale, unit) in status.units() {
        let Some(resource) = snapshot.resources.get(id) else { continue };
        if wanted(id, locale, unit) && !resource.collection.is_critical() {
            found.extend(mending(&usage, (id, resource, locale), unit));
        }
    }
    found
}

fn mending(
    usage: &Usage,
    (id, resource, locale): (&ResourceId, &Resource, &Locale),
    status: &UnitStatus,
) -> Option<Mending> {
    let targets = resource.target_units(locale).get(status.target.clone())?;
    let ([source], [target]) = (status.given(resource), targets) else { return None };
    let decision: fn(String, State) -> Decision = match status.freshness {
        _ if status.inherited.is_some() => return None,
        Freshness::Current => {
            |text, state| Decision::Accept { text: Some(text), state, origin: Origin::Carried }
        }
        Freshness::Unverified => |text, _| Decision::Write { text },
        _ => return None,
    };
    let given = usage.profile(resource.collection.given_locale(locale))?;
    let fixed = fix(source, target, Profiles { source: given, target: usage.profile(locale)? })?;
    let document = resource.targets.get(locale)?;
    let place = Place { id, locale: Some(locale), document };
    let root = resource.source_units().get(status.source.start);
    let named = Some(named(target, root.unwrap_or(source)));
    let root = root.map(|unit| (status.source.start, unit));
    let is_meant = |check: &&'static str| {
        let finding =
            place.finding(named, Diagnostic::warning(check, 0..0, Phrase::in_english("")));
        Used::default().judge(&resource.collection.tuning, root, finding).is_none()
    };
    if fixed.checks.iter().any(is_meant) {
        return None;
    }
    let item = Item {
        resource: id.clone(),
        locale: locale.clone(),
        status: status.clone(),
        decision: decision(fixed.text, status.state),
    };
    Some(Mending { item, checks: fixed.checks })
}
