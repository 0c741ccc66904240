//! The plural categories of locales, by CLDR.

use std::collections::BTreeSet;

use hexapla_formats::{PLURAL_CATEGORIES, plural_category, plural_rules};
use hexapla_model::Locale;

pub(crate) use hexapla_formats::has_plural_rules as has_rules;

/// Languages in which only numbers such as 1 000 000 are `many`, which many runtimes do not tell
/// apart yet.
const MILLIONS_ONLY: [&str; 5] = ["ca", "es", "fr", "it", "pt"];

/// Languages in which only fractions are `many`.
const FRACTIONS_ONLY: [&str; 3] = ["cs", "lt", "sk"];

/// The categories that a locale has for cardinal or ordinal numbers.
pub(crate) fn plural_categories(locale: &Locale, ordinal: bool) -> Option<BTreeSet<&'static str>> {
    Some(plural_rules(locale, ordinal)?.categories().map(plural_category).collect())
}

/// The categories that a locale has for numbers, each with the lowest whole numbers that are of it, up
/// to four. Of a category that only fractions are of there are none.
pub fn plural_samples(locale: &Locale, ordinal: bool) -> Vec<(&'static str, Vec<usize>)> {
    let Some(rules) = plural_rules(locale, ordinal) else { return Vec::new() };
    let mut samples: Vec<(&str, Vec<usize>)> =
        PLURAL_CATEGORIES.into_iter().map(|it| (it, Vec::new())).collect();
    for number in (0..=200).chain([1_000_000]) {
        let category = plural_category(rules.category_for(number));
        let of = samples.iter_mut().find(|(it, of)| *it == category && of.len() < 4);
        of.into_iter().for_each(|(_, of)| of.push(number));
    }
    let has: BTreeSet<&str> = rules.categories().map(plural_category).collect();
    samples.retain(|(category, _)| has.contains(category));
    samples
}

/// Whether only fractions are of a category in a locale.
pub(crate) fn is_of_fractions(locale: &Locale, category: &str) -> bool {
    category == "many" && FRACTIONS_ONLY.contains(&locale.language())
}

/// Whether a text can do without a category that its locale has: numbers that seldom stand
/// anywhere are all that it is for.
pub(crate) fn is_rare(locale: &Locale, category: &str) -> bool {
    category == "many" && MILLIONS_ONLY.contains(&locale.language())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(tag: &str, ordinal: bool) -> Vec<(&'static str, Vec<usize>)> {
        plural_samples(&tag.parse().expect("a tag"), ordinal)
    }

    #[test]
    fn of_kabyle_zero_and_one_are_one() {
        let rest = ("other", vec![2, 3, 4, 5]);
        assert_eq!(samples("kab", false), [("one", vec![0, 1]), rest]);
        assert_eq!(samples("kab", true), [("other", vec![0, 1, 2, 3])]);
    }
}
