//! Shortcodes and fences of dialects, which a Markdown parser takes for text.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use hexapla_model::{Fingerprint, Meaning};
use pulldown_cmark::Event;

use super::lines::{is_space, line_end_at, split};

/// A Hugo shortcode, `{{< name … >}}` or `{{% /name %}}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shortcode<'a> {
    pub(super) span: Range<usize>,
    pub(super) name: &'a str,
    pub(super) closing: bool,
    /// Whether the document closes a shortcode of this name anywhere, so that it stands around
    /// blocks or text and is not one of them.
    pub(super) wraps: bool,
}

/// A document in which shortcodes and `:::` fences are replaced, byte for byte, by something that
/// Markdown leaves alone, so that they neither join a paragraph nor are read as Markdown.
///
/// * A line of only shortcodes, one of which wraps, is an HTML comment: a block of its own.
/// * Any other shortcode is one word. It is made from a hash of the shortcode, so that an address
///   with another shortcode is another address.
/// * A `:::` fence is a thematic break.
#[derive(Clone, Debug)]
pub(super) struct Masked<'a> {
    file: &'a str,
    pub(super) text: Cow<'a, str>,
    /// In order of place; fences among them have no name.
    shortcodes: Vec<Shortcode<'a>>,
}

impl<'a> Masked<'a> {
    /// The document from byte `body` on; what stands before is not touched.
    pub(super) fn new(file: &'a str, body: usize) -> Self {
        let mut shortcodes = find(file, body);
        let mut bytes = Vec::new();
        let fences = fences(file, body, &shortcodes);
        if !shortcodes.is_empty() || !fences.is_empty() {
            bytes.extend_from_slice(file.as_bytes());
        }
        for run in runs(file, &shortcodes) {
            mask(file, run, &mut bytes);
        }
        for fence in &fences {
            bytes[fence.clone()].fill(b'*');
        }
        shortcodes.extend(fences.into_iter().map(|span| Shortcode {
            span,
            name: "",
            closing: false,
            wraps: true,
        }));
        shortcodes.sort_by_key(|shortcode| shortcode.span.start);
        let text = if bytes.is_empty() { None } else { String::from_utf8(bytes).ok() };
        Self { file, text: text.map_or(Cow::Borrowed(file), Cow::Owned), shortcodes }
    }

    /// The document as it is.
    pub(super) fn file(&self) -> &'a str {
        self.file
    }

    /// The shortcodes and fences that overlap a range.
    pub(super) fn within(&self, span: &Range<usize>) -> &[Shortcode<'a>] {
        let first = self.shortcodes.partition_point(|it| it.span.end <= span.start);
        let last = self.shortcodes.partition_point(|it| it.span.start < span.end);
        self.shortcodes.get(first..last).unwrap_or_default()
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
        shortcodes: &[Shortcode<'a>],
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

/// What a shortcode means, whichever way its parameters are wrapped.
pub(super) fn fingerprint(shortcode: &str) -> Fingerprint {
    let words: Vec<&str> = shortcode.split_whitespace().collect();
    Meaning::of("shortcode", &words.join(" "))
}

/// Whether a text is only shortcodes.
pub(super) fn is_shortcode(text: &str) -> bool {
    text.starts_with("{{<") || text.starts_with("{{%")
}

fn find(file: &str, body: usize) -> Vec<Shortcode<'_>> {
    let mut openers = file[body..].match_indices("{{").map(|(at, _)| body + at).peekable();
    let mut found = Vec::new();
    while let Some(at) = openers.next() {
        let end = match file.as_bytes().get(at + 2) {
            Some(b'<') => ">}}",
            Some(b'%') => "%}}",
            _ => continue,
        };
        let limit = openers.peek().copied().unwrap_or(file.len());
        let inner = file.get(at + 3..limit).unwrap_or_default();
        let Some(inner) = inner.find(end).and_then(|end| inner.get(..end)) else { continue };
        if has_empty_line(inner) || inner.trim().is_empty() {
            continue;
        }
        let words = inner.trim().trim_start_matches("/*").trim_end_matches("*/").trim();
        let closing = words.starts_with('/');
        let name = words.trim_start_matches('/').split_whitespace().next().unwrap_or_default();
        let span = at..at + 3 + inner.len() + end.len();
        found.push(Shortcode { span, name, closing, wraps: !words.ends_with('/') });
    }
    let closed: BTreeSet<&str> = found.iter().filter(|it| it.closing).map(|it| it.name).collect();
    for shortcode in &mut found {
        shortcode.wraps &= closed.contains(shortcode.name);
    }
    found
}

fn has_empty_line(text: &str) -> bool {
    let mut lines = split(text).skip(1).peekable();
    std::iter::from_fn(|| lines.next().filter(|_| lines.peek().is_some()))
        .any(|line| line.trim().is_empty())
}

/// Lines that begin with `:::`, from there on.
fn fences(file: &str, body: usize, shortcodes: &[Shortcode<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in file[body..].match_indices(":::") {
        let at = body + at;
        if begins_line(file, at) {
            let end = line_end_at(file, at);
            let next = shortcodes.partition_point(|it| it.span.end <= at);
            if shortcodes.get(next).is_none_or(|it| it.span.start >= end) {
                found.push(at..end);
            }
        }
    }
    found
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

/// Shortcodes with nothing but spaces between.
fn runs<'s, 'a>(
    file: &str,
    shortcodes: &'s [Shortcode<'a>],
) -> impl Iterator<Item = &'s [Shortcode<'a>]> {
    shortcodes.chunk_by(|one, next| {
        file[one.span.end..next.span.start].trim_start_matches([' ', '\t']).is_empty()
    })
}

fn mask(file: &str, run: &[Shortcode<'_>], bytes: &mut [u8]) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let alone = begins_line(file, first.span.start) && ends_line(file, last.span.end);
    if alone && run.iter().any(|it| it.wraps) {
        let span = first.span.start..last.span.end;
        fill(file, span.clone(), bytes);
        bytes[span.start..span.start + 4].copy_from_slice(b"<!--");
        bytes[span.end - 3..span.end].copy_from_slice(b"-->");
        return;
    }
    for Shortcode { span, .. } in run {
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
