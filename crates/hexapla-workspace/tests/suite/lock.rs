//! One writer at a time.

use std::fs::File;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::commit::{TARGET, plan};
use crate::project::Project;

static WAITS: AtomicUsize = AtomicUsize::new(0);

#[test]
fn a_commit_waits_for_another_writer_and_says_so() {
    let project = Project::new();
    let session = project.open().telling_waits(|| {
        WAITS.fetch_add(1, Ordering::SeqCst);
    });
    session.commit(&plan(TARGET, None, "one\n")).expect("nobody else writes");
    assert_eq!(WAITS.load(Ordering::SeqCst), 0);
    let other = File::options().write(true).open(project.path(".hexapla/lock")).expect("a lock");
    other.lock().expect("the lock");
    let started = Instant::now();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            session.commit(&plan(TARGET, Some("one\n"), "two\n")).expect("a commit, later");
        });
        std::thread::sleep(Duration::from_millis(900));
        assert_eq!(project.read(TARGET), "one\n", "nothing is written without the lock");
        other.unlock().expect("to let go");
    });
    assert!(started.elapsed() < Duration::from_secs(5));
    assert_eq!(project.read(TARGET), "two\n");
    assert_eq!(WAITS.load(Ordering::SeqCst), 1);
}

#[test]
fn of_writers_at_once_one_wins_and_no_fact_is_lost() {
    let project = Project::new();
    let session = project.open();
    let texts: Vec<String> = (0..8).map(|number| format!("Text {number}\n")).collect();
    let won = std::thread::scope(|scope| {
        let commit = |text: &String| session.commit(&plan(TARGET, None, text)).is_ok();
        let runs: Vec<_> = texts.iter().map(|text| scope.spawn(move || commit(text))).collect();
        runs.into_iter()
            .filter(|_| true)
            .map(|run| run.join().expect("no panic"))
            .collect::<Vec<_>>()
    });
    assert_eq!(won.iter().filter(|won| **won).count(), 1, "the others were shown no file");
    let winner = won.iter().position(|won| *won).expect("a winner");
    assert_eq!(project.read(TARGET), texts[winner]);
    let mut facts_only: Vec<_> = texts.iter().map(|text| plan("x.md", None, text)).collect();
    for plan in &mut facts_only {
        plan.writes.clear();
        plan.expects.clear();
    }
    std::thread::scope(|scope| {
        for plan in &facts_only {
            scope.spawn(|| session.commit(plan).expect("facts never collide"));
        }
    });
    let ledger = project.load().snapshot.ledger;
    for text in &texts {
        assert!(ledger.text(hexapla_model::Meaning::of("text", text)).is_some());
    }
}
