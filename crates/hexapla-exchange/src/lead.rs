//! What stands before a text and is not the translator's.
//!
//! A Fluent message of one pattern (`title = Get help`) is shown as that pattern: `title = ` goes
//! apart. A message of several keeps its syntax, since its parts need their names.

use hexapla_model::CodeKind;

use crate::Text;

/// How many bytes of the text are its lead: its first code, where that is its only syntax, with
/// the white space behind it.
fn length(text: &Text) -> usize {
    let syntax = text.codes().iter().filter(|code| code.kind == CodeKind::Syntax);
    let [head] = *syntax.take(2).collect::<Vec<_>>() else { return 0 };
    let rest = &text.as_str()[head.span.end..];
    let length = head.span.end + rest.len() - rest.trim_start_matches([' ', '\n']).len();
    let lead = &text.as_str()[..length];
    let plain = head.span == (0..code_length(lead)) && head.value == text.raw(head).trim();
    let free = text.codes().get(1).is_none_or(|next| next.span.start >= length);
    if plain && free && length < text.as_str().len() { length } else { 0 }
}

/// How much of a lead is its code: all before a line end.
fn code_length(lead: &str) -> usize {
    lead.find('\n').unwrap_or(lead.len())
}

/// The lead of a text, and what a translator sees.
pub(crate) fn split(text: &Text) -> (String, Text) {
    let length = length(text);
    (text.as_str()[..length].to_owned(), text.from(length))
}

/// The whole text again.
pub(crate) fn join(lead: &str, shown: Text) -> Text {
    let mut text = Text::default();
    if !lead.is_empty() {
        let (code, space) = lead.split_at(code_length(lead));
        text.push_code(CodeKind::Syntax, code.trim().to_owned(), code);
        text.push_str(space);
    }
    text.append(shown);
    text
}
