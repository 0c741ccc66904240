//! How a project stands, read and let go of resource by resource.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use hexapla_engine::{
    Collection, Document, Rename, Resource, Snapshot, Tally, UnitStatus, assess_in, is_unseen,
};
use hexapla_ledger::{Directory, Ledger, Read, hash};
use hexapla_model::{Fingerprint, Locale, ResourceId, Timestamp};
use rayon::prelude::*;

use crate::desk::{Desk, Opened};
use crate::error::Error;
use crate::identity::{Identity, Instant, file_clock};
use crate::ledger_folder::LedgerFolder;
use crate::reading::{Documents, Reader, Source, known_documents, no_units};
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
    /// What was read last, where that was little.
    pub(crate) desk: Desk,
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
            desk: Desk::default(),
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
    /// The files that do not look as they did, as they look now.
    fn changed<'a>(&self, files: &'a BTreeMap<String, Identity>) -> HashMap<&'a str, Identity> {
        let mut known = self.files.iter().peekable();
        let is_new = |now: &(&String, &Identity)| {
            while known.next_if(|then| then.0 < now.0).is_some() {}
            known.next_if(|then| then.0 == now.0).is_none_or(|then| then.1 != now.1)
        };
        files.iter().filter(is_new).map(|(path, it)| (path.as_str(), *it)).collect()
    }

    fn is_settled(&self, identity: &Identity) -> bool {
        self.now.is_some_and(|now| identity.is_settled(now))
    }

    /// What each file is, where files of the very same names are there.
    fn known_scan(
        &mut self,
        files: &BTreeMap<String, Identity>,
        changed: &HashMap<&str, Identity>,
        of_folders: &[Problem],
    ) -> Option<Scan> {
        let same = self.of_folders == of_folders && self.files.keys().eq(files.keys());
        self.scan.take().filter(|_| same).map(|scan| scan.identified(changed))
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
        let changed = before.rests_on.changed(&walked.files);
        let known = before.rests_on.known_scan(&walked.files, &changed, &of_folders);
        let found = known.unwrap_or_else(|| sort(&walked, self.config()));
        let mut survey = self.survey_found(as_of, before, (&found, &changed), folder, &look)?;
        let rests_on = RestsOn {
            rules: Some(rules),
            now,
            files: walked.files,
            scan: Some(found),
            of_folders,
            ..RestsOn::default()
        };
        survey.problems.extend(foreign);
        survey.problems.sort();
        let RestsOn { ledger, all_read, .. } = survey.rests_on;
        Ok(Survey { rests_on: RestsOn { ledger, all_read, ..rests_on }, ..survey })
    }

    /// Surveys the files that were found, some of which do not look as they did.
    fn survey_found<T: Send + Sync>(
        &self,
        as_of: Timestamp,
        before: Survey<T>,
        (found, changed): (&Scan, &HashMap<&str, Identity>),
        folder: LedgerFolder,
        look: &(impl Fn(&Look<'_>) -> T + Sync),
    ) -> Result<Survey<T>, Error> {
        let Survey { resources: mut known, rests_on: before, renames, directory, desk, .. } =
            if before.ledger_problems.is_empty() { before } else { Survey::default() };
        let mut ledger = LedgerNow::after(&before.ledger, directory, folder, before.now)?;
        let pass = Pass {
            session: self,
            before: &before,
            changed,
            collections: self.collections(),
            documents: known_documents(desk.resources()),
            keeps: false,
            look,
        };
        let resources: Vec<_> =
            found.resources.iter().map(|(id, files)| (id, files, known.remove(id))).collect();
        let news = &ledger.news;
        let tasks: Vec<Task<'_, T>> = resources
            .into_par_iter()
            .filter_map(|(id, files, known)| pass.task(id, files, known, news, &desk))
            .collect();
        let same_sources = known.is_empty() && tasks.iter().all(|it| !it.source_changed);
        let renames = renames.filter(|_| same_sources && ledger.news.is_empty());
        let read: BTreeSet<ResourceId> =
            tasks.iter().filter(|it| it.reads_ledger()).map(|it| it.id).cloned().collect();
        if !read.is_empty() {
            ledger.open(before.now)?;
        }
        let directory = ledger.directory.unwrap_or_default();
        self.progress().begin("reading files", tasks.iter().map(Task::to_read).sum());
        let keeps = tasks.iter().map(Task::bytes).sum::<u64>() <= Desk::ROOM;
        let pass = Pass { keeps, ..pass };
        let looked: Vec<_> =
            tasks.into_par_iter().map(|task| pass.look_at(task, &directory, as_of)).collect();
        let mut survey =
            Survey { renames, is_new: true, problems: found.problems.clone(), ..Survey::default() };
        let mut of_lines = directory.unread_problems(&read, ledger.news.sheets());
        let mut opened = Vec::new();
        for Looked { id, surveyed, opened: read, problems } in looked {
            of_lines.extend(problems);
            opened.extend(read);
            survey.problems.extend(surveyed.seen().filter_map(|it| it.problem.clone()));
            survey.resources.insert(id, surveyed);
        }
        survey.ledger_problems = self.in_ledger(directory.problems(of_lines));
        survey.rests_on.all_read =
            survey.resources.values().flat_map(Surveyed::seen).all(|it| it.hash.is_some());
        survey.rests_on.ledger = ledger.shelf;
        if keeps {
            survey.desk = desk.with(opened, |id| survey.resources.contains_key(id));
        }
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
struct Task<'a, T> {
    id: &'a ResourceId,
    files: &'a Files,
    known: Surveyed<T>,
    source_changed: bool,
    /// The locales whose target is another.
    changed: BTreeSet<Locale>,
    /// The families of locales that have to be looked at anew.
    dirty: Vec<Vec<Locale>>,
    /// What was said of it, where that is on the desk.
    ledger: Option<Arc<Ledger>>,
}

impl<T> Task<'_, T> {
    /// How many files have to be read for it.
    fn to_read(&self) -> usize {
        let targets = self.dirty.iter().flatten().filter(|it| self.files.targets.contains_key(*it));
        targets.count() + usize::from(self.files.source.is_some() && !self.dirty.is_empty())
    }

    /// How many bytes these have.
    fn bytes(&self) -> u64 {
        let targets = self.dirty.iter().flatten().filter_map(|it| self.files.targets.get(it));
        let source = self.files.source.iter().filter(|_| !self.dirty.is_empty());
        source.chain(targets).map(|it| it.identity.size()).sum()
    }

    /// Whether it has to be read what the ledger says of it.
    fn reads_ledger(&self) -> bool {
        !self.dirty.is_empty() && self.ledger.is_none()
    }
}

/// What every resource is surveyed with.
struct Pass<'a, L> {
    session: &'a Session,
    before: &'a RestsOn,
    /// The files that do not look as they did before.
    changed: &'a HashMap<&'a str, Identity>,
    collections: BTreeMap<String, Arc<Collection>>,
    /// What is on the desk.
    documents: Documents<'a>,
    /// Whether what is read is kept for the desk; else each family of locales is let go of once it
    /// was looked at.
    keeps: bool,
    look: &'a L,
}

/// Targets that were read.
type Targets = BTreeMap<Locale, Arc<Document>>;

/// A resource that was surveyed.
struct Looked<T> {
    id: ResourceId,
    surveyed: Surveyed<T>,
    /// What was read of it, where that is kept.
    opened: Option<Opened>,
    /// Those of the ledger's lines.
    problems: Vec<hexapla_ledger::Problem>,
}

impl<L> Pass<'_, L> {
    /// What has to be looked at of a resource.
    fn task<'t, T>(
        &self,
        id: &'t ResourceId,
        files: &'t Files,
        known: Option<Surveyed<T>>,
        news: &News,
        desk: &Desk,
    ) -> Option<Task<'t, T>> {
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
                || news.concern(id, family, &known.wordless)
        });
        let ledger = desk.ledger(id);
        let ledger = ledger.filter(|_| !news.concern(id, &collection.locales, &known.wordless));
        let ledger = ledger.cloned();
        Some(Task { id, files, known, source_changed, changed, dirty, ledger })
    }

    /// Whether a file that looks as it did can be no other than it was.
    fn trusts(&self, file: &Found) -> bool {
        !self.changed.contains_key(file.path.as_str()) && self.before.is_settled(&file.identity)
    }

    /// Whether a file holds what was seen of it.
    fn is_same(&self, file: Option<&Found>, seen: Option<&Seen>) -> bool {
        match (file, seen) {
            (None, None) => true,
            (Some(file), Some(Seen { hash: Some(known), .. })) => {
                self.trusts(file)
                    || Source::Folder(self.session.root())
                        .bytes(&file.path)
                        .is_ok_and(|bytes| hash(&bytes) == *known)
            }
            _ => false,
        }
    }
}

impl<L> Pass<'_, L> {
    /// Looks at what has to be of a resource.
    fn look_at<T: Send>(
        &self,
        task: Task<'_, T>,
        directory: &Directory,
        as_of: Timestamp,
    ) -> Looked<T>
    where
        L: Fn(&Look<'_>) -> T + Sync,
    {
        let Task { id, files, mut known, source_changed, changed, dirty, ledger } = task;
        let Some(collection) = self.collections.get(id.collection()).filter(|_| !dirty.is_empty())
        else {
            return Looked { id: id.clone(), surveyed: known, opened: None, problems: Vec::new() };
        };
        let (ledger, problems) = match ledger {
            Some(ledger) => (ledger, Vec::new()),
            None => {
                let Read { ledger, problems } = directory.read(id);
                (Arc::new(ledger), problems)
            }
        };
        known.wordless = ledger.wordless();
        let snapshot = Snapshot {
            ledger: Arc::clone(&ledger),
            people: self.session.config().people.clone(),
            as_of: Some(as_of),
            ..Snapshot::default()
        };
        let source = files.source.as_ref().map(|file| self.document(file, collection));
        let (source, seen) = source.unzip();
        if source_changed {
            known.source = seen;
        }
        let mut resource = Resource {
            collection: Arc::clone(collection),
            source: source.flatten(),
            targets: BTreeMap::new(),
            target_paths: BTreeMap::new(),
        };
        let families: Vec<_> = dirty
            .par_iter()
            .map(|family| self.look_at_family(id, files, resource.clone(), &snapshot, family))
            .collect();
        for (targets, looked) in families {
            resource.targets.extend(targets);
            for (locale, target, what) in looked {
                let before = known.locales.remove(&locale).and_then(|it| it.target);
                let target = if changed.contains(&locale) { target } else { before };
                known.locales.insert(locale, Kept { target, what });
            }
        }
        let opened = self.keeps.then(|| Opened { id: id.clone(), resource, ledger });
        Looked { id: id.clone(), surveyed: known, opened, problems }
    }

    fn look_at_family<T>(
        &self,
        id: &ResourceId,
        files: &Files,
        mut resource: Resource,
        snapshot: &Snapshot,
        family: &[Locale],
    ) -> (Targets, Vec<(Locale, Option<Seen>, T)>)
    where
        L: Fn(&Look<'_>) -> T,
    {
        let mut seen = BTreeMap::new();
        for locale in family {
            let Some(file) = files.targets.get(locale) else { continue };
            let (document, target) = self.document(file, &resource.collection);
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
        let looked = statuses.into_iter().map(look).collect();
        (if self.keeps { resource.targets } else { Targets::new() }, looked)
    }

    fn document(&self, file: &Found, collection: &Collection) -> (Option<Arc<Document>>, Seen) {
        let source = Source::Folder(self.session.root());
        match Reader::new(&source, &self.documents, self.session.progress())
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
