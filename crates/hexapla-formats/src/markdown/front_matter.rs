//! The fields at the top of a document.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase, Unit};

use super::lines::split;
use super::spelling::Spelling;
use crate::{Extracted, FieldRules, MergeError, fields};

/// In which language front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Yaml,
    Toml,
}

impl Language {
    /// The chosen fields of front matter; one that is absent is taken in another case.
    pub(super) fn extract(self, inner: &str, rules: &FieldRules) -> Extracted {
        let spelling = self.spelling(inner, rules);
        let mut found = match self {
            Self::Yaml => fields::extract_yaml(inner, &spelling.rules),
            Self::Toml => fields::extract_toml(inner, &spelling.rules),
        };
        spelling.name(&mut found);
        found
    }

    /// How front matter spells the chosen fields.
    pub(super) fn spelling<'a>(self, inner: &str, rules: &'a FieldRules) -> Spelling<'a> {
        Spelling::of(&self.names(inner), rules)
    }

    fn names(self, inner: &str) -> Vec<(String, Range<usize>)> {
        match self {
            Self::Yaml => fields::names_yaml(inner),
            Self::Toml => fields::names_toml(inner),
        }
    }
}

/// The front matter of a document: what stands between its fences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) language: Language,
    /// The bytes between the fences.
    pub(super) inner: Range<usize>,
    /// Where the document's body begins.
    pub(super) end: usize,
}

impl FrontMatter {
    /// Finds front matter: between a first line `---` (YAML) or `+++` (TOML) and the next such
    /// line.
    ///
    /// Where it is not closed there is none, and a diagnostic says so; the text is then read as
    /// body, so that nothing of it is out of sight.
    pub(super) fn find(text: &str) -> (Option<Self>, Option<Diagnostic>) {
        let start = body_start(text);
        let mut lines = split(&text[start..]);
        let first = lines.next().unwrap_or_default();
        let (fence, language) = match first.trim_end() {
            "---" => ("---", Language::Yaml),
            "+++" => ("+++", Language::Toml),
            _ => return (None, None),
        };
        let inner = start + first.len();
        let mut at = inner;
        for line in lines {
            if line.trim_end() == fence {
                let end = at + line.len();
                return (Some(Self { language, inner: inner..at, end }), None);
            }
            at += line.len();
        }
        if language == Language::Yaml && !looks_like_yaml(&text[inner..]) {
            // A thematic break.
            return (None, None);
        }
        let span = start..start + fence.len();
        let problem = Diagnostic::error(
            "front-matter-unclosed",
            span,
            Phrase::in_english("front matter is not closed"),
        )
        .with_hint(Phrase::in_english(format!("add a line `{fence}` behind its last field")));
        (None, Some(problem))
    }

    /// The chosen fields, with their places in the document.
    pub(super) fn extract(&self, text: &str, rules: &FieldRules) -> Extracted {
        let inner = &text[self.inner.clone()];
        let mut found = self.language.extract(inner, rules);
        let shift = |span: &mut Range<usize>| {
            *span = span.start + self.inner.start..span.end + self.inner.start;
        };
        found.units.iter_mut().for_each(|unit| shift(&mut unit.span));
        found.diagnostics.iter_mut().for_each(|problem| shift(&mut problem.span));
        found
    }

    /// The names of all fields, chosen or not, with their places in the document.
    pub(super) fn names(&self, text: &str) -> Vec<(String, Range<usize>)> {
        let inner = &text[self.inner.clone()];
        let mut names = self.language.names(inner);
        for (_, span) in &mut names {
            *span = span.start + self.inner.start..span.end + self.inner.start;
        }
        names
    }

    /// The bytes that replace a field of the document with the given text.
    pub(super) fn render(&self, text: &str, unit: &Unit, new: &str) -> Result<String, MergeError> {
        let start = self.inner.start;
        let span = unit.span.start.saturating_sub(start)..unit.span.end.saturating_sub(start);
        let local = Unit { span, ..unit.clone() };
        let inner = &text[self.inner.clone()];
        match self.language {
            Language::Yaml => fields::render_yaml(inner, &local, new),
            Language::Toml => fields::render_toml(inner, &local, new),
        }
    }
}

/// Where a document without front matter begins: behind a byte order mark.
pub(super) fn body_start(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Whether the first line that says something is a field.
fn looks_like_yaml(text: &str) -> bool {
    let name = |c: char| c.is_alphanumeric() || "_-.".contains(c);
    let says = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let line = split(text).find(says).unwrap_or_default();
    line.trim_start_matches(name).starts_with(':') && line.starts_with(name)
}
