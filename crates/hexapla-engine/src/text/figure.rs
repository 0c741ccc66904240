//! What a text names that no translation says otherwise: numbers, and the addresses of sites and mail.

use std::ops::Range;

/// A number or an address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// An address as one part, a number as its groups of digits, in ASCII.
    parts: Vec<String>,
}

/// The zeros of scripts with digits of their own; nine follow each.
const ZEROS: [char; 20] = [
    '0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}',
    '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}',
    '\u{17e0}', '\u{1810}', '\u{ff10}',
];

/// What a telephone dials stands behind these.
const DIALS: [&str; 3] = ["tel:", "sms:", "callto:"];

impl Figure {
    /// The numbers and addresses of a text, in order.
    pub fn all(text: &str) -> Vec<Self> {
        let mut figures = Vec::new();
        let (mut at, mut within) = (0, false);
        while let Some(next) = text[at..].chars().next() {
            let rest = &text[at..];
            let found = if within { None } else { address(rest).or_else(|| number(rest)) };
            match found {
                Some((length, parts)) => {
                    figures.push(Self { span: at..at + length, parts });
                    at += length;
                    within = true;
                }
                None => {
                    within = next.is_alphanumeric();
                    at += next.len_utf8();
                }
            }
        }
        figures
    }

    /// Whether one of `others` says the same. How its digits are grouped is the language's affair, and
    /// so is what stands between two numbers.
    fn is_among(&self, others: &[Self]) -> bool {
        let whole = self.parts.concat();
        let parts: Vec<&String> = others.iter().flat_map(|it| &it.parts).collect();
        others.iter().any(|it| it.parts.concat() == whole)
            || parts.windows(self.parts.len().max(1)).any(|it| it.iter().copied().eq(&self.parts))
    }

    /// Where the numbers and addresses stand that only one of two texts has: those of the first, and
    /// those of the second.
    pub fn differing(one: &str, other: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let (one, other) = (Self::all(one), Self::all(other));
        let only = |these: &[Self], those: &[Self]| {
            these.iter().filter(|it| !it.is_among(those)).map(|it| it.span.clone()).collect()
        };
        (only(&one, &other), only(&other, &one))
    }
}

/// The length of the address that a text begins with.
fn address(text: &str) -> Option<(usize, Vec<String>)> {
    let ends = |c: char| c.is_whitespace() || "()<>[]{}\"|`“”»«".contains(c);
    let word = text.split(ends).next().unwrap_or_default();
    let word = word.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '/');
    let schemed = word.split_once("://").is_some_and(|(scheme, rest)| {
        !rest.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric())
    });
    if let Some(dialled) = DIALS.iter().find_map(|it| word.strip_prefix(it)) {
        return Some((word.len(), vec![digits(dialled)]));
    }
    let mail = word.strip_prefix("mailto:").unwrap_or(word);
    let is_mail = mail.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && name.is_ascii() && !host.contains('@')
    });
    match (schemed, is_mail) {
        (true, _) => Some((word.len(), vec![word.to_owned()])),
        (_, true) => Some((word.len(), vec![mail.to_lowercase()])),
        _ => None,
    }
}

/// The length of the number that a text begins with, and its groups of digits.
fn number(text: &str) -> Option<(usize, Vec<String>)> {
    let (mut parts, mut length, mut at) = (Vec::new(), 0, usize::from(text.starts_with('+')));
    loop {
        let group: String = text[at..].chars().map_while(|c| digit(c).map(|_| c)).collect();
        if group.is_empty() {
            break;
        }
        at += group.len();
        length = at;
        parts.push(digits(&group));
        // What joins two groups of digits is one character.
        match text[at..].chars().next().filter(|it| joins(*it)) {
            Some(joint) => at += joint.len_utf8(),
            None => break,
        }
    }
    (length > 0).then_some((length, parts))
}

fn joins(c: char) -> bool {
    matches!(
        c,
        ' ' | '.' | ',' | '-' | '/' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2011}' | '\u{2013}'
    ) || matches!(c, '\u{66b}' | '\u{66c}' | '\'' | '’')
}

/// The value of a digit of any script.
fn digit(c: char) -> Option<u32> {
    let value = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|it| *it < 10);
    ZEROS.iter().find_map(value)
}

fn digits(text: &str) -> String {
    text.chars().filter_map(digit).filter_map(|it| char::from_digit(it, 10)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn differing<'a>(one: &'a str, other: &'a str) -> (Vec<&'a str>, Vec<&'a str>) {
        let (a, b) = Figure::differing(one, other);
        let texts = |text: &'a str, spans: Vec<Range<usize>>| {
            spans.into_iter().map(|it| &text[it]).collect()
        };
        (texts(one, a), texts(other, b))
    }

    #[test]
    fn what_differs_is_what_a_reader_would_dial_or_open() {
        let none: (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        for (one, other) in [
            ("Call 116 111.", "Llame al 116111."),
            ("Call [116 111](tel:116111)", "اتصل بالرقم [١١٦ ١١١](tel:116111)"),
            ("Call 112 24 hours a day", "El 112 las 24 horas"),
            ("1,234.5", "1.234,5"),
            ("See https://example.org/a.", "Véase https://example.org/a"),
            ("Write to a@example.org", "[a@example.org](mailto:a@example.org)"),
            ("{ $name1 }", "{ $name2 }"),
        ] {
            assert_eq!(differing(one, other), none, "{one}");
        }
        assert_eq!(
            differing("Call 116 111", "Llame al 116 000"),
            (vec!["116 111"], vec!["116 000"])
        );
        assert_eq!(differing("116 111", "111 116"), (vec!["116 111"], vec!["111 116"]));
        assert_eq!(differing("[1](tel:1)", "[1](tel:2)"), (vec![], vec!["tel:2"]));
        assert_eq!(
            differing("https://example.org/a", "https://example.org/b"),
            (vec!["https://example.org/a"], vec!["https://example.org/b"])
        );
        assert_eq!(differing("a@b.org", "c@b.org"), (vec!["a@b.org"], vec!["c@b.org"]));
    }

    proptest! {
        #[test]
        fn a_text_differs_in_nothing_from_itself(text in "\\PC{0,40}|[0-9 .,+@:/a-z()]{0,30}") {
            prop_assert_eq!(differing(&text, &text), (Vec::new(), Vec::new()));
        }
    }
}
