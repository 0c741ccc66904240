//! Reference definitions (`[label]: address`), which texts need and which are no units.

use std::collections::BTreeSet;

use pulldown_cmark::{Options, Parser};

use super::lines::split;
use crate::normalise::line_end;

/// Adds to a target those definitions of the source that the given texts refer to and that it
/// lacks.
pub(super) fn complete<'t>(
    source: &str,
    target: &mut String,
    texts: impl Iterator<Item = &'t str>,
) {
    let labels: BTreeSet<String> = texts.flat_map(labels).collect();
    if labels.is_empty() {
        return;
    }
    let from = Parser::new_ext(source, Options::ENABLE_FOOTNOTES);
    let present = Parser::new_ext(target, Options::ENABLE_FOOTNOTES);
    let present = present.reference_definitions();
    let missing = from
        .reference_definitions()
        .iter()
        .filter(|(label, _)| present.get(label).is_none() && labels.contains(&folded(label)));
    let mut spans: Vec<_> = missing.map(|(_, definition)| definition.span.clone()).collect();
    spans.sort_by_key(|span| span.start);
    let end = line_end(target);
    for (index, span) in spans.into_iter().enumerate() {
        let is_definition = |line: &&str| line.starts_with('[') && line.contains("]:");
        let gap = match split(target).last() {
            _ if index > 0 => "",
            Some(last) if is_definition(&last) => "",
            _ => end,
        };
        if !target.ends_with(['\n', '\r']) {
            target.push_str(end);
        }
        let definition = source.get(span).unwrap_or_default().trim();
        target.push_str(gap);
        target.push_str(&definition.replace("\r\n", "\n").replace('\n', end));
        target.push_str(end);
    }
}

/// What stands in square brackets.
fn labels(text: &str) -> impl Iterator<Item = String> {
    let inside = |part: &str| part.split_once(']').map(|(label, _)| folded(label));
    text.split('[').skip(1).filter_map(inside)
}

/// Labels are compared without case and with runs of white space as one space.
fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
