//! Which files a project has.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use hexapla_model::{Locale, ResourceId};
use ignore::WalkBuilder;

use crate::config::{CollectionConfig, Config};
use crate::error::Error;

/// A file that could not be read or used, and why: the rest of the project was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from the root of the project.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// The next step.
    pub hint: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} (hint: {})", self.path.escape_debug(), self.message, self.hint)
    }
}

/// The files of a resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Files {
    /// Its source; none where only targets are left.
    pub(crate) source: Option<String>,
    /// Its targets.
    pub(crate) targets: BTreeMap<Locale, String>,
}

/// Every file of every resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scan {
    pub(crate) resources: BTreeMap<ResourceId, Files>,
    pub(crate) problems: Vec<Problem>,
}

/// Finds the files of all collections.
///
/// Walks only the folders that layouts name, follows links within the project, and pays no heed to
/// `.gitignore`: what is not in git is still shown to readers.
pub(crate) fn scan(root: &Path, config: &Config) -> Result<Scan, Error> {
    let mut finder = Finder { root, scan: Scan::default() };
    let paths = finder.paths(&folders(config));
    finder.collisions(&paths);
    let mut sources: BTreeMap<&str, &str> = BTreeMap::new();
    for collection in config.collections.values() {
        for path in &paths {
            let found = collection.source.resource(path, &collection.source_locale);
            let Some(resource) = found.filter(|it| collection.holds(it)) else { continue };
            match sources.insert(path, &collection.name) {
                Some(other) => finder.problem(
                    path,
                    format!("is in two collections, `{other}` and `{}`", collection.name),
                    "set `include` or `exclude` so that it is in one; the first is used",
                ),
                None => finder.add(collection, resource, None, path),
            }
        }
    }
    for collection in config.collections.values() {
        for locale in &collection.locales {
            for path in paths.iter().filter(|path| !sources.contains_key(path.as_str())) {
                let found = collection.target.resource(path, locale);
                if let Some(resource) = found.filter(|it| collection.holds(it)) {
                    finder.add(collection, resource, Some(locale), path);
                }
            }
        }
    }
    finder.scan.problems.sort();
    Ok(finder.scan)
}

/// The folders that hold files of a collection, none within another.
fn folders(config: &Config) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for collection in config.collections.values() {
        all.insert(collection.source.folder(&collection.source_locale));
        all.extend(collection.locales.iter().map(|locale| collection.target.folder(locale)));
    }
    let outer = all.clone();
    all.retain(|folder| {
        let within = |other: &String| {
            other.is_empty() || folder.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'))
        };
        !outer.iter().any(|other| other != folder && within(other))
    });
    all
}

struct Finder<'a> {
    root: &'a Path,
    scan: Scan,
}

impl Finder<'_> {
    fn problem(&mut self, path: &str, message: impl Into<String>, hint: &str) {
        let (path, message, hint) = (path.to_owned(), message.into(), hint.to_owned());
        self.scan.problems.push(Problem { path, message, hint });
    }

    /// Every file below the folders, sorted, from the root of the project.
    fn paths(&mut self, folders: &BTreeSet<String>) -> Vec<String> {
        let mut paths = Vec::new();
        for folder in folders {
            let top = self.root.join(folder);
            if !top.is_dir() {
                continue;
            }
            let mut walk = WalkBuilder::new(&top);
            walk.standard_filters(false).follow_links(true).filter_entry(|entry| {
                !matches!(entry.file_name().to_str(), Some(".git" | ".hexapla" | "node_modules"))
            });
            for entry in walk.build() {
                self.entry(entry, &mut paths);
            }
        }
        paths.sort();
        paths.dedup();
        paths
    }

    fn entry(&mut self, entry: Result<ignore::DirEntry, ignore::Error>, paths: &mut Vec<String>) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let hint =
                    "a link that leads to itself or nowhere, or a folder that may not be read";
                return self.problem("", error.to_string(), hint);
            }
        };
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            return;
        }
        let relative = entry.path().strip_prefix(self.root).unwrap_or(entry.path());
        let shown = relative.to_string_lossy().replace('\\', "/");
        if relative.to_str().is_none() {
            return self.problem(&shown, "the name is not UTF-8", "rename the file");
        }
        let inside = || {
            let (real, root) = (entry.path().canonicalize().ok()?, self.root.canonicalize().ok()?);
            Some(real.starts_with(root))
        };
        if entry.path_is_symlink() && inside() != Some(true) {
            return self.problem(
                &shown,
                "a link that leads out of the project",
                "copy the file instead",
            );
        }
        paths.push(shown);
    }

    /// Names that are one on a file system that does not tell case.
    fn collisions(&mut self, paths: &[String]) {
        let mut folded: BTreeMap<String, &String> = BTreeMap::new();
        for path in paths {
            if let Some(other) = folded.insert(path.to_lowercase(), path) {
                let message = format!("differs from `{other}` only in case");
                self.problem(path, message, "rename one: many systems take them for the same file");
            }
        }
    }

    fn add(
        &mut self,
        collection: &CollectionConfig,
        resource: &str,
        locale: Option<&Locale>,
        path: &str,
    ) {
        match ResourceId::new(&collection.name, resource) {
            Err(error) => self.problem(path, error.to_string(), "rename the file"),
            Ok(id) => {
                let files = self.scan.resources.entry(id).or_default();
                match locale {
                    Some(locale) => drop(files.targets.insert(locale.clone(), path.to_owned())),
                    None => files.source = Some(path.to_owned()),
                }
            }
        }
    }
}

/// A file's bytes, shared.
pub(crate) type Bytes = Arc<[u8]>;
