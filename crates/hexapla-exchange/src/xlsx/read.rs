//! Reading spreadsheets.
//!
//! The reader is our own: it reads cell by cell whatever the bytes are, and refuses a number where
//! text has to be. A spreadsheet that takes `0800 111` for a number has lost its zeros already.

use super::book::{self, Book, in_part};
use crate::Exchange;
use crate::error::{Problem, ReadError, of_file, spend};
use crate::exchange::Collector;
use crate::limits;
use crate::table::{Columns, WIDEST, cell_text};
use crate::xml::{Document, Element, Step};

/// A cell: its text, or why it has none.
type Cell = Result<String, &'static str>;

/// The exchange of the first sheet.
pub(crate) fn read(bytes: &[u8]) -> Result<Exchange, ReadError> {
    let Book { sheet, texts } = book::open(bytes)?;
    let mut document = in_part(Document::open(&sheet))?;
    let mut rows = Rows { columns: None, segments: Collector::new(), left: limits::TEXT };
    let mut number = 0;
    let mut row: Vec<Cell> = Vec::new();
    while let Some(step) = in_part(document.next())? {
        match step {
            Step::Open(element) if element.name == "row" => {
                number =
                    element.attribute("r").and_then(|it| it.parse().ok()).unwrap_or(number + 1);
                row.clear();
            }
            Step::Open(element) if element.name == "c" => {
                let element = in_part(document.subtree(element))?;
                let column = element.attribute("r").and_then(column).unwrap_or(row.len());
                if column < WIDEST {
                    row.resize(row.len().max(column + 1), Ok(String::new()));
                    row[column] = cell(&element, &texts);
                }
            }
            Step::Close(_, name) if name == "row" => rows.add(&row, number)?,
            _ => {}
        }
    }
    rows.done()
}

struct Rows {
    columns: Option<Columns>,
    segments: Collector,
    /// How many bytes of text may yet be read.
    left: usize,
}

impl Rows {
    /// Takes in a row; one that is empty is nothing.
    fn add(&mut self, row: &[Cell], number: u64) -> Result<(), ReadError> {
        let length = row.iter().flatten().map(String::len).sum();
        let in_row = |problem: Problem| problem.in_cell(name(0, number));
        spend(&mut self.left, length, 0).map_err(in_row)?;
        let texts: Vec<String> = row.iter().map(|it| it.clone().unwrap_or_default()).collect();
        if row.iter().all(|it| it.as_deref() == Ok("")) {
            return Ok(());
        }
        match &self.columns {
            None => {
                let names = texts.iter().map(String::as_str);
                self.columns = Some(Columns::of(names, 0).map_err(in_row)?);
            }
            Some(columns) => {
                let bad = |&at: &usize| row.get(at).is_some_and(Result::is_err);
                if let Some(at) = columns.places.iter().copied().find(bad) {
                    let message = row[at].clone().err().unwrap_or_default();
                    let hint = "format the cell as text, and type it again";
                    return Err(Problem::new(0, message, hint).in_cell(name(at, number)));
                }
                let (resource, segment) = columns.segment(&texts, 0).map_err(in_row)?;
                self.segments.add(0, resource, segment).map_err(in_row)?;
            }
        }
        Ok(())
    }

    fn done(self) -> Result<Exchange, ReadError> {
        let columns = self.columns.ok_or_else(|| {
            of_file("an empty sheet, expected a table", "import a file that was exported")
        })?;
        Ok(self.segments.done(columns.source, columns.target).flattened())
    }
}

/// What a cell says.
fn cell(cell: &Element, texts: &[String]) -> Cell {
    let part = |name: &str| cell.elements().find(|it| it.name == name);
    let value = part("v").map(Element::text).unwrap_or_default();
    let text = match cell.attribute("t").unwrap_or("n") {
        "s" => value.parse().ok().and_then(|at: usize| texts.get(at)).cloned(),
        "inlineStr" => part("is").map(book::text),
        "str" => Some(book::unescaped(&value)),
        "n" if value.is_empty() => Some(String::new()),
        "n" => return Err("a number or a date, expected text"),
        "b" => return Err("a truth value, expected text"),
        _ => return Err("a formula that failed, expected text"),
    };
    text.map(|it| cell_text(&it)).ok_or("a cell whose text is nowhere")
}

/// The column of a cell's name, from 0.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).take(4);
    let number = letters.fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1)
}

/// The name of a cell (`C12`), of a column from 0 below [`WIDEST`] and a row from 1.
fn name(column: usize, row: u64) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    match column / 26 {
        0 => format!("{}{row}", letter(column)),
        high => format!("{}{}{row}", letter(high - 1), letter(column)),
    }
}
