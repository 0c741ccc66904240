//! What a text is made of.

use std::cell::OnceCell;

use hexapla_model::{CodeKind, InlineCode};
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

/// A piece of a text that diffs do not divide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token<'a> {
    /// Its characters.
    pub text: &'a str,
    /// What it is.
    pub kind: TokenKind,
}

/// What a [`Token`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, by the rules of Unicode and the dictionaries of scripts without spaces.
    Word,
    /// A number, in digits of any script.
    Number,
    /// White space.
    Space,
    /// Punctuation, symbols and everything else.
    Punctuation,
    /// An inline code.
    Code(CodeKind),
}

thread_local! {
    static SEGMENTER: OnceCell<WordSegmenterBorrowed<'static>> = const { OnceCell::new() };
}

/// The tokens of a text, which together are the text. `codes` are the inline codes of the text in
/// order; each outermost one is a token of its own.
pub fn tokenize<'a>(text: &'a str, codes: &[InlineCode]) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    let mut done = 0;
    for code in codes {
        let span = code.span.clone();
        let Some(code_text) = text.get(span.clone()).filter(|_| span.start >= done) else {
            continue;
        };
        words(&text[done..span.start], &mut tokens);
        if !code_text.is_empty() {
            tokens.push(Token { text: code_text, kind: TokenKind::Code(code.kind) });
        }
        done = span.end;
    }
    words(&text[done..], &mut tokens);
    tokens
}

/// Adds the tokens of a text without codes.
fn words<'a>(text: &'a str, tokens: &mut Vec<Token<'a>>) {
    if text.is_empty() {
        return;
    }
    let segmenter = SEGMENTER.with(|cell| {
        *cell.get_or_init(|| WordSegmenter::new_auto(WordBreakInvariantOptions::default()))
    });
    let mut start = 0;
    for end in segmenter.segment_str(text) {
        if let Some(piece) = text.get(start..end).filter(|piece| !piece.is_empty()) {
            tokens.push(Token { text: piece, kind: kind(piece) });
            start = end;
        }
    }
}

fn kind(piece: &str) -> TokenKind {
    let mut chars = piece.chars();
    if piece.chars().all(char::is_whitespace) {
        TokenKind::Space
    } else if chars.any(char::is_alphabetic) {
        TokenKind::Word
    } else if piece.chars().any(char::is_numeric) {
        TokenKind::Number
    } else {
        TokenKind::Punctuation
    }
}

/// The words that a translator has to read: words and numbers outside of inline codes, and code
/// spans as one.
pub fn word_count(text: &str, codes: &[InlineCode]) -> usize {
    tokenize(text, codes).iter().filter(|token| counts(token)).count()
}

/// Whether a translator counts the token as a word.
pub(crate) fn counts(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Code(CodeKind::Code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words_of(text: &str) -> Vec<&str> {
        let is_word = |token: &Token<'_>| matches!(token.kind, TokenKind::Word | TokenKind::Number);
        tokenize(text, &[]).into_iter().filter(is_word).map(|token| token.text).collect()
    }

    #[test]
    fn words_of_scripts_without_spaces_are_found() {
        assert_eq!(words_of("ระบบจัดการการแปลภาษา"), ["ระบบ", "จัดการ", "การ", "แปล", "ภาษา"]);
        assert_eq!(words_of("この変更"), ["この", "変更"]);
        assert_eq!(words_of("اتصل بالرقم ١١٦"), ["اتصل", "بالرقم", "١١٦"]);
    }

    #[test]
    fn codes_are_one_token_and_no_word() {
        let text = "Hello { $name }, call { NUMBER($n) } times";
        let code = |kind, part: &str| {
            let start = text.find(part).expect("a part");
            InlineCode { kind, value: part.into(), span: start..start + part.len() }
        };
        let codes =
            [code(CodeKind::Variable, "{ $name }"), code(CodeKind::Function, "{ NUMBER($n) }")];
        assert_eq!(word_count(text, &codes), 3);
    }

    proptest! {
        #[test]
        fn tokens_together_are_the_text(text in "\\PC{0,40}", a in 0..40_usize, b in 0..40_usize) {
            let code = InlineCode { kind: CodeKind::Html, value: String::new(), span: a.min(b)..a.max(b) };
            let together: String = tokenize(&text, &[code]).iter().map(|token| token.text).collect();
            prop_assert_eq!(together, text);
        }
    }
}
