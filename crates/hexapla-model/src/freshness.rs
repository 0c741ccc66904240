//! What is computed of a translation.

use std::fmt;

/// How a translation stands to its source *today*. Always computed, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// Someone attested that this target renders this very source.
    Current,
    /// The target was made from an earlier source.
    Stale,
    /// There is no target, or only an unattested copy of the source.
    Missing,
    /// There is a target that nothing vouches for.
    Unverified,
    /// There is a target whose source is gone.
    Obsolete,
}

impl Freshness {
    /// Every freshness, in the order of reports.
    pub const ALL: [Self; 5] =
        [Self::Current, Self::Stale, Self::Missing, Self::Unverified, Self::Obsolete];

    /// The one that is further from current: of a translation made from another translation, the
    /// one that counts.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        let rank = |it: Self| match it {
            Self::Current => 0,
            Self::Stale => 1,
            Self::Unverified => 2,
            Self::Missing => 3,
            Self::Obsolete => 4,
        };
        if rank(other) > rank(self) { other } else { self }
    }

    /// The name used on screen and in every format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::Unverified => "unverified",
            Self::Obsolete => "obsolete",
        }
    }
}

impl fmt::Display for Freshness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
