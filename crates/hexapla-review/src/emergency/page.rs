//! The page of a critical unit in all locales, and the list of all such units.

use askama::Template;
use hexapla_model::phrase;
use serde_json::json;

use super::list::{Line, lines};
use super::row::{Row, rows};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::UnitName;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;
use crate::settle::Settled;
use crate::unit::{View, named};
use crate::words::Words;

#[derive(Template)]
#[template(path = "emergency.html")]
struct Page<'a> {
    f: Frame<'a>,
    unit: UnitName,
    rows: Vec<Row>,
    /// The text that the visitor had accepted last.
    settled: Option<Settled>,
}

#[derive(Template)]
#[template(path = "emergencies.html")]
struct List<'a> {
    f: Frame<'a>,
    open: Vec<Line>,
    settled: Vec<Line>,
}

impl Page<'_> {
    /// The locale in which the most is told of the source.
    fn told(&self) -> Option<&View> {
        told(&self.rows)
    }

    /// The text that the visitor had accepted last, where that was here in a locale.
    fn settled_in(&self, locale: &str) -> Option<&Settled> {
        let is_it = |it: &&Settled| it.unit == self.unit && it.locale.as_str() == locale;
        self.settled.as_ref().filter(is_it)
    }
}

/// A critical unit in all locales or, where none is named, all such units.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let f = Frame::of(room, asked, "coverage");
    if asked.query.get("unit").is_none() {
        let (open, settled) = all(room)?;
        return Ok(Answer::Page(List { f, open, settled }.render()?));
    }
    let (unit, mut rows) = match named_rows(room, asked, &f.t) {
        Err(missing) if missing.status == 404 => {
            return moved(room, &named(asked)?)?.ok_or(missing);
        }
        given => given?,
    };
    room.credit(rows.iter_mut().flat_map(|it| it.v.revisions()));
    Ok(Answer::Page(Page { settled: room.acts.settled(&asked.visit()), f, unit, rows }.render()?))
}

/// The way to what has become of a unit, where that is known in some locale.
fn moved(room: &Room, unit: &UnitName) -> Result<Option<Answer>, Failure> {
    let everywhere = room.desk.everywhere(&unit.resource)?;
    let Ok(resource) = everywhere.resource() else { return Ok(None) };
    if !resource.collection.is_critical() || everywhere.place(unit).is_ok() {
        return Ok(None);
    }
    let now = resource.collection.locales.iter().find_map(|locale| {
        let opened = everywhere.locale(locale);
        let now = opened.names().ok()?.into_iter().nth(opened.trace(unit).ok()?)?;
        everywhere.place(&now).is_ok().then_some(now)
    });
    Ok(now.map(|it| Answer::go(super::address(&it))))
}

/// The same for programs.
pub(crate) fn list(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    if asked.query.get("unit").is_none() {
        let (open, settled) = all(room)?;
        let record = |lines: &[Line]| lines.iter().map(Line::record).collect::<Vec<_>>();
        return Ok(Answer::Json(json!({ "open": record(&open), "settled": record(&settled) })));
    }
    let (unit, rows) = named_rows(room, asked, &Words::of(asked.language))?;
    let told = told(&rows);
    Ok(Answer::Json(json!({
        "unit": unit.to_string(),
        "source": told.map(|it| &it.source_text),
        "source_locale": told.map(|it| &it.source.tag),
        "source_marked": told.map(|it| &it.now),
        "source_before_marked": told.map(|it| &it.before),
        "changed_at": told.and_then(|it| it.since).map(|it| it.to_string()),
        "change": told.and_then(|it| it.class),
        "locales": rows.iter().map(Row::record).collect::<Vec<_>>(),
    })))
}

/// The critical units, those that wait for somebody apart from the others.
fn all(room: &Room) -> Result<(Vec<Line>, Vec<Line>), Failure> {
    let lines = lines(room, &room.desk.standing().picture)?;
    Ok(lines.into_iter().partition(|it| !it.open.is_empty()))
}

/// The critical unit that a request is about, in each locale.
///
/// # Errors
/// Where there is no such unit, or a mistake in it does no harm.
fn named_rows(room: &Room, asked: &Asked, t: &Words) -> Result<(UnitName, Vec<Row>), Failure> {
    let unit = named(asked)?;
    let everywhere = room.desk.everywhere(&unit.resource)?;
    if !everywhere.resource()?.collection.is_critical() {
        let message = phrase!("`{unit}` is no critical unit", unit = unit.to_string());
        let hint = phrase!("its workflow asks for one person, and not every text of it is kept");
        return Err(Failure::not_found(message).with_hint(hint));
    }
    let place = everywhere.place(&unit)?;
    let rows = rows(room, &everywhere, (&unit, place), (&asked.visitor, t))?;
    Ok((unit, rows))
}

/// The locale in which the most is told of the source: where it is known what it was.
fn told(rows: &[Row]) -> Option<&View> {
    let changed = rows.iter().map(|it| &it.v).find(|it| it.has_changed());
    changed.or(rows.first().map(|it| &it.v))
}
