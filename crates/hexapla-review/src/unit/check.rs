//! What is wrong with a text while it is written.

use askama::Template;
use hexapla_engine::{DecideError, Drafted, Known, check_draft, max_length};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::{Diagnostic, LineIndex, Severity};
use serde::Serialize;

use super::page::named;
use super::variants::{Said, variants};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::Opened;
use crate::failure::Failure;
use crate::page::{Frame, Tongue};
use crate::room::Room;

/// Something that is wrong with a text.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Found {
    pub(crate) id: String,
    pub(crate) severity: &'static str,
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
    /// Where in the text, in characters as scripts count them (UTF-16).
    pub(crate) start: usize,
    pub(crate) end: usize,
}

#[derive(Template)]
#[template(path = "findings.html")]
struct Findings<'a> {
    f: Frame<'a>,
    found: Vec<Found>,
    length: Option<Length>,
    said: Vec<Said>,
    v: Tongues,
}

/// How long a text is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Length {
    /// How many characters it has.
    pub(crate) count: usize,
    /// How many it may have.
    pub(crate) most: usize,
}

/// The language that the text is in.
struct Tongues {
    locale: Tongue,
}

/// What would be wrong with the unit at a place if `text` were its target, and how long it would be where
/// that is bounded.
pub(crate) fn findings(
    room: &Room,
    opened: &Opened,
    at: usize,
    text: &str,
) -> Result<(Vec<Found>, Option<Length>), Failure> {
    let Some(status) = opened.units().get(at) else { return Ok((Vec::new(), None)) };
    if text.is_empty() {
        let most = max_length(&opened.id, opened.resource()?, &opened.locale, status);
        return Ok((Vec::new(), most.map(|most| Length { count: 0, most })));
    }
    let known = room.desk.known(opened.id.collection())?;
    Ok(found(opened, &known, status, text))
}

fn found(
    opened: &Opened,
    known: &Known,
    status: &hexapla_engine::UnitStatus,
    text: &str,
) -> (Vec<Found>, Option<Length>) {
    let checked = check_draft(opened.snapshot(), known, (&opened.id, &opened.locale), status, text);
    match checked {
        Ok(Drafted { problems, length }) => {
            let length = length.map(|(count, most)| Length { count, most });
            (problems.into_iter().map(|it| one(&it, text)).collect(), length)
        }
        Err(error) => {
            let resource = opened.resource().ok();
            let resource = resource.filter(|_| matches!(error, DecideError::Merge { .. }));
            let mistake = resource.and_then(|it| mistake(it.collection.format, text));
            let message =
                mistake.as_ref().map_or_else(|| error.to_string(), |it| it.message.clone());
            let span = mistake.map_or(0..text.len(), |it| it.span);
            let problem = Diagnostic::error("syntax", span, message);
            (vec![one(&Diagnostic { hint: error.hint(), ..problem }, text)], None)
        }
    }
}

/// What is written in a text that is not to be put into a file of a format, and where.
///
/// The error that refuses it tells of the file; read by itself, the text tells of its own place.
fn mistake(format: Format, text: &str) -> Option<Diagnostic> {
    let (before, behind) = match format {
        Format::Android => ("<resources><string name=\"a\">", "</string></resources>"),
        Format::Fluent | Format::Markdown => ("", ""),
        _ => return None,
    };
    let whole = format!("{before}{text}{behind}");
    let read = extract(format, whole.as_bytes(), &FieldRules::default());
    let local = |at: usize| text.floor_char_boundary(at.saturating_sub(before.len()));
    let second = || {
        let unit = read.units.get(1)?;
        let message = "another text begins here, where there is to be one".to_owned();
        Some(Diagnostic::error("syntax", unit.span.clone(), message))
    };
    let found = read.diagnostics.into_iter().find(|it| it.severity == Severity::Error);
    let found = found.or_else(second)?;
    let (start, end) = (local(found.span.start), local(found.span.end));
    let place = LineIndex::new(text).position(start);
    let message = format!("{}:{}: {}", place.line, place.column, found.message);
    Some(Diagnostic { span: start..end, message, ..found })
}

fn one(problem: &Diagnostic, text: &str) -> Found {
    let place = |at: usize| text.get(..at).map_or(0, |it| it.encode_utf16().count());
    Found {
        id: problem.id.to_string(),
        severity: problem.severity.as_str(),
        message: problem.message.clone(),
        hint: problem.hint.clone(),
        start: place(problem.span.start),
        end: place(problem.span.end),
    }
}

/// What is wrong with the text that is being written, as a part of a page or for programs.
pub(crate) fn check(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (locale, unit) = (asked.require_locale()?, named(asked)?);
    let text = asked.require("text")?.replace("\r\n", "\n");
    let opened = room.desk.resource(&unit.resource, &locale)?;
    let at = opened.find(&unit)?;
    let (found, length) = findings(room, &opened, at, &text)?;
    let said = said(room, &opened, &text)?;
    if asked.is_api {
        return Ok(Answer::Json(serde_json::json!({ "findings": found, "variants": said })));
    }
    let f = Frame::of(room, asked, "queue");
    Ok(Answer::Page(
        Findings { f, found, length, said, v: Tongues { locale: Tongue::of(&locale) } }.render()?,
    ))
}

/// What a message would say, for each way to choose among its variants.
pub(crate) fn said(room: &Room, opened: &Opened, text: &str) -> Result<Vec<Said>, Failure> {
    if opened.resource()?.collection.format != Format::Fluent {
        return Ok(Vec::new());
    }
    let others = room.desk.strings(opened.id.collection(), &opened.locale)?;
    Ok(variants(text, &others, &opened.locale))
}
