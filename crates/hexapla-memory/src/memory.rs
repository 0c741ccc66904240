//! Translations, and finding them.

use std::cmp::Reverse;
use std::ops::Range;

use crate::asked::{Alike, Asked};
use crate::best::{Best, Found};
use crate::index::Index;
use crate::origin::{Kept, Origins};
use crate::query::MOST_MATCHES;
use crate::texts::{TextId, Texts};
use crate::{Coded, Match, Query, penalty};

/// The translations of one locale, and of related ones, by the texts that they translate.
///
/// It is filled by a [`Builder`](crate::Builder) and does not change. The same translations in another
/// order give the same answers.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    pub(crate) texts: Texts,
    pub(crate) origins: Origins,
    pub(crate) sources: Vec<Source>,
    pub(crate) codes: Vec<Range<usize>>,
    /// Those of one shape together, and of these those of one source.
    pub(crate) pairs: Vec<Pair>,
    /// In order of their lengths.
    pub(crate) shapes: Vec<Shape>,
    pub(crate) index: Index,
}

/// A text that was translated.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) text: TextId,
    pub(crate) shape: TextId,
    /// Of the shape, in characters.
    pub(crate) length: u32,
    /// Where its codes are in [`Memory::codes`].
    pub(crate) codes: Range<u32>,
}

/// A translation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    /// The place in [`Memory::sources`].
    pub(crate) source: u32,
    pub(crate) target: TextId,
    pub(crate) origin: Kept,
    pub(crate) previous: Option<TextId>,
    pub(crate) next: Option<TextId>,
}

/// A shape that sources have in common.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) text: TextId,
    /// In characters.
    pub(crate) length: u32,
    /// Where its translations begin in [`Memory::pairs`].
    pub(crate) pairs: u32,
}

impl Memory {
    /// How many translations it holds.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Bytes of the texts that it holds, each once.
    pub fn text_bytes(&self) -> usize {
        self.texts.len()
    }

    /// Bytes that it takes beyond the texts; names of resources, people and locales not counted.
    pub fn other_bytes(&self) -> usize {
        self.texts.overhead()
            + self.sources.capacity() * size_of::<Source>()
            + self.codes.capacity() * size_of::<Range<usize>>()
            + self.pairs.capacity() * size_of::<Pair>()
            + self.shapes.capacity() * size_of::<Shape>()
            + self.index.bytes()
    }

    /// Gives back memory that is not used.
    pub(crate) fn shrink(&mut self) {
        self.sources.shrink_to_fit();
        self.codes.shrink_to_fit();
        self.pairs.shrink_to_fit();
        self.shapes.shrink_to_fit();
    }

    /// The best translations of texts like the one that is asked for, best first, each translation once.
    ///
    /// First those of the same text at the same place, then of the same text, then of the most alike; of
    /// equal score first those of higher state, of the ledger before imported and related, newer before
    /// older, and at last by their texts. A text of fewer than three words has to be 80 % alike, one
    /// without letters the same, and so one of more than 2,000 characters.
    pub fn matches(&self, query: &Query<'_>) -> Vec<Match<'_>> {
        let asked = Asked::of(query);
        let limit = query.limit.min(MOST_MATCHES);
        if limit == 0 || asked.shape.is_empty() {
            return Vec::new();
        }
        let mut best = Best::new(limit);
        self.index.search(
            &asked.shape,
            asked.least_alike(),
            |at| self.shape(at),
            |at, score| {
                self.offer(&asked, at, score, &mut best);
                best.least()
            },
        );
        best.into_found().into_iter().map(|found| asked.matched(&found)).collect()
    }

    /// The text of a shape.
    fn shape(&self, at: usize) -> &str {
        self.shapes.get(at).map_or("", |shape| self.texts.get(shape.text))
    }

    /// Offers the translations of a shape, which has that score.
    fn offer<'m>(&'m self, asked: &Asked<'_>, at: usize, score: u8, best: &mut Best<'m>) {
        let start =
            |at: usize| self.shapes.get(at).map_or(self.pairs.len(), |it| it.pairs as usize);
        let pairs = self.pairs.get(start(at)..start(at + 1)).unwrap_or_default();
        for pairs in pairs.chunk_by(|a, b| a.source == b.source) {
            let Some(source) = pairs.first().and_then(|pair| self.source(pair.source)) else {
                continue;
            };
            let alike = asked.alike(&source, score);
            let found = pairs.iter().filter_map(|pair| self.found(asked, &source, &alike, pair));
            found.for_each(|found| best.offer(found));
        }
    }

    /// A text that was translated, with its codes.
    fn source(&self, at: u32) -> Option<Coded<'_>> {
        let source = self.sources.get(at as usize)?;
        let codes = source.codes.start as usize..source.codes.end as usize;
        Some(Coded { text: self.texts.get(source.text), codes: self.codes.get(codes)? })
    }

    /// The translation, where it scores enough.
    fn found<'m>(
        &'m self,
        asked: &Asked<'_>,
        source: &Coded<'m>,
        alike: &Alike,
        pair: &Pair,
    ) -> Option<Found<'m>> {
        let origin = self.origins.origin(&pair.origin, &self.texts)?;
        let text = |id: Option<TextId>| id.map(|id| self.texts.get(id));
        let kind = asked.kind(alike, &origin, text(pair.previous), text(pair.next));
        let score = alike.score.saturating_sub(penalty::of_origin(&origin));
        (score >= asked.least(kind)).then(|| Found {
            kind,
            score: Reverse(score),
            state: Reverse(origin.state()),
            distance: origin.distance(),
            when: Reverse(origin.when()),
            source: source.text,
            target: self.texts.get(pair.target),
            origin,
            codes: source.codes,
        })
    }
}
