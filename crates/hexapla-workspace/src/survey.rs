//! How a project stands, read and let go of resource by resource.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_engine::{
    Collection, Document, Rename, Resource, Snapshot, Tally, UnitStatus, assess_in, is_unseen,
};
use hexapla_ledger::{Directory, hash};
use hexapla_model::{Fingerprint, Locale, ResourceId, Timestamp};
use rayon::prelude::*;

use crate::error::Error;
use crate::identity::{Identity, Instant, file_clock};
use crate::ledger_folder::LedgerFolder;
use crate::reading::{Reader, Source, no_units};
use crate::save;
use crate::scan::{Files, Found, Problem, Scan, folders, sort};
use crate::session::Session;
use crate::shelf::{LedgerNow, News, Shelf};
use crate::walk::walk;

/// What was kept of each resource in each locale, and which files it rests on.
///
/// A project is surveyed in little memory: what was read of a resource is let go of once it was
/// looked at. A survey that is made after another looks only at what can have changed between, and
/// is equal to one that is made from nothing.
#[derive(Debug)]
pub struct Survey<T> {
    /// Files that could not be read or used.
    pub problems: Vec<Problem>,
    /// Lines of the ledger that could not be read.
    pub ledger_problems: Vec<hexapla_ledger::Problem>,
    pub(crate) resources: BTreeMap<ResourceId, Surveyed<T>>,
    /// What looks renamed, where that was asked.
    pub(crate) renames: Option<Vec<Rename>>,
    pub(crate) rests_on: RestsOn,
    /// What the ledger's files hold; none where none of them was needed.
    pub(crate) directory: Option<Directory>,
    /// Whether it differs from what it was made after, if only in what it rests on.
    pub(crate) is_new: bool,
}

/// What a survey was made from.
#[derive(Debug, Default)]
pub(crate) struct RestsOn {
    /// By which rules, and by which program.
    pub(crate) rules: Option<Fingerprint>,
    /// When, by the clock of the files; none where that is not known.
    pub(crate) now: Option<Instant>,
    /// Every file in the folders of the project.
    pub(crate) files: BTreeMap<String, Identity>,
    /// What each of them is; none where that was not kept.
    pub(crate) scan: Option<Scan>,
    /// What could not be followed or used in these folders and in that of the ledger.
    pub(crate) of_folders: Vec<Problem>,
    pub(crate) ledger: Shelf,
    /// Whether the disk gave out every file.
    pub(crate) all_read: bool,
}

/// What was kept of a resource.
#[derive(Debug)]
pub(crate) struct Surveyed<T> {
    pub(crate) source: Option<Seen>,
    pub(crate) locales: BTreeMap<Locale, Kept<T>>,
    /// The sources that translations were made from and whose words were not kept.
    pub(crate) wordless: BTreeSet<Fingerprint>,
}

/// What was kept of a resource in a locale.
#[derive(Debug)]
pub(crate) struct Kept<T> {
    pub(crate) target: Option<Seen>,
    pub(crate) what: T,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The hash of its bytes; none where the disk did not give them out.
    pub(crate) hash: Option<Fingerprint>,
    /// What is wrong with it.
    pub(crate) problem: Option<Problem>,
}

/// How a resource stands in a locale, before it is let go of.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Its name.
    pub id: &'a ResourceId,
    /// The resource: its source, and the targets of the locale and of those that it depends on.
    pub resource: &'a Resource,
    /// The locale.
    pub locale: &'a Locale,
    /// How each unit stands.
    pub units: &'a [UnitStatus],
    /// What was said of the resource, and who may do what; no resource is in it.
    pub snapshot: &'a Snapshot,
}

impl Look<'_> {
    /// How many units and words stand how.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.units.iter().for_each(|unit| tally.add(unit));
        tally
    }

    /// Whether a source was not on record as seen, of those that took the place of one that a
    /// translation was made from.
    pub fn is_unseen(&self) -> bool {
        self.units.iter().any(|unit| is_unseen(&self.snapshot.ledger, self.id, self.resource, unit))
    }
}

impl<T> Default for Survey<T> {
    fn default() -> Self {
        Self {
            problems: Vec::new(),
            ledger_problems: Vec::new(),
            resources: BTreeMap::new(),
            renames: None,
            rests_on: RestsOn::default(),
            directory: None,
            is_new: false,
        }
    }
}

impl<T> Survey<T> {
    /// What was kept, in order.
    pub fn kept(&self) -> impl Iterator<Item = (&ResourceId, &Locale, &T)> {
        self.resources.iter().flat_map(|(id, it)| {
            it.locales.iter().map(move |(locale, kept)| (id, locale, &kept.what))
        })
    }

    /// Whether the ledger keeps the words behind a fingerprint.
    pub fn keeps_text(&self, fingerprint: &Fingerprint) -> bool {
        self.directory.as_ref().is_some_and(|it| it.keeps_text(fingerprint))
    }

    /// What looks renamed, where that was asked.
    pub fn renames(&self) -> &[Rename] {
        self.renames.as_deref().unwrap_or_default()
    }
}

impl RestsOn {
    /// Whether a file that looks as it did can be no other than it was.
    fn trusts(&self, file: &Found) -> bool {
        self.files.get(&file.path) == Some(&file.identity) && self.is_settled(&file.identity)
    }

    fn is_settled(&self, identity: &Identity) -> bool {
        self.now.is_some_and(|now| identity.is_settled(now))
    }

    /// What each file is, where files of the very same names are there.
    fn known_scan(
        &mut self,
        files: &BTreeMap<String, Identity>,
        of_folders: &[Problem],
    ) -> Option<Scan> {
        let same = self.of_folders == of_folders && self.files.keys().eq(files.keys());
        self.scan.take().filter(|_| same).map(|scan| scan.identified(files))
    }

    /// Whether nothing can be other than it was.
    fn is(&self, files: &BTreeMap<String, Identity>, of_folders: &[Problem]) -> bool {
        self.all_read
            && self.of_folders == of_folders
            && self.files == *files
            && files.values().all(|it| self.is_settled(it))
    }
}

impl Session {
    /// Surveys the project: `look` says what to keep of each resource and locale. What cannot have
    /// changed since `before` is taken over from it.
    ///
    /// # Errors
    /// Where the ledger's folder cannot be read; a file that cannot be read is a [`Problem`].
    pub fn survey<T: Send + Sync>(
        &self,
        as_of: Timestamp,
        before: Survey<T>,
        look: impl Fn(&Look<'_>) -> T + Sync,
    ) -> Result<Survey<T>, Error> {
        let (rules, now) = (self.rules(), file_clock(self.root()));
        let mut before =
            if before.rests_on.rules == Some(rules) { before } else { Survey::default() };
        if before.rests_on.now > now {
            // The clock went back: what was written since may look older than it is.
            before.rests_on.now = None;
        }
        let walked = walk(self.root(), &folders(self.config()));
        let folder = LedgerFolder::list(&save::place(self.root(), &self.config().ledger)?)?;
        let foreign = folder.problems(&self.config().ledger);
        let of_folders = [&walked.problems[..], &foreign].concat();
        let same_ledger = before.rests_on.ledger.is(&folder, before.rests_on.now);
        if same_ledger && before.rests_on.is(&walked.files, &of_folders) {
            return Ok(Survey { is_new: false, ..before });
        }
        let known = before.rests_on.known_scan(&walked.files, &of_folders);
        let found = known.unwrap_or_else(|| sort(&walked, self.config()));
        let rests_on = RestsOn {
            rules: Some(rules),
            now,
            files: walked.files,
            scan: Some(found.clone()),
            of_folders,
            ..RestsOn::default()
        };
        let mut survey = self.survey_found(as_of, before, found, folder, &look)?;
        survey.problems.extend(foreign);
        survey.problems.sort();
        let RestsOn { ledger, all_read, .. } = survey.rests_on;
        Ok(Survey { rests_on: RestsOn { ledger, all_read, ..rests_on }, ..survey })
    }

    /// Surveys the files that were found.
    fn survey_found<T: Send + Sync>(
        &self,
        as_of: Timestamp,
        before: Survey<T>,
        found: Scan,
        folder: LedgerFolder,
        look: &(impl Fn(&Look<'_>) -> T + Sync),
    ) -> Result<Survey<T>, Error> {
        let Survey { resources: mut known, rests_on: before, renames, directory, .. } =
            if before.ledger_problems.is_empty() { before } else { Survey::default() };
        let mut ledger = LedgerNow::after(&before.ledger, directory, folder, before.now)?;
        let pass = Pass { session: self, before: &before, collections: self.collections(), look };
        let resources: Vec<_> = found
            .resources
            .into_iter()
            .map(|(id, files)| {
                let known = known.remove(&id);
                (id, files, known)
            })
            .collect();
        let news = &ledger.news;
        let tasks: Vec<Task<T>> = resources
            .into_par_iter()
            .filter_map(|(id, files, known)| pass.task(id, files, known, news))
            .collect();
        let same_sources = known.is_empty() && tasks.iter().all(|it| !it.source_changed);
        let renames = renames.filter(|_| same_sources && ledger.news.is_empty());
        let read: BTreeSet<ResourceId> =
            tasks.iter().filter(|it| !it.dirty.is_empty()).map(|it| it.id.clone()).collect();
        if !read.is_empty() {
            ledger.open(before.now)?;
        }
        let directory = ledger.directory.unwrap_or_default();
        self.progress().begin("reading files", tasks.iter().map(Task::to_read).sum());
        let surveyed: Vec<_> =
            tasks.into_par_iter().map(|task| pass.look_at(task, &directory, as_of)).collect();
        let mut survey =
            Survey { renames, is_new: true, problems: found.problems, ..Survey::default() };
        let mut of_lines = directory.unread_problems(&read, ledger.news.sheets());
        for (id, surveyed, problems) in surveyed {
            of_lines.extend(problems);
            survey.problems.extend(surveyed.seen().filter_map(|it| it.problem.clone()));
            survey.resources.insert(id, surveyed);
        }
        survey.ledger_problems = self.in_ledger(directory.problems(of_lines));
        survey.rests_on.all_read =
            survey.resources.values().flat_map(Surveyed::seen).all(|it| it.hash.is_some());
        survey.rests_on.ledger = ledger.shelf;
        survey.directory = Some(directory).filter(|it| !it.sheets().is_empty());
        Ok(survey)
    }
}

impl<T> Surveyed<T> {
    fn seen(&self) -> impl Iterator<Item = &Seen> {
        self.source.iter().chain(self.locales.values().filter_map(|it| it.target.as_ref()))
    }
}

/// A resource to survey.
struct Task<T> {
    id: ResourceId,
    files: Files,
    known: Surveyed<T>,
    source_changed: bool,
    /// The locales whose target is another.
    changed: BTreeSet<Locale>,
    /// The families of locales that have to be looked at anew.
    dirty: Vec<Vec<Locale>>,
}

impl<T> Task<T> {
    /// How many files have to be read for it.
    fn to_read(&self) -> usize {
        let targets = self.dirty.iter().flatten().filter(|it| self.files.targets.contains_key(*it));
        targets.count() + usize::from(self.files.source.is_some() && !self.dirty.is_empty())
    }
}

/// What every resource is surveyed with.
struct Pass<'a, L> {
    session: &'a Session,
    before: &'a RestsOn,
    collections: BTreeMap<String, Arc<Collection>>,
    look: &'a L,
}

impl<L> Pass<'_, L> {
    /// What has to be looked at of a resource.
    fn task<T>(
        &self,
        id: ResourceId,
        files: Files,
        known: Option<Surveyed<T>>,
        news: &News,
    ) -> Option<Task<T>> {
        let collection = self.collections.get(id.collection())?;
        let is_known = known.is_some();
        let known = known.unwrap_or_default();
        let source_changed =
            !is_known || !self.is_same(files.source.as_ref(), known.source.as_ref());
        let target = |locale: &&Locale| {
            let seen = known.locales.get(*locale).and_then(|it| it.target.as_ref());
            !self.is_same(files.targets.get(*locale), seen)
        };
        let changed: BTreeSet<Locale> = collection.locales.iter().filter(target).cloned().collect();
        let mut dirty = collection.families();
        dirty.retain(|family| {
            source_changed
                || family.iter().any(|it| changed.contains(it))
                || news.concern(&id, family, &known.wordless)
        });
        Some(Task { id, files, known, source_changed, changed, dirty })
    }

    /// Whether a file holds what was seen of it.
    fn is_same(&self, file: Option<&Found>, seen: Option<&Seen>) -> bool {
        match (file, seen) {
            (None, None) => true,
            (Some(file), Some(Seen { hash: Some(known), .. })) => {
                self.before.trusts(file)
                    || Source::Folder(self.session.root())
                        .bytes(&file.path)
                        .is_ok_and(|bytes| hash(&bytes) == *known)
            }
            _ => false,
        }
    }
}

impl<L> Pass<'_, L> {
    /// Looks at what has to be of a resource; gives also the problems of the ledger's lines.
    fn look_at<T: Send>(
        &self,
        task: Task<T>,
        directory: &Directory,
        as_of: Timestamp,
    ) -> (ResourceId, Surveyed<T>, Vec<hexapla_ledger::Problem>)
    where
        L: Fn(&Look<'_>) -> T + Sync,
    {
        let Task { id, files, mut known, source_changed, changed, dirty } = task;
        let Some(collection) = self.collections.get(id.collection()).filter(|_| !dirty.is_empty())
        else {
            return (id, known, Vec::new());
        };
        let read = directory.read(&id);
        known.wordless = read.ledger.wordless();
        let snapshot = Snapshot {
            ledger: Arc::new(read.ledger),
            people: self.session.config().people.clone(),
            as_of: Some(as_of),
            ..Snapshot::default()
        };
        let source = files.source.as_ref().map(|file| self.document(file, collection));
        let (source, seen) = source.unzip();
        if source_changed {
            known.source = seen;
        }
        let source = source.flatten();
        let looked: Vec<_> = dirty
            .par_iter()
            .flat_map_iter(|family| {
                self.look_at_family(&id, &files, collection, source.clone(), &snapshot, family)
            })
            .collect();
        for (locale, target, what) in looked {
            let before = known.locales.remove(&locale).and_then(|it| it.target);
            let target = if changed.contains(&locale) { target } else { before };
            known.locales.insert(locale, Kept { target, what });
        }
        (id, known, read.problems)
    }

    fn look_at_family<T>(
        &self,
        id: &ResourceId,
        files: &Files,
        collection: &Arc<Collection>,
        source: Option<Arc<Document>>,
        snapshot: &Snapshot,
        family: &[Locale],
    ) -> Vec<(Locale, Option<Seen>, T)>
    where
        L: Fn(&Look<'_>) -> T,
    {
        let mut seen = BTreeMap::new();
        let mut resource = Resource {
            collection: Arc::clone(collection),
            source,
            targets: BTreeMap::new(),
            target_paths: BTreeMap::new(),
        };
        for locale in family {
            let Some(file) = files.targets.get(locale) else { continue };
            let (document, target) = self.document(file, collection);
            resource.targets.extend(document.map(|it| (locale.clone(), it)));
            seen.insert(locale.clone(), target);
        }
        let statuses = assess_in(snapshot, id, &resource, family);
        let look = |(locale, units): (Locale, Vec<UnitStatus>)| {
            let what = (self.look)(&Look {
                id,
                resource: &resource,
                locale: &locale,
                units: &units,
                snapshot,
            });
            let target = seen.remove(&locale);
            (locale, target, what)
        };
        statuses.into_iter().map(look).collect()
    }

    fn document(&self, file: &Found, collection: &Collection) -> (Option<Arc<Document>>, Seen) {
        let source = Source::Folder(self.session.root());
        match Reader::new(&source, &BTreeMap::new(), self.session.progress())
            .document(&file.path, collection)
        {
            Ok(document) => {
                let (hash, problem) = (Some(hash(&document.bytes)), no_units(&document));
                (Some(document), Seen { hash, problem })
            }
            Err(problem) => (None, Seen { hash: None, problem: Some(problem) }),
        }
    }
}

impl<T> Default for Surveyed<T> {
    fn default() -> Self {
        Self { source: None, locales: BTreeMap::new(), wordless: BTreeSet::new() }
    }
}
