//! The plural categories of locales, by CLDR.

use std::collections::BTreeSet;

use hexapla_formats::{PLURAL_CATEGORIES, plural_category};
use hexapla_model::Locale;
use icu_plurals::{PluralRuleType, PluralRules};

/// Languages in which only numbers such as 1 000 000 are `many`, which many runtimes do not tell
/// apart yet.
const MILLIONS_ONLY: [&str; 5] = ["ca", "es", "fr", "it", "pt"];

/// Languages in which only fractions are `many`.
const FRACTIONS_ONLY: [&str; 3] = ["cs", "lt", "sk"];

/// The languages that have one form for all numbers, by CLDR.
const ONE_FORM: [&str; 32] = [
    "bm", "bo", "dz", "hnj", "id", "ig", "ii", "ja", "jbo", "jv", "kde", "kea", "km", "ko", "lkt",
    "lo", "ms", "my", "nqo", "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "vi", "wo", "yo",
    "yue", "zh",
];

/// Languages that the data does not have, behind one that it has whose rules for cardinal numbers are the
/// same, by CLDR 48. For ordinal numbers they have one form.
const SAME_RULES: [(&str, &[&str]); 8] = [
    (
        "af",
        &[
            "an", "asa", "bal", "bem", "bez", "ce", "cgg", "dv", "fur", "gsw", "haw", "jgo", "jmc",
            "kaj", "kcg", "kkj", "kl", "ksb", "lg", "mas", "mgo", "nah", "nd", "nnh", "nr", "ny",
            "nyn", "os", "pap", "rof", "rwk", "saq", "sdh", "seh", "sn", "ss", "ssy", "teo", "tig",
            "ts", "ve", "vo", "vun", "wae", "xog",
        ],
    ),
    ("ak", &["guw", "ln", "mg", "wa"]),
    ("de", &["io", "yi"]),
    ("fil", &["tl"]),
    ("hy", &["ff", "kab"]),
    ("ro", &["mo"]),
    ("sat", &["iu", "naq", "se", "sma", "smi", "smj", "smn", "sms"]),
    ("sr", &["sh"]),
];

/// The categories that a locale has for cardinal or ordinal numbers.
pub(crate) fn plural_categories(locale: &Locale, ordinal: bool) -> Option<BTreeSet<&'static str>> {
    Some(rules(locale, ordinal)?.categories().map(plural_category).collect())
}

/// The categories that a locale has for numbers, each with the lowest whole numbers that are of it, up
/// to four. Of a category that only fractions are of there are none.
pub fn plural_samples(locale: &Locale, ordinal: bool) -> Vec<(&'static str, Vec<usize>)> {
    let Some(rules) = rules(locale, ordinal) else { return Vec::new() };
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

/// The rules of a locale for cardinal or ordinal numbers.
pub(crate) fn rules(locale: &Locale, ordinal: bool) -> Option<PluralRules> {
    let known = |(_, of): &&(&str, &[&str])| !ordinal && of.contains(&locale.language());
    let same = SAME_RULES.iter().find(known).map(|(known, _)| *known);
    let tag: icu_locale::Locale = same.unwrap_or(locale.as_str()).parse().ok()?;
    let kind = if ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal };
    let options = icu_plurals::PluralRulesOptions::default().with_type(kind);
    PluralRules::try_new(tag.into(), options).ok()
}

/// Whether the rules of a locale are known: of a language that has none in the data all numbers are
/// `other`, as of one that has one form.
pub(crate) fn has_rules(locale: &Locale) -> bool {
    let several = plural_categories(locale, false).is_some_and(|it| it.len() > 1);
    several || ONE_FORM.contains(&locale.language())
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

    /// So that a language whose rules the data has one day is taken out of the list.
    #[test]
    fn languages_with_the_rules_of_others_have_none_in_the_data() {
        for (known, languages) in SAME_RULES {
            assert!(has_rules(&known.parse().expect("a tag")), "{known}");
            for language in languages {
                let tag: icu_locale::Locale = language.parse().expect("a tag");
                let rules = PluralRules::try_new(tag.into(), Default::default()).expect("rules");
                assert_eq!(rules.categories().count(), 1, "{language}");
                assert!(has_rules(&language.parse().expect("a tag")), "{language}");
            }
        }
    }

    #[test]
    fn of_kabyle_zero_and_one_are_one() {
        let rest = ("other", vec![2, 3, 4, 5]);
        assert_eq!(samples("kab", false), [("one", vec![0, 1]), rest]);
        assert_eq!(samples("kab", true), [("other", vec![0, 1, 2, 3])]);
    }
}
