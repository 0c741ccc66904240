//! Constructs that take up a line: fences of containers, titles of what is indented behind them,
//! tags of templates, and marks that stand for something else.

use super::construct::{Construct, Shape};
use super::dialect::Dialect;
use super::lines::{line_end_at, next_line, split};

/// The constructs of a document from byte `body` on, none of which touches one of `taken`.
pub(super) fn find<'a>(
    file: &str,
    body: usize,
    dialect: Dialect,
    taken: &[Construct<'_>],
) -> Vec<Construct<'a>> {
    let mut found = Vec::new();
    let mut at = body;
    for line in split(&file[body..]) {
        let mut text = line.trim_start_matches([' ', '\t', '>']);
        if dialect == Dialect::MkDocs && is_definition(text) {
            text = text[1..].trim_start_matches(' ');
        }
        let start = at + line.len() - text.len();
        at += line.len();
        let Some(shape) = shape(file, start, dialect) else { continue };
        let span = start..start + text.trim_end().len();
        let next = taken.partition_point(|it| it.span.end <= span.start);
        if taken.get(next).is_none_or(|it| it.span.start >= span.end) {
            found.push(Construct::new(span, shape));
        }
    }
    found
}

/// The colons that definitions begin with, `:   A number that is always answered`.
pub(super) fn definitions(file: &str, body: usize) -> Vec<usize> {
    let mut at = body;
    let colon = |line: &str| {
        let text = line.trim_start_matches([' ', '\t', '>']);
        let start = at + line.len() - text.len();
        at += line.len();
        is_definition(text).then_some(start)
    };
    split(&file[body..]).filter_map(colon).collect()
}

fn is_definition(text: &str) -> bool {
    text.starts_with(": ") && !text[1..].trim().is_empty()
}

/// What the rest of the line from `at` on is, if it is a construct.
fn shape(file: &str, at: usize, dialect: Dialect) -> Option<Shape> {
    let text = &file[at..line_end_at(file, at)];
    let mkdocs = dialect == Dialect::MkDocs;
    let line = text.trim_end();
    match text.as_bytes().first()? {
        b':' if text.starts_with(":::") => Some(Shape::Block),
        b'!' | b'?' | b'=' if is_head(line) => {
            (mkdocs || has_body(file, at)).then_some(Shape::Head)
        }
        b'{' if is_template(line) => Some(Shape::Block),
        b'{' if is_attributes(line, mkdocs) => Some(Shape::Attributes),
        b'[' if matches!(line, "[TOC]" | "[[toc]]" | "[[TOC]]" | "[[_TOC_]]") => Some(Shape::Block),
        b'<' if line.starts_with("<<< ") => Some(Shape::Block),
        b'-' | b';' if is_snippet(line) => Some(Shape::Block),
        b'*' if mkdocs && is_abbreviation(line) => Some(Shape::Block),
        _ => None,
    }
}

/// The head of an admonition (`!!! note "Title"`, `??? note`, `???+ note`) or of a tab
/// (`=== "Title"`).
fn is_head(line: &str) -> bool {
    let titled = |rest: &str| {
        let rest = rest.trim();
        rest.len() > 1 && rest.starts_with('"') && rest.ends_with('"')
    };
    if let Some(rest) = line.strip_prefix("===") {
        return titled(rest.trim_start_matches(['!', '+']));
    }
    let rest = line.strip_prefix("!!!").or_else(|| {
        let rest = line.strip_prefix("???")?;
        Some(rest.strip_prefix('+').unwrap_or(rest))
    });
    let Some(rest) = rest.map(str::trim_start) else { return false };
    let name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let title = rest.trim_start_matches(name);
    let named = rest.starts_with(|c: char| c.is_alphanumeric());
    (named && (title.is_empty() || titled(title))) || (line.starts_with('?') && titled(rest))
}

/// Whether the next line that is not empty is indented by four or more behind this one.
fn has_body(file: &str, at: usize) -> bool {
    let start = file[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let mark = &file[start..at];
    let mut rest = &file[next_line(file, at)..];
    while let Some(line) = split(rest).next() {
        let plain = line.trim_matches([' ', '\t', '>', '\r', '\n']);
        if !plain.is_empty() {
            let inner = line.strip_prefix(mark);
            return inner.is_some_and(|it| it.starts_with("    ") || it.starts_with('\t'));
        }
        rest = &rest[line.len()..];
    }
    false
}

/// Only tags of Liquid or Jinja: `{% include note.html %}`.
fn is_template(line: &str) -> bool {
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix("{%") {
        let Some((tag, after)) = inner.split_once("%}") else { return false };
        if tag.trim().is_empty() || tag.contains("{%") {
            return false;
        }
        rest = after.trim_start();
    }
    rest.is_empty()
}

/// An attribute list: `{: .class #id }`; in Python-Markdown also without the colon.
fn is_attributes(line: &str, mkdocs: bool) -> bool {
    let Some(inner) = line.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
        return false;
    };
    let marks = match inner.strip_prefix(':') {
        Some(marks) => marks,
        None if mkdocs => inner,
        None => return false,
    };
    !inner.contains(['{', '}'])
        && marks.split_whitespace().next().is_some_and(|first| {
            (first.len() > 1 && first.starts_with(['.', '#'])) || first.contains('=')
        })
}

/// Text of another file: `--8<-- "file"`.
fn is_snippet(line: &str) -> bool {
    let line = line.trim_start_matches(';');
    line.starts_with("--8<--") || line.starts_with("-8<-")
}

/// What an abbreviation stands for: `*[HTML]: Hyper Text Markup Language`.
fn is_abbreviation(line: &str) -> bool {
    let parts = line.strip_prefix("*[").and_then(|it| it.split_once("]:"));
    parts.is_some_and(|(name, text)| !name.is_empty() && !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_told_from_text() {
        for line in [
            "!!! note",
            "!!! note \"Title\"",
            "!!!note",
            "!!! note inline end \"A \"b\"\"",
            "??? \"Title\"",
            "???+ tip",
            "=== \"Tab\"",
            "===! \"Tab\"",
        ] {
            assert!(is_head(line), "{line}");
        }
        for line in ["===", "====", "!!!", "!!! Wow, really", "??? why", "=== a", "!!", "???+"] {
            let head = is_head(line);
            assert_eq!(head, line == "??? why", "{line}");
        }
    }

    #[test]
    fn only_an_indented_line_makes_a_body() {
        for (text, expected) in [
            ("!!! note\n    a", true),
            ("!!! note\n\n    a", true),
            ("!!! note\n\ta", true),
            ("!!! note\na", false),
            ("!!! note", false),
            ("> !!! note\n>     a", true),
        ] {
            let at = text.find("!!!").expect("a head");
            assert_eq!(has_body(text, at), expected, "{text:?}");
        }
    }
}
