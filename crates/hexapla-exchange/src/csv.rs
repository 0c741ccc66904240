//! CSV by RFC 4180: UTF-8 with the byte order mark by which Excel knows it, CRLF line ends.
//!
//! A cell that a spreadsheet would take for a formula has an apostrophe before it, which reading
//! takes away. Files with semicolons or tabs between the cells, as Excel saves them in many
//! countries, are read too.

use std::borrow::Cow;

use ::csv::{Position, ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use crate::error::Problem;
use crate::exchange::Collector;
use crate::table::{self, Columns, cell_text};
use crate::{Exchange, WriteError};

/// What spreadsheets take a formula to begin with, and what they pass over before one.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The table of an exchange.
pub(crate) fn write(exchange: &Exchange) -> Result<Vec<u8>, WriteError> {
    let out = "\u{feff}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    let failed = |error: &dyn std::fmt::Display| WriteError::Spreadsheet(error.to_string());
    for row in std::iter::once(table::head(exchange)).chain(table::rows(exchange)) {
        let cells = row.iter().map(|cell| guarded(cell).into_owned());
        writer.write_record(cells).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// The exchange of a table.
pub(crate) fn read(text: &str) -> Result<Exchange, Problem> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut columns: Option<Columns> = None;
    let mut segments = Collector::new();
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| syntax(text, &error))? {
        let at = record.position().map_or(0, |it| place(text, it));
        match &columns {
            None => columns = Some(Columns::of(record.iter(), at)?),
            Some(columns) => {
                let row: Vec<String> = record.iter().map(|it| cell_text(bare(it))).collect();
                let (resource, segment) = columns.segment(&row, at)?;
                segments.add(at, resource, segment)?;
            }
        }
    }
    let columns = columns.ok_or_else(|| {
        Problem::new(0, "an empty file, expected a table", "import a file that was exported")
    })?;
    Ok(segments.done(columns.source, columns.target).flattened())
}

/// What stands between the cells of the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |c: u8| first.bytes().filter(|it| *it == c).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|c| (count(*c), *c == b',')).unwrap_or(b',')
}

/// Where a record begins: behind the line end that is left of the one before.
fn place(text: &str, position: &Position) -> usize {
    let at = usize::try_from(position.byte()).unwrap_or_default().min(text.len());
    let rest = text.as_bytes()[at..].iter();
    at + rest.take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

fn syntax(text: &str, error: &::csv::Error) -> Problem {
    let at = error.position().map_or(0, |it| place(text, it));
    let message = match error.kind() {
        ::csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells in a row, expected {expected_len}")
        }
        _ => error.to_string(),
    };
    Problem::new(at, message, "is the file whole? save it as CSV (UTF-8) again")
}

/// Whether a spreadsheet would take the cell for a formula, or for one that is guarded.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_formula(cell)).unwrap_or(cell)
}
