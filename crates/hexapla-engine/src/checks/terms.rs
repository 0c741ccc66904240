//! Whether texts keep to the project's glossary.

use std::collections::BTreeMap;
use std::ops::Range;

use hexapla_checks::{FILLED, TextRun, texts};
use hexapla_model::{Diagnostic, Freshness, Locale, Severity, Unit};
use hexapla_terms::{Matcher, TermFinding, check, check_source};

use super::spoken::{SpokenTerm, spoken_by};
use super::words::is_words;
use crate::snapshot::{Collection, Resource};

/// What the glossary says in each pair of locales that something is translated between.
#[derive(Default)]
pub(super) struct Terms<'a>(BTreeMap<(&'a Locale, &'a Locale), Matcher<'a>>);

impl<'a> Terms<'a> {
    /// That of all locales of the given resources; nothing where there is no glossary.
    pub(super) fn of(resources: impl Iterator<Item = &'a Resource>) -> Self {
        let mut terms = Self::default();
        for collection in resources.map(|it| &it.collection) {
            terms.add(collection, &collection.source_locale);
            collection.locales.iter().for_each(|locale| terms.add(collection, locale));
        }
        terms
    }

    /// That of one locale of a collection.
    pub(super) fn add(&mut self, collection: &'a Collection, locale: &'a Locale) {
        let Some(glossary) = &collection.glossary else { return };
        let given = collection.given_locale(locale);
        let matcher = || Matcher::new(glossary, given, locale);
        self.0.entry((given, locale)).or_insert_with(matcher);
    }

    /// What units of a source speak of, beside the target that they have.
    pub(super) fn spoken(
        &self,
        collection: &Collection,
        locale: &Locale,
        (source, target): (&[Unit], &[Unit]),
    ) -> Vec<SpokenTerm> {
        let matcher = self.0.get(&(collection.given_locale(locale), locale));
        matcher.map(|it| spoken_by(it, locale, source, target)).unwrap_or_default()
    }

    /// What a source has that is not to stand in sources.
    pub(super) fn alone(&self, collection: &Collection, unit: &Unit) -> Vec<Diagnostic> {
        let locale = &collection.source_locale;
        let Some(matcher) = self.0.get(&(locale, locale)).filter(|_| is_words(unit)) else {
            return Vec::new();
        };
        let words = Words::of(unit);
        let found = check_source(&words.text, matcher).into_iter();
        found.map(|it| of(&it, unit, words.place(it.source.as_ref()))).collect()
    }

    /// What a target has, or has not, beside what it was made from; nothing of a stale one.
    pub(super) fn pair(
        &self,
        collection: &Collection,
        locale: &Locale,
        (source, target): (&Unit, &Unit),
        freshness: Freshness,
    ) -> Vec<Diagnostic> {
        let matcher = self.0.get(&(collection.given_locale(locale), locale));
        let is_asked = is_words(target) && freshness != Freshness::Stale;
        let Some(matcher) = matcher.filter(|_| is_asked) else { return Vec::new() };
        let (given, words) = (Words::of(source), Words::of(target));
        let found = check(&given.text, &words.text, matcher).into_iter();
        found.map(|it| of(&it, target, words.place(it.target.as_ref()))).collect()
    }
}

fn of(found: &TermFinding<'_>, unit: &Unit, part: Option<Range<usize>>) -> Diagnostic {
    let span = part.map_or_else(|| unit.span.clone(), |part| unit.place(&part));
    Diagnostic {
        id: found.check.id(),
        severity: found.check.severity(),
        span,
        message: found.message(),
        hint: Some(found.hint()),
    }
}

/// The names of the checks, and how bad what they find is.
pub(super) fn checks() -> impl Iterator<Item = (&'static str, Severity)> {
    hexapla_terms::TermCheck::ALL.into_iter().map(|it| (it.id(), it.severity()))
}

/// The words of a unit as one text: no term goes from one run to another.
pub(super) struct Words {
    pub(super) text: String,
    /// Where each run begins in the text.
    runs: Vec<(usize, TextRun)>,
}

impl Words {
    pub(super) fn of(unit: &Unit) -> Self {
        let mut words = Self { text: String::new(), runs: Vec::new() };
        for run in texts(unit) {
            if !words.text.is_empty() {
                words.text.push(FILLED);
            }
            let start = words.text.len();
            words.text.push_str(&run.text);
            words.runs.push((start, run));
        }
        words
    }

    /// The place in the unit's text of a part, where it stands there as it is.
    pub(super) fn place(&self, part: Option<&Range<usize>>) -> Option<Range<usize>> {
        let part = part?;
        let next = self.runs.partition_point(|(start, _)| *start <= part.start);
        let (start, run) = self.runs.get(next.checked_sub(1)?)?;
        run.place(&(part.start - start..part.end.checked_sub(*start)?))
    }
}
