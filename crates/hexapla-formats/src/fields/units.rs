//! The chosen values of a document as units.

use std::collections::BTreeSet;

use hexapla_model::{Diagnostic, Meaning, Phrase, Unit, UnitKey, UnitKind};

use super::node::{Entry, Node, Read, Value, text_of};
use super::{key, meaning, render};
use crate::Extracted;
use crate::normalise::{canonical, lf};
use crate::rules::{FieldRules, Step};

/// The units of what was read from `text`, in order of place.
pub(super) fn units(text: &str, read: Read, rules: &FieldRules) -> Extracted {
    let mut finder = Finder { text, rules, found: Extracted::default() };
    match read {
        Ok(document) => {
            finder.found.diagnostics = document.problems;
            finder.node(&document.top, &mut Vec::new(), "", None);
        }
        Err(problem) => finder.found.diagnostics.push(problem),
    }
    let mut found = finder.found;
    found.units.sort_by_key(|unit| unit.span.start);
    keep_apart(&mut found);
    found.diagnostics.sort_by_key(|problem| problem.span.start);
    found
}

/// Leaves out the units that others stand in: parts of a table that are written in several places
/// with other tables between them.
fn keep_apart(found: &mut Extracted) {
    let mut next = usize::MAX;
    let mut kept = Vec::with_capacity(found.units.len());
    for unit in std::mem::take(&mut found.units).into_iter().rev() {
        if unit.span.end <= next {
            next = unit.span.start;
            kept.push(unit);
        } else {
            let message = "the parts of this item have other tables between them";
            let problem =
                Diagnostic::error("toml-unsupported", unit.span, Phrase::in_english(message));
            found
                .diagnostics
                .push(problem.with_hint(Phrase::in_english("write the parts of an item together")));
        }
    }
    kept.reverse();
    found.units = kept;
}

struct Finder<'a> {
    text: &'a str,
    rules: &'a FieldRules,
    found: Extracted,
}

impl Finder<'_> {
    /// The units in a value at `path`, which people call `key`.
    fn node(&mut self, node: &Node, path: &mut Vec<Step>, key: &str, comment: Option<&String>) {
        match &node.value {
            Value::Text(text) if self.rules.chooses(path) => self.found.units.push(Unit {
                key: Some(UnitKey::new(key)),
                kind: UnitKind::Field,
                text: lf(text).into_owned(),
                span: node.span.clone(),
                fingerprint: Meaning::of("text", &canonical(text)),
                codes: Vec::new(),
                comment: comment.cloned(),
                anchor: None,
            }),
            Value::Text(_) | Value::Other(_) => {}
            Value::Refused(_) => self.refuse(node, path),
            Value::Map(entries, _) => self.map(entries, path, key, None),
            Value::List(items, _) => self.list(items, path, key),
        }
    }

    fn map(&mut self, entries: &[Entry], path: &mut Vec<Step>, key: &str, id: Option<&str>) {
        for entry in entries.iter().filter(|entry| Some(entry.name.as_str()) != id) {
            path.push(Step::Field(entry.name.clone()));
            if self.rules.reaches(path) {
                let name = key::field(key, &entry.name);
                self.node(&entry.node, path, &name, entry.comment.as_ref());
            }
            path.pop();
        }
    }

    fn list(&mut self, items: &[Node], path: &mut Vec<Step>, key: &str) {
        let id = self.rules.id_field(path).map(str::to_owned);
        let mut seen = BTreeSet::new();
        path.push(Step::AnyItem);
        for item in items {
            match (&item.value, &id) {
                (Value::Map(entries, _), Some(id)) => match text_of(entries, id) {
                    Some(name) if seen.insert(name) => {
                        self.map(entries, path, &key::item(key, name), Some(id));
                    }
                    other => self.bad_id(item, key, id, other),
                },
                _ => self.atom(item, path, key),
            }
        }
        path.pop();
    }

    fn bad_id(&mut self, item: &Node, key: &str, id: &str, name: Option<&str>) {
        let message = match name {
            Some(name) => format!("`{key}` has a second item whose `{id}` is `{name}`"),
            None => format!("this item of `{key}` has no `{id}`"),
        };
        let problem = Diagnostic::error("item-id", item.span.clone(), Phrase::in_english(message));
        self.found
            .diagnostics
            .push(problem.with_hint(Phrase::in_english("give every item a name of its own")));
    }

    /// An item without a name of its own: all that is chosen in it belongs together.
    fn atom(&mut self, item: &Node, path: &mut Vec<Step>, key: &str) {
        let fingerprint = match meaning::of_item(item, key, path, self.rules) {
            Ok(Some(fingerprint)) => fingerprint,
            Ok(None) => return,
            Err(refused) => return self.refuse(refused, path),
        };
        let text = match &item.value {
            Value::Text(text) => lf(text).into_owned(),
            _ => render::atom(self.text, item),
        };
        self.found.units.push(Unit {
            key: None,
            kind: UnitKind::ArrayItem,
            text,
            span: item.span.clone(),
            fingerprint,
            codes: Vec::new(),
            comment: None,
            anchor: None,
        });
    }

    /// Tells of a value that is chosen, or holds chosen ones, and cannot be read back.
    fn refuse(&mut self, node: &Node, path: &[Step]) {
        let Value::Refused(what) = node.value else { return };
        if !self.rules.reaches(path) {
            return;
        }
        let message = format!("{what} cannot be read back safely");
        let problem =
            Diagnostic::error("yaml-unsupported", node.span.clone(), Phrase::in_english(message));
        self.found.diagnostics.push(
            problem.with_hint(Phrase::in_english("write the value out, or do not choose it")),
        );
    }
}
