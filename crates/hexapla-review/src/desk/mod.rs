//! The project as it is now.

mod everywhere;
mod fold;
mod kinds;
mod need;
mod opened;
mod picture;
mod sheet;
mod texts;
mod trace;
mod whole;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use fluent_bundle::FluentResource;
use hexapla_engine::{Document, Imported, Known, Plan, Recall, Status, assess_in, record_seen};
use hexapla_formats::Format;
use hexapla_model::{Fingerprint, Locale, ResourceId, Timestamp};
use hexapla_release::{ReleaseId, UnitChange};
use hexapla_workspace::{
    Batch, BuiltRelease, Error, Part, Problem, Seen, Session, Survey, Watcher, now,
};
use quick_cache::sync::Cache;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::watch;

use crate::failure::Failure;

pub(crate) use everywhere::{Everywhere, Given};
use kinds::Kinds;
pub(crate) use need::Need;
pub(crate) use opened::{Opened, UnitName, source_names};
pub(crate) use picture::Picture;
pub(crate) use sheet::{Sheet, Waiting, excerpt};
pub(crate) use texts::Sought;
use texts::Texts;
pub(crate) use whole::Whole;

/// A project that is followed: what stands on it is what stands on disk, moments later.
pub(crate) struct Desk {
    root: PathBuf,
    as_of: Option<Timestamp>,
    standing: RwLock<Arc<Standing>>,
    /// What the next look goes on from; who holds it is the only one to look.
    survey: Mutex<Survey<Arc<Sheet>>>,
    /// Who looks. It may take seconds, and whoever asks for a page meanwhile finds the other threads free.
    lookers: ThreadPool,
    opened: Cache<Place, Arc<Opened>>,
    /// The same as it was last shown, with how its files looked.
    shown: Cache<Place, Arc<(Seen, Arc<Opened>)>>,
    known: Cache<(u64, String), Arc<Known>>,
    strings: Cache<(u64, String, Locale), Strings>,
    recalls: Cache<(u64, Locale, Format), Arc<Recall>>,
    /// What is searched, of as many resources as there is room for.
    texts: Cache<(Locale, ResourceId), Arc<Texts>, texts::Bytes>,
    imports: Cache<(Fingerprint, Locale, Locale), Imports>,
    whole: Mutex<Option<(u64, Arc<Whole>)>>,
    changes: Cache<(u64, String, ReleaseId), Arc<[UnitChange]>>,
    turns: watch::Sender<u64>,
}

/// A resource in a locale, at a turn.
type Place = (u64, ResourceId, Locale);

/// What the files of other tools have, and what is wrong with them.
pub(crate) type Imports = Arc<(Imported, Vec<Problem>)>;

/// Messages, those that count first.
pub(crate) type Strings = Arc<[Arc<FluentResource>]>;

/// A project at one moment.
pub(crate) struct Standing {
    /// Which moment: it rises with every change.
    pub(crate) turn: u64,
    pub(crate) session: Session,
    pub(crate) picture: Picture,
    pub(crate) problems: Vec<Problem>,
    pub(crate) ledger_problems: Vec<hexapla_ledger::Problem>,
    /// What is wrong with the config; the last good one goes on.
    pub(crate) broken: Option<String>,
}

/// How many resources are kept open.
const OPEN: usize = 64;

/// Of how many locales and formats it is kept what translations say of like texts.
const MEMORIES: usize = 4;

/// Of how many channels it is kept what a release would change.
const CHANNELS: usize = 8;

/// How many bytes of texts are kept to be searched.
const SEARCHED: u64 = 256 * 1024 * 1024;

/// How many resources these are about of.
const RESOURCES: usize = 10_000;

/// How long the watcher waits before it looks whether anybody still listens.
const PATIENCE: Duration = Duration::from_secs(3600);

impl Desk {
    /// Opens the project that `start` is in; ages are counted to `as_of` where that is given.
    ///
    /// # Errors
    /// Where there is none, its config is broken, or its ledger cannot be read.
    pub(crate) fn open(start: &Path, as_of: Option<Timestamp>) -> Result<Self, Error> {
        let session = Session::open(start)?;
        let lookers = lookers(session.root())?;
        let as_of_now = as_of.unwrap_or_else(now);
        let survey = lookers.install(|| look(&session, as_of_now, Survey::default()))?;
        let standing = Standing::of(0, session, &survey, None);
        let desk = Self {
            root: standing.session.root().to_owned(),
            as_of,
            standing: RwLock::new(Arc::new(standing)),
            survey: Mutex::new(survey),
            lookers,
            opened: Cache::new(OPEN),
            shown: Cache::new(OPEN),
            known: Cache::new(OPEN),
            strings: Cache::new(OPEN),
            recalls: Cache::new(MEMORIES),
            texts: Cache::with_weighter(RESOURCES, SEARCHED, texts::Bytes),
            imports: Cache::new(MEMORIES),
            whole: Mutex::default(),
            changes: Cache::new(CHANNELS),
            turns: watch::Sender::new(0),
        };
        Ok(desk)
    }

    /// The moment that ages are counted to.
    pub(crate) fn now(&self) -> Timestamp {
        self.as_of.unwrap_or_else(now)
    }

    /// The project as it was last seen.
    pub(crate) fn standing(&self) -> Arc<Standing> {
        Arc::clone(&self.standing.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells of every change from now on, by the number of the turn.
    pub(crate) fn turns(&self) -> watch::Receiver<u64> {
        self.turns.subscribe()
    }

    /// A resource in a locale as it was when somebody last looked, for what is asked again and again
    /// while a text is written: taken over where nothing was seen to change since.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub(crate) fn resource(&self, id: &ResourceId, locale: &Locale) -> Result<Arc<Opened>, Error> {
        let standing = self.standing();
        let key = (standing.turn, id.clone(), locale.clone());
        self.opened.get_or_insert_with(&key, || self.read(&standing.session, id, locale))
    }

    /// The same as the disk has it at this moment.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn resource_now(
        &self,
        id: &ResourceId,
        locale: &Locale,
    ) -> Result<Arc<Opened>, Error> {
        self.read(&self.standing().session, id, locale)
    }

    /// The same for who only looks: what was read before, where its files still look as they did.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn resource_shown(
        &self,
        id: &ResourceId,
        locale: &Locale,
    ) -> Result<Arc<Opened>, Error> {
        let standing = self.standing();
        let key = (standing.turn, id.clone(), locale.clone());
        let session = &standing.session;
        if let Some(shown) = self.shown.get(&key).filter(|it| session.looks_alike(&it.0)) {
            return Ok(Arc::clone(&shown.1));
        }
        let (loaded, seen) = session.load_part_seen(self.now(), &part(id, locale))?;
        let opened = Arc::new(Opened::new(loaded, id.clone(), locale.clone()));
        if let Some(seen) = seen {
            self.shown.insert(key, Arc::new((seen, Arc::clone(&opened))));
        }
        Ok(opened)
    }

    fn read(
        &self,
        session: &Session,
        id: &ResourceId,
        locale: &Locale,
    ) -> Result<Arc<Opened>, Error> {
        let loaded = session.load_part(self.now(), &part(id, locale))?;
        Ok(Arc::new(Opened::new(loaded, id.clone(), locale.clone())))
    }

    /// A resource in every locale, as the disk has it at this moment.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn everywhere(&self, id: &ResourceId) -> Result<Everywhere, Error> {
        let standing = self.standing();
        let config = standing.session.config().collections.get(id.collection());
        // Whether a message ships is a matter of those that it refers to.
        let resources = match config.is_some_and(|it| it.format == Format::Fluent) {
            true => standing.picture.resources(id.collection()),
            false => BTreeSet::from([id.clone()]),
        };
        let part = Part { resources: Some(resources), locales: None };
        Ok(Everywhere::new(standing.session.load_part(self.now(), &part)?, id.clone()))
    }

    /// The sources of resources.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn sources(
        &self,
        resources: BTreeSet<ResourceId>,
    ) -> Result<hexapla_workspace::Loaded, Error> {
        let part = Part { resources: Some(resources), locales: Some(BTreeSet::new()) };
        self.standing().session.load_part(self.now(), &part)
    }

    /// Everything in a locale, for what a part cannot answer: memory, and texts of all resources.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn locale(&self, locale: &Locale) -> Result<hexapla_workspace::Loaded, Error> {
        let part = Part { resources: None, locales: Some(BTreeSet::from([locale.clone()])) };
        self.standing().session.load_part(self.now(), &part)
    }

    /// What is known of a collection whatever is written in it: of Fluent the names of its messages too.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn known(&self, collection: &str) -> Result<Arc<Known>, Error> {
        let standing = self.standing();
        let config = standing.session.config().collections.get(collection);
        let key = (standing.turn, collection.to_owned());
        self.known.get_or_insert_with(&key, || {
            if config.is_none_or(|it| it.format != Format::Fluent) {
                return Ok(Arc::default());
            }
            let loaded = self.sources(standing.picture.resources(collection))?;
            Ok(Arc::new(Known::of(&loaded.snapshot, collection)))
        })
    }

    /// What the messages of a collection say in a locale, then what its sources say.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn strings(&self, collection: &str, locale: &Locale) -> Result<Strings, Error> {
        let standing = self.standing();
        let key = (standing.turn, collection.to_owned(), locale.clone());
        self.strings.get_or_insert_with(&key, || {
            let ids = standing.picture.resources(collection);
            let locales = Some(BTreeSet::from([locale.clone()]));
            let part = Part { resources: Some(ids), locales };
            let loaded = standing.session.load_part(self.now(), &part)?;
            let resources = || loaded.snapshot.resources.values();
            let targets = resources().filter_map(|it| it.targets.get(locale));
            let sources = resources().filter_map(|it| it.source.as_ref());
            let read = |it: &Arc<Document>| {
                let read = FluentResource::try_new(it.text().into_owned());
                Arc::new(read.unwrap_or_else(|(partly, _)| partly))
            };
            Ok(targets.chain(sources).map(read).collect())
        })
    }

    /// What the translations of a locale say of texts that are like one another, in files of a format.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn recall(&self, locale: &Locale, format: Format) -> Result<Arc<Recall>, Error> {
        let key = (self.standing().turn, locale.clone(), format);
        self.recalls.get_or_insert_with(&key, || {
            let loaded = self.locale(locale)?;
            let status = Status::of(&loaded.snapshot);
            Ok(Arc::new(Recall::of(&loaded.snapshot, &status, locale, format)))
        })
    }

    /// The texts of the units that wait in a locale, of each of its resources that are given: read where
    /// they are others than those that were searched before.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn texts(
        &self,
        locale: &Locale,
        sheets: &[(&ResourceId, &Sheet)],
    ) -> Result<Vec<Option<Arc<Texts>>>, Error> {
        let kept = |(id, sheet): &(&ResourceId, &Sheet)| {
            let key = (locale.clone(), ResourceId::clone(id));
            self.texts.get(&key).filter(|it| it.is_of(sheet))
        };
        let mut texts: Vec<Option<Arc<Texts>>> = sheets.par_iter().map(kept).collect();
        let lacking = |at: usize| texts[at].is_none() && !sheets[at].1.waiting.is_empty();
        let lacking: Vec<usize> = (0..sheets.len()).filter(|at| lacking(*at)).collect();
        if lacking.is_empty() {
            return Ok(texts);
        }
        let ids = lacking.iter().map(|at| sheets[*at].0.clone()).collect();
        let part = Part { resources: Some(ids), locales: Some(BTreeSet::from([locale.clone()])) };
        let loaded = self.standing().session.load_part(self.now(), &part)?;
        let read = |at: &usize| {
            let (id, sheet) = sheets[*at];
            let resource = loaded.snapshot.resources.get(id)?;
            let here = std::slice::from_ref(locale);
            let units = assess_in(&loaded.snapshot, id, resource, here).remove(locale)?;
            Some((*at, Arc::new(Texts::of(sheet, (id, locale), resource, &units))))
        };
        let read: Vec<(usize, Arc<Texts>)> = lacking.par_iter().filter_map(read).collect();
        for (at, text) in read {
            self.texts.insert((locale.clone(), sheets[at].0.clone()), Arc::clone(&text));
            texts[at] = Some(text);
        }
        Ok(texts)
    }

    /// What the files of other tools say in a locale for texts in another, read anew where one changed.
    pub(crate) fn imports(&self, source: &Locale, target: &Locale) -> Imports {
        let session = &self.standing().session;
        let key = (session.imports_look(), source.clone(), target.clone());
        let read = || Ok::<_, std::convert::Infallible>(Arc::new(session.imported(source, target)));
        match self.imports.get_or_insert_with(&key, read) {
            Ok(imports) => imports,
            Err(never) => match never {},
        }
    }

    /// The whole project, taken over where nothing has changed since it was last asked for.
    ///
    /// # Errors
    /// As [`Self::resource`].
    pub(crate) fn whole(&self) -> Result<Arc<Whole>, Error> {
        let standing = self.standing();
        // Who comes meanwhile waits, and gets the same.
        let mut kept = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, whole)) = kept.as_ref().filter(|(turn, _)| *turn == standing.turn) {
            return Ok(Arc::clone(whole));
        }
        *kept = None;
        let whole = Arc::new(Whole::of(standing.session.load(self.now())?));
        *kept = Some((standing.turn, Arc::clone(&whole)));
        Ok(whole)
    }

    /// What a release of today would change for a channel since an earlier one: taken over where nothing
    /// has changed since it was last asked for.
    ///
    /// # Errors
    /// Those of who finds it out.
    pub(crate) fn changes(
        &self,
        channel: &str,
        since: &BuiltRelease,
        find: impl FnOnce() -> Result<Vec<UnitChange>, Failure>,
    ) -> Result<Arc<[UnitChange]>, Failure> {
        let key = (self.standing().turn, channel.to_owned(), since.id().clone());
        self.changes.get_or_insert_with(&key, || Ok(find()?.into()))
    }

    /// Commits a plan, and looks at what became of it.
    ///
    /// # Errors
    /// Where a file has moved on, or the disk says no.
    pub(crate) fn commit(&self, plan: &Plan) -> Result<(), Error> {
        let committed = self.standing().session.commit(plan);
        self.look_again(false)?;
        committed
    }

    /// Looks at what has changed on disk; at everything, with `from_nothing`.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub(crate) fn look_again(&self, from_nothing: bool) -> Result<(), Error> {
        let mut survey = self.looking();
        let (session, broken) = self.good_session();
        let before = std::mem::take(&mut *survey);
        let before = if from_nothing { Survey::default() } else { before };
        *survey = self.lookers.install(|| {
            let turned = look(&session, self.now(), before)?;
            record_unseen(&session, turned, self.now())
        })?;
        let then = self.standing();
        let standing = Standing::of(then.turn + 1, session, &survey, broken);
        if standing.agrees(&then) {
            return Ok(());
        }
        let turn = standing.turn;
        *self.standing.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(standing);
        self.turns.send_replace(turn);
        Ok(())
    }

    fn looking(&self) -> MutexGuard<'_, Survey<Arc<Sheet>>> {
        self.survey.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The project by its config as it is now; by the last good one, and why, where it is broken.
    fn good_session(&self) -> (Session, Option<String>) {
        match Session::open(&self.root) {
            Ok(session) => (session, None),
            Err(error) => (self.standing().session.clone(), Some(error.to_string())),
        }
    }

    /// Follows the disk for as long as anybody holds the desk.
    ///
    /// # Errors
    /// Where the system does not tell what changes; the desk stands still then.
    pub(crate) fn follow(desk: &Arc<Self>, poll: bool) -> Result<(), Error> {
        let watcher = Watcher::new(&desk.root, poll)?;
        // What changed before it was watched.
        desk.look_again(false)?;
        let desk = Arc::downgrade(desk);
        while let Some(batch) = watcher.next(PATIENCE).transpose() {
            let from_nothing = batch? == Batch::Rescan;
            let Some(desk) = desk.upgrade() else { break };
            // It is tried again with the next change; pages tell what they could not read.
            let _ = desk.look_again(from_nothing);
        }
        Ok(())
    }
}

impl Standing {
    fn of(
        turn: u64,
        session: Session,
        survey: &Survey<Arc<Sheet>>,
        broken: Option<String>,
    ) -> Self {
        Self {
            turn,
            session,
            picture: Picture::of(survey),
            problems: survey.problems.clone(),
            ledger_problems: survey.ledger_problems.clone(),
            broken,
        }
    }

    /// The channel that readers get, or the first, where workflows name one.
    pub(crate) fn channel(&self) -> Option<&str> {
        let channels = self.session.channels();
        channels.iter().find(|it| **it == "stable").or(channels.iter().next()).copied()
    }

    /// Whether nothing is other than it was.
    fn agrees(&self, then: &Self) -> bool {
        self.picture.is(&then.picture)
            && self.problems == then.problems
            && self.ledger_problems == then.ledger_problems
            && self.broken == then.broken
    }
}

/// A resource in a locale.
fn part(id: &ResourceId, locale: &Locale) -> Part {
    Part {
        resources: Some(BTreeSet::from([id.clone()])),
        locales: Some(BTreeSet::from([locale.clone()])),
    }
}

/// As many threads as there are processors.
fn lookers(root: &Path) -> Result<ThreadPool, Error> {
    ThreadPoolBuilder::new().thread_name(|at| format!("look-{at}")).build().map_err(|error| {
        let source = std::io::Error::other(error);
        Error::Io { action: "start threads to read", path: root.to_owned(), source }
    })
}

fn look(
    session: &Session,
    as_of: Timestamp,
    before: Survey<Arc<Sheet>>,
) -> Result<Survey<Arc<Sheet>>, Error> {
    let kinds = Kinds::default();
    session.survey(as_of, before, |look| Arc::new(Sheet::of(look, &kinds)))
}

/// Records sources that are seen for the first time, so that ages count from there. What cannot be
/// recorded now is recorded with the next change.
fn record_unseen(
    session: &Session,
    survey: Survey<Arc<Sheet>>,
    as_of: Timestamp,
) -> Result<Survey<Arc<Sheet>>, Error> {
    let unseen: BTreeSet<ResourceId> =
        survey.kept().filter(|(_, _, it)| it.is_unseen).map(|(id, _, _)| id.clone()).collect();
    // A part of the ledger that cannot be read may hold the very sighting.
    if unseen.is_empty() || !survey.ledger_problems.is_empty() {
        return Ok(survey);
    }
    let recorded = session.read_surveyed(&survey, &unseen, as_of).and_then(|snapshot| {
        let plan = record_seen(&snapshot, &Status::of(&snapshot), as_of, None, None);
        if plan.is_empty() { Ok(()) } else { session.commit(&plan) }
    });
    match recorded {
        Ok(()) => look(session, as_of, survey),
        Err(_) => Ok(survey),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::sync::mpsc::channel;

    use super::*;

    const CONFIG: &str = r#"
version = 1
name = "Test"
source_locale = "en"
locales = ["es"]
ledger = "ledger"
workflows = "workflows"

[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"
"#;

    #[test]
    fn who_asks_does_not_wait_for_who_looks() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = [
            ("hexapla.toml", CONFIG),
            ("workflows/standard.toml", "version = 1\n[[states]]\nname = \"translated\"\n"),
            ("src/menu.ftl", "home = Home\n"),
            ("out/es/menu.ftl", "home = Inicio\n"),
        ];
        for (path, text) in files {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, text).expect("written");
        }
        let desk = Arc::new(Desk::open(folder.path(), None).expect("a desk"));
        let all = desk.lookers.current_num_threads() + 1;
        let (begun, end) = (Arc::new(Barrier::new(all)), Arc::new(Barrier::new(all)));
        let looking = {
            let (desk, begun, end) = (Arc::clone(&desk), Arc::clone(&begun), Arc::clone(&end));
            let busy = move || {
                desk.lookers.broadcast(|_| {
                    begun.wait();
                    end.wait();
                });
            };
            std::thread::spawn(busy)
        };
        begun.wait();
        let (send, found) = channel();
        std::thread::spawn(move || {
            let es: Locale = "es".parse().expect("a tag");
            let standing = desk.standing();
            let sheets: Vec<_> = standing.picture.of_locale(&es).collect();
            let texts = desk.texts(&es, &sheets).expect("read");
            send.send(texts.iter().flatten().map(|it| it.find(&Sought::new("inicio"))).collect())
        });
        let found: Vec<Vec<usize>> = found.recv_timeout(Duration::from_secs(60)).expect("found");
        assert_eq!(found, [[0]]);
        end.wait();
        looking.join().expect("it ends");
    }
}
