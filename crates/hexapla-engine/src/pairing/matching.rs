//! The pairs that the ledger vouches for.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use hexapla_ledger::Claims;
use hexapla_model::Group;

use super::element::Element;
use crate::order::Order;

/// Which elements are paired because the ledger vouches for source and target as they stand.
pub(super) struct Matching {
    /// Places of source and target, sorted by source; none twice.
    pub(super) pairs: Vec<(usize, usize)>,
}

/// Source and target as a window that is still to be matched.
#[derive(Clone)]
struct Window {
    source: Range<usize>,
    target: Range<usize>,
}

/// How many places of a repeated element are tried, counted from either end of a window.
const REPEATS_TRIED: usize = 16;

impl Matching {
    /// Pairs as many as can be, in the order of the source where that is possible.
    ///
    /// Windows are matched from their ends inwards, then at elements that stand once on either
    /// side, then by the longest common order; what is left is paired across the order.
    pub(super) fn between(sources: &[Element], targets: &[Element], claims: &Claims) -> Self {
        let relation = Relation::of(sources, targets, claims);
        let mut pairs = Vec::new();
        let mut open = vec![Window { source: 0..sources.len(), target: 0..targets.len() }];
        while let Some(mut window) = open.pop() {
            relation.trim(&mut window, &mut pairs);
            if window.source.is_empty() || window.target.is_empty() {
                continue;
            }
            let anchors = relation.anchors(&window);
            if anchors.is_empty() {
                pairs.extend(relation.longest_order(&window));
            } else {
                open.extend(between(&window, &anchors));
                pairs.extend(anchors);
            }
        }
        relation.across(&mut pairs);
        pairs.sort_unstable();
        Self { pairs }
    }
}

/// The windows that anchors leave.
fn between(window: &Window, anchors: &[(usize, usize)]) -> Vec<Window> {
    let mut start = (window.source.start, window.target.start);
    let end = (window.source.end, window.target.end);
    let mut windows = Vec::with_capacity(anchors.len() + 1);
    for &(i, j) in anchors.iter().chain([&end]) {
        windows.push(Window { source: start.0..i, target: start.1..j });
        start = (i + 1, j + 1);
    }
    windows
}

/// What renders what, by numbers that stand for equal elements.
struct Relation {
    /// For each source element, the number of its text.
    sources: Vec<usize>,
    /// For each target element, the number of its text.
    targets: Vec<usize>,
    /// For each source text, the target texts vouched for, sorted.
    renders: Vec<Vec<usize>>,
    /// For each target text, its places, rising.
    places: Vec<Vec<usize>>,
}

impl Relation {
    fn of(sources: &[Element], targets: &[Element], claims: &Claims) -> Self {
        let (source_texts, source_numbers) = number(sources);
        let (target_texts, target_numbers) = number(targets);
        let numbers: BTreeMap<&Group, usize> =
            target_texts.iter().enumerate().map(|(number, text)| (*text, number)).collect();
        let renders =
            source_texts.iter().map(|source| vouched_targets(source, claims, &numbers)).collect();
        let mut places = vec![Vec::new(); target_texts.len()];
        for (place, &text) in target_numbers.iter().enumerate() {
            places[text].push(place);
        }
        Self { sources: source_numbers, targets: target_numbers, renders, places }
    }

    fn renders(&self, source: usize, target: usize) -> bool {
        self.renders[self.sources[source]].binary_search(&self.targets[target]).is_ok()
    }

    /// Pairs what is vouched for at the ends of the window.
    fn trim(&self, window: &mut Window, pairs: &mut Vec<(usize, usize)>) {
        while !window.source.is_empty()
            && !window.target.is_empty()
            && self.renders(window.source.start, window.target.start)
        {
            pairs.push((window.source.start, window.target.start));
            window.source.start += 1;
            window.target.start += 1;
        }
        while !window.source.is_empty()
            && !window.target.is_empty()
            && self.renders(window.source.end - 1, window.target.end - 1)
        {
            window.source.end -= 1;
            window.target.end -= 1;
            pairs.push((window.source.end, window.target.end));
        }
    }

    /// The pairs of elements that stand once in either side of the window and render only each
    /// other there, as far as they keep one order.
    fn anchors(&self, window: &Window) -> Vec<(usize, usize)> {
        let mut seen: HashMap<usize, Vec<usize>> = HashMap::new();
        for place in window.source.clone() {
            seen.entry(self.sources[place]).or_default().push(place);
        }
        let mut by_target: HashMap<usize, Vec<usize>> = HashMap::new();
        for (text, places) in &seen {
            let mut found =
                self.renders[*text].iter().flat_map(|&target| self.within(target, window));
            if let ([place], Some(target), None) = (places.as_slice(), found.next(), found.next()) {
                by_target.entry(target).or_default().push(*place);
            } else {
                // A repeated source takes its targets out of the anchors.
                for target in
                    self.renders[*text].iter().flat_map(|&t| self.within(t, window)).take(2)
                {
                    by_target.entry(target).or_default().extend([usize::MAX; 2]);
                }
            }
        }
        let mut pairs: Vec<(usize, usize)> = by_target
            .into_iter()
            .filter_map(|(target, sources)| match sources.as_slice() {
                [source] => Some((*source, target)),
                _ => None,
            })
            .collect();
        pairs.sort_unstable();
        let kept = Order::of(&pairs).chosen;
        pairs.into_iter().zip(kept).filter_map(|(pair, kept)| kept.then_some(pair)).collect()
    }

    /// The places of a target text within the window.
    fn within<'a>(
        &'a self,
        text: usize,
        window: &Window,
    ) -> impl Iterator<Item = usize> + 'a + use<'a> {
        let places = &self.places[text];
        let from = places.partition_point(|&place| place < window.target.start);
        let to = places.partition_point(|&place| place < window.target.end);
        places[from..to].iter().copied()
    }

    /// The longest common order of the window (after Hunt and Szymanski), where of an element
    /// that is repeated very often only the nearest places are tried.
    fn longest_order(&self, window: &Window) -> Vec<(usize, usize)> {
        let mut ranks: HashMap<usize, usize> = HashMap::new();
        let mut candidates: Vec<(usize, usize)> = Vec::new();
        for source in window.source.clone() {
            let rank = ranks.entry(self.sources[source]).or_default();
            let mut places: BTreeSet<usize> = BTreeSet::new();
            for &text in &self.renders[self.sources[source]] {
                let all: Vec<usize> = self.within(text, window).collect();
                places.extend(nearby(&all, *rank));
            }
            *rank += 1;
            candidates.extend(places.iter().rev().map(|&target| (source, target)));
        }
        longest_common_order(&candidates)
    }

    /// Pairs what is left, wherever it stands.
    fn across(&self, pairs: &mut Vec<(usize, usize)>) {
        let mut source_taken = vec![false; self.sources.len()];
        let mut target_taken = vec![false; self.targets.len()];
        for &(source, target) in pairs.iter() {
            source_taken[source] = true;
            target_taken[target] = true;
        }
        let mut next = vec![0; self.places.len()];
        for source in (0..self.sources.len()).filter(|&source| !source_taken[source]) {
            let free = self.renders[self.sources[source]].iter().find_map(|&text| {
                let places = &self.places[text];
                while places.get(next[text]).is_some_and(|&place| target_taken[place]) {
                    next[text] += 1;
                }
                places.get(next[text]).copied()
            });
            if let Some(target) = free {
                target_taken[target] = true;
                pairs.push((source, target));
            }
        }
    }
}

/// The places around the given rank, counted from either end.
fn nearby(places: &[usize], rank: usize) -> impl Iterator<Item = usize> + '_ {
    let near = REPEATS_TRIED;
    let range = |middle: usize| middle.saturating_sub(near)..(middle + near + 1).min(places.len());
    let small = places.len() <= 2 * near;
    let ranges =
        if small { [0..places.len(), 0..0] } else { [range(rank), range(places.len() - 1)] };
    ranges.into_iter().flatten().filter_map(|at| places.get(at).copied())
}

/// The longest sequence that rises in both members; `candidates` come sorted by source, and of
/// one source by falling target.
fn longest_common_order(candidates: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    for (at, &(_, target)) in candidates.iter().enumerate() {
        let rank = ends.partition_point(|&end| candidates[end].1 < target);
        before.push(rank.checked_sub(1).map(|rank| ends[rank]));
        if rank == ends.len() {
            ends.push(at);
        } else {
            ends[rank] = at;
        }
    }
    let mut chain = Vec::new();
    let mut at = ends.last().copied();
    while let Some(here) = at {
        chain.push(candidates[here]);
        at = before[here];
    }
    chain.reverse();
    chain
}

/// The distinct texts of the elements, and for each element the number of its text.
fn number(elements: &[Element]) -> (Vec<&Group>, Vec<usize>) {
    let mut numbers: HashMap<&Group, usize> = HashMap::new();
    let mut texts = Vec::new();
    let of_element = elements
        .iter()
        .map(|element| {
            *numbers.entry(&element.group).or_insert_with(|| {
                texts.push(&element.group);
                texts.len() - 1
            })
        })
        .collect();
    (texts, of_element)
}

/// The targets of the document that are vouched for as renderings of `source`, sorted.
fn vouched_targets(
    source: &Group,
    claims: &Claims,
    numbers: &BTreeMap<&Group, usize>,
) -> Vec<usize> {
    let mut targets: Vec<usize> = claims
        .vouched_targets(None, source)
        .iter()
        .filter_map(|target| numbers.get(target).copied())
        .collect();
    targets.sort_unstable();
    targets
}
