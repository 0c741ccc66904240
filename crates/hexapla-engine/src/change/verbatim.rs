//! Code and markup that is kept as it is.

use hexapla_model::{CodeKind, InlineCode};

/// A line of code, and the comment at its end. What may be a comment counts as one: a changed
/// word is graver than changed code.
pub(super) fn comment_of(line: &str) -> (&str, &str) {
    let trimmed = line.trim_start();
    let starts = ["#", "//", "-- ", ";", "/*", "* ", "*/", "<!--", "REM ", "%"];
    if let Some(mark) = starts.iter().find(|mark| trimmed.starts_with(**mark)) {
        let text = trimmed[mark.len()..].trim_end_matches("*/").trim_end_matches("-->");
        return ("", text);
    }
    let within = [" #", "\t#", " //", "\t//", " /*", " -- ", " <!--"];
    let first = within.iter().filter_map(|mark| Some((line.find(mark)?, mark.len()))).min();
    match first {
        Some((at, length)) => (&line[..at], &line[at + length..]),
        None => (line, ""),
    }
}

/// A line of code without the white space that says nothing: all but indentation, and what
/// stands in a string.
pub(super) fn without_space(code: &str) -> String {
    let code = code.trim_end();
    let indentation = code.len() - code.trim_start().len();
    if code.contains(['"', '\'', '`']) {
        return code.to_owned();
    }
    let words: Vec<&str> = code.split_whitespace().collect();
    format!("{}{}", &code[..indentation], words.join(" "))
}

/// The tags and shortcodes in a block of markup.
pub(super) fn tags(text: &str) -> Vec<InlineCode> {
    let pairs = [
        ("<!--", "-->", CodeKind::Html),
        ("{{", "}}", CodeKind::Syntax),
        ("<", ">", CodeKind::Html),
    ];
    let mut codes = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['<', '{']).map(|found| at + found) {
        let rest = &text[open..];
        let pair = pairs.iter().find(|(begin, ..)| rest.starts_with(begin));
        let end = pair.and_then(|(_, end, kind)| Some((rest.find(end)? + end.len(), *kind)));
        let Some((length, kind)) = end else {
            at = open + 1;
            continue;
        };
        at = open + length;
        codes.push(InlineCode { kind, value: rest[..length].to_owned(), span: open..at });
    }
    codes
}
