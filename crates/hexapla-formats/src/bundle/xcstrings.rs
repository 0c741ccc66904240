//! Messages as Apple's String Catalog (`.xcstrings`): one file of all locales.

use hexapla_model::Locale;
use serde_json::{Map, Value, json};

use super::forms::{Forms, forms};
use super::icu::pretty;
use super::messages::Why;
use super::numbers::Numbers;
use super::pattern::{Pattern, Piece};
use super::{Bundle, Entry, undated};
use crate::fluent::Inexpressible;

const WHAT: &str = "a String Catalog";

/// The catalogue of the messages of all `bundles`, whose source is in `source`.
///
/// # Errors
/// Every text that it cannot hold.
pub fn xcstrings(source: &Locale, bundles: &[Bundle<'_>]) -> Result<Vec<u8>, Vec<Inexpressible>> {
    let (mut strings, mut wrong) = (Map::new(), Vec::new());
    for bundle in bundles {
        let numbers = Numbers::of(bundle.locale, false);
        let made = bundle.each(|entry| {
            Ok((entry.message.name(), comment(entry), localization(entry, &numbers)?))
        });
        match made {
            Ok(made) => made.into_iter().for_each(|it| add(&mut strings, bundle.locale, it)),
            Err(more) => wrong.extend(more),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let file = json!({ "sourceLanguage": source.as_str(), "strings": strings, "version": "1.0" });
    Ok(pretty(&file).into_bytes())
}

/// Adds what one locale says.
fn add(strings: &mut Map<String, Value>, locale: &Locale, one: (String, String, Value)) {
    let (name, comment, localization) = one;
    let string = strings.entry(name).or_insert_with(|| {
        let mut string = Map::new();
        if !comment.is_empty() {
            string.insert("comment".to_owned(), Value::String(comment));
        }
        string.insert("extractionState".to_owned(), json!("manual"));
        string.insert("localizations".to_owned(), json!({}));
        Value::Object(string)
    });
    if let Some(Value::Object(localizations)) = string.get_mut("localizations") {
        localizations.insert(locale.to_string(), localization);
    }
}

fn comment(entry: &Entry<'_>) -> String {
    let plural = entry.shape.plural.as_deref();
    entry.notes(|place, name| format!("{}: {name}", argument(place, name, plural))).join("\n")
}

/// What stands for an argument of `String(format:)`.
fn argument(place: usize, name: &str, plural: Option<&str>) -> String {
    format!("%{place}${}", if plural == Some(name) { "lld" } else { "@" })
}

fn localization(entry: &Entry<'_>, numbers: &Numbers) -> Result<Value, Why> {
    let plural = entry.shape.plural.as_deref();
    let forms = match forms(&entry.message.pattern, plural, numbers, WHAT)? {
        Forms::One(pattern) => return Ok(unit(&said(&pattern, entry, None)?)),
        Forms::Plural(forms) => forms,
    };
    let count = plural.unwrap_or_default();
    let place = entry.place(count)?;
    // The number alone, and it is shown: what the format calls variations. Else it has to be named.
    let shown = |it: &(&str, Pattern)| it.1.iter().any(|it| matches!(it, Piece::Argument(_)));
    let simple = entry.shape.arguments.len() == 1 && forms.iter().any(shown);
    let named = (!simple).then_some(count);
    let mut plural = Map::new();
    for (category, pattern) in &forms {
        plural.insert((*category).to_owned(), unit(&said(pattern, entry, named)?));
    }
    let variations = json!({ "plural": plural });
    if simple {
        return Ok(json!({ "variations": variations }));
    }
    let substitution =
        json!({ "argNum": place, "formatSpecifier": "lld", "variations": variations });
    let name = name(count);
    let mut localization =
        Map::from_iter([("substitutions".to_owned(), json!({ &name: substitution }))]);
    localization.extend(match unit(&format!("%#@{name}@")) {
        Value::Object(unit) => unit,
        _ => Map::new(),
    });
    Ok(Value::Object(localization))
}

/// The name of a substitution.
fn name(count: &str) -> String {
    count.replace('-', "_")
}

fn unit(text: &str) -> Value {
    json!({ "stringUnit": { "state": "translated", "value": text } })
}

/// The text; `named` is the number that it is a form for, where that has a name of its own there.
fn said(pattern: &Pattern, entry: &Entry<'_>, named: Option<&str>) -> Result<String, Why> {
    let plural = entry.shape.plural.as_deref();
    let text = |text: &str| text.replace('%', "%%");
    entry.said(pattern, text, |it| match undated(it, WHAT)? {
        name if named == Some(name) => Ok("%arg".to_owned()),
        name => Ok(argument(entry.place(name)?, name, plural)),
    })
}
