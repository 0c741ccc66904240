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
    let mut out = String::new();
    for piece in &entry.message.pattern {
        match piece {
            Piece::Text(text) if entry.is_formatted() => {
                out.push_str(&quoted(text, |c| matches!(c, '{' | '}')));
            }
            Piece::Text(text) => out.push_str(text),
            Piece::Argument(argument) => {
                let place = entry.place(&argument.name)? - 1;
                out.push_str(&match argument.kind {
                    Kind::Plain => format!("{{{place}}}"),
                    Kind::Number => format!("{{{place},number}}"),
                    Kind::Date => format!("{{{place},date}}"),
                });
            }
            Piece::Choice(choice) => {
                return Err(format!(
                    "Java chooses no texts, as it would have to by `${}`",
                    choice.by
                ));
            }
        }
    }
    Ok(out)
}
