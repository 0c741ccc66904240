//! New properties into a file.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use hexapla_model::{Phrase, phrase};

use super::reader::{Property, properties};
use super::{escape, extract, is_ascii, read};
use crate::normalise::line_end;
use crate::splice::splice;
use crate::{FieldRules, Insertion, MergeError};

/// The target with new properties, each written as the source's is, behind its nearest present
/// neighbour; or in the place of the empty value that it has there.
pub(crate) fn insert(
    source: &str,
    target: &str,
    insertions: &[Insertion],
    rules: &FieldRules,
) -> Result<Vec<u8>, MergeError> {
    let units = extract(source, rules).units;
    let before = extract(target, rules).units;
    let mut wanted: HashMap<usize, &str> = HashMap::new();
    for it in insertions {
        let unit = units.get(it.source_index).ok_or(MergeError::NoUnit(it.source_index))?;
        wanted.insert(unit.span.end, &it.text);
    }
    let written = Adding::new(source, target).all(&wanted);
    let after = extract(&written, rules).units;
    let there: HashMap<_, _> = after.iter().map(|it| (&it.key, it.text.as_str())).collect();
    let stands = |it: &Insertion| {
        let key = units.get(it.source_index).map(|unit| &unit.key);
        key.and_then(|key| there.get(key)) == Some(&it.text.as_str())
    };
    let kept = before.iter().all(|it| there.contains_key(&it.key));
    if kept && after.len() == before.len() + wanted.len() && insertions.iter().all(stands) {
        return Ok(written.into_bytes());
    }
    let reason = "it is empty, or something else stands in its place; copy it from the source";
    let reason = Phrase::in_english(reason);
    Err(MergeError::NotOneUnit { expected: phrase!("property"), reason })
}

struct Adding<'a> {
    source: &'a str,
    target: &'a str,
    end: &'a str,
    present: Vec<Property>,
    spliced: BTreeMap<usize, (Range<usize>, String)>,
}

impl<'a> Adding<'a> {
    fn new(source: &'a str, target: &'a str) -> Self {
        let end = line_end(if target.is_empty() { source } else { target });
        Self { source, target, end, present: properties(target), spliced: BTreeMap::new() }
    }

    /// The target with the texts that are wanted of the source's values, by where those end.
    fn all(mut self, wanted: &HashMap<usize, &str>) -> String {
        let named = |(at, it): (usize, &Property)| Some((read(self.target, it).ok()?.0, at));
        let places: HashMap<String, usize> =
            self.present.iter().enumerate().filter_map(named).collect();
        let mut behind = None;
        for property in properties(self.source) {
            let Ok((name, _)) = read(self.source, &property) else { continue };
            let new = wanted.get(&property.value.end);
            match (places.get(&name), new) {
                (Some(at), Some(new)) => {
                    self.replace(*at, new);
                    behind = Some(*at);
                }
                (Some(at), None) => behind = Some(*at),
                (None, Some(new)) => self.put(behind, &property, new),
                (None, None) => {}
            }
        }
        splice(self.target, self.spliced.values().map(|(span, new)| (span.clone(), new.as_str())))
    }

    fn written(&self, text: &str) -> String {
        escape::write("", text, is_ascii(self.target), self.end)
    }

    /// A text in the place of an empty one.
    fn replace(&mut self, at: usize, new: &str) {
        let Some(there) = self.present.get(at) else { return };
        let alone = there.name.end == there.value.start;
        let text = format!("{}{}", if alone { "=" } else { "" }, self.written(new));
        self.spliced.insert(there.value.start, (there.value.clone(), text));
    }

    fn put(&mut self, behind: Option<usize>, property: &Property, new: &str) {
        let head = self.source.get(property.name.start..property.value.start).unwrap_or_default();
        let line =
            format!("{}{}", head.replace("\r\n", "\n").replace('\n', self.end), self.written(new));
        let (at, text) = match (behind.and_then(|at| self.present.get(at)), self.present.first()) {
            (Some(behind), _) => (behind.value.end, format!("{}{line}", self.end)),
            (None, Some(first)) => (first.start, format!("{line}{}", self.end)),
            (None, None) => {
                let open = self.target.is_empty() || self.target.ends_with(['\n', '\u{feff}']);
                let open = if open { "" } else { self.end };
                (self.target.len(), format!("{open}{line}{}", self.end))
            }
        };
        self.spliced.entry(at).or_insert((at..at, String::new())).1.push_str(&text);
    }
}
