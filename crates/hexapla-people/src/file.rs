//! The file that holds the state of a room.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use data_encoding::HEXLOWER;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use crate::Error;
use crate::fault::Fault;
use crate::token::draw;

/// The version of what is in the file (`user_version`).
pub(crate) const VERSION: i64 = 2;
/// What each version adds to the one before it.
const STEPS: [&str; VERSION as usize] = [include_str!("schema.sql"), include_str!("schema-2.sql")];
/// Tells the file from those of other programs (`application_id`): `Hxpl`.
const OURS: i64 = 0x4878_706c;

/// The file that holds the state of a room, for its owner alone. Others may have it open as well.
pub(crate) struct RoomFile {
    path: PathBuf,
    connection: Mutex<Connection>,
    secret: Zeroizing<[u8; 32]>,
}

impl RoomFile {
    /// Opens the file; makes it where there is none, whole or not at all, and brings one of an earlier version
    /// up to date.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let disk = |source| Error::Disk { path: path.to_owned(), source };
        if !path.try_exists().map_err(disk)? {
            make(path)?;
        }
        if is_exposed(path).map_err(disk)? {
            return Err(Error::Exposed(path.to_owned()));
        }
        let told = |fault: Fault| fault.at(path);
        let connection = connect(path).map_err(told)?;
        check(&connection, path)?;
        upgrade(&connection).map_err(told)?;
        let secret = connection.query_row("SELECT secret FROM server", [], |row| row.get(0));
        let secret = Zeroizing::new(secret.map_err(Fault::from).map_err(told)?);
        Ok(Self { path: path.to_owned(), connection: Mutex::new(connection), secret })
    }

    /// What only this room knows.
    pub(crate) fn secret(&self) -> &[u8] {
        self.secret.as_slice()
    }

    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, Error> {
        work(&self.connection()).map_err(|fault| fault.at(&self.path))
    }

    /// Does work that is done as a whole or, where it fails, not at all, while nobody else writes.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, Error> {
        self.read(|connection| {
            let transaction =
                Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        })
    }

    /// What panicked in the middle was rolled back.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn connect(path: &Path) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;")?;
    Ok(connection)
}

/// Refuses what is no file of a room, a later one, and a damaged one.
fn check(connection: &Connection, path: &Path) -> Result<(), Error> {
    let damaged = |reason: String| Error::Damaged { path: path.to_owned(), reason };
    let number = |name: &str| {
        let read = connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        read.map_err(|error| Fault::from(error).at(path))
    };
    if number("application_id")? != OURS {
        return Err(damaged("it belongs to another program".to_owned()));
    }
    match number("user_version")? {
        1..=VERSION => {}
        version if version > VERSION => {
            return Err(Error::Newer { path: path.to_owned(), version });
        }
        version => return Err(damaged(format!("there is no version {version}"))),
    }
    let found = connection.pragma_query_value(None, "quick_check", |row| row.get::<_, String>(0));
    match found.map_err(|error| Fault::from(error).at(path))?.as_str() {
        "ok" => Ok(()),
        found => Err(damaged(found.to_owned())),
    }
}

/// Adds what versions after that of the file have, all of it or nothing.
fn upgrade(connection: &Connection) -> Result<(), Fault> {
    let version =
        |on: &Connection| on.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
    if version(connection)? == VERSION {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    // Somebody else may have been first.
    let steps = STEPS.iter().skip(usize::try_from(version(&transaction)?).unwrap_or(usize::MAX));
    for step in steps {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", VERSION)?;
    Ok(transaction.commit()?)
}

/// Makes the file under a hidden name, which it loses when it is whole. Of two who do so at once one
/// is first, and both go on with that one.
fn make(path: &Path) -> Result<(), Error> {
    let disk = |source| Error::Disk { path: path.to_owned(), source };
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(disk)?;
    let mut mark = [0; 8];
    draw(&mut mark)?;
    let draft = folder.join(format!(".room.{}", HEXLOWER.encode(&mark)));
    create(&draft).map_err(disk)?;
    let made = fill(&draft).and_then(|()| link(&draft, path).map_err(disk));
    let removed = std::fs::remove_file(&draft).map_err(disk);
    made.and(removed)?;
    sync(folder).map_err(disk)
}

fn fill(draft: &Path) -> Result<(), Error> {
    let mut secret = Zeroizing::new([0; 32]);
    draw(secret.as_mut())?;
    let filled = || -> Result<(), Fault> {
        let connection = connect(draft)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        for step in STEPS {
            connection.execute_batch(step)?;
        }
        connection.execute("INSERT INTO server VALUES (?1)", [secret.as_slice()])?;
        connection.pragma_update(None, "application_id", OURS)?;
        connection.pragma_update(None, "user_version", VERSION)?;
        connection.close().map_err(|(_, error)| error.into())
    };
    filled().map_err(|fault| fault.at(draft))
}

fn link(draft: &Path, path: &Path) -> io::Result<()> {
    match std::fs::hard_link(draft, path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        done => done,
    }
}

/// An empty file for its owner alone; SQLite gives the files beside it the same mode.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(unix)]
fn is_exposed(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(path.metadata()?.permissions().mode() & 0o077 != 0)
}

/// Where a file has no such mode, the folder says who may read it.
#[cfg(not(unix))]
fn is_exposed(_path: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// A folder cannot be synced there.
#[cfg(not(unix))]
fn sync(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{quick, room};

    fn refused(path: &Path) -> Error {
        RoomFile::open(path).err().expect("it is refused")
    }

    #[cfg(unix)]
    #[test]
    fn the_files_are_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, _room) = room();
        let path = folder.path().join("room.sqlite");
        let names = std::fs::read_dir(folder.path()).expect("a folder");
        let mut names: Vec<String> = names
            .map(|it| it.expect("an entry"))
            .inspect(|it| {
                let mode = it.metadata().expect("a file").permissions().mode();
                assert_eq!(mode & 0o777, 0o600, "{:?}", it.path());
            })
            .map(|it| it.file_name().into_string().expect("text"))
            .collect();
        names.sort();
        assert_eq!(names, ["room.sqlite", "room.sqlite-shm", "room.sqlite-wal"]);
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).expect("changed");
        let error = refused(&path);
        assert!(matches!(error, Error::Exposed(_)), "{error}");
        assert!(error.hint().expect("a hint").starts_with("`chmod 600 "));
    }

    #[test]
    fn a_later_version_is_refused_with_a_hint() {
        let (folder, room) = room();
        let set = |version: i64| {
            room.file.read(|file| Ok(file.pragma_update(None, "user_version", version)?))
        };
        set(VERSION + 1).expect("written");
        let path = folder.path().join("room.sqlite");
        let error = refused(&path);
        assert!(error.to_string().ends_with("is of version 3, and this program knows 2 at most"));
        assert_eq!(error.hint().as_deref(), Some("use a newer hexapla"));
        set(0).expect("written");
        assert!(matches!(refused(&path), Error::Damaged { .. }));
    }

    /// A file as the first version made it, with an account, a browser and a claim.
    #[test]
    fn a_file_of_an_earlier_version_is_brought_up_to_date_with_all_that_is_in_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("room.sqlite");
        drop(create(&path).expect("made"));
        let old = connect(&path).ok().expect("opened");
        old.pragma_update(None, "journal_mode", "wal").expect("set");
        old.execute_batch(STEPS[0]).expect("made");
        let account =
            "INSERT INTO account VALUES ('mara', 'mara', 'Mara', 'translator', 'es', 'x', 7, NULL)";
        let rows =
            "INSERT INTO sign_in VALUES (x'5af7', 'mara', 1, 2)".replace("5af7", &"5a".repeat(32));
        old.execute_batch(&format!(
            "INSERT INTO server VALUES (x'{}'); {account}; {rows};",
            "07".repeat(32)
        ))
        .expect("filled");
        old.pragma_update(None, "application_id", OURS).expect("set");
        old.pragma_update(None, "user_version", 1).expect("set");
        // Several at once, of whom one is first, while the old connection is still open.
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..8).map(|_| scope.spawn(|| drop(quick(&path)))).collect();
            all.into_iter().for_each(|it| it.join().expect("no panic"));
        });
        let room = quick(&path);
        let mara = crate::sample::handle("mara");
        let found = room.find(&mara).expect("read").expect("kept");
        assert_eq!((found.name.as_str(), found.created), ("Mara", crate::sample::at(7)));
        let kept = room.file.read(|file| {
            let version = file.pragma_query_value(None, "user_version", |row| row.get(0))?;
            Ok((file.query_row("SELECT count(*) FROM sign_in", [], |row| row.get(0))?, version))
        });
        assert_eq!(kept.expect("read"), (1_i64, VERSION));
        assert_eq!(room.file.secret(), [7; 32]);
        let token = crate::ProgramToken::new(&mara, "CI", crate::sample::at(8));
        room.add_token(&token).expect("the new table is there");
        drop((room, old));
        // What was made anew and what was brought up to date are alike.
        let tables = |path: &Path| {
            let room = RoomFile::open(path).expect("a room");
            let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
            let all = room.read(|file| {
                let mut all = file.prepare(sql)?;
                let all = all.query_map([], |row| row.get::<_, String>(0))?;
                Ok(all.collect::<rusqlite::Result<Vec<_>>>()?)
            });
            all.expect("read")
        };
        assert_eq!(tables(&path), tables(&folder.path().join("new.sqlite")));
    }

    #[test]
    fn damage_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("room.sqlite");
        drop(create(&path).expect("made"));
        assert!(matches!(refused(&path), Error::Damaged { .. }), "an empty file");
        std::fs::write(&path, "no database, however long it may be ".repeat(99)).expect("written");
        assert!(matches!(refused(&path), Error::Damaged { .. }), "another file");
        std::fs::remove_file(&path).expect("removed");
        drop(quick(&path));
        let mut bytes = std::fs::read(&path).expect("a file");
        bytes[4096..].fill(0x5a);
        std::fs::write(&path, bytes).expect("written");
        let error = refused(&path);
        assert!(matches!(error, Error::Damaged { .. }), "{error}");
        assert!(error.hint().is_some());
    }

    #[test]
    fn a_role_that_nobody_knows_is_damage() {
        let (_folder, room) = room();
        let sql = "UPDATE account SET roles = 'boss'";
        room.file.write(|file| Ok(file.execute(sql, [])?)).expect("written");
        let error = room.list().expect_err("unknown");
        assert!(matches!(error, Error::Damaged { .. }), "{error}");
    }

    #[test]
    fn many_who_make_the_file_at_once_have_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/room.sqlite");
        let secrets: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let opened: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| RoomFile::open(&path).expect("a room").secret().to_vec()))
                .collect();
            opened.into_iter().map(|it| it.join().expect("no panic")).collect()
        });
        assert!(secrets.iter().all(|it| *it == secrets[0]));
        let left = std::fs::read_dir(path.parent().expect("a folder")).expect("read");
        let drafts = left.filter(|it| {
            it.as_ref().expect("an entry").file_name().to_string_lossy().starts_with('.')
        });
        assert_eq!(drafts.count(), 0);
    }
}
