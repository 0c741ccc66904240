//! What stands in the order of the source, and what was moved.

/// The order that the target keeps, of pairs sorted by source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    /// For each pair: whether it is in one chosen longest common order.
    pub(crate) chosen: Vec<bool>,
    /// For each pair: whether it is in *every* longest common order. What is not may have moved;
    /// of two swapped neighbours neither is certain.
    pub(crate) certain: Vec<bool>,
}

impl Order {
    /// The order kept by `pairs`, whose first members rise and whose second members are distinct.
    pub(crate) fn of(pairs: &[(usize, usize)]) -> Self {
        let rises = pairs.windows(2).all(|two| two[0].1 < two[1].1);
        if rises {
            return Self { chosen: vec![true; pairs.len()], certain: vec![true; pairs.len()] };
        }
        let targets: Vec<usize> = pairs.iter().map(|&(_, target)| target).collect();
        let up_to = longest_rises(targets.iter().copied());
        let most = targets.len();
        let mut from = longest_rises(targets.iter().rev().map(|&target| most_key(target)));
        from.reverse();
        let longest = up_to.iter().copied().max().unwrap_or(0);
        let fits: Vec<bool> =
            up_to.iter().zip(&from).map(|(before, after)| before + after == longest + 1).collect();
        let mut at_rank = vec![0_usize; most + 1];
        for (rank, _) in up_to.iter().zip(&fits).filter(|(_, fits)| **fits) {
            at_rank[*rank] += 1;
        }
        let certain =
            up_to.iter().zip(&fits).map(|(rank, fits)| *fits && at_rank[*rank] == 1).collect();
        Self { chosen: choose(&targets, &up_to, longest), certain }
    }
}

/// For each of several distinct values, with how many others it stands the wrong way round.
pub(crate) fn inversions(values: &[usize]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let ranks: Vec<usize> =
        values.iter().map(|value| sorted.partition_point(|other| other < value)).collect();
    // A binary indexed tree over the ranks of the values before.
    let mut tree = vec![0_usize; ranks.len() + 1];
    let mut found = Vec::with_capacity(ranks.len());
    for (before, &rank) in ranks.iter().enumerate() {
        let (mut smaller, mut at) = (0, rank);
        while at > 0 {
            smaller += tree[at];
            at &= at - 1;
        }
        // Greater ones before, and smaller ones behind.
        found.push((before - smaller) + (rank - smaller));
        let mut at = rank + 1;
        while at < tree.len() {
            tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    found
}

/// Turns the order of targets round.
fn most_key(target: usize) -> usize {
    usize::MAX - target
}

/// For each value, the length of the longest rising sequence that ends with it.
fn longest_rises(values: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    values
        .map(|value| {
            let rank = ends.partition_point(|&end| end < value);
            if rank == ends.len() {
                ends.push(value);
            } else {
                ends[rank] = value;
            }
            rank + 1
        })
        .collect()
}

/// One longest rising sequence, chosen from the end.
fn choose(targets: &[usize], up_to: &[usize], longest: usize) -> Vec<bool> {
    let mut chosen = vec![false; targets.len()];
    let (mut rank, mut limit) = (longest, usize::MAX);
    for at in (0..targets.len()).rev() {
        if rank > 0 && up_to[at] == rank && targets[at] < limit {
            chosen[at] = true;
            limit = targets[at];
            rank -= 1;
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn certain(targets: &[usize]) -> Vec<bool> {
        let pairs: Vec<_> = targets.iter().copied().enumerate().collect();
        Order::of(&pairs).certain
    }

    #[test]
    fn of_two_swapped_neighbours_neither_is_certain() {
        assert_eq!(certain(&[0, 2, 1, 3]), [true, false, false, true]);
    }

    #[test]
    fn a_block_that_moved_far_is_the_only_one() {
        assert_eq!(certain(&[3, 0, 1, 2]), [false, true, true, true]);
        assert_eq!(certain(&[3, 1, 2, 0]), [false, true, true, false]);
    }

    fn rising_subsets(targets: &[usize]) -> Vec<Vec<usize>> {
        let all = (0..1_usize << targets.len())
            .map(|mask| (0..targets.len()).filter(|at| mask >> at & 1 == 1).collect::<Vec<_>>());
        let rising: Vec<Vec<usize>> =
            all.filter(|set| set.windows(2).all(|two| targets[two[0]] < targets[two[1]])).collect();
        let longest = rising.iter().map(Vec::len).max().unwrap_or(0);
        rising.into_iter().filter(|set| set.len() == longest).collect()
    }

    proptest! {
        #[test]
        fn inversions_are_counted(values in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle()) {
            let slow = |at: usize| {
                let wrong = |other: &usize| (*other < at) != (values[*other] < values[at]);
                (0..values.len()).filter(|other| *other != at).filter(wrong).count()
            };
            let slow: Vec<usize> = (0..values.len()).map(slow).collect();
            prop_assert_eq!(inversions(&values), slow);
        }

        #[test]
        fn certain_is_what_every_longest_order_keeps(
            targets in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle()
        ) {
            let pairs: Vec<_> = targets.iter().copied().enumerate().collect();
            let order = Order::of(&pairs);
            let longest = rising_subsets(&targets);
            for at in 0..targets.len() {
                let everywhere = longest.iter().all(|set| set.contains(&at));
                prop_assert_eq!(order.certain[at], everywhere);
            }
            let chosen: Vec<usize> =
                (0..targets.len()).filter(|&at| order.chosen[at]).collect();
            prop_assert!(longest.contains(&chosen));
        }
    }
}
