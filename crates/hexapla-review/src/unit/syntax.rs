//! Messages in Fluent, told apart into their syntax and what readers get.
//!
//! The syntax runs from left to right, whatever the language; what readers get runs the way of its own. Where
//! that is from right to left, the words of a line would else stand in the order of the syntax.

use super::piece::Piece;

/// A line of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// What is syntax, with the break before the line.
    pub(crate) syntax: Vec<Piece>,
    /// What readers get.
    pub(crate) said: Vec<Piece>,
}

/// The lines of a message with marks in it.
pub(crate) fn lines(message: &[Piece]) -> Vec<Line> {
    let text: String = message.iter().map(Piece::text).collect();
    let mut next = Piece::taking(message);
    cut(&text)
        .into_iter()
        .map(|(syntax, said)| Line { syntax: next(syntax.len()), said: next(said.len()) })
        .collect()
}

/// The lines of a message, each as its syntax, with the break before it, and what readers get.
pub(crate) fn cut(message: &str) -> Vec<(&str, &str)> {
    let mut lines = Vec::new();
    let mut from = 0;
    let ends = message.match_indices('\n').map(|(at, _)| at).skip_while(|at| *at == 0);
    for end in ends.chain([message.len()]) {
        let line = &message[from..end];
        lines.push(line.split_at(begins(line)));
        from = end;
    }
    lines
}

/// Where in a line what readers get begins: behind `id =`, `.attribute =` and `[variant]`. A line that opens or
/// closes a choice is all syntax.
fn begins(line: &str) -> usize {
    let text = line.trim_start();
    let head = head(text);
    let said = text[head..].trim();
    if (head == 0 && matches!(said, "}" | "{")) || said.ends_with("->") {
        return line.len();
    }
    line.len() - text[head..].trim_start().len()
}

/// How long the syntax is that a line begins with.
fn head(line: &str) -> usize {
    let variant = line.strip_prefix('*').unwrap_or(line);
    if variant.starts_with('[') {
        return line.find(']').map_or(0, |end| end + 1);
    }
    let name = line.trim_start_matches(['.', '-']);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let behind = name.trim_start_matches(is_name);
    let sign = behind.trim_start_matches(' ');
    match sign.strip_prefix('=') {
        Some(rest) if behind.len() < name.len() => line.len() - rest.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_are_cut_where_readers_begin_to_read() {
        let message = "help-count =\n    { $count ->\n        [0] لا شيء\n       *[other] { $count } هنا\n    }\n    .title = عنوان";
        let said: Vec<&str> = cut(message).into_iter().map(|(_, said)| said).collect();
        assert_eq!(said, ["", "", "لا شيء", "{ $count } هنا", "", "عنوان"]);
        for (line, said) in [
            ("help = مساعدة", "مساعدة"),
            ("-term = مصطلح", "مصطلح"),
            ("    سطر ثان", "سطر ثان"),
            ("a = b = c", "b = c"),
            ("= x", "= x"),
            ("[no end", "[no end"),
            ("help = { $kind ->", ""),
            ("{ $name }", "{ $name }"),
            ("", ""),
        ] {
            assert_eq!(cut(line).last().map(|it| it.1), Some(said), "{line}");
        }
    }

    #[test]
    fn marks_stay_where_they_are() {
        let (first, second) = (4..12, 12..20);
        let pieces = Piece::likely("a = واحد\n.b = اثنان", &[first, second]);
        let lines = lines(&pieces);
        let text = |pieces: &[Piece]| pieces.iter().map(Piece::text).collect::<String>();
        let told: Vec<_> = lines.iter().map(|it| (text(&it.syntax), text(&it.said))).collect();
        assert_eq!(
            told,
            [("a = ".to_owned(), "واحد".to_owned()), ("\n.b = ".to_owned(), "اثنان".to_owned())]
        );
        assert!(lines[0].said.iter().all(Piece::is_likely), "{lines:?}");
        assert!(!lines[1].said[1].is_likely() && lines[1].said[0].is_likely(), "{lines:?}");
    }

    proptest! {
        #[test]
        fn lines_are_the_whole_message(message in "[a-z=\\[\\]*.{}>\\- \nاب\u{202e}]{0,60}") {
            let whole: String = cut(&message).into_iter().map(|(a, b)| format!("{a}{b}")).collect();
            prop_assert_eq!(&whole, &message);
            let pieces = Piece::plain(&message);
            let shown: String = pieces.iter().map(Piece::text).collect();
            let whole: String = lines(&pieces)
                .iter()
                .flat_map(|it| it.syntax.iter().chain(&it.said))
                .map(Piece::text)
                .collect();
            prop_assert_eq!(whole, shown);
        }
    }
}
