//! A `hexapla watch` that runs.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long anything may take.
const LIMIT: Duration = Duration::from_secs(120);

/// How long the processor has to have done nothing.
const STILL: Duration = Duration::from_millis(100);

/// A process, which ends with this.
pub(crate) struct Watched {
    child: Child,
    /// Names of events, and when they were told.
    events: Receiver<(String, Instant)>,
    /// From its start to its first status.
    pub(crate) ready: Duration,
}

impl Watched {
    pub(crate) fn start(mut command: Command) -> Self {
        let start = Instant::now();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it watches");
        let out = BufReader::new(child.stdout.take().expect("an output"));
        let (sender, events) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                // Time stands still before the line is taken apart: that is not its work.
                let now = Instant::now();
                if sender.send((event(&line), now)).is_err() {
                    return;
                }
            }
        });
        let mut watched = Self { child, events, ready: Duration::ZERO };
        watched.ready = watched.until("status") - start;
        watched
    }

    /// When the next event of this name was told.
    fn until(&self, name: &str) -> Instant {
        loop {
            match self.events.recv_timeout(LIMIT) {
                Ok((event, at)) if event == name => return at,
                Ok(_) => {}
                Err(why) => panic!("`watch` told no `{name}`: {why}"),
            }
        }
    }

    /// How long after something was done the status is told that came of it.
    pub(crate) fn told_after(&self, done: impl FnOnce()) -> Duration {
        while self.events.try_recv().is_ok() {}
        done();
        let start = Instant::now();
        self.until("turned");
        self.until("status") - start
    }

    /// Waits until it has nothing more to do.
    pub(crate) fn settle(&self) {
        let start = Instant::now();
        let mut before = self.processor();
        while start.elapsed() < LIMIT {
            sleep(STILL);
            let now = self.processor();
            if now == before {
                return;
            }
            before = now;
        }
        panic!("`watch` is still busy after {LIMIT:?}");
    }

    /// What its threads have had of the processor.
    pub(crate) fn processor(&self) -> Duration {
        let threads = fs::read_dir(format!("/proc/{}/task", self.child.id())).expect("it runs");
        let had = threads.flatten().map(|thread| {
            let told = fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
            told.split(' ').next().and_then(|it| it.parse().ok()).unwrap_or(0)
        });
        Duration::from_nanos(had.sum())
    }

    /// What it holds of memory now, in bytes.
    pub(crate) fn memory(&self) -> u64 {
        let told = fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let told = told.expect("it runs");
        let line = told.lines().find_map(|it| it.strip_prefix("VmRSS:"));
        let kibibytes = line.and_then(|it| it.trim().split(' ').next()?.parse::<u64>().ok());
        kibibytes.expect("a size") * 1024
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // Whether it is still there does not matter.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The name of the event that a line tells.
fn event(line: &str) -> String {
    let told: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
    told["event"].as_str().unwrap_or_default().to_owned()
}
