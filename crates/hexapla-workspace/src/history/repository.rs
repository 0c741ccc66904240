//! A git repository, read through `gix`.

use std::collections::{BinaryHeap, HashMap};
use std::path::Path;
use std::sync::Mutex;

use gix::ObjectId;
use hexapla_engine::bootstrap::{Blob, Commit, Contents, Marked};
use hexapla_model::{Progress, Timestamp};
use rayon::prelude::*;

use super::trees::{Change, Endings, changes};
use crate::error::Error;

/// A commit of the walk.
pub(super) struct Walked {
    pub(super) commit: Commit,
    tree: ObjectId,
    parents: Vec<ObjectId>,
}

/// A repository and where the project lies in it.
pub(super) struct Repository {
    shared: gix::ThreadSafeRepository,
    /// The folder of the project with a `/` behind it, or nothing.
    prefix: String,
}

/// How many bytes of trees each thread keeps.
const CACHE: usize = 8 << 20;

/// How many commits are looked at by a thread in turn: neighbours share trees.
const CHUNK: usize = 128;

fn fail(error: impl std::fmt::Display) -> Error {
    Error::Git { message: error.to_string() }
}

impl Repository {
    pub(super) fn of(root: &Path) -> Result<Self, Error> {
        let root = root.canonicalize().map_err(Error::io("open", root))?;
        let found = gix::discover(&root).map_err(|_| Error::NoRepository(root.clone()))?;
        let folder = found.workdir().and_then(|it| it.canonicalize().ok());
        let folder = folder.ok_or_else(|| Error::NoRepository(root.clone()))?;
        let within = root.strip_prefix(&folder).unwrap_or(Path::new(""));
        let mut prefix = within.to_string_lossy().replace(std::path::MAIN_SEPARATOR_STR, "/");
        if !prefix.is_empty() {
            prefix.push('/');
        }
        Ok(Self { shared: found.into_sync(), prefix })
    }

    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    pub(super) fn is_shallow(&self) -> bool {
        self.shared.to_thread_local().is_shallow().unwrap_or(true)
    }

    fn local(&self) -> gix::Repository {
        let mut local = self.shared.to_thread_local();
        local.object_cache_size_if_unset(CACHE);
        local
    }

    /// Every commit that the newest one builds on, each behind its parents and else by time.
    pub(super) fn commits(&self) -> Result<Vec<Walked>, Error> {
        let local = self.local();
        let Ok(head) = local.head_id() else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for info in local.rev_walk([head]).all().map_err(fail)? {
            let info = info.map_err(fail)?;
            let commit = info.object().map_err(fail)?;
            let time = commit.time().map_err(fail)?.seconds;
            let message = commit.message_raw().map_err(fail)?;
            let subject = String::from_utf8_lossy(
                message.split(|it| *it == b'\n').next().unwrap_or_default(),
            );
            found.push(Walked {
                commit: Commit {
                    id: info.id.to_string(),
                    at: Timestamp::from_seconds(time),
                    subject: subject.trim().to_owned(),
                },
                tree: commit.tree_id().map_err(fail)?.detach(),
                parents: info.parent_ids.iter().copied().collect(),
            });
        }
        Ok(in_order(found))
    }

    /// What each commit changed; of a merge, only what is as in none of its parents.
    pub(super) fn changes(
        &self,
        walk: &[Walked],
        endings: &Endings,
        progress: &Progress,
    ) -> Result<Vec<Vec<Change>>, Error> {
        let trees: HashMap<&str, ObjectId> =
            walk.iter().map(|it| (it.commit.id.as_str(), it.tree)).collect();
        progress.begin("reading commits", walk.len());
        let chunk = |chunk: &[Walked]| -> Result<Vec<Vec<Change>>, Error> {
            let local = self.local();
            let of = |walked: &Walked| {
                let parents: Vec<ObjectId> = walked
                    .parents
                    .iter()
                    .filter_map(|id| trees.get(id.to_string().as_str()).copied())
                    .collect();
                // Behind a shallow boundary nothing is known to have changed.
                if parents.is_empty() && !walked.parents.is_empty() {
                    return Ok(Vec::new());
                }
                let found = changes(&local, parents.first().copied(), walked.tree, endings)?;
                progress.step();
                Ok(without_merged(&local, found, parents.get(1..).unwrap_or_default()))
            };
            chunk.iter().map(of).collect()
        };
        let parts: Result<Vec<_>, Error> = walk.par_chunks(CHUNK).map(chunk).collect();
        Ok(parts?.into_iter().flatten().collect())
    }

    /// What became of the commit that a mark names: the source under any of its names.
    pub(super) fn marked(&self, mark: &str, names: &[String], store: &mut Store) -> Marked {
        let local = self.local();
        let is_name = mark.len() >= 4 && mark.bytes().all(|it| it.is_ascii_hexdigit());
        let prefix = gix::hash::Prefix::from_hex(mark).ok().filter(|_| is_name);
        let id = prefix.and_then(|prefix| local.objects.lookup_prefix(prefix, None).ok()??.ok());
        let commit = id.and_then(|id| local.find_commit(id).ok());
        let Some(commit) = commit else { return Marked::NoCommit };
        let (Ok(tree), Ok(time)) = (commit.tree(), commit.time()) else { return Marked::NoCommit };
        let entry = names.iter().find_map(|name| tree.lookup_entry_by_path(name).ok().flatten());
        match entry.map(|it| it.object_id()) {
            Some(id) => {
                let at = Timestamp::from_seconds(time.seconds);
                Marked::Source { at, blob: store.number(id) }
            }
            None => Marked::NoSource,
        }
    }
}

/// Without what a merge took as it is from one of its other parents.
fn without_merged(
    local: &gix::Repository,
    mut found: Vec<Change>,
    others: &[ObjectId],
) -> Vec<Change> {
    for tree in others.iter().filter_map(|id| local.find_tree(*id).ok()) {
        found.retain(|change| {
            let theirs = tree.lookup_entry_by_path(&change.path).ok().flatten();
            theirs.map(|it| it.object_id()) != change.after
        });
    }
    found
}

/// Each commit behind its parents; of those that may come next, the earliest.
fn in_order(found: Vec<Walked>) -> Vec<Walked> {
    let places: HashMap<String, usize> =
        found.iter().enumerate().map(|(at, it)| (it.commit.id.clone(), at)).collect();
    let parents = |it: &Walked| -> Vec<usize> {
        it.parents.iter().filter_map(|id| places.get(&id.to_string()).copied()).collect()
    };
    let mut waits: Vec<usize> = found.iter().map(|it| parents(it).len()).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); found.len()];
    for (at, walked) in found.iter().enumerate() {
        for parent in parents(walked) {
            children[parent].push(at);
        }
    }
    // The walk goes back in time, so a later place is an earlier commit.
    let next = |at: usize| (std::cmp::Reverse(found[at].commit.at), at);
    let mut ready: BinaryHeap<_> =
        (0..found.len()).filter(|&at| waits[at] == 0).map(next).collect();
    let mut order = Vec::with_capacity(found.len());
    while let Some((_, at)) = ready.pop() {
        order.push(at);
        for &child in &children[at] {
            waits[child] -= 1;
            if waits[child] == 0 {
                ready.push(next(child));
            }
        }
    }
    let mut found: Vec<Option<Walked>> = found.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| found.get_mut(at)?.take()).collect()
}

/// The contents that a history names by number.
pub struct Store {
    shared: gix::ThreadSafeRepository,
    /// Handles that no thread is reading with: each keeps what it has unpacked.
    idle: Mutex<Vec<gix::Repository>>,
    ids: Vec<ObjectId>,
    numbers: HashMap<ObjectId, Blob>,
}

impl Store {
    pub(super) fn new(repository: &Repository) -> Self {
        let (shared, idle) = (repository.shared.clone(), Mutex::default());
        Self { shared, idle, ids: Vec::new(), numbers: HashMap::new() }
    }

    /// The number of a content.
    pub(super) fn number(&mut self, id: ObjectId) -> Blob {
        let next = Blob(u32::try_from(self.ids.len()).unwrap_or(u32::MAX));
        let ids = &mut self.ids;
        *self.numbers.entry(id).or_insert_with(|| {
            ids.push(id);
            next
        })
    }

    /// The bytes of a content.
    pub(super) fn read(&self, id: ObjectId) -> Option<Vec<u8>> {
        let idle = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        let local = idle.unwrap_or_else(|| self.shared.to_thread_local());
        let bytes = local.find_blob(id).ok().map(|mut blob| blob.take_data());
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(local);
        }
        bytes
    }
}

impl Contents for Store {
    fn bytes(&self, blob: Blob) -> Option<Vec<u8>> {
        self.read(*self.ids.get(usize::try_from(blob.0).ok()?)?)
    }
}
