//! Terms of one locale, and where they stand.

use std::ops::Range;

use hexapla_model::Locale;

use crate::language::Language;
use crate::reading::Reading;
use crate::token::Token;
use crate::trie::{Found, Trie};
use crate::{Entry, Glossary, Status, Target};

/// The terms of one locale.
pub(crate) struct Side {
    locale: Locale,
    /// Whether they are the entries' own terms.
    is_own: bool,
    pub(crate) language: Language,
    trie: Trie,
}

/// A place in a text where terms stand.
pub(crate) struct Place {
    pub(crate) span: Range<usize>,
    /// The places of their entries in the glossary, with what is said of the terms.
    pub(crate) terms: Vec<(usize, Status)>,
}

impl Side {
    /// The terms that a glossary has in a locale: its entries' own, or those among their targets.
    pub(crate) fn new(glossary: &Glossary, locale: &Locale, is_own: bool) -> Self {
        let mut side = Self {
            locale: locale.clone(),
            is_own,
            language: Language::of(locale),
            trie: Trie::default(),
        };
        for (at, entry) in glossary.entries().iter().enumerate() {
            for (status, term) in side.terms(entry) {
                side.trie.add(term, &side.language, (at, status), entry.case_sensitive);
            }
        }
        side
    }

    /// The terms of an entry.
    pub(crate) fn terms<'g>(&self, entry: &'g Entry) -> Vec<(Status, &'g str)> {
        if self.is_own {
            return entry.source_terms().collect();
        }
        entry.target(&self.locale).into_iter().flat_map(Target::terms).collect()
    }

    /// The terms of an entry that may be used.
    pub(crate) fn permitted<'g>(&self, entry: &'g Entry) -> Vec<&'g str> {
        self.judged(entry, true)
    }

    /// The terms of an entry that are not to be used.
    pub(crate) fn forbidden<'g>(&self, entry: &'g Entry) -> Vec<&'g str> {
        self.judged(entry, false)
    }

    fn judged<'g>(&self, entry: &'g Entry, is_permitted: bool) -> Vec<&'g str> {
        let all = self.terms(entry).into_iter();
        all.filter(|(it, _)| it.is_permitted() == is_permitted).map(|(_, term)| term).collect()
    }

    /// Where terms stand in a text.
    pub(crate) fn places(&self, text: &str) -> Vec<Place> {
        let reading = Reading::new(text, &self.language, &self.trie);
        let found = self.trie.find(&reading);
        found.into_iter().map(|it| place(&it, &reading.tokens)).collect()
    }
}

fn place(found: &Found<'_>, tokens: &[Token]) -> Place {
    let (first, last) = (&tokens[found.tokens.start], &tokens[found.tokens.end - 1]);
    let mut terms: Vec<_> = found.leaves.iter().map(|it| (it.entry, it.status)).collect();
    // Two terms of an entry may have one stem; the better one counts.
    terms.dedup_by_key(|(entry, _)| *entry);
    Place { span: first.span.start..last.span.end, terms }
}
