//! Characters that a format cannot hold.
//!
//! XML knows no control characters but tab and line ends. They are written `\u{1}`, and a text that
//! holds such a sequence itself has its backslash written `\u{5c}`. All else stays as it is.

use std::borrow::Cow;

pub(crate) use hexapla_xml::is_xml;

/// The text with every character that is not `plain` escaped.
pub(crate) fn escape(text: &str, plain: impl Fn(char) -> bool) -> Cow<'_, str> {
    let odd =
        |(at, c): &(usize, char)| !plain(*c) || (*c == '\\' && escaped(&text[*at..]).is_some());
    if !text.char_indices().any(|it| odd(&it)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match odd(&(at, c)) {
            true => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The text that was escaped.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find("\\u{") else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(c) = rest.chars().next() {
        let (c, length) = escaped(rest).unwrap_or((c, c.len_utf8()));
        out.push(c);
        rest = &rest[length..];
    }
    Cow::Owned(out)
}

/// The character that is escaped at the beginning of the text, and how many bytes that takes. Only
/// what [`escape`] may have written counts.
fn escaped(text: &str) -> Option<(char, usize)> {
    let inside = text.strip_prefix("\\u{")?;
    let end = inside.bytes().take(5).position(|byte| byte == b'}')?;
    let hex = &inside[..end];
    if !hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let c = char::from_u32(u32::from_str_radix(hex, 16).ok()?)?;
    (!is_xml(c) || matches!(c, '\\' | '\r')).then_some((c, end + 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_escaped_reads_back(text in "(\\PC|[\\x00-\\x1f\\\\u{}15c]|\\\\u\\{(5c|1|41)\\})*") {
            let hidden = escape(&text, is_xml).into_owned();
            prop_assert!(hidden.chars().all(is_xml));
            prop_assert_eq!(unescape(&hidden), text);
        }
    }

    #[test]
    fn plain_text_stays() {
        for text in ["", "a\\b", "\\u{41}", "\\u0041", "\\u{", "\\u{ü}"] {
            assert_eq!(escape(text, is_xml), text);
            assert_eq!(unescape(text), text);
        }
    }
}
