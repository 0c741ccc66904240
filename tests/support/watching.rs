//! A running `hexapla watch --json`, and what it has told.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::Project;

/// How long anything may take on a machine that is busy with other things.
pub(crate) const LIMIT: Duration = Duration::from_secs(120);

/// A running `hexapla watch`.
pub(crate) struct Watch {
    pub(crate) child: Child,
    pub(crate) incoming: Receiver<Value>,
    pub(crate) events: Vec<Value>,
}

impl Watch {
    pub(crate) fn start(project: &Project, args: &[&str]) -> Self {
        Self::of(project.command(&[&["watch", "--json"], args].concat()))
    }

    pub(crate) fn of(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("it watches");
        let out = BufReader::new(child.stdout.take().expect("an output"));
        let (sender, incoming) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                let event = serde_json::from_str(&line).expect("every line is JSON");
                if sender.send(event).is_err() {
                    return;
                }
            }
        });
        let mut watch = Self { child, incoming, events: Vec::new() };
        watch.until("status");
        assert_eq!(watch.events[0]["event"], "watching");
        watch
    }

    /// Waits until `done` says so of all events so far.
    #[track_caller]
    pub(crate) fn wait(&mut self, what: &str, done: impl Fn(&[Value]) -> bool) {
        let started = Instant::now();
        while !done(&self.events) {
            assert!(started.elapsed() < LIMIT, "no {what}:\n{}", lines(&self.events));
            match self.incoming.recv_timeout(Duration::from_millis(200)) {
                Ok(event) => self.events.push(event),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => panic!("it ended:\n{}", lines(&self.events)),
            }
        }
    }

    /// Takes in what comes in the next moment.
    pub(crate) fn hear(&mut self) {
        if let Ok(event) = self.incoming.recv_timeout(Duration::from_millis(50)) {
            self.events.push(event);
        }
    }

    /// Waits for an event that was not there yet.
    #[track_caller]
    pub(crate) fn until(&mut self, event: &str) {
        let before = self.count(event);
        self.wait(event, |events| count(events, event) > before);
    }

    pub(crate) fn count(&self, event: &str) -> usize {
        count(&self.events, event)
    }

    /// The units that were told to have become `freshness`, since the event at `from`.
    pub(crate) fn turned(&self, from: usize, freshness: &str) -> Vec<String> {
        let new = self.events[from..].iter().filter(|it| it["event"] == "turned");
        let units = new.filter(|it| it["detail"]["freshness"] == freshness).flat_map(|it| {
            it["detail"]["units"].as_array().expect("units").iter().map(|it| it["unit"].clone())
        });
        units.map(|it| it.as_str().expect("an address").to_owned()).collect()
    }

    /// Waits until its last status is the one that a cold start gives, which is not `before`.
    #[track_caller]
    pub(crate) fn settle(&mut self, project: &Project, before: &Value) -> Value {
        self.wait("status as from a cold start", |events| {
            let cold = cold(project);
            cold != *before && last_status(events) == Some(&cold)
        });
        cold(project)
    }

    /// Waits for its end.
    #[track_caller]
    pub(crate) fn end(mut self) -> (ExitStatus, Vec<Value>) {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                self.events.extend(self.incoming.iter());
                return (status, std::mem::take(&mut self.events));
            }
            assert!(started.elapsed() < LIMIT, "it does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub(crate) fn signal(&self, name: &str) {
        let status = Command::new("kill").args([name, &self.child.id().to_string()]).status();
        assert!(status.expect("kill runs").success());
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn count(events: &[Value], event: &str) -> usize {
    events.iter().filter(|it| it["event"] == event).count()
}

pub(crate) fn lines(events: &[Value]) -> String {
    events.iter().map(|it| format!("{it}\n")).collect()
}

pub(crate) fn last_status(events: &[Value]) -> Option<&Value> {
    Some(&events.iter().rfind(|it| it["event"] == "status")?["detail"]["rows"])
}

pub(crate) fn cold(project: &Project) -> Value {
    project.json(&["status", "--format", "json"])
}

/// The processor time that a process took, in ticks of the system's (hundredths of a second).
pub(crate) fn ticks(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("a process");
    let fields: Vec<&str> = stat.rsplit(')').next().expect("fields").split_whitespace().collect();
    let number = |at: usize| -> u64 { fields[at].parse().expect("a number") };
    number(11) + number(12)
}
