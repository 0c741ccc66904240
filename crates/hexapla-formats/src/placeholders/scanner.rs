//! Reads a text from left to right.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use hexapla_model::{CodeKind, InlineCode};

use super::Placeholders;
use super::argument::{self, Argument, By};
use super::percent;
use crate::fluent::{Select, Selector};

/// The most bytes that a call may have: a text of many open ones is still read in linear time.
const LONGEST_CALL: usize = 1024;

pub(super) struct Scanner<'t> {
    text: &'t str,
    way: Placeholders,
    codes: Vec<InlineCode>,
    /// The arguments whose branches are open; of a plural, its place among `selects`.
    open: Vec<Option<usize>>,
    selects: Vec<Select>,
    /// How many placeholders without name or number there were.
    unnamed: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str, way: Placeholders) -> Self {
        Self { text, way, codes: Vec::new(), open: Vec::new(), selects: Vec::new(), unnamed: 0 }
    }

    pub(super) fn codes(mut self) -> Vec<InlineCode> {
        self.scan();
        self.codes
    }

    pub(super) fn selects(mut self) -> Vec<Select> {
        self.scan();
        self.selects
    }

    fn scan(&mut self) {
        let mut at = 0;
        while let Some(found) = self.text[at..].find(['{', '}', '#', '$', '%', '<', '\'']) {
            at = self.step(at + found);
        }
    }

    /// Reads what begins at `at`; gives where it ends.
    fn step(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        match rest.as_bytes()[0] {
            b'{' if self.open.is_empty() && self.doubled(rest) => self.interpolation(at),
            b'{' => self.argument(at),
            b'}' if !self.open.is_empty() => self.end_of_branch(at),
            b'#' => self.number_sign(at),
            b'$' => self.call(at),
            b'%' => self.percent(at),
            b'<' => self.tag(at),
            b'\'' if self.way == Placeholders::Icu => self.quoted(at),
            _ => None,
        }
        .unwrap_or(at + 1)
    }

    fn push(&mut self, kind: CodeKind, span: Range<usize>, value: &str) -> Option<usize> {
        let end = span.end;
        self.codes.push(InlineCode { kind, value: value.to_owned(), span });
        Some(end)
    }

    fn doubled(&self, rest: &str) -> bool {
        self.way.has(Placeholders::I18next) && rest.starts_with("{{")
    }

    /// `{{name}}`, `{{- name}}`, `{{name, format}}`.
    fn interpolation(&mut self, at: usize) -> Option<usize> {
        let inner = &self.text[at + 2..];
        let length = inner.find(['{', '}', '\n']).filter(|&it| inner[it..].starts_with("}}"))?;
        let name = inner[..length].split(',').next()?.trim_start_matches('-').trim();
        let name = Some(name).filter(|name| !name.is_empty())?;
        self.push(CodeKind::Variable, at..at + length + 4, name)
    }

    /// `{name}`, `{name, number}`, or the head of a choice up to its first branch.
    fn argument(&mut self, at: usize) -> Option<usize> {
        if !self.way.has(Placeholders::Icu) {
            return None;
        }
        match argument::read(self.text, at)? {
            Argument::Simple { name, end } => self.push(CodeKind::Variable, at..end, name),
            Argument::Choice { name, comma, end, by } => {
                self.push(CodeKind::Variable, at..comma, name);
                self.open_choice(name, by);
                self.branch(comma..end);
                self.push(CodeKind::Syntax, comma..end, self.text[comma..end].trim())
            }
        }
    }

    fn open_choice(&mut self, name: &str, by: By) {
        if by == By::Name {
            self.open.push(None);
            return;
        }
        self.open.push(Some(self.selects.len()));
        let selector = Selector::Variable { name: name.to_owned(), ordinal: by == By::Ordinal };
        let (names, numbers) = <(BTreeSet<String>, BTreeSet<String>)>::default();
        let default = "other".to_owned();
        self.selects.push(Select { selector, names, numbers, default, alike: BTreeMap::new() });
    }

    /// Remembers by what the branch is chosen whose brace ends the span.
    fn branch(&mut self, span: Range<usize>) {
        let head = self.text[span].trim_end_matches('{').trim_end();
        let name = head.rsplit(|c: char| c.is_whitespace() || ",}".contains(c)).next();
        let (Some(name), Some(Some(at))) = (name, self.open.last()) else { return };
        let Some(select) = self.selects.get_mut(*at) else { return };
        match name.strip_prefix('=') {
            Some(number) => select.numbers.insert(number.to_owned()),
            None => select.names.insert(name.to_owned()),
        };
    }

    /// `} other {` or, at the end of a choice, `}}`.
    fn end_of_branch(&mut self, at: usize) -> Option<usize> {
        let next = argument::next_branch(self.text, at + 1);
        if let Some(end) = next {
            self.branch(at..end);
        } else {
            self.open.pop();
        }
        let end = next.or_else(|| argument::closing(self.text, at + 1));
        let span = at..end.unwrap_or(at + 1);
        self.push(CodeKind::Syntax, span.clone(), self.text[span].trim())
    }

    /// The number that the innermost plural chooses by.
    fn number_sign(&mut self, at: usize) -> Option<usize> {
        let plural = self.open.iter().rev().find_map(|it| *it)?;
        let Selector::Variable { name, .. } = &self.selects.get(plural)?.selector else {
            return None;
        };
        let name = name.clone();
        self.push(CodeKind::Variable, at..at + 1, &name)
    }

    /// `$t(key)`, with options or without.
    fn call(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let inner = rest.strip_prefix("$t(").filter(|_| self.way.has(Placeholders::I18next))?;
        let mut depth = 1_usize;
        let end = inner.bytes().take(LONGEST_CALL).position(|byte| {
            depth = match byte {
                b'(' => depth + 1,
                b')' => depth - 1,
                _ => depth,
            };
            depth == 0
        })?;
        let key = inner.get(..end)?.split(',').next()?.trim();
        self.push(CodeKind::Reference, at..at + "$t(".len() + end + 1, key)
    }

    fn percent(&mut self, at: usize) -> Option<usize> {
        let found = percent::read(self.text, at, self.way)?;
        let name = found.name.map_or_else(
            || {
                self.unnamed += 1;
                self.unnamed.to_string()
            },
            str::to_owned,
        );
        self.push(found.kind, at..found.end, &name)
    }

    /// `<b>`, `</0>`, `<br/>`, `<a href="…">`.
    fn tag(&mut self, at: usize) -> Option<usize> {
        let inner = &self.text[at + 1..];
        let name = inner.strip_prefix('/').unwrap_or(inner);
        name.starts_with(|c: char| c.is_ascii_alphanumeric()).then_some(())?;
        let length = inner.find(['<', '>']).filter(|&it| inner[it..].starts_with('>'))?;
        let content = inner[..length].trim_end_matches('/').trim_end();
        self.push(CodeKind::Html, at..at + length + 2, &format!("<{content}>"))
    }

    /// Passes over text that an apostrophe quotes: it has no placeholders.
    fn quoted(&mut self, at: usize) -> Option<usize> {
        let inner = &self.text[at + 1..];
        let quotes =
            inner.starts_with(['{', '}']) || (inner.starts_with('#') && !self.open.is_empty());
        if inner.starts_with('\'') {
            return Some(at + 2);
        }
        quotes.then(|| inner.find('\'').map_or(self.text.len(), |end| at + 1 + end + 1))
    }
}
