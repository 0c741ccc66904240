//! What a check finds, before it is told.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase, Severity, Unit};

use crate::check::Check;

/// A replacement of a part of a unit's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Replacement {
    /// The place in the unit's text, in bytes.
    pub(crate) span: Range<usize>,
    pub(crate) text: String,
}

/// What a check finds.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) check: &'static Check,
    severity: Severity,
    /// The place in the unit's text; none where it is about the whole.
    span: Option<Range<usize>>,
    message: Phrase,
    hint: Phrase,
    /// What certainly mends it.
    pub(crate) fix: Option<Replacement>,
}

impl Found {
    /// Something about a part of a unit's text, or about the whole.
    pub(crate) fn new(
        check: &'static Check,
        span: Option<Range<usize>>,
        message: Phrase,
        hint: Phrase,
    ) -> Self {
        Self { check, severity: check.severity, span, message, hint, fix: None }
    }

    /// The same, as a note.
    pub(crate) fn note(self) -> Self {
        Self { severity: Severity::Note, ..self }
    }

    /// The same, as a warning.
    pub(crate) fn warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// The same, with what mends it, where that has a place.
    pub(crate) fn mended(self, span: Option<Range<usize>>, text: impl Into<String>) -> Self {
        let fix = span.map(|span| Replacement { span, text: text.into() });
        Self { fix, ..self }
    }

    /// What a person is told of it.
    pub(crate) fn diagnostic(self, unit: &Unit) -> Diagnostic {
        Diagnostic {
            id: self.check.id,
            severity: self.severity,
            span: self.span.map_or_else(|| unit.span.clone(), |part| unit.place(&part)),
            message: self.message,
            hint: Some(self.hint),
        }
    }
}

/// A character in a message, by its number: `\u{202e}`.
pub(crate) fn spelt(c: char) -> String {
    format!("\\u{{{:x}}}", u32::from(c))
}

/// A text in a message: short, and with what nobody sees spelt out.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == LONGEST {
            shown.push('…');
            break;
        }
        match c {
            '\u{a0}' | '\u{202f}' => shown.push(' '),
            c if c.is_control() || crate::traits::is_invisible(c) => {
                shown.push_str(&spelt(c));
            }
            c => shown.push(c),
        }
    }
    shown
}
