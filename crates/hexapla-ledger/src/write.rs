//! Facts to a file.

use std::collections::BTreeMap;

use hexapla_model::{Fingerprint, Locale};

use crate::ballast::{LOOSE, laden};
use crate::fact::{Attested, Fact, FactId, Placed, Seen};
use crate::only::beginning;
use crate::record::to_line;

/// The longest line that is written, in bytes: a longer fact is split into several that say the
/// same.
pub(crate) const LONGEST_LINE: usize = 64 * 1024;

/// How many pairs or answers a line may hold so that it stays below [`LONGEST_LINE`] for keys of usual length.
const PARTS_A_LINE: usize = 400;

/// A new file of the ledger: an act, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActFile {
    /// Its name: the hash of its content.
    pub name: String,
    /// Its content: a line a fact, and ballast that makes it unlike every other file.
    pub bytes: Vec<u8>,
}

impl ActFile {
    /// The file of the given lines of facts.
    pub(crate) fn of(facts: Vec<u8>) -> Self {
        let bytes = laden(facts);
        Self { name: format!("{}.jsonl", hash(&bytes)), bytes }
    }
}

/// The files that record the given facts as one act: sorted, each once.
///
/// A locale of which there is much has a file of its own, which says so ([`crate::only()`]): who
/// asks of one need not read the others. The words behind fingerprints come first.
pub fn write(facts: &[Fact]) -> Vec<ActFile> {
    let lines = facts.iter().flat_map(|fact| {
        lines(fact).into_iter().map(|line| (line, fact.locale().map(Locale::to_string)))
    });
    let lines: BTreeMap<String, Option<String>> = lines.collect();
    files(lines.iter().map(|(line, locale)| (line.as_bytes(), locale.as_deref())))
}

/// The files of lines of facts, which are sorted, each with the locale that it is about.
pub(crate) fn files<'a>(
    lines: impl IntoIterator<Item = (&'a [u8], Option<&'a str>)>,
) -> Vec<ActFile> {
    let lines: Vec<(&[u8], Option<&str>)> = lines.into_iter().collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for (line, locale) in &lines {
        locale.map(|it| *sizes.entry(it).or_default() += line.len() + 1);
    }
    sizes.retain(|_, size| *size > LOOSE);
    let mut files: BTreeMap<Option<&str>, Vec<u8>> = BTreeMap::new();
    for (line, locale) in lines {
        let own = locale.filter(|it| sizes.contains_key(it));
        let bytes = files.entry(own).or_insert_with(|| own.map(beginning).unwrap_or_default());
        bytes.extend_from_slice(line);
        bytes.push(b'\n');
    }
    files.into_values().map(ActFile::of).collect()
}

/// From how many bytes on it pays to hash on all cores.
const LARGE: usize = 1024 * 1024;

/// The hash that names files and facts: 128 bits of BLAKE3, of bytes with LF line ends.
pub fn hash(bytes: &[u8]) -> FactId {
    let hash = match bytes.len() {
        ..LARGE => blake3::hash(bytes),
        _ => blake3::Hasher::new().update_rayon(bytes).finalize(),
    };
    Fingerprint::of_hash(&hash)
}

/// The lines that say a fact: mostly one.
///
/// A claim that holds many pairs and many answers becomes a line for each part of the one with
/// each part of the other, as any answer may be about any pair.
fn lines(fact: &Fact) -> Vec<String> {
    let line = to_line(fact);
    if line.len() <= LONGEST_LINE {
        return vec![line];
    }
    match fact {
        Fact::Attested(it) if it.answers.len() > PARTS_A_LINE => parts(&it.answers, |answers| {
            Fact::Attested(Attested { answers: answers.to_vec(), ..it.clone() })
        }),
        Fact::Attested(it) if it.pairs.len() > 1 => parts(&it.pairs, |pairs| {
            Fact::Attested(Attested { pairs: pairs.to_vec(), ..it.clone() })
        }),
        // The order between the parts is not on record: that of a page of so many blocks has to
        // be the source's.
        Fact::Placed(it) if it.pairs.len() > 1 => {
            parts(&it.pairs, |pairs| Fact::Placed(Placed { pairs: pairs.to_vec(), ..it.clone() }))
        }
        Fact::Seen(it) if it.sources.len() > 1 => parts(&it.sources, |sources| {
            Fact::Seen(Seen { sources: sources.to_vec(), ..it.clone() })
        }),
        _ => vec![line],
    }
}

/// The lines of a fact in parts, each with fewer of `all` than the whole.
fn parts<T>(all: &[T], fact: impl Fn(&[T]) -> Fact) -> Vec<String> {
    let size = PARTS_A_LINE.min(all.len().div_ceil(2));
    all.chunks(size).flat_map(|part| lines(&fact(part))).collect()
}
