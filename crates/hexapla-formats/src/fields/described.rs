//! JSON catalogues that say more of a text than itself: Flutter's ARB and FormatJS.
//!
//! Each is read as the plain catalogue that it stands for: names with texts, and what is said of a
//! text as its comment.

use std::collections::HashMap;

use hexapla_model::Locale;

use super::Language;
use super::json_string;
use super::node::{Document, Entry, Node, Value, text_of};
use crate::splice::splice;

/// The name whose value is the locale of an ARB file.
pub(crate) const LOCALE: &str = "@@locale";

/// The names and texts of a catalogue, and what is said of them as comments.
pub(super) fn plain(language: Language, document: Document) -> Document {
    let Document { top, problems } = document;
    let Node { value: Value::Map(entries, form), span } = top else {
        return Document { top, problems };
    };
    let entries = match language {
        Language::Arb => of_arb(entries),
        Language::FormatJs => entries.into_iter().filter_map(of_format_js).collect(),
        Language::Json | Language::Toml | Language::Yaml => entries,
    };
    Document { top: Node { value: Value::Map(entries, form), span }, problems }
}

/// Those of `{"title": "…", "@title": {"description": "…", "placeholders": {…}}}`.
fn of_arb(entries: Vec<Entry>) -> Vec<Entry> {
    let (about, texts): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().partition(|it| it.name.starts_with('@'));
    let said: HashMap<&str, String> = about
        .iter()
        .filter_map(|it| Some((it.name.strip_prefix('@')?, said_of(&it.node)?)))
        .collect();
    let text = |mut entry: Entry| {
        let is_text = matches!(entry.node.value, Value::Text(_));
        entry.comment = said.get(entry.name.as_str()).cloned().or(entry.comment);
        is_text.then_some(entry)
    };
    texts.into_iter().filter_map(text).collect()
}

/// The description of a text, and those of what is filled in.
fn said_of(about: &Node) -> Option<String> {
    let Value::Map(entries, _) = &about.value else { return None };
    let mut lines: Vec<String> =
        text_of(entries, "description").into_iter().map(str::to_owned).collect();
    let filled = entries.iter().find(|it| it.name == "placeholders").map(|it| &it.node.value);
    if let Some(Value::Map(filled, _)) = filled {
        for Entry { name, node, .. } in filled {
            let Value::Map(about, _) = &node.value else { continue };
            let said = ["description", "example"].map(|field| text_of(about, field));
            let said: Vec<&str> = said.into_iter().flatten().collect();
            if !said.is_empty() {
                lines.push(format!("{{{name}}}: {}", said.join(", ")));
            }
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// That of `"id": {"defaultMessage": "…", "description": "…"}`, or of `"id": "…"`.
fn of_format_js(mut entry: Entry) -> Option<Entry> {
    if let Value::Map(fields, _) = &entry.node.value {
        let description = fields.iter().find(|it| it.name == "description");
        let description = description.and_then(|it| match &it.node.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        });
        let message = fields.iter().find(|it| it.name == "defaultMessage")?.node.clone();
        entry.comment = description.or(entry.comment);
        entry.node = message;
    }
    matches!(entry.node.value, Value::Text(_)).then_some(entry)
}

/// Whether a catalogue has texts and none with more said of it.
pub(super) fn is_plain(top: &Node) -> bool {
    let Value::Map(entries, _) = &top.value else { return false };
    let text = |it: &Entry| matches!(it.node.value, Value::Text(_));
    !entries.is_empty() && entries.iter().all(text)
}

/// The locale that an ARB file says it is in, as the file spells it.
pub(crate) fn spelled(locale: &Locale) -> String {
    locale.as_str().replace('-', "_")
}

/// An ARB file, made of one in another language, as one of `locale`.
pub(crate) fn arb_in_locale(text: String, locale: &Locale) -> String {
    let Ok(Document { top: Node { value: Value::Map(entries, _), .. }, .. }) =
        super::json::read(&text)
    else {
        return text;
    };
    let Some(entry) = entries.iter().find(|it| it.name == LOCALE) else { return text };
    let own = json_string::write("", &spelled(locale));
    splice(&text, [(entry.node.span.clone(), own.as_str())])
}
