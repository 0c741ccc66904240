//! Subtitles: WebVTT and SubRip.
//!
//! The text of a cue is a unit. Everything else is layout and kept byte for byte: the header, cue
//! numbers and names, times and settings, styles, regions and notes. Where a cue's text is broken
//! into lines is layout too: lines are broken to fit the screen, in each language elsewhere; who
//! speaks is said by a dash, a name or a `<v>` tag, which are part of the text.
//!
//! No library at hand tells where in a file a cue stands, so the few rules are read here.

mod block;
mod insert;
mod markup;
mod time;

use hexapla_model::{Diagnostic, Phrase, Unit, UnitKind};

use crate::Extracted;
use crate::normalise::line_end;
use block::{Block, Kind, blocks};

pub(crate) use insert::insert;

/// Which of the two formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// WebVTT.
    Vtt,
    /// SubRip.
    Srt,
}

/// The cues of a file. One that is broken is told of and is no unit.
pub(crate) fn extract(dialect: Dialect, text: &str) -> Extracted {
    let mut found = Extracted::default();
    let (mut comment, mut last) = (None, None);
    if dialect == Dialect::Vtt {
        found.diagnostics.extend(no_header(text));
    }
    for Block { span, kind } in blocks(dialect, text) {
        let note = comment.take();
        match kind {
            Kind::Layout => {}
            Kind::Note(said) => comment = Some(said),
            Kind::Broken(problem) => found.diagnostics.push(problem),
            Kind::Cue { times, text: place } => {
                let head = span.start..place.start;
                if times.end <= times.start {
                    let message = "the cue ends before it begins";
                    found.diagnostics.push(Diagnostic::warning(
                        "cue-times",
                        head,
                        Phrase::in_english(message),
                    ));
                } else if last.is_some_and(|last| times.start < last) {
                    let message = "the cue begins before the one above it";
                    found.diagnostics.push(Diagnostic::warning(
                        "cue-times",
                        head,
                        Phrase::in_english(message),
                    ));
                }
                last = Some(times.start);
                let lines = text.get(place.clone()).unwrap_or_default().replace("\r\n", "\n");
                found.units.push(Unit {
                    key: None,
                    kind: UnitKind::Cue,
                    fingerprint: markup::fingerprint(dialect, &lines),
                    codes: markup::codes(dialect, &lines),
                    text: lines,
                    span: place,
                    comment: note,
                    anchor: Some(times.start.to_string()),
                });
            }
        }
    }
    found
}

/// The bytes of a cue's text that says `new`.
pub(crate) fn render(file: &str, new: &str) -> String {
    new.replace('\n', line_end(file))
}

fn no_header(text: &str) -> Option<Diagnostic> {
    let first = text.trim_start_matches('\u{feff}').lines().next()?;
    if block::is_header(first) {
        return None;
    }
    let message = "the first line does not begin with `WEBVTT`";
    Some(Diagnostic::error("vtt-header", 0..first.len(), Phrase::in_english(message)).with_hint(
        Phrase::in_english(
            "write `WEBVTT` there, and an empty line below: players refuse the file",
        ),
    ))
}
