//! What programs leave in texts: `double-escaped`, `damaged-character`, `placeholder-like`.

use std::ops::Range;

use hexapla_model::phrase;

use crate::check::{DAMAGED_CHARACTER, DOUBLE_ESCAPED, PLACEHOLDER_LIKE};
use crate::found::{Found, shown};
use crate::run::TextRun;
use crate::traits::{DAMAGE, ESCAPE};

/// Characters that were escaped twice: `&amp;lt;`, `\\n`, `\\u00e9`.
pub(crate) fn escaped(source: Option<&TextRun>, run: &TextRun, found: &mut Vec<Found>) {
    if !run.traits.has(ESCAPE) {
        return;
    }
    let Some(span) = twice_escaped(&run.text) else { return };
    let written = &run.text[span.clone()];
    if source.is_some_and(|source| source.text.contains(written)) {
        return;
    }
    let message = phrase!("`{written}` was escaped twice", written);
    let hint = phrase!("write the character itself");
    found.push(Found::new(&DOUBLE_ESCAPED, run.place(&span), message, hint));
}

fn twice_escaped(text: &str) -> Option<Range<usize>> {
    for (at, _) in text.match_indices("&amp;") {
        let rest = &text[at + 5..];
        let entity = rest.find(';').filter(|end| (2..=8).contains(end));
        if let Some(end) = entity
            .filter(|end| rest[..*end].bytes().all(|it| it.is_ascii_alphanumeric() || it == b'#'))
        {
            return Some(at..at + 5 + end + 1);
        }
    }
    for (at, _) in text.match_indices('\\') {
        let rest = &text.as_bytes()[at + 1..];
        let hex = |range: Range<usize>| {
            rest.get(range).is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit))
        };
        if rest.first() == Some(&b'u') && hex(1..5) {
            return Some(at..at + 6);
        }
        let ends = rest.get(1).is_none_or(|it| !it.is_ascii_lowercase());
        if rest.first().is_some_and(|it| matches!(it, b'n' | b't' | b'"')) && ends {
            return Some(at..at + 2);
        }
    }
    None
}

/// U+FFFD, and UTF-8 that was read as Latin 1.
pub(crate) fn damaged(run: &TextRun, found: &mut Vec<Found>) {
    if !run.traits.has(DAMAGE) {
        return;
    }
    let mut chars = run.text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        if is_damaged(c, next) {
            let end = at + c.len_utf8() + if c == '\u{fffd}' { 0 } else { next.len_utf8() };
            let written = shown(&run.text[at..end]);
            let message = phrase!("`{written}` is a damaged character", written);
            let hint = phrase!("type the word anew, and save the file as UTF-8");
            found.push(Found::new(&DAMAGED_CHARACTER, run.place(&(at..end)), message, hint));
            return;
        }
    }
}

/// Whether a character was lost, or begins one that was read in the wrong encoding, before `next`.
pub(crate) fn is_damaged(c: char, next: char) -> bool {
    match c {
        '\u{fffd}' => true,
        'Ã' | 'Â' => {
            matches!(next, '\u{80}'..='\u{bf}') && next != '\u{a0}' && next != '«' && next != '»'
        }
        'â' => matches!(next, '€' | '\u{80}'..='\u{9f}'),
        _ => false,
    }
}

/// What looks like a placeholder of another format, where the source has none such.
pub(crate) fn placeholder(source: &TextRun, run: &TextRun, found: &mut Vec<Found>) {
    if !run.traits.has(ESCAPE) {
        return;
    }
    let like = placeholders(&run.text);
    let is_new = |span: &Range<usize>| {
        let written = &run.text[span.clone()];
        // Entities are well read where tags are.
        let entity = written.starts_with('&');
        !source.text.contains(written)
            && !(entity && (!run.tags.is_empty() || source.text.contains('&')))
    };
    let Some(span) = like.into_iter().find(is_new) else { return };
    let entity = run.text[span.clone()].starts_with('&');
    let message = phrase!(
        "`{written}` looks like a placeholder, and the source has none such",
        written = shown(&run.text[span.clone()]),
    );
    let hint = phrase!("readers see it as it stands: write words, or what the format fills in");
    let problem = Found::new(&PLACEHOLDER_LIKE, run.place(&span), message, hint);
    found.push(if entity { problem.note() } else { problem });
}

/// `{name}`, `${name}`, `%s`, `%1$d`, `%(name)s`, `&name;`.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    const MOST: usize = 20;
    let mut found = Vec::new();
    for (at, mark) in text.match_indices(['{', '%', '&']) {
        let rest = &text[at + 1..];
        let length = match mark {
            "{" => name(rest, '}'),
            "&" => name(rest, ';').filter(|_| rest.starts_with(|c: char| c.is_ascii_lowercase())),
            _ => printf(rest).filter(|_| {
                !text[..at].ends_with(|c: char| {
                    c.is_ascii_digit()
                        || c == ' ' && text[..at - 1].ends_with(|c: char| c.is_ascii_digit())
                })
            }),
        };
        if let Some(length) = length {
            let start = if mark == "{" && text[..at].ends_with('$') { at - 1 } else { at };
            found.push(start..at + 1 + length);
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// The length of a name and what closes it.
fn name(rest: &str, close: char) -> Option<usize> {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    ((1..=30).contains(&end) && rest[end..].starts_with(close)).then_some(end + 1)
}

/// The length of a printf placeholder behind its `%`.
fn printf(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let at = match bytes.first()? {
        b'(' => name(&rest[1..], ')')? + 1,
        b'1'..=b'9' if bytes.get(1) == Some(&b'$') => 2,
        _ => 0,
    };
    let kind = bytes.get(at).filter(|it| b"sdiufx@".contains(it))?;
    let ends = bytes.get(at + 1).is_none_or(|it| !it.is_ascii_alphanumeric() && it.is_ascii());
    (ends || at > 0 && kind.is_ascii()).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn placeholders_are_told_from_words() {
        let found = |text: &'static str| -> Vec<&str> {
            placeholders(text).into_iter().map(|span| &text[span]).collect()
        };
        assert_eq!(
            found("Hi {name}, %s and %1$d of %(all)s, ${x} &nbsp;"),
            ["{name}", "%s", "%1$d", "%(all)s", "${x}", "&nbsp;"]
        );
        assert!(found("100 % sicher, 50%, %-tal, R&D; {a b}, 5 %d").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[%{}&;$()a-z1 \\\\un\"é]{0,30}|\\PC{0,30}") {
            for span in placeholders(&text).into_iter().chain(twice_escaped(&text)) {
                prop_assert!(text.get(span).is_some());
            }
        }
    }
}
