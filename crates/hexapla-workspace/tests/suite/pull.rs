//! Releases arrive whole, or the former one stays.

use std::path::Path;

use hexapla_model::Progress;
use hexapla_release::{Header, Release, ReleaseFile, build};
use hexapla_workspace::{Error, pull, verify_release};
use tempfile::TempDir;

use crate::project::{Project, at, write};

fn release(text: &str) -> Release {
    let header =
        Header { name: "Example".to_owned(), channels: vec!["stable".to_owned()], as_of: at() };
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
        assert!(pull(&saved, "stable", &into, &Progress::default()).expect("a pull").changed);
        assert!(!pull(&saved, "stable", &into, &Progress::default()).expect("a pull").changed);
        assert_eq!(
            verify_release(&into, &Progress::default()).expect("a whole release").0,
            release.id
        );
    }
    let beside = std::fs::read_dir(into.parent().expect("a parent")).expect("a folder");
    let mut names: Vec<_> = beside.map(|it| it.expect("an entry").file_name()).collect();
    names.sort();
    assert_eq!(names, [".site.lock", "site"], "no debris");
}

/// What somebody did to a release in its folder.
type Damage = fn(&Path);

fn rewrite(folder: &Path, from: &str, to: &str) {
    let path = folder.join("manifest.json");
    let text = std::fs::read_to_string(&path).expect("a manifest");
    assert!(text.contains(from), "{from}");
    write(&path, text.replace(from, to));
}

const PAGE: &str = "es/pages/a.md";

const DAMAGES: [(&str, Damage); 14] = [
    ("another byte", |folder| {
        let mut bytes = std::fs::read(folder.join(PAGE)).expect("a file");
        bytes[7] ^= 1;
        write(&folder.join(PAGE), bytes);
    }),
    ("cut off", |folder| {
        let bytes = std::fs::read(folder.join(PAGE)).expect("a file");
        write(&folder.join(PAGE), &bytes[..bytes.len() - 1]);
    }),
    ("longer", |folder| {
        let bytes = std::fs::read(folder.join(PAGE)).expect("a file");
        write(&folder.join(PAGE), [&bytes[..], b"x"].concat());
    }),
    ("empty", |folder| write(&folder.join(PAGE), "")),
    ("missing", |folder| std::fs::remove_file(folder.join("es/pages/b.md")).expect("a file")),
    ("a folder in its place", |folder| {
        std::fs::remove_file(folder.join(PAGE)).expect("a file");
        std::fs::create_dir(folder.join(PAGE)).expect("a folder");
    }),
    ("a link to the very bytes", |folder| {
        std::fs::rename(folder.join(PAGE), folder.join("../elsewhere.md")).expect("moved");
        std::os::unix::fs::symlink("../../../elsewhere.md", folder.join(PAGE)).expect("a link");
    }),
    ("a link to a folder of the very files", |folder| {
        std::fs::rename(folder.join("es"), folder.join("../elsewhere")).expect("moved");
        std::os::unix::fs::symlink("../elsewhere", folder.join("es")).expect("a link");
    }),
    ("a pipe that nobody writes to", |folder| {
        std::fs::remove_file(folder.join(PAGE)).expect("a file");
        let made = std::process::Command::new("mkfifo").arg(folder.join(PAGE)).status();
        assert!(made.expect("mkfifo runs").success());
    }),
    ("a torn manifest", |folder| write(&folder.join("manifest.json"), "{")),
    ("the manifest of another release", |folder| {
        rewrite(folder, "\"stable\"", "\"preview\"");
    }),
    ("a file and manifest that agree, in the place of those of the id", |folder| {
        let other = release("other\n");
        write(&folder.join("manifest.json"), &other.manifest_bytes);
        for (path, bytes) in &other.files {
            write(&folder.join(path.as_str()), bytes);
        }
    }),
    ("a path that leads out", |folder| {
        write(&folder.join("../evil.md"), "x".repeat(10_000));
        rewrite(folder, PAGE, "../evil.md");
    }),
    ("a path from the root", |folder| rewrite(folder, PAGE, "/tmp/evil.md")),
];

#[test]
fn whatever_is_wrong_with_a_release_the_former_one_stays() {
    let good = release("good\n");
    for (what, damage) in DAMAGES {
        let project = Project::new();
        let session = project.open();
        let folder = TempDir::new().expect("a folder");
        let into = folder.path().join("deep/er/site");
        let saved = session.save_release(&good, None).expect("a saved release");
        pull(&saved, "stable", &into, &Progress::default()).expect("a pull");
        let bad = session.save_release(&release("bad\n"), None).expect("a saved release");
        damage(&bad);
        let error = pull(&bad, "stable", &into, &Progress::default()).expect_err(what);
        assert!(matches!(error, Error::Integrity(_)), "{what}: {error}");
        assert!(verify_release(&bad, &Progress::default()).is_err(), "{what}");
        assert_eq!(
            verify_release(&into, &Progress::default()).expect("the former one").0,
            good.id,
            "{what}"
        );
        assert_eq!(names(into.parent().expect("a parent")), [".site.lock", "site"], "{what}");
        // Built again, it is whole again.
        session.save_release(&release("bad\n"), None).expect("a saved release");
        assert!(pull(&bad, "stable", &into, &Progress::default()).expect(what).changed);
    }
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let name = |it: std::io::Result<std::fs::DirEntry>| it.expect("an entry").file_name();
    let mut names: Vec<_> = entries.map(|it| name(it).into_string().expect("text")).collect();
    names.sort();
    names
}

#[test]
fn what_the_manifest_does_not_name_is_told_and_never_pulled() {
    let project = Project::new();
    let saved = project.open().save_release(&release("x"), None).expect("a saved release");
    write(&saved.join("es/pages/extra.md"), "nobody released this");
    let error = verify_release(&saved, &Progress::default()).expect_err("more than was released");
    assert!(error.to_string().contains("extra.md"), "{error}");
    let folder = TempDir::new().expect("a folder");
    let into = folder.path().join("site");
    pull(&saved, "stable", &into, &Progress::default()).expect("a pull");
    assert_eq!(names(&into.join("es/pages")), ["a.md", "b.md"]);
    verify_release(&into, &Progress::default()).expect("a whole release");
}

#[test]
fn of_two_releases_as_of_the_same_moment_the_one_built_last_is_pulled() {
    let project = Project::new();
    let session = project.open();
    let folder = TempDir::new().expect("a folder");
    for round in 0..6 {
        let release = release(&format!("{round}\n"));
        let saved = session.save_release(&release, None).expect("a saved release");
        // Some disks tell times apart by seconds only.
        let manifest = std::fs::File::open(saved.join("manifest.json")).expect("a manifest");
        let at = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(round * 10);
        manifest.set_modified(at).expect("a time");
        let store = saved.parent().expect("a store");
        let pulled = pull(store, "stable", &folder.path().join("site"), &Progress::default())
            .expect("a pull");
        assert_eq!(pulled.id, release.id);
    }
}

#[test]
fn a_release_appears_whole_or_not_at_all() {
    let project = Project::new();
    let session = project.open();
    let store = TempDir::new().expect("a folder");
    // What a killed build leaves.
    write(&store.path().join(".incoming/manifest.json"), "{");
    write(&store.path().join(".incoming/es/pages/extra.md"), "x");
    assert!(session.releases(Some(store.path())).expect("a list").is_empty());
    let release = release("x");
    let saved = session.save_release(&release, Some(store.path())).expect("a saved release");
    verify_release(&saved, &Progress::default()).expect("a whole release");
    assert_eq!(names(store.path()), [".lock", release.id.short()]);
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
            scope.spawn(|| pull(release, "stable", &into, &Progress::default()).expect("a pull"));
        }
    });
    verify_release(&into, &Progress::default()).expect("a whole release");
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let project = Project::new();
    let saved = project.open().save_release(&release("x"), None).expect("a saved release");
    let into = TempDir::new().expect("a folder");
    write(&into.path().join("precious.txt"), "x");
    assert!(matches!(
        pull(&saved, "stable", into.path(), &Progress::default()),
        Err(Error::Exists(_))
    ));
    assert!(into.path().join("precious.txt").is_file());
}

#[test]
fn what_would_be_lost_is_left_alone() {
    let project = Project::new();
    let session = project.open();
    let one = session.save_release(&release("one"), None).expect("a saved release");
    let two = session.save_release(&release("two"), None).expect("a saved release");
    // Browsers have a file of that name too.
    let into = TempDir::new().expect("a folder");
    let app = into.path().join("app");
    write(&app.join("manifest.json"), "{ \"name\": \"An app\", \"start_url\": \"/\" }");
    write(&app.join("index.html"), "<p>precious");
    assert!(matches!(pull(&one, "stable", &app, &Progress::default()), Err(Error::Exists(_))));
    assert_eq!(names(&app), ["index.html", "manifest.json"]);
    // So is what somebody put beside a release.
    let site = into.path().join("site");
    pull(&one, "stable", &site, &Progress::default()).expect("a pull");
    write(&site.join("es/robots.txt"), "precious");
    let Err(Error::Exists(path)) = pull(&two, "stable", &site, &Progress::default()) else {
        panic!("it was lost")
    };
    assert_eq!(path, site.join("es/robots.txt"));
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), "precious");
    std::fs::remove_file(path).expect("a file");
    // A damaged release is mended.
    write(&site.join(PAGE), "edited by hand");
    std::fs::remove_file(site.join("es/pages/b.md")).expect("a file");
    assert!(pull(&one, "stable", &site, &Progress::default()).expect("a pull").changed);
    verify_release(&site, &Progress::default()).expect("a whole release");
    assert!(pull(&two, "stable", &site, &Progress::default()).expect("a pull").changed);
}

#[test]
fn a_link_stays_and_the_folder_behind_it_is_replaced() {
    let project = Project::new();
    let session = project.open();
    let folder = TempDir::new().expect("a folder");
    let real = folder.path().join("disk/site");
    std::fs::create_dir_all(&real).expect("a folder");
    let link = folder.path().join("site");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    for text in ["one", "two"] {
        let release = release(text);
        let saved = session.save_release(&release, None).expect("a saved release");
        pull(&saved, "stable", &link, &Progress::default()).expect("a pull");
        assert!(link.is_symlink());
        assert_eq!(
            verify_release(&real, &Progress::default()).expect("a whole release").0,
            release.id
        );
    }
}
