//! What is in a text, by one pass over it, so that most checks need not look.

/// What is in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traits {
    bits: u32,
    /// How many ASCII letters there are.
    pub(crate) ascii_letters: u32,
    /// How many characters beyond ASCII there are, whether letters or not.
    pub(crate) beyond_ascii: u32,
    /// How many words begin with a small ASCII letter.
    pub(crate) small_words: u32,
}

pub(crate) const DIGIT: u32 = 1;
/// `://`, `www.`, or a link that dials.
pub(crate) const ADDRESS: u32 = 1 << 1;
pub(crate) const AT: u32 = 1 << 2;
pub(crate) const DOUBLE_SPACE: u32 = 1 << 3;
pub(crate) const QUOTE: u32 = 1 << 4;
pub(crate) const BRACKET: u32 = 1 << 5;
/// Three full stops, or more.
pub(crate) const DOTS: u32 = 1 << 6;
/// `?` or `!`.
pub(crate) const ASKS: u32 = 1 << 7;
/// `:;!?` or a French quotation mark.
pub(crate) const HIGH: u32 = 1 << 8;
/// `%`, `$`, `&`, `\`, `{`.
pub(crate) const ESCAPE: u32 = 1 << 9;
pub(crate) const INVISIBLE: u32 = 1 << 10;
pub(crate) const BIDI: u32 = 1 << 11;
pub(crate) const ELLIPSIS: u32 = 1 << 12;
/// What a damaged text holds: U+FFFD, or the letters that UTF-8 read as Latin 1 begins with.
pub(crate) const DAMAGE: u32 = 1 << 13;
/// Letters of Greek or Cyrillic.
pub(crate) const GREEK_OR_CYRILLIC: u32 = 1 << 14;

/// What each ASCII character says.
const ASCII: [u32; 128] = {
    let mut table = [0; 128];
    let mut digit = b'0';
    while digit <= b'9' {
        table[digit as usize] = DIGIT;
        digit += 1;
    }
    table[b'@' as usize] = AT;
    table[b'"' as usize] = QUOTE;
    let mut at = 0;
    while at < 4 {
        table[b"()[]"[at] as usize] = BRACKET;
        table[b"%$&\\"[at] as usize] = ESCAPE;
        at += 1;
    }
    table[b'{' as usize] = ESCAPE;
    table[b'?' as usize] = ASKS | HIGH;
    table[b'!' as usize] = ASKS | HIGH;
    table[b':' as usize] = HIGH;
    table[b';' as usize] = HIGH;
    table
};

impl Traits {
    /// What is in the text.
    pub(crate) fn of(text: &str) -> Self {
        let mut traits = Self::default();
        // What stands before, and how often in a row.
        let (mut before, mut times) = ('\n', 0_u32);
        for c in text.chars() {
            if c.is_ascii() {
                traits.ascii(c, before, times);
            } else {
                traits.beyond_ascii += 1;
                traits.bits |= beyond(c);
            }
            times = if c == before { times + 1 } else { 1 };
            before = c;
        }
        traits
    }

    fn ascii(&mut self, c: char, before: char, times: u32) {
        self.bits |= ASCII[c as usize & 127];
        match c {
            'a'..='z' => {
                self.ascii_letters += 1;
                self.small_words += u32::from(matches!(before, ' ' | '\n'));
            }
            'A'..='Z' => self.ascii_letters += 1,
            ' ' if before == ' ' => self.bits |= DOUBLE_SPACE,
            '.' if before == '.' && times == 2 => self.bits |= DOTS,
            '.' if before == 'w' && times == 3 => self.bits |= ADDRESS,
            '/' if before == '/' => self.bits |= ADDRESS,
            _ => {}
        }
    }

    /// Whether it has any of the given.
    pub(crate) fn has(self, bits: u32) -> bool {
        self.bits & bits != 0
    }
}

/// What a character beyond ASCII says.
pub(crate) fn beyond(c: char) -> u32 {
    match c {
        'Â' | 'Ã' | 'â' => DAMAGE,
        '\u{370}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}' => GREEK_OR_CYRILLIC,
        '«' | '»' => QUOTE | HIGH,
        '\u{201c}'..='\u{201f}' | '「'..='』' => QUOTE,
        '¿' | '¡' => ASKS,
        '…' => ELLIPSIS,
        '（' | '）' | '［' | '］' | '【' | '】' => BRACKET,
        '\u{fffd}' => DAMAGE,
        '\u{3040}'..='\u{a8cf}' | '\u{ac00}'..='\u{d7ff}' if c != '\u{3164}' => 0,
        c if is_bidi(c) => BIDI,
        c if is_invisible(c) => INVISIBLE,
        c if u32::from(c) >= 0x660 && crate::digits::value(c).is_some() => DIGIT,
        _ => 0,
    }
}

/// Whether a character embeds, overrides or isolates a direction (UAX 9).
pub(crate) fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character shows nothing. Marks of direction are among them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{3164}'
            | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}'
    ) || is_bidi(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_text_is_seen() {
        for (text, bits) in [
            ("a1", DIGIT),
            ("٣", DIGIT),
            ("http://x", ADDRESS),
            ("www.x", ADDRESS),
            ("a  b", DOUBLE_SPACE),
            ("x...", DOTS),
            ("x…", ELLIPSIS),
            ("（", BRACKET),
            ("「", QUOTE),
            ("\u{3164}", INVISIBLE),
            ("\u{2068}", BIDI),
            ("Ã", DAMAGE),
            ("ж", GREEK_OR_CYRILLIC),
        ] {
            assert!(Traits::of(text).has(bits), "{text}");
        }
        let plain = Traits::of("漢字と한글, สวัสดี and words. a b/c w.x ..");
        assert!(!plain.has(!0), "{plain:?}");
        assert_eq!((plain.ascii_letters, plain.small_words), (13, 5));
    }
}
