//! Killed at any write, a command leaves the old state or the new one, and repeating it ends as if
//! nothing had happened.

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use hexapla_ledger::{Attested, Fact, Origin, Pair};
use hexapla_model::{Meaning, State, Timestamp, UnitKey};
use support::Project;

/// How many moments of a command's run it is killed at.
const KILLS: u32 = 12;

/// Every file below a folder, with what stands in it; without what kills may leave beside: the
/// lock, and hidden files, which nobody reads.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
            if path.is_dir() && name != ".hexapla" {
                folders.push(path);
            } else if !path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.')) {
                found.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// Kills `args` at [`KILLS`] moments of its run, each time in a fresh project. `whole` has to hold
/// after every kill; then the command is repeated, and has to give what `fresh` becomes undisturbed.
#[track_caller]
fn kill(fresh: impl Fn() -> Project, args: &[&str], whole: impl Fn(&Project)) {
    let expected = files(undisturbed(&fresh, args).0.root());
    kill_and_repeat(&fresh, args, |project, repeated| {
        if !repeated {
            return whole(project);
        }
        let found = files(project.root());
        let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&found), names(&expected), "{args:?}");
        assert!(found == expected, "{args:?} left other bytes");
    });
}

fn undisturbed(fresh: impl Fn() -> Project, args: &[&str]) -> (Project, Duration) {
    let project = fresh();
    let started = Instant::now();
    project.ok(args);
    (project, started.elapsed())
}

/// Kills `args` and repeats it; `check` is called after the kill, and when it was repeated.
fn kill_and_repeat(fresh: impl Fn() -> Project, args: &[&str], check: impl Fn(&Project, bool)) {
    let (_, took) = undisturbed(&fresh, args);
    for moment in 0..KILLS {
        let project = fresh();
        let mut command = project.command(args);
        let mut child = command.stdout(Stdio::null()).spawn().expect("it runs");
        std::thread::sleep(took * moment / KILLS);
        child.kill().expect("to end it");
        child.wait().expect("its end");
        println!("{args:?} killed at {moment}/{KILLS}");
        check(&project, false);
        project.ok(args);
        check(&project, true);
    }
}

/// Asserts that every file of the project is as before the command, or as after it.
fn old_or_new(before: &Project, after: &Project, now: &Project) {
    let (before, after) = (files(before.root()), files(after.root()));
    for (name, bytes) in files(now.root()) {
        let is = |state: &BTreeMap<String, Vec<u8>>| state.get(&name) == Some(&bytes);
        assert!(is(&before) || is(&after), "{name} is neither old nor new");
    }
    now.ok(&["ledger", "verify"]);
}

fn pages(count: usize) -> Project {
    let project = Project::of(&[]);
    for number in 0..count {
        let text =
            |word: &str| format!("# {word} {number}\n\n{}\n", format!("{word}. ").repeat(200));
        project.write(&format!("src/{number}.md"), text("word"));
        project.write(&format!("out/es/{number}.md"), text("palabra"));
    }
    project
}

/// Catalogues of several locales, so that many resources are attested by one act.
fn catalogues(count: usize) -> Project {
    let project = Project::of(&[]);
    project.edit("hexapla.toml", r#"locales = ["es"]"#, r#"locales = ["de", "es", "fr"]"#);
    for number in 0..count {
        let texts = |word: &str| -> String {
            (0..100).map(|unit| format!("m{number}-{unit} = {word} {number} {unit}\n")).collect()
        };
        project.write(&format!("src/{number}.ftl"), texts("One"));
        for locale in ["de", "es", "fr"] {
            project.write(&format!("out/{locale}/{number}.ftl"), texts(locale));
        }
    }
    project
}

#[test]
fn accept_all() {
    let first = catalogues(60);
    let fresh = || Project::copy_of(first.root());
    let (before, after) = (fresh(), fresh());
    after.ok(&["accept", "--all", "--force"]);
    kill(fresh, &["accept", "--all", "--force"], |now| old_or_new(&before, &after, now));
}

#[test]
fn init_bootstrap() {
    let first = pages(20);
    for args in [&["init", "-q"][..], &["add", "."], &["commit", "-q", "-m", "pages"]] {
        let ran = first.git(args);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let fresh = || Project::copy_of(first.root());
    let (before, after) = (fresh(), fresh());
    after.ok(&["init", "--bootstrap"]);
    assert!(after.path("translations/ledger").exists(), "something is inferred");
    kill(fresh, &["init", "--bootstrap"], |now| old_or_new(&before, &after, now));
}

#[test]
fn accept_a_text() {
    let fresh = || {
        let project = Project::of(&[("src/a.ftl", "one = 1\n"), ("out/es/a.ftl", "one = uno\n")]);
        project.ok(&["accept", "--all", "--force"]);
        project
    };
    let args = ["accept", "ui/a#one", "-l", "es", "--text", "one = eins"];
    let (before, after) = (fresh(), fresh());
    after.ok(&args);
    kill(fresh, &args, |now| {
        old_or_new(&before, &after, now);
        // What stands in the target is on record, and what it replaced is too.
        assert_eq!(now.counts("ui/a", "es")["current"], 1);
    });
}

#[test]
fn fill() {
    let fresh = || {
        let project = pages(12);
        std::fs::remove_dir_all(project.path("out")).expect("removed");
        project
    };
    let (before, after) = (fresh(), fresh());
    after.ok(&["fill", "-l", "es"]);
    kill(fresh, &["fill", "-l", "es"], |now| old_or_new(&before, &after, now));
}

#[test]
fn ledger_compact() {
    const ACTS: usize = 600;
    let first = pages(1);
    for number in 0..ACTS {
        for act in hexapla_ledger::write(&act(number)) {
            let text = String::from_utf8(act.bytes).expect("text");
            first.write(&format!("translations/ledger/{}", act.name), text);
        }
    }
    let fresh = || Project::copy_of(first.root());
    let facts = |project: &Project| {
        let told = project.json(&["ledger", "verify", "--json"]);
        ["facts", "attested", "problems"].map(|name| told[name].clone())
    };
    let before = facts(&fresh());
    assert_eq!(before[1], ACTS);
    kill_and_repeat(fresh, &["ledger", "compact"], |now, repeated| {
        assert_eq!(facts(now), before, "no fact is lost, none is damaged");
        let acts = std::fs::read_dir(now.path("translations/ledger")).expect("a ledger").count();
        assert!(!repeated || acts < ACTS / 100, "it packs what is left: {acts} files");
    });
}

/// One unit is attested.
fn act(number: usize) -> Vec<Fact> {
    let [source, target] = ["One", "Uno"].map(|it| Meaning::of("text", &format!("{it} {number}")));
    vec![Fact::Attested(Attested {
        locale: "es".parse().expect("a locale"),
        resource: format!("ui/{}", number % 10).parse().expect("a resource"),
        by: "mara".parse().expect("a handle"),
        at: Timestamp::from_seconds(0),
        state: State::Translated,
        origin: Origin::Human,
        confidence: None,
        answers: Vec::new(),
        pairs: vec![Pair::new(Some(UnitKey::new(format!("m{number}"))), source, target)],
    })]
}

#[test]
fn release_build() {
    let first = catalogues(20);
    first.ok(&["accept", "--all", "--force"]);
    let fresh = || Project::copy_of(first.root());
    kill(fresh, &["release", "build", "--into", "store"], |now| {
        // A release whose files are not all there has no manifest, and is none.
        let listed = now.ok(&["release", "list", "--into", "store"]);
        if listed.lines().count() > 1 {
            now.ok(&["pull", "store", "--into", "site"]);
            std::fs::remove_dir_all(now.path("site")).expect("removed");
        }
    });
}

#[test]
fn pull() {
    let project = pages(4);
    project.ok(&["accept", "--all", "--force"]);
    project.ok(&["release", "build", "--into", "one"]);
    project.edit("out/es/3.md", "palabra.", "vocablo.");
    project.ok(&["accept", "pages/3"]);
    project.ok(&["release", "build", "--into", "two"]);
    let fresh = || {
        let copy = Project::of(&[]);
        support::copy(&project.path("one"), &copy.path("one"));
        support::copy(&project.path("two"), &copy.path("two"));
        copy.ok(&["pull", "one", "--into", "site"]);
        copy
    };
    kill(fresh, &["pull", "two", "--into", "site"], |now| {
        now.ok(&["release", "verify", "site"]);
    });
}
