//! Keys in a folder: how they are made, replaced and kept from others.

#![cfg(unix)]

mod support;

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use hexapla_trust::{KeyId, Refusal, Role, Root, Roots, sign::SecretKey};
use support::{Project, Ran};

fn project() -> Project {
    Project::of(&[("src/a.md", "A text.\n")])
}

/// Runs a command with a passphrase, as a script has it.
fn with_passphrase(project: &Project, passphrase: &str, args: &[&str]) -> Ran {
    let mut command = project.command(args);
    support::ran(command.env("HEXAPLA_PASSPHRASE", passphrase).output().expect("it runs"))
}

fn mode(path: &Path) -> u32 {
    path.metadata().expect("a file").permissions().mode() & 0o777
}

fn names(project: &Project) -> BTreeSet<String> {
    let entries = std::fs::read_dir(project.path("keys")).expect("keys");
    entries.map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// The chain of roots, verified, and the present root.
fn roots(project: &Project, last: u64) -> Result<Root, Refusal> {
    let file = |version: u64| {
        std::fs::read(project.path(&format!("keys/{}", Role::Root.file(version)))).expect("a root")
    };
    let mut roots = Roots::new(&file(1))?;
    for version in 2..=last {
        roots = roots.take(&file(version))?;
    }
    assert!(!project.path(&format!("keys/{}", Role::Root.file(last + 1))).exists());
    Ok(roots.present().clone())
}

fn key_in(project: &Project, file: &str) -> KeyId {
    let key = SecretKey::from_pem(&project.read(&format!("keys/{file}")), None);
    key.expect("a key").public().id().clone()
}

fn refused(ran: &Ran, code: i32, why: &str) {
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains(why), "{}", ran.err);
    assert!(ran.err.contains("hint: "), "{}", ran.err);
}

#[test]
fn keys_are_made_for_their_owner_alone() {
    let project = project();
    let said = project.ok(&["keys", "init", "--root-keys", "3", "--threshold", "2"]);
    let private = ["root-1.key", "root-2.key", "root-3.key", "release-1.key", "timestamp-1.key"];
    for name in private {
        assert_eq!(mode(&project.path(&format!("keys/{name}"))), 0o600, "{name}");
        assert!(said.contains(&format!("wrote keys/{name}\n")), "{said}");
    }
    let root = roots(&project, 1).expect("a root that its own keys signed");
    assert_eq!((root.root.threshold, root.root.keys.len()), (2, 3));
    assert_eq!(root.head.expires.to_string(), "2029-11-23T12:00:00Z");
    assert_eq!(root.snapshot, root.targets);
    let ids: BTreeSet<KeyId> = private.iter().map(|it| key_in(&project, it)).collect();
    assert_eq!(ids.len(), 5, "each key is another");
    assert!(root.roles().iter().all(|(_, it)| it.keys.keys().all(|id| ids.contains(id))));
    project.git(&["init", "-q"]);
    project.git(&["add", "."]);
    let tracked = project.git(&["ls-files", "keys"]).out;
    assert_eq!(tracked, "keys/.gitignore\nkeys/1.root.json\n");
}

#[test]
fn keys_are_never_written_over() {
    let project = project();
    project.ok(&["keys", "init"]);
    let before = project.read("keys/root-1.key");
    refused(&project.run(&["keys", "init"]), 2, "1.root.json` exists already");
    std::fs::remove_file(project.path("keys/1.root.json")).expect("removed");
    refused(&project.run(&["keys", "init"]), 2, "exists already");
    assert_eq!(project.read("keys/root-1.key"), before);
    for numbers in [["0", "0"], ["1", "2"], ["2", "0"]] {
        let [keys, threshold] = numbers;
        let args =
            ["keys", "init", "--keys", "other", "--root-keys", keys, "--threshold", threshold];
        refused(&project.run(&args), 2, "root keys cannot have a threshold of");
        assert!(!project.path("other").exists());
    }
}

#[test]
fn a_rotation_is_followed_by_the_root() {
    let project = project();
    project.ok(&["keys", "init"]);
    let old = key_in(&project, "release-1.key");
    project.ok(&["keys", "rotate", "release"]);
    let root = roots(&project, 2).expect("a chain");
    let new = key_in(&project, "release-2.key");
    assert_eq!(root.targets.keys.keys().collect::<Vec<_>>(), [&new]);
    assert_eq!(root.snapshot, root.targets);
    assert_eq!(key_in(&project, "release-1.key.old"), old);
    assert!(!project.path("keys/release-1.key").exists());
    assert_eq!(mode(&project.path("keys/release-1.key.old")), 0o600);

    project.ok(&["keys", "rotate", "root", "--expires-days", "10"]);
    let root = roots(&project, 3).expect("signed by the old key and the new");
    assert_eq!(root.root.keys.keys().collect::<Vec<_>>(), [&key_in(&project, "root-2.key")]);
    assert_eq!(root.head.expires.to_string(), "2026-12-04T12:00:00Z");
    project.ok(&["keys", "rotate", "timestamp"]);
    roots(&project, 4).expect("the new root key signs");
    let expected = [
        ".gitignore",
        "1.root.json",
        "2.root.json",
        "3.root.json",
        "4.root.json",
        "release-1.key.old",
        "release-2.key",
        "root-1.key.old",
        "root-2.key",
        "timestamp-1.key.old",
        "timestamp-2.key",
    ];
    assert_eq!(names(&project), expected.map(str::to_owned).into());
}

#[test]
fn a_root_needs_as_many_keys_as_its_threshold() {
    let project = project();
    project.ok(&["keys", "init", "--root-keys", "3", "--threshold", "2"]);
    refused(&project.run(&["keys", "rotate", "root"]), 2, "which key of `root`?");
    let away = |file: &str| {
        let file = project.path(&format!("keys/{file}"));
        std::fs::rename(&file, file.with_extension("away")).expect("moved");
    };
    let lost = key_in(&project, "root-1.key");
    away("root-1.key");
    let said = project.ok(&["keys", "rotate", "root", "--key", lost.short()]);
    assert!(said.contains("the old key is not here"), "{said}");
    let root = roots(&project, 2).expect("two of three signed");
    assert!(!root.root.keys.contains_key(&lost));
    assert!(root.root.keys.contains_key(&key_in(&project, "root-4.key")));
    away("root-2.key");
    project.ok(&["keys", "rotate", "release"]);
    away("root-3.key");
    let before = names(&project);
    refused(&project.run(&["keys", "rotate", "release"]), 2, "1 of the private root keys is in");
    assert_eq!(names(&project), before, "something was written");
}

#[test]
fn what_others_may_read_signs_nothing() {
    let project = project();
    project.ok(&["keys", "init"]);
    let file = project.path("keys/root-1.key");
    for exposed in [0o644, 0o640, 0o604, 0o660] {
        std::fs::set_permissions(&file, PermissionsExt::from_mode(exposed)).expect("changed");
        let before = names(&project);
        let ran = project.run(&["keys", "rotate", "release"]);
        refused(&ran, 2, "others may read it");
        assert!(ran.err.contains("chmod 600"), "{}", ran.err);
        assert_eq!(names(&project), before, "something was written");
        let listed = project.run(&["keys", "list"]);
        assert_eq!(listed.code, 0);
        assert!(
            listed.err.contains("warning: others may read `keys/root-1.key`"),
            "{}",
            listed.err
        );
        assert_eq!(project.json(&["keys", "list", "--json"])[0]["exposed"], true);
    }
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o400)).expect("changed");
    project.ok(&["keys", "rotate", "release"]);
}

#[test]
fn an_encrypted_key_opens_with_its_passphrase() {
    let project = project();
    assert_eq!(with_passphrase(&project, "horse", &["keys", "init", "--passphrase"]).code, 0);
    let text = project.read("keys/root-1.key");
    assert!(text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----"), "{text}");
    assert_eq!(project.json(&["keys", "list", "--json"])[1]["encrypted"], true);
    let rotate = ["keys", "rotate", "release"];
    refused(&with_passphrase(&project, "cow", &rotate), 2, "does not open with this passphrase");
    refused(&with_passphrase(&project, "", &rotate), 6, "it is empty");
    assert!(!project.path("keys/2.root.json").exists());
    let ran = with_passphrase(&project, "horse", &rotate);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = project.read("keys/release-2.key");
    assert!(text.contains("ENCRYPTED"), "what replaces an encrypted key is encrypted: {text}");
}

#[test]
fn a_key_of_another_tool_signs_too() {
    let project = project();
    project.ok(&["keys", "init"]);
    let file = project.path("keys/root-1.key");
    let text = project.read("keys/root-1.key");
    let (_, pem) = text.split_once('\n').expect("a head");
    std::fs::write(&file, pem).expect("written");
    std::fs::rename(&file, project.path("keys/mine.key")).expect("moved");
    project.ok(&["keys", "rotate", "root"]);
    roots(&project, 2).expect("it signed");
    assert!(project.path("keys/mine.key.old").exists());
}

/// A rotation that was cut off after it wrote the new key, and before the root that names it.
#[test]
fn a_rotation_that_was_cut_off_is_begun_anew() {
    let project = project();
    project.ok(&["keys", "init"]);
    project
        .write("keys/release-2.key", project.read("keys/timestamp-1.key").replace("Key ", "Key 0"));
    project.ok(&["keys", "rotate", "release"]);
    let root = roots(&project, 2).expect("a chain");
    assert!(root.targets.keys.contains_key(&key_in(&project, "release-3.key")));
    assert_eq!(project.json(&["keys", "list", "--json"])[1]["file"], "keys/release-3.key");
}

#[test]
fn a_private_key_is_never_printed() {
    let project = project();
    let mut said = project.ok(&["keys", "init"]);
    for args in [&["keys", "list"][..], &["keys", "list", "--json"], &["keys", "rotate", "root"]] {
        said += &project.ok(args);
    }
    for name in names(&project).iter().filter(|it| it.contains(".key")) {
        let text = project.read(&format!("keys/{name}"));
        let secret = text.lines().nth(2).expect("a key");
        assert!(secret.len() > 60 && !said.contains(&secret[22..]), "{name}\n{said}");
    }
}

#[test]
fn damage_is_told_and_never_taken_for_nothing() {
    let project = project();
    refused(&project.run(&["keys", "list"]), 2, "no keys in ");
    project.ok(&["keys", "init"]);
    let root = project.read("keys/1.root.json");
    project.write("keys/1.root.json", root.replace("2029", "2039"));
    refused(&project.run(&["keys", "list"]), 5, "is not signed as it has to be");
    project.write("keys/1.root.json", &root);
    project.ok(&["keys", "list"]);
    let key = project.read("keys/root-1.key");
    project.write("keys/root-1.key", &key[..key.len() - 40]);
    refused(&project.run(&["keys", "rotate", "release"]), 5, "no Ed25519 key");
    // The head of one key over another.
    let other = SecretKey::generate().expect("a key").to_pem(None).expect("a text");
    let (head, _) = key.split_once('\n').expect("a head");
    project.write("keys/root-1.key", format!("{head}\n{}", *other));
    refused(&project.run(&["keys", "rotate", "release"]), 5, "keys/root-1.key");
}

#[test]
fn the_folder_is_where_one_says() {
    let project = project();
    project.ok(&["keys", "init", "--keys", "a"]);
    let mut command = project.command(&["keys", "init"]);
    let ran = support::ran(command.env("HEXAPLA_KEYS", "b").output().expect("it runs"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(project.path("a/1.root.json").exists() && project.path("b/1.root.json").exists());
    assert!(!project.path("keys").exists());
    assert_eq!(project.json(&["keys", "list", "--keys", "a", "--json"])[0]["file"], "a/root-1.key");
}

/// A passphrase is typed on a terminal, which does not show it.
#[cfg(target_os = "linux")]
mod typed {
    use std::fs::File;
    use std::io::{Read, Write};
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use rustix::termios::{LocalModes, tcgetattr};

    use super::{project, with_passphrase};
    use crate::support::Project;

    const FIRST: &str = "passphrase of keys: ";
    const AGAIN: &str = "the same again: ";

    /// Runs a command on a terminal of its own and answers each prompt once what is typed is not
    /// shown any more; gives its code and what the terminal showed.
    fn typing(project: &Project, args: &[&str], answers: &[[&str; 2]]) -> (Option<i32>, String) {
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&ours).and_then(|()| unlockpt(&ours)).expect("unlocked");
        let name = ptsname(&ours, Vec::new()).expect("a name").into_string().expect("text");
        let theirs =
            || Stdio::from(File::options().read(true).write(true).open(&name).expect("it"));
        let mut command = Command::new("setsid");
        command.args(["--ctty", "--wait", env!("CARGO_BIN_EXE_hexapla")]).args(args);
        command.current_dir(project.root()).env_remove("HEXAPLA_PASSPHRASE");
        command.env_remove("HEXAPLA_KEYS").env("NO_COLOR", "1");
        let mut child =
            command.stdin(theirs()).stdout(theirs()).stderr(theirs()).spawn().expect("it runs");
        // Else our own ends would keep the terminal open.
        drop(command);
        let (mut ours, mut said) = (File::from(ours), String::new());
        for [prompt, answer] in answers {
            while !said.contains(prompt) && hear(&mut ours, &mut said) {}
            while tcgetattr(&ours).is_ok_and(|it| it.local_modes.contains(LocalModes::ECHO)) {
                std::thread::sleep(Duration::from_millis(2));
            }
            writeln!(ours, "{answer}").expect("typed");
        }
        while hear(&mut ours, &mut said) {}
        (child.wait().expect("its end").code(), said)
    }

    /// Hears what is said next; a terminal that nobody has open any more says nothing.
    fn hear(terminal: &mut File, said: &mut String) -> bool {
        let mut bytes = [0; 4096];
        let count = terminal.read(&mut bytes).unwrap_or(0);
        said.push_str(&String::from_utf8_lossy(&bytes[..count]));
        count > 0
    }

    #[test]
    fn a_passphrase_is_typed_twice_and_never_shown() {
        let project = project();
        let args = ["keys", "init", "--passphrase"];
        let (code, said) = typing(&project, &args, &[[FIRST, "horse"], [AGAIN, "house"]]);
        assert_eq!(code, Some(6), "{said}");
        assert!(said.contains("the two differ"), "{said}");
        assert!(!project.path("keys").exists(), "something was written");
        let (code, said) = typing(&project, &args, &[[FIRST, "horse"], [AGAIN, "horse"]]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains(FIRST) && said.contains(AGAIN), "{said}");
        assert!(!said.contains("horse"), "{said}");
        let ran = with_passphrase(&project, "horse", &["keys", "rotate", "timestamp"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
}
