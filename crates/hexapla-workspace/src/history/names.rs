//! Files followed back through their names.

use std::collections::{BTreeMap, HashMap};

use gix::ObjectId;
use hexapla_engine::bootstrap::Version;

use super::repository::Store;
use super::trees::Change;

/// Present files, and what each was called and held at the commit that was looked at last.
pub(super) struct Names {
    /// By the name at that commit, from the root of the repository.
    now: HashMap<String, usize>,
    files: Vec<File>,
}

struct File {
    path: String,
    /// Its names from the root of the repository, newest first.
    called: Vec<String>,
    /// Its versions, newest first.
    versions: Vec<Version>,
}

/// How much of two texts must be alike for one to have become the other, as git has it.
const ALIKE: f32 = 0.5;

/// How many files are compared with a new one; those with the likeliest names.
const CANDIDATES: usize = 6;

impl Names {
    pub(super) fn of(paths: &[&str], prefix: &str) -> Self {
        let mut names = Self { now: HashMap::new(), files: Vec::new() };
        for path in paths {
            let called = format!("{prefix}{path}");
            names.now.insert(called.clone(), names.files.len());
            let (path, called) = ((*path).to_owned(), vec![called]);
            names.files.push(File { path, called, versions: Vec::new() });
        }
        names
    }

    /// Takes in what a commit changed. Commits come newest first.
    pub(super) fn follow(&mut self, commit: usize, changes: &[Change], store: &mut Store) {
        let mut gone: Option<Gone> = None;
        for change in changes {
            let Some(&at) = self.now.get(&change.path) else { continue };
            let blob = change.after.map(|id| store.number(id));
            self.files[at].versions.push(Version { commit, blob });
            let (None, Some(after)) = (change.before, change.after) else { continue };
            let gone = gone.get_or_insert_with(|| Gone::of(changes));
            let Some(earlier) = gone.became(&change.path, after, store) else { continue };
            if !self.now.contains_key(&earlier) {
                self.now.remove(&change.path);
                self.now.insert(earlier.clone(), at);
                self.files[at].called.push(earlier);
            }
        }
    }

    /// The names that each file had from the root of the repository, newest first, by its path
    /// from the root of the project.
    pub(super) fn called(&self) -> HashMap<String, Vec<String>> {
        self.files.iter().map(|file| (file.path.clone(), file.called.clone())).collect()
    }

    /// What each file was, oldest first.
    pub(super) fn files(self) -> BTreeMap<String, Vec<Version>> {
        let files = self.files.into_iter().map(|mut file| {
            file.versions.reverse();
            (file.path, file.versions)
        });
        files.collect()
    }
}

/// Files that a commit took away, of which others may have been made.
struct Gone {
    files: Vec<(String, ObjectId)>,
    by_content: HashMap<ObjectId, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    taken: Vec<bool>,
    lines: HashMap<usize, HashMap<Vec<u8>, usize>>,
}

impl Gone {
    fn of(changes: &[Change]) -> Self {
        let gone = changes.iter().filter(|it| it.after.is_none());
        let files: Vec<(String, ObjectId)> =
            gone.filter_map(|it| Some((it.path.clone(), it.before?))).collect();
        let mut by_content: HashMap<ObjectId, Vec<usize>> = HashMap::new();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, (path, id)) in files.iter().enumerate() {
            by_content.entry(*id).or_default().push(at);
            for name in keys(path) {
                by_name.entry(name).or_default().push(at);
            }
        }
        let taken = vec![false; files.len()];
        Self { files, by_content, by_name, taken, lines: HashMap::new() }
    }

    /// The name of the file that the new one at `path` was made of.
    fn became(&mut self, path: &str, id: ObjectId, store: &Store) -> Option<String> {
        let free = |at: &usize| !self.taken[*at];
        let same = self.by_content.get(&id).into_iter().flatten().copied().filter(free);
        let same = same.max_by_key(|&at| likeness(&self.files[at].0, path));
        let found = same.or_else(|| self.alike(path, id, store))?;
        self.taken[found] = true;
        Some(self.files[found].0.clone())
    }

    fn alike(&mut self, path: &str, id: ObjectId, store: &Store) -> Option<usize> {
        let named = keys(path).into_iter().filter_map(|name| self.by_name.get(&name)).flatten();
        let mut candidates: Vec<usize> = named.copied().filter(|&at| !self.taken[at]).collect();
        candidates.sort_by_key(|&at| (std::cmp::Reverse(likeness(&self.files[at].0, path)), at));
        candidates.dedup();
        candidates.truncate(CANDIDATES);
        if candidates.is_empty() {
            return None;
        }
        let new = lines(&store.read(id)?);
        let mut best: Option<(f32, usize)> = None;
        for at in candidates {
            let id = self.files[at].1;
            let old =
                self.lines.entry(at).or_insert_with(|| lines(&store.read(id).unwrap_or_default()));
            let alike = share(old, &new);
            if alike >= ALIKE && best.is_none_or(|(most, _)| alike > most) {
                best = Some((alike, at));
            }
        }
        best.map(|(_, at)| at)
    }
}

/// What the names of files that became each other have in common: the name, or the folder.
fn keys(path: &str) -> Vec<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut keys = vec![format!("{folder}/")];
    // The index of a folder goes by the folder's name: `a.md` became `a/_index.md`.
    let stem = name.split('.').next().unwrap_or(name);
    match stem {
        "_index" | "index" | "README" => {
            keys.push(folder.rsplit('/').next().unwrap_or(folder).to_owned());
        }
        _ => keys.push(stem.to_owned()),
    }
    keys
}

/// How many parts of two paths are the same, from either end.
fn likeness(a: &str, b: &str) -> usize {
    let same = |(a, b): &(&str, &str)| a == b;
    let ahead = a.split('/').zip(b.split('/')).take_while(same).count();
    let behind = a.rsplit('/').zip(b.rsplit('/')).take_while(same).count();
    ahead + behind
}

/// How often each line stands in a text.
fn lines(bytes: &[u8]) -> HashMap<Vec<u8>, usize> {
    let mut lines: HashMap<Vec<u8>, usize> = HashMap::new();
    for line in bytes.split(|it| *it == b'\n') {
        let line = line.trim_ascii();
        if !line.is_empty() {
            *lines.entry(line.to_vec()).or_default() += 1;
        }
    }
    lines
}

/// The share of bytes that stand in lines of both, of the larger.
fn share(old: &HashMap<Vec<u8>, usize>, new: &HashMap<Vec<u8>, usize>) -> f32 {
    let size = |lines: &HashMap<Vec<u8>, usize>| -> usize {
        lines.iter().map(|(line, count)| line.len() * count).sum()
    };
    let common: usize =
        old.iter().map(|(line, count)| line.len() * count.min(new.get(line).unwrap_or(&0))).sum();
    common as f32 / size(old).max(size(new)).max(1) as f32
}
