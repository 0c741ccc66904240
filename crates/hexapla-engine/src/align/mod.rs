//! Which blocks of two texts render each other, where no fact says so: from what they are, how long
//! they are, and what stands in them whatever the language.
//!
//! The blocks of either side are taken in order, one with one, one with two or two with one, or
//! alone, so that together most speaks for it (after Gale and Church). Where the pieces of a page
//! stand in another order in the target, as in a glossary that is sorted anew, they are brought
//! into the source's order first.

mod absorb;
mod complete;
mod lattice;
mod lexicon;
mod marks;
mod pieces;
mod score;
mod windows;

use std::ops::Range;

use hexapla_model::Unit;

pub(crate) use absorb::absorb;
pub use complete::complete;
pub(crate) use lattice::{Lattice, Taken};
pub use lexicon::{Example, Lexicon};
pub use marks::{MarkKind, marks};
pub(crate) use score::{Block, Pages};
use windows::windows;

/// Blocks of source and target that seem to render each other; one side may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The source's blocks, by their place.
    pub source: Range<usize>,
    /// The target's blocks, by their place.
    pub target: Range<usize>,
    /// How sure it is, from 0 to 1; a block that is alone is never surer than 1/2.
    pub confidence: f32,
}

impl Link {
    /// From this confidence on a link is taken for right. Of links that were made wrong on real
    /// pages more than nine in ten stay below it, of all others 2.4 in a hundred;
    /// `docs/alignment.md` has the table.
    pub const SURE: f32 = 0.85;

    /// Whether the link can be taken for right.
    pub fn is_sure(&self) -> bool {
        self.confidence >= Self::SURE
    }
}

/// How much more must speak for an alignment across the order than for one that keeps it.
const ACROSS: f32 = 8.0;

/// Aligns the blocks of two texts of which nothing is known. Marks of the kinds in `ignored` are
/// not looked at, so that they can measure the result.
///
/// Every block is in exactly one link; links come in the order of the source.
pub fn align(
    source: &[&Unit],
    target: &[&Unit],
    lexicon: &Lexicon,
    ignored: &[MarkKind],
) -> Vec<Link> {
    let pages = Pages::of(source, target, lexicon, ignored);
    let in_order: Vec<&Block> = pages.target.iter().collect();
    let mut way = through(&pages, &in_order);
    if let Some(order) = pieces::reordered(&pages) {
        let targets: Vec<&Block> = order.iter().map(|&at| &pages.target[at]).collect();
        let across = through(&pages, &targets);
        if total(&across) > total(&way) + ACROSS {
            way = across.into_iter().map(|taken| back(taken, &targets)).collect();
        }
    }
    way.into_iter().map(Link::from).collect()
}

/// The best way through all of the source and the target's blocks in the given order.
fn through(pages: &Pages, targets: &[&Block]) -> Vec<Taken> {
    let windows = windows(pages, targets).into_iter();
    windows.flat_map(|(i, j)| best(pages, i, j, targets)).collect()
}

/// Below this two blocks have so little in common that neither is taken for a part of the other.
const HOPEFUL: f32 = -8.0;

/// The best way through a window of the source and of the target's blocks in the given order.
fn best(pages: &Pages, i: Range<usize>, j: Range<usize>, targets: &[&Block]) -> Vec<Taken> {
    let sources: Vec<&Block> = pages.source[i.clone()].iter().collect();
    let targets = &targets[j.clone()];
    let score = |from: Range<usize>, to: Range<usize>| {
        // Blocks that were brought together from elsewhere are not neighbours.
        let apart = targets[to.clone()].windows(2).any(|two| two[0].place + 1 != two[1].place);
        if apart { f32::NEG_INFINITY } else { pages.score(&sources[from], &targets[to]) }
    };
    let way = Lattice::of(sources.len(), targets.len(), HOPEFUL, score).best();
    absorb(&way, &score).into_iter().map(|taken| taken.shifted(i.start, j.start)).collect()
}

fn total(way: &[Taken]) -> f32 {
    way.iter().map(|taken| taken.score).sum()
}

/// The step with the places of the target's blocks as they stand in the target.
fn back(taken: Taken, targets: &[&Block]) -> Taken {
    let place = |at: usize| targets.get(at).map_or(targets.len(), |block| block.place);
    let start = place(taken.target.start);
    Taken { target: start..start + taken.target.len(), ..taken }
}

impl From<Taken> for Link {
    fn from(taken: Taken) -> Self {
        let confidence = confidence(&taken);
        Self { source: taken.source, target: taken.target, confidence }
    }
}

/// How sure a step is: by how much speaks for it, and how little for every other way. The numbers
/// were fitted to pairs of real pages, right ones and ones that were made wrong.
pub(crate) fn confidence(taken: &Taken) -> f32 {
    let odds =
        (taken.posterior / (1.0 - taken.posterior).max(1e-6)).max(1e-6).ln().clamp(-8.0, 8.0);
    let sure = 1.0 / (1.0 + (10.2 - 1.25 * odds - 0.72 * taken.score).exp());
    if taken.is_alone() { sure.min(0.5) } else { sure }
}
