//! What a catalogue lacks of another, put where it belongs.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::Language;
use super::node::{Entry, Form, Node, Value, text_of};
use super::place::{Child, New, Place};
use super::tree_writer::{Style, TreeWriter, Written};
use crate::rules::Step;

/// Walks the source's tree beside the target's.
pub(super) struct Graft<'a> {
    language: Language,
    target: &'a str,
    writer: TreeWriter<'a>,
    /// Where the target's item of an array begins, by where the source's does.
    pairs: HashMap<usize, usize>,
    /// Texts to put in, by place and in order.
    spliced: BTreeMap<usize, String>,
    /// Empty texts that new ones take the place of.
    replaced: Vec<(Range<usize>, String)>,
}

impl<'a> Graft<'a> {
    pub(super) fn new(
        language: Language,
        target: &'a str,
        writer: TreeWriter<'a>,
        pairs: HashMap<usize, usize>,
    ) -> Self {
        let (spliced, replaced) = (BTreeMap::new(), Vec::new());
        Self { language, target, writer, pairs, spliced, replaced }
    }

    /// The target with what it lacks of the source's wanted values.
    pub(super) fn of(mut self, source: &Node, target: &Node) -> String {
        self.node(source, target, &mut Vec::new());
        self.written()
    }

    /// Adds what a value of the target lacks of the source's.
    fn node(&mut self, source: &Node, target: &Node, path: &mut Vec<Step>) {
        match (&source.value, &target.value) {
            (Value::Map(from, _), Value::Map(to, _)) => self.map(from, target, to, path),
            (Value::List(from, _), Value::List(to, _)) => self.list(from, target, to, path),
            (Value::Map(from, _), Value::Other(spelling)) if spelling == "~" => {
                self.map(from, target, &[], path);
            }
            (Value::Text(_), Value::Text(text)) if text.is_empty() => {
                self.replace(source, target, path);
            }
            (Value::Map(..), Value::Other(nothing)) if nothing == "null" => {
                self.replace(source, target, path);
            }
            (Value::Text(_), Value::Other(nothing)) if nothing == "null" || nothing == "~" => {
                self.replace(source, target, path);
            }
            _ => {}
        }
    }

    /// Puts what is wanted of the source in place of what says nothing.
    fn replace(&mut self, source: &Node, target: &Node, path: &mut Vec<Step>) {
        let style = self.style(target);
        let margin = Place::new(self.target).indentation(target.span.start).to_owned();
        let written = self.writer.value(source, path, &margin, style);
        self.replace_by(target, written);
    }

    /// Puts a wanted value in place of what says nothing.
    fn replace_by(&mut self, target: &Node, written: Option<Written>) {
        if let Some(new) = written.filter(|new| new.wanted) {
            if !target.span.is_empty() {
                self.replaced.push((target.span.clone(), new.text));
            } else if let Some(colon) = self.target[target.span.start..].find(':') {
                // A name alone: what is not written stands before its colon.
                let at = target.span.start + colon + 1;
                self.replaced.push((at..at, format!(" {}", new.text)));
            }
        }
    }

    /// Puts the text of a plural form where the target has its name and no text yet.
    fn empty_form(&mut self, entry: &Entry, target: &Entry, new: &str) {
        let says_nothing = match &target.node.value {
            Value::Text(text) => text.is_empty(),
            Value::Other(nothing) => nothing == "null" || nothing == "~",
            _ => false,
        };
        if says_nothing {
            let style = self.style(&target.node);
            let margin = Place::new(self.target).indentation(target.node.span.start).to_owned();
            let written = self.writer.form_value(&entry.node, new, &margin, style);
            self.replace_by(&target.node, Some(written));
        }
    }

    fn style(&self, target: &Node) -> Style {
        match (self.language, &target.value) {
            (Language::Yaml, Value::Map(_, Form::Inline) | Value::List(_, Form::Inline)) => {
                Style::Flow
            }
            (Language::Yaml, _) => Style::Lines,
            _ => Style::Json,
        }
    }

    fn map(&mut self, from: &[Entry], target: &Node, to: &[Entry], path: &mut Vec<Step>) {
        let children: Vec<Child> = to.iter().map(Child::of_entry).collect();
        let style = self.style(target);
        let depth = path.len() + usize::from(self.writer.rules.root.is_some());
        let margin = self.margin(target, &children, style, depth);
        let names: HashMap<&str, usize> =
            to.iter().enumerate().map(|(at, entry)| (entry.name.as_str(), at)).collect();
        let mut added = Added::default();
        for entry in from {
            for (name, new) in self.writer.forms(entry) {
                match names.get(name.as_str()) {
                    Some(&at) => self.empty_form(entry, &to[at], new),
                    None => {
                        added.push(Some(self.writer.form(entry, &name, new, &margin, style)));
                    }
                }
            }
            match names.get(entry.name.as_str()) {
                Some(&at) => {
                    path.push(Step::Field(entry.name.clone()));
                    self.node(&entry.node, &to[at].node, path);
                    path.pop();
                    added.pass(at);
                }
                None => added.push(self.writer.entry(entry, path, &margin, style)),
            }
        }
        self.put(target, &children, &margin, style, added);
    }

    fn list(&mut self, from: &[Node], target: &Node, to: &[Node], path: &mut Vec<Step>) {
        let id = self.writer.rules.id_field(path).map(str::to_owned);
        let style = self.style(target);
        let children: Vec<Child> = to
            .iter()
            .map(|item| Child::of_item(item, self.target, style == Style::Lines))
            .collect();
        let margin = self.margin(target, &children, style, path.len());
        let starts: HashMap<usize, usize> =
            to.iter().enumerate().map(|(at, item)| (item.span.start, at)).collect();
        let named: HashMap<&str, usize> = to
            .iter()
            .enumerate()
            .filter_map(|(at, item)| Some((name_of(item, id.as_deref()?)?, at)))
            .collect();
        let mut added = Added::default();
        path.push(Step::AnyItem);
        for item in from {
            let at = match &id {
                Some(id) => name_of(item, id).and_then(|name| named.get(name)).copied(),
                None => self.pairs.get(&item.span.start).and_then(|it| starts.get(it)).copied(),
            };
            match at {
                Some(at) => {
                    self.node(item, &to[at], path);
                    added.pass(at);
                }
                None => added.push(self.writer.item(item, id.as_deref(), path, &margin, style)),
            }
        }
        path.pop();
        self.put(target, &children, &margin, style, added);
    }

    /// What stands before a new child of a value.
    fn margin(&self, target: &Node, children: &[Child], style: Style, depth: usize) -> String {
        let place = Place::new(self.target);
        let step = &self.writer.step;
        match children.first() {
            Some(first) if style == Style::Lines => " ".repeat(place.column(first.start)),
            Some(first) => place.margin(first.start).unwrap_or_default().to_owned(),
            None if style == Style::Lines => step.repeat(depth),
            None => format!("{}{step}", place.indentation(target.span.start)),
        }
    }

    /// Puts new children of a value where they belong.
    fn put(&mut self, target: &Node, children: &[Child], margin: &str, style: Style, added: Added) {
        let place = Place::new(self.target);
        for (behind, texts) in added.groups.into_iter().filter(|(_, texts)| !texts.is_empty()) {
            let new = New { behind, texts, margin, end: self.writer.end };
            let spliced = match style {
                Style::Lines => place.lines(target, children, &new),
                Style::Json | Style::Flow => place.brackets(target, children, &new),
            };
            for (at, text) in spliced {
                self.spliced.entry(at).or_default().push_str(&text);
            }
        }
    }

    /// The target with all that was added.
    fn written(&self) -> String {
        let added = self.spliced.iter().map(|(at, text)| (*at..*at, text.as_str()));
        let replaced = self.replaced.iter().map(|(span, text)| (span.clone(), text.as_str()));
        let mut edits: Vec<_> = added.chain(replaced).collect();
        edits.sort_by_key(|(span, _)| (span.start, span.end));
        crate::splice::splice(self.target, edits)
    }
}

/// The name of an item.
fn name_of<'n>(item: &'n Node, id: &str) -> Option<&'n str> {
    let Value::Map(entries, _) = &item.value else { return None };
    text_of(entries, id)
}

/// New children of one value, by the present child that they come behind.
struct Added {
    groups: Vec<(Option<usize>, Vec<String>)>,
}

impl Default for Added {
    fn default() -> Self {
        Self { groups: vec![(None, Vec::new())] }
    }
}

impl Added {
    /// Comes by a child that is there.
    fn pass(&mut self, at: usize) {
        self.groups.push((Some(at), Vec::new()));
    }

    fn push(&mut self, written: Option<Written>) {
        if let (Some(written), Some((_, texts))) =
            (written.filter(|it| it.wanted), self.groups.last_mut())
        {
            texts.push(written.text);
        }
    }
}
