//! Lines to names and values.

use std::ops::Range;

/// A property, by its places.
#[derive(Clone, Debug)]
pub(super) struct Property {
    pub(super) name: Range<usize>,
    /// Behind what parts it from its name, to the end of its last line.
    pub(super) value: Range<usize>,
    /// The lines of comment directly above.
    pub(super) comment: Option<String>,
    /// Where those begin, or the property's own line.
    pub(super) start: usize,
}

const BLANK: [char; 3] = [' ', '\t', '\u{c}'];

/// The properties of a file, in order.
pub(super) fn properties(text: &str) -> Vec<Property> {
    let mut found = Vec::new();
    let mut comments: Vec<&str> = Vec::new();
    let mut above = None;
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    while at < text.len() {
        let line = text[at..].split(['\n', '\r']).next().unwrap_or_default();
        let trimmed = line.trim_start_matches(BLANK);
        let mut end = at + line.len();
        if trimmed.starts_with(['#', '!']) {
            above.get_or_insert(at);
            comments.push(trimmed.trim_start_matches(['#', '!']).trim());
        } else if trimmed.is_empty() {
            comments.clear();
            above = None;
        } else {
            let start = end - trimmed.len();
            end = logical_end(text, start);
            let comment = (!comments.is_empty()).then(|| comments.join("\n"));
            found.push(property(text, start..end, comment, above.take().unwrap_or(at)));
            comments.clear();
        }
        at = end + line_break(&text[end..]);
    }
    found
}

fn line_break(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(['\r', '\n'])) }
}

/// Where a line ends with all that go on behind a backslash.
fn logical_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'\r' | b'\n' => break,
            b'\\' => 1 + escaped(&bytes[at + 1..]),
            _ => 1,
        };
    }
    at.min(text.len())
}

/// How many bytes behind a backslash belong to it.
fn escaped(rest: &[u8]) -> usize {
    match rest {
        [b'\r', b'\n', ..] => 2,
        [first, ..] if first.is_ascii() => 1,
        _ => 0,
    }
}

fn property(text: &str, line: Range<usize>, comment: Option<String>, start: usize) -> Property {
    let bytes = &text.as_bytes()[..line.end];
    let mut end = line.start;
    while let Some(byte) = bytes.get(end) {
        end += match byte {
            b'=' | b':' | b' ' | b'\t' | 0x0c => break,
            b'\\' => 1 + escaped(&bytes[end + 1..]),
            _ => 1,
        };
    }
    let end = end.min(line.end);
    let rest = &text[end..line.end];
    let value = after_blank(rest);
    let value = value.strip_prefix(['=', ':']).map_or(value, after_blank);
    let name = line.start..end;
    Property { name, value: line.end - value.len()..line.end, comment, start }
}

/// The text behind white space, and behind lines that have nothing else.
fn after_blank(text: &str) -> &str {
    let mut rest = text.trim_start_matches(BLANK);
    while let Some(next) = rest.strip_prefix('\\').filter(|it| it.starts_with(['\r', '\n'])) {
        rest = next[line_break(next)..].trim_start_matches(BLANK);
    }
    rest
}
