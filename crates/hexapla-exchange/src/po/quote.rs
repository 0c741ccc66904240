//! Strings of PO.

use crate::error::Problem;
use crate::escape::{escape, is_xml, unescape};

/// The string as one or several quoted strings, each for a line.
pub(super) fn quoted(text: &str) -> Vec<String> {
    let hidden = escape(text, is_xml);
    let lines: Vec<String> =
        hidden.split_inclusive('\n').map(|line| format!("\"{}\"", escaped(line))).collect();
    match lines.len() {
        0 => vec!["\"\"".to_owned()],
        1 => lines,
        _ => std::iter::once("\"\"".to_owned()).chain(lines).collect(),
    }
}

fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out
}

/// The text of a whole string, its lines put together.
pub(super) fn whole(text: &str) -> String {
    unescape(text).into_owned()
}

/// The text of one quoted string, which begins at byte `at`.
pub(super) fn unquoted(quoted: &str, at: usize) -> Result<String, Problem> {
    let hint = "was the file cut? export it again";
    let inside = quoted
        .strip_prefix('"')
        .ok_or_else(|| Problem::new(at, "expected a string in quotes", hint))?;
    let mut out = String::with_capacity(inside.len());
    let mut chars = inside.char_indices();
    while let Some((offset, c)) = chars.next() {
        match c {
            '"' if inside[offset + 1..].trim().is_empty() => return Ok(out),
            '"' => {
                let message = "a quote within a string, expected `\\\"`";
                return Err(Problem::new(at + 1 + offset, message, "put `\\` before it"));
            }
            '\\' => out.push(character(chars.next().map(|(_, c)| c), at + 1 + offset)?),
            c => out.push(c),
        }
    }
    Err(Problem::new(at, "a string that does not end in a quote", hint))
}

fn character(c: Option<char>, at: usize) -> Result<char, Problem> {
    Ok(match c {
        Some('n') => '\n',
        Some('t') => '\t',
        Some('r') => '\r',
        Some('a') => '\u{7}',
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('v') => '\u{b}',
        Some(c @ ('"' | '\\')) => c,
        _ => {
            let message = "a backslash before no character that it is for";
            return Err(Problem::new(at, message, "write `\\\\` for a backslash"));
        }
    })
}
