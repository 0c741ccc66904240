//! Targets that a merge left in several versions.

use hexapla_engine::{DecideError, Resolved, Sides, Snapshot, Who, resolve};

use crate::error::Error;
use crate::git::Git;
use crate::save;
use crate::session::Session;

/// A file that git could not merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Its path from the root of the project.
    pub path: String,
    /// Its versions.
    pub sides: Sides,
}

/// Why a target is not merged.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    /// The disk or git said no.
    #[error(transparent)]
    Disk(#[from] Error),
    /// A text does not fit into the file.
    #[error(transparent)]
    Decide(#[from] DecideError),
}

impl Session {
    /// The files that the git merge in progress left in conflict.
    ///
    /// # Errors
    /// Where the project is in no git repository, or git fails.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, Error> {
        let git = Git::of(self.root())?;
        // 1 is the common ancestor, 2 ours, 3 theirs.
        let stage = |stage: u8, path: &str| git.content(&format!(":{stage}:./{path}"));
        let conflict = |path: String| {
            let (base, ours, theirs) = (stage(1, &path)?, stage(2, &path)?, stage(3, &path)?);
            Ok(Conflict { path, sides: Sides { base, ours, theirs } })
        };
        git.unmerged()?.into_iter().map(conflict).collect()
    }

    /// Merges a target in conflict unit by unit, writes what came of it, and tells git that it is
    /// resolved; nothing where the file is no target.
    ///
    /// # Errors
    /// Where a text does not fit into the file, or the disk or git says no.
    pub fn resolve(
        &self,
        snapshot: &Snapshot,
        who: &Who,
        conflict: &Conflict,
    ) -> Result<Option<Resolved>, ResolveError> {
        let now = save::read(&save::place(self.root(), &conflict.path)?)?;
        let Some(resolved) = self.merged(snapshot, who, conflict, now.as_deref())? else {
            return Ok(None);
        };
        self.commit(&resolved.plan)?;
        let add = Git::of(self.root())?.have(&["add", "--", &conflict.path]);
        add.say()?.require()?;
        Ok(Some(resolved))
    }

    /// Plans the merge of a target in conflict; nothing where the file is no target.
    pub(crate) fn merged(
        &self,
        snapshot: &Snapshot,
        who: &Who,
        conflict: &Conflict,
        now: Option<&[u8]>,
    ) -> Result<Option<Resolved>, DecideError> {
        let target = self.target_of(&conflict.path);
        let plan = |(id, locale)| resolve(snapshot, who, &id, &locale, &conflict.sides, now);
        target.map(plan).transpose()
    }
}
