//! `hexapla watch --json`: whatever happens on disk, it ends in the state that a cold
//! `hexapla status --format json` gives.
#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use support::Project;
use support::saves::EDITORS;
use support::tree::files;
use support::watching::{LIMIT, Watch, cold, count, last_status, lines, ticks};

const PAGE: &str = "src/page.md";
const SOURCE: &str = "# Title\n\nOne sentence here.\n\nAnother sentence there.\n";
const TARGET: &str = "# Título\n\nUna frase aquí.\n\nOtra frase allí.\n";

/// A project of a page and a few strings, all of them vouched for.
fn project() -> Project {
    let project = Project::of(&[
        (PAGE, SOURCE),
        ("out/es/page.md", TARGET),
        ("src/ui.ftl", "hello = Hello\nbye = Goodbye\n"),
        ("out/es/ui.ftl", "hello = Hola\nbye = Adiós\n"),
    ]);
    project.ok(&["accept", "--all", "--force"]);
    project
}

#[test]
fn saves_of_every_editor_end_in_the_state_of_a_cold_start() {
    let project = project();
    let mut watch = Watch::start(&project, &[]);
    let first = cold(&project);
    let mut before = first.clone();
    for (round, (how, save)) in EDITORS.iter().enumerate() {
        println!("{how}");
        let from = watch.events.len();
        let text = SOURCE.replace("One sentence", &format!("Sentence {round}"));
        save(&project.path(PAGE), &text).expect(how);
        // Ages count from when each was first seen, so each state is new. A save that moves the file away
        // may be seen in two halves, of which the first says that the page is gone.
        let is_stale = |it: &Value| it["detail"]["freshness"] == "stale";
        watch.wait("turn", |events| events[from..].iter().any(is_stale));
        before = watch.settle(&project, &Value::Null);
        assert_ne!(before, first, "{how}");
        assert_eq!(before[0]["stale"], 1, "{how}");
        // On a busy machine a pause in writing may be long enough for half a file to be looked at: what it
        // makes stale besides is current again once the file is whole.
        let current = watch.turned(from, "current");
        let mut stale = watch.turned(from, "stale");
        stale.retain(|it| !current.contains(it));
        stale.dedup();
        assert_eq!(stale.len(), 1, "{how}: {stale:?}");
        assert!(stale[0].starts_with("page"), "{stale:?}");
    }
    // A revert restores.
    let from = watch.events.len();
    fs::write(project.path(PAGE), SOURCE).expect("written");
    let after = watch.settle(&project, &before);
    assert_eq!(after, first);
    assert_eq!(watch.turned(from, "current").len(), 1);
}

#[test]
fn a_stale_block_that_changes_again_is_told_again() {
    let project = project();
    // Nothing is recorded: both texts stand to their translation in the very same way.
    let mut watch = Watch::start(&project, &["--no-record"]);
    for text in ["One changed sentence", "One altered sentence"] {
        let from = watch.events.len();
        project.write(PAGE, SOURCE.replace("One sentence", text));
        watch.wait("turn", |events| count(&events[from..], "turned") > 0);
        assert_eq!(watch.turned(from, "stale").len(), 1);
    }
}

#[test]
fn words_and_units_are_told_to_people() {
    let project = project();
    let mut command = project.command(&["watch"]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("it watches");
    let mut lines = BufReader::new(child.stdout.take().expect("an output")).lines();
    let mut next = || lines.next().expect("a line").expect("text");
    assert_eq!(next(), "watching 5 units");
    project.edit(PAGE, "One sentence here.", "One sentence, changed.");
    let line = next();
    assert!(line.starts_with("es  1 unit stale, 3 words: pages/page#"), "{line}");
    project.write(PAGE, SOURCE);
    let line = next();
    assert!(line.starts_with("es  1 unit current, 3 words: pages/page#"), "{line}");
    project.edit("out/es/ui.ftl", "Hola", "Buenas");
    assert_eq!(next(), "es  1 unit unverified, 1 word: ui/ui#hello");
    project.write(PAGE, "# Title\n\nAnother sentence there.\n\nOne sentence here.\n");
    assert!(next().contains("out-of-order"), "what moved is not told as current");
    fs::remove_file(project.path("src/ui.ftl")).expect("removed");
    fs::remove_file(project.path("out/es/ui.ftl")).expect("removed");
    let line = next();
    assert!(line.starts_with("es  2 units gone, 2 words: ui/ui#"), "{line}");
    child.kill().expect("it ends");
    child.wait().expect("it ended");
}

#[test]
fn targets_workflows_and_the_ledger_are_followed() {
    let project = project();
    project.ok(&["--handle", "joaquin", "accept", "pages", "ui", "--state", "reviewed"]);
    let mut watch = Watch::start(&project, &[]);
    let before = cold(&project);
    project.edit("out/es/page.md", "Otra frase", "Una frase más");
    let before = watch.settle(&project, &before);
    assert_eq!(before[0]["unverified"], 1);
    // Another process decides.
    project.ok(&["accept", "pages/page", "-l", "es"]);
    let before = watch.settle(&project, &before);
    assert_eq!(before[0]["unverified"], 0);
    // From now on a review takes three people.
    project.edit("workflows/standard.toml", "\"reviewed\"", "\"reviewed\"\npeople = 3");
    let after = watch.settle(&project, &before);
    assert_eq!(after[1]["states"]["translated"], 2, "{after}");
}

#[test]
fn folders_that_are_moved_in_and_out_are_followed() {
    let project = project();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let away = elsewhere.path().join("out");
    let mut watch = Watch::start(&project, &[]);
    let whole = cold(&project);
    fs::rename(project.path("out"), &away).expect("moved out");
    let empty = watch.settle(&project, &whole);
    assert_eq!(empty[0]["missing"], 3);
    fs::rename(&away, project.path("out")).expect("moved in");
    assert_eq!(watch.settle(&project, &empty), whole);
    // What is below a folder that came is followed too.
    project.edit("out/es/page.md", "Otra", "Esa");
    let edited = watch.settle(&project, &whole);
    project.write("src/deep/er/more.md", "# More\n\nWords.\n");
    let more = watch.settle(&project, &edited);
    fs::rename(project.path("src/deep"), project.path("src/shallow")).expect("moved within");
    watch.wait("the new name", |events| {
        events.iter().any(|it| it.to_string().contains("pages/shallow/er/more"))
    });
    project.write("src/shallow/er/more.md", "# More\n\nWords.\n\nAnd more.\n");
    watch.settle(&project, &more);
}

#[test]
fn another_branch_that_is_checked_out_is_followed() {
    let project = project();
    let git = |args: &[&str]| assert_eq!(project.git(args).code, 0, "{args:?}");
    project.write(".gitignore", "/.hexapla/\n");
    git(&["init", "--quiet", "-b", "main"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "first"]);
    git(&["checkout", "--quiet", "-b", "other"]);
    project.edit(PAGE, "Another sentence", "Another, longer sentence");
    project.write("src/more.md", "# More\n\nWords.\n");
    for number in 0..40 {
        project.write(&format!("src/many/{number}.md"), format!("# Page {number}\n\nText.\n"));
    }
    fs::remove_file(project.path("out/es/ui.ftl")).expect("removed");
    git(&["add", "-A"]);
    git(&["commit", "--quiet", "-m", "second"]);
    let other = cold(&project);
    git(&["checkout", "--quiet", "main"]);
    let main = cold(&project);
    let mut watch = Watch::start(&project, &["--no-record"]);
    for _ in 0..3 {
        git(&["checkout", "--quiet", "other"]);
        assert_eq!(watch.settle(&project, &main), other);
        git(&["checkout", "--quiet", "main"]);
        assert_eq!(watch.settle(&project, &other), main);
    }
}

#[test]
fn a_queue_that_overflows_ends_in_a_full_rescan() {
    let project = project();
    let limit = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").expect("a limit");
    let limit: usize = limit.trim().parse().expect("a number");
    let mut watch = Watch::start(&project, &[]);
    let before = cold(&project);
    watch.signal("-STOP");
    let [one, two] = ["src/one.tmp", "src/two.tmp"].map(|it| project.path(it));
    fs::write(&one, "x").expect("a file");
    // Each way is two events.
    for _ in 0..limit / 4 + 500 {
        fs::rename(&one, &two).expect("moved");
        fs::rename(&two, &one).expect("moved back");
    }
    // Nothing tells of these: the queue is full.
    project.edit(PAGE, "One sentence", "One changed sentence");
    fs::create_dir(project.path("src/new")).expect("a folder");
    project.write("src/new/more.md", "# More\n");
    watch.signal("-CONT");
    watch.until("rescan");
    let after = watch.settle(&project, &before);
    assert_eq!(after[0]["stale"], 1);
    // It follows on, in folders that came meanwhile too.
    project.write("src/new/more.md", "# More\n\nAnd more.\n");
    watch.settle(&project, &after);
}

#[test]
fn a_broken_config_keeps_the_last_good_one_and_is_mended() {
    let project = project();
    let good = project.read("hexapla.toml");
    let mut watch = Watch::start(&project, &[]);
    let before = cold(&project);
    project.write("hexapla.toml", good.replace("locales = [\"es\"]", "locales = [\"es\""));
    watch.until("config-broken");
    let told = watch.events.iter().rfind(|it| it["event"] == "config-broken").expect("it is told");
    let message = told["detail"]["message"].as_str().expect("a message").to_owned();
    assert!(message.contains("hexapla.toml:") && message.contains("last good"), "{message}");
    assert_eq!(project.run(&["status"]).code, 3);
    // Sources are followed all the same.
    let from = watch.events.len();
    project.edit(PAGE, "One sentence", "One changed sentence");
    watch.wait("turn", |events| count(&events[from..], "turned") > 0);
    assert_eq!(watch.turned(from, "stale").len(), 1);
    // The same break is told once, another one anew.
    project.write("hexapla.toml", good.replace("\"markdown\"", "\"markup\""));
    watch.wait("other break", |events| count(events, "config-broken") == 2);
    project.write("hexapla.toml", good.replace("[\"es\"]", "[\"es\", \"fr\"]"));
    watch.until("config-mended");
    let after = watch.settle(&project, &before);
    assert_eq!(after.as_array().expect("rows").len(), 4, "two locales");
    assert_eq!(watch.count("config-broken"), 2);
    // The same with a workflow, and with a config that is away for a moment.
    let workflow = project.read("workflows/standard.toml");
    project.write("workflows/standard.toml", "version = 1\n[[states]]\nname = \"drafted\"\n");
    watch.wait("broken workflow", |events| count(events, "config-broken") == 3);
    project.write("workflows/standard.toml", workflow);
    watch.wait("good workflow", |events| count(events, "config-mended") == 2);
    fs::rename(project.path("hexapla.toml"), project.path("hexapla.toml~")).expect("moved");
    watch.wait("missing config", |events| count(events, "config-broken") == 4);
    fs::rename(project.path("hexapla.toml~"), project.path("hexapla.toml")).expect("moved back");
    watch.wait("config", |events| count(events, "config-mended") == 3);
    assert_eq!(watch.settle(&project, &before), after);
}

#[test]
fn its_own_writes_are_recorded_once_and_do_not_go_round_in_circles() {
    let project = project();
    let ledger = project.path("translations/ledger");
    let facts = || fs::read_dir(&ledger).expect("a ledger").count();
    let before = facts();
    // It ends once nothing has changed for a while: never, if it followed itself.
    let watch = Watch::start(&project, &["--idle", "5"]);
    project.edit(PAGE, "One sentence", "One changed sentence");
    let (status, events) = watch.end();
    assert_eq!(status.code(), Some(0));
    assert_eq!(count(&events, "turned"), 1, "{}", lines(&events));
    assert_eq!(facts(), before + 1, "what was seen is on record, once");
    assert_eq!(last_status(&events), Some(&cold(&project)));
}

#[test]
fn looking_again_and_again_ends_in_the_same_state() {
    let project = project();
    let mut watch = Watch::start(&project, &["--poll"]);
    let before = cold(&project);
    project.edit(PAGE, "One sentence", "One changed sentence");
    assert_eq!(watch.settle(&project, &before)[0]["stale"], 1);
}

#[test]
fn a_ledger_that_cannot_be_read_whole_is_not_added_to() {
    let project = project();
    let mut watch = Watch::start(&project, &[]);
    project.write("translations/ledger/torn.jsonl", "{\"v\":");
    let from = watch.events.len();
    project.edit(PAGE, "One sentence", "One changed sentence");
    watch.wait("turn", |events| count(&events[from..], "turned") > 0);
    let known = files(&project.path("translations/ledger"));
    project.edit(PAGE, "Another sentence", "Another changed sentence");
    let from = watch.events.len();
    watch.wait("turn", |events| count(&events[from..], "turned") > 0);
    assert_eq!(files(&project.path("translations/ledger")), known);
}

#[test]
fn signals_end_it_and_leave_everything_whole() {
    for (name, number) in [("-INT", 2), ("-TERM", 15)] {
        let project = project();
        let mut command = Command::new("env");
        command.arg("--default-signal=INT,TERM").arg(env!("CARGO_BIN_EXE_hexapla"));
        command.args(["watch", "--json"]).current_dir(project.root()).stdin(Stdio::null());
        command.env("HEXAPLA_AS_OF", support::AS_OF);
        let mut watch = Watch::of(command);
        project.edit(PAGE, "One sentence", "One changed sentence");
        watch.until("turned");
        watch.signal(name);
        let (status, _) = watch.end();
        assert_eq!(status.signal(), Some(number), "{name}");
        let left = files(project.root());
        let strange = |it: &&String| {
            !["hexapla.toml", "workflows/", "src/", "out/", "translations/ledger/", ".hexapla/"]
                .iter()
                .any(|known| it.starts_with(known))
                || it.contains("tmp")
        };
        assert_eq!(left.iter().find(strange), None, "{left:?}");
        // Nothing is locked or torn.
        project.ok(&["keep", "pages/page", "-l", "es"]);
        assert_eq!(cold(&project)[0]["stale"], 0);
    }
}

#[test]
fn it_ends_when_nobody_reads_what_it_tells() {
    let project = project();
    let mut child = project.command(&["watch"]).stdout(Stdio::piped()).spawn().expect("it watches");
    let mut out = BufReader::new(child.stdout.take().expect("an output"));
    out.read_line(&mut String::new()).expect("a line");
    drop(out);
    let started = Instant::now();
    let status = loop {
        project.edit(PAGE, "sentence", "longer sentence");
        std::thread::sleep(Duration::from_millis(200));
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        assert!(started.elapsed() < LIMIT, "it does not end");
    };
    assert_eq!(status.code(), Some(0));
}

/// Prints how long after a save of the example it is told, and what it costs to wait. For the
/// figures that count: `cargo test --release --test watch -- the_budget --nocapture`.
#[test]
fn the_budget_of_a_save_and_of_waiting() {
    const SENTENCE: &str = "You can call even if you are not sure.";
    let project = Project::example();
    let mut watch = Watch::start(&project, &[]);
    let page = project.path("source-content/pages/get-help.md");
    let old = fs::read_to_string(&page).expect("a page");
    let mut times = Vec::new();
    for round in 0..20 {
        let text = old.replace(SENTENCE, &format!("You can call, for the {round} time."));
        let from = watch.events.len();
        fs::write(&page, text).expect("written");
        let saved = Instant::now();
        watch.wait("turn", |events| count(&events[from..], "turned") > 0);
        times.push(saved.elapsed());
        // Its own record of what was seen follows.
        std::thread::sleep(Duration::from_millis(300));
        while let Ok(event) = watch.incoming.try_recv() {
            watch.events.push(event);
        }
    }
    times.sort();
    println!("told after {:?} (median), {:?} (longest of 20)", times[10], times[19]);
    std::thread::sleep(Duration::from_secs(1));
    let before = ticks(watch.child.id());
    std::thread::sleep(Duration::from_secs(3));
    println!("while waiting: {} hundredths of a second in 3 s", ticks(watch.child.id()) - before);
}
