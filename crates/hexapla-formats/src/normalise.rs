//! What the fingerprints of all formats share.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text in Unicode NFC with LF line ends and no byte order mark.
///
/// Canonically equivalent texts read the same, so they get one fingerprint: macOS stores what one
/// types in another form than other systems. Compatibility forms (`①`, `ﬁ`) stay apart.
pub(crate) fn canonical(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = lf(text);
    let normaliser = const { ComposingNormalizerBorrowed::new_nfc() };
    if is_plain(&text) || normaliser.is_normalized(&text) {
        return text;
    }
    Cow::Owned(normaliser.normalize(&text).into_owned())
}

/// Whether every character comes before U+0300, the first that NFC may change or combine: then each of its
/// bytes is below that one's first.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(0, u8::max) < 0xcc
}

/// The text with LF line ends.
pub(crate) fn lf(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The line end that a file uses most: what a new text is written with.
pub(crate) fn line_end(text: &str) -> &'static str {
    let crlf = text.matches("\r\n").count();
    let lf = text.matches('\n').count() - crlf;
    if crlf > lf { "\r\n" } else { "\n" }
}

/// The text with each run of white space as one space; a line end between two characters of
/// scripts without spaces is none.
pub(crate) fn unwrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !matches!(c, ' ' | '\t' | '\n' | '\r') {
            out.push(c);
            continue;
        }
        let mut broken = c == '\n';
        while let Some(&next @ (' ' | '\t' | '\n' | '\r')) = chars.peek() {
            broken |= next == '\n';
            chars.next();
        }
        let joins = broken
            && out.chars().next_back().is_some_and(is_unspaced)
            && chars.peek().copied().is_some_and(is_unspaced);
        if !joins {
            out.push(' ');
        }
    }
    out
}

/// Whether a character is of a script that is written without spaces (Thai, Lao, Khmer, Burmese
/// and their kin, Chinese, Japanese) or a full-width form. Korean is written with spaces.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{1950}'..='\u{19ff}' | '\u{1a20}'..='\u{1aaf}'
        | '\u{2e80}'..='\u{312f}' | '\u{3190}'..='\u{31ff}' | '\u{3220}'..='\u{325f}'
        | '\u{3280}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

    #[test]
    fn plain_characters_are_those_that_nothing_happens_to() {
        let plain: String = ('\0'..'\u{300}').collect();
        assert!(is_plain(&plain) && NFC.is_normalized(&plain));
        assert!(!is_plain("e\u{301}") && !is_plain("한") && !is_plain("ก"));
    }

    proptest! {
        /// What is told without looking at each character is what NFC says.
        #[test]
        fn canonical_is_nfc(text in "[ -~é\u{300}-\u{304}\u{1100}\u{1161}Å가ก\u{2ff}\r\n]{0,12}") {
            let lines = lf(&text);
            prop_assert_eq!(NFC.normalize(&lines), canonical(&text));
        }
    }
}
