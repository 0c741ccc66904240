//! A glossary as people would write it by hand.

use toml::Value;

use crate::{Entry, Glossary, Target};

/// The text of a `glossary.toml`.
pub(crate) fn write(glossary: &Glossary) -> String {
    let mut out = format!("version = 1\nsource_locale = {}\n", quoted(glossary.source().as_str()));
    if glossary.entries().is_empty() {
        out.push_str("\n[terms]\n");
    }
    for entry in glossary.entries() {
        write_entry(&mut out, entry);
    }
    out
}

fn write_entry(out: &mut String, entry: &Entry) {
    out.push_str(&format!("\n[terms.{}]\n", entry.id));
    let mut field = |name: &str, value: String| out.push_str(&format!("{name} = {value}\n"));
    field("term", quoted(&entry.term));
    for (name, terms) in [("admitted", &entry.admitted), ("forbidden", &entry.forbidden)] {
        if !terms.is_empty() {
            field(name, list(terms));
        }
    }
    if entry.case_sensitive {
        field("case_sensitive", "true".to_owned());
    }
    let part_of_speech = entry.part_of_speech.map(|it| it.as_str());
    let texts = [
        ("part_of_speech", part_of_speech),
        ("domain", entry.domain.as_deref()),
        ("definition", entry.definition.as_deref()),
        ("note", entry.note.as_deref()),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            field(name, quoted(text));
        }
    }
    if entry.targets.is_empty() {
        return;
    }
    out.push_str(&format!("\n[terms.{}.targets]\n", entry.id));
    for (locale, target) in &entry.targets {
        out.push_str(&format!("{locale} = {}\n", target_value(target)));
    }
}

/// A single preferred term stands by itself.
fn target_value(target: &Target) -> String {
    let fields: Vec<String> = [
        ("preferred", one_or_list(&target.preferred)),
        ("admitted", list_if_any(&target.admitted)),
        ("forbidden", list_if_any(&target.forbidden)),
        ("note", target.note.as_deref().map(quoted)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(format!("{name} = {}", value?)))
    .collect();
    match (target.preferred.as_slice(), fields.len()) {
        ([only], 1) => quoted(only),
        _ => format!("{{ {} }}", fields.join(", ")),
    }
}

fn one_or_list(terms: &[String]) -> Option<String> {
    match terms {
        [only] => Some(quoted(only)),
        terms => list_if_any(terms),
    }
}

fn list_if_any(terms: &[String]) -> Option<String> {
    (!terms.is_empty()).then(|| list(terms))
}

fn list(terms: &[String]) -> String {
    let terms: Vec<String> = terms.iter().map(|it| quoted(it)).collect();
    format!("[{}]", terms.join(", "))
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
