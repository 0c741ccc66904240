//! Filling a memory.

use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use hashbrown::HashTable;

use crate::index::Index;
use crate::memory::{Memory, Pair, Shape, Source};
use crate::origin::Origins;
use crate::shape::shape;
use crate::texts::{Interner, TextId};
use crate::{Coded, Entry};

/// Puts a [`Memory`] together.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    texts: Interner,
    origins: Origins,
    sources: Vec<Source>,
    /// The places of sources in `sources`, each once.
    table: HashTable<u32>,
    hasher: RandomState,
    codes: Vec<Range<usize>>,
    pairs: Vec<Pair>,
}

/// The memory holds as much as it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the translation memory is full: expected at most 4 GiB of texts and 4,294,967,295 of anything\n\
     hint: give it the translations of one locale, or fewer imported files"
)]
pub struct Full;

impl Builder {
    /// Adds a translation. One without words on either side says nothing and is passed over.
    ///
    /// # Errors
    /// Where there is no room for it; what was added before stays.
    pub fn add(&mut self, entry: &Entry<'_>) -> Result<(), Full> {
        let shape = shape(&entry.source);
        if shape.is_empty() || entry.target.trim().is_empty() {
            return Ok(());
        }
        let source = self.source(&entry.source, &shape).ok_or(Full)?;
        let origin = self.origins.keep(&entry.origin, &mut self.texts).ok_or(Full)?;
        let mut text = |text: Option<&str>| match text {
            Some(text) => self.texts.intern(text).map(Some).ok_or(Full),
            None => Ok(None),
        };
        let (previous, next) = (text(entry.previous)?, text(entry.next)?);
        let target = self.texts.intern(entry.target).ok_or(Full)?;
        u32::try_from(self.pairs.len() + 1).map_err(|_| Full)?;
        self.pairs.push(Pair { source, target, origin, previous, next });
        Ok(())
    }

    /// The place of a source, which is kept where it is new.
    fn source(&mut self, coded: &Coded<'_>, shape: &str) -> Option<u32> {
        let text = self.texts.intern(coded.text)?;
        let start = self.codes.len();
        self.codes.extend(coded.outermost());
        let (known, codes) = self.codes.split_at(start);
        let hash = self.hasher.hash_one(Some((text, codes)));
        let is_same = |at: &u32| key(&self.sources, known, *at) == Some((text, codes));
        if let Some(at) = self.table.find(hash, is_same).copied() {
            self.codes.truncate(start);
            return Some(at);
        }
        let at = u32::try_from(self.sources.len()).ok()?;
        let codes = u32::try_from(start).ok()?..u32::try_from(self.codes.len()).ok()?;
        let length = u32::try_from(shape.chars().count()).ok()?;
        let shape = if shape == coded.text { text } else { self.texts.intern(shape)? };
        self.sources.push(Source { text, shape, length, codes });
        let (sources, codes, hasher) = (&self.sources, &self.codes, &self.hasher);
        self.table.insert_unique(hash, at, |at| hasher.hash_one(key(sources, codes, *at)));
        Some(at)
    }

    /// The memory. Takes time in proportion to the texts, and sorts the translations.
    pub fn build(self) -> Memory {
        let Self { texts, origins, sources, codes, mut pairs, .. } = self;
        pairs.sort_unstable_by_key(|pair| {
            sources.get(pair.source as usize).map(|it| (it.length, it.shape, pair.source))
        });
        let mut shapes: Vec<Shape> = Vec::new();
        for (at, pair) in (0..).zip(&pairs) {
            let Some(source) = sources.get(pair.source as usize) else { continue };
            if shapes.last().is_none_or(|last| last.text != source.shape) {
                shapes.push(Shape { text: source.shape, length: source.length, pairs: at });
            }
        }
        let texts = texts.finish();
        let index = Index::of(shapes.iter().map(|it| (texts.get(it.text), it.length)));
        let mut memory = Memory { texts, origins, sources, codes, pairs, shapes, index };
        memory.shrink();
        memory
    }
}

/// What tells a source from others.
fn key<'c>(
    sources: &[Source],
    codes: &'c [Range<usize>],
    at: u32,
) -> Option<(TextId, &'c [Range<usize>])> {
    let source = sources.get(at as usize)?;
    let spans = source.codes.start as usize..source.codes.end as usize;
    Some((source.text, codes.get(spans)?))
}
