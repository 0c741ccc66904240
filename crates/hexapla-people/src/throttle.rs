//! How fast passwords may be guessed.

use hexapla_model::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension};
use sha2::Sha256;

use crate::Error;
use crate::fault::Fault;

/// How many may be wrong before the first wait.
const FREE: u32 = 5;
/// The longest wait, in seconds.
const MOST: u32 = 15 * 60;
/// After how many seconds without another wrong one all is forgotten.
const FORGOTTEN: i64 = 24 * 60 * 60;

/// Whose wrong passwords are counted: a handle's, or those of a caller. Kept is only a hash under the
/// room's secret, so the file does not tell from where somebody came.
pub(crate) struct Throttle([u8; 32]);

impl Throttle {
    pub(crate) fn of_handle(secret: &[u8], handle: &str) -> Self {
        Self(mac(secret, &[b"handle ", handle.as_bytes()]))
    }

    pub(crate) fn of_caller(secret: &[u8], caller: &str) -> Self {
        Self(mac(secret, &[b"caller ", caller.as_bytes()]))
    }

    /// Wrong tokens of programs are counted apart from wrong passwords.
    pub(crate) fn of_program(secret: &[u8], caller: &str) -> Self {
        Self(mac(secret, &[b"program ", caller.as_bytes()]))
    }

    /// Counts one more as wrong, or refuses it for now.
    pub(crate) fn admit(&self, file: &Connection, now: Timestamp) -> Result<(), Fault> {
        let now = now.as_seconds();
        file.execute("DELETE FROM throttle WHERE last < ?1", [now.saturating_sub(FORGOTTEN)])?;
        let sql = "SELECT failures, last FROM throttle WHERE key = ?1";
        let before = file.query_row(sql, [self.0], |row| Ok((row.get(0)?, row.get(1)?)));
        let (failures, last) = before.optional()?.unwrap_or((0, now));
        match left(failures, now.saturating_sub(last)) {
            0 => {
                let sql = "INSERT INTO throttle VALUES (?1, 1, ?2) ON CONFLICT (key)
                    DO UPDATE SET failures = failures + 1, last = excluded.last";
                file.execute(sql, (self.0, now))?;
                Ok(())
            }
            seconds => Err(Error::Wait(seconds).into()),
        }
    }

    /// Counts nothing any more.
    pub(crate) fn forget(&self, file: &Connection) -> Result<(), Fault> {
        file.execute("DELETE FROM throttle WHERE key = ?1", [self.0])?;
        Ok(())
    }

    /// Counts one less, which was right. Those of before still count, or who has an account could
    /// guess at others in between.
    pub(crate) fn take_back(&self, file: &Connection) -> Result<(), Fault> {
        let sql = "UPDATE throttle SET failures = max(failures - 1, 0) WHERE key = ?1";
        file.execute(sql, [self.0])?;
        Ok(())
    }
}

/// HMAC-SHA-256 of parts that are told apart by their first.
pub(crate) fn mac(secret: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of any length");
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// How many seconds are left of the wait after so many wrong ones, so long after the last. Where the
/// clock went back, it is as if that were just now.
fn left(failures: u32, since: i64) -> u32 {
    let Some(over) = failures.checked_sub(FREE) else { return 0 };
    let wait = 1_u32.checked_shl(over).unwrap_or(MOST).min(MOST);
    wait.saturating_sub(u32::try_from(since.max(0)).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{at, handle, room, wrong};

    #[test]
    fn waits_double_from_a_second_to_a_quarter_of_an_hour() {
        let waits: Vec<u32> = (0..17).map(|failures| left(failures, 0)).collect();
        let expected = [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900];
        assert_eq!(waits, expected);
        assert_eq!(left(u32::MAX, 0), MOST);
        assert_eq!(left(8, 3), 5);
        assert_eq!(left(8, 8), 0);
        assert_eq!(left(8, -1_000_000), 8);
    }

    #[test]
    fn a_handle_is_guessed_at_slowly_from_wherever() {
        let (_folder, room) = room();
        for caller in 0..5 {
            wrong(&room, "mara", &caller.to_string(), 0);
        }
        for name in ["mara", "nobody"] {
            for caller in 0..5 {
                let _ = room.verify(&handle(name), "x", &format!("{name} {caller}"), at(0));
            }
            let error = room.verify(&handle(name), "correct horse mara", "new", at(0));
            let error = error.expect_err("too many");
            assert_eq!(
                error.to_string(),
                "too many wrong passwords: wait 1 second before the next"
            );
        }
        room.verify(&handle("mara"), "correct horse mara", "new", at(1)).expect("after the wait");
        wrong(&room, "mara", "new", 1);
    }

    #[test]
    fn a_caller_guesses_slowly_at_whomever_and_an_own_account_does_not_help() {
        let (_folder, room) = room();
        for name in ["a", "b", "c", "d", "e"] {
            wrong(&room, name, "192.0.2.7", 0);
            if name != "e" {
                room.verify(&handle("mara"), "correct horse mara", "192.0.2.7", at(0)).expect("in");
            }
        }
        let refused = room.verify(&handle("f"), "x", "192.0.2.7", at(0));
        assert!(matches!(refused, Err(Error::Wait(1))));
        wrong(&room, "f", "192.0.2.8", 0);
        wrong(&room, "f", "192.0.2.7", 1);
        assert!(matches!(room.verify(&handle("f"), "x", "192.0.2.7", at(1)), Err(Error::Wait(2))));
        wrong(&room, "f", "192.0.2.7", 1 + FORGOTTEN + 1);
        wrong(&room, "f", "192.0.2.7", 1 + FORGOTTEN + 1);
    }

    /// All are counted before the first is known to be wrong.
    #[test]
    fn many_at_once_are_no_way_around() {
        let (_folder, room) = room();
        let tried = std::thread::scope(|scope| {
            let all: Vec<_> = (0..20)
                .map(|caller| {
                    let room = &room;
                    scope.spawn(move || {
                        room.verify(&handle("mara"), "wrong", &caller.to_string(), at(0))
                    })
                })
                .collect();
            let ended = all.into_iter().map(|it| it.join().expect("no panic"));
            ended.filter(|it| matches!(it, Err(Error::Wrong))).count()
        });
        assert_eq!(tried, 5);
    }
}
