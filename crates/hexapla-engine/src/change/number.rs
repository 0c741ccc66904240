//! Numbers with what belongs to them.

use super::mark::is_dash;
use crate::text::{Token, TokenKind};

/// What belongs to the number at `at` besides its digits: what joins it to the number before it
/// (`116 111` is no `116111`), its sign, and a mark of feet or inches.
pub(super) fn frame(tokens: &[Token<'_>], at: usize) -> String {
    let sign = at.checked_sub(1).filter(|&before| is_sign(tokens, before));
    let sign = sign.map_or("", |before| tokens[before].text);
    let is_measure = |token: &&Token<'_>| matches!(token.text, "'" | "\"" | "’" | "”" | "′" | "″");
    let measure = tokens.get(at + 1).filter(is_measure).map_or("", |token| token.text);
    let sign: String = sign.chars().map(|c| if is_dash(c) { '-' } else { c }).collect();
    format!("{}|{sign}|{measure}", joint(tokens, at))
}

/// Whether the token is a sign of the number behind it: `-5`, `.5`.
pub(super) fn is_sign(tokens: &[Token<'_>], at: usize) -> bool {
    let sign = tokens[at].text.chars().all(|c| is_dash(c) || matches!(c, '.' | ','));
    let number = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let alone = match at.checked_sub(1).map(|before| tokens[before]) {
        None => true,
        Some(before) => before.kind == TokenKind::Space || matches!(before.text, "(" | "[" | "|"),
    };
    let joins = at >= 2 && is_dash_between(tokens, at);
    sign && number && alone && !joins
}

/// Whether a dash with space before it stands between two numbers, as in `3 –5`.
fn is_dash_between(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at - 1].kind == TokenKind::Space && tokens[at - 2].kind == TokenKind::Number
}

/// What stands between a number and the one right before it; nothing where words do.
fn joint(tokens: &[Token<'_>], at: usize) -> String {
    let between =
        |token: &&Token<'_>| matches!(token.kind, TokenKind::Space | TokenKind::Punctuation);
    let back: Vec<&Token<'_>> = tokens[..at].iter().rev().take(4).take_while(between).collect();
    let before = at.checked_sub(back.len() + 1).map(|before| tokens[before].kind);
    if before != Some(TokenKind::Number) {
        return String::new();
    }
    let text: String = back.iter().rev().map(|token| token.text).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = |c: char| if is_dash(c) { '-' } else { c };
    let joined: String = words.join(" ").chars().map(plain).collect();
    if joined.is_empty() { " ".to_owned() } else { joined }
}

/// Whether a character in a word is a digit; a raised one belongs to a unit of measure (`m²`).
pub(super) fn is_digit(c: char) -> bool {
    c.is_numeric() && !matches!(c, '²' | '³' | '¹' | '\u{2070}'..='\u{209f}')
}

/// A word with `#` in the place of each number in it.
pub(super) fn without_digits(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        match is_digit(c) {
            true if out.ends_with('#') => {}
            true => out.push('#'),
            false => out.push(c),
        }
    }
    out
}
