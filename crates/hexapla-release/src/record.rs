//! The manifest on disk: version 1, JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::manifest::{Coverage, FileEntry, Manifest, ManifestError, UnitEntry};
use hexapla_model::{Freshness, Timestamp};

const VERSION: u64 = 1;

#[derive(Deserialize)]
struct AnyManifest {
    version: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestV1 {
    version: u64,
    name: String,
    channel: String,
    as_of: String,
    coverage: Vec<CoverageV1>,
    files: BTreeMap<String, FileV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileV1 {
    locale: String,
    collection: String,
    length: u64,
    sha256: String,
    units: Vec<UnitV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitV1 {
    unit: String,
    language: String,
    freshness: String,
    state: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changed_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lines: Option<(usize, usize)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CoverageV1 {
    locale: String,
    collection: String,
    counts: BTreeMap<String, CountV1>,
}

#[derive(Serialize, Deserialize)]
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
    match name.chars().any(char::is_control) {
        true => Err(damaged(format!("a control character in the name `{name}`"))),
        false => Ok(name),
    }
}

/// Reads a manifest of any known version.
pub(crate) fn read(bytes: &[u8]) -> Result<Manifest, ManifestError> {
    let any: AnyManifest = serde_json::from_slice(bytes).map_err(damaged)?;
    if any.version > VERSION {
        return Err(ManifestError::TooNew(any.version));
    }
    let record: ManifestV1 = serde_json::from_slice(bytes).map_err(damaged)?;
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
        unit: shown(unit.unit)?,
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

/// The bytes of a manifest.
pub(crate) fn write(manifest: &Manifest) -> Vec<u8> {
    let file = |entry: &FileEntry| FileV1 {
        locale: entry.locale.to_string(),
        collection: entry.collection.clone(),
        length: entry.length,
        sha256: entry.sha256.clone(),
        units: entry.units.iter().map(unit_record).collect(),
    };
    let record = ManifestV1 {
        version: VERSION,
        name: manifest.name.clone(),
        channel: manifest.channel.clone(),
        as_of: manifest.as_of.to_string(),
        coverage: manifest.coverage.iter().map(coverage_record).collect(),
        files: manifest.files.iter().map(|(path, it)| (path.to_string(), file(it))).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn unit_record(unit: &UnitEntry) -> UnitV1 {
    UnitV1 {
        unit: unit.unit.clone(),
        language: unit.language.to_string(),
        freshness: unit.freshness.to_string(),
        state: unit.state.to_string(),
        changed_at: unit.changed_at.map(|at| at.to_string()),
        lines: unit.lines,
    }
}

fn coverage_record(coverage: &Coverage) -> CoverageV1 {
    let count = |&(units, words): &(usize, usize)| CountV1 { units, words };
    CoverageV1 {
        locale: coverage.locale.to_string(),
        collection: coverage.collection.clone(),
        counts: coverage.counts.iter().map(|(name, it)| (name.clone(), count(it))).collect(),
    }
}
