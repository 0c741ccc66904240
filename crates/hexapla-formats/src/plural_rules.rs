//! Which numbers are of which plural category, by CLDR.

use hexapla_model::Locale;
use icu_plurals::{PluralRuleType, PluralRules, PluralRulesOptions};

/// Languages, each behind another.
type Languages = [(&'static str, &'static [&'static str])];

/// Languages that the data does not have, behind one that it has whose rules for cardinal numbers are the
/// same, by CLDR 48.
const SAME_RULES: &Languages = &[
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
    ("ar", &["ars"]),
    ("de", &["io", "ji", "yi"]),
    ("fil", &["tl"]),
    ("he", &["iw"]),
    ("hy", &["ff", "kab"]),
    ("ro", &["mo"]),
    ("sat", &["iu", "naq", "se", "sma", "smi", "smj", "smn", "sms"]),
    ("sr", &["sh"]),
];

/// Those of them that have several forms for ordinal numbers too, again behind one whose rules are the same.
const SAME_ORDINALS: &Languages = &[("fil", &["bal", "tl"]), ("ro", &["mo"])];

/// The languages that have one form for all cardinal numbers, by CLDR 48.
const ONE_FORM: [&str; 33] = [
    "bm", "bo", "dz", "hnj", "id", "ig", "ii", "in", "ja", "jbo", "jv", "jw", "kde", "kea", "km",
    "ko", "lkt", "lo", "ms", "my", "nqo", "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "wo",
    "yo", "yue", "zh",
];

/// The rules of a locale for cardinal or ordinal numbers. Of a language that the data does not have all
/// numbers are `other`.
pub fn plural_rules(locale: &Locale, ordinal: bool) -> Option<PluralRules> {
    let languages = if ordinal { SAME_ORDINALS } else { SAME_RULES };
    let same = languages.iter().find(|(_, of)| of.contains(&locale.language()));
    let same = same.map(|(known, _)| *known);
    let tag: icu_locale_core::Locale = same.unwrap_or(locale.as_str()).parse().ok()?;
    let kind = if ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal };
    let options = PluralRulesOptions::default().with_type(kind);
    PluralRules::try_new(tag.into(), options).ok()
}

/// Whether the rules of a locale are known: of a language that has none in the data all numbers are
/// `other`, as of one that has one form.
pub fn has_plural_rules(locale: &Locale) -> bool {
    let several = plural_rules(locale, false).is_some_and(|it| it.categories().count() > 1);
    several || ONE_FORM.contains(&locale.language())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many categories the data has for a language.
    fn categories(language: &str, kind: PluralRuleType) -> usize {
        let tag: icu_locale_core::Locale = language.parse().expect("a tag");
        let options = PluralRulesOptions::default().with_type(kind);
        PluralRules::try_new(tag.into(), options).expect("rules").categories().count()
    }

    /// So that a language whose rules the data has one day is taken out of the list.
    #[test]
    fn languages_with_the_rules_of_others_have_none_in_the_data() {
        use PluralRuleType::{Cardinal, Ordinal};
        for (list, kind, ordinal) in [(SAME_RULES, Cardinal, false), (SAME_ORDINALS, Ordinal, true)]
        {
            for (known, languages) in list {
                assert!(categories(known, kind) > 1, "{known}");
                for language in *languages {
                    assert_eq!(categories(language, kind), 1, "{language}");
                    let locale = language.parse().expect("a tag");
                    let rules = plural_rules(&locale, ordinal).expect("rules");
                    let its = rules.categories().count();
                    assert_eq!(its, categories(known, kind), "{language}");
                    assert!(has_plural_rules(&locale), "{language}");
                }
            }
        }
    }

    #[test]
    fn languages_of_one_form_have_one() {
        let several: Vec<&str> = ONE_FORM
            .into_iter()
            .filter(|it| categories(it, PluralRuleType::Cardinal) > 1)
            .collect();
        assert_eq!(several, [""; 0]);
    }

    #[test]
    fn it_is_known_of_which_languages_the_rules_are() {
        let has = |tag: &str| has_plural_rules(&tag.parse().expect(tag));
        for tag in ["en", "ja", "vi", "ars", "iw", "ji", "in-ID", "mo", "pt-PT"] {
            assert!(has(tag), "{tag}");
        }
        for tag in ["gv", "kw", "lag", "shi", "tzm", "qaa"] {
            assert!(!has(tag), "{tag}");
        }
    }
}
