//! Shortcodes of Hugo, and the tags and macros of other templates in running text.

use std::collections::BTreeSet;

use hexapla_model::{Fingerprint, Meaning};

use super::construct::{Construct, Shape};
use super::lines::split;

/// What a shortcode means, whichever way its parameters are wrapped.
pub(super) fn fingerprint(shortcode: &str) -> Fingerprint {
    let words: Vec<&str> = shortcode.split_whitespace().collect();
    Meaning::of("shortcode", &words.join(" "))
}

/// Whether a text is only shortcodes.
pub(super) fn is_shortcode(text: &str) -> bool {
    text.starts_with("{{<") || text.starts_with("{{%")
}

/// Whether a text is a tag or macro of another template.
pub(super) fn is_macro(text: &str) -> bool {
    (text.starts_with("{{") || text.starts_with("{%")) && !is_shortcode(text)
}

/// The shortcodes of a document from byte `body` on.
pub(super) fn find(file: &str, body: usize) -> Vec<Construct<'_>> {
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
        let wraps = !words.ends_with('/');
        found.push(Construct { name, closing, wraps, ..Construct::new(span, Shape::Word) });
    }
    let closed: BTreeSet<&str> = found.iter().filter(|it| it.closing).map(|it| it.name).collect();
    for shortcode in &mut found {
        shortcode.wraps &= closed.contains(shortcode.name);
    }
    found
}

/// Tags and macros in running text, none of which touches one of `taken`: `{{ page.title }}`,
/// `{{Glossary("x")}}`, `{% include x %}`.
pub(super) fn macros<'a>(file: &str, body: usize, taken: &[Construct<'_>]) -> Vec<Construct<'a>> {
    let mut found = Vec::new();
    let mut done = body;
    for (at, _) in file[body..].match_indices('{').map(|(at, open)| (body + at, open)) {
        let end = match file.as_bytes().get(at + 1) {
            _ if at < done => continue,
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => continue,
        };
        let inner = file[at + 2..].split(['{', '\n', '\r']).next().unwrap_or_default();
        let Some(length) = inner.find(end).filter(|&length| !inner[..length].trim().is_empty())
        else {
            continue;
        };
        let span = at..at + 2 + length + end.len();
        let next = taken.partition_point(|it| it.span.end <= span.start);
        if taken.get(next).is_none_or(|it| it.span.start >= span.end) {
            done = span.end;
            found.push(Construct::new(span, Shape::Word));
        }
    }
    found
}

fn has_empty_line(text: &str) -> bool {
    let mut lines = split(text).skip(1).peekable();
    std::iter::from_fn(|| lines.next().filter(|_| lines.peek().is_some()))
        .any(|line| line.trim().is_empty())
}
