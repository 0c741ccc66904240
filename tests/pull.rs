//! `hexapla pull --trust`: a folder follows a channel of a store, and is whole at any moment.

#[allow(dead_code, reason = "the tests of attacks use the rest")]
#[path = "support/forge.rs"]
mod forge;
mod support;

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use forge::{Forge, Key, NOW, Texts, Wrong, greeting, texts, time};
use hexapla_trust::Trusted;
use serde_json::Value;
use support::Project;
use support::tree::files;
use tempfile::TempDir;

/// How often a pull is killed in the middle.
const KILLS: u32 = 48;

/// A store, and a folder `site` that pulls from it.
struct Site {
    folder: TempDir,
    forge: Forge,
}

impl Site {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let site = Self { folder, forge: Forge::published() };
        site.save();
        std::fs::copy(site.path("store/stable/1.root.json"), site.path("1.root.json"))
            .expect("a root");
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn save(&self) {
        self.forge.save(&self.path("store"));
    }

    /// Publishes other texts.
    fn release(&mut self, texts: Texts) {
        self.forge.release(texts, &Wrong::default());
        self.save();
    }

    fn command(&self, more: &[&str]) -> Command {
        self.command_of("1.root.json", "site", more)
    }

    fn command_of(&self, trust: &str, into: &str, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
        command.args(["pull", "store", "--into", into, "--trust", trust]).args(more);
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command.env("HEXAPLA_AS_OF", time(NOW)).env("NO_COLOR", "1").env("COLUMNS", "100");
        command
    }

    /// Pulls; the code, and what is told as JSON.
    fn pull(&self, more: &[&str]) -> (i32, Value) {
        let ran = self.command(&[&["--json"], more].concat()).output().expect("it runs");
        let told = serde_json::from_slice(&ran.stdout)
            .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&ran.stderr)));
        (ran.status.code().unwrap_or(-1), told)
    }

    /// Pulls what has to be believed.
    fn ok(&self, more: &[&str]) -> Value {
        let (code, told) = self.pull(more);
        assert_eq!(code, 0, "{told}");
        told
    }

    /// The version of a folder, which is whole: every file is the one that is believed there, and
    /// there is no other.
    fn version(&self, folder: &str) -> u64 {
        let folder = self.path(folder);
        let state = std::fs::read(folder.join(".hexapla-trust")).expect("a state");
        let trusted = Trusted::read(&state).expect("a whole state");
        let mut named = vec![".hexapla-trust".to_owned()];
        for file in trusted.files() {
            let bytes = std::fs::read(folder.join(file.path.as_str())).expect("a file");
            file.check(&bytes).expect("as it was signed");
            named.push(file.path.to_string());
        }
        named.sort();
        assert_eq!(files(&folder), named);
        trusted.pointer().expect("a pointer").head.version
    }
}

/// Texts of so many pages beside the first ones, each with this word.
fn pages(count: usize, word: &str) -> Texts {
    let page = |at: usize| (format!("es/pages/{at}.md"), format!("{word} {at}\n").repeat(500));
    texts().into_iter().chain((0..count).map(page)).collect()
}

#[test]
fn only_what_changed_is_fetched() {
    let mut site = Site::new();
    let first = site.ok(&[]);
    assert_eq!((first["changed"].as_bool(), first["version"].as_u64()), (Some(true), Some(1)));
    let pointer = site.forge.store["stable/timestamp.json"].len() as u64;
    let again = site.ok(&[]);
    assert_eq!(
        (again["changed"].as_bool(), again["fetched"].as_u64()),
        (Some(false), Some(pointer))
    );
    site.release(greeting("Buenas"));
    let next = site.ok(&[]);
    let named = ["timestamp", "2.snapshot", "2.targets", "2.es"];
    let size = |name: &str| site.forge.store[&format!("stable/{name}.json")].len() as u64;
    let content = site.forge.store[&site.forge.last("es/ui.ftl")].len() as u64;
    let expected = named.into_iter().map(size).sum::<u64>() + content;
    assert_eq!(next["fetched"].as_u64(), Some(expected));
    assert_eq!(site.version("site"), 2);
    // A pointer that was signed anew changes what is believed and no file.
    site.release(greeting("Buenas"));
    let fresher = site.ok(&[]);
    assert_eq!((fresher["changed"].as_bool(), fresher["version"].as_u64()), (Some(false), Some(3)));
    assert_eq!(site.version("site"), 3);
    println!("whole {}, same {pointer}, one string {expected} bytes", first["fetched"]);
}

#[test]
fn a_published_release_arrives_as_it_was_built() {
    let project = Project::example();
    project.ok(&["keys", "init"]);
    project.ok(&["release", "build", "--channel", "preview"]);
    project.ok(&["release", "publish", "--channel", "preview", "--to", "store"]);
    let common = ["pull", "store", "--channel", "preview", "--trust", "keys/1.root.json"];
    let pull = |more: &[&str]| project.run(&[&common[..], more].concat());
    let first = pull(&["--into", "site"]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.out.starts_with("pulled "), "{}", first.out);
    project.ok(&["release", "verify", "site"]);
    let built = std::fs::read_dir(project.path(".hexapla/releases")).expect("releases");
    let built =
        built.map(|it| it.expect("an entry").path()).find(|it| it.join("manifest.json").exists());
    let built = built.expect("a release");
    let mut pulled = files(&project.path("site"));
    pulled.retain(|it| it != ".hexapla-trust");
    assert_eq!(pulled, files(&built));
    assert!(pulled.iter().all(|it| {
        std::fs::read(built.join(it)).expect("a file")
            == std::fs::read(project.path("site").join(it)).expect("a file")
    }));
    // Of some locales: no manifest, since it would name the others.
    let some = pull(&["--into", "some", "--locales", "es,ar,xx"]);
    assert_eq!(some.code, 0, "{}", some.err);
    assert!(some.err.contains("`xx` is not in the release"), "{}", some.err);
    let tops = std::fs::read_dir(project.path("some")).expect("a folder");
    let mut tops: Vec<_> = tops.map(|it| it.expect("an entry").file_name()).collect();
    tops.sort();
    assert_eq!(tops, [".hexapla-trust", "ar", "es"]);
    // Whoever copies an unsigned release over it would forget what was believed.
    project.edit("source-content/pages/about.md", "# ", "# New ");
    project.ok(&["release", "build", "--channel", "preview", "--into", "unsigned"]);
    let over = project.run(&["pull", "unsigned", "--channel", "preview", "--into", "site"]);
    assert_eq!(over.code, 2, "{}", over.err);
    assert!(over.err.contains(".hexapla-trust"), "{}", over.err);
    // An unsigned copy gives way to a pull.
    project.ok(&["pull", ".hexapla/releases", "--channel", "preview", "--into", "copy"]);
    assert_eq!(pull(&["--into", "copy"]).code, 0);
    println!("{} files", pulled.len());
}

#[test]
fn locales_may_change_from_pull_to_pull() {
    let mut site = Site::new();
    site.ok(&["--locales", "es"]);
    assert!(!site.path("site/ar").exists() && site.path("site/es").exists());
    site.ok(&["--locales", "ar"]);
    assert!(site.path("site/ar").exists() && !site.path("site/es").exists());
    site.release(greeting("Buenas"));
    site.ok(&[]);
    assert_eq!(site.version("site"), 2);
}

#[test]
fn a_damaged_or_edited_folder_is_put_right_and_nothing_foreign_is_lost() {
    let mut site = Site::new();
    site.ok(&[]);
    std::fs::write(site.path("site/es/ui.ftl"), "hello = Adiós\n").expect("written");
    std::fs::remove_file(site.path("site/ar/ui.ftl")).expect("removed");
    assert_eq!(site.ok(&[])["changed"], true);
    assert_eq!(site.version("site"), 1);
    site.release(greeting("Buenas"));
    std::fs::write(site.path("site/es/notes.txt"), "mine").expect("written");
    let (code, told) = site.pull(&[]);
    assert_eq!(code, 2, "{told}");
    assert!(told["message"].as_str().is_some_and(|it| it.contains("notes.txt")), "{told}");
    assert!(site.path("site/es/notes.txt").exists());
    std::fs::remove_file(site.path("site/es/notes.txt")).expect("removed");
    site.ok(&[]);
    std::fs::create_dir(site.path("other")).expect("a folder");
    std::fs::write(site.path("other/mine"), "mine").expect("written");
    let ran = site.command_of("1.root.json", "other", &[]).output().expect("it runs");
    assert_eq!(ran.status.code(), Some(2), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(files(&site.path("other")), ["mine"]);
}

#[test]
fn another_root_or_a_damaged_state_is_told_and_nothing_taken() {
    let mut site = Site::new();
    site.ok(&[]);
    let mut other = Forge::published();
    other.root_keys = vec![Key::new(50)];
    other.versions.clear();
    other.root();
    std::fs::write(site.path("other.json"), &other.store["stable/1.root.json"]).expect("written");
    let ran = site.command_of("other.json", "site", &[]).output().expect("it runs");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(5), "{said}");
    assert!(said.contains("its root 1 is another than the one that is given"), "{said}");
    site.release(greeting("Buenas"));
    let state = site.path("site/.hexapla-trust");
    let whole = std::fs::read(&state).expect("a state");
    for at in [0, 20, 100, whole.len() / 2, whole.len() - 2] {
        for damaged in [whole[..at].to_vec(), [&whole[..at], b"?", &whole[at + 1..]].concat()] {
            std::fs::write(&state, &damaged).expect("written");
            let (code, told) = site.pull(&[]);
            assert_eq!((code, told["refusal"].as_str()), (5, Some("state")), "at {at}: {told}");
            assert_eq!(std::fs::read(&state).expect("a state"), damaged);
        }
    }
    std::fs::write(&state, whole).expect("written");
    site.ok(&[]);
    assert_eq!(site.version("site"), 2);
}

#[test]
fn what_fails_is_told_with_what_stays() {
    let site = Site::new();
    site.ok(&[]);
    std::fs::remove_file(site.path("store/stable/timestamp.json")).expect("removed");
    let ran = site.command(&[]).output().expect("it runs");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(5), "{said}");
    assert!(said.contains("as of 2026-03-11T09:00:00Z, 1 day old"), "{said}");
    assert!(said.contains("`stable` was not pulled (missing)"), "{said}");
    assert!(said.contains("hint: "), "{said}");
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
        let ran = command.args(args).current_dir(site.folder.path()).output().expect("it runs");
        (ran.status.code(), String::from_utf8_lossy(&ran.stderr).into_owned())
    };
    let (code, said) = run(&["pull", "https://example.org/l10n", "--into", "site"]);
    assert!(code == Some(2) && said.contains("--trust 1.root.json"), "{said}");
    let trust = ["--into", "site", "--trust", "1.root.json"];
    let (code, said) = run(&[&["pull", "ftp://example.org"], &trust[..]].concat());
    assert!(code == Some(2) && said.contains("is no address of a store"), "{said}");
    let (code, said) = run(&[&["pull", "http://127.0.0.1:9/"], &trust[..]].concat());
    assert!(code == Some(6) && said.contains("(unavailable)"), "{said}");
    let (code, said) = run(&[&["pull", "store", "--channel", "A/B"], &trust[..]].concat());
    assert!(code == Some(2) && said.contains("is not the name of a channel"), "{said}");
    let (code, said) = run(&["pull", "store", "--into", "site", "--trust", "nowhere.json"]);
    assert!(code == Some(6) && said.contains("nowhere.json"), "{said}");
}

/// Kills pulls at moments of their run, until so many were in the middle of it: each begins `before`,
/// and what it leaves is looked at `after`. Gives how many that were.
fn kill(site: &Site, before: impl Fn(), mut after: impl FnMut()) -> u32 {
    let run = || {
        before();
        let started = Instant::now();
        site.ok(&[]);
        started.elapsed()
    };
    let took = (0..3).map(|_| run()).min().expect("three runs");
    let mut kills = 0;
    for round in 0..20 * KILLS {
        if kills == KILLS {
            break;
        }
        before();
        let mut child = site.command(&[]).stdout(Stdio::null()).spawn().expect("it runs");
        std::thread::sleep(took * (round % KILLS) / KILLS);
        child.kill().expect("to end it");
        // One that had ended before was not killed.
        if child.wait().expect("its end").code().is_none() {
            kills += 1;
            after();
        }
    }
    kills
}

#[test]
fn killed_at_any_moment_it_leaves_a_whole_folder() {
    let mut site = Site::new();
    site.release(pages(40, "uno"));
    site.ok(&[]);
    support::copy(&site.path("site"), &site.path("before"));
    assert_eq!(site.version("before"), 2);
    site.release(pages(40, "dos"));
    let mut left = std::collections::BTreeMap::new();
    let kills = kill(
        &site,
        || {
            std::fs::remove_dir_all(site.path("site")).expect("removed");
            support::copy(&site.path("before"), &site.path("site"));
        },
        || {
            *left.entry(site.version("site")).or_insert(0) += 1;
            site.ok(&[]);
            assert_eq!(site.version("site"), 3);
        },
    );
    let beside = std::fs::read_dir(site.folder.path()).expect("a folder");
    let hidden = beside.map(|it| it.expect("an entry").file_name());
    let hidden: Vec<_> = hidden.filter(|it| it.to_string_lossy().starts_with('.')).collect();
    assert_eq!(hidden, [".site.lock"], "no debris");
    println!("{kills} kills, whole each time: {left:?} by version");
    assert_eq!((kills, left.values().sum::<u32>()), (KILLS, KILLS));
}

#[test]
fn killed_when_it_brings_the_first_release_it_leaves_all_of_it_or_nothing() {
    let mut site = Site::new();
    site.release(pages(40, "uno"));
    let mut whole = 0;
    let kills = kill(
        &site,
        || drop(std::fs::remove_dir_all(site.path("site"))),
        || {
            if site.path("site").exists() {
                assert_eq!(site.version("site"), 2);
                whole += 1;
            }
            site.ok(&[]);
            assert_eq!(site.version("site"), 2);
        },
    );
    println!("{kills} kills, whole {whole} times, nothing else");
    assert_eq!(kills, KILLS);
}

#[test]
fn pulls_at_the_same_time_take_turns() {
    let mut site = Site::new();
    for round in 1..=5 {
        site.release(pages(20, &format!("palabra{round}")));
        let pull = || site.command(&[]).stdout(Stdio::null()).spawn().expect("it runs");
        let pulls: Vec<_> = (0..4).map(|_| pull()).collect();
        for mut child in pulls {
            assert!(child.wait().expect("its end").success());
        }
        assert_eq!(site.version("site"), round + 1);
    }
}

#[test]
fn who_waits_in_vain_for_another_pull_is_told_which_file_it_holds() {
    let site = Site::new();
    let held = std::fs::File::create(site.path(".site.lock")).expect("a file");
    held.lock().expect("the lock");
    let output = site.command(&[]).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(6), "{said}");
    assert!(
        said.contains("hint: wait for it to end, or see which process holds `.site.lock`"),
        "{said}"
    );
    assert!(!site.path("site").exists(), "nothing was put there");
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_the_former_release_stays() {
    let mut site = Site::new();
    site.ok(&[]);
    let long = ("es/pages/long.md".to_owned(), "Una página larga\n".repeat(20_000));
    site.release(texts().into_iter().chain([long]).collect());
    // A file that may not grow is what a disk without room is; the signal that would end the process
    // is passed over.
    let full = |limit: &str| {
        let plain = site.command(&["--json"]);
        let mut command = Command::new("sh");
        command.args(["-c", &format!("trap '' XFSZ; ulimit -f {limit}; exec \"$@\""), "sh"]);
        command.arg(plain.get_program()).args(plain.get_args()).current_dir(site.folder.path());
        command.env("HEXAPLA_AS_OF", time(NOW)).output().expect("it runs")
    };
    for limit in ["0", "1", "2", "8", "64", "256"] {
        let ran = full(limit);
        let told: Value = serde_json::from_slice(&ran.stdout).expect("JSON");
        assert_eq!(ran.status.code(), Some(6), "{limit}: {told}");
        assert_eq!(told["held"]["version"], 1, "{limit}: {told}");
        assert_eq!(site.version("site"), 1, "{limit}");
        assert!(!site.path(".site.incoming").exists(), "{limit}: what was begun is removed");
    }
    site.ok(&[]);
    assert_eq!(site.version("site"), 2);
}

#[cfg(target_os = "linux")]
mod watch {
    use std::io::{BufRead, BufReader, Lines};
    use std::process::{Child, ChildStdout};

    use rustix::process::{Pid, Signal, kill_process};

    use super::*;

    struct Watching {
        child: Child,
        told: Lines<BufReader<ChildStdout>>,
    }

    impl Watching {
        fn start(site: &Site) -> Self {
            let mut command = site.command(&["--watch", "--every", "1", "--json"]);
            let mut child = command.stdout(Stdio::piped()).spawn().expect("it runs");
            let told = BufReader::new(child.stdout.take().expect("its output")).lines();
            Self { child, told }
        }

        fn next(&mut self) -> Value {
            let line = self.told.next().expect("an event").expect("text");
            serde_json::from_str(&line).expect("JSON")
        }
    }

    impl Drop for Watching {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    #[test]
    fn it_follows_the_channel_tells_what_fails_and_ends_by_a_signal() {
        let mut site = Site::new();
        let mut watching = Watching::start(&site);
        let first = watching.next();
        assert_eq!((&first["event"], &first["detail"]["version"]), (&"pulled".into(), &1.into()));
        site.release(greeting("Buenas"));
        assert_eq!(watching.next()["detail"]["version"], 2);
        assert_eq!(site.version("site"), 2);
        let pointer = site.path("store/stable/timestamp.json");
        let whole = std::fs::read(&pointer).expect("a pointer");
        std::fs::write(&pointer, "<!doctype html>").expect("written");
        let refused = watching.next();
        assert_eq!(refused["event"], "refused", "{refused}");
        assert_eq!(refused["detail"]["refusal"], "format", "{refused}");
        assert_eq!(refused["detail"]["held"]["version"], 2, "{refused}");
        std::fs::write(&pointer, whole).expect("written");
        assert_eq!(watching.next()["event"], "pulled");
        let pid = Pid::from_child(&watching.child);
        kill_process(pid, Signal::TERM).expect("a signal");
        let ended = watching.child.wait().expect("its end");
        let signal = std::os::unix::process::ExitStatusExt::signal(&ended);
        assert_eq!(signal, Some(Signal::TERM.as_raw()), "{ended}");
        assert!(watching.told.next().is_none());
        assert_eq!(site.version("site"), 2);
        site.release(greeting("Saludos"));
        site.ok(&[]);
        assert_eq!(site.version("site"), 3);
    }

    #[test]
    fn it_ends_where_nobody_reads_what_it_tells() {
        let mut site = Site::new();
        let mut command = site.command(&["--watch", "--every", "1"]);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it runs");
        let mut told = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        told.read_line(&mut line).expect("text");
        assert!(line.starts_with("pulled "), "{line}");
        drop(told);
        site.release(greeting("Buenas"));
        let until = Instant::now() + Duration::from_secs(60);
        while child.try_wait().expect("its state").is_none() {
            assert!(Instant::now() < until, "it goes on for nobody");
            std::thread::sleep(Duration::from_millis(50));
        }
        assert!(child.wait().expect("its end").success());
        assert_eq!(site.version("site"), 2);
    }

    #[test]
    fn a_damaged_state_ends_it() {
        let site = Site::new();
        site.ok(&[]);
        std::fs::write(site.path("site/.hexapla-trust"), "damage").expect("written");
        let ran = site.command(&["--watch", "--every", "1"]).output().expect("it runs");
        assert_eq!(ran.status.code(), Some(5), "{}", String::from_utf8_lossy(&ran.stderr));
    }
}
