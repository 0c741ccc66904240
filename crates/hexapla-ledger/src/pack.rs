//! Many small files into few large ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::ballast::LOOSE;
use crate::read::{fact, is_whole, lines};
use crate::write::{self, ActFile};

/// What packing does: the new files, and the files they take the place of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packing {
    /// Files to write, before any is removed.
    pub write: Vec<ActFile>,
    /// Names of files whose every fact stands in one of the written.
    pub remove: Vec<String>,
}

/// Packs the loose files of a ledger, locale by locale.
///
/// Lines are copied byte for byte, each once. What is much about one locale becomes a file of that
/// locale only, beside one of everything else. Only a file that is more ballast than facts is ever
/// removed, so that git never takes it for renamed; a pack of more than 16 KiB has no ballast, and
/// stays. Until then a pack takes the place only of files that hold less than 2/5 of its facts, so
/// that no fact is copied often.
///
/// A file that is not whole stays as it is.
pub fn pack(files: &[(String, Vec<u8>)]) -> Packing {
    let mut by_locale: BTreeMap<String, Vec<Loose<'_>>> = BTreeMap::new();
    for (name, bytes) in files {
        if let Some((locale, file)) = Loose::read(name, bytes) {
            by_locale.entry(locale).or_default().push(file);
        }
    }
    let mut packing = Packing::default();
    for (_, files) in by_locale {
        pack_one(files, &mut packing);
    }
    packing.remove.retain(|name| packing.write.iter().all(|it| it.name != *name));
    packing.remove.sort();
    packing
}

fn pack_one(mut files: Vec<Loose<'_>>, packing: &mut Packing) {
    files.sort_by_key(|file| (file.size, file.name));
    files.truncate(packable(&files));
    if files.len() < 2 {
        return;
    }
    let lines = files.iter().flat_map(|file| &file.facts);
    let lines: BTreeMap<&[u8], Option<&str>> =
        lines.map(|it| (it.line, it.locale.as_deref())).collect();
    packing.write.extend(write::files(lines));
    packing.remove.extend(files.iter().map(|file| file.name.to_owned()));
}

/// How many of the files, smallest first, can go into one pack.
fn packable(files: &[Loose<'_>]) -> usize {
    let mut known = BTreeSet::new();
    let (mut size, mut count) = (0, 0);
    for (index, file) in files.iter().enumerate() {
        let fresh = file.facts.iter().filter(|it| known.insert(it.line));
        size += fresh.map(|it| it.line.len() + 1).sum::<usize>();
        if file.size * 5 < size * 2 {
            count = index + 1;
        }
    }
    count
}

/// A file that may be removed.
struct Loose<'a> {
    name: &'a str,
    facts: Vec<Said<'a>>,
    /// How many bytes its facts take.
    size: usize,
}

/// A fact.
struct Said<'a> {
    /// Its line, without line end.
    line: &'a [u8],
    /// The locale that it is about.
    locale: Option<String>,
}

impl<'a> Loose<'a> {
    /// The file, and the locale that all of its facts are about: `""` where they are of several or
    /// of none. Nothing where it must stay.
    fn read(name: &'a str, bytes: &'a [u8]) -> Option<(String, Self)> {
        if bytes.len() > LOOSE * 3 || !is_whole(name, bytes) {
            return None;
        }
        let mut file = Self { name, facts: Vec::new(), size: 0 };
        let mut ballast = 0;
        for (_, line) in lines(bytes) {
            match fact(line, None).ok()? {
                Some((_, fact)) => {
                    file.size += line.len() + 1;
                    file.facts.push(Said { line, locale: fact.locale().map(ToString::to_string) });
                }
                None => ballast += line.len() + 1,
            }
        }
        let mut locales: BTreeSet<String> =
            file.facts.iter().filter_map(|it| it.locale.clone()).collect();
        let only = locales.pop_first().filter(|_| locales.is_empty());
        (ballast > file.size).then(|| (only.unwrap_or_default(), file))
    }
}
