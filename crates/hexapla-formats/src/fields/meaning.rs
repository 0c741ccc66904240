//! What an item without a name of its own means: all that is chosen in it, together.

use hexapla_model::{Fingerprint, Meaning};

use super::node::{Entry, Node, Value};
use crate::normalise::canonical;
use crate::rules::{FieldRules, Step};

/// The fingerprint of an item of the array that people call `array`, at `path`; nothing where no
/// chosen text is in it.
///
/// # Errors
/// The first value in it that is chosen and cannot be read back.
pub(super) fn of_item<'n>(
    item: &'n Node,
    array: &str,
    path: &mut Vec<Step>,
    rules: &FieldRules,
) -> Result<Option<Fingerprint>, &'n Node> {
    let mut collector = Collector { rules, meaning: Meaning::new(), any_text: false };
    collector.meaning.part("array", &canonical(array));
    collector.node(item, path)?;
    Ok(collector.any_text.then(|| collector.meaning.fingerprint()))
}

struct Collector<'a> {
    rules: &'a FieldRules,
    meaning: Meaning,
    any_text: bool,
}

impl Collector<'_> {
    fn node<'n>(&mut self, node: &'n Node, path: &mut Vec<Step>) -> Result<(), &'n Node> {
        let chosen = self.rules.chooses(path);
        match &node.value {
            Value::Text(text) if chosen => {
                self.meaning.part("text", &canonical(text));
                self.any_text = true;
            }
            Value::Other(spelling) if chosen => {
                self.meaning.part("value", spelling);
            }
            Value::Text(_) | Value::Other(_) => {}
            Value::Refused(_) => return Err(node),
            Value::List(items, _) => {
                self.meaning.part("list", &items.len().to_string());
                path.push(Step::AnyItem);
                for item in items {
                    self.node(item, path)?;
                }
                path.pop();
            }
            Value::Map(entries, _) => self.map(entries, path)?,
        }
        Ok(())
    }

    /// The fields in order of their names: the order they are written in says nothing.
    fn map<'n>(&mut self, entries: &'n [Entry], path: &mut Vec<Step>) -> Result<(), &'n Node> {
        let mut entries: Vec<&Entry> = entries.iter().collect();
        entries.sort_by_key(|entry| &entry.name);
        self.meaning.part("map", "");
        for entry in entries {
            path.push(Step::Field(entry.name.clone()));
            if self.rules.reaches(path) {
                self.meaning.part("field", &canonical(&entry.name));
                self.node(&entry.node, path)?;
            }
            path.pop();
        }
        self.meaning.part("end", "");
        Ok(())
    }
}
