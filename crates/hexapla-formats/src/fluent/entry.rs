//! Where entries begin and end.

use std::ops::Range;

/// The most brackets, `{` and `(`, that may be open at once. The parser calls itself for each.
pub(super) const DEEPEST: usize = 64;

/// The place of a message or term: from its identifier to the end of its last line with content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) span: Range<usize>,
    /// Whether more than [`DEEPEST`] brackets are open somewhere in it.
    pub(super) too_deep: bool,
}

/// The places of everything that begins as a message or term does, in one pass over the lines.
///
/// An entry ends before the next line that begins in the first column, unless a placeable is still
/// open; a line that begins like an entry or a comment ends it in any case, as no placeable can
/// hold one.
pub(super) fn places(text: &str) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut open: Option<Place> = None;
    let mut nesting = Nesting::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let from =
            if start == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let content = &line[from..];
        let first = content.as_bytes().first();
        let begins = begins_entry(content);
        let length = trimmed(content);
        let blank = length == 0;
        let goes_on = blank
            || matches!(first, Some(b' ' | b'\r' | b'.' | b'{' | b'}'))
            || !nesting.open.is_empty();
        if begins || first == Some(&b'#') || !goes_on {
            places.extend(open.take());
            nesting = Nesting::default();
        }
        if begins {
            open = Some(Place { span: start + from..start + from, too_deep: false });
        }
        if let Some(place) = open.as_mut().filter(|_| !blank) {
            place.span.end = start + from + length;
            nesting.line(content);
            place.too_deep |= nesting.deepest > DEEPEST;
        }
        start += line.len();
    }
    places.extend(open);
    places
}

/// The length of a line without the white space at its end. Lines are looked at byte by byte: there are
/// millions of them, and all that counts is ASCII.
fn trimmed(line: &str) -> usize {
    let white = |byte: &u8| matches!(byte, b' ' | b'\r' | b'\n');
    line.bytes().rposition(|byte| !white(&byte)).map_or(0, |at| at + 1)
}

/// Whether a line begins as a message or term does: `name =` or `-name =`.
fn begins_entry(line: &str) -> bool {
    let mut rest = line.as_bytes();
    if let [b'-', after @ ..] = rest {
        rest = after;
    }
    if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    rest.iter().skip_while(|it| in_name(it)).find(|it| **it != b' ') == Some(&b'=')
}

/// The brackets that are open, as the parser sees them: those in quoted strings are text, and so are
/// quotes in the text of a variant.
#[derive(Default)]
struct Nesting {
    /// For each open `{` or `(`, whether the text of a variant has begun in it.
    open: Vec<bool>,
    deepest: usize,
}

impl Nesting {
    fn line(&mut self, line: &str) {
        if self.open.is_empty() && !line.contains('{') {
            // Outside of every placeable all else is text.
            return;
        }
        if ends_text(line) {
            self.set_text(false);
        }
        let mut bytes = line.bytes();
        let mut quoted = false;
        while let Some(byte) = bytes.next() {
            let is_text = self.open.last().is_none_or(|text| *text);
            match byte {
                b'\\' if quoted => drop(bytes.next()),
                b'"' if !is_text => quoted = !quoted,
                _ if quoted => {}
                b'{' => self.open.push(false),
                b'(' if !is_text => self.open.push(false),
                b'}' => drop(self.open.pop()),
                b')' if !is_text => drop(self.open.pop()),
                // Only the key of a variant ends so.
                b']' if !is_text => self.set_text(true),
                _ => {}
            }
            self.deepest = self.deepest.max(self.open.len());
        }
    }

    fn set_text(&mut self, text: bool) {
        if let Some(innermost) = self.open.last_mut() {
            *innermost = text;
        }
    }
}

/// Whether a line does not go on with the text of the line before it.
fn ends_text(line: &str) -> bool {
    let content = line.trim_start_matches(' ');
    let indented = content.len() < line.len();
    if indented {
        content.starts_with(['[', '*', '.', '}'])
    } else {
        !content.starts_with(['{', '\r'])
    }
}
