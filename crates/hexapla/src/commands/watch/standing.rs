//! How a unit stands, in one word.

use hexapla_engine::UnitStatus;
use hexapla_model::Freshness;

use crate::ui::Style;

/// How a unit stands, as `status` counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Standing {
    Is(Freshness),
    OutOfOrder,
    /// Neither its source nor its target is there any more.
    Gone,
}

impl Standing {
    pub(super) fn of(status: &UnitStatus) -> Self {
        match status.worst() {
            Freshness::Current if !status.follows_order() => Self::OutOfOrder,
            freshness => Self::Is(freshness),
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Is(freshness) => freshness.as_str(),
            Self::OutOfOrder => "out-of-order",
            Self::Gone => "gone",
        }
    }

    pub(super) fn style(self) -> Style {
        match self {
            Self::Is(freshness) => Style::of(freshness),
            Self::OutOfOrder => Style::Stale,
            Self::Gone => Style::Faint,
        }
    }
}
