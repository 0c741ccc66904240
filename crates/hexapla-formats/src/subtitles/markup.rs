//! Tags and what a cue's text means.

use std::ops::Range;

use hexapla_model::{CodeKind, Fingerprint, InlineCode, Meaning};

use super::Dialect;
use crate::normalise::{canonical, unwrapped};

/// What WebVTT writes characters as that it could not write otherwise.
const ENTITIES: [(&str, &str); 6] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", "\u{a0}"),
    ("&lrm;", "\u{200e}"),
    ("&rlm;", "\u{200f}"),
    ("&amp;", "&"),
];

/// A tag of a cue's text.
struct Tag<'t> {
    span: Range<usize>,
    /// What stands in its brackets.
    content: &'t str,
}

impl<'t> Tag<'t> {
    /// Whether it says when or where, and not what.
    fn is_layout(&self) -> bool {
        self.content.starts_with(|c: char| c.is_ascii_digit() || c == '\\')
    }

    /// The voice it gives to the text: `Esme` of `<v.loud Esme>`.
    fn voice(&self) -> Option<&'t str> {
        let rest = self.content.strip_prefix('v').filter(|it| it.starts_with(['.', ' ', '\t']))?;
        Some(rest.split_once([' ', '\t']).map_or("", |(_, name)| name.trim()))
    }
}

/// The tags of a text: `<i>`, `</i>`, `<c.loud>`, `<v Esme>`, `<00:00:01.000>`, and `{\an8}` of
/// SubRip.
fn tags(dialect: Dialect, text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['<', '{']).map(|found| at + found) {
        let inner = &text[open + 1..];
        let begins = |c: char| c.is_ascii_alphabetic() || c == '/' || c.is_ascii_digit();
        let close = match text.as_bytes()[open] {
            b'<' if inner.starts_with(begins) => '>',
            b'{' if inner.starts_with('\\') && dialect == Dialect::Srt => '}',
            _ => {
                at = open + 1;
                continue;
            }
        };
        let end = inner.find(['<', '{', '>', '}']).filter(|&it| inner[it..].starts_with(close));
        let Some(end) = end else {
            at = open + 1;
            continue;
        };
        at = open + 1 + end + 1;
        tags.push(Tag { span: open..at, content: &inner[..end] });
    }
    tags
}

/// The tags as inline codes. Those that only say when or where have no value; who speaks may have
/// another name in another language.
pub(super) fn codes(dialect: Dialect, text: &str) -> Vec<InlineCode> {
    let code = |tag: Tag<'_>| {
        let value = match tag.voice() {
            Some(_) => "<v>".to_owned(),
            None if tag.is_layout() || tag.content == "/v" => String::new(),
            None => format!("<{}>", tag.content.trim()),
        };
        InlineCode { kind: CodeKind::Html, value, span: tag.span }
    };
    tags(dialect, text).into_iter().map(code).collect()
}

/// What a reader gets: words, marks and who speaks; neither times nor lines.
pub(super) fn fingerprint(dialect: Dialect, text: &str) -> Fingerprint {
    let mut meaning = Meaning::new();
    let mut piece = String::new();
    let mut done = 0;
    let flush = |piece: &mut String, meaning: &mut Meaning, begins: bool, ends: bool| {
        let words = unwrapped(piece);
        let words = if begins { words.trim_start() } else { &words };
        let words = if ends { words.trim_end() } else { words };
        if !words.is_empty() {
            meaning.part("text", &canonical(words));
        }
        piece.clear();
    };
    let mut first = true;
    for tag in tags(dialect, text) {
        piece.push_str(&decoded(dialect, &text[done..tag.span.start]));
        done = tag.span.end;
        if tag.is_layout() || tag.content == "/v" {
            continue;
        }
        flush(&mut piece, &mut meaning, first, false);
        first = false;
        match tag.voice() {
            Some(name) => meaning.part("voice", &canonical(name)),
            None => meaning.part("tag", tag.content.trim()),
        };
    }
    piece.push_str(&decoded(dialect, &text[done..]));
    flush(&mut piece, &mut meaning, first, true);
    meaning.fingerprint()
}

fn decoded(dialect: Dialect, text: &str) -> String {
    if dialect == Dialect::Srt || !text.contains('&') {
        return text.to_owned();
    }
    ENTITIES.iter().fold(text.to_owned(), |text, (name, c)| text.replace(name, c))
}
