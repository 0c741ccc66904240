//! Killed at any moment, a project holds the old state or the new one of every file.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use hexapla_engine::Write;
use hexapla_workspace::Session;

use crate::commit::plan;
use crate::project::Project;

const ROOT: &str = "HEXAPLA_TEST_CRASH";
const TARGETS: [&str; 2] = ["translations/es/pages/a.md", "translations/es/pages/b.md"];

fn text(round: usize) -> String {
    format!("Round {round}.\n").repeat(5_000)
}

/// Commits round after round, until killed; does nothing in an ordinary run.
#[test]
fn committer() {
    let Some(root) = std::env::var_os(ROOT).map(PathBuf::from) else { return };
    let session = Session::open(&root).expect("a project");
    for round in 0.. {
        let read = |path: &str| std::fs::read_to_string(root.join(path)).ok();
        let before = TARGETS.map(read);
        let mut next = plan(TARGETS[0], before[0].as_deref(), &text(round));
        let second = plan(TARGETS[1], before[1].as_deref(), &text(round));
        next.expects.extend(second.expects);
        next.writes.extend(second.writes.into_iter().map(|it| Write { ..it }));
        session.commit(&next).expect("a commit");
    }
}

#[test]
fn a_kill_at_any_moment_leaves_whole_files() {
    let mut rounds = 0;
    for kill in 0..24 {
        let project = Project::new();
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "crash::committer", "--nocapture"])
            .env(ROOT, project.root())
            .stdout(Stdio::null())
            .spawn()
            .expect("a run");
        while !project.path(TARGETS[0]).exists() {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(kill * 970));
        child.kill().expect("to end it");
        child.wait().expect("its end");
        rounds += check(&project);
    }
    assert!(rounds > 0, "some were killed in the middle of their work");
}

/// Asserts that everything is whole, and counts the rounds that were recorded.
fn check(project: &Project) -> usize {
    for target in TARGETS.iter().filter(|it| project.path(it).exists()) {
        let found = project.read(target);
        let round = found.split(['.', ' ']).nth(1).and_then(|it| it.parse().ok());
        assert_eq!(found, text(round.expect("a round")));
    }
    let loaded = project.load();
    assert!(loaded.ledger_problems.is_empty() && loaded.problems.is_empty());
    // What stands in a target is on record: facts come first.
    let first = project.read(TARGETS[0]);
    let known = loaded.snapshot.ledger.text(hexapla_model::Meaning::of("text", &first));
    assert_eq!(known, Some(&*first));
    let facts = std::fs::read_dir(project.path("translations/ledger")).expect("facts");
    facts.filter(|it| it.as_ref().is_ok_and(|it| it.path().extension().is_some())).count()
}
