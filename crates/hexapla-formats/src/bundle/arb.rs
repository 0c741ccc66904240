//! Messages as Flutter's ARB.

use serde_json::{Map, Value, json};

use super::icu::{Dialect, Plurals, Writer, arguments, pretty};
use super::messages::Why;
use super::names;
use super::pattern::{Kind, Pattern, Piece};
use super::{Bundle, Entry, Taken};
use crate::fields;
use crate::fluent::Inexpressible;

/// The file. What is said of a text stands behind it.
pub(super) fn write(bundle: &Bundle<'_>) -> Result<String, Vec<Inexpressible>> {
    let plurals = Plurals::of(bundle.locale);
    let mut taken = Taken::default();
    let texts = bundle.each(|entry| {
        let key = names::dart(&entry.message.name())?;
        taken.take(&key, entry.message)?;
        let names = arguments(entry, names::dart_argument)?;
        let writer = Writer { names: &names, plurals: &plurals, dialect: Dialect::Flutter };
        let text = writer.text(&entry.message.pattern, false)?;
        let about = about(entry)?.map(|about| (format!("@{key}"), about));
        Ok([Some((key, Value::String(text))), about])
    })?;
    let locale = Value::String(fields::arb_locale(bundle.locale));
    let mut file = Map::from_iter([(fields::ARB_LOCALE.to_owned(), locale)]);
    file.extend(texts.into_iter().flatten().flatten());
    Ok(pretty(&Value::Object(file)))
}

/// What is said to translators, and of which types the arguments are.
fn about(entry: &Entry<'_>) -> Result<Option<Value>, Why> {
    let mut about = Map::new();
    about.extend(entry.comment.map(|it| ("description".to_owned(), json!(it))));
    let mut placeholders = Map::new();
    for argument in &entry.shape.arguments {
        let is_number = entry.shape.plural.as_ref() == Some(argument);
        let kind = kind_of(&entry.message.pattern, argument);
        let kind = match (kind, is_number) {
            (Some(Kind::Date), true) => {
                return Err(format!("`${argument}` is a number, and formatted as a date"));
            }
            (Some(Kind::Number), _) => json!({ "type": "num", "format": "decimalPattern" }),
            (_, true) => json!({ "type": "num" }),
            (Some(Kind::Date), _) => json!({ "type": "DateTime", "format": "yMd" }),
            _ => json!({}),
        };
        placeholders.insert(names::dart_argument(argument)?, kind);
    }
    if !placeholders.is_empty() {
        about.insert("placeholders".to_owned(), Value::Object(placeholders));
    }
    Ok((!about.is_empty()).then_some(Value::Object(about)))
}

/// How a text formats an argument, where it does.
fn kind_of(pattern: &Pattern, name: &str) -> Option<Kind> {
    pattern.iter().find_map(|piece| match piece {
        Piece::Argument(it) if it.name == name && it.kind != Kind::Plain => Some(it.kind),
        Piece::Choice(choice) => choice.variants.iter().find_map(|it| kind_of(&it.text, name)),
        _ => None,
    })
}
