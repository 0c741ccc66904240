//! Which numbers are of which plural category, by CLDR.

use hexapla_model::Locale;
use icu_plurals::PluralRules;

use crate::{PLURAL_CATEGORIES, has_plural_rules, plural_category, plural_rules};

/// The plural categories of the numbers of a locale.
pub(super) struct Numbers {
    /// None for a language that CLDR has no rules for: all its numbers are `other`.
    rules: Option<PluralRules>,
    /// Whether these are those of the language, and not what stands for rules that are not here.
    pub(super) known: bool,
}

impl Numbers {
    /// Those of cardinal or ordinal numbers.
    pub(super) fn of(locale: &Locale, ordinal: bool) -> Self {
        Self { rules: plural_rules(locale, ordinal), known: has_plural_rules(locale) }
    }

    /// The categories that there are, `other` among them, in the order of CLDR.
    pub(super) fn categories(&self) -> Vec<&'static str> {
        let there: Vec<&str> = match &self.rules {
            Some(rules) => rules.categories().map(plural_category).collect(),
            None => Vec::new(),
        };
        let has = |it: &&str| *it == "other" || there.contains(it);
        PLURAL_CATEGORIES.into_iter().filter(has).collect()
    }

    /// The category of a whole number.
    pub(super) fn category(&self, number: u64) -> &'static str {
        self.rules.as_ref().map_or("other", |rules| plural_category(rules.category_for(number)))
    }

    /// Whether no other whole number is of the category of this one.
    pub(super) fn is_alone(&self, number: u64) -> bool {
        let category = self.category(number);
        let others = (0..=1_000).chain([1_000_000, 2_000_000]).filter(|it| *it != number);
        others.map(|it| self.category(it)).all(|it| it != category)
    }
}
