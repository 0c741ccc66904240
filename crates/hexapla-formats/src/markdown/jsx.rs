//! Tags of JSX.

use super::script::expression;

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct JsxTag<'a> {
    /// Empty for a fragment, `<>`.
    pub(super) name: &'a str,
    pub(super) kind: TagKind,
    /// The byte behind it.
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagKind {
    Open,
    Close,
    /// `<br />`
    Alone,
}

/// The tag whose `<` is at `at`.
pub(super) fn tag(text: &str, at: usize) -> Option<JsxTag<'_>> {
    let mut rest = text.get(at..)?.strip_prefix('<')?;
    let closing = rest.strip_prefix('/');
    rest = closing.unwrap_or(rest).trim_start();
    let name = &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())];
    let starts = |c: char| c.is_alphabetic() || matches!(c, '_' | '$');
    if !name.is_empty() && !name.starts_with(starts) {
        return None;
    }
    rest = &rest[name.len()..];
    let found = |rest: &str, kind| Some(JsxTag { name, kind, end: text.len() - rest.len() });
    loop {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        match first {
            '>' => {
                let kind = if closing.is_some() { TagKind::Close } else { TagKind::Open };
                return found(&rest[1..], kind);
            }
            '/' if closing.is_none() && !name.is_empty() => {
                return found(rest[1..].trim_start().strip_prefix('>')?, TagKind::Alone);
            }
            _ if closing.is_some() || name.is_empty() => return None,
            '{' => rest = &text[expression(text, text.len() - rest.len())?..],
            c if starts(c) => rest = attribute(text, rest)?,
            _ => return None,
        }
    }
}

/// What stands behind an attribute.
fn attribute<'a>(text: &'a str, rest: &'a str) -> Option<&'a str> {
    let rest = rest.trim_start_matches(is_name);
    let Some(value) = rest.trim_start().strip_prefix('=') else { return Some(rest) };
    let value = value.trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split_once(quote).map(|(_, rest)| rest),
        '{' => text.get(expression(text, text.len() - value.len())?..),
        _ => None,
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '.' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_to_their_end() {
        use TagKind::{Alone, Close, Open};
        for (text, expected) in [
            ("<Tabs>x", Some(("Tabs", Open, 6))),
            ("<a.b c d=\"e>\" f={g > 1} {...h}\n>x", Some(("a.b", Open, 32))),
            ("<a b=\"c\"d='e'>", Some(("a", Open, 14))),
            ("<br/>", Some(("br", Alone, 5))),
            ("<br />", Some(("br", Alone, 6))),
            ("</Tabs >", Some(("Tabs", Close, 8))),
            ("<></>", Some(("", Open, 2))),
            ("</>", Some(("", Close, 3))),
            ("<a b", None),
            ("<a b=c>", None),
            ("<3", None),
            ("<https://example.org>", None),
            ("<a b=\"c>", None),
            ("</a b>", None),
        ] {
            let found = tag(text, 0).map(|it| (it.name, it.kind, it.end));
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
