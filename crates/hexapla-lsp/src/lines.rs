//! Places in a text as editors count them.

use std::ops::Range;

use hexapla_model::LineIndex;
use lsp_types::{Position, PositionEncodingKind, Range as Between};

/// In what a client counts the characters of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// In bytes of UTF-8.
    Utf8,
    /// In code units of UTF-16, which every client can.
    #[default]
    Utf16,
}

impl Encoding {
    /// The one that costs least of those that a client offers.
    pub(crate) fn of(offered: Option<&[PositionEncodingKind]>) -> Self {
        let utf8 = offered.is_some_and(|it| it.contains(&PositionEncodingKind::UTF8));
        if utf8 { Self::Utf8 } else { Self::Utf16 }
    }

    pub(crate) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn length(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }

    /// The bytes before the character at `count`; all of them where it lies beyond the text.
    fn bytes(self, text: &str, count: usize) -> usize {
        let mut counted = 0;
        for (at, c) in text.char_indices() {
            counted += match self {
                Self::Utf8 => c.len_utf8(),
                Self::Utf16 => c.len_utf16(),
            };
            if counted > count {
                return at;
            }
        }
        text.len()
    }
}

/// The lines of a text.
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'a> Lines<'a> {
    /// The lines of a text; LF, CR LF and CR end a line.
    pub(crate) fn new(text: &'a str, encoding: Encoding) -> Self {
        let mut starts = LineIndex::starts(text.as_bytes());
        // A byte order mark is a character of an editor's text.
        starts[0] = 0;
        Self { text, starts, encoding }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Where a byte is; one within a character counts as the beginning of it.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let column = self.encoding.length(&self.text[self.starts[line]..offset]);
        Position::new(number(line), number(column))
    }

    /// The byte at a place; what lies beyond a line counts as its end, beyond the text as the text's.
    pub(crate) fn offset(&self, place: Position) -> usize {
        let Some(&start) = self.starts.get(place.line as usize) else { return self.text.len() };
        let end = self.starts.get(place.line as usize + 1).copied().unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        start + self.encoding.bytes(line, place.character as usize)
    }

    pub(crate) fn range(&self, span: &Range<usize>) -> Between {
        Between::new(self.position(span.start), self.position(span.end.max(span.start)))
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_place_leads_back_to_its_byte(text in "[a-zé🌍\r\n]{0,40}", at in 0_usize..120, utf8: bool) {
            let lines = Lines::new(&text, if utf8 { Encoding::Utf8 } else { Encoding::Utf16 });
            let at = text.floor_char_boundary(at);
            // Within CR LF is no place of its own.
            prop_assume!(!(text[..at].ends_with('\r') && text[at..].starts_with('\n')));
            prop_assert_eq!(lines.offset(lines.position(at)), at);
        }

        #[test]
        fn any_place_is_a_character(text in "[a-zé🌍\r\n]{0,40}", line in 0_u32..9, character in 0_u32..50) {
            let at = Lines::new(&text, Encoding::Utf16).offset(Position::new(line, character));
            prop_assert!(text.is_char_boundary(at));
        }
    }

    #[test]
    fn characters_beyond_the_first_plane_are_two_in_utf16() {
        let text = "a🌍b\r\nc";
        assert_eq!(Lines::new(text, Encoding::Utf16).position(5), Position::new(0, 3));
        assert_eq!(Lines::new(text, Encoding::Utf8).position(5), Position::new(0, 5));
        assert_eq!(Lines::new(text, Encoding::Utf16).offset(Position::new(0, 99)), 6);
    }
}
