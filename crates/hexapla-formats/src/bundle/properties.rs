//! Messages as Java's properties, for `java.text.MessageFormat`.

use super::messages::Why;
use super::pattern::{Kind, Piece};
use super::quote::quoted;
use super::{Bundle, Entry, Written, read_back};
use crate::Format;
use crate::fluent::Inexpressible;
use crate::properties;

/// The file.
pub(super) fn write(bundle: &Bundle<'_>) -> Result<String, Vec<Inexpressible>> {
    let mut written = Vec::new();
    let made = bundle.each(|entry| {
        let text = said(entry)?;
        let key = entry.message.name();
        let notes = entry.notes(|place, name| format!("{{{}}}: {name}", place - 1));
        let notes = notes.iter().map(|it| format!("# {}\n", it.replace(char::is_control, " ")));
        let property =
            format!("{}{key}={}\n", notes.collect::<String>(), properties::escaped(&text));
        written.push(Written { entry: entry.message.entry.clone(), key, text });
        Ok(property)
    })?;
    read_back(Format::Properties, made.concat(), &written)
}

fn said(entry: &Entry<'_>) -> Result<String, Why> {
    let pattern = &entry.message.pattern;
    let choice = pattern.iter().find_map(|it| match it {
        Piece::Choice(choice) => Some(choice),
        _ => None,
    });
    if let Some(choice) = choice {
        return Err(format!("Java chooses no texts, as it would have to by `${}`", choice.by));
    }
    let text = |text: &str| quoted(text, |c| matches!(c, '{' | '}'));
    entry.said(pattern, text, |it| {
        let place = entry.place(&it.name)? - 1;
        Ok(match it.kind {
            Kind::Plain => format!("{{{place}}}"),
            Kind::Number => format!("{{{place},number}}"),
            Kind::Date => format!("{{{place},date}}"),
        })
    })
}
