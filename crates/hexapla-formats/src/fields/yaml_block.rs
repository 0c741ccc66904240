//! YAML's block scalars: `|` keeps line ends, `>` folds them (YAML 1.2.2, §8.1).

use std::ops::Range;

use super::yaml_plain::is_printable;

/// A block scalar from its `|` or `>` to the end of its last line. Line ends behind that are
/// layout, unless the scalar keeps them (`|+`): then they are part of it.
///
/// `after` is the end of what stands before it, `content` the place of its lines.
pub(super) fn span(text: &str, after: usize, content: Range<usize>) -> Range<usize> {
    let Some(start) = indicator(text, after) else { return content };
    let rest = text.get(start..).unwrap_or_default();
    let header = rest.find('\n').map_or(rest.len(), |end| end + 1);
    let end = content.end.max(start + header).min(text.len());
    let whole = text.get(start..end).unwrap_or_default();
    let header = whole.get(..header).unwrap_or_default();
    let whole = without_margin(whole);
    let kept = if keeps(header) { whole } else { without_blank_lines(whole) };
    start..start + kept.len()
}

/// The text without the spaces before what stands behind it.
fn without_margin(text: &str) -> &str {
    let trimmed = text.trim_end_matches(' ');
    if trimmed.ends_with('\n') { trimmed } else { text }
}

fn without_blank_lines(mut text: &str) -> &str {
    loop {
        let trimmed = without_margin(text.trim_end_matches(['\n', '\r']));
        if trimmed.len() == text.len() {
            return text;
        }
        text = trimmed;
    }
}

/// The first `|` or `>` from `after` on that is not in a comment.
fn indicator(text: &str, after: usize) -> Option<usize> {
    let mut in_comment = false;
    let rest = text.get(after..)?;
    let found = rest.bytes().position(|byte| {
        in_comment = byte == b'#' || (in_comment && byte != b'\n');
        !in_comment && matches!(byte, b'|' | b'>')
    });
    found.map(|at| after + at)
}

/// Whether the line ends behind the last line are part of the text, by the scalar's first line.
fn keeps(header: &str) -> bool {
    header.chars().take_while(|c| !c.is_whitespace()).any(|c| c == '+')
}

/// A block scalar in the style of `raw`, its lines behind `indent` spaces; nothing where the text
/// cannot be written so.
pub(super) fn write(raw: &str, text: &str, indent: usize, end: &str) -> Option<String> {
    let body = text.trim_end_matches('\n');
    let breaks = text.len() - body.len();
    let keeping = keeps(raw.lines().next().unwrap_or_default());
    let first = body.split('\n').find(|line| !line.is_empty())?;
    let printable = |c: char| is_printable(c) || matches!(c, '\n' | '\t');
    if first.starts_with(' ') || !body.chars().all(printable) || (breaks > 1 && !keeping) {
        return None;
    }
    let chomp = match breaks {
        0 => "-",
        _ if keeping => "+",
        _ => "",
    };
    let margin = " ".repeat(indent.max(1));
    let folded = raw.starts_with('>').then(|| fold(body, width(raw, indent))).flatten();
    let (mark, lines) = match folded {
        Some(lines) => ('>', lines),
        None => ('|', body.split('\n').collect()),
    };
    let mut out = format!("{mark}{chomp}");
    for line in lines {
        out.push_str(end);
        if !line.is_empty() {
            out.push_str(&margin);
            out.push_str(line);
        }
    }
    if keeping {
        out.push_str(&end.repeat(breaks.max(1)));
    }
    Some(out)
}

/// The indentation of a block scalar's lines; nothing where it has none that says.
pub(super) fn indent(raw: &str) -> Option<usize> {
    let line = raw.lines().skip(1).find(|line| !line.trim().is_empty())?;
    Some(line.len() - line.trim_start_matches(' ').len())
}

/// How many characters the longest line of the present text has.
fn width(raw: &str, indent: usize) -> usize {
    let longest = raw.lines().skip(1).map(|line| line.chars().count()).max().unwrap_or_default();
    longest.saturating_sub(indent).max(20)
}

/// The lines of a folded scalar that says `body`; nothing where a line begins or ends with
/// spaces, since such lines do not fold.
fn fold(body: &str, width: usize) -> Option<Vec<&str>> {
    let blank = [' ', '\t'];
    let folds = |line: &str| !line.starts_with(blank) && !line.ends_with(blank);
    if body.starts_with('\n') || !body.split('\n').all(folds) {
        return None;
    }
    let mut lines = Vec::new();
    for (index, line) in body.split('\n').enumerate() {
        if index > 0 && !line.is_empty() {
            lines.push("");
        }
        wrap(line, width, &mut lines);
    }
    Some(lines)
}

/// Breaks a line at single spaces, where it would be longer than `width`.
fn wrap<'a>(line: &'a str, width: usize, lines: &mut Vec<&'a str>) {
    let (mut start, mut fits, mut length) = (0, None, 0);
    let bytes = line.as_bytes();
    for (at, c) in line.char_indices() {
        let alone = at > 0 && bytes.get(at - 1) != Some(&b' ') && bytes.get(at + 1) != Some(&b' ');
        let breakable =
            c == ' ' && alone && !line[at + 1..].starts_with('\t') && !line[..at].ends_with('\t');
        if let (true, Some(space)) = (length > width, fits) {
            lines.push(&line[start..space]);
            start = space + 1;
            fits = None;
            length = line[start..at].chars().count();
        }
        if breakable {
            fits = Some(at);
        }
        length += 1;
    }
    lines.push(&line[start..]);
}
