//! The page of a critical unit in all locales, and the list of all such units.

use askama::Template;

use super::list::{Line, lines};
use super::row::{Row, rows};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::desk::UnitName;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;
use crate::unit::{View, named};

#[derive(Template)]
#[template(path = "emergency.html")]
struct Page<'a> {
    f: Frame<'a>,
    unit: UnitName,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "emergencies.html")]
struct List<'a> {
    f: Frame<'a>,
    open: Vec<Line>,
    settled: Vec<Line>,
}

impl Page<'_> {
    /// The locale in which the most is told of the source: where it is known what it was.
    fn told(&self) -> Option<&View> {
        let changed = self.rows.iter().map(|it| &it.v).find(|it| it.has_changed());
        changed.or(self.rows.first().map(|it| &it.v))
    }
}

/// A critical unit in all locales or, where none is named, all such units.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let f = Frame::of(room, asked, "coverage");
    if asked.query.get("unit").is_none() {
        let lines = lines(room, &f.standing.picture)?;
        let (open, settled) = lines.into_iter().partition(|it| !it.open.is_empty());
        return Ok(Answer::Page(List { f, open, settled }.render()?));
    }
    let unit = named(asked)?;
    let everywhere = room.desk.everywhere(&unit.resource)?;
    if !everywhere.resource()?.collection.is_critical() {
        return Err(Failure::not_found(format!("`{unit}` is no critical unit"))
            .with_hint("its workflow asks for one person, and not every text of it is kept"));
    }
    let place = everywhere.place(&unit)?;
    let rows = rows(room, &everywhere, (&unit, place), &asked.visitor)?;
    Ok(Answer::Page(Page { f, unit, rows }.render()?))
}
