//! What is wrong with a text while it is written.

use askama::Template;
use hexapla_engine::{Known, check_draft};
use hexapla_formats::Format;
use hexapla_model::{Diagnostic, Severity};
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
    said: Vec<Said>,
    v: Tongues,
}

/// The language that the text is in.
struct Tongues {
    locale: Tongue,
}

/// What would be wrong with the unit at a place if `text` were its target.
pub(crate) fn findings(
    room: &Room,
    opened: &Opened,
    at: usize,
    text: &str,
) -> Result<Vec<Found>, Failure> {
    let Some(status) = opened.units().get(at).filter(|_| !text.is_empty()) else {
        return Ok(Vec::new());
    };
    let known = room.desk.known(opened.id.collection())?;
    Ok(found(opened, &known, status, text))
}

fn found(
    opened: &Opened,
    known: &Known,
    status: &hexapla_engine::UnitStatus,
    text: &str,
) -> Vec<Found> {
    let checked = check_draft(opened.snapshot(), known, (&opened.id, &opened.locale), status, text);
    match checked {
        Ok(problems) => problems.into_iter().map(|it| one(&it, text)).collect(),
        Err(error) => vec![Found {
            id: "syntax".to_owned(),
            severity: Severity::Error.as_str(),
            message: error.to_string(),
            hint: error.hint(),
            start: 0,
            end: 0,
        }],
    }
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
    let found = findings(room, &opened, at, &text)?;
    let said = said(room, &opened, &text)?;
    if asked.is_api {
        return Ok(Answer::Json(serde_json::json!({ "findings": found, "variants": said })));
    }
    let f = Frame::of(room, asked, "queue");
    Ok(Answer::Page(
        Findings { f, found, said, v: Tongues { locale: Tongue::of(&locale) } }.render()?,
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
