//! Who may enter the review room, as the command line says it.

#![cfg(unix)]

mod support;

use std::os::unix::fs::PermissionsExt;

use support::{Project, Ran};

const ROOM: &str = ".hexapla/room.sqlite";

/// A project with a file `word` that holds a password.
fn project() -> Project {
    Project::of(&[("src/a.md", "A text.\n"), ("word", "correct horse battery\n")])
}

/// A project whose room has the admin `ines`.
fn room() -> Project {
    let project = project();
    project.ok(&["people", "add", "ines", "--role", "admin", "--password-file", "word"]);
    project
}

fn refused(ran: &Ran, code: i32, why: &str) {
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains(why), "{}", ran.err);
    assert!(ran.err.contains("hint: "), "{}", ran.err);
}

#[test]
fn the_first_account_makes_a_room_for_its_owner_alone_that_git_ignores() {
    let project = project();
    refused(&project.run(&["people", "list"]), 2, "there is no review room in");
    assert!(!project.path(ROOM).exists());
    let said = project.ok(&["people", "add", "ines", "--role", "admin", "--password-file", "word"]);
    assert_eq!(said, "added ines: admin\n");
    let mode = project.path(ROOM).metadata().expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    project.git(&["init", "-q"]);
    project.git(&["add", "."]);
    assert_eq!(project.git(&["ls-files", ".hexapla"]).out, "");
    let add = ["people", "add", "Ines", "--role", "viewer", "--password-file", "word"];
    refused(&project.run(&add), 2, "`Ines` is taken");
}

#[test]
fn accounts_are_listed_changed_and_disabled() {
    let project = room();
    let add = ["people", "add", "mara", "--role", "translator", "-l", "es", "--name", "Mara M."];
    project.ok(&[&add[..], &["--password-file", "word"]].concat());
    project.ok(&[
        "people",
        "roles",
        "mara",
        "--role",
        "translator",
        "--role",
        "reviewer",
        "-l",
        "es",
    ]);
    let all = project.json(&["people", "list", "--json"]);
    let mara = serde_json::json!({
        "handle": "mara",
        "name": "Mara M.",
        "roles": ["reviewer", "translator"],
        "locales": ["es"],
        "created": support::AS_OF,
        "disabled": null,
    });
    assert_eq!(all[1], mara);
    project.ok(&["people", "disable", "mara"]);
    assert_eq!(project.json(&["people", "list", "--json"])[1]["disabled"], support::AS_OF);
    let table = project.ok(&["people", "list"]);
    let row = "mara    Mara M.  translator reviewer  es       2026-11-24  2026-11-24";
    assert!(table.contains(row), "{table}");
    project.ok(&["people", "disable", "mara", "--undo"]);
    assert!(project.json(&["people", "list", "--json"])[1]["disabled"].is_null());
    refused(&project.run(&["people", "disable", "ines"]), 2, "`ines` is the last admin");
    refused(&project.run(&["people", "disable", "eve"]), 2, "there is no account `eve`");
}

#[test]
fn passwords_come_from_a_file_or_a_terminal_and_are_never_told() {
    let project = room();
    project.write("short", "short");
    let set = ["people", "password", "ines", "--password-file", "short"];
    let ran = project.run(&set);
    refused(&ran, 2, "the password is too short: expected at least 12 characters");
    project.write("short", "secret\ttab and more");
    let ran = project.run(&set);
    refused(&ran, 2, "control character");
    assert!(!ran.err.contains("secret"), "{}", ran.err);
    project.ok(&["people", "password", "ines", "--password-file", "word"]);
    let ran = project.run(&["people", "password", "ines", "--password", "secret words on it"]);
    assert_eq!(ran.code, 2, "no argument takes a password");
    let bytes = std::fs::read(project.path(ROOM)).expect("a room");
    assert!(!bytes.windows(13).any(|it| it == b"correct horse"));
}

#[test]
fn an_admin_invites_and_the_token_is_all_that_is_printed() {
    let project = room();
    let invite = ["people", "invite", "--role", "translator", "-l", "es", "--for", "mara"];
    let ran = project.run(&[&invite[..], &["--handle", "ines"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.out.trim_end().len(), 43, "{}", ran.out);
    assert_eq!(ran.err, "good once, until 2026-12-01T12:00:00Z, to be translator in es\n");
    refused(&project.run(&[&invite[..], &["--handle", "eve"]].concat()), 2, "no account `eve`");
}

#[test]
fn what_the_config_gives_less_is_told() {
    let project = Project::example();
    project.write("word", "correct horse battery");
    let add = |name: &str, role: &str, locale: &str| {
        let args = ["people", "add", name, "--role", role, "-l", locale, "--password-file", "word"];
        let ran = project.run(&args);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.err
    };
    assert_eq!(add("mara", "translator", "es"), "");
    assert!(add("lena", "translator", "fr").contains("gives `lena` none of that"));
    assert!(add("eve", "reviewer", "es").contains("gives `eve` none of that"));
    let ran = project.run(&["people", "roles", "mara", "--role", "translator"]);
    assert!(ran.err.contains("less: only translator in es, es-MX counts"), "{}", ran.err);
}

#[test]
fn a_damaged_room_and_one_that_others_read_are_refused() {
    let project = room();
    let path = project.path(ROOM);
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).expect("changed");
    refused(&project.run(&["people", "list"]), 2, "others may read it");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o600)).expect("changed");
    std::fs::write(&path, "no database at all, whatever it is called").expect("written");
    refused(&project.run(&["people", "list"]), 5, "cannot be read as the state of a review room");
}

#[test]
fn a_program_gets_a_token_that_is_listed_and_removed() {
    let project = room();
    let add = ["people", "token", "add", "ines"];
    let ran = project.run(&[&add[..], &["--name", "CI"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let token = ran.out.trim_end().to_owned();
    assert!(token.starts_with("hxp_") && token.len() == 47, "{token}");
    assert_eq!(ran.err, "good until 2027-11-24T12:00:00Z, to do what ines may\n");
    let ran = project.run(&[&add[..], &["--name", "feed", "--read-only", "--endless"]].concat());
    assert_eq!(ran.err, "good until it is removed, to read what ines may see\n");
    refused(&project.run(&[&add[..], &["--name", "CI"]].concat()), 2, "a token `CI` already");
    for wrong in [&["--name", "x", "--days", "0"][..], &["--name", "x", "--days", "9", "--endless"]]
    {
        assert_eq!(project.run(&[&add[..], wrong].concat()).code, 2);
    }
    refused(&project.run(&["people", "token", "add", "eve", "--name", "x"]), 2, "no account `eve`");
    let list = ["people", "token", "list"];
    let listed = project.json(&[&list[..], &["ines", "--json"]].concat());
    let feed = serde_json::json!({
        "handle": "ines", "name": "feed", "read_only": true, "created": support::AS_OF,
        "expires": null, "last_used": null,
    });
    assert_eq!((listed.as_array().map(Vec::len), &listed[1]), (Some(2), &feed));
    let table = project.ok(&list);
    assert!(table.contains("ines    CI    all        2026-11-24  2027-11-24  never"), "{table}");
    let bytes = std::fs::read(project.path(ROOM)).expect("a room");
    for secret in [&token, &token[4..]] {
        assert!(!bytes.windows(secret.len()).any(|it| it == secret.as_bytes()));
        assert!(!table.contains(secret) && !listed.to_string().contains(secret));
    }
    refused(&project.run(&[&list[..], &["eve"]].concat()), 2, "no account `eve`");
    let remove = ["people", "token", "remove", "ines", "CI"];
    assert_eq!(project.ok(&remove), "removed the token `CI` of ines\n");
    refused(&project.run(&remove), 2, "there is no such token");
    // Another password leaves what is left; disabling the account does not.
    project.ok(&["people", "add", "mara", "--role", "admin", "--password-file", "word"]);
    project.ok(&["people", "password", "ines", "--password-file", "word"]);
    assert_eq!(project.json(&[&list[..], &["--json"]].concat()).as_array().map(Vec::len), Some(1));
    project.ok(&["people", "disable", "ines"]);
    assert_eq!(project.json(&[&list[..], &["--json"]].concat()), serde_json::json!([]));
}
