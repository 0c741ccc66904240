//! Numbers in a text.

/// What may stand between two groups of digits of one number.
const JOINTS: [char; 6] = ['.', ',', '\'', '’', '\u{a0}', '\u{202f}'];

/// The length in bytes of the number that a text begins with; nothing where it begins with none.
///
/// A number is digits of any script, also in groups: `1,200.50` is one. `end` of a sentence is no
/// part of it.
pub(crate) fn number(text: &str) -> Option<usize> {
    let (mut length, mut joint) = (0, 0);
    for (at, c) in text.char_indices() {
        if c.is_numeric() {
            length = at + c.len_utf8();
            joint = 0;
        } else if length > 0 && joint == 0 && JOINTS.contains(&c) {
            joint = c.len_utf8();
        } else {
            break;
        }
    }
    (length > 0).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_belong_together_and_full_stops_do_not() {
        for (text, found) in [
            ("1,200.50 dollars", Some("1,200.50")),
            ("112. Then", Some("112")),
            ("١١٦ اتصل", Some("١١٦")),
            ("1 200", Some("1")),
            ("3..4", Some("3")),
            ("no", None),
            (".5", None),
            ("", None),
        ] {
            assert_eq!(number(text).map(|length| &text[..length]), found, "{text}");
        }
    }
}
