//! New fields into a JSON or YAML catalogue.

use std::collections::{HashMap, HashSet};

use hexapla_model::{Phrase, Unit, UnitKey, phrase};

use super::catalogue::{below_root, extract, read, root};
use super::graft::Graft;
use super::node::{Document, Node, Value};
use super::place::Place;
use super::tree_writer::TreeWriter;
use super::{Language, described, json, json_string, yaml_plain, yaml_scalar};
use crate::normalise::line_end;
use crate::{FieldRules, Insertion, MergeError};

/// Each new field behind its nearest present neighbour in the same object; one that is not there
/// yet is written whole, with the numbers and other values beside the new texts. The result is
/// read again: each new text stands in it, and no other is lost.
pub(super) fn insert(
    language: Language,
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let target = &with_root(language, source, target, rules);
    let sources = extract(language, source, rules).units;
    let present = extract(language, target, rules).units;
    let start = |index: usize| sources.get(index).map(|it| it.span.start);
    let mut wanted = HashMap::new();
    let mut forms: HashMap<usize, Vec<_>> = HashMap::new();
    for Insertion { source_index, text, form } in insertions {
        let at = start(*source_index).ok_or(MergeError::NoUnit(*source_index))?;
        match form {
            Some(form) => forms.entry(at).or_default().push((*form, text.as_str())),
            None => _ = wanted.insert(at, text.as_str()),
        }
    }
    let pairs = pairs.iter().filter_map(|(a, b)| Some((start(*a)?, present.get(*b)?.span.start)));
    let (from, to) = (top(language, source, rules)?, top(language, target, rules)?);
    let from = match language == Language::FormatJs && described::is_plain(&to) {
        true => plain_top(language, from),
        false => from,
    };
    let end = line_end(if target.trim().is_empty() { source } else { target });
    let depth = 1 + usize::from(rules.root.is_some());
    let step = step(language, &[(target, &to), (source, &from)], depth);
    let writer = TreeWriter { source, rules, wanted, forms, end, step };
    let text = Graft::new(language, target, writer, pairs.collect()).of(&from, &to);
    let after = extract(language, &text, rules).units;
    if let Some(key) = lost(insertions, &sources, &after) {
        let name = key.as_ref().map_or("an item", |key| key.as_str());
        return Err(refused(&format!(
            "`{name}` has no place here: something else stands where it belongs; \
             copy it from the source"
        )));
    }
    if after.len() != present.len() + insertions.len() {
        return Err(refused("others would be lost; copy it from the source"));
    }
    Ok(text.into_bytes())
}

/// What the fields of a file stand in.
fn top(language: Language, text: &str, rules: &FieldRules) -> Result<Node, MergeError> {
    let read = read(language, text).and_then(|document| below_root(document, rules));
    read.map(|document| document.top).map_err(|_| refused("the file cannot be read"))
}

/// The names and texts of a catalogue alone: what a target has that nothing more is said in.
fn plain_top(language: Language, top: Node) -> Node {
    described::plain(language, Document { top, problems: Vec::new() }).top
}

/// The key of the first new text that is not found where it belongs.
fn lost(insertions: &[Insertion], sources: &[Unit], after: &[Unit]) -> Option<Option<UnitKey>> {
    let found: HashSet<_> = after.iter().map(|it| (it.key.as_ref(), it.text.as_str())).collect();
    insertions.iter().find_map(|it| {
        let key = it.key(sources.get(it.source_index)?);
        (!found.contains(&(key.as_ref(), it.text.as_str()))).then_some(key)
    })
}

fn refused(reason: &str) -> MergeError {
    MergeError::NotOneUnit { expected: phrase!("field"), reason: Phrase::in_english(reason) }
}

/// The target with something to put fields into: the root, where there is to be one.
fn with_root(language: Language, source: &str, target: &str, rules: &FieldRules) -> String {
    let blank = target.trim_start_matches('\u{feff}').trim().is_empty();
    let own = rules.root.clone().filter(|name| !name.contains('{'));
    let name = own.or_else(|| Some(root(language, source, rules)?.0));
    let end = line_end(if blank { source } else { target });
    let line = if blank || target.ends_with('\n') { "" } else { end };
    let before = if blank { "" } else { target };
    let no_object = |text| json::read(text).is_ok_and(|it| it.top.span.is_empty());
    match (language, name) {
        (Language::Json, Some(name)) if no_object(target) => {
            let name = json_string::write("", &name);
            format!("{before}{line}{{{end}  {name}: {{}}{end}}}{end}")
        }
        (Language::Arb, _) if no_object(target) => match &rules.locale {
            Some(locale) if says_its_locale(source) => {
                let (name, locale) = (described::LOCALE, described::spelled(locale));
                format!("{before}{line}{{{end}  \"{name}\": \"{locale}\"{end}}}{end}")
            }
            _ => format!("{before}{line}{{}}{end}"),
        },
        (Language::Json | Language::FormatJs, None) if no_object(target) => {
            format!("{before}{line}{{}}{end}")
        }
        (Language::Yaml, Some(name)) if root(language, target, rules).is_none() => {
            let plain = yaml_plain::can_be_plain(&name);
            let name = if plain { name } else { yaml_scalar::double_quoted(&name) };
            format!("{before}{line}{name}:{end}")
        }
        _ => target.to_owned(),
    }
}

/// Whether an ARB file names the locale that it is in.
fn says_its_locale(source: &str) -> bool {
    json::read(source).is_ok_and(|it| match &it.top.value {
        Value::Map(entries, _) => entries.iter().any(|it| it.name == described::LOCALE),
        _ => false,
    })
}

/// What one level is indented by, as in the first file that shows it: its fields are so deep.
fn step(language: Language, files: &[(&str, &Node)], depth: usize) -> String {
    let shown = files.iter().find_map(|(text, top)| match &top.value {
        Value::Map(entries, _) if language.is_json() => {
            let margin = Place::new(text).margin(entries.first()?.start)?;
            margin.get(..margin.len() / depth).filter(|it| !it.is_empty()).map(str::to_owned)
        }
        _ => None,
    });
    shown.unwrap_or_else(|| "  ".to_owned())
}
