//! New fields into a TOML catalogue.

use hexapla_model::{Unit, UnitKey, UnitKind};

use super::extract_toml;
use super::render::escaped;
use crate::normalise::line_end;
use crate::{FieldRules, Insertion, MergeError};

/// Each new field behind its nearest present neighbour in the same table; a table or item that is
/// not there yet goes to the end. The result is read again: each new text stands in it.
pub(crate) fn insert_toml(
    source: &str,
    target: &str,
    pairs: &[(usize, usize)],
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let sources = extract_toml(source, rules).units;
    let end = if target.is_empty() { line_end(source) } else { line_end(target) };
    let mut text = target.to_owned();
    for insertion in insertions {
        let index = insertion.source_index;
        let unit = sources.get(index).ok_or(MergeError::NoUnit(index))?;
        let raw = source.get(unit.span.clone()).unwrap_or_default();
        let value = value(raw, &insertion.text, end);
        match &unit.key {
            Some(key) => field(&mut text, key, &sources, index, &value, rules, end),
            None => item(&mut text, unit, pairs, index, &value, rules)?,
        }
        let after = extract_toml(&text, rules).units;
        let found = after.iter().any(|it| it.key == unit.key && it.text == insertion.text);
        if !found {
            return Err(refused(unit, "it cannot be added here; copy it from the source"));
        }
    }
    Ok(text.into_bytes())
}

fn refused(unit: &Unit, reason: &str) -> MergeError {
    let expected = if unit.kind == UnitKind::Field { "field" } else { "array item" };
    MergeError::NotOneUnit { expected, reason: reason.to_owned() }
}

/// A value written as the source's is.
fn value(raw: &str, text: &str, end: &str) -> String {
    if !raw.starts_with(['"', '\'']) {
        text.replace('\n', end)
    } else if raw.starts_with("\"\"\"") || text.contains('\n') {
        format!("\"\"\"{end}{}\"\"\"", escaped(text, true).replace('\n', end))
    } else {
        format!("\"{}\"", escaped(text, false))
    }
}

/// The table of a key and the name within it.
fn split(key: &UnitKey) -> (&str, &str) {
    key.as_str().rsplit_once('.').unwrap_or(("", key.as_str()))
}

fn field(
    text: &mut String,
    key: &UnitKey,
    sources: &[Unit],
    index: usize,
    value: &str,
    rules: &FieldRules,
    end: &str,
) {
    let (table, name) = split(key);
    let line = format!("{} = {value}", quoted(name));
    let present = extract_toml(text, rules).units;
    let before = sources[..index].iter().rev().filter_map(|it| it.key.as_ref());
    let mut neighbours = before.filter(|it| split(it).0 == table);
    let neighbour =
        neighbours.find_map(|it| present.iter().find(|unit| unit.key.as_ref() == Some(it)));
    if let Some(neighbour) = neighbour {
        let at =
            text[neighbour.span.end..].find('\n').map_or(text.len(), |it| neighbour.span.end + it);
        let at = if text[..at].ends_with('\r') { at - 1 } else { at };
        text.insert_str(at, &format!("{end}{line}"));
    } else if table.is_empty() {
        let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        text.insert_str(bom, &format!("{line}{end}"));
    } else {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push_str(end);
        }
        text.push_str(&format!("{end}{}{end}{line}{end}", header(table, rules, end)));
    }
}

/// The header of a table; of an item that has a name, with the field that names it.
fn header(table: &str, rules: &FieldRules, end: &str) -> String {
    match table.strip_suffix(']').and_then(|it| it.rsplit_once('[')) {
        Some((array, name)) => {
            let id = rules.ids.iter().find(|(pattern, _)| pattern.to_string() == array);
            let id = id.map_or("id", |(_, field)| field.as_str());
            format!("[[{array}]]{end}{} = \"{}\"", quoted(id), escaped(name, false))
        }
        None => format!("[{table}]"),
    }
}

fn quoted(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if !name.is_empty() && name.chars().all(bare) {
        name.to_owned()
    } else {
        format!("\"{}\"", escaped(name, false))
    }
}

/// An item behind the one that its predecessor in the source is paired with.
fn item(
    text: &mut String,
    unit: &Unit,
    pairs: &[(usize, usize)],
    index: usize,
    value: &str,
    rules: &FieldRules,
) -> Result<(), MergeError> {
    let present = extract_toml(text, rules).units;
    let before = pairs.iter().filter(|(source, _)| *source < index).max();
    let neighbour =
        before.and_then(|(_, target)| present.get(*target)).filter(|it| it.key.is_none());
    let Some(neighbour) = neighbour else {
        return Err(refused(unit, "its array is not there yet; copy the array from the source"));
    };
    text.insert_str(neighbour.span.end, &format!(", {value}"));
    Ok(())
}
