//! A document whose dialect is out of the parser's sight.

use std::borrow::Cow;
use std::ops::Range;

use hexapla_model::Diagnostic;
use pulldown_cmark::Event;

use super::construct::{Construct, Shape};
use super::dialect::Dialect;
use super::line;
use super::lines::is_space;
use super::margins::Margins;
use super::mdx::Mdx;
use super::shortcode::{self, fingerprint};

/// A document in which the constructs of its dialect are replaced, byte for byte, by something
/// that Markdown leaves alone, so that they neither join a paragraph nor are read as Markdown.
///
/// * A line of only shortcodes, one of which wraps, is an HTML comment: a block of its own.
/// * What is like a word is one word. It is made from a hash of the construct, so that an address
///   with another shortcode is another address.
/// * What takes up lines is a heading without text, and empty lines.
/// * The head of an admonition or tab is such a heading in a list item, to which what is indented
///   behind it belongs; a definition is a list item.
#[derive(Clone, Debug)]
pub(super) struct Masked<'a> {
    file: &'a str,
    text: Cow<'a, str>,
    margins: Margins,
    /// In order of place.
    constructs: Vec<Construct<'a>>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Masked<'a> {
    /// The document from byte `body` on; what stands before is not touched.
    pub(super) fn new(file: &'a str, body: usize, dialect: Dialect) -> Self {
        let mut found = match dialect {
            Dialect::Mdx => Mdx::scan(file, body),
            Dialect::Auto | Dialect::MkDocs => {
                Mdx { constructs: shortcode::find(file, body), ..Mdx::default() }
            }
        };
        let constructs = &mut found.constructs;
        add(constructs, |taken| line::find(file, body, dialect, taken));
        if dialect != Dialect::Mdx {
            add(constructs, |taken| shortcode::macros(file, body, taken));
        }
        let colons = match dialect {
            Dialect::MkDocs => line::definitions(file, body),
            Dialect::Auto | Dialect::Mdx => Vec::new(),
        };
        let text = mask_all(file, constructs, &colons);
        let margins = Margins::new(&text, body, found.margins);
        Self { file, text, margins, constructs: found.constructs, diagnostics: found.diagnostics }
    }

    /// What the parser reads.
    pub(super) fn parsed(&self) -> &str {
        self.margins.rest(&self.text)
    }

    /// A range of what the parser reads, in the file.
    pub(super) fn place(&self, span: &Range<usize>) -> Range<usize> {
        self.margins.place(span)
    }

    /// A range of the file without what the parser does not see of it.
    pub(super) fn pieces(&self, span: Range<usize>) -> Vec<Range<usize>> {
        self.margins.cut(span)
    }

    /// The construct that takes up lines and whose mask begins at `at`.
    pub(super) fn block_at(&self, at: usize) -> Option<&Construct<'a>> {
        let found = self.within(&(at..at + 1)).first()?;
        let begin = match found.shape {
            Shape::Word => return None,
            Shape::Head => found.span.start + HEAD.len() - 1,
            _ => found.span.start,
        };
        (begin == at).then_some(found)
    }

    /// The document as it is.
    pub(super) fn file(&self) -> &'a str {
        self.file
    }

    /// The shortcodes and fences that overlap a range.
    pub(super) fn within(&self, span: &Range<usize>) -> &[Construct<'a>] {
        let first = self.constructs.partition_point(|it| it.span.end <= span.start);
        let last = self.constructs.partition_point(|it| it.span.start < span.end);
        self.constructs.get(first..last).unwrap_or_default()
    }

    /// The event as the file has it: shortcodes in text become events of inline HTML.
    pub(super) fn restore<'e>(
        &self,
        event: Event<'e>,
        span: Range<usize>,
        out: &mut Vec<(Event<'e>, Range<usize>)>,
    ) where
        'a: 'e,
    {
        let shortcodes = self.within(&span);
        match event {
            _ if shortcodes.is_empty() => out.push((event, span)),
            Event::Text(_) => self.split(span, shortcodes, out),
            Event::SoftBreak | Event::HardBreak => {}
            Event::Code(_) => {
                let code = self.file[span.clone()].trim_matches('`').trim_matches(is_space);
                out.push((Event::Code(code.into()), span));
            }
            Event::InlineHtml(_) => {
                out.push((Event::InlineHtml(self.file[span.clone()].into()), span));
            }
            event => out.push((event, span)),
        }
    }

    fn split<'e>(
        &self,
        span: Range<usize>,
        shortcodes: &[Construct<'a>],
        out: &mut Vec<(Event<'e>, Range<usize>)>,
    ) where
        'a: 'e,
    {
        let mut at = span.start;
        let text = |from: usize, to: usize, out: &mut Vec<_>| {
            if from < to {
                out.push((Event::Text(self.file[from..to].into()), from..to));
            }
        };
        for shortcode in shortcodes {
            let place = shortcode.span.clone();
            text(at, place.start, out);
            if place.start >= span.start {
                out.push((Event::InlineHtml(self.file[place.clone()].into()), place.clone()));
            }
            at = place.end;
        }
        text(at, span.end, out);
    }

    /// An address as the file has it, found in a link at `span`.
    pub(super) fn restored(&self, value: &str, span: &Range<usize>) -> String {
        let mut value = value.to_owned();
        for shortcode in self.within(span) {
            if let Some(mask) = self.text.get(shortcode.span.clone()) {
                value = value.replace(mask, &self.file[shortcode.span.clone()]);
            }
        }
        value
    }
}

/// Adds what is found beside what is there.
fn add<'a>(
    constructs: &mut Vec<Construct<'a>>,
    find: impl FnOnce(&[Construct<'a>]) -> Vec<Construct<'a>>,
) {
    let more = find(constructs);
    if !more.is_empty() {
        constructs.extend(more);
        constructs.sort_by_key(|it| it.span.start);
    }
}

/// What stands for the head of an admonition or tab.
const HEAD: &[u8] = b"+   #";

fn mask_all<'a>(file: &'a str, constructs: &[Construct<'_>], colons: &[usize]) -> Cow<'a, str> {
    if constructs.is_empty() && colons.is_empty() {
        return Cow::Borrowed(file);
    }
    let mut bytes = file.as_bytes().to_vec();
    for run in runs(file, constructs) {
        mask(file, run, &mut bytes);
    }
    for &colon in colons {
        bytes[colon] = b'+';
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(file), Cow::Owned)
}

/// Puts a mark in place of lines; only line ends stay, and as many of the quote marks that lines
/// begin with as the first does.
fn blank(mark: &[u8], span: Range<usize>, bytes: &mut [u8]) {
    let before = bytes[..span.start].iter().rev();
    let before = before.take_while(|byte| matches!(byte, b' ' | b'\t' | b'>'));
    let all = before.filter(|&&byte| byte == b'>').count();
    let mut quotes = 0;
    for (at, byte) in bytes[span].iter_mut().enumerate() {
        match *byte {
            b'\n' | b'\r' => quotes = all,
            b' ' | b'\t' if quotes > 0 => {}
            b'>' if quotes > 0 => quotes -= 1,
            _ => {
                quotes = 0;
                *byte = mark.get(at).copied().unwrap_or(b' ');
            }
        }
    }
}

/// Whether only indentation and quote marks stand before it on its line.
fn begins_line(file: &str, at: usize) -> bool {
    let before = file[..at].trim_end_matches([' ', '\t', '>']);
    before.is_empty() || before.ends_with(['\n', '\r'])
}

/// Whether only spaces stand behind it on its line.
fn ends_line(file: &str, at: usize) -> bool {
    let after = file[at..].trim_start_matches([' ', '\t']);
    after.is_empty() || after.starts_with(['\n', '\r'])
}

/// Shortcodes with nothing but spaces between; every other construct is alone.
fn runs<'s, 'a>(
    file: &str,
    constructs: &'s [Construct<'a>],
) -> impl Iterator<Item = &'s [Construct<'a>]> {
    constructs.chunk_by(|one, next| {
        let named = !one.name.is_empty() && !next.name.is_empty();
        named && file[one.span.end..next.span.start].trim_start_matches([' ', '\t']).is_empty()
    })
}

fn mask(file: &str, run: &[Construct<'_>], bytes: &mut [u8]) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    match first.shape {
        Shape::Word => {}
        Shape::Head => return blank(HEAD, first.span.clone(), bytes),
        _ => return blank(&HEAD[HEAD.len() - 1..], first.span.clone(), bytes),
    }
    let alone = begins_line(file, first.span.start) && ends_line(file, last.span.end);
    if alone && run.iter().any(|it| it.wraps) {
        let span = first.span.start..last.span.end;
        fill(file, span.clone(), bytes);
        bytes[span.start..span.start + 4].copy_from_slice(b"<!--");
        bytes[span.end - 3..span.end].copy_from_slice(b"-->");
        return;
    }
    for Construct { span, .. } in run {
        fill(file, span.clone(), bytes);
        bytes[span.start] = b'/';
        bytes[span.end - 1] = b'/';
    }
}

/// Writes a hash of the bytes over them; line ends, and what lines begin with, stay.
fn fill(file: &str, span: Range<usize>, bytes: &mut [u8]) {
    let hash = fingerprint(&file[span.clone()]).to_string();
    let mut letters = hash.bytes().cycle();
    let mut begin = false;
    for byte in &mut bytes[span] {
        begin = matches!(*byte, b'\n' | b'\r') || begin && matches!(*byte, b' ' | b'\t' | b'>');
        if !begin {
            *byte = letters.next().unwrap_or(b'x');
        }
    }
}
