//! What a reader gets of a block.

use hexapla_model::{Fingerprint, Meaning};

use crate::normalise::canonical;

/// Collects what a reader gets of a block, in order, into a fingerprint.
///
/// White space runs are one space, and none where a line is broken between characters of scripts
/// that are written without spaces.
#[derive(Clone, Default)]
pub(super) struct Reading {
    meaning: Meaning,
    text: String,
}

impl Reading {
    /// Text; white space in it counts as one space.
    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A line end that is no line break.
    pub(super) fn soft_break(&mut self) {
        self.text.push('\n');
    }

    /// Anything but text.
    pub(super) fn part(&mut self, tag: &str, value: &str) {
        self.flush();
        self.meaning.part(tag, &canonical(value));
    }

    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = collapsed(&canonical(&self.text));
        self.text.clear();
        if !text.is_empty() {
            self.meaning.part("text", &text);
        }
    }

    /// The fingerprint of everything so far; white space at either end does not enter.
    pub(super) fn fingerprint(mut self) -> Fingerprint {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        self.flush();
        self.meaning.fingerprint()
    }
}

/// Each run of white space as one space; as nothing where it holds a line end and stands between
/// characters of scripts that are written without spaces.
fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !is_space(c) {
            out.push(c);
            continue;
        }
        let mut broken = c == '\n';
        while let Some(&next) = chars.peek().filter(|next| is_space(**next)) {
            broken |= next == '\n';
            chars.next();
        }
        let unspaced = |c: Option<char>| c.is_some_and(is_unspaced);
        if !(broken && unspaced(out.chars().next_back()) && unspaced(chars.peek().copied())) {
            out.push(' ');
        }
    }
    out
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Whether a character is of a script that is written without spaces: Thai, Lao, Khmer, Burmese,
/// Chinese, Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Fingerprint {
        let mut reading = Reading::default();
        reading.text(text);
        reading.fingerprint()
    }

    #[test]
    fn wrapping_does_not_enter() {
        assert_eq!(of("one two  three"), of("one\ntwo three\n"));
        assert_eq!(of("翻訳の変更"), of("翻訳の\n変更"));
        assert_eq!(of("การแปล"), of("การ\nแปล"));
        assert_ne!(of("翻訳 変更"), of("翻訳変更"));
        assert_ne!(of("one two"), of("onetwo"));
        assert_eq!(of("\u{e9}t\u{e9}"), of("e\u{301}te\u{301}"));
    }
}
