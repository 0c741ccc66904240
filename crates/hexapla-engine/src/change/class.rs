//! What kind of change a change is.

use std::fmt;

/// What kind of source change made a unit stale, from light to grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeClass {
    /// White space.
    Layout,
    /// Punctuation.
    Punctuation,
    /// Upper and lower case.
    Case,
    /// Emphasis, tags and other marks.
    Markup,
    /// Addresses of links and images.
    Link,
    /// Code, variables, references and functions.
    Placeable,
    /// Numbers, and whatever a telephone dials.
    Number,
    /// References to terms.
    Term,
    /// Words, and signs that are read as words.
    Wording,
}

impl ChangeClass {
    /// Every class, from light to grave.
    pub const ALL: [Self; 9] = [
        Self::Layout,
        Self::Punctuation,
        Self::Case,
        Self::Markup,
        Self::Link,
        Self::Placeable,
        Self::Number,
        Self::Term,
        Self::Wording,
    ];

    /// The name used on screen and in every format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Punctuation => "punctuation",
            Self::Case => "case",
            Self::Markup => "markup",
            Self::Link => "link",
            Self::Placeable => "placeable",
            Self::Number => "number",
            Self::Term => "term",
            Self::Wording => "wording",
        }
    }

    /// Whether it leaves everything that a text says as it was: words, numbers, code and addresses.
    pub fn is_small(self) -> bool {
        self < Self::Link
    }
}

impl fmt::Display for ChangeClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
