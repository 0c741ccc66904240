//! All whom the room knows.

use std::fmt;
use std::path::Path;

use hexapla_model::{Handle, Timestamp};
use icu_normalizer::ComposingNormalizerBorrowed;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::column::joined;
use crate::cost::Cost;
use crate::fault::Fault;
use crate::file::RoomFile;
use crate::throttle::Throttle;
use crate::{Account, Error, Password, Rights, Role};

/// All whom the room knows, in one SQLite file, with their invites, sign-ins, tokens and claims.
///
/// May be shared between threads; they take turns at the file, and not while a password is tried.
/// That takes 19 MiB and much time on purpose: whoever serves many bounds how many are tried at once.
pub struct Accounts {
    pub(crate) file: RoomFile,
    pub(crate) cost: Cost,
}

impl Accounts {
    /// Opens the file, and makes it, with its folder, where there is none: for its owner alone.
    ///
    /// # Errors
    /// Where it is damaged, of a later version, or open to others, or the disk says no.
    pub fn open(path: &Path) -> Result<Self, Error> {
        Ok(Self { file: RoomFile::open(path)?, cost: Cost::default() })
    }

    /// Makes an account.
    ///
    /// # Errors
    /// Where the handle is taken, or by one that looks the same, or the name cannot be shown.
    pub fn create(
        &self,
        handle: &Handle,
        name: &str,
        rights: &Rights,
        password: &Password,
        now: Timestamp,
    ) -> Result<Account, Error> {
        let account = Account {
            handle: handle.clone(),
            name: shown(name)?,
            rights: rights.clone(),
            disabled: None,
            created: now,
        };
        let hash = self.cost.hash(password)?;
        self.file.write(|file| insert(file, &account, &hash))?;
        Ok(account)
    }

    /// Every account, by handle.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn list(&self) -> Result<Vec<Account>, Error> {
        self.file.read(|file| {
            let mut all = file.prepare("SELECT * FROM account ORDER BY handle")?;
            let all = all.query_map([], Account::read)?.collect::<rusqlite::Result<_>>()?;
            Ok(all)
        })
    }

    /// The account of a handle, disabled or not.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn find(&self, handle: &Handle) -> Result<Option<Account>, Error> {
        self.file.read(|file| find(file, handle))
    }

    /// Gives an account other rights.
    ///
    /// # Errors
    /// Where there is no such account, or no admin would be left.
    pub fn change_rights(&self, handle: &Handle, rights: &Rights) -> Result<Account, Error> {
        self.change(handle, |file| {
            let sql = "UPDATE account SET roles = ?2, locales = ?3 WHERE handle = ?1";
            let (roles, locales) = (joined(&rights.roles), joined(&rights.locales));
            Ok(file.execute(sql, (handle.as_str(), roles, locales))?)
        })
    }

    /// Lets nobody in by this account any more: who is signed in is signed out, their tokens are removed,
    /// and what they claimed is released. What they attested stays.
    ///
    /// # Errors
    /// Where there is no such account, or no admin would be left.
    pub fn disable(&self, handle: &Handle, now: Timestamp) -> Result<Account, Error> {
        self.change(handle, |file| {
            file.execute("DELETE FROM sign_in WHERE handle = ?1", [handle.as_str()])?;
            file.execute("DELETE FROM program WHERE handle = ?1", [handle.as_str()])?;
            file.execute("DELETE FROM claim WHERE handle = ?1", [handle.as_str()])?;
            file.execute("DELETE FROM invite WHERE by = ?1", [handle.as_str()])?;
            let sql = "UPDATE account SET disabled = coalesce(disabled, ?2) WHERE handle = ?1";
            Ok(file.execute(sql, (handle.as_str(), now.as_seconds()))?)
        })
    }

    /// Lets a disabled account in again.
    ///
    /// # Errors
    /// Where there is no such account.
    pub fn enable(&self, handle: &Handle) -> Result<Account, Error> {
        self.change(handle, |file| {
            let sql = "UPDATE account SET disabled = NULL WHERE handle = ?1";
            Ok(file.execute(sql, [handle.as_str()])?)
        })
    }

    /// Sets another password: who is signed in is signed out, and wrong passwords of before are
    /// forgotten. Tokens of programs stay good.
    ///
    /// # Errors
    /// Where there is no such account.
    pub fn set_password(&self, handle: &Handle, password: &Password) -> Result<(), Error> {
        let hash = self.cost.hash(password)?;
        let tried = Throttle::of_handle(self.file.secret(), &look(handle));
        self.change(handle, |file| {
            tried.forget(file)?;
            file.execute("DELETE FROM sign_in WHERE handle = ?1", [handle.as_str()])?;
            let sql = "UPDATE account SET password = ?2 WHERE handle = ?1";
            Ok(file.execute(sql, (handle.as_str(), &hash))?)
        })?;
        Ok(())
    }

    /// The account of a handle, for who knows its password. `caller` tells where the attempt comes
    /// from, such as an address. After five wrong passwords for a handle, or of a caller, the next may
    /// be tried after a wait that doubles with each, from a second to a quarter of an hour.
    ///
    /// Handles that nobody has take as long and are counted alike, so nothing tells them apart.
    ///
    /// # Errors
    /// [`Error::Wrong`] for a wrong password, an unknown handle and a disabled account; [`Error::Wait`].
    pub fn verify(
        &self,
        handle: &Handle,
        password: &str,
        caller: &str,
        now: Timestamp,
    ) -> Result<Account, Error> {
        let of_handle = Throttle::of_handle(self.file.secret(), &look(handle));
        let of_caller = Throttle::of_caller(self.file.secret(), caller);
        // It counts as wrong until it is known to be right, so that many at once are no way around.
        let known = self.file.write(|file| {
            of_handle.admit(file, now)?;
            of_caller.admit(file, now)?;
            let sql = "SELECT password FROM account WHERE handle = ?1";
            let hash = file.query_row(sql, [handle.as_str()], |row| row.get::<_, String>(0));
            Ok((find(file, handle)?, hash.optional()?))
        })?;
        let fits = self.cost.fits(password, known.1.as_deref());
        let account = known.0.filter(|it| fits && it.disabled.is_none()).ok_or(Error::Wrong)?;
        self.file.write(|file| {
            of_handle.forget(file)?;
            of_caller.take_back(file)
        })?;
        Ok(account)
    }

    /// Changes the row of an account, and sees to it that the last admin stays one.
    fn change(
        &self,
        handle: &Handle,
        work: impl FnOnce(&Connection) -> Result<usize, Fault>,
    ) -> Result<Account, Error> {
        self.file.write(|file| {
            let before = present(file, handle)?;
            work(file)?;
            let after = present(file, handle)?;
            let admin = |it: &Account| it.disabled.is_none() && it.rights.has(Role::Admin);
            if admin(&before) && !admin(&after) && !has_admin(file)? {
                return Err(Error::LastAdmin(handle.clone()).into());
            }
            Ok(after)
        })
    }
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Accounts(…)")
    }
}

/// Writes the row of a new account.
pub(crate) fn insert(file: &Connection, account: &Account, hash: &str) -> Result<(), Fault> {
    let look = look(&account.handle);
    let taken = "SELECT EXISTS (SELECT 1 FROM account WHERE look = ?1)";
    if file.query_row(taken, [&look], |row| row.get(0))? {
        return Err(Error::Taken(account.handle.clone()).into());
    }
    let sql = "INSERT INTO account (handle, look, name, roles, locales, password, created)
        VALUES (:handle, :look, :name, :roles, :locales, :password, :created)";
    file.execute(
        sql,
        named_params! {
            ":handle": account.handle.as_str(),
            ":look": look,
            ":name": account.name,
            ":roles": joined(&account.rights.roles),
            ":locales": joined(&account.rights.locales),
            ":password": hash,
            ":created": account.created.as_seconds(),
        },
    )?;
    Ok(())
}

pub(crate) fn find(file: &Connection, handle: &Handle) -> Result<Option<Account>, Fault> {
    let sql = "SELECT * FROM account WHERE handle = ?1";
    Ok(file.query_row(sql, [handle.as_str()], Account::read).optional()?)
}

/// The account of a handle, disabled or not, which has to be there.
fn present(file: &Connection, handle: &Handle) -> Result<Account, Fault> {
    find(file, handle)?.ok_or_else(|| Error::Unknown(handle.clone()).into())
}

/// The account of a handle, which has to be there and not disabled.
pub(crate) fn active(file: &Connection, handle: &Handle) -> Result<Account, Fault> {
    let account = present(file, handle)?;
    match account.disabled {
        Some(_) => Err(Error::Disabled(account.handle).into()),
        None => Ok(account),
    }
}

fn has_admin(file: &Connection) -> Result<bool, Fault> {
    let mut all = file.prepare("SELECT * FROM account WHERE disabled IS NULL")?;
    for account in all.query_map([], Account::read)? {
        if account?.rights.has(Role::Admin) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How a handle looks, whatever its letters are made of.
fn look(handle: &Handle) -> String {
    let lower = handle.as_str().to_lowercase();
    ComposingNormalizerBorrowed::new_nfkc().normalize(&lower).into_owned()
}

/// A name as it is kept, where it can be shown: marks of direction could make it look like another.
pub(crate) fn shown(name: &str) -> Result<String, Error> {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name = name.trim();
    let fits = (1..=100).contains(&name.chars().count());
    match fits && !name.chars().any(|c| c.is_control() || turns(c)) {
        true => Ok(name.to_owned()),
        false => Err(Error::Name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{at, handle, password, rights, room, sign_up};

    #[test]
    fn two_accounts_never_look_the_same() {
        let (_folder, room) = room();
        for taken in ["mara", "MARA", "\u{ff4d}ara"] {
            let made = room.create(&handle(taken), "M", &Rights::default(), &password("x"), at(0));
            assert!(matches!(made, Err(Error::Taken(_))), "{taken}");
        }
        let mara = room.find(&handle("mara")).expect("read").expect("an account");
        assert_eq!((mara.rights, mara.created), (rights("translator reviewer", "es"), at(0)));
        for name in ["", " ", "two\nlines", "a\u{202e}b", &"x".repeat(101)] {
            let made = room.create(&handle("new"), name, &Rights::default(), &password("x"), at(0));
            assert!(matches!(made, Err(Error::Name)), "{name:?}");
        }
    }

    #[test]
    fn one_error_for_a_wrong_password_an_unknown_handle_and_a_disabled_account() {
        let (_folder, room) = room();
        room.disable(&handle("mara"), at(0)).expect("disabled");
        for (name, typed) in [("mara", "correct horse mara"), ("nobody", "x"), ("ines", "x")] {
            let error = room.verify(&handle(name), typed, "here", at(0)).expect_err("no way in");
            assert_eq!(error.to_string(), "the handle or the password is wrong");
        }
        room.enable(&handle("mara")).expect("enabled");
        room.verify(&handle("mara"), "correct horse mara", "here", at(0)).expect("in");
    }

    #[test]
    fn the_last_admin_stays_one() {
        let (_folder, room) = room();
        let ines = handle("ines");
        assert!(matches!(room.disable(&ines, at(0)), Err(Error::LastAdmin(_))));
        assert!(matches!(
            room.change_rights(&ines, &rights("editor", "")),
            Err(Error::LastAdmin(_))
        ));
        assert_eq!(room.find(&ines).expect("read").expect("there").disabled, None);
        sign_up(&room, "boss", "admin");
        room.disable(&ines, at(0)).expect("another is there");
        assert!(matches!(room.disable(&handle("boss"), at(0)), Err(Error::LastAdmin(_))));
    }

    /// No secret in what is shown, told or kept: the file and those beside it hold none of them.
    #[test]
    fn no_secret_is_shown_told_or_kept() {
        let (folder, room) = room();
        let mara = handle("mara");
        let invite = crate::Invite::new(&handle("ines"), &Rights::default(), at(0));
        let tokens = [room.sign_in(&mara, at(0)), room.invite(&invite, at(0))];
        let [sign_in, invited] = tokens.map(|it| it.expect("a token"));
        let signed_in = room.signed_in(&sign_in, at(0)).expect("read").expect("in");
        let made = crate::ProgramToken::new(&mara, "CI", at(0));
        let program = room.add_token(&made).expect("a token");
        let of_program = program.program_secret();
        let by_token = room.by_token(of_program.reveal(), "192.0.2.7", at(0));
        let all_tokens = room.tokens(None);
        let shown = [
            format!("{room:?}{signed_in:?}{sign_in:?}{invited:?}{:?}", password("mara")),
            format!("{program:?}{of_program:?}{by_token:?}{all_tokens:?}"),
            format!("{:?}", room.by_token("hxp_wrong", "192.0.2.7", at(0))),
            format!("{:?}", room.verify(&mara, "correct horse wrong", "192.0.2.7", at(0))),
            format!("{:?}", room.redeem(&sign_in, &mara, "M", &password("mara"), at(0))),
            format!("{:?}", Password::new("too short", &mara)),
        ];
        let (sign_in, invited, program) = (sign_in.secret(), invited.secret(), program.secret());
        let secrets = [
            "correct horse",
            "too short",
            sign_in.reveal(),
            invited.reveal(),
            program.reveal(),
            "hxp_",
            signed_in.csrf.reveal(),
        ];
        let hash = room.file.read(|file| {
            let sql = "SELECT password FROM account WHERE handle = 'mara'";
            Ok(file.query_row(sql, [], |row| row.get::<_, String>(0))?)
        });
        let hash = hash.expect("read");
        for secret in secrets.into_iter().chain([hash.as_str()]) {
            assert!(!shown.iter().any(|it| it.contains(secret)), "{secret} in {shown:?}");
        }
        let files = std::fs::read_dir(folder.path()).expect("a folder");
        let bytes: Vec<u8> = files
            .flat_map(|it| std::fs::read(it.expect("an entry").path()).expect("a file"))
            .collect();
        let holds = |text: &str| bytes.windows(text.len()).any(|it| it == text.as_bytes());
        assert!(holds(&hash), "what is kept is looked at");
        assert!(secrets.iter().chain(&["192.0.2.7"]).all(|it| !holds(it)));
    }
}
