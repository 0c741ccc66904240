//! Catalogues: whole files of named texts.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase, Unit};

use super::node::{Document, Entry, Form, Node, Read, Value};
use super::{
    Language, addition, described, insert_toml, json, json_text, render as write, toml, units, yaml,
};
use crate::{Extracted, FieldRules, Insertion, MergeError, Placeholders, placeholders};

/// The chosen fields of a catalogue, with their placeholders; every string where none are chosen.
pub(crate) fn extract(language: Language, text: &str, rules: &FieldRules) -> Extracted {
    let rules = rules.of_catalogue();
    let read = read(language, text).and_then(|document| below_root(document, &rules));
    let read = read.map(|document| described::plain(language, document));
    let mut found = units::units(text, read, &rules);
    if language != Language::Toml {
        // Tools write an empty text where there is none yet: it is missing, not translated.
        found.units.retain(|unit| !unit.text.is_empty());
    }
    for unit in &mut found.units {
        unit.codes = placeholders::codes(&unit.text, way(language, rules.placeholders));
    }
    found
}

/// How placeholders are written: of FormatJS it is known.
fn way(language: Language, told: Placeholders) -> Placeholders {
    match (language, told) {
        (Language::FormatJs, Placeholders::Any) => Placeholders::Icu,
        _ => told,
    }
}

/// The bytes of a value that says `new`, quoted as the present one where that is possible.
pub(crate) fn render(language: Language, file: &str, unit: &Unit, new: &str) -> String {
    match language {
        Language::Json | Language::Arb | Language::FormatJs => write::json(file, unit, new),
        Language::Toml => write::toml(file, unit, new),
        Language::Yaml => write::yaml(file, unit, new),
    }
}

/// The target with new fields, each behind its nearest present neighbour in the same place.
pub(crate) fn insert(
    language: Language,
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let rules = rules.of_catalogue();
    match language {
        Language::Toml => insert_toml(source, target, pairs, insertions, &rules),
        _ => addition::insert(language, source, target, pairs, insertions, &rules),
    }
}

/// The catalogue as JSON, with the root that the rules name in place of its own.
pub(crate) fn to_json(language: Language, text: &str, rules: &FieldRules) -> Option<String> {
    let mut top = read(language, text).ok()?.top;
    if let (Some(root), Value::Map(entries, _)) = (&rules.root, &mut top.value) {
        entries.truncate(1);
        entries.first_mut()?.name.clone_from(root);
    }
    let mut out = String::with_capacity(text.len());
    json_text::write(&top, "", &mut out);
    out.push('\n');
    Some(out)
}

/// The name that the root of a catalogue has, and its place; nothing where it has no root.
pub(crate) fn root(
    language: Language,
    text: &str,
    rules: &FieldRules,
) -> Option<(String, Range<usize>)> {
    rules.root.as_ref()?;
    let Value::Map(entries, _) = read(language, text).ok()?.top.value else { return None };
    let entry = entries.into_iter().next()?;
    let end = entry.start + entry.name.len();
    Some((entry.name, entry.start..end.min(text.len())))
}

pub(super) fn read(language: Language, text: &str) -> Read {
    match language {
        Language::Json | Language::Arb | Language::FormatJs => json::read(text),
        Language::Toml => toml::read(text),
        Language::Yaml => yaml::read(text),
    }
}

/// What stands in the root, where there is to be one.
pub(super) fn below_root(document: Document, rules: &FieldRules) -> Read {
    let Document { top, mut problems } = document;
    let Value::Map(entries, _) = &top.value else { return Ok(Document { top, problems }) };
    if rules.root.is_none() || entries.is_empty() {
        return Ok(Document { top, problems });
    }
    problems.extend(entries.iter().skip(1).map(beside_root));
    let Value::Map(entries, _) = top.value else { return Err(no_root(top.span)) };
    let Some(root) = entries.into_iter().next() else { return Err(no_root(0..0)) };
    let top = match root.node.value {
        Value::Map(..) => root.node,
        // A root that nothing stands in yet.
        Value::Other(_) => Node {
            value: Value::Map(Vec::new(), Form::Lines),
            span: root.start..root.start + root.name.len(),
        },
        _ => return Err(no_root(root.start..root.node.span.end)),
    };
    Ok(Document { top, problems })
}

fn beside_root(entry: &Entry) -> Diagnostic {
    let message = format!("`{}` stands beside the root, expected one name at the top", entry.name);
    Diagnostic::error(
        "catalogue-root",
        entry.start..entry.node.span.end,
        Phrase::in_english(message),
    )
    .with_hint(Phrase::in_english(
        "only the first is read: put this into it, or into a file of its own",
    ))
}

fn no_root(span: Range<usize>) -> Diagnostic {
    Diagnostic::error(
        "catalogue-root",
        span,
        Phrase::in_english("a text at the top, expected a root with fields in it"),
    )
    .with_hint(Phrase::in_english(
        "put the fields below the name of the locale, or take `root` out of the config",
    ))
}
