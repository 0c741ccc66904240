//! A catalogue's values as JSON.

use super::json_string;
use super::node::{Node, Value};

/// The value as JSON, its lines behind `margin`; what cannot be read back is left out.
pub(super) fn write(node: &Node, margin: &str, out: &mut String) {
    match &node.value {
        Value::Text(text) => out.push_str(&json_string::write("", text)),
        Value::Other(spelling) => out.push_str(&scalar(spelling)),
        Value::Refused(_) => out.push_str("null"),
        Value::List(items, _) => {
            let items = items.iter().map(|item| (None, item));
            brackets(items, ('[', ']'), margin, out);
        }
        Value::Map(entries, _) => {
            let kept = entries.iter().filter(|it| !matches!(it.node.value, Value::Refused(_)));
            let entries = kept.map(|it| (Some(it.name.as_str()), &it.node));
            brackets(entries, ('{', '}'), margin, out);
        }
    }
}

fn brackets<'n>(
    values: impl Iterator<Item = (Option<&'n str>, &'n Node)>,
    (open, close): (char, char),
    margin: &str,
    out: &mut String,
) {
    let inner = format!("{margin}  ");
    out.push(open);
    let mut first = true;
    for (name, node) in values {
        out.push_str(if first { "\n" } else { ",\n" });
        first = false;
        out.push_str(&inner);
        if let Some(name) = name {
            out.push_str(&json_string::write("", name));
            out.push_str(": ");
        }
        write(node, &inner, out);
    }
    if !first {
        out.push('\n');
        out.push_str(margin);
    }
    out.push(close);
}

/// A value that is no text: what JSON cannot say is a text there.
fn scalar(spelling: &str) -> String {
    match spelling {
        "~" | "null" => "null".to_owned(),
        "true" | "false" => spelling.to_owned(),
        _ if is_number(spelling) => spelling.to_owned(),
        _ => json_string::write("", spelling),
    }
}

/// Whether JSON has this number (RFC 8259, §6).
fn is_number(text: &str) -> bool {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text.strip_prefix('-').unwrap_or(text);
    let whole = digits(rest);
    if whole == 0 || (whole > 1 && rest.starts_with('0')) {
        return false;
    }
    let mut rest = &rest[whole..];
    if let Some(fraction) = rest.strip_prefix('.') {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = &fraction[length..];
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        return !exponent.is_empty() && digits(exponent) == exponent.len();
    }
    rest.is_empty()
}
