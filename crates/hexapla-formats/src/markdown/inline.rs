//! The inline content of a block.

use std::ops::Range;

use hexapla_model::{CodeKind, Fingerprint, InlineCode};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::comment;
use super::lines::Lines;
use super::masked::Masked;
use super::mdx;
use super::meaning::Reading;
use super::shortcode;

/// An inline code with its place in the file.
type Code = (CodeKind, String, Range<usize>);

/// Reads the inline events of a block: what they say, and where what is no words stands.
pub(super) struct Inline<'m, 'a> {
    file: &'a str,
    masked: &'m Masked<'a>,
    reading: Reading,
    codes: Vec<Code>,
    open: Vec<Mark>,
    /// What has been seen so far.
    seen: Option<Range<usize>>,
}

/// Whether a tag or expression is a comment.
fn is_comment(html: &str) -> bool {
    comment::is_comment(html) || mdx::is_comment(html)
}

/// A mark that is open.
struct Mark {
    kind: CodeKind,
    value: String,
    span: Range<usize>,
    /// What was seen before it; inside it, `seen` begins anew.
    before: Option<Range<usize>>,
}

impl<'m, 'a> Inline<'m, 'a> {
    pub(super) fn new(masked: &'m Masked<'a>) -> Self {
        let (file, reading) = (masked.file(), Reading::default());
        Self { file, masked, reading, codes: Vec::new(), open: Vec::new(), seen: None }
    }

    /// Takes in an event.
    pub(super) fn event(&mut self, event: &Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => return self.start(tag, span),
            Event::End(tag) => return self.end(*tag),
            Event::TaskListMarker(done) => {
                return self.reading.border("task", if *done { "done" } else { "open" });
            }
            // A comment at either end of a text is beside it.
            Event::InlineHtml(html) if is_comment(html) => {
                return self.codes.push((CodeKind::Html, html.to_string(), span));
            }
            _ => self.saw(self.begin(event, &span)..span.end),
        }
        match event {
            Event::Text(text) => self.reading.text(text),
            Event::SoftBreak => self.reading.text("\n"),
            Event::HardBreak => self.reading.border("break", ""),
            Event::Code(code) => {
                let words: Vec<&str> = code.split_whitespace().collect();
                self.reading.atom("code", &words.join(" "));
                self.codes.push((CodeKind::Code, code.to_string(), span));
            }
            Event::InlineHtml(html) => self.html(html, span),
            Event::FootnoteReference(label) => {
                self.reading.atom("footnote", label);
                self.codes.push((CodeKind::FootnoteReference, label.to_string(), span));
            }
            _ => {}
        }
    }

    fn html(&mut self, html: &str, span: Range<usize>) {
        let (kind, tag) = match html.starts_with('<') {
            true => (CodeKind::Html, "html"),
            false => (CodeKind::Syntax, "shortcode"),
        };
        if shortcode::is_macro(html) {
            // Its words mean what they meant before it was told from text.
            self.reading.text(html);
        } else {
            let words: Vec<&str> = html.split_whitespace().collect();
            self.reading.atom(tag, &words.join(" "));
        }
        self.codes.push((kind, html.to_owned(), span));
    }

    /// Where the event begins: the backslash of an escaped character stands before it.
    fn begin(&self, event: &Event<'_>, span: &Range<usize>) -> usize {
        if self.seen.is_some() || !matches!(event, Event::Text(_)) {
            return span.start;
        }
        let before = self.file[..span.start].bytes().rev();
        let slashes = before.take_while(|&byte| byte == b'\\').count();
        span.start - slashes % 2
    }

    fn saw(&mut self, span: Range<usize>) {
        let seen = self.seen.get_or_insert(span.clone());
        seen.start = seen.start.min(span.start);
        seen.end = seen.end.max(span.end);
    }

    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        let (kind, name, address) = match tag {
            Tag::Link { dest_url, title, .. } => (CodeKind::Link, "link", Some((dest_url, title))),
            Tag::Image { dest_url, title, .. } => {
                (CodeKind::Image, "image", Some((dest_url, title)))
            }
            Tag::TableCell => return self.reading.border("cell", ""),
            Tag::Strong => (CodeKind::Emphasis, "strong", None),
            Tag::Strikethrough => (CodeKind::Emphasis, "strikethrough", None),
            _ => (CodeKind::Emphasis, "emphasis", None),
        };
        let mut value = name.to_owned();
        match address {
            Some((address, title)) => {
                self.reading.mark(name, address);
                self.reading.mark("title", title);
                value = self.masked.restored(address, &span);
            }
            None => self.reading.mark(name, ""),
        }
        self.open.push(Mark { kind, value, span, before: self.seen.take() });
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::TableCell {
            return;
        }
        let Some(Mark { kind, value, span, before }) = self.open.pop() else { return };
        self.reading.mark("end", "");
        match self.seen.take() {
            Some(inside) => {
                self.codes.push((kind, String::new(), span.start..inside.start));
                self.codes.push((kind, value, inside.end..span.end));
            }
            None => self.codes.push((kind, value, span.clone())),
        }
        self.seen = before;
        self.saw(span);
    }

    /// The bytes from the first to the last that say anything; nothing where none do.
    pub(super) fn span(&self) -> Option<Range<usize>> {
        self.seen.clone()
    }

    /// What the content means, and its inline codes by their place in the text.
    pub(super) fn finish(self, lines: &Lines) -> (Fingerprint, Vec<InlineCode>) {
        let place = |(kind, value, span): Code| {
            let span = lines.place(span.start)..lines.place(span.end);
            InlineCode { kind, value, span }
        };
        let mut codes: Vec<InlineCode> =
            self.codes.into_iter().map(place).filter(|code| !code.span.is_empty()).collect();
        codes.sort_by_key(|code| (code.span.start, std::cmp::Reverse(code.span.end)));
        (self.reading.fingerprint(), codes)
    }
}
