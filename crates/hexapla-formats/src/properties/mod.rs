//! Java's `.properties`, as `java.util.Properties` reads them, in UTF-8.
//!
//! The value of each key is a unit. Comments, how keys and values are parted, escapes of keys and
//! the lines of values that stay are kept byte for byte.
//!
//! No library at hand tells where in a file a value stands, so the few rules are read here.

mod escape;
mod insert;
mod reader;

use std::collections::HashSet;

use hexapla_model::{Diagnostic, Meaning, Phrase, Unit, UnitKey, UnitKind};

use crate::normalise::{canonical, lf, line_end};
use crate::{Extracted, FieldRules, placeholders};
use reader::{Property, properties};

pub(crate) use insert::insert;

/// The properties of a file. One that is broken, or that stands again further down, is told of and
/// is no unit.
pub(crate) fn extract(text: &str, rules: &FieldRules) -> Extracted {
    let mut found = Extracted::default();
    let mut seen = HashSet::new();
    for property in properties(text).into_iter().rev() {
        match read(text, &property) {
            Ok((name, _)) if !seen.insert(name.clone()) => {
                found.diagnostics.push(again(&property, &name));
            }
            Ok((_, value)) if value.is_empty() => {}
            Ok((name, value)) => found.units.push(unit(property, &name, &value, rules)),
            Err(problem) => found.diagnostics.push(problem),
        }
    }
    found.units.reverse();
    found.diagnostics.reverse();
    found
}

/// A value that says `text`.
pub(crate) fn escaped(text: &str) -> String {
    escape::write("", text, false, "\n")
}

/// The name and value of a property.
fn read(text: &str, property: &Property) -> Result<(String, String), Diagnostic> {
    let decoded = |span: &std::ops::Range<usize>| {
        let raw = text.get(span.clone()).unwrap_or_default();
        escape::read(raw).map_err(|(at, what)| {
            let start = span.start + at;
            let problem =
                Diagnostic::error("properties-escape", start..start + 1, Phrase::in_english(what));
            problem.with_hint(Phrase::in_english(
                "write `\\\\` for a backslash; until then the property is not read",
            ))
        })
    };
    Ok((decoded(&property.name)?, decoded(&property.value)?))
}

fn again(property: &Property, name: &str) -> Diagnostic {
    let message = format!("`{name}` stands again further down");
    Diagnostic::error("duplicate-key", property.name.clone(), Phrase::in_english(message))
        .with_hint(Phrase::in_english("only the last is read: remove or rename this one"))
}

fn unit(property: Property, name: &str, value: &str, rules: &FieldRules) -> Unit {
    let text = lf(value).into_owned();
    Unit {
        key: Some(key(name)),
        kind: UnitKind::Field,
        fingerprint: Meaning::of("text", &canonical(&text)),
        codes: placeholders::codes(&text, rules.placeholders),
        text,
        span: property.value,
        comment: property.comment,
        anchor: None,
    }
}

/// The key of a property: its name, on one line.
fn key(name: &str) -> UnitKey {
    if !name.contains(|c: char| c.is_control() || c == '\\') {
        return UnitKey::new(name);
    }
    UnitKey::new(name.escape_debug().to_string())
}

/// The bytes of a value that says `new`: in ASCII where the file is, and has escapes for other
/// letters.
pub(crate) fn render(file: &str, unit: &Unit, new: &str) -> String {
    let raw = file.get(unit.span.clone()).unwrap_or_default();
    escape::write(raw, new, is_ascii(file), line_end(file))
}

fn is_ascii(file: &str) -> bool {
    file.is_ascii() && file.contains("\\u")
}
