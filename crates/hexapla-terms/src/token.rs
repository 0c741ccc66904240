//! The words of a text, each with its place.

use std::ops::Range;

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use crate::language::{Language, is_hyphen, is_unseen};

/// A word, a sign, or a character of a script that is written without spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its bytes in the text.
    pub(crate) span: Range<usize>,
    /// Whether a word begins with it.
    pub(crate) begins: bool,
    /// Whether a word ends with it.
    pub(crate) ends: bool,
}

/// The tokens of a text in order, without what only keeps them apart: spaces and hyphens.
///
/// Words of scripts without spaces are divided into characters, since what stands around a word
/// decides where a segmenter finds it to end; where it does so is kept.
pub(crate) fn tokens(text: &str, language: &Language) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in words(text, language) {
        if is_unspaced(&text[word.clone()]) {
            characters(text, &word, &mut tokens);
        } else {
            tokens.push(Token { span: word, begins: true, ends: true });
        }
    }
    tokens
}

/// The places of words and signs in a text.
pub(crate) fn words(text: &str, language: &Language) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    for end in language.segmenter.segment_str(text) {
        match text.get(start..end) {
            Some(piece) if keeps_apart(piece) => {}
            Some(piece) if language.elides => elided(piece, start, &mut words),
            Some(_) => words.push(start..end),
            None => continue,
        }
        start = end;
    }
    words
}

/// Whether a piece of text is of a script that is written without spaces between words.
pub(crate) fn is_unspaced(piece: &str) -> bool {
    let scripts = CodePointMapData::<Script>::new();
    piece.chars().any(|c| {
        matches!(
            scripts.get(c),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
        )
    })
}

fn keeps_apart(piece: &str) -> bool {
    piece.chars().all(|c| c.is_whitespace() || is_unseen(c) || is_hyphen(c))
}

/// Divides a word behind each apostrophe.
fn elided(piece: &str, start: usize, words: &mut Vec<Range<usize>>) {
    let mut at = 0;
    for part in piece.split_inclusive(['\'', '’']) {
        words.push(start + at..start + at + part.len());
        at += part.len();
    }
}

fn characters(text: &str, word: &Range<usize>, tokens: &mut Vec<Token>) {
    for (at, c) in text[word.clone()].char_indices() {
        let span = word.start + at..word.start + at + c.len_utf8();
        tokens.push(Token { begins: at == 0, ends: span.end == word.end, span });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(tag: &str, text: &'a str) -> Vec<&'a str> {
        let language = Language::of(&tag.parse().expect("a tag"));
        words(text, &language).into_iter().map(|it| &text[it]).collect()
    }

    #[test]
    fn words_are_found_in_every_script() {
        assert_eq!(of("en", "self-service, now"), ["self", "service", ",", "now"]);
        assert_eq!(of("fr", "l’utilisateur d'ici"), ["l’", "utilisateur", "d'", "ici"]);
        assert_eq!(of("en", "don’t"), ["don’t"]);
        assert_eq!(of("th", "ระบบจัดการ"), ["ระบบ", "จัดการ"]);
        assert_eq!(of("ja", "この変更"), ["この", "変更"]);
    }
}
