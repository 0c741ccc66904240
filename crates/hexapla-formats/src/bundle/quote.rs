//! Apostrophes of ICU's and Java's messages.

/// Text that reads as it is in a message in which `special` characters mean something and apostrophes
/// quote. Runs of both stand in one pair of quotes: two quoted characters beside each other would have
/// an apostrophe between them.
pub(super) fn quoted(text: &str, special: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c| c == '\'' || special(c)) {
        let (plain, from) = rest.split_at(at);
        let end = from.find(|c| c != '\'' && !special(c)).unwrap_or(from.len());
        let (run, behind) = from.split_at(end);
        let quote = if run.contains(&special) { "'" } else { "" };
        out.push_str(plain);
        out.push_str(quote);
        out.push_str(&run.replace('\'', "''"));
        out.push_str(quote);
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_quoted() {
        let braces = |text: &str| quoted(text, |c| matches!(c, '{' | '}'));
        for (text, expected) in [
            ("plain", "plain"),
            ("it's", "it''s"),
            ("{}", "'{}'"),
            ("a {b} c", "a '{'b'}' c"),
            ("'{", "'''{'"),
            ("{'", "'{'''"),
            ("", ""),
        ] {
            assert_eq!(braces(text), expected, "{text}");
        }
    }
}
