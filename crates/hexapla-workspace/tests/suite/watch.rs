//! What the watcher tells, by the ways in which editors and people change files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hexapla_workspace::{Batch, Error, Watcher};

use crate::project::Project;

const FILE: &str = "source-content/pages/a.md";
/// Long enough for a machine that is busy with other things.
const SOON: Duration = Duration::from_secs(30);
const SILENCE: Duration = Duration::from_millis(300);

/// A way to save a text.
type Save<'a> = &'a dyn Fn(&str) -> std::io::Result<()>;

/// A watched project with a page.
fn watched(poll: bool) -> (Project, Watcher) {
    let project = Project::new();
    project.write(FILE, "old\n");
    project.write(".git/index", "x");
    let watcher = Watcher::new(&project.root(), poll).expect("a watcher");
    (project, watcher)
}

/// Waits until every path was told of, or a rescan; gives all that was told.
#[track_caller]
fn expect(watcher: &Watcher, project: &Project, paths: &[&str]) -> BTreeSet<PathBuf> {
    let mut missing: BTreeSet<PathBuf> = paths.iter().map(|path| project.path(path)).collect();
    let mut told = BTreeSet::new();
    let started = Instant::now();
    while !missing.is_empty() && started.elapsed() < SOON {
        match watcher.next(SOON).expect("a watched root") {
            Some(Batch::Changed(paths)) => {
                missing.retain(|path| !paths.contains(path));
                told.extend(paths);
            }
            Some(Batch::Rescan) => return told,
            None => {}
        }
    }
    assert!(missing.is_empty(), "not told of {missing:?}, only of {told:?}");
    told
}

/// Lets what is on its way arrive.
fn settle(watcher: &Watcher) {
    while watcher.next(SILENCE).expect("a watched root").is_some() {}
}

#[test]
fn saves_of_every_editor_are_told() {
    let (project, watcher) = watched(false);
    let path = project.path(FILE);
    let beside = |name: &str| path.with_file_name(name);
    let saves: [(&str, Save<'_>); 5] = [
        ("in place, as VS Code and nano", &|text| fs::write(&path, text)),
        ("by moving the old one away, as vim", &|text| {
            fs::write(beside("4913"), "")?;
            fs::remove_file(beside("4913"))?;
            fs::rename(&path, beside("a.md~"))?;
            fs::write(&path, text)?;
            fs::remove_file(beside("a.md~"))
        }),
        ("by a copy as backup, as neovim", &|text| {
            fs::copy(&path, beside("a.md~"))?;
            fs::write(&path, text)?;
            fs::remove_file(beside("a.md~"))
        }),
        ("by a new file put over it, as helix and Hexapla", &|text| {
            fs::write(beside(".a.md.tmp"), text)?;
            fs::rename(beside(".a.md.tmp"), &path)
        }),
        ("by deleting it first", &|text| {
            fs::remove_file(&path)?;
            fs::write(&path, text)
        }),
    ];
    for round in 0..3 {
        for (how, save) in &saves {
            let text = format!("{how} {round}\n");
            save(&text).expect(how);
            expect(&watcher, &project, &[FILE]);
            assert_eq!(project.read(FILE), text);
            settle(&watcher);
        }
    }
}

#[test]
fn a_save_is_told_once_it_is_quiet() {
    let (project, watcher) = watched(false);
    let mut times = Vec::new();
    for round in 0..10 {
        project.write(FILE, format!("{round}\n"));
        let started = Instant::now();
        expect(&watcher, &project, &[FILE]);
        times.push(started.elapsed());
        settle(&watcher);
    }
    times.sort();
    println!("told after {:?} (median), {:?} (longest)", times[5], times[9]);
}

#[test]
fn folders_that_come_and_go_are_told_with_their_files() {
    let (project, watcher) = watched(false);
    let elsewhere = Project::new();
    elsewhere.write("moved/deep/b.md", "x");
    let within = |path: &str| project.path(path);
    fs::rename(elsewhere.path("moved"), within("source-content/pages/moved")).expect("a move");
    expect(
        &watcher,
        &project,
        &["source-content/pages/moved", "source-content/pages/moved/deep/b.md"],
    );
    settle(&watcher);
    project.write("source-content/pages/moved/deep/b.md", "edited where it was moved to");
    expect(&watcher, &project, &["source-content/pages/moved/deep/b.md"]);
    settle(&watcher);
    fs::rename(within("source-content/pages/moved"), elsewhere.path("back")).expect("a move");
    expect(&watcher, &project, &["source-content/pages/moved"]);
    settle(&watcher);
    elsewhere.write("back/deep/b.md", "no longer of the project");
    assert_eq!(watcher.next(SILENCE).expect("a watched root"), None);
}

#[test]
fn folders_that_are_renamed_within_are_told_under_both_names() {
    let (project, watcher) = watched(false);
    project.write("source-content/pages/old/deep/b.md", "x");
    settle(&watcher);
    for (from, to) in [("old", "new"), ("new", "old"), ("old", "newer")] {
        let [from, to] = [from, to].map(|name| format!("source-content/pages/{name}"));
        fs::rename(project.path(&from), project.path(&to)).expect("a move");
        let within = format!("{to}/deep/b.md");
        expect(&watcher, &project, &[&from, &to, &within]);
        settle(&watcher);
        project.write(&within, format!("edited in {to}"));
        expect(&watcher, &project, &[&within]);
        settle(&watcher);
    }
}

#[test]
fn writing_without_end_is_told_while_it_goes_on() {
    let (project, watcher) = watched(false);
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0_u64.. {
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    return;
                }
                project.write("source-content/pages/log.md", round.to_string());
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        project.write(FILE, "new");
        let told = watcher.next(SOON);
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(told.expect("a watched root").is_some());
    });
}

#[test]
fn folders_in_the_root_are_watched_as_they_come() {
    let (project, watcher) = watched(false);
    let elsewhere = Project::new();
    elsewhere.write("t/es/pages/a.md", "x");
    fs::rename(elsewhere.path("t"), project.path("translations")).expect("a move");
    expect(&watcher, &project, &["translations/es/pages/a.md"]);
    settle(&watcher);
    for text in ["edited", "again"] {
        project.write("translations/es/pages/a.md", text);
        expect(&watcher, &project, &["translations/es/pages/a.md"]);
        settle(&watcher);
    }
    fs::remove_dir_all(project.path("translations")).expect("to remove it");
    expect(&watcher, &project, &["translations"]);
    project.write("translations/es/pages/a.md", "here again");
    expect(&watcher, &project, &["translations/es/pages/a.md"]);
    settle(&watcher);
    project.write("translations/es/pages/a.md", "and edited");
    expect(&watcher, &project, &["translations/es/pages/a.md"]);
    settle(&watcher);
    project.write("hexapla.toml", "a file in the root");
    expect(&watcher, &project, &["hexapla.toml"]);
}

#[test]
fn what_other_tools_write_is_not_told_nor_ends_the_wait() {
    let (project, watcher) = watched(false);
    for path in
        [".git/index", ".hexapla/lock", "node_modules/x/a.md", "source-content/pages/.git/x"]
    {
        project.write(path, "x");
    }
    project.write("target/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55");
    settle(&watcher);
    for path in [".git/index", ".hexapla/lock", "target/a", "node_modules/x/a.md"] {
        project.write(path, "y");
    }
    let _ = project.read(FILE);
    let started = Instant::now();
    assert_eq!(watcher.next(SILENCE).expect("a watched root"), None);
    assert!(started.elapsed() >= SILENCE, "reading and other tools' writing ended the wait");
}

#[test]
fn a_folder_comes_and_goes_with_its_mark_as_a_cache() {
    for (mark, folder, file) in [
        (
            "source-content/pages/x/CACHEDIR.TAG",
            "source-content/pages/x",
            "source-content/pages/x/y/a.md",
        ),
        ("translations/CACHEDIR.TAG", "translations", "translations/y/a.md"),
    ] {
        let (project, watcher) = watched(false);
        project.write(file, "x");
        settle(&watcher);
        project.write(mark, "Signature: 8a477f597d28d172789f06886806bc55");
        expect(&watcher, &project, &[folder]);
        settle(&watcher);
        project.write(file, "of no concern");
        assert_eq!(watcher.next(SILENCE).expect("a watched root"), None);
        fs::remove_file(project.path(mark)).expect("to remove it");
        expect(&watcher, &project, &[folder, file]);
        settle(&watcher);
        project.write(file, "edited");
        expect(&watcher, &project, &[file]);
        // A cache from the beginning, too.
        project.write(mark, "Signature: 8a477f597d28d172789f06886806bc55");
        let watcher = Watcher::new(&project.root(), false).expect("a watcher");
        fs::remove_file(project.path(mark)).expect("to remove it");
        expect(&watcher, &project, &[folder, file]);
    }
}

#[test]
fn a_file_that_was_written_through_memory_is_told_when_it_is_closed() {
    let (project, watcher) = watched(false);
    let file = fs::File::options().write(true).open(project.path(FILE)).expect("a file");
    assert_eq!(watcher.next(SILENCE).expect("a watched root"), None);
    drop(file);
    expect(&watcher, &project, &[FILE]);
}

#[test]
fn a_folder_that_may_be_read_again_is_told_with_its_files() {
    use std::os::unix::fs::PermissionsExt;
    let (project, watcher) = watched(false);
    let folder = project.path("source-content/pages");
    for mode in [0o000, 0o755] {
        fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).expect("another mode");
        expect(&watcher, &project, &["source-content/pages"]);
        settle(&watcher);
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).expect("another mode");
    expect(&watcher, &project, &["source-content/pages", FILE]);
}

#[test]
fn links_in_a_folder_that_comes_are_told_too() {
    let (project, watcher) = watched(false);
    let elsewhere = Project::new();
    elsewhere.write("moved/a.md", "x");
    std::os::unix::fs::symlink("a.md", elsewhere.path("moved/b.md")).expect("a link");
    fs::rename(elsewhere.path("moved"), project.path("source-content/moved")).expect("a move");
    expect(&watcher, &project, &["source-content/moved/a.md", "source-content/moved/b.md"]);
}

#[test]
fn a_storm_of_changes_ends_in_the_truth() {
    let (project, watcher) = watched(false);
    let mut expected = BTreeSet::new();
    // More events than the system's queue holds (16,384): some are lost, and a rescan says so.
    for number in 0..9_000 {
        let path = format!("source-content/pages/{number}.md");
        fs::write(project.path(&path), "x").expect("a file");
        expected.insert(project.path(&path));
    }
    let started = Instant::now();
    let mut rescan = false;
    while !rescan && !expected.is_empty() && started.elapsed() < SOON {
        match watcher.next(SOON).expect("a watched root") {
            Some(Batch::Changed(paths)) => expected.retain(|path| !paths.contains(path)),
            Some(Batch::Rescan) => rescan = true,
            None => break,
        }
    }
    assert!(rescan || expected.is_empty(), "{} changes were never told", expected.len());
    settle(&watcher);
    project.write(FILE, "after the storm");
    expect(&watcher, &project, &[FILE]);
}

#[test]
fn a_root_that_goes_away_is_an_error() {
    let (project, watcher) = watched(false);
    let root = project.root();
    fs::remove_dir_all(&root).expect("to remove it");
    let started = Instant::now();
    let error = loop {
        match watcher.next(SILENCE) {
            Err(error) => break error,
            Ok(_) => assert!(started.elapsed() < SOON, "nothing was said"),
        }
    };
    assert!(matches!(&error, Error::Watch { path, .. } if *path == root), "{error}");
    assert!(error.to_string().contains("the folder is gone"), "{error}");
    assert!(error.hint().is_some());
}

#[test]
fn what_cannot_be_watched_is_an_error() {
    let error = Watcher::new(Path::new("/nowhere/at/all"), false).err().expect("no such folder");
    assert!(matches!(error, Error::Watch { .. }), "{error}");
}

#[test]
fn links_out_of_the_project_are_not_watched() {
    let project = Project::new();
    project.write(FILE, "old\n");
    let elsewhere = Project::new();
    std::os::unix::fs::symlink(elsewhere.root(), project.path("source-content/out"))
        .expect("a link");
    let watcher = Watcher::new(&project.root(), false).expect("a watcher");
    settle(&watcher);
    elsewhere.write("a.md", "x");
    assert_eq!(watcher.next(SILENCE).expect("a watched root"), None);
}

#[test]
fn looking_again_and_again_tells_the_same() {
    let (project, watcher) = watched(true);
    project.write(FILE, "a longer text\n");
    expect(&watcher, &project, &[FILE]);
    project.write("translations/es/pages/a.md", "x");
    expect(&watcher, &project, &["translations/es/pages/a.md"]);
    settle(&watcher);
    fs::remove_file(project.path(FILE)).expect("to remove it");
    expect(&watcher, &project, &[FILE]);
}

#[test]
fn what_looking_again_and_again_finds_is_told_twice() {
    let (project, watcher) = watched(true);
    settle(&watcher);
    project.write(FILE, "a longer text\n");
    expect(&watcher, &project, &[FILE]);
    // Whatever came and went while that was read is seen by who reads again.
    expect(&watcher, &project, &[FILE]);
    assert_eq!(watcher.next(4 * SILENCE).expect("a watched root"), None);
    let (project, watcher) = watched(false);
    settle(&watcher);
    project.write(FILE, "a longer text\n");
    expect(&watcher, &project, &[FILE]);
    assert_eq!(watcher.next(4 * SILENCE).expect("a watched root"), None);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_told() {
    for poll in [false, true] {
        let (project, watcher) = watched(poll);
        for _ in 0..2 {
            let within = format!("{FILE}/within.md");
            fs::remove_file(project.path(FILE)).expect("to remove it");
            project.write(&within, "x");
            expect(&watcher, &project, &[&within]);
            settle(&watcher);
            fs::remove_dir_all(project.path(FILE)).expect("to remove it");
            project.write(FILE, "a file again");
            expect(&watcher, &project, &[FILE]);
            settle(&watcher);
        }
    }
}
