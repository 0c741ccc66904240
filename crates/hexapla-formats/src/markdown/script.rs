//! JavaScript in a page, as far as it takes to find its end.

use super::lines::{next_line, split};

/// How many bytes may be read in vain for one page. A search that does not find its end has read
/// to the end of the page; without a bound a page of openers would take the square of its length.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Budget {
    pub(super) fn of(text: &str) -> Self {
        Self(text.len().saturating_mul(32).saturating_add(4096))
    }

    /// What was found; where nothing was, that `bytes` were read in vain.
    pub(super) fn spend<T>(&mut self, bytes: usize, find: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.0 == 0 {
            return None;
        }
        let found = find();
        if found.is_none() {
            self.0 = self.0.saturating_sub(bytes);
        }
        found
    }
}

/// The end of an expression whose `{` is at `at`.
pub(super) fn expression(text: &str, at: usize) -> Option<usize> {
    let mut open = Vec::new();
    let mut place = at;
    while place < text.len() {
        place = step(text, place, &mut open);
        if open.is_empty() {
            return Some(place);
        }
    }
    None
}

/// The end of an `import` or `export` that begins at `at`: before the first empty line that is in
/// no bracket, or the first at all where a bracket stays open.
pub(super) fn module(text: &str, at: usize, budget: &mut Budget) -> usize {
    let whole = || {
        let (mut place, mut open) = (at, Vec::new());
        while place < text.len() {
            let is_end = matches!(text.as_bytes()[place], b'\n' | b'\r');
            if is_end && open.is_empty() && is_blank(text, next_line(text, place)) {
                return Some(place);
            }
            place = step(text, place, &mut open);
        }
        open.is_empty().then_some(text.len())
    };
    budget.spend(text.len() - at, whole).unwrap_or_else(|| {
        let mut end = at;
        for line in split(&text[at..]).take_while(|line| !line.trim().is_empty()) {
            end += line.len();
        }
        at + text[at..end].trim_end().len()
    })
}

fn is_blank(text: &str, at: usize) -> bool {
    split(&text[at..]).next().is_none_or(|line| line.trim().is_empty())
}

/// Reads one token; `open` are the brackets and template strings that it stands in.
fn step(text: &str, at: usize, open: &mut Vec<u8>) -> usize {
    let bytes = text.as_bytes();
    let next = |ahead: usize| bytes.get(at + ahead).copied().unwrap_or_default();
    let in_template = open.last() == Some(&b'`');
    match bytes[at] {
        b'\\' if in_template => return (at + 2).min(text.len()),
        b'`' if in_template => _ = open.pop(),
        b'$' if in_template && next(1) == b'{' => {
            open.push(b'{');
            return at + 2;
        }
        _ if in_template => {}
        b'`' | b'{' | b'(' | b'[' => open.push(bytes[at]),
        b'}' | b')' | b']' => _ = open.pop(),
        quote @ (b'"' | b'\'') => return string(bytes, at, quote),
        b'/' if next(1) == b'/' && at.checked_sub(1).map(|it| bytes[it]) != Some(b':') => {
            return text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end);
        }
        b'/' if next(1) == b'*' => {
            return text[at..].find("*/").map_or(text.len(), |end| at + end + 2);
        }
        _ => {}
    }
    at + 1
}

/// The end of a string; of its quote mark alone where its line does not close it.
fn string(bytes: &[u8], at: usize, quote: u8) -> usize {
    let mut place = at + 1;
    while let Some(&byte) = bytes.get(place) {
        match byte {
            b'\n' | b'\r' => break,
            b'\\' => place += 1,
            _ if byte == quote => return place + 1,
            _ => {}
        }
        place += 1;
    }
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_end_at_their_brace() {
        for (text, end) in [
            ("{a} b", Some(3)),
            ("{{a: '}'}} b", Some(10)),
            ("{`}${b}`}c", Some(9)),
            ("{/* } */}c", Some(9)),
            ("{a // }\n}c", Some(9)),
            ("{<b>don't</b>}c", Some(14)),
            ("{a", None),
            ("{'\\", None),
        ] {
            assert_eq!(expression(text, 0), end, "{text:?}");
        }
    }

    #[test]
    fn modules_end_at_an_empty_line() {
        for (text, end) in [
            ("import a from 'a'\nimport b\n\ntext", 26),
            ("export const a = {\n\n  b: 1,\n}\n\ntext", 29),
            ("export const a = {\n\ntext", 18),
            ("import a", 8),
        ] {
            assert_eq!(module(text, 0, &mut Budget::of(text)), end, "{text:?}");
        }
    }
}
