//! The page of coverage, and the same for programs and spreadsheets.

use askama::Template;
use serde_json::{Value, json};

use super::matrix::{Cell, Matrix, Row};
use super::order::{Column, Order};
use super::trend::{Trend, trends};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::emergency;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;

#[derive(Template)]
#[template(path = "coverage.html")]
struct Page<'a> {
    f: Frame<'a>,
    matrix: Matrix,
    order: Order,
    /// How many critical units are stale in some locale.
    critical: usize,
    trends: Vec<Trend>,
}

/// A cell with where it leads.
struct Shown<'a> {
    cell: &'a Cell,
    address: String,
}

impl Page<'_> {
    fn column(&self, at: &usize) -> Column {
        Column::Collection(*at)
    }

    fn shown<'a>(&self, row: &Row, at: &usize, cell: &'a Cell) -> Shown<'a> {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("collection", &self.matrix.collections[*at])
            .finish();
        Shown { cell, address: format!("/queue/{}?{query}", row.locale) }
    }
}

/// Coverage by locale and collection.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let f = Frame::of(room, asked, "coverage");
    let mut matrix = Matrix::of(&f.standing.picture, room.desk.now());
    let order = Order::read(asked.query.get("by").unwrap_or_default(), &matrix);
    order.sort(&mut matrix);
    let critical = emergency::stale(&f.standing.picture);
    let trends = trends(&f.standing.picture, room.desk.now());
    Ok(Answer::Page(Page { f, matrix, order, critical, trends }.render()?))
}

/// The same for programs.
pub(crate) fn list(room: &Room, _: &Asked) -> Result<Answer, Failure> {
    let matrix = Matrix::of(&room.desk.standing().picture, room.desk.now());
    let rows = rows(&matrix).map(|(locale, collection, cell)| {
        json!({
            "locale": locale,
            "collection": collection,
            "units": cell.total.units,
            "words": cell.total.words,
            "current": count(cell.current),
            "stale": count(cell.stale),
            "moved": count(cell.moved),
            "unverified": count(cell.unverified),
            "missing": count(cell.missing),
            "oldest_days": cell.oldest,
            "unknown_age": cell.unknown_age,
        })
    });
    Ok(Answer::Json(json!({ "rows": rows.collect::<Vec<Value>>() })))
}

fn count(count: hexapla_engine::Count) -> Value {
    json!({ "units": count.units, "words": count.words })
}

/// The same for spreadsheets (RFC 4180).
pub(crate) fn csv(room: &Room, _: &Asked) -> Result<Answer, Failure> {
    let matrix = Matrix::of(&room.desk.standing().picture, room.desk.now());
    let mut text = String::from(
        "locale,collection,units,words,current units,current words,stale units,stale words,moved \
         units,unverified units,missing units,missing words,oldest days,unknown age\r\n",
    );
    for (locale, collection, cell) in rows(&matrix) {
        let oldest = cell.oldest.map(|it| it.to_string()).unwrap_or_default();
        text.push_str(&format!(
            "{locale},{collection},{},{},{},{},{},{},{},{},{},{},{oldest},{}\r\n",
            cell.total.units,
            cell.total.words,
            cell.current.units,
            cell.current.words,
            cell.stale.units,
            cell.stale.words,
            cell.moved.units,
            cell.unverified.units,
            cell.missing.units,
            cell.missing.words,
            cell.unknown_age,
        ));
    }
    Ok(Answer::File("text/csv; charset=utf-8", Some("coverage.csv".to_owned()), text))
}

fn rows(matrix: &Matrix) -> impl Iterator<Item = (String, &str, &Cell)> {
    matrix.rows.iter().flat_map(|row| {
        matrix.collections.iter().zip(&row.cells).filter_map(|(collection, cell)| {
            Some((row.locale.to_string(), collection.as_str(), cell.as_ref()?))
        })
    })
}
