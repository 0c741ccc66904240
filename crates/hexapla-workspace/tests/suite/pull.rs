//! Releases arrive whole, or the former one stays.

use hexapla_release::{Header, Release, ReleaseFile, build};
use hexapla_workspace::{Error, pull, verify_release};
use tempfile::TempDir;

use crate::project::{Project, at, write};

fn release(text: &str) -> Release {
    let header = Header { name: "Example".to_owned(), channel: "stable".to_owned(), as_of: at() };
    let file = |path: &str| ReleaseFile {
        locale: "es".parse().expect("a tag"),
        collection: "pages".to_owned(),
        path: path.to_owned(),
        bytes: text.repeat(1_000).into_bytes(),
        units: Vec::new(),
    };
    build(header, vec![file("es/pages/a.md"), file("es/pages/b.md")], Vec::new())
        .expect("a release")
}

#[test]
fn a_pull_is_whole_and_repeating_it_changes_nothing() {
    let project = Project::new();
    let session = project.open();
    let into = TempDir::new().expect("a folder");
    let into = into.path().join("deep/site");
    for text in ["one\n", "two\n", "three\n"] {
        let release = release(text);
        let saved = session.save_release(&release, None).expect("a saved release");
        assert!(pull(&saved, "stable", &into).expect("a pull").changed);
        assert!(!pull(&saved, "stable", &into).expect("a pull").changed);
        assert_eq!(verify_release(&into).expect("a whole release").0, release.id);
    }
    let beside = std::fs::read_dir(into.parent().expect("a parent")).expect("a folder");
    let mut names: Vec<_> = beside.map(|it| it.expect("an entry").file_name()).collect();
    names.sort();
    assert_eq!(names, [".site.lock", "site"], "no debris");
}

#[test]
fn a_damaged_release_leaves_the_former_one() {
    let project = Project::new();
    let session = project.open();
    let folder = TempDir::new().expect("a folder");
    let into = folder.path().join("site");
    let good = release("good\n");
    let saved = session.save_release(&good, None).expect("a saved release");
    pull(&saved, "stable", &into).expect("a pull");
    let damages: [(&str, Option<&str>); 3] =
        [("es/pages/a.md", Some("other")), ("es/pages/b.md", None), ("manifest.json", Some("{"))];
    for (path, text) in damages {
        let bad = session.save_release(&release(path), None).expect("a saved release");
        match text {
            Some(text) => write(&bad.join(path), text),
            None => std::fs::remove_file(bad.join(path)).expect("a file"),
        }
        let error = pull(&bad, "stable", &into).expect_err("a damaged release");
        assert!(matches!(error, Error::Integrity(_)), "{path}: {error}");
        assert_eq!(verify_release(&into).expect("the former one").0, good.id);
    }
}

#[test]
fn pulls_at_once_leave_one_whole_release() {
    let project = Project::new();
    let session = project.open();
    let folder = TempDir::new().expect("a folder");
    let into = folder.path().join("site");
    let texts: Vec<String> = (0..6).map(|number| format!("{number}\n")).collect();
    let saved: Vec<_> = texts
        .iter()
        .map(|text| session.save_release(&release(text), None).expect("a saved release"))
        .collect();
    std::thread::scope(|scope| {
        for release in &saved {
            scope.spawn(|| pull(release, "stable", &into).expect("a pull"));
        }
    });
    verify_release(&into).expect("a whole release");
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let project = Project::new();
    let saved = project.open().save_release(&release("x"), None).expect("a saved release");
    let into = TempDir::new().expect("a folder");
    write(&into.path().join("precious.txt"), "x");
    assert!(matches!(pull(&saved, "stable", into.path()), Err(Error::Exists(_))));
    assert!(into.path().join("precious.txt").is_file());
}
