//! The characters of a memory by how often they come.

use std::collections::HashMap;
use std::ops::Range;

use crate::bag::{BUCKETS, Bag};

/// How many characters have a bucket of their own. The others share those that are left.
const RANKED: usize = 24;

/// The share of all characters that the marker letters make up at least, in percent.
const MARKED: usize = 40;

/// The two most frequent characters (in English the space and `e`) are no markers: they stand
/// everywhere, and so tell little.
const FIRST_MARKER: usize = 2;

/// Which bucket of a [`Bag`] each character belongs to: the most frequent ones have one each.
///
/// Some frequent letters are *markers*. A text is outlined by its markers alone, in order; that is
/// less than half as long, and says more of the order of its words than of a bag can be seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Alphabet {
    ascii: Vec<u8>,
    /// Ranked characters beyond ASCII, sorted.
    beyond: Vec<(char, u8)>,
    markers: Range<usize>,
}

impl Alphabet {
    /// The alphabet of these texts.
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut counts: HashMap<char, usize> = HashMap::new();
        texts.flat_map(str::chars).for_each(|c| *counts.entry(c).or_default() += 1);
        let all: usize = counts.values().sum();
        let mut ranked: Vec<(char, usize)> = counts.into_iter().collect();
        ranked.sort_unstable_by_key(|(c, count)| (std::cmp::Reverse(*count), *c));
        ranked.truncate(RANKED);
        let bucket_of: HashMap<char, u8> =
            (0..).zip(&ranked).map(|(at, (c, _))| (*c, at)).collect();
        let bucket = |c: char| bucket_of.get(&c).copied().unwrap_or_else(|| shared(c));
        let mut beyond: Vec<(char, u8)> =
            bucket_of.iter().map(|(c, at)| (*c, *at)).filter(|(c, _)| !c.is_ascii()).collect();
        beyond.sort_unstable();
        Self {
            ascii: (0..128_u8).map(|c| bucket(char::from(c))).collect(),
            beyond,
            markers: FIRST_MARKER..last_marker(&ranked, all),
        }
    }

    /// The buckets of the markers.
    pub(crate) fn markers(&self) -> Range<usize> {
        self.markers.clone()
    }

    /// The characters of a text in a bag.
    pub(crate) fn bag(&self, text: &str) -> Bag {
        Bag::of(text.chars().map(|c| self.bucket(c)))
    }

    /// The markers of a text in order, by their buckets.
    pub(crate) fn outline<'t>(&'t self, text: &'t str) -> impl Iterator<Item = u8> + 't {
        let is_marker = |bucket: &u8| self.markers.contains(&usize::from(*bucket));
        text.chars().map(|c| self.bucket(c)).filter(is_marker)
    }

    fn bucket(&self, c: char) -> u8 {
        if let Some(bucket) = self.ascii.get(c as usize) {
            return *bucket;
        }
        let ranked = self.beyond.binary_search_by_key(&c, |(ranked, _)| *ranked).ok();
        ranked.and_then(|at| self.beyond.get(at)).map_or_else(|| shared(c), |(_, bucket)| *bucket)
    }
}

/// The bucket that a character shares with others, since it is rare.
fn shared(c: char) -> u8 {
    let spread = (c as u32).wrapping_mul(0x9e37_79b1) >> 16;
    let buckets = RANKED..BUCKETS;
    u8::try_from(buckets.start + spread as usize % buckets.len()).unwrap_or_default()
}

/// The bucket behind the last marker: so many letters are markers as make up the share.
fn last_marker(ranked: &[(char, usize)], all: usize) -> usize {
    let mut share = 0;
    let enough = |(_, count): &(char, usize)| {
        share += count;
        share * 100 >= all * MARKED
    };
    let behind = ranked.iter().skip(FIRST_MARKER).position(enough);
    behind.map_or(RANKED, |at| FIRST_MARKER + at + 1).min(RANKED)
}
