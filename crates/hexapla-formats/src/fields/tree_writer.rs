//! Values that a catalogue does not have yet, as text.

use std::collections::HashMap;

use super::json_string;
use super::node::{Entry, Node, Value};
use super::render::indent;
use super::yaml_plain::can_be_plain;
use super::yaml_scalar;
use crate::plural::renamed;
use crate::rules::{FieldRules, Step};

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Json,
    /// YAML on lines of its own.
    Lines,
    /// YAML within brackets.
    Flow,
}

/// A value as text, and whether a wanted one is in it: one that only says the same in every
/// locale, such as a number, is written beside wanted ones and never alone.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) wanted: bool,
}

/// Writes values of the source with new texts.
pub(super) struct TreeWriter<'a> {
    pub(super) source: &'a str,
    pub(super) rules: &'a FieldRules,
    /// The new texts, by where the source's value begins.
    pub(super) wanted: HashMap<usize, &'a str>,
    /// The texts of plural forms that the source lacks, in order, by where the value begins that
    /// they stand beside; each with its category.
    pub(super) forms: HashMap<usize, Vec<(&'static str, &'a str)>>,
    /// The line end and what one level is indented by.
    pub(super) end: &'a str,
    pub(super) step: String,
}

impl<'a> TreeWriter<'a> {
    /// A named value, its further lines behind `margin`; nothing where nothing of it is wanted.
    pub(super) fn entry(
        &self,
        entry: &Entry,
        path: &mut Vec<Step>,
        margin: &str,
        style: Style,
    ) -> Option<Written> {
        path.push(Step::Field(entry.name.clone()));
        let value = self.value(&entry.node, path, margin, style);
        path.pop();
        value.map(|value| self.named(&self.name(entry, style), &value))
    }

    /// A named value behind its plural forms.
    fn fields(
        &self,
        entry: &Entry,
        path: &mut Vec<Step>,
        margin: &str,
        style: Style,
    ) -> Vec<Written> {
        let forms = self.forms(entry).into_iter();
        let forms = forms.map(|(name, new)| self.form(entry, &name, new, margin, style));
        forms.chain(self.entry(entry, path, margin, style)).collect()
    }

    /// The plural forms to be written before a value: their names and texts.
    pub(super) fn forms(&self, entry: &Entry) -> Vec<(String, &'a str)> {
        let forms = self.forms.get(&entry.node.span.start).into_iter().flatten();
        forms.filter_map(|(form, new)| Some((renamed(&entry.name, form)?, *new))).collect()
    }

    /// A plural form of the text that `entry` is another form of.
    pub(super) fn form(
        &self,
        entry: &Entry,
        name: &str,
        new: &str,
        margin: &str,
        style: Style,
    ) -> Written {
        let value = self.form_value(&entry.node, new, margin, style);
        let name = match style {
            Style::Lines => yaml_name(name),
            Style::Json | Style::Flow => json_string::write("", name),
        };
        self.named(&name, &value)
    }

    /// The text of a plural form, quoted as another is.
    pub(super) fn form_value(
        &self,
        other: &Node,
        new: &str,
        margin: &str,
        style: Style,
    ) -> Written {
        let raw = self.source.get(other.span.clone()).unwrap_or_default();
        Written { text: self.text(raw, new, margin, style), wanted: true }
    }

    /// A name with what was written of its value.
    fn named(&self, name: &str, value: &Written) -> Written {
        let space =
            if value.text.is_empty() || value.text.starts_with(self.end) { "" } else { " " };
        Written { text: format!("{name}:{space}{}", value.text), wanted: value.wanted }
    }

    /// The name of a value: as the source writes it, where that is without quotes.
    fn name(&self, entry: &Entry, style: Style) -> String {
        if style != Style::Lines {
            return json_string::write("", &entry.name);
        }
        let rest = self.source.get(entry.start..).unwrap_or_default();
        let plain =
            rest.strip_prefix(&entry.name).is_some_and(|it| it.trim_start().starts_with(':'));
        let bare = plain && !entry.name.starts_with(['"', '\'']);
        if bare { entry.name.clone() } else { yaml_name(&entry.name) }
    }

    /// A value; in lines of YAML, a value with others in it begins with a line end.
    pub(super) fn value(
        &self,
        node: &Node,
        path: &mut Vec<Step>,
        margin: &str,
        style: Style,
    ) -> Option<Written> {
        let raw = self.source.get(node.span.clone()).unwrap_or_default();
        let written = |text, wanted| Some(Written { text, wanted });
        match (&node.value, self.wanted.get(&node.span.start)) {
            (Value::Text(_), Some(new)) => written(self.text(raw, new, margin, style), true),
            (Value::Text(_) | Value::Refused(_), None) => None,
            (Value::Other(_), _) => written(raw.trim().to_owned(), false),
            (_, Some(new)) if style == Style::Lines => {
                written(indent(new, margin.len() + 2, self.end), true)
            }
            (_, Some(new)) => written(new.replace('\n', self.end), true),
            (Value::Map(entries, _), None) => {
                let inner = format!("{margin}{}", self.step);
                let mut all = Vec::new();
                for entry in entries {
                    all.extend(self.fields(entry, path, &inner, style));
                }
                self.collection(all, ('{', '}'), margin, style)
            }
            (Value::List(items, _), None) => self.list(items, path, margin, style),
        }
    }

    fn text(&self, raw: &str, new: &str, margin: &str, style: Style) -> String {
        match style {
            Style::Json => json_string::write(raw, new),
            Style::Flow => yaml_scalar::double_quoted(new),
            Style::Lines => yaml_scalar::write(raw, new, margin.len() + 2, self.end),
        }
    }

    fn list(
        &self,
        items: &[Node],
        path: &mut Vec<Step>,
        margin: &str,
        style: Style,
    ) -> Option<Written> {
        let id = self.rules.id_field(path).map(str::to_owned);
        let inner = format!("{margin}{}", self.step);
        path.push(Step::AnyItem);
        let of = |item: &Node| self.item(item, id.as_deref(), path, &inner, style);
        let written = items.iter().filter_map(of).collect();
        path.pop();
        self.collection(written, ('[', ']'), margin, style)
    }

    /// An item, with the field that names it and, in lines of YAML, its dash.
    pub(super) fn item(
        &self,
        item: &Node,
        id: Option<&str>,
        path: &mut Vec<Step>,
        margin: &str,
        style: Style,
    ) -> Option<Written> {
        let mut written = match (&item.value, id) {
            (Value::Map(entries, _), Some(id)) => {
                let behind_dash = style == Style::Lines;
                let inner = format!("{margin}{}", if behind_dash { "  " } else { &self.step });
                let mut all = Vec::new();
                for entry in entries {
                    if entry.name == id {
                        let text = self.source.get(entry.node.span.clone())?.to_owned();
                        let value = Written { text, wanted: false };
                        all.push(self.named(&self.name(entry, style), &value));
                        continue;
                    }
                    all.extend(self.fields(entry, path, &inner, style));
                }
                self.entries(all, ('{', '}'), &inner, margin, style)?
            }
            _ => self.value(item, path, margin, style)?,
        };
        if style == Style::Lines {
            written.text = format!("- {}", written.text.trim_start());
        }
        Some(written)
    }

    fn collection(
        &self,
        values: Vec<Written>,
        brackets: (char, char),
        margin: &str,
        style: Style,
    ) -> Option<Written> {
        self.entries(values, brackets, &format!("{margin}{}", self.step), margin, style)
    }

    /// Values behind `inner`, in brackets of which the closing one stands behind `margin`.
    fn entries(
        &self,
        values: Vec<Written>,
        (open, close): (char, char),
        inner: &str,
        margin: &str,
        style: Style,
    ) -> Option<Written> {
        values.iter().any(|it| it.wanted).then_some(())?;
        let texts: Vec<String> = values.into_iter().map(|it| it.text).collect();
        let line = format!("{}{inner}", self.end);
        let text = match style {
            Style::Flow => format!("{open}{}{close}", texts.join(", ")),
            Style::Lines => texts.iter().map(|text| format!("{line}{text}")).collect(),
            Style::Json => {
                let all = texts.join(&format!(",{line}"));
                format!("{open}{line}{all}{}{margin}{close}", self.end)
            }
        };
        Some(Written { text, wanted: true })
    }
}

fn yaml_name(name: &str) -> String {
    if can_be_plain(name) { name.to_owned() } else { yaml_scalar::double_quoted(name) }
}
