//! What a changed source costs a translator.

use std::collections::HashMap;

use super::passage::{Part, Passage};
use crate::text::{Token, counts, sentences, tokenize};

/// The words that a translator has to read again: those of every sentence of `new` that `old` does
/// not have, wherever it stands.
pub fn effort(old: &Passage, new: &Passage) -> usize {
    let mut known: HashMap<String, usize> = HashMap::new();
    for (sentence, _) in read(old) {
        *known.entry(sentence).or_default() += 1;
    }
    let mut words = 0;
    for (sentence, count) in read(new) {
        match known.get_mut(&sentence).filter(|left| **left > 0) {
            Some(left) => *left -= 1,
            None => words += count,
        }
    }
    words
}

/// The same counted by words: those of `new` that `old` does not have.
pub fn changed_words(old: &Passage, new: &Passage) -> usize {
    let mut known: HashMap<String, usize> = HashMap::new();
    for word in words(old) {
        *known.entry(word).or_default() += 1;
    }
    let is_new = |word: &String| match known.get_mut(word).filter(|left| **left > 0) {
        Some(left) => {
            *left -= 1;
            false
        }
        None => true,
    };
    words(new).into_iter().filter(is_new).count()
}

/// The sentences of a passage without what wrapping changes, and how many words each has.
fn read(passage: &Passage) -> Vec<(String, usize)> {
    let of_part = |part: &Part| -> Vec<(String, usize)> {
        let tokens = tokenize(&part.text, &part.codes);
        let read = |sentence: &[Token<'_>]| {
            let text: String = sentence.iter().map(|token| token.text).collect();
            let words: Vec<&str> = text.split_whitespace().collect();
            (words.join(" "), sentence.iter().filter(|token| counts(token)).count())
        };
        sentences(&tokens).into_iter().map(read).collect()
    };
    passage.parts.iter().flat_map(of_part).collect()
}

fn words(passage: &Passage) -> Vec<String> {
    let of_part = |part: &Part| -> Vec<String> {
        let tokens = tokenize(&part.text, &part.codes);
        let words = tokens.iter().filter(|token| counts(token));
        words.map(|token| token.text.to_owned()).collect()
    };
    passage.parts.iter().flat_map(of_part).collect()
}
