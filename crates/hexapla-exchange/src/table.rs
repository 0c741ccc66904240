//! Segments as rows of a table, which CSV and spreadsheets share.
//!
//! The first row names the columns; when read they may stand in any order, with others between
//! them. The record is for the way back and has to come back whole.

use hexapla_model::{Locale, ResourceId, State};

use crate::error::Problem;
use crate::escape::{escape, is_xml, unescape};
use crate::exchange::{locale, resource};
use crate::notes;
use crate::record::{Record, Returned, Shown};
use crate::settle::Habit;
use crate::{Exchange, ExchangeFile, Segment, Text};

/// The columns in order; the last is followed by the locales of source and target.
pub(crate) const COLUMNS: [&str; 9] = [
    "resource",
    "unit",
    "source",
    "target",
    "state",
    "freshness",
    "previous source",
    "notes",
    "record",
];

/// Where a column stands in [`COLUMNS`].
pub(crate) const TARGET: usize = 3;
/// See [`TARGET`].
pub(crate) const STATE: usize = 4;
/// See [`TARGET`].
pub(crate) const RECORD: usize = 8;

/// How many columns are looked at.
pub(crate) const WIDEST: usize = 64;

/// A row.
pub(crate) type Row = [String; COLUMNS.len()];

/// The names of the columns.
pub(crate) fn head(exchange: &Exchange) -> Row {
    COLUMNS.map(|name| match name {
        "record" => format!("record {} {}", exchange.source, exchange.target),
        name => name.to_owned(),
    })
}

/// The rows of all segments, without characters that tables do not hold or change: CR is escaped,
/// since tools write it for a line end.
pub(crate) fn rows(exchange: &Exchange) -> impl Iterator<Item = Row> {
    let rows = exchange.files.iter().flat_map(|file| file.segments.iter().map(|it| row(file, it)));
    rows.map(|row| row.map(|text| escape(&text, |c| is_xml(c) && c != '\r').into_owned()))
}

/// The text of a cell.
pub(crate) fn cell_text(cell: &str) -> String {
    let lines = cell.replace("\r\n", "\n").replace('\r', "\n");
    unescape(&lines).into_owned()
}

fn row(file: &ExchangeFile, segment: &Segment) -> Row {
    let shown = Shown::of(segment);
    [
        file.resource.to_string(),
        segment.unit.clone(),
        shown.source.as_str().to_owned(),
        shown.target.map(|text| text.as_str().to_owned()).unwrap_or_default(),
        shown.mark.to_string(),
        segment.freshness.to_string(),
        shown.was.unwrap_or_default(),
        notes::lines(&segment.notes).collect::<Vec<_>>().join("\n"),
        format!("[{}]", shown.record.to_line()),
    ]
}

/// Where the columns of a table stand that is read.
pub(crate) struct Columns {
    pub(crate) places: [usize; COLUMNS.len()],
    pub(crate) source: Locale,
    pub(crate) target: Locale,
}

impl Columns {
    /// The columns that the first row names, which was read at `at`.
    pub(crate) fn of<'a>(names: impl Iterator<Item = &'a str>, at: usize) -> Result<Self, Problem> {
        let names: Vec<&str> = names.map(str::trim).take(WIDEST).collect();
        let mut places = [0; COLUMNS.len()];
        for (place, column) in places.iter_mut().zip(COLUMNS) {
            let named = |name: &&str| name.split(' ').next() == Some(column) || *name == column;
            *place = names.iter().position(named).ok_or_else(|| {
                let message = format!("no column `{column}` in the first row");
                Problem::new(at, message, "keep the first row as it was exported")
            })?;
        }
        let tags = names[places[RECORD]].split(' ').skip(1).collect::<Vec<_>>();
        let [source, target] = tags[..] else {
            let message = "expected the locales behind `record` in the first row";
            return Err(Problem::new(at, message, "keep the first row as it was exported"));
        };
        let (source, target) = (locale(source, at)?, locale(target, at)?);
        Ok(Self { places, source, target })
    }

    /// The segment of a row, which was read at `at`.
    pub(crate) fn segment(
        &self,
        row: &[String],
        at: usize,
    ) -> Result<(ResourceId, Segment), Problem> {
        let cell = |column: usize| row.get(self.places[column]).map_or("", String::as_str);
        let record = cell(RECORD).strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        let record = record.ok_or_else(|| {
            let message = "expected the whole record of the segment";
            Problem::new(at, message, "keep the column `record` as it was exported")
        })?;
        let notes = cell(7);
        let returned = Returned {
            unit: cell(1).to_owned(),
            source: Text::plain(cell(2)),
            target: Some(Text::plain(cell(TARGET))),
            was: Some(cell(6)).filter(|it| !it.is_empty()).map(str::to_owned),
            notes: notes::of_lines(notes.split('\n').filter(|_| !notes.is_empty())),
            record: Record::of_line(record, at)?,
            mark: mark(cell(STATE), at)?,
            habit: Habit::Leave,
        };
        Ok((resource(cell(0), at)?, returned.segment()))
    }
}

/// What a row is marked as, if it is.
fn mark(cell: &str, at: usize) -> Result<Option<State>, Problem> {
    let name = cell.trim().to_lowercase();
    let state = (!name.is_empty()).then(|| name.parse()).transpose();
    state.map_err(|error: hexapla_model::ParseStateError| {
        Problem::new(at, error.to_string(), "write one of these")
    })
}
