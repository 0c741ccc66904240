//! A concept and its wordings.

use std::collections::BTreeMap;

use hexapla_model::Locale;

use crate::{PartOfSpeech, Status};

/// A concept: what it is called in the source locale, what that means, and what it is called
/// elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its name within the glossary: a letter, then letters, digits, `-` and `_`, all of ASCII.
    pub id: String,
    /// The preferred term in the source locale.
    pub term: String,
    /// Other terms that may stand for it in sources.
    pub admitted: Vec<String>,
    /// Terms that are not to stand for it in sources.
    pub forbidden: Vec<String>,
    /// What it means.
    pub definition: Option<String>,
    /// What kind of word the term is.
    pub part_of_speech: Option<PartOfSpeech>,
    /// The subject field it belongs to.
    pub domain: Option<String>,
    /// What translators should know.
    pub note: Option<String>,
    /// Whether capitals are a part of its terms, as in a name that is an everyday word too.
    pub case_sensitive: bool,
    /// Its terms in other locales.
    pub targets: BTreeMap<Locale, Target>,
}

/// The terms of a concept in one locale, at least one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// Terms to be used, the best first.
    pub preferred: Vec<String>,
    /// Terms that may be used.
    pub admitted: Vec<String>,
    /// Terms not to be used.
    pub forbidden: Vec<String>,
    /// What translators into this locale should know.
    pub note: Option<String>,
}

impl Entry {
    /// The terms of the source locale with what is said of them, the preferred one first.
    pub fn source_terms(&self) -> impl Iterator<Item = (Status, &str)> {
        let preferred = std::iter::once((Status::Preferred, self.term.as_str()));
        preferred
            .chain(with(Status::Admitted, &self.admitted))
            .chain(with(Status::Forbidden, &self.forbidden))
    }

    /// The target of a locale, or else that of the nearest locale it is a part of: for `es-MX` that
    /// of `es`.
    pub fn target(&self, locale: &Locale) -> Option<&Target> {
        let mut tags = std::iter::successors(Some(locale.clone()), Locale::truncated);
        tags.find_map(|tag| self.targets.get(&tag))
    }
}

impl Target {
    /// All terms with what is said of them, the preferred ones first.
    pub fn terms(&self) -> impl Iterator<Item = (Status, &str)> {
        with(Status::Preferred, &self.preferred)
            .chain(with(Status::Admitted, &self.admitted))
            .chain(with(Status::Forbidden, &self.forbidden))
    }

    /// The terms that may be used.
    pub fn permitted(&self) -> impl Iterator<Item = &str> {
        self.preferred.iter().chain(&self.admitted).map(String::as_str)
    }
}

fn with(status: Status, terms: &[String]) -> impl Iterator<Item = (Status, &str)> {
    terms.iter().map(move |term| (status, term.as_str()))
}
