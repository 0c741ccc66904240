//! The ledger's folder, whatever else lies in it and whoever packs it meanwhile.

use std::sync::atomic::{AtomicBool, Ordering};

use hexapla_model::Meaning;

use crate::commit::plan;
use crate::project::Project;

const FOLDER: &str = "translations/ledger";

/// A project with facts that keep the given texts, each in a file of its own.
fn project(texts: &[String]) -> Project {
    let project = Project::new();
    for text in texts {
        let mut plan = plan("x", None, text);
        plan.writes.clear();
        plan.expects.clear();
        project.open().commit(&plan).expect("a commit");
    }
    project
}

fn texts(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("Text {number}")).collect()
}

#[test]
fn foreign_files_are_told_and_left_alone() {
    let project = project(&texts(1));
    project.write(&format!("{FOLDER}/notes.txt"), "x");
    project.write(&format!("{FOLDER}/a.jsonl.orig"), "x");
    project.write(&format!("{FOLDER}/.gitkeep"), "");
    std::fs::create_dir(project.path(&format!("{FOLDER}/folder.jsonl"))).expect("a folder");
    let loaded = project.load();
    let told: Vec<&str> = loaded.problems.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(told, [format!("{FOLDER}/a.jsonl.orig"), format!("{FOLDER}/notes.txt")]);
    assert!(loaded.ledger_problems.is_empty());
    assert!(loaded.snapshot.ledger.text(Meaning::of("text", "Text 0")).is_some());
}

#[test]
fn files_are_read_wherever_they_lie() {
    let project = project(&texts(2));
    let folder = project.path(FOLDER);
    std::fs::create_dir(folder.join("2026")).expect("a folder");
    let file = std::fs::read_dir(&folder).expect("a folder").filter_map(Result::ok);
    let file = file.map(|it| it.path()).find(|it| it.is_file()).expect("a file");
    std::fs::rename(&file, folder.join("2026/any name.jsonl")).expect("to move it");
    let ledger = project.load().snapshot.ledger;
    assert!(texts(2).iter().all(|text| ledger.text(Meaning::of("text", text)).is_some()));
}

#[test]
fn a_reader_loses_nothing_while_another_packs() {
    let texts = texts(60);
    let project = project(&texts);
    let session = project.open();
    let packed = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0..30 {
                let mut plan = plan("x", None, &format!("More {round}"));
                plan.writes.clear();
                plan.expects.clear();
                session.commit(&plan).expect("a commit");
                session.compact().expect("packing");
            }
            packed.store(true, Ordering::SeqCst);
        });
        while !packed.load(Ordering::SeqCst) {
            let ledger = session.load(crate::project::at()).expect("readable").snapshot.ledger;
            for text in &texts {
                assert!(ledger.text(Meaning::of("text", text)).is_some(), "{text} is lost");
            }
        }
    });
    assert!(std::fs::read_dir(project.path(FOLDER)).expect("a folder").count() < 60, "it packed");
}
