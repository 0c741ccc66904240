//! What a reader gets of a block.

use hexapla_model::{Fingerprint, Meaning};

use super::lines::is_space;
use crate::normalise::{canonical, is_unspaced};

/// Collects what a reader gets of a block, in order, into a fingerprint.
///
/// White space runs are one space, wherever they stand between marks, and none at either end, or
/// where a line is broken between characters of scripts that are written without spaces.
#[derive(Clone, Default)]
pub(super) struct Reading {
    meaning: Meaning,
    text: String,
    /// The last thing before the white space that waits, or before what comes next.
    last: Last,
    space: Option<Space>,
}

/// What stands before a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Last {
    /// Nothing, or a border that white space means nothing at.
    #[default]
    Border,
    Character(char),
    /// Code, a tag, a footnote's number.
    Atom,
}

/// White space that has not been followed by anything yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Space {
    Plain,
    /// It holds a line end.
    Broken,
}

impl Reading {
    /// Text; white space in it counts as one space.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            if is_space(c) {
                let broken = c == '\n' || self.space == Some(Space::Broken);
                self.space = Some(if broken { Space::Broken } else { Space::Plain });
            } else {
                self.settle(Last::Character(c));
                self.text.push(c);
            }
        }
    }

    /// A mark around text, such as emphasis. White space before it counts as one space; a line
    /// end that may count as none waits for what comes next.
    pub(super) fn mark(&mut self, tag: &str, value: &str) {
        let waits = matches!((self.space, self.last),
            (Some(Space::Broken), Last::Character(last)) if is_unspaced(last));
        if self.space.is_some() && !waits {
            self.settle(Last::Border);
        }
        self.flush();
        self.meaning.part(tag, &canonical(value));
    }

    /// Something that stands in the text like a word.
    pub(super) fn atom(&mut self, tag: &str, value: &str) {
        self.settle(Last::Atom);
        self.mark(tag, value);
    }

    /// Something that text ends or begins at: a line break, a cell's border.
    pub(super) fn border(&mut self, tag: &str, value: &str) {
        self.space = None;
        self.last = Last::Border;
        self.mark(tag, value);
    }

    /// Puts the space that waits before what comes next, where it means anything there.
    fn settle(&mut self, next: Last) {
        let means = match (self.space.take(), self.last, next) {
            (None, ..) | (_, Last::Border, _) => false,
            (Some(Space::Broken), Last::Character(one), Last::Character(other)) => {
                !(is_unspaced(one) && is_unspaced(other))
            }
            _ => true,
        };
        if means {
            self.text.push(' ');
        }
        self.last = next;
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.meaning.part("text", &canonical(&self.text));
            self.text.clear();
        }
    }

    /// The fingerprint of everything so far.
    pub(super) fn fingerprint(mut self) -> Fingerprint {
        self.flush();
        self.meaning.fingerprint()
    }
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
        assert_ne!(of("번역 변경"), of("번역변경"));
        assert_eq!(of("번역 변경"), of("번역\n변경"));
        assert_eq!(of("\u{e9}t\u{e9}"), of("e\u{301}te\u{301}"));
    }

    #[test]
    fn wrapping_beside_a_mark_does_not_enter() {
        let with_break = |space: &str| {
            let mut reading = Reading::default();
            reading.text("翻訳");
            reading.text(space);
            reading.mark("strong", "");
            reading.text("変更");
            reading.fingerprint()
        };
        assert_eq!(with_break(""), with_break("\n"));
        assert_ne!(with_break(""), with_break(" "));
    }
}
