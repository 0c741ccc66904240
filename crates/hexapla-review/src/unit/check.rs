//! What is wrong with a text while it is written.

use askama::Template;
use hexapla_engine::{
    DecideError, Drafted, Known, SpokenTerm, check_draft, max_length, spoken_terms,
};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::{Diagnostic, LineIndex, Phrase, Severity, phrase};
use serde::{Serialize, Serializer};

use super::edges::trimmed;
use super::page::named;
use super::pictures::Pictures;
use super::reading::{Html, kind_of};
use super::variants::{Variants, variants};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::{Opened, UnitName};
use crate::failure::Failure;
use crate::page::{Frame, Tongue};
use crate::room::Room;

/// Something that is wrong with a text.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Found {
    pub(crate) id: String,
    pub(crate) severity: &'static str,
    #[serde(serialize_with = "in_english")]
    pub(crate) message: Phrase,
    #[serde(serialize_with = "in_english_if")]
    pub(crate) hint: Option<Phrase>,
    /// Where in the text, in characters as scripts count them (UTF-16).
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Programs read English.
fn in_english<S: Serializer>(phrase: &Phrase, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(phrase)
}

fn in_english_if<S: Serializer>(phrase: &Option<Phrase>, serializer: S) -> Result<S::Ok, S::Error> {
    phrase.as_ref().map(ToString::to_string).serialize(serializer)
}

#[derive(Template)]
#[template(path = "check.html")]
struct Findings<'a> {
    f: Frame<'a>,
    found: Vec<Found>,
    length: Option<Length>,
    said: Variants,
    v: Tongues,
    /// What stands beside on the page of the unit; nothing where another page asks.
    beside: Option<Beside>,
}

/// What follows a text that is being written, elsewhere on the page of its unit.
struct Beside {
    /// The text as readers see it, where that is shown.
    read: Option<Html>,
    /// The concepts of the glossary that the source speaks of, each with whether the text uses its terms;
    /// nothing where the text cannot be read.
    used: Vec<(String, bool)>,
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

/// What is found of a text, how long it is where that is bounded, and what its source speaks of.
type Judged<T> = (Vec<T>, Option<Length>, Vec<SpokenTerm>);

/// What would be wrong with the unit at a place if `text` were its target, and how long it would be where
/// that is bounded.
pub(crate) fn findings(
    room: &Room,
    opened: &Opened,
    at: usize,
    text: &str,
) -> Result<(Vec<Found>, Option<Length>), Failure> {
    let (found, length, _) = spoken_and_findings(room, opened, at, text)?;
    Ok((found, length))
}

/// The same with what the source speaks of; nothing of that where the text cannot be read.
fn spoken_and_findings(
    room: &Room,
    opened: &Opened,
    at: usize,
    text: &str,
) -> Result<Judged<Found>, Failure> {
    let nothing = (Vec::new(), None, Vec::new());
    let Some(status) = opened.units().get(at) else { return Ok(nothing) };
    let written = trimmed(opened, status, text)?;
    if written.is_empty() {
        let resource = opened.resource()?;
        let most = max_length(&opened.id, resource, &opened.locale, status);
        let given = status.given(resource);
        let spoken = spoken_terms(&resource.collection, &opened.locale, given, &[]);
        return Ok((Vec::new(), most.map(|most| Length { count: 0, most }), spoken));
    }
    let known = room.desk.known(opened.id.collection())?;
    let cut = text.find(written).unwrap_or(0);
    let (problems, length, spoken) = found(opened, &known, status, written);
    // What is told is where it stands in the text with its blanks.
    let moved = |it: Diagnostic| Diagnostic { span: it.span.start + cut..it.span.end + cut, ..it };
    let found = problems.into_iter().map(|it| one(&moved(it), text)).collect();
    Ok((found, length, spoken))
}

fn found(
    opened: &Opened,
    known: &Known,
    status: &hexapla_engine::UnitStatus,
    text: &str,
) -> Judged<Diagnostic> {
    let checked = check_draft(opened.snapshot(), known, (&opened.id, &opened.locale), status, text);
    match checked {
        Ok(Drafted { problems, length, spoken }) => {
            let length = length.map(|(count, most)| Length { count, most });
            (problems, length, spoken)
        }
        Err(error) => {
            let resource = opened.resource().ok();
            let resource = resource.filter(|_| matches!(error, DecideError::Merge { .. }));
            let mistake = resource.and_then(|it| mistake(it.collection.format, text));
            let message = mistake.as_ref().map_or_else(|| error.phrase(), |it| it.message.clone());
            let span = mistake.map_or(0..text.len(), |it| it.span);
            let problem = Diagnostic::error("syntax", span, message);
            (vec![Diagnostic { hint: error.hint(), ..problem }], None, Vec::new())
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
        let message = phrase!("another text begins here, where there is to be one");
        Some(Diagnostic::error("syntax", unit.span.clone(), message))
    };
    let found = read.diagnostics.into_iter().find(|it| it.severity == Severity::Error);
    let found = found.or_else(second)?;
    let (start, end) = (local(found.span.start), local(found.span.end));
    let place = LineIndex::new(text).position(start);
    let place = format!("{}:{}", place.line, place.column);
    let message = phrase!("{place}: {problem}", place, problem = found.message);
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
    let at = super::place(&opened, asked, &unit)?;
    let (found, length, spoken) = spoken_and_findings(room, &opened, at, &text)?;
    let said = said(room, &opened, &text)?;
    if asked.is_api {
        return Ok(Answer::Json(serde_json::json!({ "findings": found, "variants": said.first })));
    }
    let beside = asked.query.get("beside").map(|_| {
        let used = spoken.into_iter().map(|it| (it.entry.id, it.is_used)).collect();
        Ok::<_, Failure>(Beside { read: drafted(room, &opened, (at, &unit), &text)?, used })
    });
    let f = Frame::of(room, asked, "queue");
    Ok(Answer::Page(
        Findings {
            f,
            found,
            length,
            said,
            v: Tongues { locale: Tongue::of(&locale) },
            beside: beside.transpose()?,
        }
        .render()?,
    ))
}

/// What a message would say, for each way to choose among its variants.
pub(crate) fn said(room: &Room, opened: &Opened, text: &str) -> Result<Variants, Failure> {
    if opened.resource()?.collection.format != Format::Fluent {
        return Ok(Variants::default());
    }
    let others = room.desk.strings(opened.id.collection(), &opened.locale)?;
    Ok(variants(text, &others, &opened.locale))
}

/// What would be read if `text` were the target of the unit at a place; nothing where no marks are carried out.
pub(super) fn drafted(
    room: &Room,
    opened: &Opened,
    (at, unit): (usize, &UnitName),
    text: &str,
) -> Result<Option<Html>, Failure> {
    let resource = opened.resource()?;
    let format = resource.collection.format;
    let Some(status) = opened.units().get(at).filter(|_| format == Format::Markdown) else {
        return Ok(None);
    };
    let text = trimmed(opened, status, text)?;
    let there = resource.target_units(&opened.locale).get(status.target.clone());
    let kind = kind_of(resource, status, there.unwrap_or_default());
    let pictures = Pictures::of(&room.desk.standing().session, opened, at)?;
    let [_, images] = pictures.images(&opened.locale, unit);
    Ok(Some(Html::drafted(text, kind, format, &images)))
}
