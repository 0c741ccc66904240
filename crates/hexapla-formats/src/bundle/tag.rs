//! What XML takes for a tag.

use std::collections::HashSet;

use hexapla_xml::is_xml;

use crate::android;

/// Whether it is a tag whatever file it stands in: its values are quoted, each attribute has a name of its
/// own, and no name has a prefix, which a file would have to declare.
pub(super) fn is_tag(text: &str) -> bool {
    let inner = text.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
    let Some(inner) = inner.filter(|it| it.chars().all(is_xml)) else { return false };
    if let Some(name) = inner.strip_prefix('/') {
        return is_name(name.trim_end_matches(is_space));
    }
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let (name, attributes) = inner.split_at(inner.find(is_space).unwrap_or(inner.len()));
    is_name(name) && are_attributes(attributes)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Whether it is a name in letters of ASCII, as all are that programs know.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}

fn are_attributes(mut rest: &str) -> bool {
    let mut names = HashSet::new();
    while !rest.trim_end_matches(is_space).is_empty() {
        match attribute(rest) {
            Some((name, behind)) if names.insert(name) => rest = behind,
            _ => return false,
        }
    }
    true
}

/// The name of the attribute that begins here with white space, and what stands behind it.
fn attribute(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.strip_prefix(is_space)?.split_once('=')?;
    let (name, value) = (name.trim_matches(is_space), value.trim_start_matches(is_space));
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (value, behind) = value.strip_prefix(quote)?.split_once(quote)?;
    (is_name(name) && is_value(value)).then_some((name, behind))
}

fn is_value(value: &str) -> bool {
    let is_known = |(at, _)| value.get(at..).and_then(android::character).is_some_and(is_xml);
    !value.contains('<') && value.match_indices('&').all(is_known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_what_is_none() {
        for tag in [
            "<b>",
            "</b>",
            "</b\n>",
            "<br/>",
            "<br />",
            "<a href=\"?x=1&amp;y=2\">",
            "<a\thref = '\"' b-c=\"'>&#x41;\" />",
        ] {
            assert!(is_tag(tag), "{tag}");
        }
        for text in [
            "b",
            "<>",
            "</>",
            "<1>",
            "</b a=\"\">",
            "<b hidden>",
            "<a href=x>",
            "<a href>",
            "<a href=\"x>",
            "<a href=\"<\">",
            "<a href=\"?x=1&y=2\">",
            "<a href=\"&nbsp;\">",
            "<a href=\"&#0;\">",
            "<a b=\"\" b=''>",
            "<a b=\"\"c=\"\">",
            "<a b=\"\"/ >",
            "<a =\"\">",
            "<x:y>",
            "<y x:z=\"\">",
            "<a b=\"\u{1}\">",
            "<!-- a -->",
            "<![CDATA[a]]>",
            "<?a?>",
            "<é>",
        ] {
            assert!(!is_tag(text), "{text}");
        }
    }
}
