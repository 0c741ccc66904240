//! Facts to a file.

use hexapla_model::Fingerprint;

use crate::ballast::laden;
use crate::fact::{Attested, Fact, FactId, Placed, Seen};
use crate::record::to_line;

/// The longest line that is written, in bytes: a longer fact is split into several that say the
/// same.
pub(crate) const LONGEST_LINE: usize = 64 * 1024;

/// How many pairs or answers a line may hold so that it stays below [`LONGEST_LINE`] for keys of usual length.
const PARTS_A_LINE: usize = 400;

/// A new file of the ledger: one act.
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

/// The file that records the given facts as one act: sorted, each once.
pub fn write(facts: &[Fact]) -> ActFile {
    let mut lines: Vec<String> = facts.iter().flat_map(lines).collect();
    lines.sort();
    lines.dedup();
    let mut bytes = lines.join("\n").into_bytes();
    bytes.push(b'\n');
    ActFile::of(bytes)
}

/// From how many bytes on it pays to hash on all cores.
const LARGE: usize = 1024 * 1024;

/// The hash that names files and facts: 128 bits of BLAKE3, of bytes with LF line ends.
pub fn hash(bytes: &[u8]) -> FactId {
    let mut hash = [0; 16];
    let mut hasher = blake3::Hasher::new();
    if bytes.len() < LARGE {
        hasher.update(bytes)
    } else {
        hasher.update_rayon(bytes)
    };
    hasher.finalize_xof().fill(&mut hash);
    Fingerprint::from_bytes(hash)
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
