//! New texts as values.

use hexapla_model::Unit;

use crate::normalise::line_end;

/// A TOML value that says `new`; an item that is more than a string is TOML already.
pub(super) fn toml(file: &str, unit: &Unit, new: &str) -> String {
    let raw = file.get(unit.span.clone()).unwrap_or_default();
    let end = line_end(file);
    if !raw.starts_with(['"', '\'']) {
        return new.replace('\n', end);
    }
    let control = new.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
    if raw.starts_with("'''") && !control && !new.contains("'''") && !new.ends_with('\'') {
        return format!("'''{end}{}'''", new.replace('\n', end));
    }
    if raw.starts_with("\"\"\"") || new.contains('\n') {
        return format!("\"\"\"{end}{}\"\"\"", escaped(new, true).replace('\n', end));
    }
    if raw.starts_with('\'') && !control && !new.contains('\'') {
        return format!("'{new}'");
    }
    format!("\"{}\"", escaped(new, false))
}

/// The characters of a basic string.
pub(super) fn escaped(text: &str, lines: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' if lines => out.push('\n'),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// A YAML scalar that says `new`.
pub(super) fn yaml(file: &str, unit: &Unit, new: &str) -> String {
    let raw = file.get(unit.span.clone()).unwrap_or_default();
    let end = line_end(file);
    let control = new.chars().any(|c| c.is_control() && c != '\n');
    match raw.chars().next() {
        Some('\'') if !control && !new.contains('\n') => format!("'{}'", new.replace('\'', "''")),
        Some('|') if !control && !new.starts_with([' ', '\n']) && !new.trim().is_empty() => {
            block(file, unit, new, end)
        }
        Some('"' | '\'' | '|' | '>') => double_quoted(new),
        _ if is_plain(new) => new.to_owned(),
        _ => double_quoted(new),
    }
}

fn double_quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text, false))
}

/// A literal block scalar with the indentation of the present one.
fn block(file: &str, unit: &Unit, new: &str, end: &str) -> String {
    let raw = &file[unit.span.clone()];
    let indent =
        raw.lines().nth(1).map_or(2, |line| line.len() - line.trim_start_matches(' ').len());
    let kept = new.len() - new.trim_end_matches('\n').len();
    let chomp = match kept {
        0 => "-",
        1 => "",
        _ => return double_quoted(new),
    };
    let indent = " ".repeat(indent.max(1));
    let lines: Vec<String> = new
        .trim_end_matches('\n')
        .split('\n')
        .map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") })
        .collect();
    format!("|{chomp}{end}{}", lines.join(end))
}

/// Whether a text can stand without quotes.
fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let reserved = "-?:,[]{}#&*!|>'\"%@`";
    let words = ["~", "null", "true", "false", "yes", "no", "on", "off"];
    first.is_some_and(|c| !reserved.contains(c) && !c.is_whitespace() && !c.is_numeric())
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !text.chars().any(|c| c.is_control() || c == '\u{feff}')
        && !text.contains(['[', ']', '{', '}', ','])
        && !words.contains(&text.to_lowercase().as_str())
}
