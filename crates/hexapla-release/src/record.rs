//! The manifest on disk: version 1, JSON.

use std::collections::BTreeMap;

use hexapla_model::{Freshness, Timestamp};
use serde::Deserialize;

use crate::json::Json;
use crate::manifest::{Coverage, FileEntry, Manifest, ManifestError, UnitEntry};

const VERSION: u64 = 1;

const OBJECT: [char; 2] = ['{', '}'];
const ARRAY: [char; 2] = ['[', ']'];

#[derive(Deserialize)]
struct AnyManifest {
    version: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestV1 {
    version: u64,
    name: String,
    channel: String,
    as_of: String,
    coverage: Vec<CoverageV1>,
    files: BTreeMap<String, FileV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileV1 {
    locale: String,
    collection: String,
    length: u64,
    sha256: String,
    units: Vec<UnitV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitV1 {
    unit: String,
    language: String,
    freshness: String,
    state: String,
    #[serde(default)]
    changed_at: Option<String>,
    #[serde(default)]
    lines: Option<(usize, usize)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CoverageV1 {
    locale: String,
    collection: String,
    counts: BTreeMap<String, CountV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountV1 {
    units: usize,
    words: usize,
}

/// What is wrong, with nothing in it that a terminal would obey.
fn damaged(error: impl std::fmt::Display) -> ManifestError {
    const SHOWN: usize = 200;
    let text: String = error.to_string().chars().take(SHOWN).collect();
    ManifestError::Damaged(text.escape_debug().to_string())
}

/// A name that people are shown.
fn shown(name: String) -> Result<String, ManifestError> {
    require_shown(&name).map(|()| name)
}

/// Refuses a name that people cannot be shown.
pub(crate) fn require_shown(name: &str) -> Result<(), ManifestError> {
    match name.chars().any(char::is_control) {
        true => Err(damaged(format!("a control character in the name `{name}`"))),
        false => Ok(()),
    }
}

/// Reads a manifest of any known version.
pub(crate) fn read(bytes: &[u8]) -> Result<Manifest, ManifestError> {
    let record: ManifestV1 = serde_json::from_slice(bytes).map_err(|error| {
        match serde_json::from_slice::<AnyManifest>(bytes) {
            Ok(any) if any.version > VERSION => ManifestError::TooNew(any.version),
            _ => damaged(error),
        }
    })?;
    if record.version > VERSION {
        return Err(ManifestError::TooNew(record.version));
    }
    let mut files = BTreeMap::new();
    for (path, file) in record.files {
        files.insert(path.parse()?, file_entry(file)?);
    }
    Ok(Manifest {
        name: shown(record.name)?,
        channel: shown(record.channel)?,
        as_of: record.as_of.parse().map_err(damaged)?,
        files,
        coverage: record.coverage.into_iter().map(coverage).collect::<Result<_, _>>()?,
    })
}

fn file_entry(file: FileV1) -> Result<FileEntry, ManifestError> {
    Ok(FileEntry {
        locale: file.locale.parse().map_err(damaged)?,
        collection: shown(file.collection)?,
        length: file.length,
        sha256: file.sha256,
        units: file.units.into_iter().map(unit).collect::<Result<_, _>>()?,
    })
}

fn unit(unit: UnitV1) -> Result<UnitEntry, ManifestError> {
    let freshness = Freshness::ALL.into_iter().find(|it| it.as_str() == unit.freshness);
    let changed_at = unit.changed_at.map(|at| at.parse::<Timestamp>()).transpose();
    Ok(UnitEntry {
        language: unit.language.parse().map_err(damaged)?,
        freshness: freshness.ok_or_else(|| damaged(format!("freshness `{}`", unit.freshness)))?,
        state: unit.state.parse().map_err(damaged)?,
        changed_at: changed_at.map_err(damaged)?,
        lines: unit.lines,
        unit: shown(unit.unit)?.into(),
    })
}

fn coverage(coverage: CoverageV1) -> Result<Coverage, ManifestError> {
    let counts = coverage.counts.into_iter().map(|(name, it)| (name, (it.units, it.words)));
    Ok(Coverage {
        locale: coverage.locale.parse().map_err(damaged)?,
        collection: shown(coverage.collection)?,
        counts: counts.collect(),
    })
}

/// The bytes of a manifest: in one go, since to write it in pieces and join them takes as long, and
/// twice the memory.
pub(crate) fn write(manifest: &Manifest) -> Vec<u8> {
    let units = manifest.files.values().flat_map(|entry| &entry.units);
    let mut json = Json::with_capacity(units.map(common_length).sum());
    json.bracket(OBJECT, |json| {
        json.name("version");
        json.number(VERSION);
        for (name, text) in [("name", &manifest.name), ("channel", &manifest.channel)] {
            json.name(name);
            json.string(text);
        }
        json.name("as_of");
        json.string(&manifest.as_of.to_string());
        json.name("coverage");
        json.bracket(ARRAY, |json| {
            manifest.coverage.iter().for_each(|it| write_coverage(json, it));
        });
        json.name("files");
        json.bracket(OBJECT, |json| {
            for (path, entry) in &manifest.files {
                json.name(path.as_str());
                write_file(json, entry);
            }
        });
    });
    let mut bytes = json.into_text().into_bytes();
    bytes.push(b'\n');
    bytes
}

fn write_file(json: &mut Json, entry: &FileEntry) {
    json.bracket(OBJECT, |json| {
        json.name("locale");
        json.string(entry.locale.as_str());
        json.name("collection");
        json.string(&entry.collection);
        json.name("length");
        json.number(entry.length);
        json.name("sha256");
        json.string(&entry.sha256);
        json.name("units");
        json.bracket(ARRAY, |json| entry.units.iter().for_each(|it| write_unit(json, it)));
    });
}

/// How many bytes what is told of a unit commonly takes.
fn common_length(unit: &UnitEntry) -> usize {
    const UNIT: usize = 150;
    const LINES: usize = 70;
    UNIT + unit.unit.len() + if unit.lines.is_some() { LINES } else { 0 }
}

fn write_unit(json: &mut Json, unit: &UnitEntry) {
    json.item();
    json.bracket(OBJECT, |json| {
        json.name("unit");
        json.string(&unit.unit);
        json.name("language");
        json.string(unit.language.as_str());
        json.name("freshness");
        json.string(unit.freshness.as_str());
        json.name("state");
        json.string(unit.state.as_str());
        if let Some(at) = unit.changed_at {
            json.name("changed_at");
            json.string(&at.to_string());
        }
        if let Some((first, last)) = unit.lines {
            json.name("lines");
            json.bracket(ARRAY, |json| {
                for line in [first, last] {
                    json.item();
                    json.number(line as u64);
                }
            });
        }
    });
}

fn write_coverage(json: &mut Json, coverage: &Coverage) {
    json.item();
    json.bracket(OBJECT, |json| {
        json.name("locale");
        json.string(coverage.locale.as_str());
        json.name("collection");
        json.string(&coverage.collection);
        json.name("counts");
        json.bracket(OBJECT, |json| {
            for (name, &(units, words)) in &coverage.counts {
                json.name(name);
                json.bracket(OBJECT, |json| {
                    json.name("units");
                    json.number(units as u64);
                    json.name("words");
                    json.number(words as u64);
                });
            }
        });
    });
}
