//! The words of a text.

use std::cell::OnceCell;
use std::ops::Range;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use crate::Coded;

thread_local! {
    static SEGMENTER: OnceCell<WordSegmenterBorrowed<'static>> = const { OnceCell::new() };
}

/// The spans of what a difference does not divide, which together are the text: words by the rules of
/// Unicode and the dictionaries of scripts without spaces, what stands between them, and each code.
pub(crate) fn tokens(coded: &Coded<'_>) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut done = 0;
    for code in coded.outermost() {
        words(coded.text, done..code.start, &mut tokens);
        done = code.end;
        tokens.push(code);
    }
    words(coded.text, done..coded.text.len(), &mut tokens);
    tokens
}

/// How many words with letters a text has outside of codes.
pub(crate) fn word_count(text: &str) -> usize {
    let mut tokens = Vec::new();
    words(text, 0..text.len(), &mut tokens);
    let has_letters = |span: &&Range<usize>| {
        text.get(span.start..span.end).is_some_and(|it| it.chars().any(char::is_alphabetic))
    };
    tokens.iter().filter(has_letters).count()
}

/// Adds the tokens of a part without codes.
fn words(text: &str, part: Range<usize>, tokens: &mut Vec<Range<usize>>) {
    let Some(text) = text.get(part.clone()).filter(|it| !it.is_empty()) else { return };
    let segmenter = SEGMENTER.with(|cell| {
        *cell.get_or_init(|| WordSegmenter::new_auto(WordBreakInvariantOptions::default()))
    });
    let mut start = part.start;
    for end in
        segmenter.segment_str(text).map(|end| part.start + end).filter(|end| *end > part.start)
    {
        tokens.push(start..end);
        start = end;
    }
}
