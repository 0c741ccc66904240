//! Terms by the stems of their words.

use std::collections::HashMap;
use std::ops::Range;

use crate::language::Language;
use crate::leaf::{Leaf, Word};
use crate::reading::Reading;
use crate::token::tokens;
use crate::{Status, limits};

/// Finds terms of one locale in a text by walking along its stems.
#[derive(Default)]
pub(crate) struct Trie {
    symbols: HashMap<String, u32>,
    /// From a node by a symbol to the next; the first node is 0.
    edges: HashMap<(u32, u32), u32>,
    /// The terms that end in each node.
    ends: Vec<Vec<Leaf>>,
}

/// A place where one or more terms stand.
pub(crate) struct Found<'a> {
    /// The first of its tokens, and the one behind the last.
    pub(crate) tokens: Range<usize>,
    /// The terms; several where they have the same words.
    pub(crate) leaves: Vec<&'a Leaf>,
}

impl Trie {
    /// Adds a term of an entry. One without words is found nowhere.
    pub(crate) fn add(
        &mut self,
        term: &str,
        language: &Language,
        (entry, status): (usize, Status),
        case_sensitive: bool,
    ) {
        let words: Vec<&str> =
            tokens(term, language).into_iter().map(|it| &term[it.span]).collect();
        if words.is_empty() {
            return;
        }
        let mut node = 0;
        for word in &words {
            let next = u32::try_from(self.symbols.len()).unwrap_or(u32::MAX);
            let symbol = *self.symbols.entry(language.stem(word)).or_insert(next);
            let next = u32::try_from(self.edges.len()).unwrap_or(u32::MAX).saturating_add(1);
            node = *self.edges.entry((node, symbol)).or_insert(next);
        }
        let node = node as usize;
        if self.ends.len() <= node {
            self.ends.resize_with(node + 1, Vec::new);
        }
        if self.ends[node].len() < limits::HOMOGRAPHS {
            let words = words.iter().map(|it| Word::new(it, language)).collect();
            self.ends[node].push(Leaf { entry, status, words, case_sensitive });
        }
    }

    /// Whether no term was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }

    /// What stands for a stem, where a term has it.
    pub(crate) fn symbol(&self, stem: &str) -> Option<u32> {
        self.symbols.get(stem).copied()
    }

    /// The terms in a text, from left to right, the longest at each place, none over another.
    ///
    /// From each token on, at most as many are looked at as the longest term has.
    pub(crate) fn find(&self, reading: &Reading<'_>) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < reading.tokens.len() {
            match self.longest(reading, at) {
                Some(term) => {
                    at = term.tokens.end;
                    found.push(term);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest term that begins with a token.
    fn longest(&self, reading: &Reading<'_>, start: usize) -> Option<Found<'_>> {
        if !reading.tokens[start].begins {
            return None;
        }
        let mut node = 0;
        let mut ends = Vec::new();
        for (at, token) in reading.tokens.iter().enumerate().skip(start) {
            let symbol = reading.form(at).map(|it| it.symbol);
            let Some(next) = symbol.and_then(|it| self.edges.get(&(node, it))) else { break };
            node = *next;
            let leaves = self.ends.get(node as usize).filter(|it| !it.is_empty() && token.ends);
            ends.extend(leaves.map(|it| (at + 1, it)));
        }
        ends.into_iter().rev().find_map(|(end, leaves)| {
            let fits = |leaf: &&Leaf| leaf.fits(reading, start);
            let leaves: Vec<&Leaf> = leaves.iter().filter(fits).collect();
            (!leaves.is_empty()).then_some(Found { tokens: start..end, leaves })
        })
    }
}
