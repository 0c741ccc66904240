//! A client of a store: keeps the last verified release, and shows it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use fluent_bundle::{FluentBundle, FluentResource};
use hexapla_trust::{FileEntry, Locale, Refusal, Trusted};
use serde_json::Value;

use crate::cache::{Cache, Failed};
use crate::copy;
use crate::each::each;
use crate::number::add_numbers;
use crate::options::Options;
use crate::release::{Content, Release};
use crate::resource::resource;
use crate::source::Source;
use crate::status::Status;

/// What stands beside each file that has units.
const UNITS: &str = ".units.json";

/// Keeps the last verified release, and shows it.
///
/// It may be used by several threads: who reads while another updates sees the former release.
pub struct Client {
    options: Options,
    cache: Option<Cache>,
    /// The root that is pinned, and nothing else.
    pinned: Trusted,
    built_in: Option<Arc<Release>>,
    standing: RwLock<Standing>,
    /// One update at a time.
    turn: Mutex<()>,
}

/// What changes from update to update.
struct Standing {
    /// What is believed, which need not be shown: after a new root it may be nothing but that.
    trusted: Trusted,
    shown: Option<Arc<Release>>,
    /// Why what was kept cannot be believed; nothing is taken until it is reset.
    damage: Option<Refusal>,
    error: Option<Refusal>,
    cache: Option<String>,
}

impl Client {
    /// A client that shows what is kept or built in, whichever is later; nothing is fetched yet.
    ///
    /// # Errors
    /// Where the root is none. That what is kept, or the built-in copy, is damaged is told by
    /// [`status`](Self::status).
    pub fn open(mut options: Options) -> Result<Self, Refusal> {
        let pinned = Trusted::new(options.channel.clone(), &options.root)?;
        let copy = options.built_in.take();
        let copy = copy.map(|it| copy::read(&it, &pinned)).transpose();
        let (copy, error) = copy.map_or_else(|it| (None, Some(it)), |it| (it, None));
        let built_in = copy
            .map(|(trusted, held)| Arc::new(Release::new(trusted, options.locales.clone(), held)));
        let cache = options.cache.clone().map(Cache::new);
        let standing = RwLock::new(first(&pinned, built_in.clone(), error));
        let client = Self { options, cache, pinned, built_in, standing, turn: Mutex::new(()) };
        client.open_kept();
        Ok(client)
    }

    /// Shows what is kept, where that is later than the built-in copy.
    fn open_kept(&self) {
        let Some(cache) = &self.cache else { return };
        // Where the lock is not to be had, what is kept is read all the same: it is verified.
        let _turn = cache.lock().ok();
        match cache.state(&self.pinned) {
            Ok(None) => {}
            Ok(Some(kept)) => self.show_kept(kept),
            Err(Failed::Disk(error)) => self.write().cache = Some(error.to_string()),
            Err(Failed::Damaged(refusal)) => {
                let mut standing = self.write();
                (standing.damage, standing.error) = (Some(refusal.clone()), Some(refusal));
            }
        }
    }

    /// Of the last verified release whatever is whole is shown, and what is missing told: never an
    /// older one.
    fn show_kept(&self, kept: Trusted) {
        let before = self.read_standing().trusted.clone();
        let trusted = before.clone().later(kept);
        if trusted == before || trusted.pointer().is_none() {
            self.write().trusted = trusted;
            return;
        }
        let release = Release::new(trusted.clone(), self.options.locales.clone(), Content::new());
        let mut missing = None;
        for file in release.files().filter(|it| self.is_loaded(it)) {
            match self.bytes_of(file, None) {
                Ok(bytes) => release.hold(file, bytes),
                Err(refusal) => drop(missing.get_or_insert(refusal)),
            }
        }
        let mut standing = self.write();
        standing.error = missing.or(standing.error.take());
        (standing.trusted, standing.shown) = (trusted, Some(Arc::new(release)));
    }

    /// Asks the store for a newer release, verifies it whole, and then shows it. Gives whether another
    /// release is shown now, and not only a newer pointer to the same.
    ///
    /// # Errors
    /// Where anything fails: what was shown before still is.
    pub fn update(&self) -> Result<bool, Refusal> {
        let _turn = self.take_turn();
        let updated = self.try_update();
        self.write().error = updated.as_ref().err().cloned();
        updated
    }

    fn try_update(&self) -> Result<bool, Refusal> {
        if let Some(damage) = self.read_standing().damage.clone() {
            return Err(damage);
        }
        let (before, trusted) = (self.shown(), self.read_standing().trusted.clone());
        let (source, wanted) = (&self.options.source, self.options.locales.clone());
        let updated = source.round(trusted, wanted.clone(), (self.options.now)())?;
        let trusted = updated.trusted;
        let release = Arc::new(Release::new(trusted.clone(), wanted, self.gather(&trusted)?));
        let changed = before.as_ref().and_then(|it| it.id()) != release.id();
        let mut standing = self.write();
        (standing.trusted, standing.shown) = (trusted, Some(release.clone()));
        drop(standing);
        self.keep(|cache| cache.keep(&release.trusted, &release.held(), &self.pinned));
        Ok(changed)
    }

    /// The bytes of everything that comes with a release.
    fn gather(&self, trusted: &Trusted) -> Result<Content, Refusal> {
        let files: Vec<&FileEntry> = trusted.files().filter(|it| self.is_loaded(it)).collect();
        let bytes = each(&files, |it| self.bytes_of(it, Some(&self.options.source)))?;
        let mut held: Content = files.iter().map(|it| it.sha256.clone()).zip(bytes).collect();
        // What was asked for before stays at hand.
        if let Some(before) = self.shown() {
            let kept =
                trusted.files().filter_map(|it| Some((it.sha256.clone(), before.bytes(it)?)));
            held.extend(kept);
        }
        Ok(held)
    }

    /// Whether a file comes with the release, and not only when it is asked for.
    fn is_loaded(&self, file: &FileEntry) -> bool {
        let collections = self.options.collections.as_ref();
        self.options.locales.has(&file.locale)
            && !file.path.as_str().ends_with(UNITS)
            && collections.is_none_or(|it| it.contains(&file.collection))
    }

    /// The bytes of a file: those that are at hand, or kept, or the store's.
    fn bytes_of(&self, file: &FileEntry, source: Option<&Source>) -> Result<Arc<[u8]>, Refusal> {
        let releases = [self.shown(), self.built_in.clone()];
        if let Some(bytes) = releases.into_iter().flatten().find_map(|it| it.bytes(file)) {
            return Ok(bytes);
        }
        if let Some(bytes) = self.cache.as_ref().and_then(|it| it.file(file)) {
            return Ok(bytes.into());
        }
        match source {
            Some(source) => source.file(file).map(Into::into),
            None => Err(Refusal::Missing(file.path.to_string())),
        }
    }

    /// Does something with the cache, and tells where that failed.
    fn keep(&self, work: impl FnOnce(&Cache) -> std::io::Result<()>) {
        let kept = self.cache.as_ref().map_or(Ok(()), work);
        self.write().cache = kept.err().map(|it| it.to_string());
    }

    /// How the client stands.
    pub fn status(&self) -> Status {
        let (standing, now) = (self.read_standing(), (self.options.now)());
        let shown = standing.shown.as_ref().map(|it| &it.trusted);
        let pointer = shown.and_then(Trusted::pointer).map(|it| it.head);
        let targets = shown.and_then(Trusted::targets);
        let as_of = targets.map(|it| it.as_of);
        Status {
            version: pointer.map(|it| it.version),
            release: targets.map(|it| it.release.clone()),
            as_of,
            age: as_of.map(|it| now.as_seconds().saturating_sub(it.as_seconds())),
            expired: pointer.is_some_and(|it| now >= it.expires),
            error: standing.error.clone(),
            cache: standing.cache.clone(),
            fetched: self.options.source.fetched(),
        }
    }

    /// The locales that are shown, sorted.
    pub fn locales(&self) -> Vec<Locale> {
        let shown = self.shown();
        let files = shown.iter().flat_map(|it| it.files());
        let locales: BTreeSet<Locale> = files.map(|it| it.locale.clone()).collect();
        locales.into_iter().collect()
    }

    /// The locale that fits best what a reader asks for (RFC 4647, lookup), such as the tags of
    /// `Accept-Language` in the order of their weights.
    pub fn negotiate(&self, requested: &[impl AsRef<str>]) -> Option<Locale> {
        crate::negotiate(requested, &self.locales()).cloned()
    }

    /// The files of a locale, or of one of its collections, sorted by path.
    pub fn files(&self, locale: &Locale, collection: Option<&str>) -> Vec<FileEntry> {
        let fits = |it: &&FileEntry| {
            it.locale == *locale && collection.is_none_or(|name| it.collection == name)
        };
        self.shown().iter().flat_map(|it| it.files().filter(fits)).cloned().collect()
    }

    /// The bytes of a file of the release that is shown; fetched where it is not held yet.
    ///
    /// # Errors
    /// Where the release has no such file, or it is nowhere to be had.
    pub fn read(&self, path: &str) -> Result<Arc<[u8]>, Refusal> {
        let missing = || Refusal::Missing(path.to_owned());
        let release = self.shown().ok_or_else(missing)?;
        let file = release.file(path).ok_or_else(missing)?;
        self.read_file(&release, file)
    }

    fn read_file(&self, release: &Release, file: &FileEntry) -> Result<Arc<[u8]>, Refusal> {
        if let Some(bytes) = release.bytes(file) {
            return Ok(bytes);
        }
        let bytes = self.bytes_of(file, Some(&self.options.source))?;
        release.hold(file, bytes.clone());
        self.keep(|cache| cache.keep_file(file, &bytes));
        Ok(bytes)
    }

    /// The text of a file of the release that is shown.
    ///
    /// # Errors
    /// As [`read`](Self::read) has them, and where it is not UTF-8.
    pub fn text(&self, path: &str) -> Result<String, Refusal> {
        let bytes = self.read(path)?.to_vec();
        String::from_utf8(bytes).map_err(|it| wrong(path, &it.to_string()))
    }

    /// What a release says of the units of a file: their state, freshness and language, as
    /// `docs/delivery-format.md` has them.
    ///
    /// # Errors
    /// As [`read`](Self::read) has them, and where the units are none.
    pub fn units(&self, path: &str) -> Result<Vec<Value>, Refusal> {
        let path = format!("{path}{UNITS}");
        let told: Value = serde_json::from_slice(&self.read(&path)?)
            .map_err(|it| wrong(&path, &it.to_string()))?;
        match told {
            Value::Object(mut told) => match told.remove("units") {
                Some(Value::Array(units)) => Ok(units),
                _ => Err(wrong(&path, "expected an array at `/units`")),
            },
            _ => Err(wrong(&path, "expected an object at `/`")),
        }
    }

    /// A bundle of the Fluent files of a locale and collection; nothing where there are none.
    ///
    /// # Errors
    /// Where one of them is nowhere to be had: a bundle without it would lack texts that the release
    /// has.
    pub fn bundle(
        &self,
        locale: &Locale,
        collection: &str,
    ) -> Result<Option<FluentBundle<Arc<FluentResource>>>, Refusal> {
        let Some(release) = self.shown() else { return Ok(None) };
        let is_fluent = |it: &&FileEntry| {
            let path = it.path.as_str();
            it.locale == *locale && it.collection == collection && path.ends_with(".ftl")
        };
        let files: Vec<&FileEntry> = release.files().filter(is_fluent).collect();
        if files.is_empty() {
            return Ok(None);
        }
        let language = locale.as_str().parse();
        let language =
            language.map_err(|_| wrong(locale.as_str(), "Fluent knows no such locale"))?;
        let mut bundle = FluentBundle::new(vec![language]);
        let _ = add_numbers(&mut bundle);
        for file in files {
            let bytes = self.read_file(&release, file)?;
            // A message that is there already stays, as in every bundle of Fluent.
            let _ = bundle.add_resource(resource(file.path.as_str(), &bytes)?);
        }
        Ok(Some(bundle))
    }

    /// The release that is shown as one text, to build into a program; nothing where there is none.
    pub fn snapshot(&self) -> Option<String> {
        self.shown().map(|it| copy::make(&it))
    }

    /// Forgets what is kept, damaged or not, and shows the built-in copy until the next update. A
    /// person decides that, and no program: whoever can damage a cache could otherwise have an
    /// older release shown.
    pub fn reset(&self) {
        let _turn = self.take_turn();
        *self.write() = first(&self.pinned, self.built_in.clone(), None);
        self.keep(Cache::reset);
    }

    fn shown(&self) -> Option<Arc<Release>> {
        self.read_standing().shown.clone()
    }

    fn read_standing(&self) -> RwLockReadGuard<'_, Standing> {
        self.standing.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Standing> {
        self.standing.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How a client stands that knows the built-in copy, or nothing but the root.
fn first(pinned: &Trusted, shown: Option<Arc<Release>>, error: Option<Refusal>) -> Standing {
    let trusted = shown.as_ref().map_or(pinned, |it| &it.trusted).clone();
    Standing { trusted, shown, damage: None, error, cache: None }
}

fn wrong(file: &str, why: &str) -> Refusal {
    Refusal::Format { file: file.to_owned(), why: why.to_owned() }
}
