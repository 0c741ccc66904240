//! The files of a locale.

use std::collections::BTreeMap;

use hexapla_model::Locale;

use super::entry::{check, hash};
use super::{Head, Metadata, OWN, channel};
use crate::channel::{CONTENT, Channel};
use crate::fields::Fields;
use crate::json::Json;
use crate::path::{ReleasePath, collision};
use crate::refusal::Refusal;
use crate::role::Role;

/// What `N.<locale>.json` says: every file of the locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleFiles {
    /// Its version, and until when it is good.
    pub head: Head,
    /// The channel.
    pub channel: Channel,
    /// The locale.
    pub locale: Locale,
    /// The files, by path. Each path begins with the locale.
    pub files: BTreeMap<ReleasePath, FileEntry>,
    /// How complete each collection is.
    pub coverage: Coverage,
}

/// How many units and words, by collection and name of freshness.
pub type Coverage = BTreeMap<String, BTreeMap<String, Count>>;

/// Units and the words of their sources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many units.
    pub units: u64,
    /// How many words.
    pub words: u64,
}

/// What is vouched for of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEntry {
    /// Its path within the release, `es/ui.ftl`.
    pub path: ReleasePath,
    /// Its length in bytes.
    pub length: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// The collection that it holds texts of.
    pub collection: String,
    /// The locale that it is for.
    pub locale: Locale,
}

impl FileEntry {
    /// The largest file that a release may hold, in bytes.
    pub const LARGEST: u64 = 1024 * 1024 * 1024;

    /// Where it lies in a store: `targets/es/<sha256>.ui.ftl`.
    pub fn place(&self) -> String {
        let (folder, name) = self.path.as_str().rsplit_once('/').unwrap_or_default();
        format!("{CONTENT}/{folder}/{}.{name}", self.sha256)
    }

    /// Checks that `bytes` are the file.
    ///
    /// # Errors
    /// `length` or `hash` where they are not.
    pub fn check(&self, bytes: &[u8]) -> Result<(), Refusal> {
        check(self.path.as_str(), bytes, self.length, &self.sha256)
    }

    fn json(&self) -> Json {
        Json::object([
            ("custom", Json::object([("collection", Json::text(&self.collection))])),
            ("hashes", Json::object([("sha256", Json::text(&self.sha256))])),
            ("length", Json::number(self.length)),
        ])
    }

    fn read(path: &str, fields: &Fields<'_>, locale: &Locale) -> Result<Self, Refusal> {
        let path: ReleasePath =
            path.parse().map_err(|it: crate::PathError| Refusal::Path(it.to_string()))?;
        if path.as_str().split_once('/').is_none_or(|(folder, _)| folder != locale.as_str()) {
            return Err(Refusal::Path(format!("`{path}` leaves the folder of `{locale}`")));
        }
        let length = fields.number("length", 0)?;
        if length > Self::LARGEST {
            let (file, expected) = (path.to_string(), Self::LARGEST);
            return Err(Refusal::Length { file, found: length, expected });
        }
        let collection = fields.object("custom")?.text("collection")?.to_owned();
        Ok(Self { path, length, sha256: hash(fields)?, collection, locale: locale.clone() })
    }
}

impl Metadata for LocaleFiles {
    fn role(&self) -> Role {
        Role::Locale(self.locale.clone())
    }

    fn head(&self) -> Head {
        self.head
    }

    fn entries(&self) -> Vec<(&'static str, Json)> {
        let own = Json::object([
            ("channel", Json::text(self.channel.as_str())),
            ("coverage", coverage_json(&self.coverage)),
        ]);
        let file = |it: &FileEntry| (it.path.to_string(), it.json());
        let files = self.files.values().map(file).collect();
        vec![("targets", Json::Object(files)), (OWN, own)]
    }

    fn read(signed: &Fields<'_>, role: &Role, head: Head) -> Result<Self, Refusal> {
        let Role::Locale(locale) = role else {
            return Err(Refusal::format(signed.file, "it is not that of a locale"));
        };
        let mut files = BTreeMap::new();
        for named in signed.object("targets")?.objects() {
            let (path, fields) = named?;
            let entry = FileEntry::read(path, &fields, locale)?;
            files.insert(entry.path.clone(), entry);
        }
        if let Some(collision) = collision(files.keys(), &[]) {
            return Err(Refusal::Path(collision.to_string()));
        }
        let coverage = read_coverage(&signed.object(OWN)?.object("coverage")?)?;
        Ok(Self { head, channel: channel(signed)?, locale: locale.clone(), files, coverage })
    }
}

fn coverage_json(coverage: &Coverage) -> Json {
    let count = |it: &Count| {
        Json::object([("units", Json::number(it.units)), ("words", Json::number(it.words))])
    };
    let counts = |counts: &BTreeMap<String, Count>| {
        Json::Object(counts.iter().map(|(name, it)| (name.clone(), count(it))).collect())
    };
    Json::Object(coverage.iter().map(|(name, it)| (name.clone(), counts(it))).collect())
}

fn read_coverage(fields: &Fields<'_>) -> Result<Coverage, Refusal> {
    let count = |named: Result<(&str, Fields<'_>), Refusal>| {
        let (name, it) = named?;
        let count = Count { units: it.number("units", 0)?, words: it.number("words", 0)? };
        Ok((name.to_owned(), count))
    };
    let counts = |named: Result<(&str, Fields<'_>), Refusal>| {
        let (name, it) = named?;
        Ok((name.to_owned(), it.objects().map(count).collect::<Result<_, Refusal>>()?))
    };
    fields.objects().map(counts).collect()
}
