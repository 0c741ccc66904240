//! What a channel holds now.

use std::collections::BTreeMap;

use hexapla_store::Name;
use hexapla_trust::{
    Channel, Coverage, FileEntry, Locale, Refusal, ReleasePath, Role, Timestamp, Trusted, Update,
    Wanted,
};
use serde_json::{Value, json};

use super::folder::Folder;

/// The present release of a channel, read as a client reads it, beginning with the first root of the
/// store. What has expired is told of and not refused: a reader gets it all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Present {
    version: u64,
    release: String,
    name: String,
    as_of: Timestamp,
    /// Until when clients believe the pointer.
    pub(crate) expires: Timestamp,
    coverage: BTreeMap<Locale, Coverage>,
    /// Where each file lies, by its path without the locale.
    files: BTreeMap<String, BTreeMap<Locale, Name>>,
}

impl Present {
    /// Reads and verifies it.
    pub(crate) fn read(folder: &Folder, channel: &Channel) -> Result<Self, Refusal> {
        let first = format!("{channel}/{}", Role::Root.file(1));
        let root = read(folder, &first, Role::Root.most())?;
        let root = root.ok_or(Refusal::Missing(first))?;
        let never = Timestamp::from_seconds(0);
        let mut update = Update::new(Trusted::new(channel.clone(), &root)?, Wanted::All, never);
        while !update.is_done() {
            for want in update.wants() {
                let bytes = read(folder, &want.path, want.most)?;
                update.give(&want, bytes.as_deref())?;
            }
        }
        Self::of(&update.end().trusted).ok_or_else(|| Refusal::Missing(channel.to_string()))
    }

    /// What a client believes, as far as it is told; nothing where it believes no release.
    fn of(trusted: &Trusted) -> Option<Self> {
        let (targets, pointer) = (trusted.targets()?, trusted.pointer()?);
        let locales = trusted.snapshot()?.locales.keys();
        let coverage = locales.filter_map(|it| Some((it.clone(), trusted.locale(it)?)));
        let coverage = coverage.map(|(it, files)| (it, files.coverage.clone())).collect();
        let mut files: BTreeMap<String, BTreeMap<Locale, Name>> = BTreeMap::new();
        for (path, locale, place) in trusted.files().filter_map(placed) {
            files.entry(path).or_default().insert(locale, place);
        }
        Some(Self {
            version: targets.head.version,
            release: targets.release.clone(),
            name: targets.name.clone(),
            as_of: targets.as_of,
            expires: pointer.head.expires,
            coverage,
            files,
        })
    }

    /// Where a file lies in each locale that has it.
    pub(crate) fn file(&self, path: &ReleasePath) -> Option<&BTreeMap<Locale, Name>> {
        self.files.get(path.as_str())
    }

    /// What the index tells of it.
    pub(crate) fn json(&self, channel: &Channel) -> Value {
        json!({
            "channel": channel.as_str(),
            "name": self.name,
            "version": self.version,
            "release": self.release,
            "as_of": self.as_of.to_string(),
            "expires": self.expires.to_string(),
            "locales": self.coverage.iter().map(|(it, coverage)| {
                (it.to_string(), json!({ "coverage": coverage_json(coverage) }))
            }).collect::<serde_json::Map<_, _>>(),
        })
    }
}

/// The path of a file without its locale, the locale, and where it lies.
fn placed(file: &FileEntry) -> Option<(String, Locale, Name)> {
    let (_, path) = file.path.as_str().split_once('/')?;
    Some((path.to_owned(), file.locale.clone(), Name::new(&file.place()).ok()?))
}

fn coverage_json(coverage: &Coverage) -> Value {
    let counts = |(name, count): (&String, &hexapla_trust::Count)| {
        (name.clone(), json!({ "units": count.units, "words": count.words }))
    };
    let collections = coverage
        .iter()
        .map(|(name, it)| (name.clone(), Value::Object(it.iter().map(counts).collect())));
    Value::Object(collections.collect())
}

/// The bytes of a file of metadata, and one more than `most` where there are more.
fn read(folder: &Folder, name: &str, most: u64) -> Result<Option<Vec<u8>>, Refusal> {
    let name = Name::new(name).map_err(|it| Refusal::Path(it.to_string()))?;
    let read = folder.read(&name, most.saturating_add(1));
    read.map_err(|it| Refusal::Unavailable(it.to_string()))
}
