//! What a text does against the glossary.

use std::ops::Range;

use hexapla_model::{Phrase, PhraseValue, Severity, phrase};

use crate::Entry;

/// The checks of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermCheck {
    /// A term stands in the source, and none that renders it in the target.
    Missing,
    /// A forbidden term stands in the text.
    Forbidden,
}

impl TermCheck {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Missing, Self::Forbidden];

    /// The name used on screen, in configs and in every format.
    pub fn id(self) -> &'static str {
        match self {
            Self::Missing => "term-missing",
            Self::Forbidden => "term-forbidden",
        }
    }

    /// How bad what it finds is: a glossary knows words, not what a sentence needs.
    pub fn severity(self) -> Severity {
        Severity::Warning
    }
}

/// Something that a text does against the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermFinding<'g> {
    /// Which check found it.
    pub check: TermCheck,
    /// The entry that it is about.
    pub entry: &'g Entry,
    /// The forbidden words as they stand in the text, or the term that is missing a rendering as it
    /// stands in the source.
    pub text: String,
    /// The bytes of the source where the concept stands first.
    pub source: Option<Range<usize>>,
    /// The bytes of the target where a forbidden term stands.
    pub target: Option<Range<usize>>,
    /// The terms that may be used, the best first.
    pub instead: Vec<&'g str>,
}

impl TermFinding<'_> {
    /// What was found and what was expected: a lowercase fragment with no full stop.
    pub fn message(&self) -> Phrase {
        let (term, text) = (&self.entry.term, &self.text);
        match self.check {
            TermCheck::Missing => {
                phrase!("expected {terms} for `{text}`", terms = self.choice(), text)
            }
            TermCheck::Forbidden => {
                phrase!("`{text}` is not to be used for `{term}`", text, term)
            }
        }
    }

    /// The next step.
    pub fn hint(&self) -> Phrase {
        match self.check {
            TermCheck::Missing => {
                phrase!("use the term, or add what stands there to the glossary as admitted")
            }
            TermCheck::Forbidden if self.instead.is_empty() => phrase!("use another word"),
            TermCheck::Forbidden => phrase!("write {terms}", terms = self.choice()),
        }
    }

    /// The first terms that may be used, as in: `a`, `b` or `c`.
    fn choice(&self) -> PhraseValue {
        let quoted: Vec<String> = self.instead.iter().take(3).map(|it| format!("`{it}`")).collect();
        match quoted.split_last() {
            Some((last, [])) => last.into(),
            Some((last, others)) => {
                phrase!("{others} or {last}", others = others.join(", "), last).into()
            }
            None => "".into(),
        }
    }
}
