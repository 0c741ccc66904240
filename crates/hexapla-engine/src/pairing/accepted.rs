//! Orders that somebody accepted: a glossary is sorted anew in each language.

use std::collections::{BTreeSet, HashMap};

use hexapla_ledger::{Claims, Pair};
use hexapla_model::Group;

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

/// A source that took the place of another in an accepted order, and the target that was made from
/// that one.
pub(super) struct Slot {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) base: Group,
}

/// The targets of sources that were changed where they stood: between the same two vouched pairs, an
/// accepted order holds as many pairs as there are sources now, and none of their sources is left.
pub(super) fn slots(
    vouched: &[(usize, usize)],
    sources: &[Element],
    targets: &[Element],
    claims: &Claims,
) -> Vec<Slot> {
    let present: BTreeSet<&Group> = sources.iter().map(|source| &source.group).collect();
    let taken: BTreeSet<usize> = vouched.iter().map(|pair| pair.1).collect();
    let mut free: HashMap<&Group, Vec<usize>> = HashMap::new();
    for (place, target) in targets.iter().enumerate().filter(|it| !taken.contains(&it.0)) {
        free.entry(&target.group).or_default().push(place);
    }
    let mut slots = Vec::new();
    for accepted in claims.placed() {
        let there: HashMap<(&Group, &Group), usize> =
            accepted.iter().enumerate().map(|(at, it)| ((&it.source, &it.target), at)).collect();
        let place =
            |&(i, j): &(usize, usize)| there.get(&(&sources[i].group, &targets[j].group)).copied();
        for two in vouched.windows(2) {
            let changed = two[0].0 + 1..two[1].0;
            let (Some(start), Some(end)) = (place(&two[0]), place(&two[1])) else { continue };
            let Some(before) = accepted.get(start + 1..end) else { continue };
            if changed.is_empty() || before.len() != changed.len() {
                continue;
            }
            for (source, pair) in changed.zip(before) {
                if let Some([target]) = free.get(&pair.target).map(Vec::as_slice)
                    && !present.contains(&pair.source)
                {
                    slots.push(Slot { source, target: *target, base: pair.source.clone() });
                }
            }
        }
    }
    slots
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
