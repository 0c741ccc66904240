//! Invites.

use hexapla_model::{Handle, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::accounts::{active, insert, shown};
use crate::column::{joined, parsed, several, time};
use crate::fault::Fault;
use crate::{Account, Accounts, Error, Password, Rights, Role, Token};

/// What an admin lets one person be. Whoever has its token makes an account of it, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// The admin; it holds only as long as they are one.
    pub by: Handle,
    /// The handle that the account gets; where there is none, whoever is invited chooses. Where
    /// `hexapla.toml` or the ledger names people, only an invite for a handle keeps others from it.
    pub handle: Option<Handle>,
    /// What the account may do.
    pub rights: Rights,
    /// From when on it is not good any more.
    pub expires: Timestamp,
}

impl Invite {
    /// For how many days an invite is good, unless something else is said.
    pub const DAYS: u32 = 7;

    /// An invite for whatever handle.
    pub fn new(by: &Handle, rights: &Rights, now: Timestamp) -> Self {
        let expires = now.plus_days(Self::DAYS);
        Self { by: by.clone(), handle: None, rights: rights.clone(), expires }
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let handle: Option<String> = row.get("handle")?;
        Ok(Self {
            by: parsed(row, "by")?,
            handle: handle.map(|_| parsed(row, "handle")).transpose()?,
            rights: Rights { roles: several(row, "roles")?, locales: several(row, "locales")? },
            expires: time(row, "expires")?,
        })
    }
}

impl Accounts {
    /// Makes an invite. Its token cannot be shown again.
    ///
    /// # Errors
    /// Where it is not by an admin.
    pub fn invite(&self, invite: &Invite, now: Timestamp) -> Result<Token, Error> {
        let token = Token::draw()?;
        self.file.write(|file| {
            file.execute("DELETE FROM invite WHERE expires <= ?1", [now.as_seconds()])?;
            if !active(file, &invite.by)?.rights.has(Role::Admin) {
                return Err(Error::NoAdmin(invite.by.clone()).into());
            }
            let sql = "INSERT INTO invite (token, by, handle, roles, locales, expires)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let (roles, locales) = (joined(&invite.rights.roles), joined(&invite.rights.locales));
            let handle = invite.handle.as_ref().map(Handle::as_str);
            let expires = invite.expires.as_seconds();
            let by = invite.by.as_str();
            file.execute(sql, (token.hash(), by, handle, roles, locales, expires))?;
            Ok(())
        })?;
        Ok(token)
    }

    /// What a token invites to.
    ///
    /// # Errors
    /// [`Error::NoInvite`], where the invite was never made, is used, is too old, or whoever made it is
    /// no admin any more.
    pub fn invited(&self, token: &Token, now: Timestamp) -> Result<Invite, Error> {
        self.file.read(|file| good(file, token, now))
    }

    /// Every invite that is still open.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn invites(&self, now: Timestamp) -> Result<Vec<Invite>, Error> {
        self.file.read(|file| {
            let mut all =
                file.prepare("SELECT * FROM invite WHERE expires > ?1 ORDER BY expires")?;
            let all = all.query_map([now.as_seconds()], Invite::read)?.collect::<Result<_, _>>()?;
            Ok(all)
        })
    }

    /// Makes the account that a token invites to, which uses the invite up. Where that fails, the
    /// invite is still good.
    ///
    /// # Errors
    /// [`Error::NoInvite`]; where the handle is taken or another than the invite is for.
    pub fn redeem(
        &self,
        token: &Token,
        handle: &Handle,
        name: &str,
        password: &Password,
        now: Timestamp,
    ) -> Result<Account, Error> {
        // Only who is invited is worth the work of a hash.
        self.invited(token, now)?;
        let (name, hash) = (shown(name)?, self.cost.hash(password)?);
        self.file.write(|file| {
            let Invite { handle: wanted, rights, .. } = good(file, token, now)?;
            if let Some(wanted) = wanted.filter(|it| it != handle) {
                return Err(Error::InviteFor(wanted).into());
            }
            let (handle, created) = (handle.clone(), now);
            let account = Account { handle, name, rights, disabled: None, created };
            insert(file, &account, &hash)?;
            file.execute("DELETE FROM invite WHERE token = ?1", [token.hash()])?;
            Ok(account)
        })
    }
}

/// The invite of a token, where it is still good.
fn good(file: &Connection, token: &Token, now: Timestamp) -> Result<Invite, Fault> {
    let sql = "SELECT * FROM invite WHERE token = ?1 AND expires > ?2";
    let found = file.query_row(sql, (token.hash(), now.as_seconds()), Invite::read);
    let invite = found.optional()?.ok_or(Error::NoInvite)?;
    match active(file, &invite.by) {
        Ok(by) if by.rights.has(Role::Admin) => Ok(invite),
        Ok(_) | Err(Fault::Forbidden(_)) => Err(Error::NoInvite.into()),
        Err(fault) => Err(fault),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{at, handle, password, quick, rights, room, sign_up};

    const DAY: i64 = 24 * 60 * 60;

    fn invited(room: &Accounts) -> Token {
        let invite = Invite::new(&handle("ines"), &rights("translator", "de"), at(0));
        room.invite(&invite, at(0)).expect("an admin")
    }

    fn redeem(room: &Accounts, token: &Token, name: &str, seconds: i64) -> Result<Account, Error> {
        room.redeem(token, &handle(name), name, &password(name), at(seconds))
    }

    #[test]
    fn an_invite_is_good_once() {
        let (_folder, room) = room();
        let token = invited(&room);
        assert_eq!(room.invites(at(0)).expect("read").len(), 1);
        assert!(matches!(redeem(&room, &token, "Mara", 1), Err(Error::Taken(_))));
        let lena = redeem(&room, &token, "lena", 2).expect("still good");
        assert_eq!(lena.rights, rights("translator", "de"));
        room.verify(&handle("lena"), "correct horse lena", "here", at(3)).expect("in");
        assert!(matches!(redeem(&room, &token, "other", 3), Err(Error::NoInvite)));
        assert!(room.invites(at(0)).expect("read").is_empty());
    }

    #[test]
    fn an_invite_expires_and_is_for_whom_it_is_for() {
        let (_folder, room) = room();
        let token = invited(&room);
        assert!(matches!(redeem(&room, &token, "lena", 7 * DAY), Err(Error::NoInvite)));
        let invite = Invite::new(&handle("ines"), &rights("reviewer", ""), at(0));
        let invite = Invite { handle: Some(handle("joaquin")), ..invite };
        let token = room.invite(&invite, at(0)).expect("an admin");
        assert_eq!(room.invited(&token, at(0)).expect("good"), invite);
        let other = redeem(&room, &token, "lena", 7 * DAY - 1).expect_err("another");
        assert_eq!(other.to_string(), "the invite is for `joaquin`");
        redeem(&room, &token, "joaquin", 7 * DAY - 1).expect("in time");
    }

    #[test]
    fn only_an_admin_invites_and_only_as_long_as_they_are_one() {
        let (_folder, room) = room();
        let invite = Invite::new(&handle("mara"), &rights("admin", ""), at(0));
        assert!(matches!(room.invite(&invite, at(0)), Err(Error::NoAdmin(_))));
        sign_up(&room, "boss", "admin");
        let token = invited(&room);
        room.change_rights(&handle("ines"), &rights("editor", "")).expect("there is another");
        assert!(matches!(redeem(&room, &token, "lena", 1), Err(Error::NoInvite)));
        room.change_rights(&handle("ines"), &rights("admin", "")).expect("again");
        room.disable(&handle("ines"), at(1)).expect("there is another");
        room.enable(&handle("ines")).expect("again");
        assert!(matches!(redeem(&room, &token, "lena", 1), Err(Error::NoInvite)));
    }

    #[test]
    fn two_connections_never_redeem_an_invite_twice() {
        let (folder, room) = room();
        let rooms = [(); 4].map(|()| quick(&folder.path().join("room.sqlite")));
        for round in 0..25 {
            let token = invited(&room);
            let start = std::sync::Barrier::new(rooms.len());
            let made = std::thread::scope(|scope| {
                let all: Vec<_> = rooms
                    .iter()
                    .enumerate()
                    .map(|(number, room)| {
                        let (token, start) = (&token, &start);
                        scope.spawn(move || {
                            start.wait();
                            redeem(room, token, &format!("p{round}-{number}"), 1)
                        })
                    })
                    .collect();
                let ended: Vec<_> =
                    all.into_iter().map(|it| it.join().expect("no panic")).collect();
                let good = |it: &Result<Account, Error>| matches!(it, Ok(_) | Err(Error::NoInvite));
                assert!(ended.iter().all(good), "{ended:?}");
                ended.iter().filter(|it| it.is_ok()).count()
            });
            assert_eq!(made, 1, "round {round}");
        }
        assert_eq!(room.list().expect("read").len(), 2 + 25);
    }
}
