//! How long it takes, beside git.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hexapla_engine::Snapshot;
use hexapla_engine::bootstrap::{Contents, History, Marks, bootstrap};
use hexapla_model::Progress;
use hexapla_workspace::{Session, history};

/// What was read of a project.
pub(crate) struct Project {
    pub(crate) snapshot: Snapshot,
    pub(crate) history: History,
    pub(crate) contents: Box<dyn Contents>,
}

/// How many files `git log` is asked about one by one.
const SAMPLE: usize = 50;

pub(crate) fn measure(root: &Path) -> Project {
    let (project, load, walk) = read(root);
    let (found, marked) = timed(|| {
        bootstrap(
            &project.snapshot,
            &project.history,
            &*project.contents,
            Marks::Believed,
            &Progress::default(),
        )
    });
    let (_, unmarked) = timed(|| {
        bootstrap(
            &project.snapshot,
            &project.history,
            &*project.contents,
            Marks::Ignored,
            &Progress::default(),
        )
    });
    let ((), log) = timed(|| git(root, &["log", "--name-only", "--format=%H"]));
    let targets: Vec<&str> = project
        .snapshot
        .resources
        .values()
        .flat_map(|it| it.targets.values())
        .map(|it| it.path.as_str())
        .collect();
    let step = (targets.len() / SAMPLE).max(1);
    let sample: Vec<&&str> = targets.iter().step_by(step).collect();
    let ((), each) = timed(|| {
        for path in &sample {
            git(root, &["log", "--follow", "--format=%H", "--", path]);
        }
    });
    let each = each.as_secs_f64() * targets.len() as f64 / sample.len().max(1) as f64;
    let count = project.history.commits.len();
    println!("{count} commits, {} targets, {} facts\n", targets.len(), found.plan.facts.len());
    println!("| what | seconds |\n|---|--:|");
    let row = |what: &str, time: f64| println!("| {what} | {time:.2} |");
    row("reading the project", load.as_secs_f64());
    row("reading its history", walk.as_secs_f64());
    row("concluding, by marks", marked.as_secs_f64());
    row("concluding, by history alone", unmarked.as_secs_f64());
    row("all, by marks", (load + walk + marked).as_secs_f64());
    row("one `git log --name-only`", log.as_secs_f64());
    row(&format!("a `git log --follow` for each target ({} of them measured)", sample.len()), each);
    println!();
    project
}

pub(crate) fn read(root: &Path) -> (Project, Duration, Duration) {
    let session = Session::open(root).expect("a project");
    let (loaded, load) = timed(|| session.load(hexapla_workspace::now()).expect("readable"));
    let ((history, store), walk) =
        timed(|| history(root, &loaded.snapshot, &Progress::default()).expect("a history"));
    let contents = Box::new(store);
    (Project { snapshot: loaded.snapshot, history, contents }, load, walk)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

fn git(root: &Path, args: &[&str]) {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(args).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().expect("git");
}
