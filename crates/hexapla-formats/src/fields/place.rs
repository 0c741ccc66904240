//! Where a new child of an object or array goes.

use std::ops::Range;

use super::node::{Entry, Node};
use super::render::{column, line_start};

/// A child that is there.
pub(super) struct Child {
    /// Where its name or dash begins.
    pub(super) start: usize,
    end: usize,
    /// How many lines of comment stand directly above.
    comments: usize,
}

impl Child {
    pub(super) fn of_entry(entry: &Entry) -> Self {
        let comments = entry.comment.as_ref().map_or(0, |it| it.split('\n').count());
        Self { start: entry.start, end: entry.node.span.end, comments }
    }

    /// An item of an array, in lines of YAML with its dash.
    pub(super) fn of_item(item: &Node, text: &str, dashed: bool) -> Self {
        let Range { start, end } = item.span;
        let dash = || text.get(..start).and_then(|before| before.rfind('-'));
        Self { start: dashed.then(dash).flatten().unwrap_or(start), end, comments: 0 }
    }
}

/// What is to be put in, and where.
type Spliced = Vec<(usize, String)>;

/// New children of one object or array.
pub(super) struct New<'a> {
    /// The present child that they come behind; before all where there is none.
    pub(super) behind: Option<usize>,
    pub(super) texts: Vec<String>,
    /// What stands before each in its line, and the line end.
    pub(super) margin: &'a str,
    pub(super) end: &'a str,
}

impl New<'_> {
    /// The texts as one, each as `write` has it.
    fn each(&self, write: impl Fn(&str) -> String) -> String {
        self.texts.iter().map(|text| write(text)).collect()
    }
}

/// Finds places in a text.
pub(super) struct Place<'t>(&'t str);

impl<'t> Place<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self(text)
    }

    pub(super) fn column(&self, at: usize) -> usize {
        column(self.0, at)
    }

    /// The white space before `at`, where nothing else stands before it in its line.
    pub(super) fn margin(&self, at: usize) -> Option<&'t str> {
        let before = self.0.get(line_start(self.0, at)..at)?;
        before.trim_start_matches('\u{feff}').trim().is_empty().then_some(before)
    }

    /// The white space that the line of `at` begins with.
    pub(super) fn indentation(&self, at: usize) -> &'t str {
        let line = self.0.get(line_start(self.0, at)..).unwrap_or_default();
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    fn end_of_line(&self, at: usize) -> usize {
        let rest = self.0.get(at..).unwrap_or_default();
        let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// The first of the comment lines directly above a line.
    fn above_comments(&self, child: &Child) -> usize {
        let start = line_start(self.0, child.start);
        (0..child.comments).fold(start, |at, _| line_start(self.0, at.saturating_sub(1)))
    }

    /// New lines of YAML.
    pub(super) fn lines(&self, parent: &Node, children: &[Child], new: &New<'_>) -> Spliced {
        let New { margin, end, .. } = new;
        let above = |at| vec![(at, new.each(|text| format!("{margin}{text}{end}")))];
        let from = match (new.behind.and_then(|at| children.get(at)), children.first()) {
            (Some(child), _) => child.end,
            (None, None) => parent.span.end,
            (None, Some(first)) if self.margin(first.start).is_some() => {
                return above(self.above_comments(first));
            }
            (None, Some(first)) => {
                return vec![(first.start, new.each(|text| format!("{text}{end}{margin}")))];
            }
        };
        if self.0[..from].ends_with('\n') || self.0.is_empty() {
            return above(from);
        }
        vec![(self.end_of_line(from), new.each(|text| format!("{end}{margin}{text}")))]
    }

    /// New values within brackets.
    pub(super) fn brackets(&self, parent: &Node, children: &[Child], new: &New<'_>) -> Spliced {
        let New { margin, end, .. } = new;
        let Some(first) = children.first() else { return self.within_empty(parent, new) };
        let on_lines = self.margin(first.start).is_some();
        let behind = new.behind.and_then(|at| Some((children.get(at)?, children.get(at + 1))));
        let Some((child, next)) = behind else {
            return if on_lines {
                vec![(self.above_comments(first), new.each(|it| format!("{margin}{it},{end}")))]
            } else {
                vec![(first.start, new.each(|it| format!("{it}, ")))]
            };
        };
        let comma = self.comma(child.end);
        let at = self.end_of_line(comma.unwrap_or(child.end));
        let alone = at < parent.span.end && next.is_none_or(|it| it.start >= at);
        match comma {
            _ if !on_lines => vec![(child.end, new.each(|it| format!(", {it}")))],
            _ if !alone => vec![(child.end, new.each(|it| format!(",{end}{margin}{it}")))],
            Some(_) => vec![(at, new.each(|it| format!("{end}{margin}{it},")))],
            None => vec![(child.end, ",".to_owned()), (at, self.joined(new))],
        }
    }

    /// Values on lines of their own, with commas between.
    fn joined(&self, new: &New<'_>) -> String {
        let line = format!("{}{}", new.end, new.margin);
        format!("{line}{}", new.texts.join(&format!(",{line}")))
    }

    fn within_empty(&self, parent: &Node, new: &New<'_>) -> Spliced {
        let at = parent.span.start + 1;
        let inner = self.0.get(at..parent.span.end.saturating_sub(1)).unwrap_or_default();
        let close = if inner.contains('\n') {
            String::new()
        } else {
            format!("{}{}", new.end, self.indentation(parent.span.start))
        };
        vec![(at, self.joined(new) + &close)]
    }

    /// The comma behind a value, past white space and comments.
    fn comma(&self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            let rest = self.0.get(at..)?;
            let text = rest.trim_start();
            at += rest.len() - text.len();
            let comment = match text.as_bytes() {
                [b',', ..] => return Some(at),
                [b'/', b'/', ..] => text.find('\n')?,
                [b'/', b'*', ..] => text.find("*/")? + 2,
                _ => return None,
            };
            at += comment;
        }
    }
}
