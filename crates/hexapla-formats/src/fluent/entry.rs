//! Where entries begin and end.

use std::ops::Range;

/// The most braces that may be open at once. The parser calls itself for each.
pub(super) const DEEPEST: usize = 64;

/// The place of a message or term: from its identifier to the end of its last line with content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) span: Range<usize>,
    /// Whether more than [`DEEPEST`] braces are open somewhere in it.
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
    let mut braces = Braces::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let from =
            if start == 0 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let content = &line[from..];
        let begins = begins_entry(content);
        let blank = content.trim_matches([' ', '\r', '\n']).is_empty();
        let goes_on = blank || content.starts_with([' ', '.', '{', '}']) || braces.depth > 0;
        if begins || content.starts_with('#') || !goes_on {
            places.extend(open.take());
            braces = Braces::default();
        }
        if begins {
            open = Some(Place { span: start + from..start + from, too_deep: false });
        }
        if let Some(place) = open.as_mut().filter(|_| !blank) {
            place.span.end = start + line.trim_end_matches(['\n', '\r', ' ']).len();
            braces.line(content);
            place.too_deep |= braces.deepest > DEEPEST;
        }
        start += line.len();
    }
    places.extend(open);
    places
}

/// Whether a line begins as a message or term does: `name =` or `-name =`.
fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let length = name
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte))
        .count();
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name[length..].trim_start_matches(' ').starts_with('=')
}

/// The braces that are open.
#[derive(Default)]
struct Braces {
    depth: usize,
    deepest: usize,
}

impl Braces {
    fn line(&mut self, line: &str) {
        let mut quoted = false;
        let mut escaped = false;
        for byte in line.bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' if self.depth > 0 => quoted = !quoted,
                b'{' if !quoted => {
                    self.depth += 1;
                    self.deepest = self.deepest.max(self.depth);
                }
                b'}' if !quoted => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }
}
