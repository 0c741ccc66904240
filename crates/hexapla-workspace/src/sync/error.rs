//! Why a project is not brought up to date with its repository.

use hexapla_engine::DecideError;

use crate::conflict::ResolveError;
use crate::error::Error;

/// Why a project is not brought up to date with its repository. Whatever it is, nothing that was settled
/// is lost: it stands in files or in commits of this machine, and the next time goes on from there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SyncError {
    /// The disk said no, or git where it never should.
    #[error(transparent)]
    Disk(Error),
    /// No branch is checked out.
    #[error("no branch is checked out: HEAD is detached")]
    Detached,
    /// Somebody is in the middle of something.
    #[error("{0} is under way in this repository")]
    Underway(&'static str),
    /// git does not know whom to name as committer.
    #[error("git knows no name and address to commit with")]
    NoIdentity,
    /// git is too old to merge among its objects.
    #[error("this git cannot merge without touching files")]
    OldGit,
    /// A file of the ledger is gone, and with it facts that stand nowhere else.
    #[error("`{0}` is gone, and what it said stands nowhere else")]
    Gone(String),
    /// A file of the ledger is damaged.
    #[error("{}:{}: {}", .0.file, .0.line, .0.message)]
    Damaged(hexapla_ledger::Problem),
    /// git, or a hook, did not commit.
    #[error("git did not commit: {0}")]
    NotCommitted(String),
    /// Both sides changed what is no translation.
    #[error("here and in {upstream} other things were done to {}", names(.paths))]
    Conflict {
        /// The branch that was to be merged.
        upstream: String,
        /// The files, from the root of the project.
        paths: Vec<String>,
    },
    /// A translation that both sides changed cannot be put together.
    #[error("`{path}` was changed here and in {upstream}, and cannot be put together: {source}")]
    Unmerged {
        /// The branch that was to be merged.
        upstream: String,
        /// The file.
        path: String,
        /// Why.
        source: Box<DecideError>,
    },
    /// A merge would overwrite what nobody committed.
    #[error("{upstream} cannot be taken over: {message}")]
    InTheWay {
        /// The branch that was to be merged.
        upstream: String,
        /// What git says.
        message: String,
    },
    /// The other side cannot be reached, or does not let us in.
    #[error("cannot reach {upstream}: {message}")]
    Unreachable {
        /// The branch that was asked for.
        upstream: String,
        /// What git says.
        message: String,
    },
    /// The other side, or a hook, does not take what was committed.
    #[error("{upstream} did not take it: {message}")]
    Declined {
        /// The branch that was to be pushed to.
        upstream: String,
        /// What git says.
        message: String,
    },
    /// Somebody else was faster each time.
    #[error("somebody else pushed to {upstream} each of {times} times")]
    Overtaken {
        /// The branch that was to be pushed to.
        upstream: String,
        /// How often it was tried.
        times: u32,
    },
}

impl SyncError {
    /// The next step.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Disk(Error::Git { message }) if message.contains(".lock'") => {
                "another git is at work here: repeat it; where none runs, one was killed: remove the file"
            }
            Self::Disk(error) => return error.hint(),
            Self::Detached => "check out the branch that translations go to: `git switch main`",
            Self::Underway(_) => {
                "end it first, or give it up (`git status` says how); `hexapla resolve` merges translations"
            }
            Self::NoIdentity => {
                "`git config user.name NAME` and `git config user.email ADDRESS` say who commits here"
            }
            Self::OldGit => "install git 2.38 or later; what was committed here stays",
            Self::Gone(path) => {
                return Some(format!(
                    "restore it with `git checkout -- {path}`; nothing was committed"
                ));
            }
            Self::Damaged(problem) => return Some(problem.hint().to_owned()),
            Self::NotCommitted(_) => {
                "see to what git or its hook says and repeat it; the files are as they were"
            }
            Self::Conflict { .. } => {
                "merge it by hand: `git merge`, then `hexapla resolve` for translations; nothing was merged"
            }
            Self::Unmerged { .. } => "merge it by hand: `git merge`; nothing was merged",
            Self::InTheWay { .. } => {
                "commit, stash or move away what is named, and repeat it; what was committed here stays"
            }
            Self::Unreachable { .. } => {
                "see whether `git fetch` gets through; what was committed here stays, and is pushed next time"
            }
            Self::Declined { .. } => {
                "see to what it says and repeat it; what was committed here stays"
            }
            Self::Overtaken { .. } => "repeat it; what was committed here stays",
        };
        Some(hint.to_owned())
    }
}

impl From<Error> for SyncError {
    fn from(error: Error) -> Self {
        Self::Disk(error)
    }
}

impl SyncError {
    /// A translation that cannot be put together with that of `upstream`.
    pub(super) fn unmerged(error: ResolveError, upstream: &str, path: &str) -> Self {
        match error {
            ResolveError::Disk(error) => Self::Disk(error),
            ResolveError::Decide(source) => Self::Unmerged {
                upstream: upstream.to_owned(),
                path: path.to_owned(),
                source: source.into(),
            },
        }
    }
}

fn names(paths: &[String]) -> String {
    let names: Vec<String> = paths.iter().take(3).map(|it| format!("`{it}`")).collect();
    let more = paths.len().saturating_sub(names.len());
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{more}", names.join(", "))
}
