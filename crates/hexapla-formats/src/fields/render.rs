//! New texts in place of values.

use std::borrow::Cow;
use std::ops::Range;

use hexapla_model::{Unit, UnitKind};

use super::node::{Form, Node, Value};
use super::{json_string, toml, toml_string, yaml, yaml_block, yaml_scalar};
use crate::normalise::{lf, line_end};

/// The text of an item that is more than a string, as a translator edits it: as it is written,
/// without the indentation of YAML's lines.
pub(super) fn atom(file: &str, item: &Node) -> String {
    let raw = lf(file.get(item.span.clone()).unwrap_or_default());
    match item.value {
        Value::Map(_, Form::Lines) | Value::List(_, Form::Lines) => {
            dedent(&raw, column(file, item.span.start)).into_owned()
        }
        _ => raw.into_owned(),
    }
}

/// A TOML value that says `new`; an item that is more than a string is TOML already.
pub(super) fn toml(file: &str, unit: &Unit, new: &str) -> String {
    let raw = file.get(unit.span.clone()).unwrap_or_default();
    let end = line_end(file);
    if unit.kind == UnitKind::ArrayItem && !is_toml_string(raw) {
        return new.replace('\n', end);
    }
    toml_string::write(raw, new, end)
}

fn is_toml_string(raw: &str) -> bool {
    // A body's first line has a name and a value; a string alone is no document.
    raw.starts_with(['"', '\'']) && toml::read(raw).is_err()
}

/// A JSON value that says `new`; an item that is more than a string is JSON already.
pub(super) fn json(file: &str, unit: &Unit, new: &str) -> String {
    let raw = file.get(unit.span.clone()).unwrap_or_default();
    if unit.kind == UnitKind::ArrayItem && !raw.starts_with('"') {
        return new.replace('\n', line_end(file));
    }
    json_string::write(raw, new)
}

/// A YAML scalar that says `new`; an item that is more than a string is YAML already.
pub(super) fn yaml(file: &str, unit: &Unit, new: &str) -> String {
    let raw = file.get(unit.span.clone()).unwrap_or_default();
    let end = line_end(file);
    if unit.kind == UnitKind::ArrayItem && !is_yaml_string(file, &unit.span) {
        return indent(new, column(file, unit.span.start), end);
    }
    let lines =
        yaml_block::indent(raw).unwrap_or_else(|| column_of_line(file, unit.span.start) + 2);
    yaml_scalar::write(raw, new, lines, end)
}

fn is_yaml_string(file: &str, span: &Range<usize>) -> bool {
    let raw = lf(file.get(span.clone()).unwrap_or_default());
    let raw = dedent(&raw, column(file, span.start));
    yaml::read_any(&raw).is_ok_and(|read| matches!(read.top.value, Value::Text(_)))
}

/// The lines of a text behind the first, with so many spaces before them; empty ones without.
pub(super) fn indent(text: &str, column: usize, end: &str) -> String {
    let margin = " ".repeat(column);
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str(end);
            if !line.is_empty() {
                out.push_str(&margin);
            }
        }
        out.push_str(line);
    }
    out
}

/// The lines of a text behind the first, without so many spaces before them.
fn dedent(text: &str, column: usize) -> Cow<'_, str> {
    if column == 0 || !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        let spaces = line.bytes().take(column).take_while(|&byte| byte == b' ').count();
        out.push('\n');
        out.push_str(line.get(spaces..).unwrap_or_default());
    }
    Cow::Owned(out)
}

/// Where the line of `at` begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// How many characters stand before `at` in its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    text.get(line_start(text, at)..at).map_or(0, |before| before.chars().count())
}

/// The column that the first name in the line of `at` begins in, behind spaces and dashes.
fn column_of_line(text: &str, at: usize) -> usize {
    let line = text.get(line_start(text, at)..at).unwrap_or_default();
    line.len() - line.trim_start_matches([' ', '-']).len()
}
