//! Which block of a target renders which block of its source.
//!
//! Documents have no keys, so their blocks are paired anew each time, from what the ledger vouches
//! for: first every pair that is attested as it stands, wherever it stands; then, in the gaps
//! between, targets with the sources that they were most probably made from.

mod accepted;
mod element;
mod gap;
mod matching;

use std::ops::Range;

use hexapla_ledger::{Claims, Ledger};
use hexapla_model::{Group, Unit};

use crate::order::Order;
use element::Element;
use gap::{Filler, Found};
use matching::Matching;

/// Blocks of source and target that belong together; one side may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    /// The source's blocks, by their place among the given ones.
    pub source: Range<usize>,
    /// The target's blocks, by their place among the given ones.
    pub target: Range<usize>,
    /// Why they are together.
    pub basis: Basis,
    /// Whether the target follows the order of the source here.
    pub in_order: bool,
    /// How sure it is that they belong together, from 0 to 1.
    pub confidence: f32,
}

/// Why source and target of a [`Bead`] are together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The ledger vouches for this very pair.
    Vouched,
    /// The target was made from this earlier source, which became the present one.
    MadeFrom(Group),
    /// Their places and shapes suggest it.
    Guessed,
    /// There is nothing on the other side.
    Alone,
}

/// Pairs the blocks of a document: every source and every target block is in exactly one bead.
///
/// Beads come in the order of the source; a bead without source follows the one whose target
/// stands before it.
pub fn pair(source: &[&Unit], target: &[&Unit], claims: &Claims, ledger: &Ledger) -> Vec<Bead> {
    let groups = element::Groups::of(claims);
    let sources = element::elements(source, &groups.sources);
    let targets = element::elements(target, &groups.targets);
    let vouched = Matching::between(&sources, &targets, claims);
    let order = Order::of(&vouched.pairs);
    let mut beads = Vec::new();
    let in_order = accepted::in_order(&vouched.pairs, &order, &sources, &targets, claims);
    for (&(i, j), in_order) in vouched.pairs.iter().zip(&in_order) {
        beads.push(Bead {
            source: sources[i].blocks.clone(),
            target: targets[j].blocks.clone(),
            basis: Basis::Vouched,
            in_order: *in_order,
            confidence: 1.0,
        });
    }
    let filler = Filler { source, target, sources: &sources, targets: &targets, claims, ledger };
    for Found { source, target, basis, in_order, confidence } in filler.fill(&vouched.pairs, &order)
    {
        let (source, target) = (blocks(&sources, source), blocks(&targets, target));
        beads.push(Bead { source, target, basis, in_order, confidence });
    }
    add_alone(&mut beads, &sources, &targets);
    sort(&mut beads);
    beads
}

/// The blocks of neighbouring elements.
fn blocks(elements: &[Element], places: Range<usize>) -> Range<usize> {
    let elements = &elements[places];
    let start = elements.first().map_or(0, |element| element.blocks.start);
    start..elements.last().map_or(start, |element| element.blocks.end)
}

/// Adds a bead for each block that has no partner.
fn add_alone(beads: &mut Vec<Bead>, sources: &[Element], targets: &[Element]) {
    let taken_sources: std::collections::HashSet<usize> =
        beads.iter().flat_map(|bead| bead.source.clone()).collect();
    let taken_targets: std::collections::HashSet<usize> =
        beads.iter().flat_map(|bead| bead.target.clone()).collect();
    let alone = |source: Range<usize>, target: Range<usize>| Bead {
        source,
        target,
        basis: Basis::Alone,
        in_order: true,
        confidence: 1.0,
    };
    let free = |elements: &[Element], taken: &std::collections::HashSet<usize>| -> Vec<usize> {
        elements
            .iter()
            .flat_map(|it| it.blocks.clone())
            .filter(|block| !taken.contains(block))
            .collect()
    };
    let left = free(sources, &taken_sources);
    beads.extend(left.into_iter().map(|block| alone(block..block + 1, 0..0)));
    let left = free(targets, &taken_targets);
    beads.extend(left.into_iter().map(|block| alone(0..0, block..block + 1)));
}

/// Source order; a bead without source goes behind the one whose target is just before its own.
fn sort(beads: &mut [Bead]) {
    let mut by_target: Vec<(usize, usize)> = beads
        .iter()
        .filter(|bead| !bead.source.is_empty() && !bead.target.is_empty())
        .map(|bead| (bead.target.start, bead.source.start))
        .collect();
    by_target.sort_unstable();
    beads.sort_by_key(|bead| {
        if !bead.source.is_empty() {
            return (bead.source.start + 1, 0, 0);
        }
        let before = by_target.partition_point(|&(target, _)| target < bead.target.start);
        let neighbour = before.checked_sub(1).map_or(0, |at| by_target[at].1 + 1);
        (neighbour, 1, bead.target.start)
    });
}
