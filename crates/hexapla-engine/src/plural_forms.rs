//! Plural forms that are units of their own: which source each form of a target renders.
//!
//! i18next writes the forms of a text as `item_one` and `item_other`, or `item_ordinal_one` of
//! ordinals, Rails as `item.one` and `item.other`; of formats that know forms themselves, as PO does,
//! they are `item[one]` and `item[other]`. A locale has its own forms, by CLDR: of the two
//! of English, Polish makes four and Japanese one. So each form of a locale renders the source's
//! form of the same category, or else the one for `other`; it has its own key on screen, in files
//! and in facts. A form that the locale has no use for is not asked for.
//!
//! That keys are forms is seen from their siblings ([`Families::of`]); nobody has to say it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hexapla_formats::{Format, PLURAL_CATEGORIES, PluralForm};
use hexapla_model::{Locale, Unit, UnitKey};

use crate::plural_categories::{is_rare, plural_categories, plural_samples};
use crate::snapshot::Collection;

/// A unit that a target may have: its key, and the place of the source that it renders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) key: UnitKey,
    pub(crate) source: usize,
    /// Whether it is missing where it is not there.
    pub(crate) needed: bool,
}

/// The texts of a source that have plural forms, by what their keys begin with.
#[derive(Debug, Default)]
pub(crate) struct Families<'u>(HashMap<&'u str, BTreeMap<&'static str, usize>>);

impl<'u> Families<'u> {
    /// The families among the units of a source, which is in `locale`.
    ///
    /// Keys are forms of one text where one is for `other`, another for one more category that the
    /// source's language has, and none for a category that it has not, but `zero`, which may be
    /// written in every language. In a language that has only `other` that form has to name the
    /// `count`. Of a table nothing else may stand in it. So `step_one`, `step_two` and `step_other`
    /// of an English source are three texts, as are `error_one` without `error_other`, and
    /// `tone.one` and `tone.other` beside `tone.mild`.
    pub(crate) fn of(units: &'u [Unit], format: Format, locale: &Locale) -> Self {
        let mut families: HashMap<&str, BTreeMap<&'static str, usize>> = HashMap::new();
        let by_name = matches!(format, Format::Json | Format::Yaml | Format::Toml);
        if !by_name && !format.has_plural_forms() {
            return Self(families);
        }
        let mut mixed = BTreeSet::new();
        for (at, unit) in units.iter().enumerate() {
            let Some(key) = &unit.key else { continue };
            let form = PluralForm::of(key).filter(|it| by_name || it.is_in_brackets());
            if let Some(form) = form {
                families.entry(form.stem).or_default().entry(form.category).or_insert(at);
            }
            if let Some(dot) =
                key.as_str().rfind('.').filter(|_| form.is_none_or(|it| !it.is_in_table()))
            {
                mixed.insert(&key.as_str()[..=dot]);
            }
        }
        families.retain(|stem, _| !mixed.contains(stem));
        let own = [false, true].map(|ordinal| plural_categories(locale, ordinal));
        families.retain(|_, forms| {
            let unit = forms.get("other").and_then(|at| units.get(*at));
            let form = unit.and_then(|it| PluralForm::of(it.key.as_ref()?));
            let categories = form.and_then(|it| own[usize::from(it.is_ordinal())].as_ref());
            let (Some(unit), Some(categories)) = (unit, categories) else { return false };
            let mut others = forms.keys().filter(|it| !matches!(**it, "zero" | "other")).peekable();
            let told = match others.peek() {
                Some(_) => true,
                None if !by_name => true,
                None => categories.len() == 1 && unit.codes.iter().any(|code| code.value == COUNT),
            };
            told && others.all(|it| categories.contains(it))
        });
        Self(families)
    }

    /// The places of all forms of the text that `key` names a form of.
    pub(crate) fn forms(&self, key: &UnitKey) -> Option<&BTreeMap<&'static str, usize>> {
        self.0.get(PluralForm::of(key)?.stem)
    }
}

/// The categories that a format has forms for in a locale: PO, which knows whole numbers only, has
/// none for one that only fractions are of.
fn categories(format: Format, locale: &Locale, ordinal: bool) -> Option<BTreeSet<&'static str>> {
    let all = plural_categories(locale, ordinal)?;
    if format != Format::Po {
        return Some(all);
    }
    let whole = plural_samples(locale, ordinal).into_iter().filter(|(_, of)| !of.is_empty());
    Some(whole.map(|(category, _)| category).collect())
}

/// What the forms of a text are chosen by.
pub(crate) const COUNT: &str = "count";

/// Every unit that a target in `locale` may have for those of its source that have a key, in the
/// order of the source: a form that the source lacks stands before the one for `other`.
pub(crate) fn slots(units: &[Unit], collection: &Collection, locale: &Locale) -> Vec<Slot> {
    let families = Families::of(units, collection.format, collection.given_locale(locale));
    // Nearly no resource has any: rules are made only for those that have.
    let categories = match families.0.is_empty() {
        true => [None, None],
        false => [false, true].map(|ordinal| categories(collection.format, locale, ordinal)),
    };
    let mut slots = Vec::new();
    for (source, unit) in units.iter().enumerate() {
        let Some(key) = &unit.key else { continue };
        let own = |needed| Slot { key: key.clone(), source, needed };
        let (Some(form), Some(forms)) = (PluralForm::of(key), families.forms(key)) else {
            slots.push(own(true));
            continue;
        };
        let Some(categories) = &categories[usize::from(form.is_ordinal())] else {
            slots.push(own(true));
            continue;
        };
        let needed = |it: &str| {
            let rare = !form.is_ordinal() && is_rare(locale, it);
            categories.contains(it) && !rare
        };
        if form.category == "other" {
            let zero = |it: &str| it == "zero" && collection.format != Format::Po;
            let lacking =
                |it: &&str| !forms.contains_key(*it) && (zero(it) || categories.contains(*it));
            slots.extend(PLURAL_CATEGORIES.into_iter().filter(lacking).map(|it| Slot {
                key: form.in_category(it),
                source,
                needed: needed(it),
            }));
        }
        slots.push(own(needed(form.category)));
    }
    slots
}
