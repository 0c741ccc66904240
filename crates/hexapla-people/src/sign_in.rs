//! Browsers that somebody has signed in on.

use data_encoding::BASE64URL_NOPAD;
use hexapla_model::{Handle, Timestamp};
use rusqlite::OptionalExtension;

use crate::accounts::active;
use crate::column::time;
use crate::throttle::mac;
use crate::{Account, Accounts, Error, Secret, Token};

const HOUR: i64 = 60 * 60;

/// One browser that somebody has signed in on.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Who; as the account is now.
    pub account: Account,
    /// Since when.
    pub since: Timestamp,
    /// When it ends, unless something is done before.
    pub ends: Timestamp,
    /// What every form of this browser has to bring along, so that no other site can send it.
    pub csrf: Secret,
}

impl SignIn {
    /// After how many seconds in which nothing was done it ends: twelve hours.
    pub const IDLE: i64 = 12 * HOUR;
    /// After how many seconds it ends in any case: fourteen days.
    pub const LONGEST: i64 = 14 * 24 * HOUR;
    /// How exactly it is kept when something was last done, in seconds.
    const GRAIN: i64 = 60;
}

impl Accounts {
    /// Signs somebody in whom [`Accounts::verify`] has let in, or who has just redeemed an invite. The
    /// token is for their browser.
    ///
    /// # Errors
    /// Where there is no such account, or it is disabled.
    pub fn sign_in(&self, handle: &Handle, now: Timestamp) -> Result<Token, Error> {
        let (token, seconds) = (Token::draw()?, now.as_seconds());
        self.file.write(|file| {
            let sql = "DELETE FROM sign_in WHERE seen <= ?1 OR since <= ?2";
            file.execute(sql, (seconds - SignIn::IDLE, seconds - SignIn::LONGEST))?;
            active(file, handle)?;
            let sql = "INSERT INTO sign_in VALUES (?1, ?2, ?3, ?3)";
            file.execute(sql, (token.hash(), handle.as_str(), seconds))?;
            Ok(())
        })?;
        Ok(token)
    }

    /// Who is signed in on the browser that shows a token; nobody where that ended. To ask is to do
    /// something.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn signed_in(&self, token: &Token, now: Timestamp) -> Result<Option<SignIn>, Error> {
        let (hash, seconds) = (token.hash(), now.as_seconds());
        let found = self.file.read(|file| {
            let sql = "SELECT account.*, since, seen FROM sign_in JOIN account USING (handle)
                WHERE token = ?1 AND seen > ?2 AND since > ?3 AND disabled IS NULL";
            let after = (hash, seconds - SignIn::IDLE, seconds - SignIn::LONGEST);
            let found = file.query_row(sql, after, |row| {
                Ok((Account::read(row)?, time(row, "since")?, time(row, "seen")?))
            });
            Ok(found.optional()?)
        })?;
        let Some((account, since, seen)) = found else { return Ok(None) };
        if seconds - seen.as_seconds() >= SignIn::GRAIN {
            self.file.write(|file| {
                let sql = "UPDATE sign_in SET seen = ?2 WHERE token = ?1 AND seen < ?2";
                Ok(file.execute(sql, (hash, seconds))?)
            })?;
        }
        let csrf = BASE64URL_NOPAD.encode(&mac(self.file.secret(), &[b"csrf ", &hash]));
        let longest = since.as_seconds() + SignIn::LONGEST;
        let ends = Timestamp::from_seconds((seconds + SignIn::IDLE).min(longest));
        Ok(Some(SignIn { account, since, ends, csrf: Secret::from(csrf) }))
    }

    /// Signs one browser out.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn sign_out(&self, token: &Token) -> Result<(), Error> {
        self.file.write(|file| {
            file.execute("DELETE FROM sign_in WHERE token = ?1", [token.hash()])?;
            Ok(())
        })
    }

    /// Signs somebody out on every browser.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn sign_out_everywhere(&self, handle: &Handle) -> Result<(), Error> {
        self.file.write(|file| {
            file.execute("DELETE FROM sign_in WHERE handle = ?1", [handle.as_str()])?;
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{at, handle, password, rights, room};

    fn is_in(room: &Accounts, token: &Token, seconds: i64) -> bool {
        room.signed_in(token, at(seconds)).expect("read").is_some()
    }

    #[test]
    fn a_browser_stays_signed_in_as_long_as_it_is_used_and_no_longer_than_two_weeks() {
        let (_folder, room) = room();
        let [used, idle] = [(); 2].map(|()| room.sign_in(&handle("mara"), at(0)).expect("in"));
        assert!(is_in(&room, &idle, SignIn::IDLE - 1));
        assert!(!is_in(&room, &idle, 2 * SignIn::IDLE));
        let mut now = 0;
        while now < SignIn::LONGEST {
            assert!(is_in(&room, &used, now), "{now}");
            now += SignIn::IDLE - 60;
        }
        let last = room.signed_in(&used, at(SignIn::LONGEST - 1)).expect("read").expect("in");
        assert_eq!(last.ends, at(SignIn::LONGEST));
        assert!(!is_in(&room, &used, SignIn::LONGEST));
    }

    #[test]
    fn signing_out_is_for_one_browser_or_for_all() {
        let (_folder, room) = room();
        let mara = handle("mara");
        let [one, two, three] = [(); 3].map(|()| room.sign_in(&mara, at(0)).expect("in"));
        let other = room.sign_in(&handle("ines"), at(0)).expect("in");
        room.sign_out(&one).expect("out");
        assert_eq!([&one, &two, &three].map(|it| is_in(&room, it, 1)), [false, true, true]);
        room.sign_out_everywhere(&mara).expect("out");
        assert_eq!([&two, &three, &other].map(|it| is_in(&room, it, 1)), [false, false, true]);
    }

    #[test]
    fn another_password_and_disabling_sign_out_everywhere() {
        let (_folder, room) = room();
        let mara = handle("mara");
        let token = room.sign_in(&mara, at(0)).expect("in");
        room.set_password(&mara, &password("other")).expect("set");
        assert!(!is_in(&room, &token, 1));
        let token = room.sign_in(&mara, at(0)).expect("in");
        room.disable(&mara, at(1)).expect("disabled");
        room.enable(&mara).expect("enabled");
        assert!(!is_in(&room, &token, 1));
        room.disable(&mara, at(1)).expect("disabled");
        assert!(matches!(room.sign_in(&mara, at(1)), Err(Error::Disabled(_))));
    }

    #[test]
    fn rights_are_those_of_now() {
        let (_folder, room) = room();
        let token = room.sign_in(&handle("mara"), at(0)).expect("in");
        room.change_rights(&handle("mara"), &rights("viewer", "")).expect("changed");
        let signed_in = room.signed_in(&token, at(1)).expect("read").expect("in");
        assert_eq!(signed_in.account.rights, rights("viewer", ""));
    }

    #[test]
    fn each_browser_has_a_secret_of_its_own_for_forms() {
        let (_folder, room) = room();
        let csrf = |token: &Token, seconds: i64| {
            room.signed_in(token, at(seconds)).expect("read").expect("in").csrf
        };
        let [one, two] = [(); 2].map(|()| room.sign_in(&handle("mara"), at(0)).expect("in"));
        assert!(csrf(&one, 0).fits(csrf(&one, 3600).reveal()));
        assert!(!csrf(&one, 0).fits(csrf(&two, 0).reveal()));
        assert_ne!(csrf(&one, 0).reveal(), one.secret().reveal());
    }
}
