//! How a command ends tells a script what happened: one code for each kind of end.

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use support::{Project, Ran};

const PAGE: &str = "# One\n\nThe first text.\n";
const TARGET: &str = "# Uno\n\nEl primer texto.\n";

/// A page whose translation is accepted, and then stale.
fn stale() -> Project {
    let project = Project::of(&[("src/a.md", PAGE), ("out/es/a.md", TARGET)]);
    project.ok(&["accept", "--all", "--force"]);
    project.edit("src/a.md", "first", "second");
    project
}

/// A released page.
fn released() -> Project {
    let project = stale();
    project.ok(&["release", "build", "--into", "releases"]);
    project
}

fn ledger(project: &Project) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(project.path("translations/ledger")).expect("a ledger");
    entries.map(|it| it.expect("an entry").path()).collect()
}

/// Ends with the code, says why in one line, and what to do next.
fn check(ran: &Ran, code: i32, why: &str) {
    assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains(why), "{}", ran.err);
    assert!(ran.err.contains("hint: ") || code == 0, "{}", ran.err);
}

#[test]
fn clean_is_0() {
    let project = stale();
    for args in [&["status"][..], &["diff"], &["check"], &["review", "--json"], &["impact"]] {
        check(&project.run(args), 0, "");
    }
}

#[test]
fn findings_are_1() {
    let project = stale();
    assert_eq!(project.run(&["status", "--exit-code"]).code, 1);
    project.write("src/m.ftl", "broken = { $\n");
    assert_eq!(project.run(&["check"]).code, 1);
    assert_eq!(project.run(&["release", "build"]).code, 1);
}

#[test]
fn usage_is_2() {
    let project = stale();
    assert_eq!(project.run(&["status", "--by", "mood"]).code, 2);
    assert_eq!(project.run(&[]).code, 2);
    check(&project.run(&["diff", "pages/b"]), 2, "nothing is named `pages/b`");
    check(&project.run(&["status", "-l", "fr"]), 2, "not translated into `fr`");
    check(&project.run(&["pull", "nowhere", "--into", "site"]), 2, "no release for `stable`");
    check(&project.run(&["init"]), 2, "`hexapla.toml` exists already");
    std::fs::remove_file(project.path("hexapla.toml")).expect("removed");
    check(&project.run(&["status"]), 2, "no hexapla.toml");
}

#[test]
fn a_broken_config_is_3_and_located() {
    let project = stale();
    project.edit("hexapla.toml", "source_locale", "source_local");
    check(&project.run(&["status"]), 3, "hexapla.toml:3:1: ");
    project.edit("hexapla.toml", "source_local ", "source_locale ");
    project.edit("workflows/standard.toml", "\"error\"", "\"severe\"");
    check(&project.run(&["status"]), 3, "workflows/standard.toml:7:10: `severe` is not one of");
}

#[test]
fn a_source_that_moved_on_is_4() {
    let project = stale();
    let shown = project.json(&["review", "--json"])[0]["source_fingerprint"].clone();
    let shown = shown.as_str().expect("a fingerprint");
    project.edit("src/a.md", "second", "third");
    let files = ledger(&project);
    for decision in ["accept", "keep"] {
        let ran = project.run(&[decision, "pages/a", "-l", "es", "--expect", shown]);
        check(&ran, 4, "is no longer the one shown");
    }
    assert_eq!(ledger(&project), files, "something was recorded");
}

/// The same while a person is looking at it.
#[test]
fn a_file_that_moves_on_during_a_review_is_4() {
    let project = stale();
    let files = ledger(&project);
    let mut command = project.command(&["review"]);
    let mut review = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut lines = BufReader::new(review.stdout.take().expect("an output")).lines();
    let shown = lines.by_ref().map_while(Result::ok).find(|line| line.contains("target"));
    assert!(shown.is_some());
    project.edit("src/a.md", "second", "third");
    review.stdin.take().expect("an input").write_all(b"a\nq\n").expect("answered");
    lines.for_each(drop);
    let output = review.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains("`src/a.md` is no longer as it was shown"), "{said}");
    assert_eq!(ledger(&project), files, "something was recorded");
}

#[test]
fn a_damaged_ledger_is_5() {
    let project = stale();
    let file = ledger(&project).remove(0);
    let text = std::fs::read_to_string(&file).expect("a ledger");
    std::fs::write(&file, &text[..text.len() / 2]).expect("written");
    for args in [&["status"][..], &["diff"], &["ledger", "verify"], &["release", "build"]] {
        check(&project.run(args), 5, "translations/ledger/");
    }
    check(&project.run(&["accept", "pages/a"]), 5, "a part of the ledger cannot be read");
}

#[test]
fn a_damaged_release_is_5_and_nothing_is_pulled() {
    let project = released();
    project.ok(&["pull", "releases", "--into", "site"]);
    let entries = std::fs::read_dir(project.path("releases")).expect("releases");
    let mut folders = entries.map(|it| it.expect("an entry").path()).filter(|it| it.is_dir());
    let release = folders.next().expect("a release");
    std::fs::write(release.join("es/pages/a.md"), "# Otro\n").expect("written");
    let release = release.to_string_lossy().into_owned();
    check(&project.run(&["release", "verify", &release]), 5, "es/pages/a.md");
    check(&project.run(&["pull", "releases", "--into", "fresh"]), 5, "es/pages/a.md");
    assert!(!project.path("fresh").exists());
    assert!(project.read("site/es/pages/a.md").contains("El primer texto."));
}

#[test]
fn a_disk_that_says_no_is_6() {
    let project = released();
    project.write("taken", "a file\n");
    let ran = project.run(&["release", "build", "--into", "taken"]);
    assert_eq!(ran.code, 6, "{}", ran.err);
    assert!(ran.err.contains("cannot create `taken`"), "{}", ran.err);
}

/// A full disk behind a redirection is no clean end.
#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_is_6() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("a device");
    let output = stale().command(&["status"]).stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(6));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to standard output"));
}

/// `hexapla status | head`: the command ends as it would have, and says nothing of it.
#[test]
fn a_reader_that_goes_away_changes_nothing() {
    let project = stale();
    project.write("src/m.ftl", "whole = x\nbroken = { $\n");
    for (args, code) in [(&["status"][..], 0), (&["completions", "bash"], 0), (&["check"], 1)] {
        let mut command = project.command(args);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
        assert_eq!(output.status.code(), Some(code), "{args:?}");
    }
}

#[test]
fn every_code_is_documented() {
    let help = stale().ok(&["--help"]);
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
    let readme = readme.expect("a README");
    let words = ["clean", "findings", "usage", "config", "moved on", "integrity", "I/O"];
    for (code, word) in words.into_iter().enumerate() {
        assert!(help.contains(&format!("  {code}  {word}")), "{code} {word}\n{help}");
        assert!(readme.contains(&format!("| {code} | {word}")), "{code} {word}");
    }
}
