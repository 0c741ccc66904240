//! What a glossary says of a wording.

use std::fmt;

/// What a glossary says of one wording of a concept, by the picklist of TBX's
/// `administrativeStatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// To be used.
    Preferred,
    /// May be used.
    Admitted,
    /// Not to be used.
    Forbidden,
}

impl Status {
    /// The name used on screen and in `glossary.toml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Admitted => "admitted",
            Self::Forbidden => "forbidden",
        }
    }

    /// Whether the wording may be used.
    pub fn is_permitted(self) -> bool {
        self != Self::Forbidden
    }

    /// The value of `administrativeStatus` in TBX.
    pub(crate) fn as_tbx(self) -> &'static str {
        match self {
            Self::Preferred => "preferredTerm-admn-sts",
            Self::Admitted => "admittedTerm-admn-sts",
            Self::Forbidden => "deprecatedTerm-admn-sts",
        }
    }

    /// The status that a value of `administrativeStatus` means. Tools leave out the end
    /// `-admn-sts`, or `Term` too; a superseded term is not to be used any more.
    pub(crate) fn of_tbx(value: &str) -> Option<Self> {
        let value = value.trim();
        let value = value.strip_suffix("-admn-sts").unwrap_or(value);
        match value.strip_suffix("Term").unwrap_or(value) {
            "preferred" => Some(Self::Preferred),
            "admitted" => Some(Self::Admitted),
            "deprecated" | "superseded" | "forbidden" => Some(Self::Forbidden),
            _ => None,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
