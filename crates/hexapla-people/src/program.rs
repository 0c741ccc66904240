//! Tokens of programs.

use hexapla_model::{Handle, Timestamp};
use rusqlite::{OptionalExtension, Row};

use crate::accounts::{active, shown};
use crate::column::{parsed, time};
use crate::throttle::Throttle;
use crate::{Account, Accounts, Error, Token};

const DAY: i64 = 24 * 60 * 60;

/// What lets a program do what an account may, or only read what it may see. It shows a [`Token`] for
/// that, and needs no password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramToken {
    /// Whose; it can do no more than they may when it is shown.
    pub handle: Handle,
    /// What its owner calls it; each of theirs by another name.
    pub name: String,
    /// Whether it only reads.
    pub reads_only: bool,
    /// When it was made.
    pub created: Timestamp,
    /// From when on it is not good any more; nothing where it does not end by itself.
    pub expires: Option<Timestamp>,
    /// The day on which it was last shown, where it ever was.
    pub used: Option<Timestamp>,
}

impl ProgramToken {
    /// For how many days one is good, unless something else is said: a year.
    pub const DAYS: u32 = 365;
    /// The most days that one may be said to be good for.
    pub const LONGEST: u32 = 3650;
    /// How many an account may have.
    pub const MOST: u32 = 100;

    /// A token that only reads, for a year.
    pub fn new(handle: &Handle, name: &str, now: Timestamp) -> Self {
        Self {
            handle: handle.clone(),
            name: name.to_owned(),
            reads_only: true,
            created: now,
            expires: Some(now.plus_days(Self::DAYS)),
            used: None,
        }
    }

    /// Whether it is still good by itself.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.expires.is_none_or(|it| it > now)
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let moment =
            |name: &str| row.get::<_, Option<i64>>(name).map(|it| it.map(Timestamp::from_seconds));
        Ok(Self {
            handle: parsed(row, "handle")?,
            name: row.get("name")?,
            reads_only: row.get("reads")?,
            created: time(row, "created")?,
            expires: moment("expires")?,
            used: moment("used")?,
        })
    }
}

impl Accounts {
    /// Makes a token of a program. It cannot be shown again. One of the same name that has expired makes
    /// room for it.
    ///
    /// # Errors
    /// Where there is no such account, or it is disabled; where it has one of that name, or too many; where
    /// the name cannot be shown.
    pub fn add_token(&self, made: &ProgramToken) -> Result<Token, Error> {
        let (token, name) = (Token::draw()?, shown(&made.name)?);
        let (handle, now) = (made.handle.as_str(), made.created.as_seconds());
        self.file.write(|file| {
            active(file, &made.handle)?;
            let sql = "DELETE FROM program WHERE handle = ?1 AND name = ?2 AND expires <= ?3";
            file.execute(sql, (handle, &name, now))?;
            let sql = "SELECT count(*), coalesce(max(name = ?2), 0) FROM program WHERE handle = ?1";
            let (many, taken): (u32, bool) =
                file.query_row(sql, (handle, &name), |row| Ok((row.get(0)?, row.get(1)?)))?;
            match () {
                () if taken => return Err(Error::TokenTaken(name.clone()).into()),
                () if many >= ProgramToken::MOST => return Err(Error::ManyTokens.into()),
                () => {}
            }
            let sql = "INSERT INTO program VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL)";
            let expires = made.expires.map(Timestamp::as_seconds);
            file.execute(sql, (token.hash(), handle, &name, made.reads_only, now, expires))?;
            Ok(())
        })?;
        Ok(token)
    }

    /// Every token of every program, or of those of one account, by handle and name; those too that have
    /// expired.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn tokens(&self, of: Option<&Handle>) -> Result<Vec<ProgramToken>, Error> {
        self.file.read(|file| {
            let sql = "SELECT * FROM program WHERE ?1 IS NULL OR handle = ?1 ORDER BY handle, name";
            let mut all = file.prepare(sql)?;
            let all = all.query_map([of.map(Handle::as_str)], ProgramToken::read)?;
            Ok(all.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Removes a token of a program, which is good no more.
    ///
    /// # Errors
    /// [`Error::NoToken`], where the account has none of that name.
    pub fn remove_token(&self, handle: &Handle, name: &str) -> Result<(), Error> {
        self.file.write(|file| {
            let sql = "DELETE FROM program WHERE handle = ?1 AND name = ?2";
            match file.execute(sql, (handle.as_str(), name.trim()))? {
                0 => Err(Error::NoToken.into()),
                _ => Ok(()),
            }
        })
    }

    /// The account of a token that a program shows, and the token. `caller` tells where it comes from, such
    /// as an address: after five wrong ones from there it is told to wait, as with wrong passwords. A right
    /// one is never kept waiting, since nobody guesses 256 bits, and many programs may share an address.
    ///
    /// # Errors
    /// [`Error::WrongToken`], where it was never made, was removed, has expired, or its account is disabled;
    /// [`Error::WaitWithToken`].
    pub fn by_token(
        &self,
        text: &str,
        caller: &str,
        now: Timestamp,
    ) -> Result<(Account, ProgramToken), Error> {
        let seconds = now.as_seconds();
        let token = Token::of_program(text).ok();
        let found = token.as_ref().map(|token| {
            self.file.read(|file| {
                let sql = "SELECT account.* FROM program JOIN account USING (handle)
                    WHERE token = ?1 AND (expires IS NULL OR expires > ?2) AND disabled IS NULL";
                let account = file.query_row(sql, (token.hash(), seconds), Account::read);
                let sql = "SELECT * FROM program WHERE token = ?1";
                let shown = file.query_row(sql, [token.hash()], ProgramToken::read);
                Ok(account.optional()?.zip(shown.optional()?))
            })
        });
        let Some((account, shown)) = found.transpose()?.flatten() else {
            let of_caller = Throttle::of_program(self.file.secret(), caller);
            return Err(match self.file.write(|file| of_caller.admit(file, now)) {
                Ok(()) => Error::WrongToken,
                Err(Error::Wait(seconds)) => Error::WaitWithToken(seconds),
                Err(error) => error,
            });
        };
        let day = seconds - seconds.rem_euclid(DAY);
        if let Some(token) = token.filter(|_| shown.used.is_none_or(|it| it.as_seconds() < day)) {
            self.file.write(|file| {
                let sql = "UPDATE program SET used = ?2 WHERE token = ?1";
                Ok(file.execute(sql, (token.hash(), day))?)
            })?;
        }
        Ok((account, shown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{at, handle, password, rights, room};

    fn of_mara(name: &str) -> ProgramToken {
        ProgramToken::new(&handle("mara"), name, at(0))
    }

    fn made(room: &Accounts, token: &ProgramToken) -> String {
        room.add_token(token).expect("made").program_secret().reveal().to_owned()
    }

    fn ask(room: &Accounts, text: &str, seconds: i64) -> Result<(Account, ProgramToken), Error> {
        room.by_token(text, "192.0.2.7", at(seconds))
    }

    #[test]
    fn a_token_is_its_accounts_with_the_rights_of_now() {
        let (_folder, room) = room();
        let ci = ProgramToken { reads_only: false, ..of_mara(" CI ") };
        let text = made(&room, &ci);
        assert!(text.starts_with("hxp_") && text.len() == 47, "a form that scanners know");
        let (account, shown) = ask(&room, &text, 1).expect("known");
        assert_eq!(
            (account.handle, account.rights),
            (ci.handle.clone(), rights("translator reviewer", "es"))
        );
        assert_eq!(shown, ProgramToken { name: "CI".to_owned(), ..ci });
        room.change_rights(&handle("mara"), &rights("viewer", "")).expect("changed");
        assert_eq!(ask(&room, &text, 2).expect("known").0.rights, rights("viewer", ""));
        room.set_password(&handle("mara"), &password("other")).expect("set");
        ask(&room, &text, 3).expect("another password leaves it");
    }

    #[test]
    fn a_token_ends_by_date_by_removal_and_with_its_account() {
        let (_folder, room) = room();
        let mara = handle("mara");
        let year = i64::from(ProgramToken::DAYS) * DAY;
        let text = made(&room, &of_mara("a"));
        ask(&room, &text, year - 1).expect("still good");
        assert!(matches!(ask(&room, &text, year), Err(Error::WrongToken)));
        assert!(!room.tokens(Some(&mara)).expect("read")[0].holds(at(year)));
        // Another of that name takes the place of what has expired.
        let later = ProgramToken { expires: None, created: at(year), ..of_mara("a") };
        let forever = made(&room, &later);
        ask(&room, &forever, 100 * year).expect("without an end");
        assert!(matches!(room.add_token(&later), Err(Error::TokenTaken(_))));
        room.remove_token(&mara, "a").expect("removed");
        assert!(matches!(ask(&room, &forever, year), Err(Error::WrongToken)));
        assert!(matches!(room.remove_token(&mara, "a"), Err(Error::NoToken)));
        let text = made(&room, &of_mara("b"));
        assert!(matches!(room.remove_token(&handle("ines"), "b"), Err(Error::NoToken)));
        room.disable(&mara, at(1)).expect("disabled");
        assert!(matches!(ask(&room, &text, 1), Err(Error::WrongToken)));
        assert!(matches!(room.add_token(&of_mara("c")), Err(Error::Disabled(_))));
        room.enable(&mara).expect("enabled");
        assert!(matches!(ask(&room, &text, 1), Err(Error::WrongToken)), "gone for good");
        assert!(room.tokens(None).expect("read").is_empty());
    }

    #[test]
    fn it_is_kept_by_the_day_when_a_token_was_last_shown() {
        let (_folder, room) = room();
        let text = made(&room, &of_mara("a"));
        let used = || room.tokens(None).expect("read")[0].used;
        assert_eq!(used(), None);
        for (seconds, day) in [(DAY + 5, DAY), (2 * DAY - 1, DAY), (2 * DAY, 2 * DAY)] {
            ask(&room, &text, seconds).expect("known");
            assert_eq!(used(), Some(at(day)));
        }
    }

    #[test]
    fn wrong_tokens_wait_and_right_ones_never() {
        let (_folder, room) = room();
        let text = made(&room, &of_mara("a"));
        let other = Token::draw().expect("chance").program_secret();
        let plain = text.trim_start_matches("hxp_").to_owned();
        let long = "x".repeat(100_000);
        for wrong in [other.reveal(), "", "hxp_", plain.as_str(), long.as_str()] {
            let error = ask(&room, wrong, 0).expect_err("wrong");
            assert!(matches!(error, Error::WrongToken), "{error}");
        }
        let error = ask(&room, other.reveal(), 0).expect_err("wrong");
        assert_eq!(error.to_string(), "too many wrong tokens: wait 1 second before the next");
        ask(&room, &text, 0).expect("from the same address");
        assert!(matches!(ask(&room, other.reveal(), 1), Err(Error::WrongToken)), "after the wait");
        // Nor does that keep anybody from their password.
        room.verify(&handle("mara"), "correct horse mara", "192.0.2.7", at(1)).expect("in");
    }

    #[test]
    fn a_token_of_a_browser_or_of_an_invite_is_none_of_a_program() {
        let (_folder, room) = room();
        let sign_in = room.sign_in(&handle("mara"), at(0)).expect("in");
        let program = room.add_token(&of_mara("a")).expect("made");
        assert!(matches!(ask(&room, sign_in.program_secret().reveal(), 1), Err(Error::WrongToken)));
        assert!(room.signed_in(&program, at(1)).expect("read").is_none());
        assert!(matches!(room.invited(&program, at(1)), Err(Error::NoInvite)));
    }

    #[test]
    fn names_can_be_seen_and_there_are_only_so_many() {
        let (_folder, room) = room();
        for name in ["", "  ", "a\nb", "\u{202e}a", &"x".repeat(101)] {
            assert!(matches!(room.add_token(&of_mara(name)), Err(Error::Name)), "{name:?}");
        }
        for number in 0..ProgramToken::MOST {
            room.add_token(&of_mara(&number.to_string())).expect("made");
        }
        assert!(matches!(room.add_token(&of_mara("more")), Err(Error::ManyTokens)));
        room.add_token(&ProgramToken::new(&handle("ines"), "0", at(0))).expect("another account");
        assert!(matches!(
            room.add_token(&ProgramToken::new(&handle("eve"), "a", at(0))),
            Err(Error::Unknown(_))
        ));
    }
}
