//! Texts with marks in them.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use hexapla_engine::text::{Diff, Side, shown};
use serde::Serialize;

/// A piece of a text, and how it is marked. What no eye sees is written out (`\u{202e}`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) mark: Mark,
    /// What is no words in the unit that it is of, the longest first.
    #[serde(skip)]
    codes: Arc<[String]>,
}

/// How a piece is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Mark {
    /// Not at all.
    Plain,
    /// It was taken out.
    Gone,
    /// It was put in.
    New,
    /// It is probably concerned by a change.
    Likely,
}

/// What a part of a text is to its direction. Whatever is no words runs from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Words, which run the way of their language.
    Words,
    /// An address, a tag: it goes on with what runs the same way before it, as `tel:114` does with `[114](`.
    Code,
    /// What readers get something else for: it stands by itself, as that will.
    Placeable,
}

impl Part {
    pub(crate) fn is_code(self) -> bool {
        self == Self::Code
    }

    pub(crate) fn is_placeable(self) -> bool {
        self == Self::Placeable
    }
}

impl Piece {
    fn new(text: &str, mark: Mark) -> Self {
        Self { text: shown(text), mark, codes: Arc::default() }
    }

    /// The same of a unit in which this is no words: placeholders, tags, addresses.
    pub(crate) fn with(pieces: Vec<Self>, codes: &Arc<[String]>) -> Vec<Self> {
        pieces.into_iter().map(|it| Self { codes: Arc::clone(codes), ..it }).collect()
    }

    /// Its parts, each with what it is to the direction of the text.
    pub(crate) fn parts(&self) -> Vec<(Part, &str)> {
        let (mut parts, text) = (Vec::new(), self.text.as_str());
        let (mut done, mut at) = (0, 0);
        while let Some(c) = text[at..].chars().next() {
            let Some((part, length)) = self.code(&text[at..]) else {
                at += c.len_utf8();
                continue;
            };
            parts.extend((done < at).then(|| (Part::Words, &text[done..at])));
            parts.push((part, &text[at..at + length]));
            at += length;
            done = at;
        }
        parts.extend((done < text.len()).then(|| (Part::Words, &text[done..])));
        parts
    }

    /// What a text begins with that is no words, if it does, and its length.
    fn code(&self, text: &str) -> Option<(Part, usize)> {
        let known = self.codes.iter().find(|it| text.starts_with(it.as_str()));
        let known = known.map(|it| (Part::Code, it.len()));
        // `{ $name }`; where one holds another, the inner one.
        let braces = || {
            let end = text.strip_prefix('{')?.find(['{', '}'])? + 1;
            (text.as_bytes().get(end) == Some(&b'}')).then_some((Part::Placeable, end + 1))
        };
        known.or_else(braces)
    }

    /// What takes so many bytes more of a text with marks each time.
    pub(crate) fn taking(pieces: &[Self]) -> impl FnMut(usize) -> Vec<Self> {
        let mut rest: VecDeque<Self> = pieces.iter().cloned().collect();
        move |mut length| {
            let mut taken = Vec::new();
            while length > 0
                && let Some(mut first) = rest.pop_front()
            {
                if length < first.text.len() {
                    let text = first.text.split_off(length);
                    rest.push_front(Self { text, ..first.clone() });
                }
                length -= first.text.len();
                taken.push(first);
            }
            taken
        }
    }

    /// What is shown of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_gone(&self) -> bool {
        self.mark == Mark::Gone
    }

    pub(crate) fn is_new(&self) -> bool {
        self.mark == Mark::New
    }

    pub(crate) fn is_likely(&self) -> bool {
        self.mark == Mark::Likely
    }

    /// A text without marks.
    pub(crate) fn plain(text: &str) -> Vec<Self> {
        if text.is_empty() { Vec::new() } else { vec![Self::new(text, Mark::Plain)] }
    }

    /// The old text, with what was taken out.
    pub(crate) fn old(diff: &Diff) -> Vec<Self> {
        Self::side(diff, Side::Deleted)
    }

    /// The new text, with what was put in.
    pub(crate) fn new_text(diff: &Diff) -> Vec<Self> {
        Self::side(diff, Side::Inserted)
    }

    fn side(diff: &Diff, side: Side) -> Vec<Self> {
        let changes = diff.changes.iter().filter(|it| it.side == Side::Equal || it.side == side);
        let mark = |of: Side| match of {
            Side::Equal => Mark::Plain,
            Side::Deleted => Mark::Gone,
            Side::Inserted => Mark::New,
        };
        changes.map(|it| Self::new(&it.text, mark(it.side))).collect()
    }

    /// A text of which some parts are probably concerned.
    pub(crate) fn likely(text: &str, spans: &[Range<usize>]) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for span in spans {
            let (Some(before), Some(within)) = (text.get(at..span.start), text.get(span.clone()))
            else {
                continue;
            };
            pieces.extend(Self::plain(before));
            pieces.push(Self::new(within, Mark::Likely));
            at = span.end;
        }
        pieces.extend(Self::plain(text.get(at..).unwrap_or_default()));
        pieces
    }
}

#[cfg(test)]
mod tests {
    use hexapla_engine::text::tokenize;

    use super::*;

    fn text(pieces: &[Piece]) -> String {
        pieces.iter().map(|it| it.text.as_str()).collect()
    }

    #[test]
    fn each_side_of_a_diff_is_its_text() {
        let (old, new) = ("Call 116 000 now.", "Call 116 111 now.");
        let diff = Diff::between(&tokenize(old, &[]), &tokenize(new, &[]));
        assert_eq!(text(&Piece::old(&diff)), old);
        assert_eq!(text(&Piece::new_text(&diff)), new);
        assert!(Piece::old(&diff).iter().any(Piece::is_gone));
        assert!(Piece::new_text(&diff).iter().any(Piece::is_new));
    }

    #[test]
    fn placeables_are_told_from_the_text_around_them() {
        let parts = |text: &str| {
            let all: Vec<String> = Piece::plain(text)[0]
                .parts()
                .iter()
                .map(|(part, text)| match part {
                    Part::Placeable => format!("<{text}>"),
                    _ => (*text).to_owned(),
                })
                .collect();
            all.concat()
        };
        assert_eq!(parts("مع { $name }!"), "مع <{ $name }>!");
        assert_eq!(parts("{ $a }{ $b }"), "<{ $a }><{ $b }>");
        assert_eq!(parts("{ $n ->\n [one] { $n } x\n}"), "{ $n ->\n [one] <{ $n }> x\n}");
        assert_eq!(parts("} { no end"), "} { no end");
    }

    #[test]
    fn codes_of_a_unit_are_told_from_the_text_around_them() {
        let parts = |text: &str, codes: &[&str]| {
            let codes: Arc<[String]> = codes.iter().map(|it| (*it).to_owned()).collect();
            let pieces = Piece::with(Piece::plain(text), &codes);
            let all: Vec<String> = pieces[0]
                .parts()
                .into_iter()
                .map(|(part, text)| match part {
                    Part::Words => text.to_owned(),
                    Part::Code => format!("‹{text}›"),
                    Part::Placeable => format!("<{text}>"),
                })
                .collect();
            all.concat()
        };
        assert_eq!(parts("من %1$s إلى %s", &["%1$s", "%s"]), "من ‹%1$s› إلى ‹%s›");
        assert_eq!(parts("<b>نص</b> {x}", &["</b>", "<b>"]), "‹<b>›نص‹</b>› <{x}>");
        assert_eq!(parts("نص", &["<b>"]), "نص");
    }

    #[test]
    fn a_text_with_likely_parts_is_the_text() {
        let line = "uno dos tres";
        let spans: [&[Range<usize>]; 3] = [&[], &[0..3, 8..12], &[4..7, 8..99]];
        for spans in spans {
            assert_eq!(text(&Piece::likely(line, spans)), line, "{spans:?}");
        }
    }
}
