//! Orders that somebody accepted: a glossary is sorted anew in each language.

use std::collections::HashMap;

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
    let now: Vec<Pair> = pairs
        .iter()
        .map(|&(source, target)| {
            Pair::new(None, sources[source].group.clone(), targets[target].group.clone())
        })
        .collect();
    for accepted in claims.placed() {
        let held = held(&now, accepted);
        let within = inversions(&held.iter().map(|&(at, _)| pairs[at].1).collect::<Vec<_>>());
        for ((&(at, _), kept), within) in held.iter().zip(Order::of(&held).certain).zip(within) {
            certain[at] |= kept && within == turned[at];
        }
    }
    certain
}

/// Which of the pairs stand in an accepted order, and at which place. A pair that is repeated is
/// found where it is repeated as often there: the first is the first, and so on.
fn held(now: &[Pair], accepted: &[Pair]) -> Vec<(usize, usize)> {
    let places = |pairs: &'_ [Pair]| -> HashMap<Pair, Vec<usize>> {
        let mut places: HashMap<Pair, Vec<usize>> = HashMap::new();
        for (at, pair) in pairs.iter().enumerate() {
            places.entry(pair.clone()).or_default().push(at);
        }
        places
    };
    let there = places(accepted);
    let as_often = |(pair, at): (Pair, Vec<usize>)| {
        let other = there.get(&pair).filter(|other| other.len() == at.len())?;
        Some(at.into_iter().zip(other.iter().copied()))
    };
    let mut held: Vec<(usize, usize)> =
        places(now).into_iter().filter_map(as_often).flatten().collect();
    held.sort_unstable();
    held
}
