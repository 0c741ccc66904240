//! An opened project.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hexapla_engine::{Collection, Plan, Resource, SiteFile, Snapshot, Workflow};
use hexapla_ledger::{ActFile, Ledger, Read};
use hexapla_model::{Fingerprint, Locale, Meaning, Progress, ResourceId, Timestamp};
use hexapla_release::{Manifest, Release, ReleaseId};
use hexapla_terms::Glossary;
use rayon::prelude::*;

use crate::config::{CollectionConfig, Config};
use crate::config_reader;
use crate::error::Error;
use crate::git::{Authorship, Git, Listing, Range, Version};
use crate::glossary;
use crate::identity::Identity;
use crate::ledger_folder::{Contents, LedgerFolder};
use crate::lock::{Lock, own_folder};
use crate::places::Places;
use crate::publisher::{PublishError, Published, Publisher};
use crate::reading::{Reader, Source, known_documents};
use crate::releases::{self, BuiltRelease};
use crate::save;
use crate::scan::{Problem, Scan, scan, sort};
use crate::text_file::{self, broken};
use crate::walk::Walked;
use crate::workflows;

/// An opened project: where it is and what its config says.
#[derive(Clone, Debug)]
pub struct Session {
    root: PathBuf,
    config: Config,
    config_text: String,
    workflows: BTreeMap<String, Arc<Workflow>>,
    glossary: Option<Arc<Glossary>>,
    waiting: fn(),
    progress: Arc<Progress>,
}

/// A project as it was read.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Everything that answers are computed from.
    pub snapshot: Snapshot,
    /// Files that could not be read or used.
    pub problems: Vec<Problem>,
    /// Lines of the ledger that could not be read.
    pub ledger_problems: Vec<hexapla_ledger::Problem>,
}

impl Session {
    /// Opens the project that `start` is in.
    ///
    /// # Errors
    /// Where there is none, or its config or a workflow is broken.
    pub fn open(start: &Path) -> Result<Self, Error> {
        let start = start.canonicalize().map_err(Error::io("open", start))?;
        let root = start
            .ancestors()
            .find(|folder| folder.join(CONFIG).is_file())
            .ok_or_else(|| Error::NoProject(start.clone()))?;
        Self::open_root(root)
    }

    /// Opens the project at `root`.
    pub(crate) fn open_root(root: &Path) -> Result<Self, Error> {
        let text = text_file::read(root, CONFIG)?;
        let text = text.ok_or_else(|| Error::NoProject(root.to_owned()))?;
        let config = config_reader::read(&text).map_err(|it| broken(CONFIG, &text, it))?;
        let workflows = workflows::read(root, &config, CONFIG, &text)?;
        let glossary = glossary::read(root, &config, CONFIG, &text)?;
        Ok(Self {
            root: root.to_owned(),
            config,
            config_text: text,
            workflows,
            glossary,
            waiting: || {},
            progress: Arc::default(),
        })
    }

    /// The same, calling `waiting` once where another writer keeps a commit waiting for a while.
    #[must_use]
    pub fn telling_waits(self, waiting: fn()) -> Self {
        Self { waiting, ..self }
    }

    /// The same, telling how far its long work is.
    #[must_use]
    pub fn telling_progress(self, progress: Arc<Progress>) -> Self {
        Self { progress, ..self }
    }

    /// How far its long work is.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The root of the project.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of what is this checkout's alone, which git ignores; made where it is not there.
    ///
    /// # Errors
    /// Where the disk says no.
    pub fn own_folder(&self) -> Result<PathBuf, Error> {
        own_folder(&self.root)
    }

    /// The project's name.
    pub fn name(&self) -> &str {
        &self.config.name
    }

    /// What the config says.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// What the project calls its concepts, where its config names files that say so.
    pub fn glossary(&self) -> Option<&Glossary> {
        self.glossary.as_deref()
    }

    /// Its config as a file: its path from the root, and its text.
    pub fn config_file(&self) -> (&'static str, &str) {
        (CONFIG, &self.config_text)
    }

    /// The path of a file from the root, where it lies below that; of a new file too.
    pub fn path_of(&self, file: &Path) -> Option<String> {
        let folder = || Some(file.parent()?.canonicalize().ok()?.join(file.file_name()?));
        let whole = file.canonicalize().ok().or_else(folder)?;
        let path = whole.strip_prefix(&self.root).ok()?.to_str()?;
        Some(path.replace(std::path::MAIN_SEPARATOR, "/"))
    }

    /// The resource and locale that a path is the target of.
    pub fn target_of(&self, path: &str) -> Option<(ResourceId, Locale)> {
        self.config.collections.values().find_map(|collection| {
            collection.locales.iter().find_map(|locale| {
                let resource = collection.target.resource(path, locale)?;
                let held = collection.holds(resource);
                let id = ResourceId::new(&collection.name, resource).ok().filter(|_| held)?;
                Some((id, locale.clone()))
            })
        })
    }

    /// The resource that a path is, or would be, the source of.
    pub fn source_of(&self, path: &str) -> Option<ResourceId> {
        self.config.collections.values().find_map(|collection| {
            let resource = collection.source.resource(path, &collection.source_locale)?;
            let held = collection.holds(resource);
            ResourceId::new(&collection.name, resource).ok().filter(|_| held)
        })
    }

    /// Where the target of a resource is, or would be: a path from the root of the project.
    pub fn target_path(&self, id: &ResourceId, locale: &Locale) -> String {
        let collection = self.config.collections.get(id.collection());
        collection.map(|it| it.target.path(id.path(), locale)).unwrap_or_default()
    }

    /// The channels that workflows name, sorted.
    pub fn channels(&self) -> BTreeSet<&str> {
        self.workflows.values().flat_map(|it| it.channels.keys()).map(String::as_str).collect()
    }

    /// Reads every file and the ledger.
    ///
    /// # Errors
    /// Where the ledger's folder cannot be read; a file that cannot be read is a [`Problem`].
    pub fn load(&self, as_of: Timestamp) -> Result<Loaded, Error> {
        self.load_again(as_of, &Snapshot::default())
    }

    /// Reads the project again; a file whose bytes are as in `before` is not extracted anew.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn load_again(&self, as_of: Timestamp, before: &Snapshot) -> Result<Loaded, Error> {
        let found = scan(&self.root, &self.config);
        let (files, foreign) = self.read_ledger()?;
        let (source, collections) = (Source::Folder(&self.root), self.collections());
        let mut loaded = self.read(as_of, before, found, &source, fold(&files), &collections);
        loaded.problems.extend(foreign);
        loaded.problems.sort();
        Ok(loaded)
    }

    /// The versions that `BASE..HEAD`, `BASE...HEAD` or `BASE` stands for, with commits by their
    /// full names.
    ///
    /// # Errors
    /// Where the project is in no git repository, or git does not know the revision.
    pub fn range(&self, text: &str) -> Result<Range, Error> {
        Git::of(&self.root)?.range(text)
    }

    /// Who made each of the commits, by the names that were asked for, and what they said of it; nothing of
    /// what is no commit's name or is not here. Git is asked once, whatever is asked for, and for two seconds
    /// at most.
    ///
    /// # Errors
    /// Where there is no repository, or git does not answer.
    pub fn authorship(
        &self,
        revisions: &BTreeSet<&str>,
    ) -> Result<BTreeMap<String, Authorship>, Error> {
        Git::at(&self.root).authorship(revisions)
    }

    /// Reads every file and the ledger as they are in a version, by the config as it is now; a file
    /// whose bytes are as in `before` is not extracted anew.
    ///
    /// # Errors
    /// Where git does not know the version, or lacks its content.
    pub fn load_version(
        &self,
        version: &Version,
        as_of: Timestamp,
        before: &Snapshot,
    ) -> Result<Loaded, Error> {
        let git = Git::of(&self.root)?;
        let listing = match version {
            Version::Present => return self.load_again(as_of, before),
            Version::Staged => git.staged()?,
            Version::Revision(name) => git.at_revision(name)?,
        };
        self.load_listed(&git, listing, as_of, before)
    }

    /// The same of a tree that git has, by its full name.
    pub(crate) fn load_tree(&self, tree: &str, as_of: Timestamp) -> Result<Loaded, Error> {
        let git = Git::of(&self.root)?;
        let listing = git.in_tree(tree)?;
        self.load_listed(&git, listing, as_of, &Snapshot::default())
    }

    fn load_listed(
        &self,
        git: &Git<'_>,
        mut listing: Listing,
        as_of: Timestamp,
        before: &Snapshot,
    ) -> Result<Loaded, Error> {
        let in_ledger = format!("{}/", self.config.ledger);
        let facts = |path: &str| path.starts_with(&in_ledger) && path.ends_with(".jsonl");
        let places = Places::of(&self.config);
        listing.retain(|path, _| facts(path) || is_ours(path) && !places.at(path).is_empty());
        let contents = git.contents(&listing)?;
        let paths = contents.keys().filter(|path| !facts(path));
        let files = paths.map(|path| (path.clone(), Identity::default())).collect();
        let found = sort(&Walked { files, problems: Vec::new() }, &self.config);
        let ledger = contents.iter().filter_map(|(path, bytes)| {
            let name = path.strip_prefix(&in_ledger).filter(|_| facts(path))?;
            Some((name.to_owned(), bytes.to_vec()))
        });
        let ledger: Contents = ledger.collect();
        let (source, collections) = (Source::Version(&contents), self.collections());
        Ok(self.read(as_of, before, found, &source, fold(&ledger), &collections))
    }

    /// Reads the files that were found.
    pub(crate) fn read(
        &self,
        as_of: Timestamp,
        before: &Snapshot,
        found: Scan,
        source: &Source<'_>,
        ledger: Read,
        collections: &BTreeMap<String, Arc<Collection>>,
    ) -> Loaded {
        let known = known_documents(before.resources.values());
        self.progress.begin("reading files", found.files());
        let reader = Reader::new(source, &known, &self.progress);
        let read: Vec<(ResourceId, Resource, Vec<Problem>)> = found
            .resources
            .par_iter()
            .filter_map(|(id, files)| {
                let collection = collections.get(id.collection())?.clone();
                let (mut resource, problems) = reader.resource(files, &collection);
                let config = self.config.collections.get(id.collection())?;
                resource.target_paths = target_paths(config, id);
                Some((id.clone(), resource, problems))
            })
            .collect();
        let ledger_problems = self.in_ledger(ledger.problems);
        let mut loaded = Loaded { problems: found.problems, ledger_problems, ..Loaded::default() };
        for (id, resource, problems) in read {
            loaded.problems.extend(problems);
            loaded.snapshot.resources.insert(id, resource);
        }
        loaded.problems.sort();
        loaded.snapshot.ledger = Arc::new(ledger.ledger);
        loaded.snapshot.people = self.config.people.clone();
        loaded.snapshot.as_of = Some(as_of);
        loaded
    }

    /// The collections by name, with their workflows.
    pub(crate) fn collections(&self) -> BTreeMap<String, Arc<Collection>> {
        let collection = |it: &CollectionConfig| {
            Arc::new(it.collection(self.workflow(it), self.glossary.clone()))
        };
        let all = self.config.collections.iter();
        all.map(|(name, it)| (name.clone(), collection(it))).collect()
    }

    /// What stands for the rules by which the project is read, and for the program that reads it:
    /// two programs may read the same file otherwise.
    pub(crate) fn rules(&self) -> Fingerprint {
        let program =
            std::env::current_exe().and_then(std::fs::metadata).map(|it| Identity::of(&it));
        Meaning::of("rules", &format!("{:?} {:?} {:?}", self.config, self.workflows, program.ok()))
    }

    fn workflow(&self, collection: &CollectionConfig) -> Arc<Workflow> {
        self.workflows.get(&collection.workflow).cloned().unwrap_or_default()
    }

    fn read_ledger(&self) -> Result<(Contents, Vec<Problem>), Error> {
        let (files, listed) = LedgerFolder::read(&save::place(&self.root, &self.config.ledger)?)?;
        Ok((files, listed.problems(&self.config.ledger)))
    }

    /// Problems with the paths of their files.
    pub(crate) fn in_ledger(
        &self,
        problems: Vec<hexapla_ledger::Problem>,
    ) -> Vec<hexapla_ledger::Problem> {
        let in_folder = |problem: hexapla_ledger::Problem| hexapla_ledger::Problem {
            file: format!("{}/{}", self.config.ledger, problem.file),
            ..problem
        };
        problems.into_iter().map(in_folder).collect()
    }

    /// Carries out a plan: under the lock, and only where every file that it rests on, or would
    /// write, is still as it was; a file that the plan does not say it knows must not be there.
    ///
    /// Facts are written before targets. A crash between leaves facts about texts that do not
    /// stand in any file yet, which change nothing; the other way round, words would stand in a
    /// target that nobody is on record for, and the replaced ones would be lost.
    ///
    /// # Errors
    /// Where a file has moved on, or the disk says no; then nothing of the plan stands, or its
    /// facts and the first of its targets, each whole.
    pub fn commit(&self, plan: &Plan) -> Result<(), Error> {
        let _lock = self.lock()?;
        let ends = plan.writes.iter().map(|it| &it.path).chain(plan.moves.iter().map(|it| &it.to));
        let unknown = ends.filter(|path| !plan.expects.contains_key(*path));
        let unknown = unknown.map(|path| (path, None));
        let known = plan.expects.iter().map(|(path, bytes)| (path, bytes.as_deref()));
        self.progress.begin("comparing files", plan.expects.len());
        for (path, expected) in known.chain(unknown) {
            let found = save::read(&save::place(&self.root, path)?)?;
            if found.as_deref() != expected {
                return Err(Error::MovedOn(path.clone()));
            }
            self.progress.step();
        }
        let targets: Result<Vec<PathBuf>, Error> =
            plan.writes.iter().map(|write| save::place(&self.root, &write.path)).collect();
        let place = |path: &String| save::place(&self.root, path);
        let moves: Result<Vec<(PathBuf, PathBuf)>, Error> =
            plan.moves.iter().map(|it| Ok((place(&it.from)?, place(&it.to)?))).collect();
        self.shelve(&hexapla_ledger::write(&plan.facts))?;
        self.progress.begin("writing files", plan.writes.len());
        for (at, (path, write)) in targets?.iter().zip(&plan.writes).enumerate() {
            let partly = |error| Error::partly(error, &plan.writes, at);
            save::write(path, &write.bytes).map_err(partly)?;
            self.progress.step();
        }
        for (from, to) in moves? {
            save::rename(&from, &to)?;
        }
        Ok(())
    }

    /// The right to write, until it is dropped.
    pub(crate) fn lock(&self) -> Result<Lock, Error> {
        self.progress.begin("waiting for another writer", 0);
        Lock::take(&self.root, self.waiting)
    }

    /// Lets a person edit a text in their own editor; nothing where the editor ended badly.
    ///
    /// # Errors
    /// Where the editor cannot be run, or its file not be read.
    pub fn edit_text(&self, text: &str) -> Result<Option<String>, Error> {
        crate::editor::edit(&self.root, text)
    }

    /// Packs the ledger: how many files were written and removed.
    ///
    /// # Errors
    /// Where the disk says no; no fact is lost at any moment.
    pub fn compact(&self) -> Result<(usize, usize), Error> {
        let _lock = self.lock()?;
        let folder = save::place(&self.root, &self.config.ledger)?;
        let files = LedgerFolder::list(&folder)?.contents()?;
        self.progress.begin("packing files", 0);
        let packing = hexapla_ledger::pack(&files);
        self.shelve(&packing.write)?;
        self.progress.begin("removing packed files", packing.remove.len());
        for name in &packing.remove {
            let path = folder.join(name);
            std::fs::remove_file(&path).map_err(Error::io("remove", &path))?;
            self.progress.step();
        }
        Ok((packing.write.len(), packing.remove.len()))
    }

    /// Writes new files of the ledger.
    fn shelve(&self, files: &[ActFile]) -> Result<(), Error> {
        self.progress.begin("recording facts", files.len());
        for file in files {
            let path = save::place(&self.root, &format!("{}/{}", self.config.ledger, file.name))?;
            save::write_new(&path, &file.bytes)?;
            self.progress.step();
        }
        Ok(())
    }

    /// Writes a release into a folder of its own; gives the folder.
    ///
    /// # Errors
    /// Where the disk says no.
    pub fn save_release(&self, release: &Release, into: Option<&Path>) -> Result<PathBuf, Error> {
        if into.is_none() {
            own_folder(&self.root)?;
        }
        releases::save(release, &self.release_folder(into), &self.progress)
    }

    /// Writes the files of a site into a folder, which appears whole or not at all.
    ///
    /// # Errors
    /// Where something is in the folder already, a path leads out of it, or the disk says no.
    pub fn save_site(&self, files: &[SiteFile], into: &Path) -> Result<(), Error> {
        releases::save_site(files, into, &self.progress)
    }

    /// The releases that are kept, oldest first.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn releases(&self, into: Option<&Path>) -> Result<Vec<(ReleaseId, Manifest)>, Error> {
        let all = releases::list(&self.release_folder(into))?;
        Ok(all.into_iter().map(|it| (it.id, it.manifest)).collect())
    }

    /// A release that was built for a channel: that of this short name or, where none of it is kept, the
    /// newest; none where none was built.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn built_release(
        &self,
        channel: &str,
        short: Option<&str>,
    ) -> Result<Option<BuiltRelease>, Error> {
        let mut all = releases::list(&self.release_folder(None))?;
        all.retain(|it| it.manifest.is_for(channel));
        let named = short.and_then(|short| all.iter().position(|it| it.id.short() == short));
        let found = named.or(all.len().checked_sub(1)).map(|at| all.swap_remove(at));
        Ok(found.map(BuiltRelease))
    }

    /// The folder of the newest release.
    ///
    /// # Errors
    /// Where there is none.
    pub fn newest_release(&self) -> Result<PathBuf, Error> {
        let folder = self.release_folder(None);
        let newest = releases::list(&folder)?.pop();
        newest.map(|it| it.folder).ok_or(Error::NoRelease { folder, channel: None })
    }

    /// Publishes a release that was built: that in `folder`, or the newest built for the channel.
    ///
    /// # Errors
    /// Where there is none, it was not built for the channel, it is damaged, or the store or the keys
    /// say no.
    pub fn publish(
        &self,
        publisher: &Publisher<'_>,
        folder: Option<&Path>,
    ) -> Result<Published, PublishError> {
        let found = match folder {
            Some(folder) => releases::open(folder)?,
            None => releases::newest(&self.release_folder(None), publisher.channel().as_str())?,
        };
        found.require_name()?;
        publisher.publish(&found)
    }

    fn release_folder(&self, into: Option<&Path>) -> PathBuf {
        into.map_or_else(|| self.root.join(".hexapla/releases"), Path::to_owned)
    }
}

/// The name of the config's file.
pub(crate) const CONFIG: &str = "hexapla.toml";

fn target_paths(config: &CollectionConfig, id: &ResourceId) -> BTreeMap<Locale, String> {
    let path = |locale: &Locale| (locale.clone(), config.target.path(id.path(), locale));
    config.locales.iter().map(path).collect()
}

/// Whether a path that git knows is looked at: no file of a tool, as in a folder.
fn is_ours(path: &str) -> bool {
    let foreign = |part: &str| matches!(part, ".git" | ".hexapla" | "node_modules");
    let name = path.rsplit('/').next().unwrap_or_default();
    !name.starts_with('.') && !path.split('/').any(foreign)
}

fn fold(files: &Contents) -> Read {
    Ledger::read(files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])))
}
