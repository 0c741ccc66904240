//! Finding terms in texts.

use std::collections::HashSet;
use std::ops::Range;

use hexapla_model::Locale;

use crate::presence::Presence;
use crate::side::{Place, Side};
use crate::{Entry, Glossary, Status};

/// Finds the terms of a glossary in texts of one source and one target locale.
///
/// A term is found by the stems of its words, whatever stands between them of spaces and hyphens.
/// Of several that begin at one place the longest is taken, and none lies over another. Time is
/// linear in the text: each word is looked at once, and from each on at most as many as the longest
/// term has.
pub struct Matcher<'g> {
    pub(crate) glossary: &'g Glossary,
    source: Side,
    target: Side,
    pub(crate) presence: Presence,
}

/// A term of a glossary in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'g> {
    /// The entry of the term.
    pub entry: &'g Entry,
    /// The bytes of the text, on boundaries of characters.
    pub span: Range<usize>,
    /// What the glossary says of the term that stands there.
    pub kind: Status,
}

impl<'g> Matcher<'g> {
    /// Makes ready for texts of `source` and their translations into `target`.
    ///
    /// A source of the language of the glossary's own terms has these; one of another language has
    /// what stands among the targets. A target locale without terms of its own has those of the
    /// nearest that it is a part of, and otherwise none.
    pub fn new(glossary: &'g Glossary, source: &Locale, target: &Locale) -> Self {
        let own = source.same_language(glossary.source());
        // The own terms are a target where the source is in another language.
        let back = !own && target.same_language(glossary.source());
        let source = Side::new(glossary, source, own);
        let target = Side::new(glossary, target, back);
        let terms = glossary.entries().iter().map(|it| target.terms(it));
        let presence = Presence::new(terms, &target.language);
        Self { glossary, source, target, presence }
    }

    /// The terms in a source text, from left to right. Homographs stand at one place, in the order of
    /// their entries.
    pub fn find(&self, text: &str) -> Vec<Match<'g>> {
        self.matches(self.source.places(text))
    }

    /// The terms in a text of the target locale, in the same way.
    pub fn find_in_target(&self, text: &str) -> Vec<Match<'g>> {
        self.matches(self.target.places(text))
    }

    pub(crate) fn source_places(&self, text: &str) -> Vec<Place> {
        self.source.places(text)
    }

    pub(crate) fn target_places(&self, text: &str) -> Vec<Place> {
        self.target.places(text)
    }

    /// The terms of the target locale that may be used for an entry.
    pub fn permitted(&self, entry: &'g Entry) -> Vec<&'g str> {
        self.target.permitted(entry)
    }

    /// The terms of the target locale that are not to be used for an entry.
    pub fn forbidden(&self, entry: &'g Entry) -> Vec<&'g str> {
        self.target.forbidden(entry)
    }

    /// The terms of the source locale that may be used for an entry.
    pub fn permitted_in_source(&self, entry: &'g Entry) -> Vec<&'g str> {
        self.source.permitted(entry)
    }

    /// The terms of the source locale that are not to be used for an entry.
    pub fn forbidden_in_source(&self, entry: &'g Entry) -> Vec<&'g str> {
        self.source.forbidden(entry)
    }

    /// The parts of terms that stand in a text of the target locale.
    pub(crate) fn parts(&self, text: &str) -> HashSet<u32> {
        self.presence.within(&self.target.language.loose(text))
    }

    fn matches(&self, places: Vec<Place>) -> Vec<Match<'g>> {
        let entries = self.glossary.entries();
        let of = |it: Place| {
            it.terms.into_iter().map(move |(entry, kind)| Match {
                entry: &entries[entry],
                span: it.span.clone(),
                kind,
            })
        };
        places.into_iter().flat_map(of).collect()
    }
}
