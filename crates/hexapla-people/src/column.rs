//! What stands in a column.

use std::error::Error;
use std::str::FromStr;

use hexapla_model::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Result, Row};

/// A text that is read as something.
pub(crate) fn parsed<T>(row: &Row<'_>, column: &str) -> Result<T>
where
    T: FromStr<Err: Error + Send + Sync + 'static>,
{
    parse(row, column, &row.get::<_, String>(column)?)
}

/// Several of them, with spaces between.
pub(crate) fn several<T, C>(row: &Row<'_>, column: &str) -> Result<C>
where
    T: FromStr<Err: Error + Send + Sync + 'static>,
    C: FromIterator<T>,
{
    let text: String = row.get(column)?;
    text.split_whitespace().map(|it| parse(row, column, it)).collect()
}

/// A moment.
pub(crate) fn time(row: &Row<'_>, column: &str) -> Result<Timestamp> {
    row.get(column).map(Timestamp::from_seconds)
}

/// What [`several`] reads.
pub(crate) fn joined<T: ToString>(all: impl IntoIterator<Item = T>) -> String {
    all.into_iter().map(|it| it.to_string()).collect::<Vec<_>>().join(" ")
}

fn parse<T>(row: &Row<'_>, column: &str, text: &str) -> Result<T>
where
    T: FromStr<Err: Error + Send + Sync + 'static>,
{
    let index = row.as_ref().column_index(column)?;
    text.parse().map_err(|error: T::Err| {
        rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
    })
}
