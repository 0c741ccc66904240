//! A plan is committed whole, and only where nothing has moved on.

use std::path::Path;
use std::sync::Arc;

use hexapla_engine::{Move, Plan, Write};
use hexapla_ledger::{Fact, KeptText};
use hexapla_model::Meaning;
use hexapla_workspace::Error;

use crate::project::Project;

/// The path of the target that plans write.
pub(crate) const TARGET: &str = "translations/es/pages/a.md";

/// A plan that records `text` and makes it the whole of a target, which has to hold `expected`.
pub(crate) fn plan(path: &str, expected: Option<&str>, text: &str) -> Plan {
    let fingerprint = Meaning::of("text", text);
    let fact = Fact::Text(KeptText { fingerprint, text: text.to_owned() });
    let write = Write { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let expected = expected.map(|text| Arc::from(text.as_bytes()));
    let expects = [(path.to_owned(), expected)].into();
    Plan { facts: vec![fact], writes: vec![write], expects, ..Plan::default() }
}

/// How many files a folder holds.
fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn facts_and_targets_are_written() {
    let project = Project::new();
    let session = project.open();
    session.commit(&plan(TARGET, None, "Hola\n")).expect("a commit");
    assert_eq!(project.read(TARGET), "Hola\n");
    let loaded = project.load();
    assert_eq!(loaded.snapshot.ledger.text(Meaning::of("text", "Hola\n")), Some("Hola\n"));
    assert_eq!((loaded.problems, loaded.ledger_problems.len()), (vec![], 0));
    assert_eq!(project.read(".hexapla/.gitignore"), "*\n");
}

#[test]
fn repeating_a_commit_changes_nothing() {
    let project = Project::new();
    let session = project.open();
    session.commit(&plan(TARGET, None, "Hola\n")).expect("a commit");
    let ledger = project.path("translations/ledger");
    session.commit(&plan(TARGET, Some("Hola\n"), "Hola\n")).expect("the same again");
    assert_eq!(files(&ledger), 1);
}

#[test]
fn nothing_is_written_where_a_file_has_moved_on() {
    let cases: [(Option<&str>, Option<&str>); 4] = [
        (Some("shown\n"), Some("edited\n")),
        (Some("shown\n"), None),
        (None, Some("made meanwhile\n")),
        (Some(""), None),
    ];
    for (shown, now) in cases {
        let project = Project::new();
        if let Some(now) = now {
            project.write(TARGET, now);
        }
        let mut plan = plan(TARGET, shown, "new\n");
        plan.writes
            .insert(0, Write { path: "translations/de/pages/b.md".to_owned(), bytes: vec![] });
        let error = project.open().commit(&plan).expect_err("moved on");
        assert!(matches!(&error, Error::MovedOn(path) if path == TARGET), "{error}");
        assert!(error.hint().is_some());
        assert_eq!(std::fs::read_to_string(project.path(TARGET)).ok().as_deref(), now);
        assert_eq!(files(&project.path("translations/ledger")), 0);
        assert!(!project.path("translations/de").exists());
    }
}

#[test]
fn a_file_that_a_plan_does_not_know_is_never_overwritten() {
    let project = Project::new();
    let mut plan = plan(TARGET, None, "new\n");
    plan.expects.clear();
    project.open().commit(&plan).expect("there is none yet");
    assert!(matches!(project.open().commit(&plan), Err(Error::MovedOn(_))));
}

#[test]
fn nothing_is_written_outside_the_project() {
    let project = Project::new();
    let elsewhere = Project::new();
    let link = project.path("translations");
    std::os::unix::fs::symlink(elsewhere.root(), &link).expect("a link");
    for path in ["../out.md", "/tmp/out.md", "a/../../out.md", "", ".", TARGET] {
        let error = project.open().commit(&plan(path, None, "x")).expect_err(path);
        assert!(matches!(error, Error::Outside(_)), "{path}: {error}");
    }
    assert_eq!(files(&elsewhere.root()), 2, "only its config and workflow");
}

#[test]
fn a_link_within_the_project_stays_a_link() {
    let project = Project::new();
    project.write("real.md", "old\n");
    std::fs::create_dir_all(project.path("translations/es/pages")).expect("a folder");
    std::os::unix::fs::symlink(project.path("real.md"), project.path(TARGET)).expect("a link");
    project.open().commit(&plan(TARGET, Some("old\n"), "new\n")).expect("a commit");
    assert!(project.path(TARGET).is_symlink());
    assert_eq!(project.read("real.md"), "new\n");
}

#[test]
fn a_file_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::new();
    project.write(TARGET, "old\n");
    let mode = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(project.path(TARGET), mode).expect("to be the owner");
    project.open().commit(&plan(TARGET, Some("old\n"), "new\n")).expect("a commit");
    let mode = project.path(TARGET).metadata().expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn what_was_written_before_the_disk_said_no_is_told() {
    let project = Project::new();
    let second = "translations/es/pages/b.md";
    project.write(second, "old\n");
    let mut permissions = project.path(second).metadata().expect("a file").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(project.path(second), permissions).expect("to be the owner");
    let mut both = plan(TARGET, None, "new\n");
    let more = plan(second, Some("old\n"), "new\n");
    both.writes.extend(more.writes);
    both.expects.extend(more.expects);
    let error = project.open().commit(&both).expect_err("read-only");
    let told = format!("written: `{TARGET}`; not written: `{second}`");
    assert!(error.to_string().ends_with(&told), "{error}");
    assert!(error.hint().is_some_and(|hint| hint.contains("decide again")), "{error}");
    assert_eq!((project.read(TARGET), project.read(second)), ("new\n".into(), "old\n".into()));
}

#[test]
fn a_read_only_file_is_left_alone() {
    let project = Project::new();
    project.write(TARGET, "old\n");
    let mut permissions = project.path(TARGET).metadata().expect("a file").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(project.path(TARGET), permissions).expect("to be the owner");
    let error =
        project.open().commit(&plan(TARGET, Some("old\n"), "new\n")).expect_err("read-only");
    assert!(error.to_string().contains(TARGET), "{error}");
    assert!(error.hint().is_some_and(|hint| hint.contains("the file is as it was")));
    assert_eq!(project.read(TARGET), "old\n");
}

/// A file that is moved goes to where none is, also where the plan does not say so.
#[test]
fn a_file_is_moved_whole_and_over_no_other() {
    let (from, to) = (TARGET, "translations/es/pages/deep/b.md");
    let moves = vec![Move { from: from.to_owned(), to: to.to_owned() }];
    let plan = Plan { moves, ..plan("translations/es/pages/c.md", None, "c\n") };
    let project = Project::new();
    project.write(from, "Hola\n");
    project.write(to, "somebody's own\n");
    let error = project.open().commit(&plan).expect_err("another file");
    assert!(matches!(&error, Error::MovedOn(path) if path == to), "{error}");
    assert_eq!(
        (project.read(from), project.read(to)),
        ("Hola\n".into(), "somebody's own\n".into())
    );
    assert_eq!(files(&project.path("translations/ledger")), 0);
    std::fs::remove_file(project.path(to)).expect("removed");
    project.open().commit(&plan).expect("a commit");
    assert_eq!(project.read(to), "Hola\n");
    assert!(!project.path(from).exists());
}
