//! What is paired: mostly single blocks, and runs of blocks that the ledger knows as one group.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use hexapla_ledger::Claims;
use hexapla_model::{Fingerprint, Group, Unit};

/// One or more neighbouring blocks that are paired as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// The blocks, by their place.
    pub(super) blocks: Range<usize>,
    /// Their fingerprints.
    pub(super) group: Group,
}

/// The groups of several blocks that the ledger knows, by their first member.
pub(super) type Known = BTreeMap<Fingerprint, BTreeSet<Group>>;

/// The groups of several blocks on either side.
#[derive(Default)]
pub(super) struct Groups {
    pub(super) sources: Known,
    pub(super) targets: Known,
}

impl Groups {
    pub(super) fn of(claims: &Claims) -> Self {
        let mut groups = Self::default();
        for (pair, _) in claims.iter().filter(|(pair, _)| pair.key.is_none()) {
            remember(&mut groups.sources, &pair.source);
            remember(&mut groups.targets, &pair.target);
        }
        groups
    }
}

fn remember(known: &mut Known, group: &Group) {
    if let [first, _, ..] = group.members() {
        known.entry(*first).or_default().insert(group.clone());
    }
}

/// The blocks as elements; where a run of blocks is a known group, the longest one is taken.
pub(super) fn elements(blocks: &[&Unit], known: &Known) -> Vec<Element> {
    let mut elements = Vec::with_capacity(blocks.len());
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let group = longest(&blocks[at..], known.get(&block.fingerprint))
            .unwrap_or_else(|| block.fingerprint.into());
        let end = at + group.members().len();
        elements.push(Element { blocks: at..end, group });
        at = end;
    }
    elements
}

fn longest(blocks: &[&Unit], known: Option<&BTreeSet<Group>>) -> Option<Group> {
    let stands = |group: &&Group| {
        let members = group.members();
        members.len() <= blocks.len()
            && members.iter().zip(blocks).all(|(member, block)| *member == block.fingerprint)
    };
    known?.iter().filter(stands).max_by_key(|group| group.members().len()).cloned()
}
