//! Every file below some folders of a project.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder, WalkState};

use crate::identity::Identity;
use crate::scan::Problem;

/// What a walk found.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// Files, from the root of the project and with `/`.
    pub(crate) files: BTreeMap<String, Identity>,
    /// What could not be followed or named.
    pub(crate) problems: Vec<Problem>,
}

/// Finds every file below the folders, on all cores.
///
/// Links are followed within the project and never out of it. `.gitignore` is not heeded: what is
/// not in git is still shown to readers. Left out are folders of tools ([`is_foreign`]) and files
/// whose name begins with a dot.
pub(crate) fn walk(root: &Path, folders: &BTreeSet<String>) -> Walked {
    let Ok(real_root) = root.canonicalize() else { return Walked::default() };
    let (escaped, mut tops) = (Arc::new(Mutex::new(Vec::new())), Vec::new());
    for folder in folders {
        let top = root.join(folder);
        match top.canonicalize() {
            Ok(real) if !real.starts_with(&real_root) => noted(&escaped).push(top),
            Ok(real) if real.is_dir() => tops.push(top),
            _ => {}
        }
    }
    let found = Mutex::new(Found { root, files: Vec::new(), problems: Vec::new() });
    if let Some(walk) = below(&tops, &real_root, &escaped) {
        walk.build_parallel().run(|| {
            Box::new(|entry| {
                let entry = entry.map(|it| (identity(&it), it));
                found.lock().unwrap_or_else(PoisonError::into_inner).entry(entry);
                WalkState::Continue
            })
        });
    }
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    for link in noted(&escaped).iter() {
        found.escapes(link);
    }
    found.problems.sort();
    Walked { files: found.files.into_iter().collect(), problems: found.problems }
}

fn noted(links: &Mutex<Vec<PathBuf>>) -> std::sync::MutexGuard<'_, Vec<PathBuf>> {
    links.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the system says of a file; nothing of what is no file.
fn identity(entry: &DirEntry) -> Option<Result<Identity, ignore::Error>> {
    let file = entry.file_type().is_some_and(|kind| kind.is_file());
    file.then(|| entry.metadata().map(|it| Identity::of(&it)))
}

/// Whether a folder belongs to a tool and holds nothing of the project: git's, Hexapla's own, a
/// package manager's, or a cache marked as one (<https://bford.info/cachedir/>).
pub(crate) fn is_foreign(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str());
    matches!(name, Some(".git" | ".hexapla" | "node_modules"))
        || folder.join("CACHEDIR.TAG").is_file()
}

/// A walk that leaves out foreign folders and links out of the project, and notes the links.
fn below(
    tops: &[PathBuf],
    real_root: &Path,
    escaped: &Arc<Mutex<Vec<PathBuf>>>,
) -> Option<WalkBuilder> {
    let (real_root, escaped) = (real_root.to_owned(), Arc::clone(escaped));
    let (first, more) = tops.split_first()?;
    let mut walk = WalkBuilder::new(first);
    for top in more {
        walk.add(top);
    }
    walk.standard_filters(false).follow_links(true).filter_entry(move |entry| {
        let inside = || entry.path().canonicalize().is_ok_and(|it| it.starts_with(&real_root));
        if entry.path_is_symlink() && !inside() {
            noted(&escaped).push(entry.path().to_owned());
            return false;
        }
        !(entry.file_type().is_some_and(|kind| kind.is_dir()) && is_foreign(entry.path()))
    });
    Some(walk)
}

struct Found<'a> {
    root: &'a Path,
    files: Vec<(String, Identity)>,
    problems: Vec<Problem>,
}

impl Found<'_> {
    fn problem(&mut self, path: &Path, message: impl Into<String>, hint: &str) {
        let problem = Problem::warning(self.shown(path), message, hint);
        self.problems.push(problem);
    }

    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(self.root).unwrap_or(path).to_string_lossy().into_owned()
    }

    fn escapes(&mut self, link: &Path) {
        self.problem(link, "a link that leads out of the project", "copy the files instead");
    }

    fn entry(
        &mut self,
        entry: Result<(Option<Result<Identity, ignore::Error>>, DirEntry), ignore::Error>,
    ) {
        let (identity, entry) = match entry {
            Ok((Some(Ok(identity)), entry)) => (identity, entry),
            Ok((Some(Err(error)), entry)) => return self.broken(&error, entry.path()),
            Ok((None, _)) => return,
            Err(error) => return self.broken(&error, Path::new("")),
        };
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            return;
        }
        let relative = entry.path().strip_prefix(self.root).unwrap_or(entry.path());
        match relative.to_str() {
            Some(path) => self.files.push((path.replace(MAIN_SEPARATOR_STR, "/"), identity)),
            None => self.problem(relative, "the name is not UTF-8", "rename the file"),
        }
    }

    fn broken(&mut self, error: &ignore::Error, path: &Path) {
        match error {
            ignore::Error::WithPath { path, err } => self.broken(err, path),
            ignore::Error::WithDepth { err, .. } => self.broken(err, path),
            ignore::Error::Loop { ancestor, child } => {
                let ancestor = ancestor.strip_prefix(self.root).unwrap_or(ancestor);
                let message = format!("a link that leads back to `{}`", ancestor.display());
                self.problem(child, message, "remove the link");
            }
            // Emacs marks a file that is being edited by a link to nowhere.
            _ if path.file_name().is_some_and(|it| it.as_encoded_bytes().starts_with(b".#")) => {}
            _ if path.is_symlink() => {
                self.problem(
                    path,
                    "a link that leads nowhere",
                    "remove the link, or restore its end",
                );
            }
            _ => {
                let path = self.shown(path);
                self.problems.push(match error.io_error() {
                    Some(error) => Problem::unread(path, error.kind()),
                    None => Problem::unread(path, error),
                });
            }
        }
    }
}
