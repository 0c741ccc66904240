//! What texts a glossary may hold, and how each is written in one way.

use crate::limits;

/// Why a text may not stand in a glossary: what was expected, and the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) message: &'static str,
    pub(crate) hint: &'static str,
}

const fn refusal<T>(message: &'static str, hint: &'static str) -> Result<T, Refusal> {
    Err(Refusal { message, hint })
}

/// An id: it has to be a bare key in TOML and a name in XML.
pub(crate) fn id(text: &str) -> Result<&str, Refusal> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
    if !begins || !text.chars().all(plain) || text.len() > limits::ID {
        return refusal(
            "not an id of a term",
            "begin with a letter of ASCII, then use letters, digits, `-` and `_`, at most 100",
        );
    }
    Ok(text)
}

/// A term in one line, with single spaces.
pub(crate) fn term(text: &str) -> Result<String, Refusal> {
    let term = one_line(text);
    if term.chars().any(is_refused) {
        return refusal("a control character in a term", "remove it");
    }
    if term.chars().take(limits::TERM + 1).count() > limits::TERM {
        return refusal(
            "a term of more than 200 characters",
            "write the explanation into `definition`",
        );
    }
    if !term.chars().any(char::is_alphanumeric) {
        return refusal("a term without a letter or digit", "write a word, or remove it");
    }
    Ok(term)
}

/// An explanation: lines of single spaces; nothing where there is nothing to read.
pub(crate) fn prose(text: &str) -> Result<Option<String>, Refusal> {
    let lines: Vec<String> = text.replace('\r', "\n").split('\n').map(one_line).collect();
    let prose = lines.join("\n");
    let prose = prose.trim_matches('\n');
    if prose.chars().any(|c| is_refused(c) && c != '\n') {
        return refusal("a control character", "remove it");
    }
    Ok(Some(prose).filter(|it| !it.is_empty()).map(str::to_owned))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character is a control, or none that XML holds.
fn is_refused(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// How two terms are compared for being the same.
pub(crate) fn key(term: &str, case_sensitive: bool) -> String {
    if case_sensitive { term.to_owned() } else { term.to_lowercase() }
}
