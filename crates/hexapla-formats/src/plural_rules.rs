//! Which numbers are of which plural category, by CLDR.

use hexapla_model::Locale;
use icu_plurals::{PluralRuleType, PluralRules, PluralRulesOptions};

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

/// The rules of a locale for cardinal or ordinal numbers. Of a language that the data does not have all
/// numbers are `other`.
pub fn plural_rules(locale: &Locale, ordinal: bool) -> Option<PluralRules> {
    let known = |(_, of): &&(&str, &[&str])| !ordinal && of.contains(&locale.language());
    let same = SAME_RULES.iter().find(known).map(|(known, _)| *known);
    let tag: icu_locale_core::Locale = same.unwrap_or(locale.as_str()).parse().ok()?;
    let kind = if ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal };
    let options = PluralRulesOptions::default().with_type(kind);
    PluralRules::try_new(tag.into(), options).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many categories the data has for a language.
    fn categories(language: &str) -> usize {
        let tag: icu_locale_core::Locale = language.parse().expect("a tag");
        let rules = PluralRules::try_new(tag.into(), PluralRulesOptions::default());
        rules.expect("rules").categories().count()
    }

    /// So that a language whose rules the data has one day is taken out of the list.
    #[test]
    fn languages_with_the_rules_of_others_have_none_in_the_data() {
        for (known, languages) in SAME_RULES {
            assert!(categories(known) > 1, "{known}");
            for language in languages {
                assert_eq!(categories(language), 1, "{language}");
                let locale = language.parse().expect("a tag");
                let rules = plural_rules(&locale, false).expect("rules");
                assert_eq!(rules.categories().count(), categories(known), "{language}");
            }
        }
    }
}
