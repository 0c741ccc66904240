//! Texts of people within the Markdown of a tooltip.

use hexapla_engine::text::{Diff, Side, shown};

/// A text as it is, whatever it holds.
///
/// Only what means something is escaped: some editors show Markdown as it is written.
pub(crate) fn plain(text: &str) -> String {
    let text = shown(text);
    let mut out = String::with_capacity(text.len() + 8);
    let (mut before, mut rest) = (None, text.chars());
    while let Some(c) = rest.next() {
        match c {
            '\n' => out.push_str("  \n"),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            // Four of them would make code of the line.
            ' ' | '\t' if before == Some('\n') => continue,
            c if is_mark(before, c, rest.clone().next()) => out.extend(['\\', c]),
            c => out.push(c),
        }
        before = Some(c);
    }
    out
}

/// Whether a character may mean something in Markdown between its neighbours.
fn is_mark(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '>' | '|' | '~' | '@' => true,
        // A list, a line below a heading.
        '-' | '+' | '=' => !before.is_some_and(char::is_alphanumeric),
        ')' => before.is_some_and(char::is_numeric),
        // A numbered list, an address.
        '.' | ':' => {
            before.is_some_and(char::is_numeric) || after.is_some_and(|it| !it.is_whitespace())
        }
        _ => false,
    }
}

/// What changed: what is gone is struck through, what is new is strong.
pub(crate) fn marked(diff: &Diff) -> String {
    diff.changes.iter().map(|change| around(change.side, &change.text)).collect()
}

/// Marks hold only where no space is within them at their ends.
fn around(side: Side, text: &str) -> String {
    let mark = match side {
        Side::Equal => return plain(text),
        Side::Deleted => "~~",
        Side::Inserted => "**",
    };
    let words = text.trim();
    let (before, after) = match words.is_empty() {
        true => (text, ""),
        false => {
            let at = text.len() - text.trim_start().len();
            (&text[..at], &text[at + words.len()..])
        }
    };
    let inner =
        if words.is_empty() { String::new() } else { format!("{mark}{}{mark}", plain(words)) };
    format!("{before}{inner}{after}")
}

#[cfg(test)]
mod tests {
    use hexapla_engine::text::tokenize;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    #[test]
    fn what_is_written_stays_what_it_is() {
        assert_eq!(plain("**a** <b> [c](d)"), "\\*\\*a\\*\\* &lt;b\\> \\[c\\](d)");
        let text = "Well, { $name }: \"yes\" (so-called), or no?";
        assert_eq!(plain(text), text);
    }

    /// The text that a reader sees, where nothing is marked; line ends are spaces.
    fn read(markdown: &str) -> Option<String> {
        let mut text = String::new();
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => text.push(' '),
                _ => return None,
            }
        }
        Some(text)
    }

    proptest! {
        #[test]
        fn nothing_in_a_text_is_markup(text in "[a1 \n!-/:-@\\[-`{-~]{0,12}") {
            let words = |it: &str| it.split_whitespace().collect::<String>();
            let text = text.trim();
            let seen = read(&plain(text));
            prop_assert_eq!(seen.as_deref().map(words), Some(words(text)), "{}", plain(text));
        }
    }

    #[test]
    fn what_changed_is_marked() {
        let diff = |old, new| marked(&Diff::between(&tokenize(old, &[]), &tokenize(new, &[])));
        assert_eq!(diff("Call 116 000 now", "Call 116 111 now"), "Call 116 ~~000~~**111** now");
    }
}
