//! What changes on disk, in batches.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{EventKind, ModifyKind};
use notify::{Config, ErrorKind, PollWatcher, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, NoCache, RecommendedCache, new_debouncer_opt,
};

use crate::error::Error;
use crate::walk::is_foreign;

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Batch {
    /// These files and folders; of a folder that came, the files in it too.
    Changed(BTreeSet<PathBuf>),
    /// Something was missed: everything has to be read again.
    Rescan,
}

/// Tells what changes below the root of a project, its own writes among it: whether the bytes are
/// others than before is for the reader to see.
///
/// Folders are watched and never files, which editors replace when they save. The folders of other
/// tools (`.git`, `node_modules`, marked caches) and `.hexapla` are not watched at all: each of
/// theirs would cost a watch of the system's.
pub struct Watcher {
    events: Receiver<DebounceEventResult>,
    root: PathBuf,
    backend: RefCell<Backend>,
}

enum Backend {
    Native(Debouncer<RecommendedWatcher, RecommendedCache>),
    Poll(Debouncer<PollWatcher, NoCache>),
}

/// How long a file has to be quiet before it is told.
const QUIET: Duration = Duration::from_millis(50);

/// How often to look, where the system tells nothing.
const POLL: Duration = Duration::from_millis(500);

impl Watcher {
    /// Watches the folders of the project at `root`; with `poll`, by reading everything again and
    /// again, for file systems that tell nothing.
    ///
    /// # Errors
    /// Where the system refuses, such as when it watches too many folders already.
    pub fn new(root: &Path, poll: bool) -> Result<Self, Error> {
        let (sender, events) = channel();
        let config = Config::default().with_follow_symlinks(false).with_poll_interval(POLL);
        let backend = if poll {
            // Times are compared in whole seconds, and an older one than before is overlooked.
            let config = config.with_compare_contents(true);
            new_debouncer_opt(QUIET, None, sender, NoCache, config).map(Backend::Poll)
        } else {
            let cache = RecommendedCache::new();
            new_debouncer_opt(QUIET, None, sender, cache, config).map(Backend::Native)
        };
        let backend = RefCell::new(backend.map_err(|error| failure(root, &error))?);
        let watcher = Self { events, root: root.to_owned(), backend };
        watcher.watch_all()?;
        Ok(watcher)
    }

    /// The next batch; nothing where `timeout` passes without one.
    ///
    /// # Errors
    /// Where the root is gone, or the system watches too many folders already: what follows would
    /// not be told.
    pub fn next(&self, timeout: Duration) -> Result<Option<Batch>, Error> {
        let started = Instant::now();
        loop {
            let first = match self.events.recv_timeout(timeout.saturating_sub(started.elapsed())) {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) => return self.require_root().map(|()| None),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(self.broken("the system stopped telling", "start it again"));
                }
            };
            let results = std::iter::once(first).chain(self.events.try_iter()).collect();
            if let Some(batch) = self.batch(results)? {
                return Ok(Some(batch));
            }
        }
    }

    fn batch(&self, results: Vec<DebounceEventResult>) -> Result<Option<Batch>, Error> {
        let mut paths = BTreeSet::new();
        let mut missed = false;
        for result in results {
            match result {
                Ok(events) => {
                    missed |= events.iter().any(|event| event.need_rescan());
                    events.iter().for_each(|event| self.add(event, &mut paths));
                }
                Err(errors) => {
                    missed = true;
                    for error in &errors {
                        if matches!(error.kind, ErrorKind::MaxFilesWatch) {
                            return Err(failure(&self.root, error));
                        }
                    }
                }
            }
        }
        if missed || paths.contains(&self.root) {
            self.require_root()?;
            self.watch_all()?;
            return Ok(Some(Batch::Rescan));
        }
        self.watch_new(&paths)?;
        let arrived: Vec<PathBuf> = paths.iter().flat_map(|path| files_below(path)).collect();
        paths.extend(arrived);
        Ok((!paths.is_empty()).then_some(Batch::Changed(paths)))
    }

    /// Adds the paths of an event that can be about the project.
    fn add(&self, event: &DebouncedEvent, paths: &mut BTreeSet<PathBuf>) {
        let told = match event.kind {
            EventKind::Access(_) => false,
            // That something in a folder changed is told of what changed in it.
            EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => {
                !event.paths.iter().all(|path| path.is_dir())
            }
            _ => true,
        };
        if told {
            paths.extend(event.paths.iter().filter(|path| self.concerns(path)).cloned());
        }
    }

    /// Whether a path can be a part of the project.
    fn concerns(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return false };
        let mut folders = inside.ancestors().filter(|it| !it.as_os_str().is_empty());
        !folders.any(|it| is_foreign(&self.root.join(it)))
    }

    /// Watches the root and every folder in it that can hold something of the project.
    fn watch_all(&self) -> Result<(), Error> {
        let fail = |error: notify::Error| failure(&self.root, &error);
        self.watch(&self.root, RecursiveMode::NonRecursive).map_err(fail)?;
        let entries = std::fs::read_dir(&self.root).map_err(Error::io("read", &self.root))?;
        self.watch_new(&entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
    }

    /// Watches those of the paths that are folders right in the root.
    fn watch_new(&self, paths: &BTreeSet<PathBuf>) -> Result<(), Error> {
        for path in paths.iter().filter(|it| it.parent() == Some(&self.root)) {
            let folder = path.symlink_metadata().is_ok_and(|it| it.is_dir());
            if !folder || !self.concerns(path) {
                continue;
            }
            match self.watch(path, RecursiveMode::Recursive) {
                // It is gone again.
                Err(_) if !path.exists() => {}
                result => result.map_err(|error| failure(path, &error))?,
            }
        }
        Ok(())
    }

    fn watch(&self, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
        match &mut *self.backend.borrow_mut() {
            Backend::Native(debouncer) => debouncer.watch(path, mode),
            Backend::Poll(debouncer) => debouncer.watch(path, mode),
        }
    }

    fn require_root(&self) -> Result<(), Error> {
        if self.root.is_dir() {
            return Ok(());
        }
        Err(self.broken("the folder is gone", "start it again where the project is now"))
    }

    fn broken(&self, reason: &str, hint: &'static str) -> Error {
        Error::Watch { path: self.root.clone(), reason: reason.to_owned(), hint }
    }
}

/// The files below a folder; none of a file.
fn files_below(path: &Path) -> impl Iterator<Item = PathBuf> {
    let folder = path.symlink_metadata().is_ok_and(|it| it.is_dir());
    let mut walk = ignore::WalkBuilder::new(path);
    walk.standard_filters(false).filter_entry(|entry| !is_foreign(entry.path()));
    let entries = folder.then(|| walk.build()).into_iter().flatten().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_some_and(|it| it.is_file()))
        .map(|it| it.into_path())
}

fn failure(path: &Path, error: &notify::Error) -> Error {
    let hint = match error.kind {
        ErrorKind::MaxFilesWatch => "raise fs.inotify.max_user_watches, or use `--poll`",
        _ => "use `--poll`, which needs nothing of the system",
    };
    let reason = match &error.kind {
        ErrorKind::MaxFilesWatch => "the system watches too many folders already".to_owned(),
        ErrorKind::Io(error) => error.to_string(),
        _ => error.to_string(),
    };
    Error::Watch { path: path.to_owned(), reason, hint }
}
