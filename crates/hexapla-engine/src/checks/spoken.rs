//! What the glossary says of a unit, for who translates or reads it.

use hexapla_checks::FILLED;
use hexapla_model::{Locale, Unit};
use hexapla_terms::{Entry, Matcher, spoken};

use super::terms::Words;
use super::words::is_words;
use crate::snapshot::Collection;

/// A concept of the glossary in a text, with what it is to be called in a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenTerm {
    /// The entry of the glossary.
    pub entry: Entry,
    /// The term as it stands in the text.
    pub found: String,
    /// The terms of the locale that may be used, the best first.
    pub permitted: Vec<String>,
    /// The terms of the locale that are not to be used.
    pub forbidden: Vec<String>,
    /// What translators into the locale should know, in a language that nobody told.
    pub note: Option<String>,
    /// Whether the target has a permitted term.
    pub is_used: bool,
}

impl SpokenTerm {
    fn new(entry: &Entry, locale: &Locale, found: &str) -> Self {
        let note = entry.target(locale).and_then(|it| it.note.clone());
        let (permitted, forbidden) = (Vec::new(), Vec::new());
        let (entry, found) = (entry.clone(), found.to_owned());
        Self { entry, found, permitted, forbidden, note, is_used: false }
    }

    fn with(self, [permitted, forbidden]: [Vec<&str>; 2], is_used: bool) -> Self {
        let owned = |all: Vec<&str>| all.into_iter().map(str::to_owned).collect();
        let (permitted, forbidden) = (owned(permitted), owned(forbidden));
        Self { permitted, forbidden, is_used, ..self }
    }
}

/// What units of a source speak of, in their order, and what that is to be called in `locale`, whose
/// target they have so far is `target`. Nothing where the project has no glossary.
pub fn spoken_terms(
    collection: &Collection,
    locale: &Locale,
    source: &[Unit],
    target: &[Unit],
) -> Vec<SpokenTerm> {
    let Some(glossary) = &collection.glossary else { return Vec::new() };
    let matcher = Matcher::new(glossary, collection.given_locale(locale), locale);
    spoken_by(&matcher, locale, source, target)
}

/// The same by a matcher of the glossary.
pub(super) fn spoken_by(
    matcher: &Matcher<'_>,
    locale: &Locale,
    source: &[Unit],
    target: &[Unit],
) -> Vec<SpokenTerm> {
    let (source, target) = (words(source), words(target));
    let found = spoken(&source, &target, matcher).into_iter();
    let one = |it: hexapla_terms::Spoken<'_>| {
        let found = source.get(it.span).unwrap_or_default();
        SpokenTerm::new(it.entry, locale, found).with([it.permitted, it.forbidden], it.is_used)
    };
    found.map(one).collect()
}

/// The term of the glossary that stands at a byte of a file, in a unit of a source, or of a target where
/// its locale is given.
pub fn term_at(
    collection: &Collection,
    target: Option<&Locale>,
    unit: &Unit,
    offset: usize,
) -> Option<SpokenTerm> {
    let glossary = collection.glossary.as_ref().filter(|_| is_words(unit))?;
    let (given, locale) = match target {
        Some(locale) => (collection.given_locale(locale), locale),
        None => (&collection.source_locale, &collection.source_locale),
    };
    let matcher = Matcher::new(glossary, given, locale);
    let words = Words::of(unit);
    let found = match target {
        Some(_) => matcher.find_in_target(&words.text),
        None => matcher.find(&words.text),
    };
    let stands = |it: &hexapla_terms::Match<'_>| {
        let Some(part) = words.place(Some(&it.span)) else { return false };
        let place = unit.place(&part);
        place.len() == part.len() && place.start <= offset && offset <= place.end
    };
    let it = found.into_iter().find(stands)?;
    let terms = match target {
        Some(_) => [matcher.permitted(it.entry), matcher.forbidden(it.entry)],
        None => [matcher.permitted_in_source(it.entry), matcher.forbidden_in_source(it.entry)],
    };
    let found = words.text.get(it.span).unwrap_or_default();
    Some(SpokenTerm::new(it.entry, locale, found).with(terms, it.kind.is_permitted()))
}

/// The words of units as one text: no term goes from one to another.
fn words(units: &[Unit]) -> String {
    let all = units.iter().filter(|it| is_words(it)).map(|it| Words::of(it).text);
    all.collect::<Vec<_>>().join(FILLED.encode_utf8(&mut [0; 4]))
}
