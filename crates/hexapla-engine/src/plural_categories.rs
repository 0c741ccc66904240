//! The plural categories of locales, by CLDR.

use std::collections::BTreeSet;

use hexapla_formats::PLURAL_CATEGORIES;
use hexapla_model::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};

/// Languages in which only numbers such as 1 000 000 are `many`, which many runtimes do not tell
/// apart yet.
const MILLIONS_ONLY: [&str; 5] = ["ca", "es", "fr", "it", "pt"];

/// The categories that a locale has for cardinal or ordinal numbers.
pub(crate) fn plural_categories(locale: &Locale, ordinal: bool) -> Option<BTreeSet<&'static str>> {
    Some(rules(locale, ordinal)?.categories().map(name_of).collect())
}

/// The categories that a locale has for numbers, each with the lowest whole numbers that are of it, up
/// to four. Of a category that only fractions are of there are none.
pub fn plural_samples(locale: &Locale, ordinal: bool) -> Vec<(&'static str, Vec<usize>)> {
    let Some(rules) = rules(locale, ordinal) else { return Vec::new() };
    let mut samples: Vec<(&str, Vec<usize>)> =
        PLURAL_CATEGORIES.into_iter().map(|it| (it, Vec::new())).collect();
    for number in (0..=200).chain([1_000_000]) {
        let category = name_of(rules.category_for(number));
        let of = samples.iter_mut().find(|(it, of)| *it == category && of.len() < 4);
        of.into_iter().for_each(|(_, of)| of.push(number));
    }
    let has: BTreeSet<&str> = rules.categories().map(name_of).collect();
    samples.retain(|(category, _)| has.contains(category));
    samples
}

/// The rules of a locale for cardinal or ordinal numbers.
pub(crate) fn rules(locale: &Locale, ordinal: bool) -> Option<PluralRules> {
    let tag: icu_locale::Locale = locale.as_str().parse().ok()?;
    let kind = if ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal };
    let options = icu_plurals::PluralRulesOptions::default().with_type(kind);
    PluralRules::try_new(tag.into(), options).ok()
}

/// The name of a category in CLDR.
pub(crate) fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// Whether a text can do without a category that its locale has: numbers that seldom stand
/// anywhere are all that it is for.
pub(crate) fn is_rare(locale: &Locale, category: &str) -> bool {
    category == "many" && MILLIONS_ONLY.contains(&locale.language())
}
