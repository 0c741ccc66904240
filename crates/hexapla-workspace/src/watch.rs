//! What changes on disk, in batches.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{RecursiveMode, Watcher as _};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};

use crate::error::Error;

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Batch {
    /// These files or folders.
    Changed(BTreeSet<PathBuf>),
    /// Something was missed: everything has to be read again.
    Rescan,
}

/// Tells what changes below the root of a project.
pub struct Watcher {
    events: Receiver<DebounceEventResult>,
    root: PathBuf,
    _debouncer: Box<dyn std::any::Any + Send>,
}

/// How long the disk has to be quiet before a batch is told.
const QUIET: Duration = Duration::from_millis(50);

impl Watcher {
    /// Watches every folder below `root` but those that hold nothing of the project; with `poll`,
    /// by looking again and again, for file systems that tell nothing.
    ///
    /// # Errors
    /// Where the system refuses, such as when it watches too many folders already.
    pub fn new(root: &Path, poll: bool) -> Result<Self, Error> {
        let (sender, events) = channel();
        let fail = |error: notify::Error| Error::Watch {
            path: root.to_owned(),
            reason: error.to_string(),
        };
        let debouncer: Box<dyn std::any::Any + Send> = if poll {
            let config = notify::Config::default().with_poll_interval(Duration::from_millis(500));
            let watcher = notify::PollWatcher::new(
                move |event: notify::Result<notify::Event>| {
                    let _ = sender
                        .send(event.map(|it| vec![it.into_debounced()]).map_err(|it| vec![it]));
                },
                config,
            );
            let mut watcher = watcher.map_err(fail)?;
            watcher.watch(root, RecursiveMode::Recursive).map_err(fail)?;
            Box::new(watcher)
        } else {
            let mut debouncer = new_debouncer(QUIET, None, sender).map_err(fail)?;
            debouncer.watch(root, RecursiveMode::Recursive).map_err(fail)?;
            Box::new(debouncer)
        };
        Ok(Self { events, root: root.to_owned(), _debouncer: debouncer })
    }

    /// The next batch; nothing where `timeout` passes without one.
    ///
    /// # Errors
    /// Where watching broke off.
    pub fn next(&self, timeout: Duration) -> Result<Option<Batch>, Error> {
        let mut batch = match self.events.recv_timeout(timeout) {
            Ok(result) => self.batch(result),
            Err(RecvTimeoutError::Timeout) => return Ok(None),
            Err(RecvTimeoutError::Disconnected) => {
                let reason = "the system stopped telling".to_owned();
                return Err(Error::Watch { path: self.root.clone(), reason });
            }
        };
        while let Ok(result) = self.events.try_recv() {
            batch = join(batch, self.batch(result));
        }
        Ok(batch)
    }

    fn batch(&self, result: DebounceEventResult) -> Option<Batch> {
        let Ok(events) = result else { return Some(Batch::Rescan) };
        if events.iter().any(|event| event.need_rescan()) {
            return Some(Batch::Rescan);
        }
        let changes = events.iter().filter(|event| !event.kind.is_access());
        let paths: BTreeSet<PathBuf> = changes
            .flat_map(|event| event.paths.iter())
            .filter(|it| self.concerns(it))
            .cloned()
            .collect();
        (!paths.is_empty()).then_some(Batch::Changed(paths))
    }

    /// Whether a path can be a part of the project.
    fn concerns(&self, path: &Path) -> bool {
        let inside = path.strip_prefix(&self.root).unwrap_or(path);
        let foreign = |name: &std::ffi::OsStr| {
            matches!(name.to_str(), Some(".git" | ".hexapla" | "target" | "node_modules"))
        };
        !inside.components().next().is_some_and(|first| foreign(first.as_os_str()))
    }
}

fn join(a: Option<Batch>, b: Option<Batch>) -> Option<Batch> {
    match (a, b) {
        (Some(Batch::Rescan), _) | (_, Some(Batch::Rescan)) => Some(Batch::Rescan),
        (Some(Batch::Changed(mut a)), Some(Batch::Changed(b))) => {
            a.extend(b);
            Some(Batch::Changed(a))
        }
        (a, b) => a.or(b),
    }
}

trait IntoDebounced {
    fn into_debounced(self) -> notify_debouncer_full::DebouncedEvent;
}

impl IntoDebounced for notify::Event {
    fn into_debounced(self) -> notify_debouncer_full::DebouncedEvent {
        notify_debouncer_full::DebouncedEvent::new(self, std::time::Instant::now())
    }
}
