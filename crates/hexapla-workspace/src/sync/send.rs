//! Fetching and pushing.

use std::time::Duration;

use super::Syncing;
use super::branch::Upstream;
use super::error::SyncError;
use crate::error::Error;
use crate::git::{Call, Said};

/// How long another machine is waited for.
const PATIENCE: Duration = Duration::from_secs(120);

/// What came of pushing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sent {
    /// So many commits reached the other side.
    Commits(usize),
    /// Somebody else pushed first.
    Overtaken,
}

/// What git and servers say where another push was faster, or is under way.
const OVERTAKEN: [&str; 7] = [
    "(fetch first)",
    "(non-fast-forward)",
    "(stale info)",
    "cannot lock ref",
    "failed to update ref",
    "failed to lock",
    "incorrect old value provided",
];

impl Syncing<'_> {
    /// A call that speaks with another machine. What is silent for half a minute is given up, should
    /// this process not be there any more to do so.
    fn far(&self, args: &[&str]) -> Call {
        let silent = ["-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=30"];
        self.git.have(&[&silent[..], args].concat()).within(PATIENCE)
    }

    /// Fetches what is upstream.
    pub(super) fn fetch(&self, upstream: &Upstream) -> Result<(), SyncError> {
        // A branch of this very repository is here already.
        if upstream.remote == "." {
            return Ok(());
        }
        let what = format!("+{}:{}", upstream.there, upstream.here);
        let args =
            ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", &upstream.remote, &what];
        let said = self.far(&args).say().map_err(|error| unreachable(upstream, &error))?;
        // Nobody has pushed anything there yet, or another fetch is at it.
        let harmless = ["couldn't find remote ref", "cannot lock ref"];
        if said.is_ok() || harmless.iter().any(|it| said.told.contains(it)) {
            return Ok(());
        }
        Err(SyncError::Unreachable { upstream: upstream.to_string(), message: said.why() })
    }

    /// Pushes what is not upstream yet.
    pub(super) fn push(&self, upstream: &Upstream) -> Result<Sent, SyncError> {
        let Some(head) = self.commit_of("HEAD")? else { return Ok(Sent::Commits(0)) };
        let there = self.commit_of(&upstream.here)?;
        let commits = self.commits(&head, there.as_deref())?;
        if commits == 0 {
            return Ok(Sent::Commits(0));
        }
        let what = format!("{head}:{}", upstream.there);
        let args = ["push", "--porcelain", "--no-follow-tags", &upstream.remote, &what];
        let said = self.far(&args).say().map_err(|error| unreachable(upstream, &error))?;
        if said.is_ok() {
            return Ok(Sent::Commits(commits));
        }
        let all = format!("{}{}", said.text(), said.told);
        if OVERTAKEN.iter().any(|it| all.contains(it)) {
            return Ok(Sent::Overtaken);
        }
        let upstream = upstream.to_string();
        let message = refusal(&said);
        Err(match reached(&said) {
            true => SyncError::Declined { upstream, message },
            false => SyncError::Unreachable { upstream, message },
        })
    }
}

fn unreachable(upstream: &Upstream, error: &Error) -> SyncError {
    let message = match error {
        Error::Git { message } => message.clone(),
        other => other.to_string(),
    };
    SyncError::Unreachable { upstream: upstream.to_string(), message }
}

/// Whether the push was refused, there or by a hook here, and did not fail on the way.
fn reached(said: &Said) -> bool {
    !said.told.lines().any(|line| line.starts_with("fatal: "))
}

/// Why a push was refused: what the other side says, and then git.
fn refusal(said: &Said) -> String {
    let theirs = said.told.lines().filter_map(|line| line.strip_prefix("remote:"));
    let theirs = theirs.map(str::trim).find(|line| !line.is_empty());
    let text = said.text();
    let reason = text.lines().find(|line| line.starts_with('!'));
    let reason = reason.and_then(|line| line.rsplit('\t').next());
    match (theirs, reason) {
        (Some(theirs), Some(reason)) => format!("{theirs} {reason}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => said.why(),
    }
}
