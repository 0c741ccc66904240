//! The chosen values of a document as units.

use std::collections::BTreeSet;

use hexapla_model::{Diagnostic, Meaning, Unit, UnitKey, UnitKind};

use super::node::{Entry, Node, Read, Value};
use crate::Extracted;
use crate::normalise::{canonical, lf};
use crate::rules::{FieldRules, Step};

pub(super) fn units(text: &str, read: Read, rules: &FieldRules) -> Extracted {
    let mut finder = Finder { text, rules, found: Extracted::default() };
    match read {
        Ok(top) => finder.node(&top, &mut Vec::new(), "", None),
        Err(problem) => finder.found.diagnostics.push(problem),
    }
    finder.found.units.sort_by_key(|unit| unit.span.start);
    finder.found
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
            Value::Text(text) if self.rules.chooses(path) => {
                let fingerprint = Meaning::of("text", &canonical(text));
                self.found.units.push(Unit {
                    key: Some(UnitKey::new(key)),
                    kind: UnitKind::Field,
                    text: lf(text).into_owned(),
                    span: node.span.clone(),
                    fingerprint,
                    codes: Vec::new(),
                    comment: comment.cloned(),
                });
            }
            Value::Text(_) | Value::Other => {}
            Value::Map(entries) => self.map(entries, path, key, None),
            Value::List(items) => self.list(items, path, key),
        }
    }

    fn map(&mut self, entries: &[Entry], path: &mut Vec<Step>, key: &str, id: Option<&str>) {
        for entry in entries.iter().filter(|entry| Some(entry.name.as_str()) != id) {
            let name =
                if key.is_empty() { entry.name.clone() } else { format!("{key}.{}", entry.name) };
            path.push(Step::Field(entry.name.clone()));
            self.node(&entry.node, path, &name, entry.comment.as_ref());
            path.pop();
        }
    }

    fn list(&mut self, items: &[Node], path: &mut Vec<Step>, key: &str) {
        let id = self.rules.id_field(path).map(str::to_owned);
        let mut seen = BTreeSet::new();
        path.push(Step::AnyItem);
        for item in items {
            match (&item.value, &id) {
                (Value::Map(entries), Some(id)) => match text_of(entries, id) {
                    Some(name) if seen.insert(name.to_owned()) => {
                        self.map(entries, path, &format!("{key}[{name}]"), Some(id));
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
        let problem = Diagnostic::error("item-id", item.span.clone(), message);
        self.found.diagnostics.push(problem.with_hint("give every item a name of its own"));
    }

    /// An item without a name of its own: all that is chosen in it belongs together.
    fn atom(&mut self, item: &Node, path: &mut Vec<Step>, key: &str) {
        let mut meaning = Meaning::new();
        meaning.part("array", key);
        if !self.mean(item, path, &mut meaning) {
            return;
        }
        let text = match &item.value {
            Value::Text(text) => lf(text).into_owned(),
            _ => lf(self.text.get(item.span.clone()).unwrap_or_default()).into_owned(),
        };
        self.found.units.push(Unit {
            key: None,
            kind: UnitKind::ArrayItem,
            text,
            span: item.span.clone(),
            fingerprint: meaning.fingerprint(),
            codes: Vec::new(),
            comment: None,
        });
    }

    /// Adds what a value means; tells whether any chosen text is in it.
    fn mean(&self, node: &Node, path: &mut Vec<Step>, meaning: &mut Meaning) -> bool {
        let chosen = self.rules.chooses(path);
        match &node.value {
            Value::Text(text) => {
                if chosen {
                    meaning.part("text", &canonical(text));
                }
                chosen
            }
            Value::Other => {
                if chosen {
                    meaning.part("value", self.text.get(node.span.clone()).unwrap_or_default());
                }
                false
            }
            Value::List(items) => {
                meaning.part("list", "");
                path.push(Step::AnyItem);
                let mut any = false;
                for item in items {
                    any |= self.mean(item, path, meaning);
                }
                path.pop();
                any
            }
            Value::Map(entries) => {
                let mut entries: Vec<&Entry> = entries.iter().collect();
                entries.sort_by_key(|entry| &entry.name);
                let mut any = false;
                for entry in entries {
                    meaning.part("field", &entry.name);
                    path.push(Step::Field(entry.name.clone()));
                    any |= self.mean(&entry.node, path, meaning);
                    path.pop();
                }
                any
            }
        }
    }
}

fn text_of<'e>(entries: &'e [Entry], name: &str) -> Option<&'e str> {
    let entry = entries.iter().find(|entry| entry.name == name)?;
    match &entry.node.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
