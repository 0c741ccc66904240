//! What can be concluded from a change set in which people edited source and target together.

use std::collections::HashSet;

use hexapla_model::{Fingerprint, Freshness, Group, Locale, ResourceId, Unit, UnitKey};

use crate::assess::{UnitStatus, group};
use crate::snapshot::Snapshot;
use crate::status::Status;

/// A pair of texts that were edited together, so that the target most probably renders the source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inferred {
    /// The resource.
    pub resource: ResourceId,
    /// The locale of the target.
    pub locale: Locale,
    /// The unit's key, where its format gives it one.
    pub key: Option<UnitKey>,
    /// The new source.
    pub source: Group,
    /// The new target.
    pub target: Group,
    /// Whether it is sure that these two belong together.
    pub is_sure: bool,
}

/// The units of `after` that nobody vouches for and whose source and target are both other than in
/// `before`. Where somebody has said that a translation needs another look, nothing is concluded.
pub fn infer(before: &Snapshot, after: (&Snapshot, &Status)) -> Vec<Inferred> {
    let mut inferred = Vec::new();
    for (id, locales) in &after.1.resources {
        let Some(resource) = after.0.resources.get(id) else { continue };
        let former = before.resources.get(id);
        for (locale, statuses) in locales {
            let sources = Texts::of(former.map_or(&[][..], |it| it.given_units(locale)));
            let targets = Texts::of(former.map_or(&[][..], |it| it.target_units(locale)));
            let found = statuses.iter().filter(|it| is_open(it)).filter_map(|status| {
                let source = status.given(resource);
                let target = resource.target_units(locale).get(status.target.clone())?;
                let both_new = sources.are_new(source) && targets.are_new(target);
                both_new.then_some(Inferred {
                    resource: id.clone(),
                    locale: locale.clone(),
                    key: status.key.clone(),
                    source: group(source)?,
                    target: group(target)?,
                    is_sure: status.is_sure(),
                })
            });
            inferred.extend(found);
        }
    }
    inferred
}

fn is_open(status: &UnitStatus) -> bool {
    matches!(status.freshness, Freshness::Stale | Freshness::Unverified)
        && !status.doubted
        && status.inherited.is_none()
}

/// Texts that stood in a file, by key.
struct Texts<'a>(HashSet<(Option<&'a UnitKey>, Fingerprint)>);

impl<'a> Texts<'a> {
    fn of(units: &'a [Unit]) -> Self {
        Self(units.iter().map(|unit| (unit.key.as_ref(), unit.fingerprint)).collect())
    }

    /// Whether some of the units stood there not; a block that was split keeps a part.
    fn are_new(&self, units: &[Unit]) -> bool {
        units.iter().any(|unit| !self.0.contains(&(unit.key.as_ref(), unit.fingerprint)))
    }
}
