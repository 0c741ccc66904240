//! New fields into a TOML catalogue.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hexapla_model::{Phrase, Unit, UnitKey};

use super::extract_toml;
use super::render::line_start;
use super::toml_string::{basic, write};
use crate::merge::expected;
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
    let present = extract_toml(target, rules).units;
    let end = if target.is_empty() { line_end(source) } else { line_end(target) };
    let mut wanted: BTreeMap<usize, Vec<(Unit, &str)>> = BTreeMap::new();
    for insertion in insertions {
        let index = insertion.source_index;
        let source = sources.get(index).ok_or(MergeError::NoUnit(index))?;
        let unit = Unit { key: insertion.key(source), ..source.clone() };
        wanted.entry(index).or_default().push((unit, &insertion.text));
    }
    let mut added = Added::new(target, &present, pairs, end);
    for (index, unit) in sources.iter().enumerate() {
        let new = wanted.get(&index).map_or(&[][..], Vec::as_slice);
        for (new, text) in new {
            let raw = source.get(unit.span.clone()).unwrap_or_default();
            added.unit(new, &value(raw, text, end))?;
        }
        if new.iter().all(|(new, _)| new.key != unit.key) {
            added.pass(index, unit);
        }
    }
    let text = added.written(rules);
    let after = extract_toml(&text, rules).units;
    let found: BTreeSet<_> = after.iter().map(|it| (it.key.as_ref(), it.text.as_str())).collect();
    match wanted.values().flatten().find(|(unit, new)| !found.contains(&(unit.key.as_ref(), *new)))
    {
        Some((unit, _)) => Err(refused(unit, "it cannot be added here; copy it from the source")),
        None => Ok(text.into_bytes()),
    }
}

fn refused(unit: &Unit, reason: &str) -> MergeError {
    MergeError::NotOneUnit { expected: expected(unit), reason: Phrase::in_english(reason) }
}

/// A value written as the source's is.
fn value(raw: &str, text: &str, end: &str) -> String {
    match raw.chars().next() {
        Some('"' | '\'') => write(raw, text, end),
        _ => text.replace('\n', end),
    }
}

/// What is to be added, and where, gathered in one walk over the source's units.
struct Added<'a> {
    target: &'a str,
    end: &'a str,
    present: HashMap<&'a UnitKey, &'a Unit>,
    /// The present units that have no key, by the source's unit that each is paired with.
    items: HashMap<usize, &'a Unit>,
    /// The present array item that the walk came by last.
    item: Option<&'a Unit>,
    /// By table: where a new field goes that stands behind all that the walk came by.
    behind: HashMap<String, usize>,
    /// By table: the line of its first field.
    front: HashMap<&'a str, usize>,
    /// Texts to put in, by place and in order.
    spliced: BTreeMap<usize, String>,
    /// Lines for tables that the target lacks, in order.
    tables: Vec<(String, String)>,
}

impl<'a> Added<'a> {
    fn new(target: &'a str, present: &'a [Unit], pairs: &[(usize, usize)], end: &'a str) -> Self {
        let mut front = HashMap::new();
        for unit in present {
            if let Some(key) = &unit.key {
                front.entry(split(key).0).or_insert(line_start(target, unit.span.start));
            }
        }
        let items = pairs.iter().filter_map(|(source, at)| Some((*source, present.get(*at)?)));
        Self {
            target,
            end,
            present: present.iter().filter_map(|unit| Some((unit.key.as_ref()?, unit))).collect(),
            items: items.filter(|(_, unit)| unit.key.is_none()).collect(),
            item: None,
            behind: HashMap::new(),
            front,
            spliced: BTreeMap::new(),
            tables: Vec::new(),
        }
    }

    /// Comes by a unit that is not to be added.
    fn pass(&mut self, index: usize, unit: &Unit) {
        match &unit.key {
            Some(key) => {
                if let Some(present) = self.present.get(key) {
                    let (table, _) = split(key);
                    self.behind.insert(table.to_owned(), self.end_of_line(present.span.end));
                }
            }
            None => self.item = self.items.get(&index).copied().or(self.item),
        }
    }

    fn unit(&mut self, unit: &Unit, value: &str) -> Result<(), MergeError> {
        let Some(key) = &unit.key else {
            let Some(neighbour) = self.item else {
                let reason = "its array is not there yet; copy the array from the source";
                return Err(refused(unit, reason));
            };
            self.splice(neighbour.span.end, &format!(", {value}"));
            return Ok(());
        };
        if key.as_str().ends_with('"') {
            return Err(refused(
                unit,
                "its name has a dot, bracket or quote; copy it from the source",
            ));
        }
        let (table, name) = split(key);
        let line = format!("{} = {value}", quoted(name));
        match (self.behind.get(table), self.front.get(table)) {
            (Some(at), _) => self.splice(*at, &format!("{}{line}", self.end)),
            (None, Some(at)) => self.splice(*at, &format!("{line}{}", self.end)),
            (None, None) if table.is_empty() => {
                let bom = self.target.starts_with('\u{feff}');
                let start = if bom { '\u{feff}'.len_utf8() } else { 0 };
                self.splice(start, &format!("{line}{}", self.end));
            }
            (None, None) => self.table(table, &line),
        }
        Ok(())
    }

    fn splice(&mut self, at: usize, text: &str) {
        self.spliced.entry(at).or_default().push_str(text);
    }

    fn table(&mut self, table: &str, line: &str) {
        match self.tables.last_mut().filter(|(last, _)| last == table) {
            Some((_, lines)) => lines.push_str(line),
            None => self.tables.push((table.to_owned(), line.to_owned())),
        }
        if let Some((_, lines)) = self.tables.last_mut() {
            lines.push_str(self.end);
        }
    }

    fn end_of_line(&self, from: usize) -> usize {
        let rest = self.target.get(from..).unwrap_or_default();
        let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
        from + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// The target with all that was added.
    fn written(&self, rules: &FieldRules) -> String {
        let mut out = String::with_capacity(self.target.len() * 2);
        let mut done = 0;
        for (at, text) in &self.spliced {
            out.push_str(&self.target[done..*at]);
            out.push_str(text);
            done = *at;
        }
        out.push_str(&self.target[done..]);
        for (table, lines) in &self.tables {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push_str(self.end);
            }
            out.push_str(&format!("{0}{1}{0}{lines}", self.end, header(table, rules, self.end)));
        }
        out
    }
}

/// The table of a key and the name within it.
fn split(key: &UnitKey) -> (&str, &str) {
    key.as_str().rsplit_once('.').unwrap_or(("", key.as_str()))
}

/// The header of a table; of an item that has a name, with the field that names it.
fn header(table: &str, rules: &FieldRules, end: &str) -> String {
    match table.strip_suffix(']').and_then(|it| it.rsplit_once('[')) {
        Some((array, name)) => {
            let id = rules.ids.iter().find(|(pattern, _)| pattern.to_string() == array);
            let id = id.map_or("id", |(_, field)| field.as_str());
            format!("[[{array}]]{end}{} = {}", quoted(id), basic(name))
        }
        None => format!("[{table}]"),
    }
}

fn quoted(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { basic(name) }
}
