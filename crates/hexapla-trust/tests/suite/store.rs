//! A store in memory, and whoever publishes to it.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_trust::sign::{self, SecretKey};
use hexapla_trust::{
    Authority, Channel, Delegation, Entry, FileEntry, Head, Locale, LocaleFiles, Pointer, Refusal,
    Role, Root, Snapshot, Targets, Timestamp, Trusted, Update, Updated, Wanted, sha256,
};

/// The moment at which tests verify.
pub(crate) fn now() -> Timestamp {
    time("2026-11-24T12:00:00Z")
}

pub(crate) fn time(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

pub(crate) fn locale(text: &str) -> Locale {
    text.parse().expect("a locale")
}

pub(crate) fn channel() -> Channel {
    "stable".parse().expect("a channel")
}

pub(crate) fn key(seed: u8) -> SecretKey {
    SecretKey::from_seed(&[seed; 32])
}

/// So many of the keys with these seeds.
pub(crate) fn authority(threshold: usize, seeds: &[u8]) -> Authority {
    Authority::new(threshold, seeds.iter().map(|it| key(*it).public()))
}

pub(crate) fn head(version: u64) -> Head {
    Head { version, expires: time("2099-01-01T00:00:00Z") }
}

pub(crate) const ROOT: u8 = 1;
pub(crate) const RELEASE: u8 = 2;
pub(crate) const TIMESTAMP: u8 = 3;

/// A root with one key a role.
pub(crate) fn plain_root(version: u64) -> Root {
    Root {
        head: head(version),
        root: authority(1, &[ROOT]),
        timestamp: authority(1, &[TIMESTAMP]),
        snapshot: authority(1, &[RELEASE]),
        targets: authority(1, &[RELEASE]),
    }
}

/// A release that is not signed yet: tests change of it what they are about.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) pointer: Pointer,
    pub(crate) snapshot: Snapshot,
    pub(crate) targets: Targets,
    pub(crate) locales: BTreeMap<Locale, LocaleFiles>,
    /// The seeds of the keys that sign releases and pointers.
    pub(crate) release_key: u8,
    pub(crate) timestamp_key: u8,
}

fn entry() -> Entry {
    Entry { version: 1, length: 0, sha256: sha256(b"") }
}

impl Draft {
    /// The release of one version of everything, with a file in each of the locales.
    pub(crate) fn new(version: u64, locales: &[&str]) -> Self {
        let (head, channel) = (head(version), channel());
        let delegation =
            Delegation { authority: authority(1, &[RELEASE]), depths: BTreeSet::from([1, 2]) };
        let each = || locales.iter().map(|it| locale(it));
        let files = |it: Locale| (it.clone(), files(it, version));
        Self {
            pointer: Pointer { head, channel: channel.clone(), snapshot: entry() },
            snapshot: Snapshot {
                head,
                channel: channel.clone(),
                targets: entry(),
                locales: BTreeMap::new(),
            },
            targets: Targets {
                head,
                channel,
                name: "An \"Exämple\"\n\u{1}\\".to_owned(),
                release: sha256(&version.to_be_bytes()),
                as_of: now(),
                channels: vec!["stable".to_owned()],
                locales: each().map(|it| (it, delegation.clone())).collect(),
            },
            locales: each().map(files).collect(),
            release_key: RELEASE,
            timestamp_key: TIMESTAMP,
        }
    }

    /// The locales' files in the state of another draft, whose text they keep.
    pub(crate) fn with_locale(mut self, of: &Self, name: &str) -> Self {
        let name = locale(name);
        self.locales.insert(name.clone(), of.locales[&name].clone());
        self
    }

    /// Signs everything, each naming what is below it.
    pub(crate) fn publish(&self, store: &mut Store) {
        let snapshot = self.sign_lists(store);
        self.sign_snapshot(&snapshot, store);
    }

    /// Signs what lies below the snapshot; gives the snapshot that names it.
    pub(crate) fn sign_lists(&self, store: &mut Store) -> Snapshot {
        let key = key(self.release_key);
        let mut snapshot = self.snapshot.clone();
        for (locale, files) in &self.locales {
            let bytes = sign::locale(files, &[&key]);
            snapshot.locales.insert(locale.clone(), Entry::of(files.head.version, &bytes));
            store.put(&format!("{}.{locale}.json", files.head.version), bytes);
        }
        let bytes = sign::targets(&self.targets, &[&key]);
        snapshot.targets = Entry::of(self.targets.head.version, &bytes);
        store.put(&format!("{}.targets.json", self.targets.head.version), bytes);
        snapshot
    }

    pub(crate) fn sign_snapshot(&self, snapshot: &Snapshot, store: &mut Store) {
        let bytes = sign::snapshot(snapshot, &[&key(self.release_key)]);
        let version = snapshot.head.version;
        let pointer = Pointer { snapshot: Entry::of(version, &bytes), ..self.pointer.clone() };
        store.put(&format!("{version}.snapshot.json"), bytes);
        store.put("timestamp.json", sign::pointer(&pointer, &[&key(self.timestamp_key)]));
    }
}

/// A file whose `signed` was edited, signed again by the key with this seed.
pub(crate) fn resigned(text: &str, seed: u8) -> Vec<u8> {
    use ed25519_dalek::Signer;
    let (_, signed) = text.split_once("\"signed\":").expect("signed");
    let signed = signed.trim_end().strip_suffix('}').expect("an end");
    let signature = ed25519_dalek::SigningKey::from_bytes(&[seed; 32]).sign(signed.as_bytes());
    let (id, hex) = (key(seed).public().id().clone(), data_encoding::HEXLOWER);
    let signature = hex.encode(&signature.to_bytes());
    format!(
        "{{\"signatures\":[{{\"keyid\":\"{id}\",\"sig\":\"{signature}\"}}],\"signed\":{signed}}}\n"
    )
    .into_bytes()
}

/// The files of a locale, whose content is of a version.
pub(crate) fn files(locale: Locale, version: u64) -> LocaleFiles {
    let content = content(&locale, version);
    let file = |name: &str| {
        let path: hexapla_trust::ReleasePath = format!("{locale}/{name}").parse().expect("a path");
        let file = FileEntry {
            path: path.clone(),
            length: content.len() as u64,
            sha256: sha256(&content),
            collection: "ui".to_owned(),
            locale: locale.clone(),
        };
        (path, file)
    };
    let files = ["ui.ftl", "pages/campaign.md"].map(file).into();
    let count = hexapla_trust::Count { units: 3, words: 12 };
    let counts = BTreeMap::from([("current".to_owned(), count)]);
    let coverage = BTreeMap::from([("ui".to_owned(), counts)]);
    LocaleFiles { head: head(version), channel: channel(), locale, files, coverage }
}

/// What the files of a locale hold.
pub(crate) fn content(locale: &Locale, version: u64) -> Vec<u8> {
    format!("{locale} {version}\n").into_bytes()
}

/// The files of a store, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Store(pub(crate) BTreeMap<String, Vec<u8>>);

impl Store {
    /// A store with a first root.
    pub(crate) fn new() -> Self {
        let mut store = Self::default();
        store.root(&plain_root(1), &[ROOT]);
        store
    }

    /// A store with a first root and a release in es and fr.
    pub(crate) fn released() -> Self {
        let mut store = Self::new();
        Draft::new(1, &["es", "fr"]).publish(&mut store);
        store
    }

    /// Puts a file into the channel.
    pub(crate) fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.0.insert(format!("stable/{name}"), bytes);
    }

    pub(crate) fn file(&self, name: &str) -> &[u8] {
        &self.0[&format!("stable/{name}")]
    }

    /// Puts a root, signed by the keys with these seeds.
    pub(crate) fn root(&mut self, root: &Root, seeds: &[u8]) {
        let keys: Vec<SecretKey> = seeds.iter().map(|it| key(*it)).collect();
        let keys: Vec<&SecretKey> = keys.iter().collect();
        self.put(&format!("{}.root.json", root.head.version), sign::root(root, &keys));
    }

    /// The store with other bytes for a role of a draft, which what is above it names.
    pub(crate) fn renamed(draft: &Draft, store: &mut Self, role: &Role, bytes: Vec<u8>) -> Self {
        let mut snapshot = draft.sign_lists(store);
        let entry = Entry::of(1, &bytes);
        match role {
            Role::Targets => snapshot.targets = entry,
            Role::Locale(locale) => drop(snapshot.locales.insert(locale.clone(), entry)),
            _ => {}
        }
        draft.sign_snapshot(&snapshot, store);
        if *role == Role::Snapshot {
            let pointer = Pointer { snapshot: Entry::of(1, &bytes), ..draft.pointer.clone() };
            store.put("timestamp.json", sign::pointer(&pointer, &[&key(TIMESTAMP)]));
        }
        store.put(&role.file(1), bytes);
        store.clone()
    }

    /// What a client believes that was given the first root.
    pub(crate) fn first(&self) -> Trusted {
        Trusted::new(channel(), self.file("1.root.json")).expect("a root")
    }

    /// A round of a client that wants all.
    pub(crate) fn round(&self, trusted: &Trusted) -> Result<Updated, Refusal> {
        self.round_of(trusted, Wanted::All, &mut Vec::new())
    }

    /// A round of a client; `asked` gets the paths that it asked for.
    pub(crate) fn round_of(
        &self,
        trusted: &Trusted,
        wanted: Wanted,
        asked: &mut Vec<String>,
    ) -> Result<Updated, Refusal> {
        let mut update = Update::new(trusted.clone(), wanted, now());
        while !update.is_done() {
            let wants = update.wants();
            assert!(!wants.is_empty(), "it waits for nothing: {update:?}");
            for want in wants {
                let bytes = self.0.get(&want.path);
                asked.push(want.path.clone());
                update.give(&want, bytes.map(Vec::as_slice))?;
            }
        }
        Ok(update.end())
    }

    /// Why a client that was given `trusted` refuses the store.
    pub(crate) fn refusal(&self, trusted: &Trusted) -> &'static str {
        match self.round(trusted) {
            Ok(updated) => panic!("it was believed: {:?}", updated.trusted.targets()),
            Err(refusal) => refusal.name(),
        }
    }
}
