//! TOML strings that say a text.

/// A string that says `text` in the style of `raw`, or the nearest one that can.
pub(super) fn write(raw: &str, text: &str, end: &str) -> String {
    let opening = opening(raw, text, end);
    let literal = text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    // Such a line would close the front matter that the string stands in.
    let fence = text.split('\n').any(|line| line.trim_end() == "+++");
    if fence {
        return basic(text);
    }
    if raw.starts_with("'''") && literal && !text.contains("'''") && !text.ends_with('\'') {
        return format!("'''{opening}{}'''", text.replace('\n', end));
    }
    if raw.starts_with("\"\"\"") || text.contains('\n') {
        return format!("\"\"\"{opening}{}\"\"\"", escaped(text, true).replace('\n', end));
    }
    if raw.starts_with('\'') && literal && !text.contains('\'') {
        return format!("'{text}'");
    }
    basic(text)
}

/// A string in double quotes, on one line.
pub(super) fn basic(text: &str) -> String {
    format!("\"{}\"", escaped(text, false))
}

/// The line end behind the opening quotes, which is no part of the text: as it was, but always
/// where the text has lines.
fn opening<'e>(raw: &str, text: &str, end: &'e str) -> &'e str {
    let quotes = raw.trim_start_matches(['"', '\'']);
    if quotes.starts_with(['\n', '\r']) || text.contains('\n') { end } else { "" }
}

/// The characters of a string in double quotes, of TOML and of YAML.
pub(super) fn escaped(text: &str, lines: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' if lines => out.push('\n'),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if !super::yaml_plain::is_printable(c) => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}
