//! TOML 1.0, as read by `toml_edit`.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase};
use toml_edit::{Document as Parsed, InlineTable, Item, Key, Table, TomlError, Value as TomlValue};

use super::comment;
use super::node::{DEEPEST, Document, Entry, Form, Node, Read, Value};
use super::toml_depth::too_deep;

/// Reads a document.
pub(super) fn read(text: &str) -> Read {
    // The parser takes a byte order mark for content of the first line.
    let content = text.strip_prefix('\u{feff}').unwrap_or(text);
    let shift = text.len() - content.len();
    if let Some(at) = too_deep(content) {
        let message = format!("more than {DEEPEST} levels of nesting");
        return Err(Diagnostic::error(
            "toml-unsupported",
            at + shift..at + shift + 1,
            Phrase::in_english(message),
        )
        .with_hint(Phrase::in_english("nest less; nothing of the fields was read or changed")));
    }
    let document = Parsed::parse(content).map_err(|error| syntax(&error, shift))?;
    let top = Reader { text: content, shift }.table(document.as_table(), Form::Lines);
    Ok(Document { top, problems: Vec::new() })
}

fn syntax(error: &TomlError, shift: usize) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    Diagnostic::error(
        "toml-syntax",
        span.start + shift..span.end + shift,
        Phrase::in_english(message),
    )
    .with_hint(Phrase::in_english(
        "set the syntax right; nothing of the fields was read or changed",
    ))
}

struct Reader<'a> {
    text: &'a str,
    shift: usize,
}

impl Reader<'_> {
    fn span(&self, span: Option<Range<usize>>) -> Range<usize> {
        let span = span.unwrap_or(0..0);
        span.start + self.shift..span.end + self.shift
    }

    fn table(&self, table: &Table, form: Form) -> Node {
        let entries = self.entries(
            table.iter().filter_map(|(name, item)| Some((table.key(name)?, self.item(item)?))),
        );
        let span = body(&entries).unwrap_or_else(|| self.span(table.span()));
        Node { value: Value::Map(entries, form), span }
    }

    fn form(&self, table: &Table) -> Form {
        match (table.is_dotted(), table.is_implicit()) {
            (true, _) => Form::Lines,
            (false, true) => Form::Implied,
            (false, false) => Form::Header(self.span(table.span())),
        }
    }

    fn inline_table(&self, table: &InlineTable) -> Node {
        let entries = self.entries(
            table.iter().filter_map(|(name, value)| Some((table.key(name)?, self.value(value)))),
        );
        if table.is_dotted() {
            let span = body(&entries).unwrap_or_else(|| self.span(table.span()));
            return Node { value: Value::Map(entries, Form::Implied), span };
        }
        Node { value: Value::Map(entries, Form::Inline), span: self.span(table.span()) }
    }

    fn entries<'k>(&self, found: impl Iterator<Item = (&'k Key, Node)>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = found
            .map(|(key, node)| Entry {
                name: key.get().to_owned(),
                start: if node.is_section() { node.start() } else { self.span(key.span()).start },
                comment: self.comment(key),
                node,
            })
            .collect();
        entries.sort_by_key(|entry| entry.start);
        entries
    }

    fn item(&self, item: &Item) -> Option<Node> {
        match item {
            Item::None => None,
            Item::Value(value) => Some(self.value(value)),
            Item::Table(table) => Some(self.table(table, self.form(table))),
            Item::ArrayOfTables(tables) => {
                let items: Vec<Node> =
                    tables.iter().map(|table| self.table(table, self.form(table))).collect();
                let start = items.first().map_or(0, Node::start);
                let end = items.iter().map(|item| item.span.end).max().unwrap_or(start);
                Some(Node { value: Value::List(items, Form::Lines), span: start..end })
            }
        }
    }

    fn value(&self, value: &TomlValue) -> Node {
        let span = self.span(value.span());
        let value = match value {
            TomlValue::String(text) => Value::Text(text.value().clone()),
            TomlValue::Integer(number) => Value::Other(number.value().to_string()),
            TomlValue::Float(number) => Value::Other(number.value().to_string()),
            TomlValue::Boolean(truth) => Value::Other(truth.value().to_string()),
            TomlValue::Datetime(time) => Value::Other(time.value().to_string()),
            TomlValue::Array(items) => {
                Value::List(items.iter().map(|item| self.value(item)).collect(), Form::Inline)
            }
            TomlValue::InlineTable(table) => return self.inline_table(table),
        };
        Node { value, span }
    }

    fn comment(&self, key: &Key) -> Option<String> {
        let prefix = key.leaf_decor().prefix()?.span()?;
        let line = self.text.get(prefix.start..key.span()?.start)?;
        comment::above(line, true, "#")
    }
}

/// From where the first name or header begins to the end of the last value.
fn body(entries: &[Entry]) -> Option<Range<usize>> {
    let end = entries.iter().map(|entry| entry.node.span.end).max()?;
    Some(entries.first()?.start..end)
}
