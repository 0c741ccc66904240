//! A block under way.

use std::ops::Range;

use hexapla_model::{CodeKind, InlineCode, Unit, UnitKind};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::block::{Block, line_start};
use super::lines::{Lines, Margin};
use super::meaning::Reading;

/// A mark that is open: kind, meaning, place, and what was seen inside.
type Mark = (CodeKind, String, Range<usize>, Option<Range<usize>>);

/// A block whose inline content is being read.
pub(super) struct Builder<'a> {
    file: &'a str,
    kind: UnitKind,
    margin: Margin,
    /// Everything that belongs to the block.
    outer: Range<usize>,
    /// What has been seen of its content.
    inner: Option<Range<usize>>,
    /// The pieces of verbatim content.
    pieces: Vec<Range<usize>>,
    reading: Reading,
    codes: Vec<(CodeKind, String, Range<usize>)>,
    /// Marks that are open.
    open: Vec<Mark>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(file: &'a str, kind: UnitKind, outer: Range<usize>, margin: Margin) -> Self {
        Self {
            file,
            kind,
            margin,
            outer,
            inner: None,
            pieces: Vec::new(),
            reading: Reading::default(),
            codes: Vec::new(),
            open: Vec::new(),
        }
    }

    pub(super) fn kind(&self) -> UnitKind {
        self.kind
    }

    /// Lets the whole of a block be its content.
    pub(super) fn whole(mut self, span: Range<usize>) -> Self {
        self.inner = Some(span);
        self
    }

    /// Something that is no content but means something: code's language, a cell's border.
    pub(super) fn part(&mut self, tag: &str, value: &str) {
        self.reading.part(tag, value);
    }

    pub(super) fn extend_outer(&mut self, end: usize) {
        self.outer.end = self.outer.end.max(end);
    }

    fn saw(&mut self, span: &Range<usize>) {
        // The backslash of an escaped character stands before the text that is told.
        let before =
            self.file[..span.start].bytes().rev().take_while(|&byte| byte == b'\\').count();
        let start = span.start - before % 2;
        let widen = |seen: &mut Option<Range<usize>>| {
            let seen = seen.get_or_insert(start..span.end);
            seen.start = seen.start.min(start);
            seen.end = seen.end.max(span.end);
        };
        widen(&mut self.inner);
        self.open.iter_mut().for_each(|mark| widen(&mut mark.3));
    }

    /// Takes in an event of the block's content.
    pub(super) fn event(&mut self, event: &Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => return self.start(tag, span),
            Event::End(tag) => return self.end(*tag),
            Event::TaskListMarker(_) => {}
            _ => self.saw(&span),
        }
        match event {
            Event::Text(text) => self.reading.text(text),
            Event::Code(code) => self.code(CodeKind::Code, "code", code, span),
            Event::InlineHtml(html) => self.code(CodeKind::Html, "html", html, span),
            Event::FootnoteReference(label) => {
                self.code(CodeKind::FootnoteReference, "footnote", label, span);
            }
            Event::TaskListMarker(done) => {
                self.reading.part("task", if *done { "done" } else { "open" });
            }
            Event::SoftBreak => self.reading.soft_break(),
            Event::HardBreak => self.reading.part("break", ""),
            _ => {}
        }
    }

    /// Takes in a piece of verbatim content.
    pub(super) fn verbatim(&mut self, span: Range<usize>) {
        self.saw(&span);
        self.pieces.push(span);
    }

    fn code(&mut self, kind: CodeKind, tag: &str, value: &str, span: Range<usize>) {
        self.reading.part(tag, value);
        self.codes.push((kind, value.to_owned(), span));
    }

    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        let (kind, name, value) = match tag {
            Tag::Link { dest_url, title, .. } => (CodeKind::Link, "link", (dest_url, title)),
            Tag::Image { dest_url, title, .. } => (CodeKind::Image, "image", (dest_url, title)),
            Tag::TableCell => return self.reading.part("cell", ""),
            other => {
                let name = match other {
                    Tag::Strong => "strong",
                    Tag::Strikethrough => "strikethrough",
                    _ => "emphasis",
                };
                self.saw(&span);
                self.reading.part(name, "");
                return self.open.push((CodeKind::Emphasis, name.to_owned(), span, None));
            }
        };
        self.saw(&span);
        self.reading.part(name, value.0);
        self.reading.part("title", value.1);
        self.open.push((kind, value.0.to_string(), span, None));
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::TableCell {
            return;
        }
        let Some((kind, value, span, inside)) = self.open.pop() else { return };
        self.reading.part("end", "");
        match inside {
            Some(inside) => {
                self.codes.push((kind, String::new(), span.start..inside.start));
                self.codes.push((kind, value, inside.end..span.end));
            }
            None => self.codes.push((kind, value, span)),
        }
    }

    /// The block; nothing where it has no content.
    pub(super) fn finish(mut self) -> Option<Block> {
        let span = self.inner.take()?;
        let raw = &self.file[span.clone()];
        let end = span.start + raw.trim_end().len();
        let start = if self.pieces.is_empty() {
            end - raw[..end - span.start].trim_start().len()
        } else {
            span.start
        };
        let span = start..end;
        if span.is_empty() {
            return None;
        }
        let lines = if self.pieces.is_empty() {
            Lines::of(self.file, span.clone(), self.margin)
        } else {
            Lines::joined(self.file, &self.pieces).trimmed()
        };
        if matches!(self.kind, UnitKind::CodeBlock | UnitKind::Markup) {
            self.reading.part("verbatim", lines.text.trim_end());
        }
        let mut text = lines.text.clone();
        text.truncate(text.trim_end().len());
        let codes = self.inline_codes(&lines, text.len());
        self.outer.start = line_start(self.file, self.outer.start);
        self.outer.end = self.outer.end.max(span.end);
        let outer_raw = &self.file[self.outer.clone()];
        let outer = self.outer.start..self.outer.start + outer_raw.trim_end().len();
        let unit = Unit {
            key: None,
            kind: self.kind,
            fingerprint: self.reading.fingerprint(),
            codes,
            text,
            span,
            comment: None,
        };
        Some(Block { unit, outer })
    }

    fn inline_codes(&self, lines: &Lines, length: usize) -> Vec<InlineCode> {
        let mut codes: Vec<InlineCode> = self
            .codes
            .iter()
            .map(|(kind, value, span)| {
                let span = lines.place(span.start).min(length)..lines.place(span.end).min(length);
                InlineCode { kind: *kind, value: value.clone(), span }
            })
            .filter(|code| code.span.start < code.span.end)
            .collect();
        codes.sort_by_key(|code| (code.span.start, code.span.end));
        codes
    }
}
