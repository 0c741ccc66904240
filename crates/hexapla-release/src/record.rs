//! The manifest on disk: version 2, JSON.

use std::collections::BTreeMap;

use hexapla_model::Freshness;
use serde::{Deserialize, Serialize};

use crate::manifest::{Coverage, FileEntry, Manifest, ManifestError};

const VERSION: u64 = 2;

#[derive(Deserialize)]
struct AnyManifest {
    version: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestV2 {
    version: u64,
    name: String,
    channels: Vec<String>,
    as_of: String,
    coverage: Vec<CoverageV2>,
    files: BTreeMap<String, FileV2>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileV2 {
    locale: String,
    collection: String,
    length: u64,
    sha256: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CoverageV2 {
    locale: String,
    collection: String,
    counts: BTreeMap<String, CountV2>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CountV2 {
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

/// Reads a manifest.
pub(crate) fn read(bytes: &[u8]) -> Result<Manifest, ManifestError> {
    let record: ManifestV2 = serde_json::from_slice(bytes).map_err(|error| {
        match serde_json::from_slice::<AnyManifest>(bytes) {
            Ok(any) if any.version != VERSION => ManifestError::Version(any.version, VERSION),
            _ => damaged(error),
        }
    })?;
    if record.version != VERSION {
        return Err(ManifestError::Version(record.version, VERSION));
    }
    let mut files = BTreeMap::new();
    for (path, file) in record.files {
        files.insert(path.parse()?, file_entry(file)?);
    }
    Ok(Manifest {
        name: shown(record.name)?,
        channels: record.channels.into_iter().map(shown).collect::<Result<_, _>>()?,
        as_of: record.as_of.parse().map_err(damaged)?,
        files,
        coverage: record.coverage.into_iter().map(coverage).collect::<Result<_, _>>()?,
    })
}

fn file_entry(file: FileV2) -> Result<FileEntry, ManifestError> {
    Ok(FileEntry {
        locale: file.locale.parse().map_err(damaged)?,
        collection: shown(file.collection)?,
        length: file.length,
        sha256: shown(file.sha256)?,
    })
}

fn coverage(coverage: CoverageV2) -> Result<Coverage, ManifestError> {
    let known = |name: &str| {
        name == Coverage::OUT_OF_ORDER || Freshness::ALL.iter().any(|it| it.as_str() == name)
    };
    if let Some(name) = coverage.counts.keys().find(|name| !known(name)) {
        return Err(damaged(format!("freshness `{name}`")));
    }
    let counts = coverage.counts.into_iter().map(|(name, it)| (name, (it.units, it.words)));
    Ok(Coverage {
        locale: coverage.locale.parse().map_err(damaged)?,
        collection: shown(coverage.collection)?,
        counts: counts.collect(),
    })
}

/// The bytes of a manifest.
pub(crate) fn write(manifest: &Manifest) -> Vec<u8> {
    let file = |(path, entry): (&crate::ReleasePath, &FileEntry)| {
        let record = FileV2 {
            locale: entry.locale.to_string(),
            collection: entry.collection.clone(),
            length: entry.length,
            sha256: entry.sha256.clone(),
        };
        (path.to_string(), record)
    };
    let counts = |(name, &(units, words)): (&String, &(usize, usize))| {
        (name.clone(), CountV2 { units, words })
    };
    let coverage = |it: &Coverage| CoverageV2 {
        locale: it.locale.to_string(),
        collection: it.collection.clone(),
        counts: it.counts.iter().map(counts).collect(),
    };
    let record = ManifestV2 {
        version: VERSION,
        name: manifest.name.clone(),
        channels: manifest.channels.clone(),
        as_of: manifest.as_of.to_string(),
        coverage: manifest.coverage.iter().map(coverage).collect(),
        files: manifest.files.iter().map(file).collect(),
    };
    // Text and numbers under names can always be written.
    let mut bytes = serde_json::to_vec_pretty(&record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
