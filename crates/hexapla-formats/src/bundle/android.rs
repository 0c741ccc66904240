//! Messages as Android's string resources.

use hexapla_xml::is_xml;

use super::forms::{Forms, forms};
use super::messages::Why;
use super::names;
use super::numbers::Numbers;
use super::pattern::Pattern;
use super::tag::is_tag;
use super::{Bundle, Entry, Taken, Written, not_read_back, read_back, undated};
use crate::fluent::Inexpressible;
use crate::normalise::lf;
use crate::{FieldRules, Format, android, extract};

const WHAT: &str = "Android";
const OPEN: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<resources>\n";
const CLOSE: &str = "</resources>\n";

/// The file.
pub(super) fn write(bundle: &Bundle<'_>) -> Result<String, Vec<Inexpressible>> {
    let numbers = Numbers::of(bundle.locale, false);
    let (mut taken, mut written) = (Taken::default(), Vec::new());
    let made = bundle.each(|entry| {
        let name = names::android(entry.message)?;
        taken.take(&name, entry.message)?;
        resource(entry, &name, &numbers, &mut written)
    })?;
    read_back(Format::Android, format!("{OPEN}{}{CLOSE}", made.concat()), &written)
}

fn resource(
    entry: &Entry<'_>,
    name: &str,
    numbers: &Numbers,
    written: &mut Vec<Written>,
) -> Result<String, Why> {
    let mut note = |key: &str, text: String| {
        let escaped = escaped(&text)?;
        let (entry, key) = (entry.message.entry.clone(), key.to_owned());
        written.push(Written { entry, key, text });
        Ok::<String, Why>(escaped)
    };
    let plural = entry.shape.plural.as_deref();
    let notes = entry.notes(|place, name| format!("{}: {name}", argument(place, name, plural)));
    let comment = comment(&notes.join("\n"));
    Ok(match forms(&entry.message.pattern, plural, numbers, WHAT)? {
        Forms::One(pattern) => {
            let text = said(&pattern, entry, plural)?;
            // Without arguments a `%` is one, however many there are.
            let plain = !entry.is_formatted() && text.contains('%');
            let formatted = if plain { " formatted=\"false\"" } else { "" };
            let text = note(name, text)?;
            format!("{comment}    <string name=\"{name}\"{formatted}>{text}</string>\n")
        }
        Forms::Plural(forms) => {
            let mut items = String::new();
            for (category, pattern) in forms {
                let text = note(&format!("{name}[{category}]"), said(&pattern, entry, plural)?)?;
                items.push_str(&format!("        <item quantity=\"{category}\">{text}</item>\n"));
            }
            format!("{comment}    <plurals name=\"{name}\">\n{items}    </plurals>\n")
        }
    })
}

/// A comment, in which XML takes no two hyphens beside each other.
fn comment(notes: &str) -> String {
    // Of more than two the first time leaves no more than two together.
    let notes = notes.replace("--", "- -").replace("--", "- -");
    match notes.replace(|c| !is_xml(c), " ") {
        notes if notes.is_empty() => String::new(),
        notes => format!("    <!-- {notes} -->\n"),
    }
}

/// What stands for an argument of `java.util.Formatter`.
fn argument(place: usize, name: &str, plural: Option<&str>) -> String {
    format!("%{place}${}", if plural == Some(name) { 'd' } else { 's' })
}

fn said(pattern: &Pattern, entry: &Entry<'_>, plural: Option<&str>) -> Result<String, Why> {
    let text = |text: &str| text.replace('%', "%%");
    entry.said(pattern, text, |it| {
        let name = undated(it, WHAT)?;
        Ok(argument(entry.place(name)?, name, plural))
    })
}

/// The content of an element that says a text; its markup has to be whole, and it has no references.
fn escaped(text: &str) -> Result<String, Why> {
    for part in android::verbatim(text) {
        if part.starts_with('&') {
            return Err(format!(
                "`{part}` would be a reference of XML: write the character itself"
            ));
        }
        if !is_tag(part) {
            return Err(format!("`{part}` is no tag that XML takes in any file"));
        }
    }
    let escaped = android::escaped(text);
    let alone = format!("{OPEN}<string name=\"a\">{escaped}</string>{CLOSE}");
    let units = extract(Format::Android, alone.as_bytes(), &FieldRules::default()).units;
    let back = units.first().map(|it| it.text.as_str()).unwrap_or_default();
    if lf(back) == lf(text) && units.len() <= 1 {
        return Ok(escaped);
    }
    Err(not_read_back(back))
}
