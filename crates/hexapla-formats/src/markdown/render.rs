//! A block's new text as bytes of its file.

use hexapla_model::{Unit, UnitKind};

use super::front_matter::FrontMatter;
use super::lines::{line_start, split};
use crate::MergeError;
use crate::normalise::line_end;

/// The bytes that replace a unit with the given text: each line behind the first begins as the
/// block's own lines do, and ends as the line that the block begins in.
pub(crate) fn render(file: &str, unit: &Unit, new: &str) -> Result<String, MergeError> {
    if matches!(unit.kind, UnitKind::Field | UnitKind::ArrayItem)
        && let Some(front) = FrontMatter::find(file).0
    {
        return front.render(file, unit, new);
    }
    if !new.contains('\n') {
        return Ok(new.to_owned());
    }
    let end = end_near(file, unit.span.start);
    Ok(with_own_margins(file, unit, new, end)
        .unwrap_or_else(|| with_margin(new, &margin(file, unit), end)))
}

/// The lines of `new`, each with what the unit's line in its place begins with; nothing where
/// there are more or fewer.
fn with_own_margins(file: &str, unit: &Unit, new: &str, end: &str) -> Option<String> {
    let old: Vec<&str> = split(&file[unit.span.clone()]).collect();
    let (texts, new): (Vec<&str>, Vec<&str>) =
        (unit.text.split('\n').collect(), new.split('\n').collect());
    if old.len() != texts.len() || new.len() != texts.len() {
        return None;
    }
    let mut lines = Vec::with_capacity(new.len());
    for ((old, text), new) in old.iter().zip(texts).zip(new) {
        let margin = old.trim_end_matches(['\n', '\r']).strip_suffix(text)?;
        lines.push(format!("{margin}{new}"));
    }
    Some(lines.join(end))
}

/// The end of the line that `at` is in; of most lines where it is the last.
fn end_near(file: &str, at: usize) -> &'static str {
    let line = split(&file[at..]).next().unwrap_or_default();
    match line.as_bytes() {
        [.., b'\r', b'\n'] => "\r\n",
        [.., b'\n'] => "\n",
        [.., b'\r'] => "\r",
        _ => line_end(file),
    }
}

/// The lines of `new`, each behind the first with a margin.
pub(super) fn with_margin(new: &str, margin: &str, end: &str) -> String {
    let mut out = String::new();
    for (index, line) in new.split('\n').enumerate() {
        if index > 0 {
            out.push_str(end);
            out.push_str(if line.is_empty() { margin.trim_end() } else { margin });
        }
        out.push_str(line);
    }
    out
}

/// What each line behind the first begins with: as the block's second line does, where there is
/// one in as many quotations, else as its first with bullets and other marks as spaces.
fn margin(file: &str, unit: &Unit) -> String {
    let start = line_start(file, unit.span.start);
    let first = continued(&file[start..unit.span.start]);
    let verbatim = matches!(unit.kind, UnitKind::CodeBlock | UnitKind::Markup);
    let second = split(&file[unit.span.clone()]).nth(1).filter(|_| !verbatim).map(prefix);
    let quotes = |text: &str| text.matches('>').count();
    match second {
        Some(second) if quotes(second) == quotes(&first) => second.to_owned(),
        _ => first,
    }
}

/// The indentation and quote marks that a line begins with.
fn prefix(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t', '>']).len()]
}

/// What the lines behind a first line begin with, by what that begins with: quote marks and tabs
/// stay, bullets become spaces; a task's box or a shortcode does not count.
pub(super) fn continued(before: &str) -> String {
    let before = before.trim_start_matches('\u{feff}');
    if let Some((before, _)) = before.split_once("[^") {
        return format!("{before}    ");
    }
    let before = before.split(['[', '{']).next().unwrap_or_default();
    before.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
}
