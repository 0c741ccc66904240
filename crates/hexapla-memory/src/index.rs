//! Finding the shapes that are alike without comparing every one.
//!
//! Three bounds, each cheap beside what follows it, leave out only what cannot score enough:
//!
//! 1. *Length*: shapes are sorted by it, and a text has at most as much in common with another as the
//!    shorter of the two is long.
//! 2. *Bags*: texts are at least as far apart as the bags of their characters.
//! 3. *Outlines*: each character that is put in or taken out is either a marker or none. So texts are at
//!    least as far apart as their outlines (their markers in order) and the bags of the other characters
//!    together.
//!
//! q-grams of two or three characters are of no use here: to put in one character changes up to three
//! pairs, so at 75 % their bound leaves nothing out that the bag of single characters lets through.

use std::ops::Range;

use rapidfuzz::distance::lcs_seq::{Args, BatchComparator};
use rayon::prelude::*;

use crate::alphabet::Alphabet;
use crate::bag::Bag;
use crate::score::{least_common, lengths, percent};

/// Texts with more characters are found only where they are the same, since comparing takes time in
/// proportion to the product of two lengths.
pub(crate) const MOST_CHARS: usize = 2000;

/// Of how many texts the alphabet is made.
const SAMPLE: usize = 4096;

/// How many candidates are compared before what was found so far is taken into account.
const STEP: usize = 2048;

/// What is known of each shape; shapes are told by their places in order of their lengths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    alphabet: Alphabet,
    /// In characters, ascending.
    lengths: Vec<u32>,
    bags: Vec<Bag>,
    /// All outlines, one behind the other.
    outlines: Vec<u8>,
    /// Where each outline ends.
    ends: Vec<u32>,
}

impl Index {
    /// The index of shapes, which come in order of their lengths in characters.
    pub(crate) fn of<'t>(shapes: impl ExactSizeIterator<Item = (&'t str, u32)> + Clone) -> Self {
        let every = shapes.len().div_ceil(SAMPLE).max(1);
        let alphabet = Alphabet::of(shapes.clone().step_by(every).map(|(text, _)| text));
        let mut index = Self {
            alphabet,
            lengths: Vec::with_capacity(shapes.len()),
            bags: Vec::with_capacity(shapes.len()),
            outlines: Vec::new(),
            ends: Vec::with_capacity(shapes.len()),
        };
        for (text, length) in shapes {
            index.lengths.push(length);
            index.bags.push(index.alphabet.bag(text));
            index.outlines.extend(index.alphabet.outline(text));
            index.ends.push(u32::try_from(index.outlines.len()).unwrap_or(u32::MAX));
        }
        index.outlines.shrink_to_fit();
        index
    }

    /// Bytes taken.
    pub(crate) fn bytes(&self) -> usize {
        self.lengths.capacity() * size_of::<u32>()
            + self.bags.capacity() * size_of::<Bag>()
            + self.outlines.capacity()
            + self.ends.capacity() * size_of::<u32>()
    }

    /// Tells of every shape that scores at least so much beside `query`, its place and its score, the
    /// likeliest first. `found` says which score counts from then on; others may still be told of.
    pub(crate) fn search<'t>(
        &self,
        query: &str,
        at_least: u8,
        shape: impl Fn(usize) -> &'t str + Sync,
        mut found: impl FnMut(usize, u8) -> u8,
    ) {
        let length = query.chars().count();
        let bag = self.alphabet.bag(query);
        if length > MOST_CHARS {
            let same = |at: &usize| self.bags.get(*at) == Some(&bag) && shape(*at) == query;
            self.window(length..=length).filter(same).for_each(|at| {
                found(at, 100);
            });
            return;
        }
        let search = Search {
            index: self,
            length,
            bag,
            outline: BatchComparator::new(self.alphabet.outline(query).collect::<Vec<u8>>()),
            outlined: self.alphabet.outline(query).count(),
            markers: self.alphabet.markers(),
            text: BatchComparator::new(query.chars().collect::<Vec<char>>()),
        };
        let mut least = at_least;
        for (bound, places) in search.by_bound(at_least).iter().enumerate().rev() {
            for places in places.chunks(STEP) {
                if bound < usize::from(least) {
                    return;
                }
                let score = |at: &u32| search.score(*at as usize, least, &shape);
                let scored: Vec<(usize, u8)> = places.par_iter().filter_map(score).collect();
                for (at, score) in scored {
                    least = least.max(found(at, score));
                }
            }
        }
    }

    /// The places of the shapes with so many characters.
    fn window(&self, lengths: std::ops::RangeInclusive<usize>) -> Range<usize> {
        let before = |length: usize| self.lengths.partition_point(|it| (*it as usize) < length);
        before(*lengths.start())..before(lengths.end() + 1)
    }

    fn outline(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.outlines.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }
}

/// A text that is searched for.
struct Search<'i> {
    index: &'i Index,
    length: usize,
    bag: Bag,
    text: BatchComparator<char>,
    outline: BatchComparator<u8>,
    outlined: usize,
    markers: Range<usize>,
}

impl Search<'_> {
    /// The places of the shapes that can score at least so much by length and bag, by what they can
    /// score at most.
    fn by_bound(&self, at_least: u8) -> Vec<Vec<u32>> {
        let (first, last) = lengths(self.length, at_least).into_inner();
        let window = self.index.window(first..=last.min(MOST_CHARS));
        let bags = self.index.bags.get(window.clone()).unwrap_or_default();
        let lengths = self.index.lengths.get(window.clone()).unwrap_or_default();
        let mut places = vec![Vec::new(); 101];
        for (at, (bag, length)) in (window.start..).zip(bags.iter().zip(lengths)) {
            let total = self.length + *length as usize;
            let common = total.saturating_sub(self.bag.distance(bag)) / 2;
            if common >= least_common(total, at_least)
                && let Some(places) = places.get_mut(usize::from(percent(common, total)))
            {
                places.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        places
    }

    /// The place with its score, where it scores at least so much.
    fn score<'t>(
        &self,
        at: usize,
        at_least: u8,
        shape: &impl Fn(usize) -> &'t str,
    ) -> Option<(usize, u8)> {
        let total = self.length + *self.index.lengths.get(at)? as usize;
        let least = least_common(total, at_least);
        let farthest = total.checked_sub(2 * least)?;
        let rest = self.bag.distance_without(self.index.bags.get(at)?, &self.markers);
        let outline = self.index.outline(at);
        let outlines = (self.outlined + outline.len()).saturating_sub(farthest.checked_sub(rest)?);
        let args = Args::default().score_cutoff(outlines.div_ceil(2));
        self.outline.similarity_with_args(outline.iter().copied(), &args)?;
        let args = Args::default().score_cutoff(least);
        let common = self.text.similarity_with_args(shape(at).chars(), &args)?;
        Some((at, percent(common, total)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The longest common subsequence, as textbooks have it.
    fn common(a: &[char], b: &[char]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (at, y) in b.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
                diagonal = above;
            }
        }
        row[b.len()]
    }

    fn found(texts: &[String], query: &str, at_least: u8) -> Vec<(String, u8)> {
        let mut shapes: Vec<(&str, u32)> =
            texts.iter().map(|it| (it.as_str(), it.chars().count() as u32)).collect();
        shapes.sort_by_key(|(_, length)| *length);
        let index = Index::of(shapes.iter().copied());
        let mut found = Vec::new();
        index.search(
            query,
            at_least,
            |at| shapes[at].0,
            |at, score| {
                found.push((shapes[at].0.to_owned(), score));
                0
            },
        );
        found.sort();
        found
    }

    fn all(texts: &[String], query: &str, at_least: u8) -> Vec<(String, u8)> {
        let query: Vec<char> = query.chars().collect();
        let score = |text: &String| {
            let chars: Vec<char> = text.chars().collect();
            percent(common(&query, &chars), query.len() + chars.len())
        };
        let mut all: Vec<(String, u8)> = texts.iter().map(|it| (it.clone(), score(it))).collect();
        all.retain(|(_, score)| *score >= at_least);
        all.sort();
        all
    }

    proptest! {
        #[test]
        fn nothing_is_lost(
            texts in prop::collection::vec("([ab]{1,3}|[cdefgh ]{0,2}|ü){0,12}", 0..40),
            query in "([ab]{1,3}|[cdefgh ]{0,2}|ü){0,12}",
            at_least in 1..=100_u8,
        ) {
            prop_assert_eq!(found(&texts, &query, at_least), all(&texts, &query, at_least));
        }

        #[test]
        fn nothing_is_lost_of_long_texts(
            texts in prop::collection::vec("([ab]{30,99}|[cdefgh ]{9}|ü){1,9}", 1..9),
            cut in 0..60_usize,
            at_least in 50..=100_u8,
        ) {
            let query: String = texts[0].chars().enumerate().filter(|(at, _)| cut < 5 || at % cut > 3).map(|it| it.1).collect();
            prop_assert_eq!(found(&texts, &query, at_least), all(&texts, &query, at_least));
        }
    }

    #[test]
    fn a_text_without_end_is_found_where_it_is_the_same() {
        let long = "word ".repeat(1_000_000);
        let texts = [long.clone(), format!("{long}."), "word".to_owned()];
        assert_eq!(found(&texts, &long, 50), [(long, 100)]);
    }
}
