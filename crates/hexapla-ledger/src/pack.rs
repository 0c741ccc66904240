//! Many small files into few large ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::fact::Fact;
use crate::read::lines;
use crate::record::from_line;
use crate::write::ActFile;

/// What packing does: the new files, and the files they take the place of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packing {
    /// Files to write, before any is removed.
    pub write: Vec<ActFile>,
    /// Names of files whose every line stands in one of the written.
    pub remove: Vec<String>,
}

/// Packs the small files of a ledger, locale by locale.
///
/// Lines are copied byte for byte, each once. A pack takes the place only of files that are
/// smaller than 2/5 of it: git takes a removed file for renamed to a new one when half of the
/// larger is alike, and two branches that both packed would then conflict.
///
/// A file with a line that cannot be read stays as it is.
pub fn pack(files: &[(String, Vec<u8>)]) -> Packing {
    let mut by_locale: BTreeMap<String, Vec<&(String, Vec<u8>)>> = BTreeMap::new();
    for file in files {
        if let Some(locale) = locale(&file.1) {
            by_locale.entry(locale).or_default().push(file);
        }
    }
    let mut packing = Packing::default();
    for (_, files) in by_locale {
        pack_one(files, &mut packing);
    }
    packing.remove.sort();
    packing
}

fn pack_one(mut files: Vec<&(String, Vec<u8>)>, packing: &mut Packing) {
    files.sort_by_key(|(name, bytes)| (bytes.len(), name.clone()));
    let count = packable(&files);
    if count < 2 {
        return;
    }
    let content: BTreeSet<&[u8]> = files[..count].iter().flat_map(|file| content(file)).collect();
    packing.write.push(ActFile::of(
        content.into_iter().flat_map(|line| [line, b"\n"]).flatten().copied().collect(),
    ));
    packing.remove.extend(files[..count].iter().map(|(name, _)| name.clone()));
}

/// How many of the files, smallest first, can go into one pack.
fn packable(files: &[&(String, Vec<u8>)]) -> usize {
    let mut known = BTreeSet::new();
    let (mut size, mut count) = (0, 0);
    for (index, file) in files.iter().enumerate() {
        let fresh = content(file).filter(|line| known.insert(*line));
        size += fresh.map(|line| line.len() + 1).sum::<usize>();
        if file.1.len() * 5 < size * 2 {
            count = index + 1;
        }
    }
    count
}

fn content((_, bytes): &(String, Vec<u8>)) -> impl Iterator<Item = &[u8]> {
    lines(bytes).map(|(_, line)| line)
}

/// The locale that all facts of a file are about, `""` where they are of several or of none;
/// nothing where a line cannot be read.
fn locale(bytes: &[u8]) -> Option<String> {
    let mut locales = BTreeSet::new();
    for (_, line) in lines(bytes) {
        let fact = from_line(std::str::from_utf8(line).ok()?).ok()?;
        locales.insert(match fact {
            Fact::Attested(fact) => fact.locale.to_string(),
            Fact::Reopened(fact) => fact.locale.to_string(),
            Fact::Proposed(fact) => fact.locale.to_string(),
            Fact::StillValid(fact) => fact.locale.map(|it| it.to_string()).unwrap_or_default(),
            _ => continue,
        });
    }
    match locales.len() {
        1 => locales.pop_first(),
        _ => Some(String::new()),
    }
}
