//! One round of a client: from what it believes to what a store has now.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::{Locale, Timestamp};

use crate::metadata::{Entry, FileEntry, Snapshot};
use crate::refusal::Refusal;
use crate::role::Role;
use crate::trusted::Trusted;

/// How many roots are followed in one round.
const MOST_ROOTS: u64 = 64;

/// The locales that a client wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All that there are.
    All,
    /// These, where there are such.
    Named(BTreeSet<Locale>),
}

impl Wanted {
    /// Whether a locale is among them.
    pub fn has(&self, locale: &Locale) -> bool {
        match self {
            Self::All => true,
            Self::Named(locales) => locales.contains(locale),
        }
    }
}

/// A file that a round needs next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Want {
    /// Where it lies below the store.
    pub path: String,
    /// The most bytes that it may have; whoever fetches it need not read more than one byte beyond.
    pub most: u64,
    /// Whether it may be absent.
    pub may_be_absent: bool,
    role: Role,
}

/// How a round ended: what is believed now, to be written once the files are in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Updated {
    /// What is believed now.
    pub trusted: Trusted,
    /// Whether that is other than before.
    pub changed: bool,
    /// The files of the wanted locales.
    pub files: Vec<FileEntry>,
    /// Wanted locales that are not in the release.
    pub absent: Vec<Locale>,
}

/// One round of a client, without a network: it [wants](Self::wants) files, is [given](Self::give)
/// them, and [ends](Self::end).
///
/// ```
/// # use hexapla_trust::{Refusal, Trusted, Update, Updated, Wanted, Timestamp};
/// # fn fetch(path: &str, most: u64) -> Result<Option<Vec<u8>>, Refusal> { Ok(None) }
/// fn round(trusted: Trusted, now: Timestamp) -> Result<Updated, Refusal> {
///     let mut update = Update::new(trusted, Wanted::All, now);
///     while !update.is_done() {
///         for want in update.wants() {
///             let bytes = fetch(&want.path, want.most)?;
///             update.give(&want, bytes.as_deref())?;
///         }
///     }
///     Ok(update.end())
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Update {
    before: Trusted,
    trusted: Trusted,
    wanted: Wanted,
    now: Timestamp,
    step: Step,
    /// Files of locales that came before what says who vouches for them.
    waiting: BTreeMap<Locale, Vec<u8>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Roots,
    Pointer,
    Snapshot,
    Lists,
    Done,
}

impl Update {
    /// A round at the moment `now`.
    pub fn new(trusted: Trusted, wanted: Wanted, now: Timestamp) -> Self {
        let before = trusted.clone();
        Self { before, trusted, wanted, now, step: Step::Roots, waiting: BTreeMap::new() }
    }

    /// What is needed next, in any order; nothing once the round is done.
    pub fn wants(&self) -> Vec<Want> {
        match self.step {
            Step::Roots => vec![self.want(Role::Root, self.trusted.root().head.version + 1, None)],
            Step::Pointer => vec![self.want(Role::Timestamp, 0, None)],
            Step::Snapshot => {
                let pointer = self.trusted.pointer();
                pointer.map(|it| self.named(Role::Snapshot, &it.snapshot)).into_iter().collect()
            }
            Step::Lists => self.trusted.snapshot().map_or(Vec::new(), |it| self.lists(it)),
            Step::Done => Vec::new(),
        }
    }

    fn lists(&self, snapshot: &Snapshot) -> Vec<Want> {
        let targets = self.trusted.targets.as_ref().filter(|it| it.is(&snapshot.targets));
        let targets = targets.is_none().then(|| self.named(Role::Targets, &snapshot.targets));
        let lacks = |locale: &Locale| {
            self.wanted.has(locale)
                && self.trusted.locale(locale).is_none()
                && !self.waiting.contains_key(locale)
        };
        let locales = snapshot.locales.iter().filter(|(locale, _)| lacks(locale));
        let locales = locales.map(|(it, entry)| self.named(Role::Locale(it.clone()), entry));
        targets.into_iter().chain(locales).collect()
    }

    fn named(&self, role: Role, entry: &Entry) -> Want {
        self.want(role, entry.version, Some(entry.length))
    }

    fn want(&self, role: Role, version: u64, length: Option<u64>) -> Want {
        Want {
            path: format!("{}/{}", self.trusted.channel(), role.file(version)),
            most: length.unwrap_or(role.most()),
            may_be_absent: role == Role::Root,
            role,
        }
    }

    /// Gives what was [wanted](Self::wants), or says that the store does not have it. What is not
    /// wanted any more is passed over.
    ///
    /// # Errors
    /// Where it is not believed, or has to be there: the round is over, and what was believed
    /// before still is.
    pub fn give(&mut self, want: &Want, bytes: Option<&[u8]>) -> Result<(), Refusal> {
        if !self.wants().contains(want) {
            return Ok(());
        }
        match (bytes, &want.role) {
            (None, Role::Root) => self.step = Step::Pointer,
            (None, _) => return Err(Refusal::Missing(want.path.clone())),
            (Some(bytes), Role::Locale(locale)) => {
                drop(self.waiting.insert(locale.clone(), bytes.to_vec()));
            }
            (Some(bytes), role) => self.take(role, bytes)?,
        }
        self.go_on()
    }

    fn take(&mut self, role: &Role, bytes: &[u8]) -> Result<(), Refusal> {
        self.trusted = self.trusted.take(role, bytes, self.now)?;
        let followed = self.trusted.root().head.version - self.before.root().head.version;
        self.step = match role {
            Role::Root if followed < MOST_ROOTS => Step::Roots,
            Role::Root => Step::Pointer,
            Role::Timestamp => Step::Snapshot,
            Role::Snapshot | Role::Targets | Role::Locale(_) => Step::Lists,
        };
        Ok(())
    }

    /// Passes over steps whose files are held already.
    fn go_on(&mut self) -> Result<(), Refusal> {
        if self.step == Step::Snapshot {
            let named = self.trusted.pointer().map(|it| &it.snapshot);
            let held = self.trusted.snapshot.as_ref();
            if held.zip(named).is_some_and(|(it, entry)| it.is(entry)) {
                self.step = Step::Lists;
            }
        }
        if self.step == Step::Lists {
            let snapshot = self.trusted.snapshot().map(|it| &it.targets);
            let targets = self.trusted.targets.as_ref().zip(snapshot);
            if targets.is_some_and(|(it, entry)| it.is(entry)) {
                for (locale, bytes) in std::mem::take(&mut self.waiting) {
                    self.trusted = self.trusted.take(&Role::Locale(locale), &bytes, self.now)?;
                }
                if self.wants().is_empty() {
                    self.trusted.require_fresh(&self.wanted, self.now)?;
                    self.step = Step::Done;
                }
            }
        }
        Ok(())
    }

    /// Whether nothing is wanted any more.
    pub fn is_done(&self) -> bool {
        self.step == Step::Done
    }

    /// How the round ended. Of one that is not [done](Self::is_done): what was believed before.
    pub fn end(self) -> Updated {
        let Self { before, trusted, wanted, step, .. } = self;
        let trusted = if step == Step::Done { trusted } else { before.clone() };
        let files = trusted.files().filter(|it| wanted.has(&it.locale)).cloned().collect();
        let absent = match &wanted {
            Wanted::All => Vec::new(),
            Wanted::Named(named) => {
                named.iter().filter(|it| trusted.locale(it).is_none()).cloned().collect()
            }
        };
        Updated { changed: trusted != before, trusted, files, absent }
    }
}

impl Trusted {
    /// Refuses to go on with something whose time has passed since it was verified.
    fn require_fresh(&self, wanted: &Wanted, now: Timestamp) -> Result<(), Refusal> {
        let online = [
            (Role::Snapshot, self.snapshot().map(|it| it.head)),
            (Role::Targets, self.targets().map(|it| it.head)),
        ];
        let locales = self.locales.iter().filter(|(locale, _)| wanted.has(locale));
        let locales =
            locales.map(|(it, files)| (Role::Locale(it.clone()), Some(files.content.head)));
        for (role, head) in online.into_iter().chain(locales) {
            head.map_or(Ok(()), |it| it.require_fresh(&role.file(it.version), now))?;
        }
        Ok(())
    }
}
