//! Why something could not be read or written.

use std::fmt;

use hexapla_model::{LineIndex, Position};

use crate::limits;

/// Where in a file something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A line and column of its text.
    Text(Position),
    /// A cell of a spreadsheet (`C12`), or a sheet as a whole.
    Cell(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str("file"),
            Self::Text(position) => position.fmt(f),
            Self::Cell(cell) => f.write_str(cell),
        }
    }
}

/// Why a file could not be read. Nothing of it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct ReadError {
    /// Where.
    pub place: Place,
    /// What was found and what was expected: a lowercase fragment with no full stop.
    pub message: String,
    /// The next step.
    pub hint: String,
}

/// Why a value cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// A text does not fit into a cell.
    #[error("the {column} of `{address}` is longer than a cell of a spreadsheet may be")]
    CellTooLong {
        /// The unit's address.
        address: String,
        /// The column's name.
        column: String,
    },
    /// More segments than a sheet has rows.
    #[error("{0} segments are more than a sheet has rows")]
    TooManyRows(usize),
    /// The writer of spreadsheets refuses.
    #[error("the spreadsheet cannot be written: {0}")]
    Spreadsheet(String),
}

/// Why a text could not be read, with its place in bytes.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) at: usize,
    pub(crate) message: String,
    pub(crate) hint: String,
}

impl Problem {
    /// A problem at byte `at`.
    pub(crate) fn new(at: usize, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { at, message: message.into(), hint: hint.into() }
    }

    /// The same with line and column.
    pub(crate) fn located(self, text: &str) -> ReadError {
        let place = Place::Text(LineIndex::new(text).position(self.at));
        ReadError { place, message: self.message, hint: self.hint }
    }

    /// The same in a cell.
    pub(crate) fn in_cell(self, cell: String) -> ReadError {
        ReadError { place: Place::Cell(cell), message: self.message, hint: self.hint }
    }
}

impl From<hexapla_xml::Problem> for Problem {
    fn from(it: hexapla_xml::Problem) -> Self {
        Self::new(it.at, it.message, it.hint)
    }
}

/// Takes the length of a text that is read at byte `at` from what may yet be read.
pub(crate) fn spend(left: &mut usize, length: usize, at: usize) -> Result<(), Problem> {
    *left = left.checked_sub(length).ok_or_else(|| {
        let message = format!("more than {} bytes of text in all", limits::TEXT);
        Problem::new(at, message, "export fewer resources at a time")
    })?;
    Ok(())
}

/// A problem of the whole file.
pub(crate) fn of_file(message: impl Into<String>, hint: impl Into<String>) -> ReadError {
    ReadError { place: Place::File, message: message.into(), hint: hint.into() }
}

pub(crate) fn unknown_format() -> ReadError {
    of_file(
        "neither XLIFF, PO, TMX, CSV nor XLSX as it is exported",
        "name the format, or import the file that was exported",
    )
}

pub(crate) fn too_large(bytes: usize) -> ReadError {
    of_file(
        format!("{bytes} bytes, expected at most {}", limits::BYTES),
        "export fewer resources at a time",
    )
}

/// The bytes as text, without a byte order mark.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(of_file("UTF-16, expected UTF-8", "save the file as UTF-8"));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| ReadError {
        place: Place::Text(LineIndex::new(bytes).position(error.valid_up_to())),
        message: "expected UTF-8".to_owned(),
        hint: "save the file as UTF-8".to_owned(),
    })
}
