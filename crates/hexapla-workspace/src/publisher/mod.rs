//! Whoever publishes to a channel of a store.
//!
//! What lies in a store is verified before anything is built on it, as a client does, but for expiry:
//! a channel that nobody refreshed can still be published to.

mod error;
mod world;

use std::collections::BTreeMap;

use hexapla_release::{Lifetimes, Manifest, Publication, ReleaseId, Signers};
use hexapla_store::{Base, Entry, File, Files, Habits, Name, Pruned, Store};
use hexapla_trust::sign::SecretKey;
use hexapla_trust::{Channel, Refusal, ReleasePath, Role, Timestamp, Trusted, Update, Wanted};

pub use error::PublishError;
use world::World;

use crate::keys::Keys;
use crate::releases::Found;

/// Whoever publishes to a channel of a store.
pub struct Publisher<'a> {
    store: &'a dyn Store,
    keys: &'a Keys,
    channel: Channel,
    lifetimes: Lifetimes,
    now: Timestamp,
    release_key: SecretKey,
    timestamp_key: SecretKey,
}

/// A version of a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number.
    pub number: u64,
    /// The release.
    pub release: ReleaseId,
    /// What that says of itself.
    pub manifest: Manifest,
}

/// A release that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The version that the channel has now.
    pub version: u64,
    /// The release.
    pub release: ReleaseId,
    /// How many files there are in it.
    pub files: usize,
    /// How many of them were sent.
    pub sent: usize,
    /// Until when the pointer is good.
    pub expires: Timestamp,
}

/// A release with its bytes.
struct Content {
    manifest: Manifest,
    id: ReleaseId,
    files: BTreeMap<ReleasePath, Vec<u8>>,
}

/// The moment at which nothing has expired.
const NEVER: i64 = 0;

impl<'a> Publisher<'a> {
    /// Ready to publish; asks for the passphrases of keys that have one.
    ///
    /// # Errors
    /// Where a key is not here or does not open.
    pub fn new(
        store: &'a dyn Store,
        keys: &'a Keys,
        channel: Channel,
        lifetimes: Lifetimes,
        now: Timestamp,
    ) -> Result<Self, PublishError> {
        let (release_key, timestamp_key) = (keys.release_key()?, keys.timestamp_key()?);
        Ok(Self { store, keys, channel, lifetimes, now, release_key, timestamp_key })
    }

    /// The channel.
    pub fn channel(&self) -> &Channel {
        &self.channel
    }

    fn signers(&self) -> Signers<'_> {
        let (release, timestamp) = (&self.release_key, &self.timestamp_key);
        Signers { root: self.keys.root(), release, timestamp }
    }

    /// Publishes a built release, of which every file is verified.
    ///
    /// # Errors
    /// Where it was not built for the channel, is damaged, or the store says no.
    pub(crate) fn publish(&self, found: &Found) -> Result<Published, PublishError> {
        let read = |path: &ReleasePath| Ok((path.clone(), found.file(path)?));
        let files = found.manifest.files.keys().map(read).collect::<Result<_, crate::Error>>()?;
        self.put(Content { manifest: found.manifest.clone(), id: found.id.clone(), files })
    }

    /// Publishes the present release of another channel of the store.
    ///
    /// # Errors
    /// Where there is none, or the gates of this channel were not open for it.
    pub fn promote(&self, from: &Channel) -> Result<Published, PublishError> {
        let other = Reader { store: self.store, keys: self.keys, channel: from };
        let (_, version) = other.present()?.ok_or_else(|| PublishError::Empty(from.clone()))?;
        self.put(self.content(version)?)
    }

    /// Publishes an earlier release again, as a new version: `version`, or the last one that holds
    /// another release than the present.
    ///
    /// # Errors
    /// Where there is no such version.
    pub fn roll_back(&self, version: Option<u64>) -> Result<Published, PublishError> {
        let reader = self.reader();
        let (_, present) =
            reader.present()?.ok_or_else(|| PublishError::Empty(self.channel.clone()))?;
        let version = match version {
            Some(number) => self.version(number)?,
            None => {
                let nothing = || PublishError::NothingBefore(self.channel.clone());
                self.before(&present)?.ok_or_else(nothing)?
            }
        };
        self.put(self.content(version)?)
    }

    /// Signs the pointer anew, so that clients believe it for longer. Where the release key was
    /// replaced since, the release is published again under the new one.
    ///
    /// # Errors
    /// Where the channel has no release.
    pub fn refresh(&self) -> Result<Published, PublishError> {
        let (trusted, version) =
            self.reader().present()?.ok_or_else(|| PublishError::Empty(self.channel.clone()))?;
        if trusted.root().targets != self.keys.root().targets {
            return self.put(self.content(version)?);
        }
        let mut sent = None;
        let mut make = |base: Base<'_>| {
            let (trusted, version) = self.reader().on_top_of(base)?;
            let pointer = trusted.as_ref().and_then(|before| {
                let (channel, signers) = (&self.channel, self.signers());
                Publication::refreshed(channel, before, signers, self.lifetimes, self.now)
            });
            let empty = || PublishError::Empty(self.channel.clone());
            let pointer = pointer.ok_or_else(empty)?;
            sent = version;
            Ok(Files { content: Vec::new(), metadata: self.roots()?, pointer })
        };
        hexapla_store::publish(
            self.store,
            self.channel.as_str(),
            &World,
            &Habits::default(),
            &mut make,
        )
        .map_err(unwrapped)?;
        let version = sent.ok_or_else(|| PublishError::Empty(self.channel.clone()))?;
        Ok(self.published(version.number, &version.release, version.manifest.files.len(), 0))
    }

    /// Every version of the channel that can still be read, oldest first.
    ///
    /// # Errors
    /// Where the store says no.
    pub fn versions(&self) -> Result<Vec<Version>, PublishError> {
        let numbers = self.reader().numbers()?;
        let versions = numbers.into_iter().map(|number| self.readable(number));
        versions.filter_map(Result::transpose).collect()
    }

    /// When a version was put into the store, by its clock; nothing where it is not there.
    ///
    /// # Errors
    /// Where the store says no.
    pub fn published_at(&self, number: u64) -> Result<Option<Timestamp>, PublishError> {
        let name = Name::new(&format!("{}/{}", self.channel, Role::Snapshot.file(number)))?;
        let seconds = |it: Entry| i64::try_from(it.modified).unwrap_or(i64::MAX);
        Ok(self.store.look(&name)?.map(|it| Timestamp::from_seconds(seconds(it))))
    }

    /// The last version before the present one that holds another release and can still be read.
    fn before(&self, present: &Version) -> Result<Option<Version>, PublishError> {
        let numbers = self.reader().numbers()?.into_iter().rev();
        let versions = numbers.filter(|number| *number < present.number);
        let versions = versions.map(|number| self.readable(number)).filter_map(Result::transpose);
        let other =
            |it: &Result<Version, _>| it.as_ref().map_or(true, |it| it.release != present.release);
        versions.into_iter().find(other).transpose()
    }

    /// One version, where it can still be read: a publish that was cut off leaves parts, and a prune
    /// or a new key older versions.
    fn readable(&self, number: u64) -> Result<Option<Version>, PublishError> {
        match self.version(number) {
            Ok(version) => Ok(Some(version)),
            Err(PublishError::NoVersion { .. } | PublishError::Refused { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// One version of the channel, verified.
    fn version(&self, number: u64) -> Result<Version, PublishError> {
        let (reader, channel) = (self.reader(), &self.channel);
        let missing = || PublishError::NoVersion { channel: channel.clone(), version: number };
        let name = format!("{channel}/{}", Role::Snapshot.file(number));
        let snapshot = reader.get(&name, Role::Snapshot.most())?.ok_or_else(missing)?;
        let pointer =
            Publication::pointer_to(channel, (number, &snapshot), self.signers(), self.now);
        let trusted = reader.round(Some(&pointer))?;
        reader.version(&trusted).ok_or_else(missing)
    }

    fn reader(&self) -> Reader<'_> {
        Reader { store: self.store, keys: self.keys, channel: &self.channel }
    }

    /// A version with its bytes, which the store has, verified.
    fn content(&self, version: Version) -> Result<Content, PublishError> {
        let Version { release, manifest, .. } = version;
        let refused = |source| PublishError::Refused { channel: self.channel.clone(), source };
        let mut files = BTreeMap::new();
        for (path, entry) in &manifest.files {
            let entry = entry.listed(path);
            let bytes = self.reader().get(&entry.place(), entry.length)?;
            let bytes = bytes.ok_or_else(|| refused(Refusal::Missing(entry.place())))?;
            entry.check(&bytes).map_err(refused)?;
            files.insert(path.clone(), bytes);
        }
        Ok(Content { manifest, id: release, files })
    }

    fn put(&self, content: Content) -> Result<Published, PublishError> {
        let Content { manifest, id, files } = content;
        let channel = self.channel.as_str();
        if !manifest.is_for(channel) {
            return Err(PublishError::Closed {
                release: id.short().to_owned(),
                channel: self.channel.clone(),
                channels: manifest.channels,
            });
        }
        let content = placed(&manifest, files)?;
        let mut version = 0;
        let mut make = |base: Base<'_>| {
            let (before, _) = self.reader().on_top_of(base)?;
            let made = Publication::of(
                (&manifest, &id),
                (&self.channel, base.free, before.as_ref()),
                self.signers(),
                self.lifetimes,
                self.now,
            );
            version = made.version;
            let name = |(name, bytes): (String, Vec<u8>)| {
                Ok(File { name: Name::new(&format!("{channel}/{name}"))?, bytes })
            };
            let signed: Result<Vec<File>, hexapla_store::Error> =
                made.metadata.into_iter().map(name).collect();
            let mut metadata = signed?;
            // What every release has stays first, what leads to the rest last.
            let roots = self.roots()?;
            metadata.splice(1..1, roots);
            Ok(Files { content: content.clone(), metadata, pointer: made.pointer })
        };
        let put =
            hexapla_store::publish(self.store, channel, &World, &Habits::default(), &mut make)
                .map_err(unwrapped)?;
        Ok(self.published(version, &id, content.len(), put.sent))
    }

    fn published(&self, version: u64, release: &ReleaseId, files: usize, sent: usize) -> Published {
        let expires = self.now.plus_days(self.lifetimes.pointer);
        Published { version, release: release.clone(), files, sent, expires }
    }

    /// Every version of the root.
    fn roots(&self) -> Result<Vec<File>, hexapla_store::Error> {
        let root = |(bytes, version): (&[u8], u64)| {
            let name = format!("{}/{}", self.channel, Role::Root.file(version));
            Ok(File { name: Name::new(&name)?, bytes: bytes.to_vec() })
        };
        self.keys.root_files().into_iter().zip(1..).map(root).collect()
    }
}

/// The files of a release as a store has them.
fn placed(
    manifest: &Manifest,
    files: BTreeMap<ReleasePath, Vec<u8>>,
) -> Result<Vec<File>, PublishError> {
    let file = |(path, bytes)| {
        let place = manifest.files.get(&path).map(|it| it.listed(&path).place());
        Ok(File { name: Name::new(&place.unwrap_or_default())?, bytes })
    };
    files.into_iter().map(file).collect()
}

/// What a caller of the store gave out, as it was.
fn unwrapped(error: hexapla_store::Error) -> PublishError {
    match error {
        hexapla_store::Error::Caller(inner) => match inner.downcast::<PublishError>() {
            Ok(error) => *error,
            Err(inner) => hexapla_store::Error::Caller(inner).into(),
        },
        error => error.into(),
    }
}

/// Reads a channel of a store, whatever has expired.
struct Reader<'a> {
    store: &'a dyn Store,
    keys: &'a Keys,
    channel: &'a Channel,
}

impl Reader<'_> {
    fn refused(&self, source: Refusal) -> PublishError {
        PublishError::Refused { channel: self.channel.clone(), source }
    }

    fn get(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, PublishError> {
        let found = self.store.get(&Name::new(name)?, most)?;
        Ok(found.map(|it| it.bytes))
    }

    /// What the channel has now, verified; nothing where it has nothing yet.
    fn present(&self) -> Result<Option<(Trusted, Version)>, PublishError> {
        let name = format!("{}/{}", self.channel, Role::Timestamp.file(0));
        if self.get(&name, Role::Timestamp.most())?.is_none() {
            return Ok(None);
        }
        let trusted = self.round(None)?;
        let version = self.version(&trusted);
        Ok(version.map(|version| (trusted, version)))
    }

    /// What a publish is made on top of: verified, and of the pointer that was read.
    fn on_top_of(
        &self,
        base: Base<'_>,
    ) -> Result<(Option<Trusted>, Option<Version>), PublishError> {
        let Some(pointer) = base.pointer else { return Ok((None, None)) };
        let trusted = self.round(Some(pointer))?;
        let version = self.version(&trusted);
        Ok((Some(trusted), version))
    }

    /// A client's round over all locales, with the given pointer or that of the store.
    fn round(&self, pointer: Option<&[u8]>) -> Result<Trusted, PublishError> {
        let roots = self.keys.root_files();
        let first = roots.first().copied().unwrap_or_default();
        let trusted = Trusted::new(self.channel.clone(), first).map_err(|it| self.refused(it))?;
        let now = Timestamp::from_seconds(NEVER);
        let mut update = Update::new(trusted, Wanted::All, now);
        while !update.is_done() {
            for want in update.wants() {
                let is_pointer = want.path.ends_with("/timestamp.json");
                let bytes = match pointer.filter(|_| is_pointer) {
                    Some(pointer) => Some(pointer.to_vec()),
                    None => self.get(&want.path, want.most)?,
                };
                update.give(&want, bytes.as_deref()).map_err(|it| self.refused(it))?;
            }
        }
        Ok(update.end().trusted)
    }

    fn version(&self, trusted: &Trusted) -> Option<Version> {
        let number = trusted.targets()?.head.version;
        let manifest = Manifest::published(trusted)?;
        Some(Version { number, release: ReleaseId::of(&manifest.write()), manifest })
    }

    /// The numbers of all snapshots that lie there, in order.
    fn numbers(&self) -> Result<Vec<u64>, PublishError> {
        let prefix = format!("{}/", self.channel);
        let number = |name: &str| {
            let version = name.strip_prefix(&prefix)?.strip_suffix(".snapshot.json")?;
            version.parse().ok()
        };
        let listed = self.store.list(&prefix)?;
        let mut numbers: Vec<u64> =
            listed.iter().filter_map(|it| number(it.name.as_str())).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }
}

/// Removes versions and content that nothing kept names; see [`hexapla_store::prune`].
///
/// # Errors
/// Where metadata cannot be read, or the store says no.
pub fn prune(store: &dyn Store, keep: usize) -> Result<Pruned, PublishError> {
    let names = |name: &Name, bytes: &[u8]| named(name, bytes);
    hexapla_store::prune(store, &World, &Habits::default(), keep, &names).map_err(unwrapped)
}

/// The objects that a metadata file names.
fn named(name: &Name, bytes: &[u8]) -> Result<Vec<Name>, Box<dyn std::error::Error + Send + Sync>> {
    let (channel, file) = name.as_str().split_once('/').unwrap_or_default();
    let names = hexapla_trust::names(file, bytes)?;
    let place = |it: String| match it.starts_with("targets/") {
        true => Name::new(&it),
        false => Name::new(&format!("{channel}/{it}")),
    };
    Ok(names.into_iter().map(place).collect::<Result<_, _>>()?)
}
