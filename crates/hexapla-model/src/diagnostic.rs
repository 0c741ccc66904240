//! Anything found in a text that a person should know.

use std::fmt;
use std::ops::Range;

use crate::Phrase;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably a mistake.
    Warning,
    /// Must not be shipped.
    Error,
}

impl Severity {
    /// The name used on screen and in every format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Something found in a file, with its place and, where there is one, the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name for the kind of finding, such as `fluent-junk`.
    pub id: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The bytes of the file that it is about.
    pub span: Range<usize>,
    /// What was found and what was expected: a lowercase fragment with no full stop.
    pub message: Phrase,
    /// The next step.
    pub hint: Option<Phrase>,
}

impl Diagnostic {
    /// An error named `id` about `span`.
    pub fn error(id: &'static str, span: Range<usize>, message: Phrase) -> Self {
        Self { id, severity: Severity::Error, span, message, hint: None }
    }

    /// A warning named `id` about `span`.
    pub fn warning(id: &'static str, span: Range<usize>, message: Phrase) -> Self {
        Self { severity: Severity::Warning, ..Self::error(id, span, message) }
    }

    /// The same with a next step.
    #[must_use]
    pub fn with_hint(self, hint: Phrase) -> Self {
        Self { hint: Some(hint), ..self }
    }
}
