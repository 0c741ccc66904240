//! Styles by label.

use anstyle::{AnsiColor, Effects};
use hexapla_model::Freshness;

/// What a piece of text is, from which its colour follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Nothing special.
    Plain,
    /// The head of something.
    Heading,
    /// Less important than the rest.
    Faint,
    /// All is well.
    Good,
    /// Needs someone.
    Stale,
    /// Is not there.
    Missing,
    /// Nobody vouches for it.
    Unverified,
    /// An error.
    Error,
    /// Text that is gone.
    Deleted,
    /// Text that is new.
    Inserted,
}

impl Style {
    /// The style of units of this freshness.
    pub(crate) fn of(freshness: Freshness) -> Self {
        match freshness {
            Freshness::Current => Self::Good,
            Freshness::Stale => Self::Stale,
            Freshness::Missing => Self::Missing,
            Freshness::Unverified => Self::Unverified,
            Freshness::Obsolete => Self::Faint,
        }
    }

    fn ansi(self) -> anstyle::Style {
        let colour = |colour: AnsiColor| anstyle::Style::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => anstyle::Style::new(),
            Self::Heading => anstyle::Style::new().effects(Effects::BOLD),
            Self::Faint => anstyle::Style::new().effects(Effects::DIMMED),
            Self::Good | Self::Inserted => colour(AnsiColor::Green),
            Self::Stale => colour(AnsiColor::Yellow),
            Self::Missing | Self::Deleted => colour(AnsiColor::Red),
            Self::Unverified => colour(AnsiColor::Magenta),
            Self::Error => colour(AnsiColor::Red).effects(Effects::BOLD),
        }
    }
}

/// The text in its style.
pub(crate) fn paint(style: Style, text: &str) -> String {
    if text.is_empty() || style == Style::Plain {
        return text.to_owned();
    }
    let ansi = style.ansi();
    format!("{ansi}{text}{ansi:#}")
}
