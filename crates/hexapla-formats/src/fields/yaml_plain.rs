//! What a YAML scalar without quotes says: YAML 1.2.2, core schema, §10.3.2.
//!
//! Dates are no text here either, though only YAML 1.1 knows them: whoever reads front matter
//! does so too.

/// What a plain scalar says where that is no text, in one spelling for nothing.
pub(super) fn other(value: &str) -> Option<&str> {
    match value {
        "" | "~" | "null" | "Null" | "NULL" => Some("~"),
        "true" | "True" | "TRUE" => Some("true"),
        "false" | "False" | "FALSE" => Some("false"),
        _ => (is_number(value) || is_date(value)).then_some(value),
    }
}

/// Whether a text can stand without quotes wherever a scalar can, for readers of YAML 1.1 too.
pub(super) fn can_be_plain(text: &str) -> bool {
    let reserved = |c: char| c.is_whitespace() || "-?:,[]{}#&*!|>'\"%@`=<".contains(c);
    !text.starts_with(reserved)
        && !text.ends_with(|c: char| c == ':' || c.is_whitespace())
        && !text.contains([',', '[', ']', '{', '}', '\t'])
        && [": ", " #"].iter().all(|mark| !text.contains(mark))
        && text.chars().all(is_printable)
        && other(text).is_none()
        && !is_word_of_1_1(text)
        && !looks_like_a_number(text)
}

/// Whether a character stands for itself in every style; of line ends and tabs see the styles.
pub(super) fn is_printable(c: char) -> bool {
    let breaks = ['\u{2028}', '\u{2029}', '\u{feff}', '\u{fffe}', '\u{ffff}'];
    !c.is_control() && !breaks.contains(&c)
}

fn is_word_of_1_1(text: &str) -> bool {
    let words = ["y", "n", "yes", "no", "on", "off", "null", "true", "false"];
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// What some reader takes for a number, a time or a date: `1_000`, `12:30`, `0b1`, `1e3`.
fn looks_like_a_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || "+.".contains(c))
        && text.chars().all(|c| c.is_ascii_hexdigit() || "+-.:_ xXoOTtZz".contains(c))
}

fn is_number(value: &str) -> bool {
    let unsigned = value.strip_prefix(['+', '-']).unwrap_or(value);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(value, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    if let Some(digits) = value.strip_prefix("0o") {
        return !digits.is_empty() && digits.bytes().all(|digit| matches!(digit, b'0'..=b'7'));
    }
    if let Some(digits) = value.strip_prefix("0x") {
        return !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    }
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
    unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && unsigned.chars().all(numeric)
        && unsigned.parse::<f64>().is_ok()
}

/// `2024-01-02`, with a time behind it or without.
fn is_date(value: &str) -> bool {
    let mut parts = value.splitn(3, '-');
    let year = parts.next().is_some_and(|it| it.len() == 4 && it.bytes().all(is_digit));
    let month =
        parts.next().is_some_and(|it| matches!(it.len(), 1 | 2) && it.bytes().all(is_digit));
    let rest = |c: char| c.is_ascii_digit() || "-:tTzZ.+ ".contains(c);
    let day = parts
        .next()
        .is_some_and(|it| it.bytes().next().is_some_and(is_digit) && it.chars().all(rest));
    year && month && day
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}
