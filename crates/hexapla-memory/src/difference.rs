//! What is otherwise in two texts.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::Coded;
use crate::token::tokens;

/// What is otherwise in the text that was asked for than in the text of a match, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The parts in order, which together are both texts; neighbours differ in [`Part::sort`].
    pub parts: Vec<Part>,
}

/// A part of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whether the texts say the same here.
    pub sort: PartSort,
    /// Where it stands in the text that was asked for, in bytes.
    pub query: Range<usize>,
    /// Where it stands in the text of the match, in bytes.
    pub source: Range<usize>,
}

/// Whether two texts say the same in a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartSort {
    /// They do.
    Same,
    /// They do not; one of the spans may be empty.
    Changed,
}

impl Difference {
    /// The difference of texts that are the same but for layout.
    pub(crate) fn none(query: &str, source: &str) -> Self {
        Self {
            parts: vec![Part {
                sort: PartSort::Same,
                query: 0..query.len(),
                source: 0..source.len(),
            }],
        }
    }

    /// Compares word by word and never divides a word or a code. Changes that only white space
    /// separates are one, so that a reader sees phrases.
    pub(crate) fn between(query: &Coded<'_>, source: &Coded<'_>) -> Self {
        let (old, new) = (tokens(source), tokens(query));
        let (old_texts, new_texts) = (texts(&old, source.text), texts(&new, query.text));
        let ops = capture_diff_slices(Algorithm::Myers, &old_texts, &new_texts);
        let mut difference = Self::default();
        for (at, op) in ops.iter().enumerate() {
            let same = &new_texts[op.new_range()];
            let within = at > 0 && at + 1 < ops.len();
            let gap = within && same.len() <= 2 && same.iter().all(|it| it.trim().is_empty());
            let sort = match op {
                DiffOp::Equal { .. } if !gap => PartSort::Same,
                _ => PartSort::Changed,
            };
            difference.push(Part {
                sort,
                query: bytes(&new, op.new_range(), query.text.len()),
                source: bytes(&old, op.old_range(), source.text.len()),
            });
        }
        difference
    }

    fn push(&mut self, part: Part) {
        match self.parts.last_mut() {
            Some(last) if last.sort == part.sort => {
                last.query.end = part.query.end;
                last.source.end = part.source.end;
            }
            _ => self.parts.push(part),
        }
    }

    /// The difference readable without colour: `[-only in the match-]` and `{+only in the text asked for+}`.
    pub fn marked(&self, query: &str, source: &str) -> String {
        let mut out = String::new();
        for part in &self.parts {
            let query = query.get(part.query.clone()).unwrap_or_default();
            let source = source.get(part.source.clone()).unwrap_or_default();
            match part.sort {
                PartSort::Same => out.push_str(query),
                PartSort::Changed => {
                    for (open, text, close) in [("[-", source, "-]"), ("{+", query, "+}")] {
                        if !text.is_empty() {
                            out.extend([open, text, close]);
                        }
                    }
                }
            }
        }
        out
    }
}

fn texts<'t>(tokens: &[Range<usize>], text: &'t str) -> Vec<&'t str> {
    tokens.iter().map(|span| text.get(span.clone()).unwrap_or_default()).collect()
}

/// The bytes of a row of tokens; where it is empty, the place where it would stand.
fn bytes(tokens: &[Range<usize>], row: Range<usize>, length: usize) -> Range<usize> {
    let start = |at: usize| tokens.get(at).map_or(length, |token| token.start);
    start(row.start)..start(row.end)
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_and_codes_are_marked_whole() {
        for (source, query, marked) in [
            ("Call us any day.", "Call us every day.", "Call us [-any-]{+every+} day."),
            ("One two three four.", "One 2 3 four.", "One [-two three-]{+2 3+} four."),
            ("この変更を見る", "この翻訳を見る", "この[-変更-]{+翻訳+}を見る"),
            ("Rufen Sie an.", "Rufen Sie bitte an.", "Rufen Sie {+bitte +}an."),
        ] {
            let (query, source) = (Coded::plain(query), Coded::plain(source));
            let difference = Difference::between(&query, &source);
            assert_eq!(difference.marked(query.text, source.text), marked);
        }
        let source = Coded { text: "Hi { $name }!", codes: from_ref(&(3..12)) };
        let query = Coded { text: "Hi { $nick }!", codes: from_ref(&(3..12)) };
        let difference = Difference::between(&query, &source);
        assert_eq!(difference.marked(query.text, source.text), "Hi [-{ $name }-]{+{ $nick }+}!");
    }

    proptest! {
        #[test]
        fn parts_together_are_both_texts(
            query in "([ab。.]|[สวัดี]|👍🏽|e\u{301}| |\n){0,24}",
            source in "([ab。.]|[สวัดี]|👍🏽|e\u{301}| |\n){0,24}",
            a in 0..24_usize, b in 0..24_usize,
        ) {
            let code = a.min(b)..a.max(b);
            let query = Coded { text: &query, codes: from_ref(&code) };
            let difference = Difference::between(&query, &Coded::plain(&source));
            let (mut asked, mut matched) = (0, 0);
            for part in &difference.parts {
                prop_assert_eq!((part.query.start, part.source.start), (asked, matched));
                (asked, matched) = (part.query.end, part.source.end);
                if part.sort == PartSort::Same {
                    prop_assert_eq!(&query.text[part.query.clone()], &source[part.source.clone()]);
                }
            }
            prop_assert_eq!((asked, matched), (query.text.len(), source.len()));
        }
    }
}
