//! Long documents cut where they surely agree, so that aligning them takes near-linear time.

use std::collections::HashMap;
use std::ops::Range;

use super::score::{Block, Pages};
use crate::order::Order;

/// The most places of a lattice that is worth no cut.
const SMALL: usize = 1 << 16;

/// How much must speak for two blocks before a document is cut behind them.
const SURE: f32 = 4.0;

/// Source and target, its blocks in the given order, in windows that together are the whole.
pub(super) fn windows(pages: &Pages, targets: &[&Block]) -> Vec<(Range<usize>, Range<usize>)> {
    let (rows, columns) = (pages.source.len(), targets.len());
    let mut windows = Vec::new();
    let (mut i, mut j) = (0, 0);
    if rows.saturating_mul(columns) > SMALL {
        for (source, target) in anchors(pages, targets) {
            let places = (source + 1 - i) * (target + 1 - j);
            if places * 16 > SMALL {
                windows.push((i..source + 1, j..target + 1));
                (i, j) = (source + 1, target + 1);
            }
        }
    }
    windows.push((i..rows, j..columns));
    windows
}

/// Blocks that are each other's only partner by what stands once on either side, in one order.
fn anchors(pages: &Pages, targets: &[&Block]) -> Vec<(usize, usize)> {
    let mut holders: HashMap<usize, usize> = HashMap::new();
    for (at, block) in pages.source.iter().enumerate() {
        holders.extend(pages.unique(block).map(|mark| (mark, at)));
    }
    let mut votes: HashMap<(usize, usize), f32> = HashMap::new();
    for (at, block) in targets.iter().enumerate() {
        for mark in pages.unique(block) {
            if let Some(&source) = holders.get(&mark) {
                *votes.entry((source, at)).or_default() += pages.weight(mark);
            }
        }
    }
    let mut best: HashMap<(usize, usize), (f32, usize)> = HashMap::new();
    for (&(source, target), &vote) in votes.iter().filter(|(_, vote)| **vote >= SURE) {
        for (side, other) in [((0, source), target), ((1, target), source)] {
            let known = best.entry(side).or_insert((vote, other));
            if (vote, other) > *known {
                *known = (vote, other);
            }
        }
    }
    let mutual = |&(source, target): &(usize, usize)| {
        let is = |side, other| best.get(&side).is_some_and(|(_, it)| *it == other);
        is((0, source), target) && is((1, target), source)
    };
    let mut pairs: Vec<(usize, usize)> = votes.keys().copied().filter(mutual).collect();
    pairs.sort_unstable();
    let kept = Order::of(&pairs).chosen;
    pairs.into_iter().zip(kept).filter_map(|(pair, kept)| kept.then_some(pair)).collect()
}
