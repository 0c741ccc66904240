//! What stops work on the file.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::Error;

/// What stops work on the file: something that the room forbids, or SQLite.
pub(crate) enum Fault {
    Forbidden(Error),
    Sqlite(rusqlite::Error),
}

impl Fault {
    /// As it is told of the file.
    pub(crate) fn at(self, path: &Path) -> Error {
        let (path, error) = match self {
            Self::Forbidden(error) => return error,
            Self::Sqlite(error) => (path.to_owned(), error),
        };
        let reason = error.to_string();
        match error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => Error::Damaged { path, reason },
            error => match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                    Error::Damaged { path, reason }
                }
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy(path),
                _ => Error::Sqlite { path, reason },
            },
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Forbidden(error)
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}
