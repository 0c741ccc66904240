//! What people are working on.

use hexapla_model::{Handle, Locale, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use crate::accounts::active;
use crate::column::{parsed, time};
use crate::fault::Fault;
use crate::{Accounts, Error};

/// "I am working on it": nobody else may claim the unit until then, unless it is released. It keeps
/// people from doing the same work twice, and nobody from deciding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimOnUnit {
    /// The locale.
    pub locale: Locale,
    /// The address of the unit in it, such as `pages/get-help#title`.
    pub unit: String,
    /// Who works on it.
    pub by: Handle,
    /// Until when, unless it is claimed again before.
    pub until: Timestamp,
}

impl ClaimOnUnit {
    /// For how many seconds a claim holds: half an hour.
    pub const SECONDS: i64 = 30 * 60;

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            locale: parsed(row, "locale")?,
            unit: row.get("unit")?,
            by: parsed(row, "handle")?,
            until: time(row, "until")?,
        })
    }
}

impl Accounts {
    /// Claims a unit, or goes on with a claim of one's own.
    ///
    /// # Errors
    /// [`Error::Claimed`], where somebody else works on it; where there is no such account, or it is
    /// disabled.
    pub fn claim(
        &self,
        handle: &Handle,
        locale: &Locale,
        unit: &str,
        now: Timestamp,
    ) -> Result<ClaimOnUnit, Error> {
        self.file.write(|file| {
            active(file, handle)?;
            file.execute("DELETE FROM claim WHERE until <= ?1", [now.as_seconds()])?;
            let sql = "SELECT * FROM claim WHERE locale = ?1 AND unit = ?2";
            let held =
                file.query_row(sql, (locale.as_str(), unit), ClaimOnUnit::read).optional()?;
            if let Some(ClaimOnUnit { by, until, .. }) = held.filter(|it| it.by != *handle) {
                return Err(Error::Claimed { by, until }.into());
            }
            let until = Timestamp::from_seconds(now.as_seconds() + ClaimOnUnit::SECONDS);
            let sql = "INSERT OR REPLACE INTO claim VALUES (?1, ?2, ?3, ?4)";
            file.execute(sql, (locale.as_str(), unit, handle.as_str(), until.as_seconds()))?;
            let (locale, unit, by) = (locale.clone(), unit.to_owned(), handle.clone());
            Ok(ClaimOnUnit { locale, unit, by, until })
        })
    }

    /// Releases a claim of one's own; that of somebody else stays.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn release(&self, handle: &Handle, locale: &Locale, unit: &str) -> Result<(), Error> {
        self.file.write(|file| {
            let sql = "DELETE FROM claim WHERE locale = ?1 AND unit = ?2 AND handle = ?3";
            file.execute(sql, (locale.as_str(), unit, handle.as_str()))?;
            Ok(())
        })
    }

    /// What somebody works on, by locale and unit.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn claims_of(&self, handle: &Handle, now: Timestamp) -> Result<Vec<ClaimOnUnit>, Error> {
        self.file.read(|file| claims(file, "handle", &handle.as_str(), now))
    }

    /// When each claim ends that holds, earliest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn claims_end(&self, now: Timestamp) -> Result<Vec<Timestamp>, Error> {
        self.file.read(|file| {
            let sql = "SELECT DISTINCT until FROM claim WHERE until > ?1 ORDER BY until";
            let mut all = file.prepare(sql)?;
            let all = all.query_map([now.as_seconds()], |row| time(row, "until"))?;
            Ok(all.collect::<Result<_, _>>()?)
        })
    }

    /// What is worked on in a locale, by unit.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn claims_in(&self, locale: &Locale, now: Timestamp) -> Result<Vec<ClaimOnUnit>, Error> {
        self.file.read(|file| claims(file, "locale", &locale.as_str(), now))
    }
}

fn claims(
    file: &Connection,
    column: &'static str,
    value: &dyn ToSql,
    now: Timestamp,
) -> Result<Vec<ClaimOnUnit>, Fault> {
    let sql =
        format!("SELECT * FROM claim WHERE {column} = ?1 AND until > ?2 ORDER BY locale, unit");
    let mut all = file.prepare(&sql)?;
    let all = all.query_map((value, now.as_seconds()), ClaimOnUnit::read)?;
    Ok(all.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{at, handle, room};

    const UNIT: &str = "pages/get-help#title";

    fn es() -> Locale {
        "es".parse().expect("a locale")
    }

    #[test]
    fn a_claim_keeps_others_away_until_it_is_released_or_ends() {
        let (_folder, room) = room();
        let [mara, ines] = ["mara", "ines"].map(handle);
        let claim = room.claim(&mara, &es(), UNIT, at(0)).expect("free");
        assert_eq!(claim.until, at(1800));
        let error = room.claim(&ines, &es(), UNIT, at(1799)).expect_err("claimed");
        assert_eq!(error.to_string(), "`mara` is working on it until 1970-01-01T00:30:00Z");
        room.release(&ines, &es(), UNIT).expect("nothing");
        room.claim(&ines, &es(), UNIT, at(1799)).expect_err("still claimed");
        room.claim(&ines, &"de".parse().expect("a locale"), UNIT, at(0)).expect("elsewhere");
        room.claim(&ines, &es(), UNIT, at(1800)).expect("it ended");
        room.release(&ines, &es(), UNIT).expect("released");
        room.claim(&mara, &es(), UNIT, at(1801)).expect("released");
    }

    #[test]
    fn a_claim_is_renewed_and_listed() {
        let (_folder, room) = room();
        let mara = handle("mara");
        room.claim(&mara, &es(), "b", at(0)).expect("free");
        room.claim(&mara, &es(), "a", at(0)).expect("free");
        room.claim(&mara, &es(), "a", at(1000)).expect("one's own");
        let units = |all: Result<Vec<ClaimOnUnit>, Error>| {
            all.expect("read").into_iter().map(|it| it.unit).collect::<Vec<_>>()
        };
        assert_eq!(units(room.claims_of(&mara, at(1799))), ["a", "b"]);
        assert_eq!(units(room.claims_in(&es(), at(2000))), ["a"]);
        assert!(units(room.claims_of(&handle("ines"), at(0))).is_empty());
        assert_eq!(room.claims_end(at(0)).expect("read"), [at(1800), at(2800)]);
        assert_eq!(room.claims_end(at(1800)).expect("read"), [at(2800)]);
        room.disable(&mara, at(2000)).expect("disabled");
        assert!(units(room.claims_in(&es(), at(2000))).is_empty());
    }
}
