//! The branch that is checked out, and where it comes from.

use std::fmt;

use super::error::SyncError;
use crate::git::Git;

/// The branch that is checked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) name: String,
    pub(super) upstream: Option<Upstream>,
}

/// A branch of another repository, as this one follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Upstream {
    /// The name of that repository here.
    pub(super) remote: String,
    /// The full name of the branch there.
    pub(super) there: String,
    /// The full name by which this repository remembers it.
    pub(super) here: String,
}

impl fmt::Display for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = self.there.strip_prefix("refs/heads/").unwrap_or(&self.there);
        write!(f, "{}/{short}", self.remote)
    }
}

/// What somebody may be in the middle of, by the file or folder that git keeps meanwhile.
const UNDERWAY: [(&str, &str); 6] = [
    ("MERGE_HEAD", "a merge"),
    ("rebase-merge", "a rebase"),
    ("rebase-apply", "a rebase"),
    ("CHERRY_PICK_HEAD", "a cherry-pick"),
    ("REVERT_HEAD", "a revert"),
    ("BISECT_LOG", "a bisect"),
];

impl Branch {
    /// The branch that is checked out, where nobody is in the middle of something.
    pub(super) fn of(git: &Git<'_>, root: &std::path::Path) -> Result<Self, SyncError> {
        let asked = UNDERWAY.iter().flat_map(|(name, _)| ["--git-path", name]);
        let args: Vec<&str> = ["rev-parse"].into_iter().chain(asked).collect();
        let kept = git.run(&args)?;
        let found = kept.lines().zip(UNDERWAY).find(|(path, _)| root.join(path).exists());
        if let Some((_, (_, what))) = found {
            return Err(SyncError::Underway(what));
        }
        let full = git.ask(&["symbolic-ref", "--quiet", "HEAD"])?.ok_or(SyncError::Detached)?;
        let name = full.strip_prefix("refs/heads/").unwrap_or(&full).to_owned();
        let format = "--format=%(upstream)%00%(upstream:remotename)%00%(upstream:remoteref)";
        let told = git.run(&["for-each-ref", format, &full])?;
        let mut parts = told.trim_end().split('\0').map(str::to_owned);
        let upstream = match (parts.next(), parts.next(), parts.next()) {
            (Some(here), Some(remote), Some(there)) if !here.is_empty() && !remote.is_empty() => {
                Some(Upstream { remote, there, here })
            }
            _ => None,
        };
        Ok(Self { name, upstream })
    }

    /// Refuses where git does not know who commits.
    pub(super) fn require_identity(git: &Git<'_>) -> Result<(), SyncError> {
        // Else git makes an address up of what the machine is called.
        let asked = git.ask(&["-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"])?;
        asked.map(drop).ok_or(SyncError::NoIdentity)
    }
}
