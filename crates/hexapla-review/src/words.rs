//! What the room says, in the visitor's language.

use std::borrow::Borrow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use hexapla_client::add_numbers;
use hexapla_model::{Locale, Phrase, Timestamp};
use hexapla_people::Role;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;

use crate::language::{LANGUAGES, Language};
use crate::telling::{Teller, Told};

/// What the room says in one language; what that lacks is said in English.
pub(crate) struct Words {
    pub(crate) language: &'static Language,
    bundles: Vec<FluentBundle<Arc<FluentResource>>>,
    /// What says phrases, made when there is one to say.
    teller: OnceCell<Teller>,
}

/// What can stand in a string.
pub(crate) trait Value {
    /// The same for Fluent.
    fn value(&self) -> FluentValue<'static>;
}

impl<T: Value + ?Sized> Value for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

impl Value for str {
    fn value(&self) -> FluentValue<'static> {
        self.to_owned().into()
    }
}

impl Value for String {
    fn value(&self) -> FluentValue<'static> {
        self.clone().into()
    }
}

impl Value for usize {
    fn value(&self) -> FluentValue<'static> {
        (*self).into()
    }
}

impl Value for u64 {
    fn value(&self) -> FluentValue<'static> {
        (*self).into()
    }
}

impl Value for i64 {
    fn value(&self) -> FluentValue<'static> {
        (*self).into()
    }
}

/// Strings of every language, by its tag.
pub(crate) type Parsed = HashMap<&'static str, Vec<Arc<FluentResource>>>;

/// The strings of every language, read once.
static PARSED: LazyLock<Parsed> = LazyLock::new(|| parsed(|it| &it.strings));

/// Some strings of every language.
pub(crate) fn parsed(of: fn(&Language) -> &[&'static str]) -> Parsed {
    let read = |text: &&str| {
        let read = FluentResource::try_new((*text).to_owned());
        Arc::new(read.unwrap_or_else(|(partly, _)| partly))
    };
    LANGUAGES.iter().map(|it| (it.tag, of(it).iter().map(read).collect())).collect()
}

impl Words {
    pub(crate) fn of(language: &'static Language) -> Self {
        let english = &LANGUAGES[0];
        let mut bundles = vec![bundle(language)];
        if language.tag != english.tag {
            bundles.push(bundle(english));
        }
        Self { language, bundles, teller: OnceCell::new() }
    }

    /// A string, or with `message.attribute` one of its attributes.
    pub(crate) fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A string with one value in it.
    pub(crate) fn say1(&self, id: &str, name: &str, value: impl Value) -> String {
        self.format(id, Some(&FluentArgs::from_iter([(name, value.value())])))
    }

    /// A string with two values in it.
    pub(crate) fn say2(
        &self,
        id: &str,
        name: &str,
        value: impl Value,
        other: &str,
        its: impl Value,
    ) -> String {
        let args = [(name, value.value()), (other, its.value())];
        self.format(id, Some(&FluentArgs::from_iter(args)))
    }

    /// What a string says before and behind the one value in it, which is written in another language.
    pub(crate) fn around(&self, id: &str, name: &str) -> (String, String) {
        // A character that no string holds; what sets it apart is for who shows the value.
        const PLACE: char = '\u{f8ff}';
        let said = self.say1(id, name, PLACE.to_string()).replace(['\u{2068}', '\u{2069}'], "");
        let (before, behind) = said.split_once(PLACE).unwrap_or((&said, ""));
        (before.to_owned(), behind.to_owned())
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let said = self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(name)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            // What cannot be said is said as its name, in braces.
            Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
        });
        debug_assert!(said.is_some(), "the room has no string `{id}`");
        said.unwrap_or_else(|| id.to_owned())
    }

    /// A phrase: what a check found, or why something was refused.
    pub(crate) fn tell(&self, phrase: &Phrase) -> Told {
        // The English of a phrase needs no looking up.
        match self.language.tag == LANGUAGES[0].tag {
            true => Told::in_english(phrase),
            false => self.teller.get_or_init(|| Teller::of(self.language)).tell(phrase),
        }
    }

    /// Roles by their names.
    pub(crate) fn roles<'a>(&self, roles: impl IntoIterator<Item = &'a Role>) -> String {
        let name = |it: &Role| self.say1("role-label", "role", it.as_str());
        roles.into_iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// A number as the language writes it.
    pub(crate) fn number(&self, number: impl Value) -> String {
        self.say1("number", "number", number)
    }

    /// A day as the language writes it.
    pub(crate) fn day(&self, at: impl Borrow<Timestamp>) -> String {
        let at = at.borrow();
        date(self.language.tag, &at.date()).unwrap_or_else(|| at.date())
    }

    /// The direction that the language runs in, for HTML.
    pub(crate) fn dir(&self) -> &'static str {
        self.language.tag.parse::<Locale>().map_or("ltr", |it| it.direction().as_html())
    }
}

fn bundle(language: &Language) -> FluentBundle<Arc<FluentResource>> {
    let mut bundle = FluentBundle::new(language.tag.parse().ok().into_iter().collect());
    for resource in PARSED.get(language.tag).into_iter().flatten() {
        // Of two strings of one name the first is said.
        let _ = bundle.add_resource(Arc::clone(resource));
    }
    add_functions(&mut bundle, language.tag);
    bundle
}

/// Gives a new bundle the functions of Fluent, as the language writes numbers and days.
pub(crate) fn add_functions<R>(bundle: &mut FluentBundle<R>, tag: &str) {
    // A new bundle has no functions yet.
    let _ = add_numbers(bundle);
    let tag = tag.to_owned();
    let _ = bundle.add_function("DATETIME", move |values, _| match values {
        [FluentValue::String(day), ..] => date(&tag, day).unwrap_or_else(|| day.to_string()).into(),
        _ => FluentValue::Error,
    });
}

/// The day of `2026-03-12` as a language writes it out, in its own calendar.
fn date(tag: &str, day: &str) -> Option<String> {
    let mut parts = day.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let date = Date::try_new_iso(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let locale: icu_locale_core::Locale = tag.parse().ok()?;
    let formatter = DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?;
    Some(formatter.format(&date.ok()?).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_the_language_does() {
        for (tag, day) in [
            ("en", "March 12, 2026"),
            ("de", "12. März 2026"),
            ("th", "12 มีนาคม 2569"),
            ("ar", "12 مارس 2026"),
        ] {
            assert_eq!(date(tag, "2026-03-12T10:00:00Z").as_deref(), Some(day), "{tag}");
        }
        assert_eq!(date("en", "yesterday"), None);
    }

    /// The keys of the page of a unit: each stands for one thing.
    #[test]
    fn in_every_language_each_key_stands_for_one_thing() {
        let keys = [
            "decide-accept",
            "decide-keep",
            "decide-skip",
            "decide-reopen",
            "decide-undo",
            "queue-next",
            "queue-previous",
            "keys-edit",
            "unit-back",
            "unit-copy-source",
            "unit-insert",
            "terms-insert",
            "unit-offers",
            "unit-whole",
            "claim-take",
        ];
        for language in &LANGUAGES {
            let words = Words::of(language);
            let mut all: Vec<String> =
                keys.iter().map(|it| words.say(&format!("{it}.accesskey"))).collect();
            assert!(all.iter().all(|it| it.chars().count() == 1), "{}: {all:?}", language.tag);
            all.sort();
            all.dedup();
            assert_eq!(all.len(), keys.len(), "{}: {all:?}", language.tag);
        }
    }

    #[test]
    fn every_language_has_every_string_of_the_room() {
        let english = Words::of(&LANGUAGES[0]);
        assert_eq!(english.say1("number", "number", 1234_usize), "1,234");
        for language in &LANGUAGES {
            let words = Words::of(language);
            for entry in PARSED["en"].iter().flat_map(|it| it.entries()) {
                let fluent_syntax::ast::Entry::Message(message) = entry else { continue };
                let there = words.bundles.iter().any(|it| it.has_message(message.id.name));
                assert!(there, "{} lacks {}", language.tag, message.id.name);
            }
        }
    }
}
