//! What differs between two trees.

use std::collections::BTreeSet;

use gix::ObjectId;
use gix::objs::tree::EntryKind;

use crate::error::Error;

/// A file that a commit changed.
pub(super) struct Change {
    /// Its path from the root of the repository.
    pub(super) path: String,
    /// What it was; none where the commit added it.
    pub(super) before: Option<ObjectId>,
    /// What it is; none where the commit took it away.
    pub(super) after: Option<ObjectId>,
}

/// How the names of files end that are looked for: only files that end so can be one of them, or
/// have become one.
pub(super) struct Endings(BTreeSet<String>);

impl Endings {
    pub(super) fn of(paths: &[&str]) -> Self {
        Self(paths.iter().map(|path| ending(path).to_owned()).collect())
    }

    fn fits(&self, name: &str) -> bool {
        self.0.contains(ending(name))
    }
}

fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// An entry of a tree.
type Entry = (Vec<u8>, bool, ObjectId);

/// The files that differ between two trees, sorted by path; all where there is no earlier one.
pub(super) fn changes(
    local: &gix::Repository,
    before: Option<ObjectId>,
    after: ObjectId,
    endings: &Endings,
) -> Result<Vec<Change>, Error> {
    let mut found = Vec::new();
    let mut folders = vec![(String::new(), before, Some(after))];
    while let Some((path, before, after)) = folders.pop() {
        let (old, new) = (entries(local, before, endings)?, entries(local, after, endings)?);
        merge(&old, &new, |name, old, new| {
            let path = format!("{path}{}", String::from_utf8_lossy(name));
            let folder = |entry: Option<&Entry>| entry.filter(|it| it.1).map(|it| it.2);
            let file = |entry: Option<&Entry>| entry.filter(|it| !it.1).map(|it| it.2);
            let (before, after) = (folder(old), folder(new));
            if before != after {
                folders.push((format!("{path}/"), before, after));
            }
            let (before, after) = (file(old), file(new));
            if before != after {
                found.push(Change { path, before, after });
            }
        });
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// The folders of a tree and the files that end as asked, sorted by name.
fn entries(
    local: &gix::Repository,
    tree: Option<ObjectId>,
    endings: &Endings,
) -> Result<Vec<Entry>, Error> {
    let Some(tree) = tree else { return Ok(Vec::new()) };
    let fail = |error: &dyn std::fmt::Display| Error::Git { message: error.to_string() };
    let tree = local.find_tree(tree).map_err(|error| fail(&error))?;
    let mut entries = Vec::new();
    for entry in tree.iter() {
        let entry = entry.map_err(|error| fail(&error))?;
        let name = entry.filename();
        let kind = match entry.mode().kind() {
            EntryKind::Tree => true,
            EntryKind::Blob | EntryKind::BlobExecutable => false,
            EntryKind::Link | EntryKind::Commit => continue,
        };
        if kind || endings.fits(&String::from_utf8_lossy(name)) {
            entries.push((name.to_vec(), kind, entry.object_id()));
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(entries)
}

/// Goes through two sorted lists at once, by name; what is the same on both sides is left out.
fn merge(
    old: &[Entry],
    new: &[Entry],
    mut differs: impl FnMut(&[u8], Option<&Entry>, Option<&Entry>),
) {
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some(a), Some(b)) => a.0.cmp(&b.0),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => return,
        };
        let before = if order.is_le() { old.next() } else { None };
        let after = if order.is_ge() { new.next() } else { None };
        if let Some(name) = before.or(after).map(|it| &it.0).filter(|_| before != after) {
            differs(name, before, after);
        }
    }
}
