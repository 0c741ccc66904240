//! The parts of an entry that are no words.

use std::ops::Range;

use hexapla_model::{CodeKind, InlineCode};

use super::entry::DEEPEST;

/// The inline codes of an entry's text, in order: `name =`, `.attribute =`, whole placeables, and
/// the heads, keys and braces of selections, so that only readable text is left between them.
pub(super) fn codes(entry: &str) -> Vec<InlineCode> {
    let mut scanner = Scanner { text: entry, codes: Vec::new() };
    let mut at = 0;
    for line in entry.split_inclusive('\n') {
        let end = at + line.len();
        // A line within a placeable was passed over with it.
        if scanner.done() <= at
            && let Some(head) = head(line, at == 0)
        {
            scanner.push(CodeKind::Syntax, at + head.start..at + head.end, "");
        }
        let from = scanner.done().max(at);
        if from < end {
            scanner.pattern(from, end, 0);
        }
        at = end;
    }
    scanner.codes
}

/// `name =` at the start of an entry, `.name =` at the start of any other line.
fn head(line: &str, first: bool) -> Option<Range<usize>> {
    let start = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[start..];
    if !first && !rest.starts_with('.') {
        return None;
    }
    let name = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let length = rest.len() - rest.trim_start_matches(name).len();
    let after = rest[length..].trim_start_matches(' ').strip_prefix('=')?;
    let end = line.len() - after.trim_start_matches(' ').len();
    Some(start..end)
}

struct Scanner<'a> {
    text: &'a str,
    codes: Vec<InlineCode>,
}

impl Scanner<'_> {
    fn done(&self) -> usize {
        self.codes.last().map_or(0, |code| code.span.end)
    }

    fn push(&mut self, kind: CodeKind, span: Range<usize>, value: &str) {
        let value = if value.is_empty() { self.text[span.clone()].trim() } else { value };
        let value = value.to_owned();
        self.codes.push(InlineCode { kind, value, span });
    }

    /// Codes of the placeables that begin between `from` and `to`.
    fn pattern(&mut self, from: usize, to: usize, depth: usize) {
        let mut at = from;
        while let Some(open) = self.text[at..to].find('{').map(|found| at + found) {
            let close = closing(self.text, open);
            self.placeable(open..close, depth);
            at = close;
            if at >= to {
                return;
            }
        }
    }

    fn placeable(&mut self, span: Range<usize>, depth: usize) {
        let inside = &self.text[span.clone()];
        match arrow(inside).filter(|_| depth < DEEPEST) {
            Some(arrow) => self.selection(span.clone(), span.start + arrow, depth),
            None => {
                let expression = inside.trim_matches(['{', '}', ' ', '\n']);
                self.push(kind(expression), span, expression.trim_start_matches('$'));
            }
        }
    }

    /// Codes of a selection: its head up to `->`, each key, what its variants hold, its end.
    fn selection(&mut self, span: Range<usize>, arrow: usize, depth: usize) {
        let head = self.text[span.start + 1..arrow].trim().to_owned();
        self.push(CodeKind::Syntax, span.start..arrow + 2, &head);
        let close = span.end - usize::from(self.text[span.clone()].ends_with('}'));
        let mut at = arrow + 2;
        while at < close {
            let Some(key) = key(self.text, at, close) else { break };
            self.push(CodeKind::Syntax, key.clone(), "");
            let next = next_key(self.text, key.end, close);
            self.pattern(key.end, next, depth + 1);
            at = next;
        }
        if close < span.end {
            self.push(CodeKind::Syntax, close..span.end, "");
        }
    }
}

/// What a placeable that selects nothing holds.
fn kind(expression: &str) -> CodeKind {
    if expression.starts_with('$') {
        CodeKind::Variable
    } else if expression.starts_with('"') || expression.starts_with(|c: char| c.is_ascii_digit()) {
        CodeKind::Syntax
    } else if expression.starts_with(|c: char| c.is_ascii_uppercase()) && expression.contains('(') {
        CodeKind::Function
    } else {
        CodeKind::Reference
    }
}

/// The end of the placeable that opens at `open`.
fn closing(text: &str, open: usize) -> usize {
    let mut state = Nesting::default();
    for (at, byte) in text.bytes().enumerate().skip(open) {
        if state.step(byte) && state.depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// The place of `->` in a placeable's own selection, if it is one.
fn arrow(placeable: &str) -> Option<usize> {
    let mut state = Nesting::default();
    let bytes = placeable.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        state.step(byte);
        if state.depth == 1 && !state.quoted && bytes[at..].starts_with(b"->") {
            return Some(at);
        }
    }
    None
}

/// The first variant key from `from` on: `[one]` or `*[other]`.
fn key(text: &str, from: usize, to: usize) -> Option<Range<usize>> {
    let open = from + text[from..to].find('[')?;
    let start = if text[..open].ends_with('*') { open - 1 } else { open };
    let close = open + text[open..to].find(']')? + 1;
    Some(start..close)
}

/// Where the next variant key begins: at the start of a line, outside of any placeable.
fn next_key(text: &str, from: usize, to: usize) -> usize {
    let mut state = Nesting::default();
    let mut line_start = false;
    for (at, byte) in text.bytes().enumerate().take(to).skip(from) {
        state.step(byte);
        if state.depth == 0 && line_start && matches!(byte, b'[' | b'*') {
            return at;
        }
        line_start = byte == b'\n' || (line_start && byte == b' ');
    }
    to
}

/// Braces and quotes that are open.
#[derive(Default)]
struct Nesting {
    depth: usize,
    quoted: bool,
    escaped: bool,
}

impl Nesting {
    /// Takes a byte in; tells whether it closed a brace.
    fn step(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.quoted => self.escaped = true,
            b'\n' => self.quoted = false,
            b'"' if self.depth > 0 => self.quoted = !self.quoted,
            b'{' if !self.quoted => self.depth += 1,
            b'}' if !self.quoted => {
                self.depth = self.depth.saturating_sub(1);
                return true;
            }
            _ => {}
        }
        false
    }
}
