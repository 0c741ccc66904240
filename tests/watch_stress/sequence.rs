//! A random sequence of operations on a project that is watched, and what has to hold at its end.

use std::fmt::Write;
use std::process::Stdio;
use std::time::Instant;

use crate::operations::OPERATIONS;
use crate::standings::Standings;
use crate::storms;
use crate::support::Project;
use crate::support::watching::{LIMIT, Watch, last_status, lines};
use crate::template::Template;
use crate::world::{World, copy};

/// How a sequence is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// By what the system tells, which comes in order: after a mark the last status is the true one.
    Marked,
    /// By the same, and nothing but the operations themselves makes it look.
    Told,
    /// By the same, and what is seen is recorded: more follows from its own writing.
    Recorded,
    /// By looking again and again, in whatever order.
    Polled,
}

pub(crate) struct Sequence<'a> {
    world: World<'a>,
    how: How,
    watch: Watch,
    standings: Standings,
    /// How many of the events are in `standings`.
    taken: usize,
    /// What was done, in order.
    pub(crate) log: String,
}

impl<'a> Sequence<'a> {
    pub(crate) fn new(template: &'a Template, seed: u64) -> Self {
        let world = World::new(template, seed);
        let how = match seed % 10 {
            3 => How::Polled,
            0 | 4 | 8 => How::Marked,
            1 | 5 | 9 => How::Recorded,
            _ => How::Told,
        };
        let standings = Standings::cold(&world.project);
        let args: &[&str] = match how {
            How::Told | How::Marked => &["watch", "--json", "--no-record"],
            How::Recorded => &["watch", "--json"],
            How::Polled => &["watch", "--json", "--no-record", "--poll"],
        };
        let mut command = world.project.command(args);
        command.stderr(Stdio::null());
        let watch = Watch::of(command);
        Self { world, how, watch, standings, taken: 0, log: format!("{how:?}\n") }
    }

    /// Does a few things and checks what came of them; tells of each what it was and whether it was
    /// done.
    pub(crate) fn run(&mut self, seed: u64, mut done: impl FnMut(&'static str, bool)) {
        let random = 2 + self.world.random.below(9);
        for step in 0..=random {
            // Every operation is the last of some sequence, which nothing after it covers up.
            let last = seed as usize % OPERATIONS.len();
            let which =
                if step == random { last } else { self.world.random.below(OPERATIONS.len()) };
            let (name, operation) = OPERATIONS[which];
            let result = operation(&mut self.world);
            let _ = writeln!(self.log, "{name}: {result:?}");
            done(name, result.is_ok());
            if self.world.random.once_in(3) {
                self.world.pause();
            }
            if self.world.random.once_in(6) {
                self.check();
            }
        }
        self.check();
        match seed % 25 {
            6 => self.burst(),
            14 => self.overflow(),
            _ => {}
        }
    }

    fn burst(&mut self) {
        self.log.push_str("burst\n");
        storms::burst(&self.world);
        self.check();
        storms::calm(&mut self.world);
        self.check();
    }

    fn overflow(&mut self) {
        self.log.push_str("overflow\n");
        let from = self.watch.events.len();
        self.watch.signal("-STOP");
        storms::overflow(&self.world);
        // Nothing tells of these: the queue is full.
        for _ in 0..3 {
            let offline = OPERATIONS.iter().filter(|(name, _)| *name != "somebody decides");
            let offline: Vec<_> = offline.collect();
            let (name, operation) = offline[self.world.random.below(offline.len())];
            let _ = writeln!(self.log, "{name}: {:?}", operation(&mut self.world));
        }
        self.watch.signal("-CONT");
        self.watch.wait("rescan", |events| events[from..].iter().any(|it| it["event"] == "rescan"));
        self.check();
        // It follows on, in folders that came meanwhile too.
        for path in self.world.files() {
            self.world.write(&path).expect("written");
        }
        self.check();
    }

    /// What was told has to be how everything stands.
    fn check(&mut self) {
        self.world.mend();
        if self.how == How::Marked {
            // The first may be seen by a reading that began before it, the second only by one that
            // began after the first was told, and so after all that happened before.
            self.world.mark(&mut self.watch);
            self.world.mark(&mut self.watch);
            assert_eq!(self.difference(), "", "after a mark");
        }
        let started = Instant::now();
        loop {
            let difference = self.difference();
            if difference.is_empty() {
                break;
            }
            assert!(started.elapsed() < LIMIT, "{difference}");
            self.watch.hear();
        }
        // Neither does it rest on anything that it, or another command, has kept.
        let twin = Project::of(&[]);
        copy(self.world.project.root(), twin.root());
        assert_eq!(status(&self.world.project), status(&twin), "as of a copy of the files");
    }

    /// In what the last status and all that was told differ from a cold start.
    fn difference(&mut self) -> String {
        self.standings.tell(&self.watch.events[self.taken..]);
        self.taken = self.watch.events.len();
        let rows = last_status(&self.watch.events).expect("a status");
        let told = serde_json::to_string_pretty(rows).expect("JSON") + "\n";
        let cold = status(&self.world.project);
        if told != cold {
            let lines = told.lines().zip(cold.lines()).filter(|(told, cold)| told != cold);
            return lines.map(|(told, cold)| format!("told {told}, cold {cold}\n")).collect();
        }
        self.standings.difference(&Standings::cold(&self.world.project))
    }

    /// What was told at the end, for who looks for the reason.
    pub(crate) fn last_events(&self) -> String {
        let events = &self.watch.events;
        lines(&events[events.len().saturating_sub(12)..])
    }
}

/// How everything stands, from a cold start.
fn status(project: &Project) -> String {
    project.ok(&["status", "--format", "json"])
}
