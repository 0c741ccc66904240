//! A full and a read-only disk: a clear error, and the old bytes.
//!
//! Each test runs itself again in a mount namespace of its own, on a tiny file system that is gone
//! with the process.

use std::path::{Path, PathBuf};
use std::process::Command;

use hexapla_workspace::{Error, Session};

use crate::commit::{TARGET, plan};
use crate::project::{CONFIG, write};

const DISK: &str = "HEXAPLA_TEST_DISK";

/// A tiny disk with a project on it; nothing where this is not the process that has it.
///
/// Runs `test` again with such a disk, unless the system does not let us.
fn disk(test: &str) -> Option<PathBuf> {
    if let Some(disk) = std::env::var_os(DISK) {
        let disk = PathBuf::from(disk);
        write(&disk.join("hexapla.toml"), CONFIG);
        write(&disk.join("workflows/standard.toml"), include_str!("../../templates/standard.toml"));
        write(&disk.join(TARGET), "old\n");
        return Some(disk);
    }
    let folder = tempfile::TempDir::new().expect("a folder");
    let mounted = |then: &str| {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--map-root-user", "sh", "-c"]);
        command.arg(format!("mount -t tmpfs -o size=256k tmpfs \"$0\" && {then}"));
        command.arg(folder.path());
        command
    };
    if !mounted("true").output().is_ok_and(|output| output.status.success()) {
        println!("skipped: this system lets nobody mount a tiny disk");
        return None;
    }
    let own = std::env::current_exe().expect("this program");
    let mut again = mounted("exec \"$1\" --exact \"$2\" --nocapture");
    let output = again.arg(own).arg(test).env(DISK, folder.path()).output().expect("a run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "`{test}` has run");
    None
}

fn sh(script: &str, disk: &Path) {
    let status = Command::new("sh").args(["-c", script]).arg(disk).status();
    assert!(status.is_ok_and(|it| it.success()), "{script}");
}

fn names(disk: &Path) -> Vec<String> {
    let folder = disk.join(TARGET);
    let entries = std::fs::read_dir(folder.parent().expect("a parent")).expect("a folder");
    entries.map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_full_disk_leaves_the_old_bytes() {
    let Some(disk) = disk("disk::a_full_disk_leaves_the_old_bytes") else { return };
    let session = Session::open(&disk).expect("a project");
    let mut large = plan(TARGET, Some("old\n"), &"new\n".repeat(200_000));
    large.facts.clear();
    let error = session.commit(&large).expect_err("full");
    assert!(error.to_string().contains(TARGET), "{error}");
    assert_eq!(error.hint().as_deref(), Some("free some space; the file is as it was"));
    assert_eq!(std::fs::read_to_string(disk.join(TARGET)).expect("a file"), "old\n");
    assert_eq!(names(&disk), ["a.md"], "no debris");
    session.commit(&plan(TARGET, Some("old\n"), "new\n")).expect("there is room for this");
    // Not even room for the facts: then no target is touched either.
    sh("cat /dev/zero > \"$0/filler\" 2>/dev/null; true", &disk);
    session.commit(&plan(TARGET, Some("new\n"), &"newer\n".repeat(9_999))).expect_err("full");
    assert_eq!(std::fs::read_to_string(disk.join(TARGET)).expect("a file"), "new\n");
    let loaded = session.load(crate::project::at()).expect("a readable project");
    assert!(loaded.ledger_problems.is_empty(), "no half line");
}

#[test]
fn a_read_only_disk_can_be_read() {
    let Some(disk) = disk("disk::a_read_only_disk_can_be_read") else { return };
    sh("mount -o remount,bind,ro \"$0\"", &disk);
    let session = Session::open(&disk).expect("a project");
    session.load(crate::project::at()).expect("reading needs no writing");
    assert_eq!(session.releases(None).expect("none").len(), 0);
    let error = session.commit(&plan(TARGET, Some("old\n"), "new\n")).expect_err("read-only");
    assert!(matches!(error, Error::Io { .. }), "{error}");
    assert!(error.hint().is_some_and(|hint| hint.contains("who may read and write")), "{error}");
    assert_eq!(std::fs::read_to_string(disk.join(TARGET)).expect("a file"), "old\n");
}
