//! A room for tests, where passwords take little work.

use std::path::Path;

use hexapla_model::{Handle, Timestamp};
use tempfile::TempDir;

use crate::cost::Cost;
use crate::{Accounts, Error, Password, Rights};

/// A room with `mara`, who translates and reviews es, and `ines`, its admin.
pub(crate) fn room() -> (TempDir, Accounts) {
    let folder = tempfile::tempdir().expect("a folder");
    let room = quick(&folder.path().join("room.sqlite"));
    let rights = rights("translator reviewer", "es");
    room.create(&handle("mara"), "Mara", &rights, &password("mara"), at(0)).expect("made");
    sign_up(&room, "ines", "admin");
    (folder, room)
}

pub(crate) fn quick(path: &Path) -> Accounts {
    Accounts { cost: Cost::of(8, 1), ..Accounts::open(path).expect("a room") }
}

pub(crate) fn sign_up(room: &Accounts, name: &str, roles: &str) {
    room.create(&handle(name), name, &rights(roles, ""), &password(name), at(0)).expect("made");
}

/// Shows a wrong password, which is tried and found wrong.
pub(crate) fn wrong(room: &Accounts, name: &str, caller: &str, seconds: i64) {
    let tried = room.verify(&handle(name), "wrong horse", caller, at(seconds));
    assert!(matches!(tried, Err(Error::Wrong)), "{tried:?}");
}

pub(crate) fn handle(name: &str) -> Handle {
    name.parse().expect("a handle")
}

pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_seconds(seconds)
}

/// The password of a handle.
pub(crate) fn password(name: &str) -> Password {
    Password::new(&format!("correct horse {name}"), &handle(name)).expect("a password")
}

pub(crate) fn rights(roles: &str, locales: &str) -> Rights {
    let roles = roles.split_whitespace().map(|it| it.parse().expect("a role")).collect();
    let locales = locales.split_whitespace().map(|it| it.parse().expect("a locale")).collect();
    Rights { roles, locales }
}
