//! YAML scalars that say a text.

use super::toml_string::escaped;
use super::yaml_block;
use super::yaml_plain::{can_be_plain, is_printable};

/// A scalar that says `text` in the style of `raw`, or the nearest one that can; the lines of a
/// block scalar stand behind `indent` spaces.
pub(super) fn write(raw: &str, text: &str, indent: usize, end: &str) -> String {
    let inline = |c: char| is_printable(c) || c == '\t';
    let written = match raw.chars().next() {
        Some('\'') if text.chars().all(inline) => Some(format!("'{}'", text.replace('\'', "''"))),
        Some('|' | '>') => yaml_block::write(raw, text, indent, end),
        Some('"' | '\'') => None,
        _ => can_be_plain(text).then(|| text.to_owned()),
    };
    let mut written = written.unwrap_or_else(|| double_quoted(text));
    // A scalar that keeps the line ends behind it has them in its bytes.
    if raw.ends_with('\n') && !written.ends_with('\n') {
        written.push_str(end);
    }
    written
}

/// A text in double quotes, on one line.
pub(super) fn double_quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text, false))
}
