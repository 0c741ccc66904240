//! Whether a term stands in a text in whatever form.

use std::collections::{HashMap, HashSet};

use aho_corasick::AhoCorasick;

use crate::Status;
use crate::language::{Language, is_telling};
use crate::token::{is_unspaced, words};

/// Looks for the parts of words that stay the same when words are inflected and compounded.
///
/// A term counts as present where such a part of each of its words stands anywhere in the text: words
/// of a term may be inflected, moved, and be parts of longer ones (`Hilfetelefonnummer`).
pub(crate) struct Presence {
    /// All parts; nothing where there are none.
    needles: Option<AhoCorasick>,
    /// Of each entry, the parts of each of its permitted terms.
    terms: Vec<Vec<Vec<u32>>>,
}

impl Presence {
    /// Makes ready for the terms of all entries, in order.
    pub(crate) fn new<'g>(
        entries: impl Iterator<Item = Vec<(Status, &'g str)>>,
        language: &Language,
    ) -> Self {
        let mut ids = HashMap::new();
        let mut parts = |term: &str| {
            let known = telling(term, language).into_iter().map(|needle| {
                let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
                *ids.entry(needle).or_insert(next)
            });
            known.collect::<Vec<u32>>()
        };
        let permitted = |terms: Vec<(Status, &'g str)>| {
            let terms = terms.into_iter().filter(|(status, _)| status.is_permitted());
            terms.map(|(_, term)| parts(term)).collect()
        };
        let terms = entries.map(permitted).collect();
        let mut needles: Vec<(String, u32)> = ids.into_iter().collect();
        needles.sort_by_key(|(_, id)| *id);
        let needles = needles.iter().map(|(needle, _)| needle);
        // It fails only beyond four thousand million states.
        let needles = AhoCorasick::new(needles).ok().filter(|it| it.patterns_len() > 0);
        Self { needles, terms }
    }

    /// The parts that stand in a loosened text.
    pub(crate) fn within(&self, text: &str) -> HashSet<u32> {
        let all = self.needles.iter().flat_map(|it| it.find_overlapping_iter(text));
        all.map(|it| it.pattern().as_u32()).collect()
    }

    /// Whether an entry has a permitted term.
    pub(crate) fn asks_for(&self, entry: usize) -> bool {
        self.terms.get(entry).is_some_and(|terms| !terms.is_empty())
    }

    /// Whether a permitted term of an entry stands in the text that the given parts stand in.
    pub(crate) fn of(&self, entry: usize, within: &HashSet<u32>) -> bool {
        let terms = self.terms.get(entry).map(Vec::as_slice).unwrap_or_default();
        terms.iter().any(|parts| parts.iter().all(|it| within.contains(it)))
    }
}

/// The parts of a term's words that stay the same. Words of one or two letters, which are articles and
/// prepositions most of the time, are left out where there are others.
fn telling(term: &str, language: &Language) -> Vec<String> {
    let words = words(term, language).into_iter().map(|it| &term[it]);
    let needles = words.map(|it| (is_unspaced(it), language.needle(it)));
    let all: Vec<(bool, String)> = needles.filter(|(_, needle)| !needle.is_empty()).collect();
    let tells = |(is_unspaced, needle): &(bool, String)| *is_unspaced || is_telling(needle);
    let any = all.iter().any(tells);
    all.into_iter().filter(|it| !any || tells(it)).map(|(_, needle)| needle).collect()
}
