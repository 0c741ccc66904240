//! What stands between empty lines.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase};

use super::Dialect;
use super::time::Times;

/// Some lines without an empty one between them.
pub(super) struct Block {
    /// From its first character to the end of its last line, the line end left out.
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

/// What a block is.
pub(super) enum Kind {
    /// Header, style, region, a cue that shows nothing.
    Layout,
    /// A note, and what it says.
    Note(String),
    /// A cue, and the place of its text.
    Cue { times: Times, text: Range<usize> },
    /// What is no cue and should be one.
    Broken(Diagnostic),
}

/// The blocks of a file, in order.
pub(super) fn blocks(dialect: Dialect, text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut at = text.len() - text.trim_start_matches('\u{feff}').len();
    for line in text[at..].split_inclusive('\n') {
        let content = line.trim_end_matches('\n');
        let content = content.strip_suffix('\r').unwrap_or(content);
        // WebVTT has it that a line of spaces is no empty one.
        let empty = content.is_empty() || (dialect == Dialect::Srt && content.trim().is_empty());
        if !empty {
            lines.push(at..at + content.len());
        } else if !lines.is_empty() {
            blocks.push(block(dialect, text, &lines, blocks.is_empty()));
            lines.clear();
        }
        at += line.len();
    }
    if !lines.is_empty() {
        blocks.push(block(dialect, text, &lines, blocks.is_empty()));
    }
    blocks
}

/// Whether a line is the first of a WebVTT file.
pub(super) fn is_header(line: &str) -> bool {
    opens(line, "WEBVTT")
}

/// Whether a line begins with a word of its own.
fn opens(line: &str, word: &str) -> bool {
    line.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

fn block(dialect: Dialect, text: &str, lines: &[Range<usize>], first: bool) -> Block {
    let span = lines[0].start..lines[lines.len() - 1].end;
    let content = |line: &Range<usize>| text.get(line.clone()).unwrap_or_default();
    let mut arrows = (0..lines.len()).filter(|&at| content(&lines[at]).contains("-->"));
    let kind = match (arrows.next(), arrows.next()) {
        (None, _) => untimed(dialect, text, &lines[0], span.clone(), first),
        (_, Some(second)) => Kind::Broken(
            Diagnostic::error(
                "cue-broken",
                lines[second].clone(),
                Phrase::in_english("no empty line before this cue"),
            )
            .with_hint(Phrase::in_english("put one between the cues; until then neither is read")),
        ),
        (Some(at), None) => cue(dialect, text, lines, at),
    };
    Block { span, kind }
}

/// Lines without times.
fn untimed(
    dialect: Dialect,
    text: &str,
    line: &Range<usize>,
    span: Range<usize>,
    first: bool,
) -> Kind {
    let head = text.get(line.clone()).unwrap_or_default();
    if dialect == Dialect::Vtt {
        if (first && is_header(head)) || opens(head, "STYLE") || opens(head, "REGION") {
            return Kind::Layout;
        }
        if opens(head, "NOTE") {
            let said = text.get(span.start + "NOTE".len()..span.end).unwrap_or_default();
            return Kind::Note(said.trim().replace("\r\n", "\n"));
        }
    }
    Kind::Broken(
        Diagnostic::error("cue-broken", span, Phrase::in_english("text without times")).with_hint(
            Phrase::in_english(
                "an empty line ends a cue: take it out, or write the times above this text",
            ),
        ),
    )
}

/// Lines of which the one at `at` has the times.
fn cue(dialect: Dialect, text: &str, lines: &[Range<usize>], at: usize) -> Kind {
    let line = &lines[at];
    if at > 1 {
        let message = "times in the middle of a text, expected them in its first or second line";
        let problem = Diagnostic::error("cue-broken", line.clone(), Phrase::in_english(message));
        return Kind::Broken(
            problem.with_hint(Phrase::in_english("put an empty line between the cues")),
        );
    }
    let content = text.get(line.clone()).unwrap_or_default();
    let Some(times) = Times::read(dialect, content) else {
        let example = match dialect {
            Dialect::Vtt => "00:01:02.500 --> 00:01:04.000",
            Dialect::Srt => "00:01:02,500 --> 00:01:04,000",
        };
        let message = format!("`{}` is not a line of times", content.trim());
        let problem = Diagnostic::error("cue-broken", line.clone(), Phrase::in_english(message));
        return Kind::Broken(
            problem.with_hint(Phrase::in_english(format!("write it as in `{example}`"))),
        );
    };
    let (Some(first), Some(last)) = (lines.get(at + 1), lines.last()) else { return Kind::Layout };
    let place = first.start..last.end;
    let says = text.get(place.clone()).is_some_and(|it| !it.trim().is_empty());
    if says { Kind::Cue { times, text: place } } else { Kind::Layout }
}
