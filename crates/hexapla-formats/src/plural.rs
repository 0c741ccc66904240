//! Names of the plural forms of a catalogue's text.

use hexapla_model::UnitKey;
use icu_plurals::PluralCategory;

/// The plural categories of CLDR, in its order.
pub const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The name of a plural category in CLDR.
pub const fn plural_category(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// A key that may name one plural form of a text: `item_one` and `item_ordinal_two` as i18next
/// writes them, `item.one` as Rails does, `item[one]` of formats that know forms themselves.
///
/// Whether it does is seen from the forms beside it: `step_one` may be the first of some steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PluralForm<'k> {
    /// What all forms of the text begin with, as far as the category.
    pub stem: &'k str,
    /// The plural category, one of [`PLURAL_CATEGORIES`].
    pub category: &'static str,
    /// What stands behind the category: the quote of a name in quotes, or the closing bracket.
    close: &'k str,
}

impl<'k> PluralForm<'k> {
    /// The form that a key may name.
    pub fn of(key: &'k UnitKey) -> Option<Self> {
        let key = key.as_str();
        if let Some(name) = key.strip_suffix(']') {
            let bracket = name.rfind('[')? + 1;
            let is_it = |it: &&str| *it == &name[bracket..];
            let category = PLURAL_CATEGORIES.into_iter().find(is_it).filter(|_| bracket > 1)?;
            return Some(Self { stem: &key[..bracket], category, close: "]" });
        }
        let name = key.strip_suffix('"').unwrap_or(key);
        let close = &key[name.len()..];
        let (stem, category) = split(name)?;
        let named = match stem.strip_suffix('_') {
            Some(text) => !text.is_empty() && !text.ends_with(['.', '"']),
            None => stem.len() > 1 && stem.ends_with('.') && close.is_empty(),
        };
        named.then_some(Self { stem, category, close })
    }

    /// The key of the same text's form in another category.
    pub fn in_category(&self, category: &str) -> UnitKey {
        UnitKey::new(format!("{}{category}{}", self.stem, self.close))
    }

    /// Whether the form goes by ordinal numbers: first, second.
    pub fn is_ordinal(&self) -> bool {
        self.stem.ends_with("_ordinal_")
    }

    /// Whether the format itself says that it is a form.
    pub fn is_in_brackets(&self) -> bool {
        self.close == "]"
    }

    /// Whether the forms stand in a table of their own, which is named for the text.
    pub fn is_in_table(&self) -> bool {
        self.stem.ends_with('.')
    }
}

/// The name of a field for another category than its own; nothing where it names none.
pub(crate) fn renamed(name: &str, category: &str) -> Option<String> {
    split(name).map(|(stem, _)| format!("{stem}{category}"))
}

/// A name up to its category, and that.
fn split(name: &str) -> Option<(&str, &'static str)> {
    let of = |category: &'static str| Some((name.strip_suffix(category)?, category));
    let found = PLURAL_CATEGORIES.into_iter().find_map(of);
    found.filter(|(stem, _)| stem.is_empty() || stem.ends_with(['_', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_and_named() {
        for (key, stem, category, few) in [
            ("item_one", "item_", "one", "item_few"),
            ("cart.item_other", "cart.item_", "other", "cart.item_few"),
            ("cart.item.zero", "cart.item.", "zero", "cart.item.few"),
            ("place_ordinal_two", "place_ordinal_", "two", "place_ordinal_few"),
            ("\"Ready. Go_one\"", "\"Ready. Go_", "one", "\"Ready. Go_few\""),
            ("%d files.[one]", "%d files.[", "one", "%d files.[few]"),
        ] {
            let key = UnitKey::new(key);
            let form = PluralForm::of(&key).expect("a form");
            assert_eq!((form.stem, form.category), (stem, category));
            assert_eq!(form.in_category("few").as_str(), few);
            assert_eq!(form.in_category(category), key);
        }
        for key in [
            "one",
            "_one",
            "a._one",
            "someone",
            "item-one",
            "\"a.one\"",
            ".one",
            "",
            "[one]",
            "a[done]",
        ] {
            assert_eq!(PluralForm::of(&UnitKey::new(key)), None, "{key}");
        }
    }

    #[test]
    fn fields_are_renamed() {
        assert_eq!(renamed("item_other", "few").as_deref(), Some("item_few"));
        assert_eq!(renamed("other", "few").as_deref(), Some("few"));
        assert_eq!(renamed("another", "few"), None);
    }
}
