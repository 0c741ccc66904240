//! The words that readers see in a block of markup: titles and labels.

use std::ops::Range;

use hexapla_model::{CodeKind, InlineCode};

/// The attributes and parameters whose values readers see or hear.
const SEEN: [&str; 11] = [
    "title",
    "label",
    "alt",
    "summary",
    "description",
    "placeholder",
    "aria-label",
    "caption",
    "header",
    "heading",
    "tooltip",
];

/// All of a block of markup but the words that readers see in it, as inline codes.
pub(super) fn codes(text: &str) -> Vec<InlineCode> {
    let mut done = 0;
    let mut codes = Vec::new();
    let mut code = |span: Range<usize>| {
        let value = text.get(span.clone()).unwrap_or_default();
        let kind = if value.starts_with('<') { CodeKind::Html } else { CodeKind::Syntax };
        if !value.trim().is_empty() {
            codes.push(InlineCode { kind, value: value.to_owned(), span });
        }
    };
    for word in words(text) {
        code(done..word.start);
        done = word.end;
    }
    code(done..text.len());
    codes
}

/// The places of the words that readers see, in order; none of them is empty.
fn words(text: &str) -> Vec<Range<usize>> {
    let found = match text.as_bytes() {
        [b':', ..] => container_title(text),
        [b'!' | b'?' | b'=', ..] => quoted(text, text.find('"').unwrap_or(text.len())),
        [b'*', ..] => text.find("]:").map(|at| trimmed(text, at + 2..text.len())),
        [b'{', b'{', b'<' | b'%', ..] => first_parameter(text),
        _ => None,
    };
    let mut words = attributes(text);
    if let Some(found) = found.filter(|_| words.is_empty()) {
        words.push(found);
    }
    words.retain(|word| text.get(word.clone()).is_some_and(|it| !it.trim().is_empty()));
    words
}

/// The title of a container: `:::note[Title]`, `::: note Title`.
fn container_title(text: &str) -> Option<Range<usize>> {
    let fence = text.len() - text.trim_start_matches(':').len();
    let name = text[fence..].trim_start_matches([' ', '\t']);
    let start = text.len() - name.len();
    let end = name.find([' ', '\t', '[', '{']).map_or(text.len(), |at| start + at);
    let rest = text[end..].trim_start_matches([' ', '\t']);
    let at = text.len() - rest.len();
    if rest.starts_with('[') {
        return Some(at + 1..at + rest.rfind(']')?);
    }
    let rest = rest.find('{').map_or(rest, |brace| &rest[..brace]);
    Some(trimmed(text, at..at + rest.len()))
}

/// What stands between the first and the last quote mark from `at` on.
fn quoted(text: &str, at: usize) -> Option<Range<usize>> {
    let end = text.rfind('"').filter(|&end| end > at)?;
    Some(at + 1..end)
}

/// The first parameter of a tab's shortcode, where it has no name: `{{< tab "Linux" >}}`.
fn first_parameter(text: &str) -> Option<Range<usize>> {
    let inner = text[3..].trim_start();
    let rest = inner.strip_prefix("tab")?.trim_start();
    let at = text.len() - rest.len();
    let name = rest.strip_prefix('"')?;
    Some(at + 1..at + 1 + name.find('"')?)
}

/// The values of attributes that readers see, where they are plain strings.
fn attributes(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('=') {
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let before = text[..at].trim_end();
        let name = before.rfind([' ', '\t', '\n', '{']).map_or(before, |it| &before[it + 1..]);
        let value = text[at + 1..].trim_start();
        let start = text.len() - value.len();
        let Some(quote @ ('"' | '\'')) = value.chars().next() else { continue };
        if SEEN.contains(&name)
            && let Some(length) = closing(&value[1..], quote, text.starts_with('{'))
        {
            found.push(start + 1..start + 1 + length);
        }
    }
    found
}

/// Where a string ends.
fn closing(value: &str, quote: char, escapes: bool) -> Option<usize> {
    let is_end = |&(at, _): &(usize, &str)| {
        let slashes = value[..at].bytes().rev().take_while(|&it| it == b'\\').count();
        !escapes || slashes % 2 == 0
    };
    value.match_indices(quote).find(is_end).map(|(at, _)| at)
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let raw = &text[span.clone()];
    let start = span.end - raw.trim_start().len();
    start..start + raw.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| &text[word]).collect()
    }

    #[test]
    fn titles_and_labels_are_words() {
        for (text, expected) in [
            (":::note", &[][..]),
            (":::", &[]),
            (":::note Mind the step", &["Mind the step"]),
            ("::::tip[Mind [the] step]", &["Mind [the] step"]),
            ("::: details Mind it {open}", &["Mind it"]),
            (":::note{title=\"Mind it\"}", &["Mind it"]),
            ("!!! note \"Mind the step\"", &["Mind the step"]),
            ("??? note", &[]),
            ("!!! note \"\"", &[]),
            ("=== \"On \\\"C\\\"\"", &["On \\\"C\\\""]),
            ("*[NGO]: Not of the state", &["Not of the state"]),
            ("<Card title=\"One\" href='/a' label = 'Two'>", &["One", "Two"]),
            ("<Card title={one} icon=\"label\" subtitle=\"x\" />", &[]),
            ("<Card\n  title=\"One\ntwo\"\n/>", &["One\ntwo"]),
            ("{{< tab \"Linux\" >}}", &["Linux"]),
            ("{{% alert title=\"A \\\"b\\\"\" color=\"red\" %}}", &["A \\\"b\\\""]),
            ("{{< figure \"a.png\" >}}", &[]),
        ] {
            assert_eq!(seen(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_rest_is_code() {
        let codes: Vec<String> =
            codes("<A title=\"b\" c>").into_iter().map(|it| it.value).collect();
        assert_eq!(codes, ["<A title=\"", "\" c>"]);
    }
}
