//! Messages of ICU MessageFormat, and FormatJS's JSON of them.

use std::collections::{HashMap, HashSet};

use hexapla_model::Locale;
use serde_json::{Map, Value};

use super::forms::Numbered;
use super::messages::Why;
use super::names;
use super::numbers::Numbers;
use super::pattern::{Among, Choice, Key, Kind, Pattern, Piece, Variant};
use super::quote::quoted;
use super::{Bundle, Entry};
use crate::fluent::Inexpressible;

/// The JSON of FormatJS: the texts by their names.
pub(super) fn write(bundle: &Bundle<'_>) -> Result<String, Vec<Inexpressible>> {
    let plurals = Plurals::of(bundle.locale);
    let texts = bundle.each(|entry| {
        let names = arguments(entry, names::hyphenless)?;
        let writer = Writer { names: &names, plurals: &plurals, dialect: Dialect::FormatJs };
        let text = writer.text(&entry.message.pattern, false)?;
        Ok((entry.message.name(), Value::String(text)))
    })?;
    Ok(pretty(&Value::Object(texts.into_iter().collect::<Map<_, _>>())))
}

/// JSON as people read it.
pub(super) fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// What the arguments of a message are called.
pub(super) fn arguments(
    entry: &Entry<'_>,
    named: fn(&str) -> Result<String, Why>,
) -> Result<HashMap<String, String>, Why> {
    names::of_arguments(&entry.message.shape, entry.shape, named)
}

/// The plural forms of a locale.
pub(super) struct Plurals {
    cardinals: Numbers,
    ordinals: Numbers,
}

impl Plurals {
    pub(super) fn of(locale: &Locale) -> Self {
        Self { cardinals: Numbers::of(locale, false), ordinals: Numbers::of(locale, true) }
    }
}

/// Who reads the messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `@formatjs/icu-messageformat-parser`.
    FormatJs,
    /// Flutter's `gen-l10n`, as it is without `use-escaping`: it has no quotes.
    Flutter,
}

/// Writes the messages of a locale.
pub(super) struct Writer<'a> {
    pub(super) names: &'a HashMap<String, String>,
    pub(super) plurals: &'a Plurals,
    pub(super) dialect: Dialect,
}

impl Writer<'_> {
    /// A text; directly within a plural form, where a `#` stands for the number.
    pub(super) fn text(&self, pattern: &Pattern, in_plural: bool) -> Result<String, Why> {
        let mut out = String::new();
        for piece in pattern {
            match piece {
                Piece::Text(text) => out.push_str(&self.plain(text, in_plural)?),
                Piece::Argument(argument) => {
                    let name = self.name(&argument.name);
                    out.push_str(&match (self.dialect, argument.kind) {
                        (Dialect::FormatJs, Kind::Number) => format!("{{{name}, number}}"),
                        (Dialect::FormatJs, Kind::Date) => format!("{{{name}, date}}"),
                        (_, _) => format!("{{{name}}}"),
                    });
                }
                Piece::Choice(choice) => out.push_str(&self.choice(choice)?),
            }
        }
        Ok(out)
    }

    fn name<'n>(&'n self, argument: &'n str) -> &'n str {
        self.names.get(argument).map_or(argument, String::as_str)
    }

    fn plain(&self, text: &str, in_plural: bool) -> Result<String, Why> {
        match self.dialect {
            Dialect::FormatJs => {
                Ok(quoted(text, |c| matches!(c, '{' | '}' | '<' | '>') || (in_plural && c == '#')))
            }
            Dialect::Flutter if text.contains(['{', '}']) => {
                Err("Flutter takes a brace in the text for its own".to_owned())
            }
            Dialect::Flutter => Ok(text.to_owned()),
        }
    }

    fn choice(&self, choice: &Choice) -> Result<String, Why> {
        let (kind, variants) = match (choice.among, self.dialect) {
            (Among::Words, _) => ("select", words(choice, self.dialect)?),
            (Among::Cardinals, Dialect::FormatJs) => {
                ("plural", by_numbers(&Numbered::of(choice, &self.plurals.cardinals)?))
            }
            (Among::Ordinals, Dialect::FormatJs) => {
                ("selectordinal", by_numbers(&Numbered::of(choice, &self.plurals.ordinals)?))
            }
            (Among::Cardinals, Dialect::Flutter) => ("plural", self.for_flutter(choice)?),
            (Among::Ordinals, Dialect::Flutter) => {
                return Err("Flutter has no forms of ordinal numbers".to_owned());
            }
        };
        let mut out = format!("{{{}, {kind},", self.name(&choice.by));
        for (key, variant) in variants {
            let text = self.text(&variant.text, choice.among != Among::Words)?;
            out.push_str(&format!(" {key} {{{text}}}"));
        }
        out.push('}');
        Ok(out)
    }

    /// Flutter takes `=1` and `one` for the same, and so 0 and 2: a form for one of these alone is
    /// possible where the language has no category of that name.
    fn for_flutter<'c>(&self, choice: &'c Choice) -> Result<Vec<(String, &'c Variant)>, Why> {
        let numbers = &self.plurals.cardinals;
        let mut numbered = Numbered::of(choice, numbers)?;
        let has = |name: &str| numbered.categories.iter().any(|it| it.0 == name);
        let is_free = |number: u64| {
            let name = ["zero", "one", "two"].into_iter().nth(number.try_into().unwrap_or(3));
            name.is_some_and(|name| !has(name))
        };
        let exact = std::mem::take(&mut numbered.exact);
        let free: Vec<bool> = exact.iter().map(|it| is_free(it.0)).collect();
        let mut kept = Vec::new();
        for (one, free) in exact.into_iter().zip(free) {
            if free { kept.push(one) } else { numbered.exact.push(one) }
        }
        let mut numbered = numbered.by_category(numbers, "Flutter")?;
        numbered.exact = kept;
        Ok(by_numbers(&numbered))
    }
}

/// The forms, but those that are as the one for `other`.
fn by_numbers<'v>(numbered: &Numbered<'v>) -> Vec<(String, &'v Variant)> {
    let other = numbered.categories.iter().find(|it| it.0 == "other").map(|it| it.1);
    let differs = |it: &&(&str, &Variant)| {
        it.0 == "other" || !other.is_some_and(|other| std::ptr::eq(it.1, other))
    };
    let exact = numbered.exact.iter().map(|(number, it)| (format!("={number}"), *it));
    let categories = numbered.categories.iter().filter(differs);
    exact.chain(categories.map(|(category, it)| ((*category).to_owned(), *it))).collect()
}

/// What `gen-l10n` takes for its own where a word stands that is chosen among.
const FLUTTER: [&str; 4] = ["date", "plural", "select", "time"];

/// The words that are chosen among, and `other` for the default.
fn words(choice: &Choice, dialect: Dialect) -> Result<Vec<(String, &Variant)>, Why> {
    let (mut words, mut before) = (Vec::new(), HashSet::new());
    for variant in choice.variants.iter().filter(|it| !it.default) {
        let Key::Word(word) = &variant.key else { continue };
        if word == "other" {
            return Err("`other` is what stands for every other word, and here for one".to_owned());
        }
        if word.contains('-') {
            return Err(format!("`{word}` cannot be chosen by: it has a hyphen"));
        }
        if dialect == Dialect::Flutter && FLUTTER.contains(&word.as_str()) {
            return Err(format!("Flutter takes `{word}` for its own, and so for no word"));
        }
        if before.insert(word) {
            words.push((word.clone(), variant));
        }
    }
    words.extend(choice.default().map(|it| ("other".to_owned(), it)));
    Ok(words)
}
