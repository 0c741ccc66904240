//! Targets that are ready: what a change makes of a translation by itself.

use hexapla_formats::{Edit, extract, merge};
use hexapla_ledger::{Attestation, Claim, Origin};
use hexapla_model::{Freshness, Group, Locale, ResourceId, State};

use super::changed::Changed;
use super::class::ChangeClass;
use super::passage::Passage;
use super::patch::{Patch, patch};
use super::policy::ChangePolicy;
use crate::assess::{UnitStatus, group};
use crate::snapshot::{Resource, Snapshot};

/// The target that a unit would have after a mechanical change of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What changed.
    pub class: ChangeClass,
    /// What the workflow says: carry or propose.
    pub policy: ChangePolicy,
    /// The new text; none where the target is right as it is.
    pub text: Option<String>,
    /// The state it is carried with: the one it had, without approvals of several people.
    pub state: State,
}

/// What the source's change makes of a stale unit's target by itself, where the workflow does not
/// leave it to a person; where it is not sure that the two belong together, it is only proposed. The
/// target is never one that somebody doubts, and its file can hold it.
pub fn ready(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> Option<Ready> {
    if status.freshness != Freshness::Stale || status.inherited.is_some() {
        return None;
    }
    let changed = Changed::of(snapshot, resource, status)?;
    let workflow = &resource.collection.workflow;
    let address = crate::address::address(id, resource, locale, status);
    let unsure = (!status.is_sure()).then_some(ChangePolicy::Propose);
    let policies = changed.classes.iter().map(|class| workflow.policy(*class, &address));
    let policies = policies.chain(unsure);
    let policy = policies.max().filter(|policy| *policy < ChangePolicy::Review)?;
    let class = changed.class();
    let target = resource.target_units(locale).get(status.target.clone())?;
    let text = match class.is_small() {
        true => None,
        false => match patch(&changed.old, &changed.new, &Passage::of(target))? {
            Patch::Changed(text) => Some(text),
            Patch::Applied => None,
            Patch::Added => return None,
        },
    };
    let becomes = match &text {
        Some(text) => becomes(resource, locale, status, text)?,
        None => group(target)?,
    };
    let ready = Ready { class, policy, text, state: workflow.carried(status.state) };
    (!is_doubted(snapshot, id, resource, locale, status, &becomes)).then_some(ready)
}

/// What the target is with a new text in its file; nothing where the file cannot hold it.
fn becomes(resource: &Resource, locale: &Locale, status: &UnitStatus, text: &str) -> Option<Group> {
    let (collection, document) = (&resource.collection, resource.targets.get(locale)?);
    let edit = Edit { index: status.target.start, text: text.to_owned() };
    let bytes = merge(collection.format, &document.bytes, &[edit], &collection.rules).ok()?;
    let units = extract(collection.format, &bytes, &collection.rules).units;
    group(units.get(status.target.clone())?)
}

/// Whether somebody doubts the translation as it was made, or as it would be.
fn is_doubted(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
    becomes: &Group,
) -> bool {
    let claims = snapshot.ledger.claims(id, locale);
    let key = status.key.as_ref();
    let (Some(from), Some(now), Some(there)) = (
        &status.made_from,
        group(status.given(resource)),
        group(resource.target_units(locale).get(status.target.clone()).unwrap_or_default()),
    ) else {
        return true;
    };
    let each = from.members().iter().zip(there.members());
    let mut pairs: Vec<(Group, Group)> =
        each.map(|(from, there)| ((*from).into(), (*there).into())).collect();
    pairs.extend([(from.clone(), there.clone()), (now.clone(), there), (now, becomes.clone())]);
    let doubt = |claim: &Claim| claim.open_doubts().next().is_some();
    pairs.iter().any(|(source, target)| claims.find(key, source, target).is_some_and(doubt))
}

/// Whether the unit's target, made from what it was made from, was only ever carried there: no
/// person looked at the two together.
pub fn is_carried(
    snapshot: &Snapshot,
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> bool {
    let source = match status.freshness {
        Freshness::Current => group(status.given(resource)),
        Freshness::Stale => status.made_from.clone(),
        _ => None,
    };
    let target = resource.target_units(locale).get(status.target.clone()).and_then(group);
    let (Some(source), Some(target)) = (source, target) else { return false };
    let claims = snapshot.ledger.claims(id, locale);
    let Some(claim) = claims.find(status.key.as_ref(), &source, &target) else { return false };
    let carried = |it: &Attestation| it.origin == Origin::Carried;
    claim.attestations().next().is_some() && claim.attestations().all(carried)
}
