//! The review room: many readers, slow ones, somebody who types, and a million units.

use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use crate::made::Made;
use crate::project::{Project, write};
use crate::rounds::counted;
use crate::scale::SIZES;
use crate::scratch::Scratch;
use crate::served::{Load, Served, load, median};
use crate::site::copy;
use crate::table::{Table, time};

/// Readers who ask without a pause.
const READERS: usize = 200;

/// Visitors who send the head of a request byte by byte.
const SLOW: usize = 300;

pub(crate) fn measure(scratch: &Scratch, table: &Table) {
    let folder = scratch.folder("room");
    let example = folder.join("example");
    copy_example(&example);
    let room = Served::room(&example);
    let pages = script(&folder, "pages", &PAGES.map(|it| format!("wrk.format(\"GET\", \"{it}\")")));
    let readers = ["-c", &READERS.to_string(), "-s", &pages].map(str::to_owned);
    tell("the room, 200 readers", 0.200, table, || load(&room, "/", &readers));
    slowly(&room, || {
        tell("the room, 200 readers beside 300 slow ones", 0.200, table, || {
            load(&room, "/", &readers)
        });
    });
    let check = script(&folder, "check", &[CHECK.to_owned()]);
    let typing = ["-c", "1", "-s", &check].map(str::to_owned);
    tell("the room, a check while one types", 0.050, table, || load(&room, "/", &typing));
    drop(room);
    let made = Made::of(SIZES[2]);
    let project = Project::made(made, scratch);
    great(&project, "10⁶ units", table);
    // Every text has changed: each queue is as long as it can be.
    made.write_sources(&project.root, &|_| 1);
    great(&project, "10⁶ stale units", table);
    made.write_sources(&project.root, &|message| usize::from(message == 0));
}

/// What a room of a million units shows to one who asks for the same again and again.
fn great(project: &Project, units: &str, table: &Table) {
    started(project, units, table);
    let room = Served::room(&project.root);
    let locale = &project.locales[0];
    let waiting = room.got(&format!("/api/queue/{locale}"));
    let unit = named(&waiting).expect("a unit that waits");
    let unit = unit.replace('/', "%2F").replace('#', "%23");
    let alone = ["-c", "1"].map(str::to_owned);
    for (what, path) in [
        ("a page of a queue", format!("/queue/{locale}")),
        ("a search in a queue", format!("/queue/{locale}?q=area-07")),
        ("a unit", format!("/unit/{locale}?unit={unit}")),
        ("other texts for a unit", format!("/unit/{locale}/offers?unit={unit}")),
        ("coverage", "/".to_owned()),
    ] {
        let work = format!("the room, {units}, {what}");
        tell(&work, 0.100, table, || load(&room, &path, &alone));
    }
}

/// How long such a room takes until it answers.
fn started(project: &Project, units: &str, table: &Table) {
    let once = || {
        let began = Instant::now();
        let room = Served::room(&project.root);
        room.got("/");
        began.elapsed().as_secs_f64()
    };
    let rounds: Vec<f64> = (0..=counted()).map(|_| once()).collect();
    let work = format!("the room, {units}, from its start to the first page");
    table.figure(&work, &time(median(&rounds[1..], |it| *it)), None);
}

/// The first unit of a queue, in JSON.
fn named(queue: &str) -> Option<&str> {
    queue.split_once("\"unit\":\"")?.1.split('"').next()
}

/// What readers look at, of the example.
const PAGES: [&str; 6] = [
    "/",
    "/queue/es",
    "/queue/ar",
    "/unit/es?unit=pages%2Fabout%23title",
    "/document/es?resource=pages/about",
    "/library/pages",
];

/// What a browser asks for while somebody types.
const CHECK: &str = r#"wrk.format("POST", "/unit/es/check", { ["content-type"] = "application/json" },
    '{ "unit": "ui/navigation#nav-home", "text": "nav-home = Inicio { $n }" }')"#;

/// A script with which `wrk` asks for one after the other; gives its path.
fn script(folder: &Path, name: &str, asked: &[String]) -> String {
    let path: PathBuf = folder.join(format!("{name}.lua"));
    let list = asked.join(",\n  ");
    let text = format!(
        "local at, all = 0, {{}}\nfunction init()\n  all = {{\n  {list}\n  }}\nend\n\
         function request()\n  at = at % #all + 1\n  return all[at]\nend\n"
    );
    write(&path, text);
    path.display().to_string()
}

/// The example, where nobody else changes it.
fn copy_example(to: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["source-content", "translations", "workflows"] {
        copy(&from.join(name), &to.join(name));
    }
    write(&to.join("hexapla.toml"), fs::read(from.join("hexapla.toml")).expect("a config"));
}

/// Does something while visitors send their requests as slowly as they may.
fn slowly(room: &Served, what: impl FnOnce()) {
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let connect = || TcpStream::connect(room.address()).ok();
            let mut open: Vec<Option<TcpStream>> = (0..SLOW).map(|_| connect()).collect();
            while !over.load(Ordering::Relaxed) {
                for stream in &mut open {
                    let sent = stream.as_mut().map(|it| it.write_all(b"G"));
                    if !matches!(sent, Some(Ok(()))) {
                        *stream = connect();
                    }
                }
                sleep(Duration::from_millis(200));
            }
        });
        what();
        over.store(true, Ordering::Relaxed);
    });
}

/// How many answers a second, and how late the slowest of a hundred are: medians of the rounds, of
/// which the first warms up.
fn tell(work: &str, goal: f64, table: &Table, round: impl Fn() -> Result<Load, String>) {
    eprintln!("  {work}");
    let rounds: Result<Vec<Load>, String> = (0..=counted()).map(|_| round()).collect();
    let rounds = match rounds {
        Ok(rounds) => rounds,
        Err(why) => return table.figure(work, &format!("not measured: {why}"), None),
    };
    let rounds = &rounds[1..];
    let (rate, slowest) = (median(rounds, |it| it.rate), median(rounds, |it| it.slowest));
    let figure = format!("p99 {}, {rate:.0} answers/s", time(slowest));
    table.figure(work, &figure, Some((&format!("p99 within {}", time(goal)), slowest <= goal)));
}
