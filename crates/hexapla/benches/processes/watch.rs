//! `hexapla watch` over a million units.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::made::Made;
use crate::project::{Project, files};
use crate::scale::SIZES;
use crate::scratch::Scratch;
use crate::table::{Table, number, time};
use crate::watched::Watched;

/// How long `watch` waits for quiet before it looks; that is no work.
const QUIET: f64 = 0.050;

/// Files saved to learn how long one takes, the first of which does not count.
const SAVES: usize = 8;

/// How long nothing happens while the processor's time is counted.
const IDLE: Duration = Duration::from_secs(10);

/// How many edits memory is watched over; `HEXAPLA_EDITS` says otherwise.
const EDITS: usize = 500;

/// Edits after which everything that is kept has been kept.
const SETTLED: usize = 20;

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let made = Made::of(SIZES[2]);
    let project = Project::made(made, scratch);
    let edited = Edited::of(&project, made);
    let watched = Watched::start(project.hexapla(&["watch", "--json"]));
    table.figure("`watch`, 10⁶ units, ready", &time(watched.ready.as_secs_f64()), None);
    let mut saves: Vec<f64> = (0..SAVES).map(|at| edited.saved(at, &watched)).skip(1).collect();
    saves.sort_by(f64::total_cmp);
    let save = saves[saves.len() / 2];
    let work = save - QUIET;
    table.figure(
        "`watch`, 10⁶ units, from a save to the new status, without 50 ms of quiet",
        &format!("{} ({} with it)", time(work.max(0.0)), time(save)),
        Some(("within 50 ms", work <= 0.05)),
    );
    watched.settle();
    let before = watched.processor();
    sleep(IDLE);
    let share = 100.0 * (watched.processor() - before).as_secs_f64() / IDLE.as_secs_f64();
    let met = format!("{share:.2}") == "0.00";
    let figure = format!("{share:.2} %");
    table.figure("`watch`, 10⁶ units, processor while idle", &figure, Some(("0 %", met)));
    drop(watched);
    edited.restore();
    memory(&project, made, table);
}

/// How memory is after a few edits and after many. Nothing is recorded, since what is has to be
/// remembered.
fn memory(project: &Project, made: Made, table: &Table) {
    let given = std::env::var("HEXAPLA_EDITS").ok().and_then(|it| it.parse().ok());
    let edits = given.unwrap_or(EDITS).max(2 * SETTLED);
    let edited = Edited::of(project, made);
    let watched = Watched::start(project.hexapla(&["watch", "--json", "--no-record"]));
    let mut early = 0;
    for at in 0..edits {
        edited.saved(at, &watched);
        if at + 1 == SETTLED {
            early = watched.memory();
        }
    }
    let late = watched.memory();
    drop(watched);
    edited.restore();
    let mebibytes = |bytes: u64| number((bytes as f64 / 1024.0 / 1024.0).round());
    let figure = format!("{} MiB, then {} MiB", mebibytes(early), mebibytes(late));
    let work = format!("`watch`, 10⁶ units, memory after {SETTLED} and {edits} edits");
    table.figure(&work, &figure, Some(("at most 5 % more", late as f64 <= early as f64 * 1.05)));
}

/// A source that is saved again and again, and put back at the end.
struct Edited {
    path: PathBuf,
    text: String,
    ledger: PathBuf,
    /// What was in the ledger before.
    kept: BTreeSet<PathBuf>,
}

impl Edited {
    /// The last source of a project.
    fn of(project: &Project, made: Made) -> Self {
        let resource = made.resources().last().expect("a resource");
        let path = project.root.join("en").join(format!("{resource}.ftl"));
        let text = fs::read_to_string(&path).expect("a source");
        let kept = files(&project.ledger()).into_iter().collect();
        Self { path, text, ledger: project.ledger(), kept }
    }

    /// Saves it with its last message changed, or as it was, in turn; gives the seconds until the
    /// new status is there.
    fn saved(&self, turn: usize, watched: &Watched) -> f64 {
        watched.settle();
        let changed = format!("{} again\n\n", self.text.trim_end());
        let text = if turn.is_multiple_of(2) { &changed } else { &self.text };
        watched.told_after(|| save(&self.path, text)).as_secs_f64()
    }

    /// Puts source and ledger back.
    fn restore(&self) {
        save(&self.path, &self.text);
        for path in files(&self.ledger).into_iter().filter(|it| !self.kept.contains(it)) {
            fs::remove_file(path).expect("a file can be deleted");
        }
    }
}

/// As editors do: a file beside it takes its name.
fn save(path: &Path, text: &str) {
    let beside = path.with_extension("ftl~");
    fs::write(&beside, text).expect("a file can be written");
    fs::rename(&beside, path).expect("a file can be renamed");
}
