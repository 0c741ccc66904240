//! What changes on disk, in batches.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{EventKind, ModifyKind};
use notify::{
    Config, ErrorKind, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _,
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
/// theirs would cost a watch of the system's. As long as nothing happens nothing runs.
pub struct Watcher {
    events: Receiver<notify::Result<Event>>,
    root: PathBuf,
    backend: RefCell<Box<dyn notify::Watcher>>,
}

/// How long everything has to be quiet before it is told: editors save in several steps.
const QUIET: Duration = Duration::from_millis(50);

/// How long to wait for quiet where there is none.
const PATIENCE: Duration = Duration::from_millis(500);

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
        let backend: notify::Result<Box<dyn notify::Watcher>> = if poll {
            // Times are compared in whole seconds, and an older one than before is overlooked.
            let config = config.with_compare_contents(true);
            PollWatcher::new(sender, config).map(|it| Box::new(it) as _)
        } else {
            RecommendedWatcher::new(sender, config).map(|it| Box::new(it) as _)
        };
        let backend = RefCell::new(backend.map_err(|error| failure(root, &error))?);
        let watcher = Self { events, root: root.to_owned(), backend };
        watcher.watch_all()?;
        Ok(watcher)
    }

    /// The next batch, once everything is quiet; nothing where `timeout` passes without one.
    ///
    /// # Errors
    /// Where the root is gone, or the system watches too many folders already: what follows would
    /// not be told.
    pub fn next(&self, timeout: Duration) -> Result<Option<Batch>, Error> {
        let started = Instant::now();
        loop {
            let mut news = News::default();
            while news.is_empty() {
                if !self.hear(timeout.saturating_sub(started.elapsed()), &mut news)? {
                    return self.require_root().map(|()| None);
                }
            }
            let (first, mut last) = (Instant::now(), Instant::now());
            while last.elapsed() < QUIET && first.elapsed() < PATIENCE {
                let before = news.told;
                self.hear(QUIET.saturating_sub(last.elapsed()), &mut news)?;
                if news.told > before {
                    last = Instant::now();
                }
            }
            if let Some(batch) = self.batch(news)? {
                return Ok(Some(batch));
            }
        }
    }

    /// Waits for one event and takes it in; tells whether there was any.
    fn hear(&self, patience: Duration, news: &mut News) -> Result<bool, Error> {
        match self.events.recv_timeout(patience) {
            Ok(Ok(event)) => self.add(&event, news),
            Ok(Err(error)) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
                return Err(failure(&self.root, &error));
            }
            Ok(Err(_)) => news.miss(),
            Err(RecvTimeoutError::Timeout) => return Ok(false),
            Err(RecvTimeoutError::Disconnected) => {
                return Err(self.broken("the system stopped telling", "start it again"));
            }
        }
        Ok(true)
    }

    fn batch(&self, news: News) -> Result<Option<Batch>, Error> {
        let News { mut paths, missed, .. } = news;
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

    /// Takes in an event that can be about the project.
    fn add(&self, event: &Event, news: &mut News) {
        if event.need_rescan() {
            return news.miss();
        }
        let told = match event.kind {
            EventKind::Access(_) => false,
            // That something in a folder changed is told of what changed in it.
            EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => {
                !event.paths.iter().all(|path| path.is_dir())
            }
            _ => true,
        };
        for path in event.paths.iter().filter(|path| told && self.concerns(path)) {
            news.told += 1;
            news.paths.insert(path.clone());
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
        self.backend.borrow_mut().watch(path, mode)
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

/// What was heard so far.
#[derive(Default)]
struct News {
    paths: BTreeSet<PathBuf>,
    /// How often something was told.
    told: usize,
    missed: bool,
}

impl News {
    fn is_empty(&self) -> bool {
        self.told == 0
    }

    fn miss(&mut self) {
        self.missed = true;
        self.told += 1;
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
