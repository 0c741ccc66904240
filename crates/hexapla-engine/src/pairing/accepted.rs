//! Orders that somebody accepted: a glossary is sorted anew in each language.

use std::collections::{BTreeMap, HashMap};

use hexapla_ledger::{Claims, Pair};

use super::element::Element;
use crate::order::{Order, inversions};

/// Whether each of the vouched pairs is in the order of the source, or in one that somebody
/// accepted.
///
/// An accepted order speaks for a pair where it holds every other pair that this one stands the
/// wrong way round with, and the sources still are in the order that they had then.
pub(super) fn in_order(
    pairs: &[(usize, usize)],
    order: &Order,
    sources: &[Element],
    targets: &[Element],
    claims: &Claims,
) -> Vec<bool> {
    let mut certain = order.certain.clone();
    if certain.iter().all(|certain| *certain) {
        return certain;
    }
    let turned = inversions(&pairs.iter().map(|&(_, target)| target).collect::<Vec<_>>());
    for accepted in claims.placed() {
        let places = places(accepted);
        let place = |&(source, target): &(usize, usize)| {
            let (source, target) = (&sources[source].group, &targets[target].group);
            places.get(&Pair::new(None, source.clone(), target.clone())).copied()
        };
        let held: Vec<(usize, usize)> = pairs
            .iter()
            .enumerate()
            .filter_map(|(at, pair)| place(pair).map(|place| (at, place)))
            .collect();
        let within = inversions(&held.iter().map(|&(at, _)| pairs[at].1).collect::<Vec<_>>());
        for ((&(at, _), kept), within) in held.iter().zip(Order::of(&held).certain).zip(within) {
            certain[at] |= kept && within == turned[at];
        }
    }
    certain
}

/// The place of each pair that stands in an accepted order once, as repeated blocks do not.
fn places(accepted: &[Pair]) -> HashMap<Pair, usize> {
    let mut counts: BTreeMap<&Pair, usize> = BTreeMap::new();
    accepted.iter().for_each(|pair| *counts.entry(pair).or_default() += 1);
    let once = accepted.iter().enumerate().filter(|(_, pair)| counts[pair] == 1);
    once.map(|(place, pair)| (pair.clone(), place)).collect()
}
