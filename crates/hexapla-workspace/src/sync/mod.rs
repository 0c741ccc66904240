//! What is settled reaches git: committed in the name of who settled it, merged with what others
//! did, pushed.
//!
//! Nothing is put into the working tree that is not whole: a merge is made among git's objects
//! (`git merge-tree`), and the branch then moves on to it in one step. So whenever this ends,
//! there is no merge under way, and the next time goes on.

mod batch;
mod branch;
mod commit;
mod error;
mod join;
mod report;
mod send;
mod waiting;

use std::time::Duration;

use hexapla_model::{Handle, Timestamp};

pub use batch::Batch;
pub use error::SyncError;

use crate::credit::Credit;
use crate::error::Error;
use crate::git::Git;
use crate::session::Session;

use branch::{Branch, Upstream};
use send::Sent;
use waiting::Waiting;

/// How a project is to be brought up to date with its repository.
#[derive(Clone, Debug)]
pub struct SyncWish {
    /// Whether to push, and before that to fetch and merge.
    pub push: bool,
    /// Who keeps a text as a proposal that nobody is on record for.
    pub by: Option<Handle>,
    /// The moment of what is recorded.
    pub at: Timestamp,
}

/// What was done to bring a project up to date with its repository.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    /// The commits that were made of what was settled here.
    pub committed: Vec<Committed>,
    /// The branch that this one follows, as git writes it; none where it follows none.
    pub upstream: Option<String>,
    /// How many commits were taken over from there.
    pub taken: usize,
    /// The translations that were changed on both sides.
    pub joined: Vec<Joined>,
    /// How many commits were pushed there.
    pub pushed: usize,
}

/// A commit of what was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Its name.
    pub id: String,
    /// What is in it.
    pub batch: Batch,
}

/// A translation that was changed on both sides, put together unit by unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Its path from the root of the project.
    pub path: String,
    /// Units taken from theirs.
    pub taken: usize,
    /// Texts of theirs that are kept as proposals, as ours is another.
    pub proposed: usize,
}

/// How often it is tried to push, where somebody else is faster.
const TIMES: u32 = 5;

/// The wait before the second time; it doubles.
const PAUSE: Duration = Duration::from_millis(100);

impl Session {
    /// What waits to be committed, commit by commit: translations and facts that are other than in the
    /// last commit.
    ///
    /// # Errors
    /// Where the project is in no git repository, or its ledger is damaged.
    pub fn unsynced(&self) -> Result<Vec<Batch>, SyncError> {
        Ok(Waiting::of(self)?.batches)
    }

    /// How git credits a person.
    pub fn credit(&self, person: &Handle) -> Credit {
        self.config().credits.get(person).cloned().unwrap_or_else(|| Credit::of(person))
    }

    /// Commits what waits, takes over what is upstream, and pushes.
    ///
    /// Gives what was done in any case, and why it did not go on from there. The right to write is
    /// held while files are committed and merged, not while others are waited for.
    pub fn sync(&self, wish: &SyncWish) -> (Synced, Result<(), SyncError>) {
        let mut synced = Synced::default();
        let ended = Syncing { session: self, wish, git: Git::at(self.root()) }.run(&mut synced);
        (synced, ended)
    }
}

/// A project that is being brought up to date.
struct Syncing<'a> {
    session: &'a Session,
    wish: &'a SyncWish,
    git: Git<'a>,
}

impl Syncing<'_> {
    fn run(&self, synced: &mut Synced) -> Result<(), SyncError> {
        Git::of(self.session.root())?;
        // First of all, whatever comes of the rest.
        self.settle(synced, None)?;
        let branch = Branch::of(&self.git, self.session.root())?;
        synced.upstream = branch.upstream.as_ref().map(ToString::to_string);
        let Some(upstream) = branch.upstream.filter(|_| self.wish.push) else { return Ok(()) };
        let mut pause = PAUSE;
        for time in 0..TIMES {
            if time > 0 {
                std::thread::sleep(pause);
                pause *= 2;
            }
            self.progress("fetching");
            self.fetch(&upstream)?;
            self.settle(synced, Some(&upstream))?;
            self.progress("pushing");
            match self.push(&upstream)? {
                Sent::Commits(pushed) => {
                    synced.pushed = pushed;
                    return Ok(());
                }
                Sent::Overtaken => {}
            }
        }
        Err(SyncError::Overtaken { upstream: upstream.to_string(), times: TIMES })
    }

    /// Commits what waits and merges what was fetched, while nobody else writes.
    fn settle(&self, synced: &mut Synced, upstream: Option<&Upstream>) -> Result<(), SyncError> {
        let _lock = self.session.lock()?;
        Branch::of(&self.git, self.session.root())?;
        self.progress("committing");
        let waiting = Waiting::of(self.session)?;
        if !waiting.batches.is_empty() {
            Branch::require_identity(&self.git)?;
        }
        for batch in &waiting.batches {
            if let Some(id) = self.commit(batch, &waiting.unknown)? {
                synced.committed.push(Committed { id, batch: batch.clone() });
            }
        }
        if let Some(upstream) = upstream {
            self.progress("merging");
            self.join(upstream, synced)?;
        }
        Ok(())
    }

    fn progress(&self, what: &'static str) {
        self.session.progress().begin(what, 0);
    }

    /// The full name of the commit that a name stands for; none where there is no such.
    fn commit_of(&self, name: &str) -> Result<Option<String>, Error> {
        self.git.ask(&["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])
    }

    /// How many commits are in `of` and not in `without`.
    fn commits(&self, of: &str, without: Option<&str>) -> Result<usize, Error> {
        let without = without.map(|it| format!("^{it}"));
        let args: Vec<&str> =
            ["rev-list", "--count", of].into_iter().chain(without.as_deref()).collect();
        Ok(self.git.run(&args)?.trim().parse().unwrap_or(0))
    }
}
