//! What changes on disk, in batches.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, MetadataKind, ModifyKind};
use notify::{
    Config, ErrorKind, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _,
};

use crate::error::Error;
use crate::walk::is_foreign;

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Batch {
    /// These files and folders; of a folder that came, the files in it too. Of a folder that went
    /// all that was in it did.
    Changed(BTreeSet<PathBuf>),
    /// Something was missed: everything has to be read again.
    Rescan,
}

/// Tells what changes below the root of a project, its own writes among it: whether the bytes are
/// others than before is for the reader to see.
///
/// Folders are watched and never files, which editors replace when they save; each by itself, and
/// before it is read, so that nothing that comes into a new one is lost. The folders of other tools
/// (`.git`, `node_modules`) and `.hexapla` are not watched at all: each of theirs would cost a watch
/// of the system's. Of a marked cache nothing is but the mark. As long as nothing happens nothing
/// runs.
pub struct Watcher {
    root: PathBuf,
    poll: bool,
    backend: RefCell<Backend>,
    /// The folders that are watched, or were: one that takes the place of a file is none of them.
    folders: RefCell<BTreeSet<PathBuf>>,
    /// What is told again, and when.
    again: RefCell<Option<(Instant, BTreeSet<PathBuf>)>>,
}

/// What the system tells.
struct Backend {
    watcher: Box<dyn notify::Watcher>,
    events: Receiver<notify::Result<Event>>,
}

/// How long everything has to be quiet before it is told: editors save in several steps.
const QUIET: Duration = Duration::from_millis(50);

/// How long to wait for quiet where there is none.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often to look, where the system tells nothing.
const POLL: Duration = Duration::from_millis(500);

/// When what polling found is told once more: what goes and comes back between two looks is told by neither,
/// though whoever read in that moment saw it gone.
const AGAIN: Duration = Duration::from_millis(1_000);

impl Watcher {
    /// Watches the folders of the project at `root`; with `poll`, by reading everything again and
    /// again, for file systems that tell nothing.
    ///
    /// # Errors
    /// Where the system refuses, such as when it watches too many folders already.
    pub fn new(root: &Path, poll: bool) -> Result<Self, Error> {
        let backend = Backend::new(poll).map_err(|error| failure(root, &error))?;
        let backend = RefCell::new(backend);
        let (root, folders, again) = (root.to_owned(), RefCell::default(), RefCell::default());
        let watcher = Self { root, poll, backend, folders, again };
        watcher.watch_all()?;
        Ok(watcher)
    }

    /// The next batch, once everything is quiet; nothing where `timeout` passes without one. Where it polls,
    /// each batch that nothing follows is told twice.
    ///
    /// # Errors
    /// Where the root is gone, or the system watches too many folders already: what follows would
    /// not be told.
    pub fn next(&self, timeout: Duration) -> Result<Option<Batch>, Error> {
        let started = Instant::now();
        loop {
            let mut news = News::default();
            while news.is_empty() {
                let left = timeout.saturating_sub(started.elapsed());
                if self.hear(left.min(self.until_again()), &mut news)? {
                    continue;
                }
                self.require_root()?;
                if self.until_again().is_zero() {
                    let again = self.again.take().map(|(_, paths)| paths);
                    return Ok(Some(Batch::Changed(again.unwrap_or_default())));
                }
                if started.elapsed() >= timeout {
                    return Ok(None);
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
                let again = || (Instant::now() + AGAIN, self.paths(&batch));
                self.again.replace(self.poll.then(again));
                return Ok(Some(batch));
            }
        }
    }

    /// Waits for one event and takes it in; tells whether there was any.
    fn hear(&self, patience: Duration, news: &mut News) -> Result<bool, Error> {
        let heard = self.backend.borrow().events.recv_timeout(patience);
        match heard {
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

    /// How long it is until something is told again.
    fn until_again(&self) -> Duration {
        let again = self.again.borrow();
        again.as_ref().map_or(Duration::MAX, |it| it.0.saturating_duration_since(Instant::now()))
    }

    /// What a batch is about.
    fn paths(&self, batch: &Batch) -> BTreeSet<PathBuf> {
        match batch {
            Batch::Changed(paths) => paths.clone(),
            Batch::Rescan => BTreeSet::from([self.root.clone()]),
        }
    }

    fn batch(&self, news: News) -> Result<Option<Batch>, Error> {
        let News { mut paths, missed, .. } = news;
        if missed || paths.contains(&self.root) {
            self.require_root()?;
            // Which folder each watch is of is no longer sure.
            let backend = Backend::new(self.poll).map_err(|error| failure(&self.root, &error))?;
            self.backend.replace(backend);
            self.folders.take();
            self.watch_all()?;
            return Ok(Some(Batch::Rescan));
        }
        let (mut folders, mut files) = (BTreeSet::new(), Vec::new());
        for path in paths.iter().filter(|path| is_folder(path)) {
            self.watch_below(path, &mut folders, &mut files)?;
        }
        paths.extend(files);
        Ok((!paths.is_empty()).then_some(Batch::Changed(paths)))
    }

    /// Takes in an event that can be about the project.
    fn add(&self, event: &Event, news: &mut News) {
        if event.need_rescan() {
            return news.miss();
        }
        let told = match event.kind {
            // What is written to memory that stands for a file is told of when it is closed.
            EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
            // That something in a folder changed is told of what changed in it.
            EventKind::Modify(
                ModifyKind::Data(_) | ModifyKind::Metadata(MetadataKind::WriteTime),
            ) => !event.paths.iter().all(|path| self.watches(path)),
            _ => true,
        };
        for path in event.paths.iter().filter(|_| told) {
            // With its mark a whole folder comes and goes.
            let path =
                if path.ends_with(CACHE_MARK) { path.parent() } else { Some(path.as_path()) };
            let Some(path) = path.filter(|path| self.concerns(path)) else { continue };
            news.told += 1;
            news.paths.insert(path.to_owned());
        }
    }

    /// Whether a path can be a part of the project: it is in no foreign folder.
    fn concerns(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return false };
        let mut folders = inside.ancestors().skip(1).filter(|it| !it.as_os_str().is_empty());
        !is_of_tool(path) && !folders.any(|it| is_foreign(&self.root.join(it)))
    }

    /// Watches the root and every folder in it that can hold something of the project.
    fn watch_all(&self) -> Result<(), Error> {
        self.watch(&self.root).map_err(|error| failure(&self.root, &error))?;
        self.watch_below(&self.root, &mut BTreeSet::new(), &mut Vec::new())
    }

    /// Watches a folder and those in it, and finds their files and links. Those of `folders` are
    /// watched already.
    fn watch_below(
        &self,
        top: &Path,
        folders: &mut BTreeSet<PathBuf>,
        files: &mut Vec<PathBuf>,
    ) -> Result<(), Error> {
        let mut open = vec![top.to_owned()];
        while let Some(folder) = open.pop() {
            if is_of_tool(&folder) || !folders.insert(folder.clone()) {
                continue;
            }
            let watched = self.watch(&folder);
            // Where it is gone again, or nobody may read it, its own folder tells when it is otherwise.
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            watched.map_err(|error| failure(&folder, &error))?;
            if folder != self.root && is_foreign(&folder) {
                continue;
            }
            for entry in entries.filter_map(Result::ok) {
                let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
                if is_folder { &mut open } else { &mut *files }.push(entry.path());
            }
        }
        Ok(())
    }

    fn watches(&self, folder: &Path) -> bool {
        is_folder(folder) && self.folders.borrow().contains(folder)
    }

    fn watch(&self, folder: &Path) -> notify::Result<()> {
        self.folders.borrow_mut().insert(folder.to_owned());
        self.backend.borrow_mut().watcher.watch(folder, RecursiveMode::NonRecursive)
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

impl Backend {
    fn new(poll: bool) -> notify::Result<Self> {
        let (sender, events) = channel();
        let config = Config::default().with_follow_symlinks(false).with_poll_interval(POLL);
        let watcher: Box<dyn notify::Watcher> = if poll {
            // Times are compared in whole seconds, and an older one than before is overlooked.
            Box::new(PollWatcher::new(sender, config.with_compare_contents(true))?)
        } else {
            Box::new(RecommendedWatcher::new(sender, config)?)
        };
        Ok(Self { watcher, events })
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

/// What marks a cache (<https://bford.info/cachedir/>).
const CACHE_MARK: &str = "CACHEDIR.TAG";

/// Whether a folder is foreign by its name, whatever is in it.
fn is_of_tool(folder: &Path) -> bool {
    is_foreign(folder) && !folder.join(CACHE_MARK).exists()
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|it| it.is_dir())
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
