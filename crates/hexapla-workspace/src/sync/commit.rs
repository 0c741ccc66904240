//! Committing.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::Syncing;
use super::batch::Batch;
use super::error::SyncError;
use super::waiting::{Waiting, list, with_paths};
use crate::error::Error;
use crate::git::{Call, Said};

/// How long another git, as an editor may run it, is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

impl Syncing<'_> {
    /// Commits the files of a batch and nothing else, whatever somebody has staged; gives the name
    /// of the commit. None where they are committed by now: by a git that outlived who started it.
    pub(super) fn commit(
        &self,
        batch: &Batch,
        unknown: &BTreeSet<String>,
    ) -> Result<Option<String>, SyncError> {
        let new: Vec<&String> = batch.files.iter().filter(|it| unknown.contains(*it)).collect();
        if !new.is_empty() {
            let add = || with_paths(&self.git, &["add", "--intent-to-add"], new.iter().copied());
            patiently(add)?.require()?;
        }
        let credit = |person: &_| self.session.credit(person);
        let message = batch.message(credit);
        let mut args = vec!["commit", "--quiet", "--only", "--message", &message];
        let author = match batch.people.first() {
            Some(person) if batch.people.len() == 1 => Some(format!("--author={}", credit(person))),
            _ => None,
        };
        args.extend(author.as_deref());
        let said = patiently(|| with_paths(&self.git, &args, &batch.files))?;
        if said.is_ok() {
            return Ok(self.commit_of("HEAD")?);
        }
        let left = Waiting::of(self.session)?;
        if !left.batches.iter().any(|it| !it.files.is_disjoint(&batch.files)) {
            return Ok(None);
        }
        // The index is as it was before.
        let new = list(new);
        let forget = ["update-index", "--force-remove", "-z", "--stdin"];
        self.git.have(&forget).telling(new).say()?;
        Err(SyncError::NotCommitted(said.why()))
    }
}

/// What git says, once no other git is at work.
pub(super) fn patiently(call: impl Fn() -> Call) -> Result<Said, Error> {
    let started = Instant::now();
    loop {
        let said = call().say()?;
        let is_locked = !said.is_ok() && said.told.contains(".lock': File exists");
        if !is_locked || started.elapsed() >= PATIENCE {
            return Ok(said);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
