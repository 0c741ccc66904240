//! What is told of a text that ships.

use std::sync::Arc;

use hexapla_model::{Freshness, Group, Locale, ResourceId, State, Timestamp};

use super::texts::Text;
use crate::assess::group;
use crate::snapshot::{Resource, Snapshot};

/// What ships of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitShipped {
    /// The resource and the unit's name, as in its address.
    pub address: Arc<str>,
    /// The language that its text is really in.
    pub language: Locale,
    /// How the text that ships stands to the source; a source text is current.
    pub freshness: Freshness,
    /// What people said of it; of a source text, `final`.
    pub state: State,
    /// When somebody first vouched for the text as made from its source; none of a source's text.
    pub made_at: Option<Timestamp>,
    /// When the source was first seen to have changed since the text was made.
    pub changed_at: Option<Timestamp>,
    /// How often the source has changed since, as far as is known; at least once where the text is
    /// stale.
    pub changes: usize,
    /// The first and last line that it takes in its file, from 1; none where a key says where it
    /// is.
    pub lines: Option<(usize, usize)>,
}

impl UnitShipped {
    /// What is told of a source's text.
    pub(super) fn source(address: Arc<str>, language: &Locale) -> Self {
        Self {
            address,
            language: language.clone(),
            freshness: Freshness::Current,
            state: State::Final,
            made_at: None,
            changed_at: None,
            changes: 0,
            lines: None,
        }
    }

    /// What is told of a translation in `language`.
    pub(super) fn target(
        address: Arc<str>,
        language: &Locale,
        text: &Text<'_>,
        origin: Origin,
    ) -> Self {
        Self {
            address,
            language: language.clone(),
            freshness: text.status.worst(),
            state: text.status.state,
            made_at: origin.made_at,
            changed_at: text.status.changed_since(),
            changes: origin.changes,
            lines: None,
        }
    }
}

/// What the ledger says of where a translation comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Origin {
    made_at: Option<Timestamp>,
    changes: usize,
}

impl Origin {
    /// That of a text in `locale`.
    pub(super) fn of(
        snapshot: &Snapshot,
        id: &ResourceId,
        resource: &Resource,
        locale: &Locale,
        text: &Text<'_>,
    ) -> Self {
        let (status, key) = (text.status, text.status.key.as_ref());
        let now = resource.source_units().get(status.source.clone()).and_then(group);
        let Some((now, there)) = now.zip(group(text.units)) else { return Self::default() };
        let claims = snapshot.ledger.claims(id, locale);
        let from = status.made_from.as_ref().unwrap_or(&now);
        let vouched = |source: &Group| {
            let claim = claims.find(key, source, &there)?;
            claim.attestations().map(|it| it.at).min()
        };
        let made_at =
            vouched(from).or_else(|| claims.sources_of(key, &there).filter_map(vouched).min());
        let is_stale = status.worst() == Freshness::Stale;
        let changes = || {
            if *from == now { 1 } else { snapshot.ledger.steps(id, key, from, &now).len().max(1) }
        };
        Self { made_at, changes: if is_stale { changes() } else { 0 } }
    }
}
