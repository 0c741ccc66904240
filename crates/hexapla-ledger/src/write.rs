//! Facts to a file.

use hexapla_model::Fingerprint;

use crate::fact::{Attested, Fact, FactId, Seen};
use crate::record::to_line;

/// The longest line that is written, in bytes: a longer fact is split into several that say the
/// same.
pub(crate) const LONGEST_LINE: usize = 64 * 1024;

/// How many pairs a line may hold so that it stays below [`LONGEST_LINE`] for keys of usual length.
const PAIRS_A_LINE: usize = 400;

/// A new file of the ledger: one act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActFile {
    /// Its name: the hash of its content.
    pub name: String,
    /// Its content: a line a fact.
    pub bytes: Vec<u8>,
}

impl ActFile {
    /// The file of the given content.
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
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

/// The hash that names files and facts: of bytes with LF line ends.
pub(crate) fn hash(bytes: &[u8]) -> FactId {
    let mut hash = [0; 16];
    blake3::Hasher::new().update(bytes).finalize_xof().fill(&mut hash);
    Fingerprint::from_bytes(hash)
}

/// The lines that say a fact: mostly one.
fn lines(fact: &Fact) -> Vec<String> {
    let line = to_line(fact);
    if line.len() <= LONGEST_LINE {
        return vec![line];
    }
    match fact {
        Fact::Attested(attested) if attested.pairs.len() > 1 => attested
            .pairs
            .chunks(chunk(attested.pairs.len()))
            .flat_map(|pairs| {
                lines(&Fact::Attested(Attested { pairs: pairs.to_vec(), ..attested.clone() }))
            })
            .collect(),
        Fact::Seen(seen) if seen.sources.len() > 1 => seen
            .sources
            .chunks(chunk(seen.sources.len()))
            .flat_map(|sources| {
                lines(&Fact::Seen(Seen { sources: sources.to_vec(), ..seen.clone() }))
            })
            .collect(),
        _ => vec![line],
    }
}

/// How many of `count` pairs go into one line, always fewer than all.
fn chunk(count: usize) -> usize {
    PAIRS_A_LINE.min(count.div_ceil(2))
}
