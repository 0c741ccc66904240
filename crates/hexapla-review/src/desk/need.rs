//! Why a unit waits for somebody.

use hexapla_engine::UnitStatus;
use hexapla_model::{Freshness, State};

/// Why a unit waits for somebody, from most to least harmful: a stale text says what is no longer
/// true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Need {
    /// Made from a source that has changed.
    Stale,
    /// In another order than its source.
    Moved,
    /// Nobody vouches for it as it is.
    Unverified,
    /// Not translated.
    Missing,
    /// True to its source, and in a lower state than is asked for: a reviewer or a second person has yet to
    /// see it.
    Review,
}

impl Need {
    /// Every need, from most to least harmful.
    pub(crate) const ALL: [Self; 5] =
        [Self::Stale, Self::Moved, Self::Unverified, Self::Missing, Self::Review];

    /// Why the unit waits for somebody, where the state `least` is asked for
    /// ([`awaited_state`](hexapla_engine::Workflow::awaited_state)); nothing where it is settled, is taken from
    /// another locale, or has no source any more.
    pub(crate) fn of(status: &UnitStatus, least: Option<State>) -> Option<Self> {
        let is_low = || least.is_some_and(|least| status.state < least);
        if status.inherited.is_some() {
            return None;
        }
        match status.worst() {
            Freshness::Stale => Some(Self::Stale),
            Freshness::Unverified => Some(Self::Unverified),
            Freshness::Missing => Some(Self::Missing),
            Freshness::Current if !status.follows_order() => Some(Self::Moved),
            Freshness::Current if is_low() => Some(Self::Review),
            Freshness::Current | Freshness::Obsolete => None,
        }
    }

    /// The name in addresses and JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Moved => "moved",
            Self::Unverified => "unverified",
            Self::Missing => "missing",
            Self::Review => "review",
        }
    }

    /// The sign in the margin: the obelus and the asteriskos of the first Hexapla, which marked what
    /// the texts beside did not have in common.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Stale => "÷",
            Self::Moved => "↕",
            Self::Unverified => "?",
            Self::Missing => "※",
            Self::Review => "◐",
        }
    }
}
