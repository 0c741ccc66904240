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
pub(crate) const VERSION: i64 = 1;
/// Tells the file from those of other programs (`application_id`): `Hxpl`.
const OURS: i64 = 0x4878_706c;

/// The file that holds the state of a room, for its owner alone. Others may have it open as well.
pub(crate) struct RoomFile {
    path: PathBuf,
    connection: Mutex<Connection>,
    secret: Zeroizing<[u8; 32]>,
}

impl RoomFile {
    /// Opens the file; makes it where there is none, whole or not at all.
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
        VERSION => {}
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
        connection.execute_batch(include_str!("schema.sql"))?;
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
        assert!(error.to_string().ends_with("is of version 2, and this program knows 1 at most"));
        assert_eq!(error.hint().as_deref(), Some("use a newer hexapla"));
        set(0).expect("written");
        assert!(matches!(refused(&path), Error::Damaged { .. }));
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
