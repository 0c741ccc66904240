//! Digits of every script that has its own.

/// The zeros of the systems of decimal digits that locales use; nine follow each.
const ZEROS: [char; 30] = [
    '0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}',
    '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}',
    '\u{1040}', '\u{1090}', '\u{17e0}', '\u{1810}', '\u{1946}', '\u{19d0}', '\u{1a80}', '\u{1b50}',
    '\u{1bb0}', '\u{1c40}', '\u{1c50}', '\u{a8d0}', '\u{ff10}',
];

/// The digit that a character is, in ASCII.
pub(crate) fn value(c: char) -> Option<char> {
    read(c).map(|(digit, _)| digit)
}

/// The digit that a character is, in ASCII, and the zero of its system.
pub(crate) fn read(c: char) -> Option<(char, char)> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some((c, '0'));
    }
    if u32::from(c) < 0x660 {
        return None;
    }
    let next = ZEROS.partition_point(|zero| *zero <= c);
    let zero = *ZEROS.get(next.checked_sub(1)?)?;
    let digit = char::from_digit((u32::from(c) - u32::from(zero)).min(10), 10)?;
    Some((digit, zero))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_scripts_are_read() {
        assert_eq!("١۲३๔５".chars().filter_map(value).collect::<String>(), "12345");
        assert_eq!(read('٤'), Some(('4', '\u{660}')));
        for c in ['a', 'é', '²', '①', '一', '/', ':'] {
            assert_eq!(value(c), None, "{c}");
        }
        assert!(ZEROS.is_sorted());
    }
}
