//! Which files a project has.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use hexapla_model::{Locale, ResourceId, Severity};
use icu_normalizer::ComposingNormalizerBorrowed;
use rayon::prelude::*;

use crate::config::Config;
use crate::identity::Identity;
use crate::places::{Place, Places};
use crate::walk::{Walked, walk};

/// A file that could not be read or used, and why: the rest of the project was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from the root of the project, and perhaps `:line:column`.
    pub path: String,
    /// An error where the disk did not give the file out, so that any answer may lack something.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// The next step.
    pub hint: String,
}

impl Problem {
    /// A file that was not used as it stands.
    pub(crate) fn warning(
        path: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        let (path, message, hint) = (path.into(), message.into(), hint.into());
        Self { path, severity: Severity::Warning, message, hint }
    }

    /// A file or folder that the disk did not give out.
    pub(crate) fn unread(path: impl Into<String>, why: impl fmt::Display) -> Self {
        let hint = "it is taken for absent; everything else was read";
        let problem = Self::warning(path, format!("cannot be read: {why}"), hint);
        Self { severity: Severity::Error, ..problem }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} (hint: {})", self.path.escape_debug(), self.message, self.hint)
    }
}

/// A file that was found and not read yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its path from the root of the project, with `/`.
    pub(crate) path: String,
    /// What the file system says of it.
    pub(crate) identity: Identity,
}

/// The files of a resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Files {
    /// Its source; none where only targets are left.
    pub(crate) source: Option<Found>,
    /// Its targets.
    pub(crate) targets: BTreeMap<Locale, Found>,
}

/// Every file of every resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scan {
    pub(crate) resources: BTreeMap<ResourceId, Files>,
    pub(crate) problems: Vec<Problem>,
}

/// Finds the files of all collections, in the folders that layouts name.
pub(crate) fn scan(root: &Path, config: &Config) -> Scan {
    sort(&walk(root, &folders(config)), config)
}

/// Finds at least all files that lie in some of these folders; many that do not are not looked for.
pub(crate) fn scan_around(root: &Path, config: &Config, wanted: &BTreeSet<String>) -> Scan {
    let mut folders = folders(config);
    folders.retain(|outer| wanted.iter().any(|it| it == outer || is_within(it, outer)));
    sort(&walk(root, &folders), config)
}

/// Says what each of the files is.
pub(crate) fn sort(walked: &Walked, config: &Config) -> Scan {
    let places = Places::of(config);
    let mut scan = Scan { problems: walked.problems.clone(), ..Scan::default() };
    let mut folded = BTreeMap::new();
    let files = walked.files.par_iter().map(|(path, identity)| (path, identity, places.at(path)));
    for (path, identity, places) in files.collect::<Vec<_>>() {
        if !places.is_empty() {
            scan.collision(path, &mut folded);
        }
        let file = Found { path: path.clone(), identity: *identity };
        let (sources, targets): (Vec<_>, Vec<_>) =
            places.into_iter().partition(|it| it.locale.is_none());
        scan.add_first(&file, "source", &sources);
        scan.add_first(&file, "target", &targets);
    }
    scan.problems.sort();
    scan
}

/// The folders that hold files of a collection, none within another.
pub(crate) fn folders(config: &Config) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for collection in config.collections.values() {
        all.insert(collection.source.folder(&collection.source_locale));
        all.extend(collection.locales.iter().map(|locale| collection.target.folder(locale)));
    }
    let outer = all.clone();
    all.retain(|folder| !outer.iter().any(|other| other != folder && is_within(folder, other)));
    all
}

/// Whether a folder lies in another.
fn is_within(folder: &str, outer: &str) -> bool {
    outer.is_empty() || folder.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'))
}

impl Files {
    /// How many they are.
    pub(crate) fn len(&self) -> usize {
        self.targets.len() + usize::from(self.source.is_some())
    }
}

impl Scan {
    /// How many files the resources have.
    pub(crate) fn files(&self) -> usize {
        self.resources.values().map(Files::len).sum()
    }

    /// The same files, of which those of the given paths look otherwise now.
    pub(crate) fn identified(mut self, changed: &HashMap<&str, Identity>) -> Self {
        for of in self.resources.values_mut() {
            for file in of.source.iter_mut().chain(of.targets.values_mut()) {
                if let Some(identity) = changed.get(file.path.as_str()) {
                    file.identity = *identity;
                }
            }
        }
        self
    }

    fn problem(&mut self, path: &str, message: impl Into<String>, hint: &str) {
        self.problems.push(Problem::warning(path, message, hint));
    }

    /// Names that are one on a file system that does not tell case, or normalises.
    fn collision<'p>(&mut self, path: &'p str, folded: &mut BTreeMap<String, &'p str>) {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let name = nfc.normalize(&nfc.normalize(path).to_lowercase()).into_owned();
        if let Some(other) = folded.insert(name, path) {
            let same_case = nfc.normalize(path) == nfc.normalize(other);
            let what = if same_case { "the encoding of its accents" } else { "case" };
            let message = format!("differs from `{other}` only in {what}");
            self.problem(path, message, "rename one: many systems take them for the same file");
        }
    }

    fn add_first(&mut self, file: &Found, what: &str, places: &[Place<'_, '_>]) {
        let Some((first, more)) = places.split_first() else { return };
        self.add(file, first);
        for other in more {
            let (first, other) = (&first.collection.name, &other.collection.name);
            self.problem(
                &file.path,
                format!("is a {what} in two collections, `{first}` and `{other}`"),
                "set `include` or `exclude` so that it is in one; the first is used",
            );
        }
    }

    fn add(&mut self, file: &Found, place: &Place<'_, '_>) {
        match ResourceId::new(&place.collection.name, place.resource) {
            Err(error) => self.problem(&file.path, error.to_string(), "rename the file"),
            Ok(id) => {
                let files = self.resources.entry(id).or_default();
                match place.locale {
                    Some(locale) => drop(files.targets.insert(locale.clone(), file.clone())),
                    None => files.source = Some(file.clone()),
                }
            }
        }
    }
}

/// A file's bytes, shared.
pub(crate) type Bytes = Arc<[u8]>;
