//! What a repository tells of a project's files, as a value.

use std::collections::BTreeMap;

use hexapla_model::Timestamp;

/// A content that a file had, by a number that means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blob(pub u32);

/// A change of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its full name.
    pub id: String,
    /// When it was made, by its committer's clock.
    pub at: Timestamp,
    /// The first line of its message.
    pub subject: String,
}

/// A content that a file was given, under whatever name it had then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// The commit that gave it, by its place in [`History::commits`].
    pub commit: usize,
    /// The content; none where the commit took the file away.
    pub blob: Option<Blob>,
}

/// What became of a commit that a mark names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// The repository has no such commit, or more than one.
    NoCommit,
    /// It has the commit, but there was no source in it.
    NoSource,
    /// The source as it stood there.
    Source {
        /// When the commit was made.
        at: Timestamp,
        /// The content of the source.
        blob: Blob,
    },
}

/// The commit that a mark names, and the path of the source that it is about.
pub type MarkedSource = (String, String);

/// What a repository tells of a project's files.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The commits that are known, each behind its parents.
    pub commits: Vec<Commit>,
    /// What each present file was, oldest first, by its path from the root of the project.
    pub files: BTreeMap<String, Vec<Version>>,
    /// What the marks of targets name.
    pub marked: BTreeMap<MarkedSource, Marked>,
    /// Whether the beginning is not there.
    pub is_shallow: bool,
}

/// Gives out contents. The same number always gives the same bytes.
pub trait Contents: Sync {
    /// The bytes; none where the repository lacks them.
    fn bytes(&self, blob: Blob) -> Option<Vec<u8>>;
}

impl History {
    /// What the file at `path` was.
    pub(crate) fn versions(&self, path: &str) -> &[Version] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    /// What the file at `path` was when the commit at `place` had been made.
    pub(crate) fn as_of(&self, path: &str, place: usize) -> Option<Blob> {
        let versions = self.versions(path);
        let after = versions.partition_point(|version| version.commit <= place);
        versions.get(after.checked_sub(1)?)?.blob
    }
}
