//! A document of named values.

use std::collections::HashSet;
use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase};

/// The most lists, tables and parts of dotted names that may stand within each other.
pub(super) const DEEPEST: usize = 64;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) value: Value,
    /// Its bytes, quotes and brackets included; of a table without brackets, from its first name
    /// to the end of its last value.
    pub(super) span: Range<usize>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A string, decoded.
    Text(String),
    /// Anything else that holds no other values, in one spelling for all that mean the same.
    Other(String),
    /// What cannot be read back safely, and what makes it so.
    Refused(&'static str),
    /// Values in order.
    List(Vec<Node>, Form),
    /// Values by name, in order of place.
    Map(Vec<Entry>, Form),
}

/// How a list or map is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// On lines of its own, under nothing but the name.
    Lines,
    /// Within brackets.
    Inline,
    /// Below a TOML header, at this place.
    Header(Range<usize>),
    /// Nowhere but in the headers or dotted names of what is in it.
    Implied,
}

/// A named value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    /// Where the name begins, or the header that it stands in.
    pub(super) start: usize,
    /// What is said to translators above it.
    pub(super) comment: Option<String>,
    pub(super) node: Node,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Document {
    pub(super) top: Node,
    /// What is wrong with it that hides none of the rest.
    pub(super) problems: Vec<Diagnostic>,
}

/// A document, or why it cannot be read.
pub(super) type Read = Result<Document, Diagnostic>;

/// The entries without those whose name stands again further down: as most parsers have it, the
/// last counts. Each that is left out is told of.
pub(super) fn last_of_each(entries: Vec<Entry>, problems: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut seen = HashSet::new();
    let again: Vec<bool> = entries.iter().rev().map(|it| !seen.insert(&it.name)).collect();
    if !again.contains(&true) {
        return entries;
    }
    let mut kept = Vec::with_capacity(entries.len());
    for (entry, again) in entries.into_iter().zip(again.into_iter().rev()) {
        if again {
            let message = format!("`{}` stands again further down", entry.name);
            let problem = Diagnostic::error(
                "duplicate-key",
                entry.start..entry.node.span.end,
                Phrase::in_english(message),
            );
            problems.push(
                problem.with_hint(Phrase::in_english(
                    "only the last is read: remove or rename this one",
                )),
            );
        } else {
            kept.push(entry);
        }
    }
    kept
}

impl Node {
    /// Where the value begins to be written, with its header where it has one.
    pub(super) fn start(&self) -> usize {
        match &self.value {
            Value::Map(_, Form::Header(head)) => head.start,
            Value::List(items, Form::Lines) => {
                items.first().map_or(self.span.start, |item| item.start())
            }
            _ => self.span.start,
        }
    }

    /// Whether the value is written below headers and not on the line of its name.
    pub(super) fn is_section(&self) -> bool {
        match &self.value {
            Value::Map(entries, Form::Implied) => entries.iter().any(|it| it.node.is_section()),
            Value::Map(_, Form::Header(_)) => true,
            Value::List(items, Form::Lines) => items.iter().any(Self::is_section),
            _ => false,
        }
    }
}

/// The text of a field of a table: what names an item.
pub(super) fn text_of<'e>(entries: &'e [Entry], name: &str) -> Option<&'e str> {
    let entry = entries.iter().find(|entry| entry.name == name)?;
    match &entry.node.value {
        Value::Text(text) | Value::Other(text) => Some(text),
        _ => None,
    }
}
