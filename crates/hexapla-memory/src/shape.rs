//! What of a text is compared.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

use crate::Coded;
use crate::number::number;

/// Stands for an inline code. The character is for private use and so in no text that is published; a
/// text that has it nonetheless is still told apart by the texts of its codes.
pub(crate) const CODE: char = '\u{f0000}';

/// Stands for a number.
pub(crate) const NUMBER: char = '\u{f0001}';

/// The text as it is compared: each code and each number one character whatever it says, each run of
/// white space one space, none at the ends, in Unicode's normal form C.
pub(crate) fn shape(coded: &Coded<'_>) -> String {
    let mut out = String::with_capacity(coded.text.len());
    let mut spaced = false;
    for piece in pieces(coded) {
        let c = match piece {
            Piece::Char(c) => c,
            Piece::Code(_) => CODE,
            Piece::Number(_) => NUMBER,
        };
        if c.is_whitespace() {
            spaced = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut spaced) {
            out.push(' ');
        }
        out.push(c);
    }
    if out.is_ascii() {
        return out;
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&out).into_owned()
}

/// The texts of the codes of a text, in order.
pub(crate) fn codes<'a>(coded: &Coded<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    pieces(coded).filter_map(|piece| if let Piece::Code(it) = piece { Some(it) } else { None })
}

/// The numbers of a text, in order.
pub(crate) fn numbers<'a>(coded: &Coded<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    pieces(coded).filter_map(|piece| if let Piece::Number(it) = piece { Some(it) } else { None })
}

/// A part of a text.
enum Piece<'a> {
    Char(char),
    Code(&'a str),
    Number(&'a str),
}

/// The parts of a text in order. A number begins where no letter stands before: `mp3` has none.
fn pieces<'a>(coded: &Coded<'a>) -> impl Iterator<Item = Piece<'a>> + use<'a> {
    let (text, mut codes) = (coded.text, coded.outermost().peekable());
    let (mut at, mut within) = (0, false);
    std::iter::from_fn(move || {
        let next = text.get(at..)?.chars().next()?;
        if let Some(code) = codes.next_if(|code| code.start == at) {
            (at, within) = (code.end, false);
            return text.get(code).map(Piece::Code);
        }
        let end = codes.peek().map_or(text.len(), |code| code.start);
        let length = if within { None } else { number(text.get(at..end)?) };
        let start = at;
        at += length.unwrap_or(next.len_utf8());
        within = length.is_some() || next.is_alphanumeric() || within && is_mark(next);
        match length {
            Some(_) => text.get(start..at).map(Piece::Number),
            None => Some(Piece::Char(next)),
        }
    })
}

/// Whether the character is part of the letter before it, in normal form D.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && CanonicalCombiningClassMapBorrowed::new().get_u8(c) != 0
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::*;
    use proptest::prelude::*;

    fn shown(coded: &Coded<'_>) -> String {
        shape(coded).replace(CODE, "◇").replace(NUMBER, "#")
    }

    #[test]
    fn codes_and_numbers_are_one_character() {
        let text = "Call { $number } or 19 696,\n at 9:30 on  day 2.";
        let coded = Coded { text, codes: from_ref(&(5..16)) };
        assert_eq!(shown(&coded), "Call ◇ or # #, at #:# on day #.");
        assert_eq!(super::codes(&coded).collect::<Vec<_>>(), ["{ $number }"]);
        assert_eq!(numbers(&coded).collect::<Vec<_>>(), ["19", "696", "9", "30", "2"]);
    }

    #[test]
    fn layout_and_normal_forms_are_one_text() {
        for (text, shape) in [
            (" a\tb ", "a b"),
            ("a  b", "a b"),
            ("a \n b\n", "a b"),
            ("cafe\u{301}", "café"),
            ("covid19 and 19", "covid19 and #"),
            ("e\u{301}1", "é1"),
            ("  ", ""),
            (" ", ""),
            ("", ""),
        ] {
            assert_eq!(shown(&Coded::plain(text)), shape, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn shapes_have_their_own_shape_and_no_layout(
            text in "([a1é .\n\t]|e\u{301}|\u{a0}|٣){0,24}", a in 0..24_usize, b in 0..24_usize,
        ) {
            let code = a.min(b)..a.max(b);
            let found = shape(&Coded { text: &text, codes: from_ref(&code) });
            prop_assert_eq!(&shape(&Coded::plain(&found)), &found);
            let words: Vec<&str> = found.split_whitespace().collect();
            prop_assert_eq!(words.join(" "), found);
        }

        #[test]
        fn more_white_space_changes_nothing(words in prop::collection::vec("[ab1]{1,3}", 0..6), gap in "[ \n\t]{1,3}") {
            let spaced = Coded { text: &words.join(&gap), codes: &[] };
            let plain = words.join(" ");
            prop_assert_eq!(shape(&spaced), shape(&Coded::plain(&plain)));
        }
    }
}
