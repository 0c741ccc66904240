//! A release as a channel of a store has it: signed metadata, and back to its manifest.

use std::collections::BTreeMap;

use hexapla_model::{Locale, Timestamp};
use hexapla_trust::sign::{self, SecretKey};
use hexapla_trust::{
    Channel, Count, Coverage, Delegation, Entry, FileEntry, Head, LocaleFiles, Pointer,
    ReleasePath, Role, Root, Snapshot, Targets, Trusted,
};

use crate::manifest::{self, Manifest, ReleaseId};

/// Who signs.
#[derive(Clone, Copy, Debug)]
pub struct Signers<'a> {
    /// Whose signatures count.
    pub root: &'a Root,
    /// Signs what a release is.
    pub release: &'a SecretKey,
    /// Signs the pointer.
    pub timestamp: &'a SecretKey,
}

/// For how many days what is signed is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetimes {
    /// The pointer: for so long a client may be kept from a newer one unnoticed.
    pub pointer: u32,
    /// The release.
    pub release: u32,
}

impl Default for Lifetimes {
    fn default() -> Self {
        Self { pointer: 14, release: 365 }
    }
}

/// A release as a channel of a store has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The version that the channel has then.
    pub version: u64,
    /// The metadata by name below the channel, in the order in which it is put: what every release
    /// has comes first, and what leads to the rest last.
    pub metadata: Vec<(String, Vec<u8>)>,
    /// What the pointer becomes.
    pub pointer: Vec<u8>,
}

/// What is signed, by whom and when.
struct Desk<'a> {
    channel: &'a Channel,
    signers: Signers<'a>,
    lifetimes: Lifetimes,
    now: Timestamp,
}

impl Publication {
    /// The metadata of a release as version `version` of a channel, of which `before` was the last.
    /// A locale whose files are the same keeps its metadata, as long as that is good for half of its
    /// time, and signed by the same keys.
    pub fn of(
        (manifest, id): (&Manifest, &ReleaseId),
        (channel, version, before): (&Channel, u64, Option<&Trusted>),
        signers: Signers<'_>,
        lifetimes: Lifetimes,
        now: Timestamp,
    ) -> Self {
        let desk = Desk { channel, signers, lifetimes, now };
        let same_keys = |it: &&Trusted| it.root().targets == signers.root.targets;
        let kept = before.filter(same_keys);
        let locales = locales(manifest, channel);
        let targets = desk.targets(manifest, id, version, &locales);
        let mut metadata = vec![(Role::Targets.file(version), targets.clone())];
        let mut entries = BTreeMap::new();
        for (locale, files) in locales {
            let files = LocaleFiles { head: desk.head(version), ..files };
            let entry = kept.and_then(|it| desk.kept(it, &files)).unwrap_or_else(|| {
                let bytes = sign::locale(&files, &[signers.release]);
                let entry = Entry::of(version, &bytes);
                metadata.push((Role::Locale(locale.clone()).file(version), bytes));
                entry
            });
            entries.insert(locale, entry);
        }
        let targets = Entry::of(version, &targets);
        let (head, channel) = (desk.head(version), channel.clone());
        let snapshot = Snapshot { head, channel, targets, locales: entries };
        let snapshot = sign::snapshot(&snapshot, &[signers.release]);
        let entry = Entry::of(version, &snapshot);
        metadata.push((Role::Snapshot.file(version), snapshot));
        Self { version, metadata, pointer: desk.pointer(entry, before) }
    }

    /// The pointer of a channel with more time, to the release it leads to; none where it leads to
    /// none.
    pub fn refreshed(
        channel: &Channel,
        before: &Trusted,
        signers: Signers<'_>,
        lifetimes: Lifetimes,
        now: Timestamp,
    ) -> Option<Vec<u8>> {
        let snapshot = before.pointer()?.snapshot.clone();
        Some(Desk { channel, signers, lifetimes, now }.pointer(snapshot, Some(before)))
    }

    /// A pointer to an earlier version of a channel, by which its metadata can be verified as ever.
    pub fn pointer_to(
        channel: &Channel,
        (version, snapshot): (u64, &[u8]),
        signers: Signers<'_>,
        now: Timestamp,
    ) -> Vec<u8> {
        let desk = Desk { channel, signers, lifetimes: Lifetimes::default(), now };
        desk.pointer(Entry::of(version, snapshot), None)
    }
}

impl Desk<'_> {
    fn head(&self, version: u64) -> Head {
        Head { version, expires: self.now.plus_days(self.lifetimes.release) }
    }

    fn pointer(&self, snapshot: Entry, before: Option<&Trusted>) -> Vec<u8> {
        let last = before.and_then(Trusted::pointer).map_or(0, |it| it.head.version);
        let head = Head {
            version: snapshot.version.max(last + 1),
            expires: self.now.plus_days(self.lifetimes.pointer),
        };
        let pointer = Pointer { head, channel: self.channel.clone(), snapshot };
        sign::pointer(&pointer, &[self.signers.timestamp])
    }

    fn targets(
        &self,
        manifest: &Manifest,
        id: &ReleaseId,
        version: u64,
        locales: &BTreeMap<Locale, LocaleFiles>,
    ) -> Vec<u8> {
        let delegation = |files: &LocaleFiles| Delegation {
            authority: self.signers.root.targets.clone(),
            depths: files.files.keys().map(ReleasePath::depth).collect(),
        };
        let delegations = locales.iter().map(|(it, files)| (it.clone(), delegation(files)));
        let targets = Targets {
            head: self.head(version),
            channel: self.channel.clone(),
            name: manifest.name.clone(),
            release: id.to_string(),
            as_of: manifest.as_of,
            channels: manifest.channels.clone(),
            locales: delegations.collect(),
        };
        sign::targets(&targets, &[self.signers.release])
    }

    /// What is known of a locale's metadata, where it says the same and has time left.
    fn kept(&self, before: &Trusted, files: &LocaleFiles) -> Option<Entry> {
        let known = before.locale(&files.locale)?;
        let half = i64::from(self.lifetimes.release) * 43_200;
        let has_time = known.head.expires.as_seconds() - self.now.as_seconds() >= half;
        let says_the_same = known.files == files.files && known.coverage == files.coverage;
        let entry = before.snapshot()?.locales.get(&files.locale)?;
        (has_time && says_the_same).then(|| entry.clone())
    }
}

/// The files of each locale; heads are those of nothing yet.
fn locales(manifest: &Manifest, channel: &Channel) -> BTreeMap<Locale, LocaleFiles> {
    let mut locales: BTreeMap<Locale, LocaleFiles> = BTreeMap::new();
    let empty = |locale: &Locale| LocaleFiles {
        head: Head { version: 0, expires: manifest.as_of },
        channel: channel.clone(),
        locale: locale.clone(),
        files: BTreeMap::new(),
        coverage: Coverage::new(),
    };
    for (path, file) in &manifest.files {
        let of = locales.entry(file.locale.clone()).or_insert_with(|| empty(&file.locale));
        of.files.insert(path.clone(), file.listed(path));
    }
    for row in &manifest.coverage {
        let count =
            |&(units, words): &(usize, usize)| Count { units: units as u64, words: words as u64 };
        let counts = row.counts.iter().map(|(name, it)| (name.clone(), count(it))).collect();
        let of = locales.entry(row.locale.clone()).or_insert_with(|| empty(&row.locale));
        of.coverage.insert(row.collection.clone(), counts);
    }
    locales
}

impl Manifest {
    /// The manifest that a release was published from, of its verified metadata; none where not all of
    /// it is held. Its id is the one that the metadata names, or somebody signed nonsense.
    pub fn published(trusted: &Trusted) -> Option<Self> {
        let (targets, snapshot) = (trusted.targets()?, trusted.snapshot()?);
        let locales: Option<Vec<&LocaleFiles>> =
            snapshot.locales.keys().map(|it| trusted.locale(it)).collect();
        let locales = locales?;
        let file = |it: &FileEntry| {
            let entry = manifest::FileEntry {
                locale: it.locale.clone(),
                collection: it.collection.clone(),
                length: it.length,
                sha256: it.sha256.clone(),
            };
            (it.path.clone(), entry)
        };
        let files = locales.iter().flat_map(|it| it.files.values()).map(file).collect();
        let coverage = locales.iter().flat_map(|it| rows(it)).collect();
        let (name, channels) = (targets.name.clone(), targets.channels.clone());
        Some(Self { name, channels, as_of: targets.as_of, files, coverage })
    }
}

impl manifest::FileEntry {
    /// The same as the metadata of its locale has it: with its path.
    pub fn listed(&self, path: &ReleasePath) -> FileEntry {
        FileEntry {
            path: path.clone(),
            length: self.length,
            sha256: self.sha256.clone(),
            collection: self.collection.clone(),
            locale: self.locale.clone(),
        }
    }
}

/// The coverage of a locale as a manifest has it.
fn rows(of: &LocaleFiles) -> impl Iterator<Item = manifest::Coverage> + '_ {
    of.coverage.iter().map(|(collection, counts)| {
        let count =
            |(name, it): (&String, &Count)| (name.clone(), (it.units as usize, it.words as usize));
        manifest::Coverage {
            locale: of.locale.clone(),
            collection: collection.clone(),
            counts: counts.iter().map(count).collect(),
        }
    })
}
