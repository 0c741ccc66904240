//! Every format with real content: what mozilla.org and OpenTelemetry say in several languages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use hexapla_exchange::{Exchange, ExchangeFile, Format, Segment, Text, read, write};
use hexapla_formats::{FieldRules, Format as Content, extract};
use hexapla_model::{Freshness, State, Unit};

fn corpus(name: &str) -> PathBuf {
    let folder = std::env::var_os("HEXAPLA_CORPORA").expect("HEXAPLA_CORPORA names a folder");
    Path::new(&folder).join(name)
}

/// The files below `folder` whose names end in `.extension`, by their paths in it.
fn files(folder: &Path, extension: &str) -> BTreeMap<String, Vec<u8>> {
    let mut open = vec![folder.to_owned()];
    let mut found = BTreeMap::new();
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                let name = path.strip_prefix(folder).expect("below it").display().to_string();
                found.insert(name, std::fs::read(path).expect("a file"));
            }
        }
    }
    found
}

fn units(format: Content, bytes: &[u8]) -> Vec<Unit> {
    extract(format, bytes, &FieldRules::default()).units
}

fn segment(name: String, unit: &Unit, target: Option<&Unit>) -> Segment {
    let target = target.filter(|it| !it.text.is_empty());
    Segment {
        unit: name,
        fingerprint: unit.fingerprint,
        source: Text::of(unit),
        target: target.map(Text::of),
        was: None,
        state: if target.is_some() { State::Translated } else { State::Initial },
        freshness: if target.is_some() { Freshness::Current } else { Freshness::Missing },
        notes: unit.comment.iter().cloned().collect(),
        max_length: None,
    }
}

/// Messages of a locale with the German ones, by their names.
fn messages() -> Exchange {
    let folder = corpus("www-l10n");
    let german = files(&folder.join("de"), "ftl");
    let file = |(path, bytes): (String, Vec<u8>)| {
        let targets: BTreeMap<String, Unit> = german
            .get(&path)
            .map(|bytes| units(Content::Fluent, bytes))
            .unwrap_or_default()
            .into_iter()
            .filter_map(|unit| Some((unit.key.as_ref()?.to_string(), unit)))
            .collect();
        let mut segments = BTreeMap::new();
        for unit in units(Content::Fluent, &bytes) {
            let Some(key) = unit.key.as_ref().map(ToString::to_string) else { continue };
            segments
                .entry(key.clone())
                .or_insert_with(|| segment(key.clone(), &unit, targets.get(&key)));
        }
        ExchangeFile {
            resource: format!("www/{path}").parse().expect("a name"),
            segments: segments.into_values().collect(),
        }
    };
    let sources = files(&folder.join("fr"), "ftl").into_iter().map(file);
    exchange("fr", "de", sources.collect())
}

/// Pages, each block a translation of itself.
fn pages() -> Exchange {
    let file = |(path, bytes): (String, Vec<u8>)| {
        let units = units(Content::Markdown, &bytes);
        let named = units.iter().enumerate();
        ExchangeFile {
            resource: format!("pages/{path}").parse().expect("a name"),
            segments: named
                .map(|(at, unit)| {
                    segment(format!("{}-{at}", unit.fingerprint.short()), unit, Some(unit))
                })
                .collect(),
        }
    };
    exchange("en", "es", files(&corpus("otel-docs"), "md").into_iter().map(file).collect())
}

fn exchange(source: &str, target: &str, mut files: Vec<ExchangeFile>) -> Exchange {
    files.retain(|file| !file.segments.is_empty());
    Exchange {
        source: source.parse().expect("a tag"),
        target: target.parse().expect("a tag"),
        files,
    }
}

fn all_formats(name: &str, exchange: &Exchange) {
    let count: usize = exchange.files.iter().map(|file| file.segments.len()).sum();
    assert!(count > 1_000, "{count}");
    for format in Format::ALL {
        let start = Instant::now();
        let bytes = write(exchange, format).expect("it fits");
        let written = start.elapsed();
        let back = read(&bytes, None).expect("it reads");
        let whole = exchange.clone();
        let whole = if format.carries_codes() { whole } else { whole.flattened() };
        assert!(back == whole, "{format}");
        let read = start.elapsed() - written;
        println!("{name} {format}: {count} segments, {} bytes, {written:?}, {read:?}", bytes.len());
    }
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn messages_read_back() {
    all_formats("messages", &messages());
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn pages_read_back() {
    all_formats("pages", &pages());
}
