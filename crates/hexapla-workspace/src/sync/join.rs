//! Taking over what others did.

use std::collections::BTreeMap;

use hexapla_engine::{Plan, Sides, Snapshot, Who};
use hexapla_ledger::Fact;

use super::branch::{Branch, Upstream};
use super::commit::patiently;
use super::error::SyncError;
use super::{Joined, Synced, Syncing};
use crate::conflict::Conflict;
use crate::error::Error;

/// A file that git could not merge: the object of each stage, and its mode.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Stages {
    objects: [Option<String>; 3],
    mode: String,
}

/// Two commits merged among git's objects: the tree, and the files in conflict by their paths from
/// the root of the project.
struct Merged {
    tree: String,
    conflicts: BTreeMap<String, Stages>,
}

/// A change of a tree: a path from the root of the repository, with mode and object; nothing where it
/// is removed.
type Entry = (String, Option<(String, String)>);

impl Syncing<'_> {
    /// Merges what is remembered of the upstream branch into the one that is checked out.
    pub(super) fn join(&self, upstream: &Upstream, synced: &mut Synced) -> Result<(), SyncError> {
        let Some(theirs) = self.commit_of(&upstream.here)? else { return Ok(()) };
        let ours = self.commit_of("HEAD")?;
        let taken = self.commits(&theirs, ours.as_deref())?;
        if taken == 0 {
            return Ok(());
        }
        let (to, joined) = match ours {
            Some(ours) if self.commits(&ours, Some(&theirs))? > 0 => {
                self.merge(upstream, &ours, &theirs)?
            }
            _ => (theirs, Vec::new()),
        };
        let args = ["merge", "--ff-only", "--quiet", "--no-autostash", &to];
        let said = patiently(|| self.git.have(&args))?;
        if !said.is_ok() {
            let (upstream, message) = (upstream.to_string(), in_the_way(&said.told, &said.why()));
            return Err(SyncError::InTheWay { upstream, message });
        }
        synced.taken += taken;
        synced.joined.extend(joined);
        Ok(())
    }

    /// Makes the commit that joins two, and touches no file.
    fn merge(
        &self,
        upstream: &Upstream,
        ours: &str,
        theirs: &str,
    ) -> Result<(String, Vec<Joined>), SyncError> {
        Branch::require_identity(&self.git)?;
        let merged = self.merged(ours, theirs)?;
        let (tree, joined) = match merged.conflicts.is_empty() {
            true => (merged.tree, Vec::new()),
            false => self.resolved(upstream, &merged)?,
        };
        let message = format!("Merge {upstream}");
        let args = ["commit-tree", &tree, "-p", ours, "-p", theirs, "-m", &message];
        Ok((self.made(&args, Vec::new())?, joined))
    }

    /// What git makes of two commits.
    fn merged(&self, ours: &str, theirs: &str) -> Result<Merged, SyncError> {
        let args = ["merge-tree", "--write-tree", "--no-messages", "-z", ours, theirs];
        let said = self.git.have(&args).say()?;
        match said.code {
            Some(0 | 1) => {}
            // That is how git says that it has no such option.
            Some(129) => return Err(SyncError::OldGit),
            _ => return Err(Error::Git { message: said.why() }.into()),
        }
        let text = said.text();
        let mut lines = text.split('\0');
        let tree = lines.next().unwrap_or_default().to_owned();
        let mut conflicts: BTreeMap<String, Stages> = BTreeMap::new();
        // `100644 <object> <stage>\t<path>`
        for (words, path) in lines.filter_map(|it| it.split_once('\t')) {
            let words: Vec<&str> = words.split(' ').collect();
            if let [mode, object, stage @ ("1" | "2" | "3")] = words[..] {
                let at = usize::from(stage.as_bytes()[0] - b'1');
                let stages = conflicts.entry(path.to_owned()).or_default();
                stages.objects[at] = Some(object.to_owned());
                // Of two modes that of a link or of another repository is none to merge.
                if stages.mode.is_empty() || !mode.starts_with("100") {
                    stages.mode = mode.to_owned();
                }
            }
        }
        Ok(Merged { tree, conflicts })
    }

    /// The tree with every conflict resolved unit by unit, and what came of it.
    fn resolved(
        &self,
        upstream: &Upstream,
        merged: &Merged,
    ) -> Result<(String, Vec<Joined>), SyncError> {
        let prefix = self.git.run(&["rev-parse", "--show-prefix"])?.trim_end().to_owned();
        let conflicts = self.conflicts(upstream, merged)?;
        let snapshot = self.session.load_tree(&merged.tree, self.wish.at)?.snapshot;
        let who = Who { by: self.keeper(), at: self.wish.at };
        let (mut entries, mut joined): (Vec<Entry>, _) = (Vec::new(), Vec::new());
        for (conflict, mode) in conflicts {
            let path = conflict.path.clone();
            let unmerged = |error| SyncError::unmerged(error, &upstream.to_string(), &path);
            let resolved = self.session.merged(&snapshot, &who, &conflict, None);
            let Some(mut it) = resolved.map_err(|error| unmerged(error.into()))? else { continue };
            credit(&snapshot, &mut it.plan);
            entries.extend(self.entries(&it.plan, &prefix, &path, &mode)?);
            joined.push(Joined { path, taken: it.taken, proposed: it.proposed });
        }
        Ok((self.tree_with(&merged.tree, &entries)?, joined))
    }

    /// The conflicts, all of which have to be in targets, with the modes of their files.
    fn conflicts(
        &self,
        upstream: &Upstream,
        merged: &Merged,
    ) -> Result<Vec<(Conflict, String)>, SyncError> {
        let is_ours = |path: &str, stages: &Stages| {
            stages.mode.starts_with("100") && self.session.target_of(path).is_some()
        };
        let (mut conflicts, mut foreign) = (Vec::new(), Vec::new());
        for (path, stages) in &merged.conflicts {
            if !is_ours(path, stages) {
                foreign.push(path.clone());
                continue;
            }
            let content = |at: usize| match &stages.objects[at] {
                Some(object) => self.git.content(object),
                None => Ok(None),
            };
            let sides = Sides { base: content(0)?, ours: content(1)?, theirs: content(2)? };
            conflicts.push((Conflict { path: path.clone(), sides }, stages.mode.clone()));
        }
        match foreign.is_empty() {
            true => Ok(conflicts),
            false => Err(SyncError::Conflict { upstream: upstream.to_string(), paths: foreign }),
        }
    }

    /// Who keeps a text as a proposal that nobody is on record for.
    fn keeper(&self) -> hexapla_model::Handle {
        let own = self.wish.by.clone();
        own.unwrap_or_else(|| "sync".parse().unwrap_or_else(|_| unreachable!("it is a handle")))
    }

    /// What a plan changes in a tree; the file at `path` is removed where the plan does not write it.
    fn entries(
        &self,
        plan: &Plan,
        prefix: &str,
        path: &str,
        mode: &str,
    ) -> Result<Vec<Entry>, Error> {
        let mut entries: Vec<Entry> = Vec::new();
        if plan.writes.is_empty() {
            entries.push((format!("{prefix}{path}"), None));
        }
        for write in &plan.writes {
            let object = self.object(write.bytes.clone())?;
            entries.push((format!("{prefix}{}", write.path), Some((mode.to_owned(), object))));
        }
        for file in hexapla_ledger::write(&plan.facts) {
            let path = format!("{prefix}{}/{}", self.session.config().ledger, file.name);
            entries.push((path, Some(("100644".to_owned(), self.object(file.bytes)?))));
        }
        Ok(entries)
    }

    /// Puts bytes among git's objects; gives the name.
    fn object(&self, bytes: Vec<u8>) -> Result<String, Error> {
        self.made(&["hash-object", "-w", "--stdin"], bytes)
    }

    /// The tree with these changes.
    fn tree_with(&self, tree: &str, entries: &[Entry]) -> Result<String, Error> {
        // An index of its own, which nobody else looks at.
        let index = self.session.own_folder()?.join("index-of-sync");
        let call = |args: &[&str]| self.git.have(args).with("GIT_INDEX_FILE", &index);
        call(&["read-tree", tree]).say()?.require()?;
        let none = "0".repeat(tree.len());
        let line = |(path, entry): &Entry| match entry {
            Some((mode, object)) => format!("{mode} {object}\t{path}\0"),
            None => format!("0 {none}\t{path}\0"),
        };
        let lines: String = entries.iter().map(line).collect();
        let update = call(&["update-index", "-z", "--index-info"]).telling(lines.into_bytes());
        update.say()?.require()?;
        let written = call(&["write-tree"]).say()?.require()?;
        let _ = std::fs::remove_file(&index);
        Ok(String::from_utf8_lossy(&written).trim_end().to_owned())
    }

    /// The name of the object that git made.
    fn made(&self, args: &[&str], input: Vec<u8>) -> Result<String, Error> {
        let out = self.git.have(args).telling(input).say()?.require()?;
        Ok(String::from_utf8_lossy(&out).trim_end().to_owned())
    }
}

/// Credits each text that becomes a proposal to who vouched for it, where somebody did.
fn credit(snapshot: &Snapshot, plan: &mut Plan) {
    for fact in &mut plan.facts {
        let Fact::Proposed(it) = fact else { continue };
        let claims = snapshot.ledger.claims(&it.resource, &it.locale);
        let claim = claims.find(it.pair.key.as_ref(), &it.pair.source, &it.pair.target);
        if let Some(first) = claim.and_then(|claim| claim.attestations().min_by_key(|it| it.at)) {
            it.by = first.by.clone();
        }
    }
}

/// Which files git would overwrite, or what else it says.
fn in_the_way(told: &str, why: &str) -> String {
    let named = told.lines().filter_map(|line| line.strip_prefix('\t'));
    let names: Vec<String> = named.map(|path| format!("`{path}`")).collect();
    match names.is_empty() {
        true => why.to_owned(),
        false => format!("it would overwrite {}, which nobody committed", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_the_way_is_named() {
        let told = "error: Your local changes to the following files would be overwritten by merge:\n\tsrc/m.ftl\n\tb\n";
        let named = in_the_way(told, "other");
        assert_eq!(named, "it would overwrite `src/m.ftl`, `b`, which nobody committed");
        assert_eq!(in_the_way("fatal: x", "x"), "x");
    }
}
