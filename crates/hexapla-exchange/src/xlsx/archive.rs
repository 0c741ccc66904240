//! The archive that a spreadsheet is.

use std::fmt::Display;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::error::{ReadError, of_file};
use crate::limits::{MEMBERS, RATIO, UNPACKED};

/// What is small enough for its ratio not to matter, in bytes.
const SMALL: u64 = 1024 * 1024;

/// An archive of which not more is unpacked than the limits allow, whatever it says of itself.
pub(super) struct Archive<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        if archive.len() > MEMBERS {
            return Err(bomb(&format!("{} files, expected at most {MEMBERS}", archive.len())));
        }
        Ok(Self { archive, left: UNPACKED })
    }

    /// The text of a member, if there is one of that name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(number) = self.archive.index_for_name(name) else { return Ok(None) };
        let member = self.archive.by_index(number).map_err(|error| broken(&error))?;
        let packed = member.compressed_size();
        let limit = SMALL.max(packed.saturating_mul(RATIO)).min(self.left);
        let mut bytes = Vec::new();
        let read = member.take(limit + 1).read_to_end(&mut bytes);
        let size = read.map_err(|error| broken(&error))? as u64;
        if size > limit {
            let what = format!("`{name}`, {packed} bytes that unpack to more than {limit}");
            return Err(bomb(&what));
        }
        self.left -= size;
        let text = String::from_utf8(bytes);
        text.map(Some).map_err(|_| broken(&format!("`{name}` is not UTF-8")))
    }
}

/// A spreadsheet that cannot be read.
pub(super) fn broken(error: &dyn Display) -> ReadError {
    of_file(format!("not a whole spreadsheet: {error}"), "was it cut? fetch or save it again")
}

fn bomb(what: &str) -> ReadError {
    of_file(format!("a spreadsheet of {what}"), "export fewer resources at a time")
}
