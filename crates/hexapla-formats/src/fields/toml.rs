//! TOML, as read by `toml_edit`.

use std::ops::Range;

use hexapla_model::Diagnostic;
use toml_edit::{Document, InlineTable, Item, Key, Table, Value as TomlValue};

use super::node::{Entry, Node, Read, Value};

pub(super) fn read(text: &str) -> Read {
    // The parser takes a byte order mark for content of the first line.
    let (bom, content) = match text.strip_prefix('\u{feff}') {
        Some(content) => ("\u{feff}".len(), content),
        None => (0, text),
    };
    let document = Document::parse(content).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        let span = span.start + bom..span.end + bom;
        Diagnostic::error("toml-syntax", span, message)
            .with_hint("set the syntax right; nothing of the file was read or changed")
    })?;
    let reader = Reader { text: content, shift: bom };
    Ok(reader.table(document.as_table()))
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

    fn table(&self, table: &Table) -> Node {
        let entries = self.entries(
            table.iter().filter_map(|(name, item)| Some((table.key(name)?, self.item(item)?))),
        );
        let span = table.span();
        Node { span: body(&entries).unwrap_or_else(|| self.span(span)), value: Value::Map(entries) }
    }

    fn inline_table(&self, table: &InlineTable) -> Node {
        let entries = self.entries(
            table.iter().filter_map(|(name, value)| Some((table.key(name)?, self.value(value)))),
        );
        Node { value: Value::Map(entries), span: self.span(table.span()) }
    }

    fn entries<'k>(&self, found: impl Iterator<Item = (&'k Key, Node)>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = found
            .map(|(key, node)| Entry {
                name: key.get().to_owned(),
                start: self.span(key.span()).start,
                comment: self.comment(key),
                node,
            })
            .collect();
        entries.sort_by_key(|entry| entry.node.span.start);
        entries
    }

    fn item(&self, item: &Item) -> Option<Node> {
        match item {
            Item::None => None,
            Item::Value(value) => Some(self.value(value)),
            Item::Table(table) => Some(self.table(table)),
            Item::ArrayOfTables(tables) => {
                let items = tables.iter().map(|table| self.table(table)).collect();
                Some(Node { value: Value::List(items), span: self.span(tables.span()) })
            }
        }
    }

    fn value(&self, value: &TomlValue) -> Node {
        let span = self.span(value.span());
        let value = match value {
            TomlValue::String(text) => Value::Text(text.value().clone()),
            TomlValue::Array(items) => Value::List(items.iter().map(|it| self.value(it)).collect()),
            TomlValue::InlineTable(table) => return self.inline_table(table),
            _ => Value::Other,
        };
        Node { value, span }
    }

    /// The comment lines directly above a key.
    fn comment(&self, key: &Key) -> Option<String> {
        let prefix = key.leaf_decor().prefix()?;
        let text = match prefix.span() {
            Some(span) => self.text.get(span)?,
            None => prefix.as_str()?,
        };
        let above = text.rsplit("\n\n").next()?;
        let lines: Vec<&str> =
            above.lines().filter_map(|line| line.trim().strip_prefix('#')).map(str::trim).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

/// From the first name to the end of the last value: what stands between belongs to a table.
fn body(entries: &[Entry]) -> Option<Range<usize>> {
    Some(entries.first()?.start..entries.last()?.node.span.end)
}
