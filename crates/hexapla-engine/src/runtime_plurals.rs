//! For which numbers JavaScript and Rust choose another plural category.

use std::sync::OnceLock;

use fixed_decimal::Decimal;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use hexapla_formats::plural_rules;
use hexapla_model::Locale;
use icu_plurals::PluralRules;

use crate::plural_categories::has_rules;

/// Whole numbers by which languages tell categories apart. Of what is counted there are seldom halves.
const SAMPLES: [&str; 41] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20", "21", "22", "23", "25", "30", "40", "50", "60", "80", "90", "100",
    "101", "102", "103", "111", "121", "200", "1000", "1000000", "2000000",
];

/// A number that is of one category in JavaScript, and of another in Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Disagreement {
    /// The number.
    pub(crate) number: &'static str,
    /// What `Intl.PluralRules` says, by the CLDR of today.
    pub(crate) javascript: &'static str,
    /// What `fluent-bundle` says, by the CLDR that it carries.
    pub(crate) rust: &'static str,
}

/// The disagreements of one locale, found out when first asked for.
pub(crate) struct Disagreements {
    locale: Locale,
    cardinal: OnceLock<Vec<Disagreement>>,
    ordinal: OnceLock<Vec<Disagreement>>,
}

impl Disagreements {
    /// Those of `locale`.
    pub(crate) fn of_locale(locale: Locale) -> Self {
        Self { locale, cardinal: OnceLock::new(), ordinal: OnceLock::new() }
    }

    /// Those where a text asks for a cardinal or ordinal number. JavaScript takes no `type` from a
    /// text, so that its numbers are cardinal there too.
    pub(crate) fn of(&self, ordinal: bool) -> &[Disagreement] {
        let (known, selector) = match ordinal {
            true => (&self.ordinal, "NUMBER($n, type: \"ordinal\")"),
            false => (&self.cardinal, "$n"),
        };
        known.get_or_init(|| compare(&self.locale, selector).unwrap_or_default())
    }
}

fn compare(locale: &Locale, selector: &str) -> Option<Vec<Disagreement>> {
    let javascript = plural_rules(locale, false).filter(|_| has_rules(locale))?;
    let rust = bundle(locale, selector)?;
    let disagreement = |number: &'static str| {
        let (javascript, rust) = (by_icu(&javascript, number)?, by_fluent(&rust, number)?);
        (javascript != rust).then_some(Disagreement { number, javascript, rust })
    };
    Some(SAMPLES.into_iter().filter_map(disagreement).collect())
}

fn by_icu(rules: &PluralRules, number: &str) -> Option<&'static str> {
    let number: Decimal = number.parse().ok()?;
    Some(hexapla_formats::plural_category(rules.category_for(&number)))
}

type Bundle = FluentBundle<FluentResource>;

/// A bundle with one message, which says the category of a number.
fn bundle(locale: &Locale, selector: &str) -> Option<Bundle> {
    let variants: String = hexapla_formats::PLURAL_CATEGORIES
        .iter()
        .map(|it| format!("    {}[{it}] {it}\n", if *it == "other" { "*" } else { "" }))
        .collect();
    let text = format!("category = {{ {selector} ->\n{variants}}}\n");
    let mut bundle = FluentBundle::new(vec![locale.as_str().parse().ok()?]);
    bundle.add_builtins().ok()?;
    bundle.add_resource(FluentResource::try_new(text).ok()?).ok()?;
    Some(bundle)
}

fn by_fluent(bundle: &Bundle, number: &str) -> Option<&'static str> {
    let mut values = FluentArgs::new();
    values.set("n", number.parse::<f64>().ok()?);
    let pattern = bundle.get_message("category")?.value()?;
    let said = bundle.format_pattern(pattern, Some(&values), &mut Vec::new());
    hexapla_formats::PLURAL_CATEGORIES.into_iter().find(|it| *it == said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(locale: &str, ordinal: bool) -> Vec<(&'static str, &'static str, &'static str)> {
        let disagreements = Disagreements::of_locale(locale.parse().expect("a locale"));
        let found = disagreements.of(ordinal).iter();
        found.map(|it| (it.number, it.javascript, it.rust)).collect()
    }

    #[test]
    fn languages_whose_rules_never_changed_agree() {
        for locale in ["en", "de", "pl", "th", "zh-CN", "ru", "cy"] {
            assert_eq!(of(locale, false), []);
        }
    }

    #[test]
    fn millions_are_many_in_javascript_alone() {
        let millions = [("1000000", "many", "other"), ("2000000", "many", "other")];
        for locale in ["es", "it", "ca", "fr", "pt-BR"] {
            assert_eq!(of(locale, false), millions, "{locale}");
        }
    }

    /// `intl_pluralrules` compares the whole number where Arabic goes by its last two digits.
    #[test]
    fn large_numbers_in_arabic_are_other_in_rust() {
        let large = [("103", "few", "other"), ("111", "many", "other"), ("121", "many", "other")];
        assert_eq!(of("ar", false), large);
    }

    /// Of these only halves are of another category than they were.
    #[test]
    fn halves_are_not_looked_at() {
        for locale in ["he", "pt-PT", "lv"] {
            let found = of(locale, false);
            assert!(found.iter().all(|it| !it.0.contains('.')), "{locale}: {found:?}");
        }
    }

    #[test]
    fn ordinals_are_known_to_rust_alone() {
        let english = of("en", true);
        assert!(english.contains(&("2", "other", "two")), "{english:?}");
        assert!(!english.iter().any(|it| it.0 == "1"), "{english:?}");
    }

    #[test]
    fn of_a_language_without_rules_nothing_is_said() {
        assert_eq!(of("qqx", false), []);
    }
}
