//! What waiting costs.

use std::fs;
use std::time::Duration;

use serde_json::Value;

use crate::support::Project;
use crate::support::watching::{Watch, cold, ticks};

/// A page in English and Spanish, watched.
fn watched() -> (Project, Watch) {
    let page = |text: &str| format!("# {text}\n\nOne {text}.\n\nTwo {text}.\n");
    let (source, target) = (page("page"), page("página"));
    let project = Project::of(&[("src/page.md", &source), ("out/es/page.md", &target)]);
    project.ok(&["accept", "--all", "--force"]);
    let watch = Watch::start(&project, &["--no-record"]);
    (project, watch)
}

/// Nothing wakes it but an event: no timer, and nothing that it does to files itself. Two switches
/// are left for what is not its own doing, such as the end of its start.
#[test]
fn waiting_costs_nothing() {
    let (project, mut watch) = watched();
    let before = cold(&project);
    project.edit("src/page.md", "One page", "Another page");
    watch.settle(&project, &before);
    let process = watch.child.id();
    // Until it has come to rest, which the last batch and its reading may put off.
    let mut switches = switched(process);
    loop {
        std::thread::sleep(Duration::from_millis(500));
        let now = switched(process);
        if now == switches {
            break;
        }
        switches = now;
    }
    let used = ticks(process);
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(ticks(process) - used, 0, "hundredths of a second in 3 s");
    assert!(switched(process) - switches <= 2, "it woke {} times", switched(process) - switches);
}

/// What it keeps is the project as it is, and nothing of what went before: what a thousand edits
/// leave behind would show. Allocators and thread pools settle in the first 200.
#[test]
fn a_thousand_edits_leave_nothing_in_memory() {
    let (project, mut watch) = watched();
    let mut edit = |round: usize| {
        // Four files at a time, of other words and another length each time.
        for file in 0..4 {
            let more = "More. ".repeat((round + file) % 50);
            let text = format!("# page\n\nOne page {round}.\n\n{more}\n");
            project.write(&format!("src/page{file}.md"), text);
        }
        let told = |events: &[Value]| events.iter().any(|it| it["event"] == "turned");
        watch.wait("turn", told);
        watch.events.clear();
        resident(watch.child.id())
    };
    let early = (0..50).map(&mut edit).max().expect("rounds");
    let late = (50..250).map(&mut edit).last().expect("rounds");
    assert!(late < early + early / 4, "{early} KiB after 200 edits, {late} KiB after 1,000");
}

/// How often all threads of a process were put to sleep or woken.
fn switched(process: u32) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).expect("threads");
    let paths = tasks.map(|it| it.expect("a thread").path().join("status"));
    paths
        .map(|path| number(&path, &["voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:"]))
        .sum()
}

/// The memory that a process holds, in KiB.
fn resident(process: u32) -> u64 {
    number(format!("/proc/{process}/status").as_ref(), &["VmRSS:"])
}

/// The sum of some lines of a file of `/proc`.
fn number(path: &std::path::Path, names: &[&str]) -> u64 {
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().filter_map(|line| {
        let (name, value) = line.split_once('\t')?;
        names.contains(&name).then(|| value.split_whitespace().next()?.parse::<u64>().ok())?
    });
    lines.sum()
}
