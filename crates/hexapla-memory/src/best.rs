//! The best of what was found.

use std::cmp::{Ordering, Reverse};
use std::ops::Range;

use hexapla_model::{State, Timestamp};

use crate::{Kind, Origin};

/// A translation that was found. What is less is better; the fields decide in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found<'m> {
    pub(crate) kind: Kind,
    pub(crate) score: Reverse<u8>,
    pub(crate) state: Reverse<Option<State>>,
    pub(crate) distance: u8,
    pub(crate) when: Reverse<Option<Timestamp>>,
    pub(crate) source: &'m str,
    pub(crate) target: &'m str,
    pub(crate) origin: Origin<'m>,
    /// The codes of the source.
    pub(crate) codes: &'m [Range<usize>],
}

impl Ord for Found<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |it: &Self| (it.kind, it.score, it.state, it.distance, it.when);
        let texts = |it: &Self| (it.source, it.target, it.origin);
        let codes = |it: &Self| it.codes.iter().map(|span| (span.start, span.end));
        rank(self)
            .cmp(&rank(other))
            .then_with(|| texts(self).cmp(&texts(other)))
            .then_with(|| codes(self).cmp(codes(other)))
    }
}

impl PartialOrd for Found<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The best translations so far, best first, each text once.
#[derive(Debug)]
pub(crate) struct Best<'m> {
    limit: usize,
    found: Vec<Found<'m>>,
}

impl<'m> Best<'m> {
    /// None yet, of at most so many.
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, found: Vec::with_capacity(limit + 1) }
    }

    /// Takes in a translation where it is among the best.
    pub(crate) fn offer(&mut self, found: Found<'m>) {
        if self.is_full() && self.found.last().is_some_and(|last| *last <= found) {
            return;
        }
        match self.found.iter().position(|it| it.target == found.target) {
            Some(at) if self.found.get(at).is_some_and(|it| *it <= found) => return,
            Some(at) => drop(self.found.remove(at)),
            None => {}
        }
        let at = self.found.partition_point(|it| *it < found);
        self.found.insert(at, found);
        self.found.truncate(self.limit);
    }

    /// The least score that a text still has to have for its translations to be among the best.
    pub(crate) fn least(&self) -> u8 {
        match self.found.last() {
            Some(last) if self.is_full() && last.kind == Kind::Fuzzy => last.score.0,
            Some(_) if self.is_full() => 100,
            _ => 0,
        }
    }

    fn is_full(&self) -> bool {
        self.found.len() >= self.limit
    }

    /// The translations, best first.
    pub(crate) fn into_found(self) -> Vec<Found<'m>> {
        self.found
    }
}
