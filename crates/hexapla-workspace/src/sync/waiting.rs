//! What waits to be committed.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_ledger::{Fact, FactId, facts};

use super::batch::{Batch, NewFacts, NewTarget, batches};
use super::error::SyncError;
use crate::error::Error;
use crate::git::{Call, Git, paths};
use crate::ledger_folder::LedgerFolder;
use crate::places::Places;
use crate::save;
use crate::session::Session;

/// Files that are other than in the last commit, and those of them that git does not know yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Waiting {
    pub(super) batches: Vec<Batch>,
    pub(super) unknown: BTreeSet<String>,
}

/// How a file differs from the last commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Added,
    Removed,
    Other,
}

impl Waiting {
    /// What waits in a project: targets and files of the ledger, never sources and never anything else.
    pub(super) fn of(session: &Session) -> Result<Self, SyncError> {
        let git = Git::of(session.root())?;
        let (changes, unknown) = changes(&git)?;
        let ledger = format!("{}/", session.config().ledger);
        let facts = |path: &String| path.starts_with(&ledger) && path.ends_with(".jsonl");
        let (of_ledger, others): (BTreeMap<String, Change>, BTreeMap<String, Change>) =
            changes.into_iter().partition(|(path, _)| facts(path));
        let targets = targets(session, others.into_keys());
        let is_packed = of_ledger.values().any(|it| *it != Change::Added);
        let ledger = new_facts(session, &git, &of_ledger)?;
        let batches = batches(&ledger, &targets, is_packed);
        let ours = |path: &String| batches.iter().any(|it| it.files.contains(path));
        let unknown = unknown.into_iter().filter(ours).collect();
        Ok(Self { batches, unknown })
    }
}

/// What of the given files is a target.
fn targets(session: &Session, changed: impl Iterator<Item = String>) -> Vec<NewTarget> {
    let places = Places::of(session.config());
    let target = |path: String| {
        let is_target = places.at(&path).iter().any(|it| it.locale.is_some());
        let (id, locale) = session.target_of(&path).filter(|_| is_target)?;
        Some((path, id, locale))
    };
    changed.filter_map(target).collect()
}

/// Every file below the project's folder that is other than in the last commit, whatever is staged,
/// and those that git does not know.
fn changes(git: &Git<'_>) -> Result<(BTreeMap<String, Change>, BTreeSet<String>), Error> {
    let head = match git.ask(&["rev-parse", "--verify", "--quiet", "HEAD"])? {
        Some(head) => head,
        // Before the first commit: the tree of nothing, whose name depends on the repository's hash.
        None => git.run(&["hash-object", "-t", "tree", "--stdin"])?.trim_end().to_owned(),
    };
    let diff = ["diff", "--name-status", "--no-renames", "--relative", "--ignore-submodules", "-z"];
    let listed = git.run(&[&diff[..], &[&head, "--"]].concat())?;
    let unknown = git.run(&["ls-files", "--others", "--exclude-standard", "-z"])?;
    let unknown: BTreeSet<String> = paths(&unknown).map(str::to_owned).collect();
    let mut changes: BTreeMap<String, Change> =
        unknown.iter().map(|path| (path.clone(), Change::Added)).collect();
    let mut words = listed.split('\0');
    while let (Some(status), Some(path)) = (words.next(), words.next()) {
        let change = match status {
            "A" => Change::Added,
            "D" => Change::Removed,
            _ => Change::Other,
        };
        // What git was told to forget and stands there is as well among what it does not know.
        let change = if changes.contains_key(path) { Change::Other } else { change };
        changes.insert(path.to_owned(), change);
    }
    Ok((changes, unknown))
}

/// The facts that are new in each changed file of the ledger.
fn new_facts(
    session: &Session,
    git: &Git<'_>,
    changed: &BTreeMap<String, Change>,
) -> Result<Vec<NewFacts>, SyncError> {
    let committed = committed_facts(git, changed)?;
    if !committed.is_empty() {
        require_all(session, &committed)?;
    }
    let known: BTreeSet<FactId> = committed.values().flatten().copied().collect();
    let mut new = Vec::new();
    for (path, change) in changed {
        let bytes = match change {
            Change::Removed => None,
            _ => save::read(&save::place(session.root(), path)?)?,
        };
        let (facts, problems) = facts([(path.as_str(), bytes.as_deref().unwrap_or_default())]);
        if let Some(problem) = problems.into_iter().next().filter(|_| bytes.is_some()) {
            return Err(SyncError::Damaged(problem));
        }
        let facts: Vec<Fact> =
            facts.into_iter().filter(|(id, _)| !known.contains(id)).map(|it| it.1).collect();
        new.push((path.clone(), facts));
    }
    Ok(new)
}

/// The facts that the last commit has in files that are not as they were there.
fn committed_facts(
    git: &Git<'_>,
    changed: &BTreeMap<String, Change>,
) -> Result<BTreeMap<String, BTreeSet<FactId>>, Error> {
    if changed.values().all(|it| *it == Change::Added) {
        return Ok(BTreeMap::new());
    }
    let mut listing = git.at_revision("HEAD")?;
    listing.retain(|path, _| changed.contains_key(path));
    let contents = git.contents(&listing)?;
    let ids = |(path, bytes): (&String, &crate::scan::Bytes)| {
        let (facts, _) = facts([(path.as_str(), &bytes[..])]);
        (path.clone(), facts.into_keys().collect())
    };
    Ok(contents.iter().map(ids).collect())
}

/// Refuses where one of these facts stands in no file any more.
fn require_all(
    session: &Session,
    committed: &BTreeMap<String, BTreeSet<FactId>>,
) -> Result<(), SyncError> {
    let folder = save::place(session.root(), &session.config().ledger)?;
    let (files, _) = LedgerFolder::read(&folder)?;
    let (present, _) = facts(files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])));
    let lost = |ids: &BTreeSet<FactId>| ids.iter().any(|id| !present.contains_key(id));
    match committed.iter().find(|(_, ids)| lost(ids)) {
        Some((path, _)) => Err(SyncError::Gone(path.clone())),
        None => Ok(()),
    }
}

/// The paths as git reads a list of them.
pub(super) fn list<'a>(files: impl IntoIterator<Item = &'a String>) -> Vec<u8> {
    files.into_iter().flat_map(|path| [path.as_bytes(), b"\0"].concat()).collect()
}

/// A call whose paths mean themselves and come as a list ([`list`]).
pub(super) fn with_paths<'a>(
    git: &Git<'_>,
    args: &[&str],
    files: impl IntoIterator<Item = &'a String>,
) -> Call {
    let from = ["--pathspec-from-file=-", "--pathspec-file-nul"];
    git.have(&[&["--literal-pathspecs"], args, &from[..]].concat()).telling(list(files))
}
