//! Partners for what the ledger does not vouch for.

use std::collections::BTreeSet;
use std::ops::Range;

use hexapla_ledger::{Claims, Ledger};
use hexapla_model::{Group, Unit, UnitKind};

use super::element::Element;
use super::{Basis, accepted};
use crate::align::{Block, Lattice, Lexicon, Link, Pages, absorb, align, confidence};
use crate::order::Order;
use crate::text::{Profile, tokenize};

/// Partners found for elements.
pub(super) struct Found {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
    pub(super) basis: Basis,
    pub(super) in_order: bool,
    pub(super) confidence: f32,
}

/// The most pairs of elements that are compared across the order.
const MOST_COMPARED: usize = 1 << 20;

/// How alike an earlier source must be to a present one that stands in another place.
const ALIKE_ELSEWHERE: f32 = 0.6;

/// How alike an earlier source must be to a present one in the same gap.
const ALIKE_IN_PLACE: f32 = 0.3;

/// How sure it is that a source that took a place in an accepted order belongs to its target.
const SAME_SLOT: f32 = 0.95;

/// How much it counts, against all that can be seen in the texts, that the target was made from
/// an earlier source like the present one.
const MADE_FROM: f32 = 12.0;

/// Looks for the partners of all elements that have none yet.
pub(super) struct Filler<'a> {
    pub(super) source: &'a [&'a Unit],
    pub(super) target: &'a [&'a Unit],
    pub(super) sources: &'a [Element],
    pub(super) targets: &'a [Element],
    pub(super) claims: &'a Claims,
    pub(super) ledger: &'a Ledger,
}

/// A source element without partner.
struct Source {
    place: usize,
    block: Block,
    profile: Profile,
}

/// A target element without partner, with the sources that it was made from.
struct Target {
    place: usize,
    block: Block,
    bases: Vec<(Group, Profile)>,
}

/// What is left of both sides.
struct Left {
    pages: Pages,
    sources: Vec<Source>,
    targets: Vec<Target>,
}

impl Filler<'_> {
    /// Partners within each gap that the vouched pairs leave, then across gaps.
    pub(super) fn fill(&self, vouched: &[(usize, usize)], order: &Order) -> Vec<Found> {
        if self.claims.iter().next().is_none() {
            return self.aligned();
        }
        let Some(left) = self.left(vouched) else { return Vec::new() };
        let anchors: Vec<(usize, usize)> = vouched
            .iter()
            .zip(&order.chosen)
            .filter_map(|(pair, chosen)| chosen.then_some(*pair))
            .collect();
        let mut found = Vec::new();
        let (mut s, mut t) = (0, 0);
        for &(i, j) in anchors.iter().chain([&(usize::MAX, usize::MAX)]) {
            let s_end = s + left.sources[s..].partition_point(|source| source.place < i);
            let t_end = t + left.targets[t..].partition_point(|target| target.place < j);
            found.extend(left.gap(&left.sources[s..s_end], &left.targets[t..t_end]));
            (s, t) = (s_end, t_end);
        }
        let slots = self.slots(vouched, &found);
        found.extend(slots);
        let across = left.across(&found);
        found.extend(across);
        found
    }

    /// Partners in an order that somebody accepted, for what is not found yet.
    fn slots(&self, vouched: &[(usize, usize)], found: &[Found]) -> Vec<Found> {
        let mut sources: BTreeSet<usize> = found.iter().flat_map(|it| it.source.clone()).collect();
        let mut targets: BTreeSet<usize> = found.iter().flat_map(|it| it.target.clone()).collect();
        accepted::slots(vouched, self.sources, self.targets, self.claims)
            .into_iter()
            .filter(|slot| {
                !sources.contains(&slot.source)
                    && !targets.contains(&slot.target)
                    && sources.insert(slot.source)
                    && targets.insert(slot.target)
            })
            .map(|slot| Found {
                source: slot.source..slot.source + 1,
                target: slot.target..slot.target + 1,
                basis: Basis::MadeFrom(slot.base),
                in_order: true,
                confidence: SAME_SLOT,
            })
            .collect()
    }

    /// Partners in a document of which nothing was ever said.
    fn aligned(&self) -> Vec<Found> {
        let links = align(self.source, self.target, &Lexicon::default(), &[]);
        let pairs = links.into_iter().filter(|it| !it.source.is_empty() && !it.target.is_empty());
        let pairs: Vec<Link> = pairs.collect();
        let places: Vec<(usize, usize)> =
            pairs.iter().map(|link| (link.source.start, link.target.start)).collect();
        let order = Order::of(&places);
        let found = |(link, in_order): (Link, bool)| Found {
            source: link.source,
            target: link.target,
            basis: Basis::Guessed,
            in_order,
            confidence: link.confidence,
        };
        pairs.into_iter().zip(order.certain).map(found).collect()
    }

    /// What has no partner yet; nothing where one side has nothing left.
    fn left(&self, vouched: &[(usize, usize)]) -> Option<Left> {
        let sources_taken: BTreeSet<usize> = vouched.iter().map(|pair| pair.0).collect();
        let targets_taken: BTreeSet<usize> = vouched.iter().map(|pair| pair.1).collect();
        let free = |count: usize, taken: &BTreeSet<usize>| -> Vec<usize> {
            (0..count).filter(|place| !taken.contains(place)).collect()
        };
        let sources = free(self.sources.len(), &sources_taken);
        let targets = free(self.targets.len(), &targets_taken);
        if sources.is_empty() || targets.is_empty() {
            return None;
        }
        let of_source = units(self.source, self.sources, &sources);
        let of_target = units(self.target, self.targets, &targets);
        let pages = Pages::of(&of_source, &of_target, &Lexicon::default(), &[]);
        let present: BTreeSet<&Group> = self.sources.iter().map(|source| &source.group).collect();
        let source = |(place, block)| Source {
            place,
            block,
            profile: profile(&text(&self.source[self.sources[place].blocks.clone()])),
        };
        let target = |(place, block)| Target { place, block, bases: self.bases(place, &present) };
        let sources = blocks(&pages.source, self.sources, &sources).map(source).collect();
        let targets = blocks(&pages.target, self.targets, &targets).map(target).collect();
        Some(Left { pages, sources, targets })
    }

    /// What a target was made from; sources that are gone come before those still present, which
    /// are somebody else's.
    fn bases(&self, place: usize, present: &BTreeSet<&Group>) -> Vec<(Group, Profile)> {
        let all: Vec<&Group> = self.claims.sources_of(None, &self.targets[place].group).collect();
        let gone: Vec<&Group> =
            all.iter().copied().filter(|base| !present.contains(base)).collect();
        let bases = if gone.is_empty() { all } else { gone };
        let known = |base: &Group| self.ledger.group_text(base).unwrap_or_default();
        bases.into_iter().map(|base| (base.clone(), profile(&known(base)))).collect()
    }
}

/// The units of the given elements.
fn units<'a>(all: &[&'a Unit], elements: &[Element], places: &[usize]) -> Vec<&'a Unit> {
    places.iter().flat_map(|&place| all[elements[place].blocks.clone()].iter().copied()).collect()
}

/// Each of the given elements as one block; `blocks` are those of all their units.
fn blocks(
    blocks: &[Block],
    elements: &[Element],
    places: &[usize],
) -> impl Iterator<Item = (usize, Block)> {
    let mut next = 0;
    places.iter().map(move |&place| {
        let own = next..next + elements[place].blocks.len();
        next = own.end;
        (place, Block::joined(&blocks[own].iter().collect::<Vec<_>>()))
    })
}

fn text(units: &[&Unit]) -> String {
    units.iter().map(|unit| unit.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn profile(text: &str) -> Profile {
    Profile::of(&tokenize(text, &[]))
}

impl Left {
    /// The best monotone pairing of a gap.
    fn gap(&self, sources: &[Source], targets: &[Target]) -> Vec<Found> {
        if sources.is_empty() || targets.is_empty() {
            return Vec::new();
        }
        let square = sources.len() == targets.len();
        let score =
            |from: Range<usize>, to: Range<usize>| self.score(&sources[from], &targets[to], square);
        let way = Lattice::of(sources.len(), targets.len(), f32::NEG_INFINITY, score).best();
        let pairs = absorb(&way, &score).into_iter().filter(|taken| !taken.is_alone());
        let found = |taken: crate::align::Taken| {
            let (source, target) = (&sources[taken.source.clone()], &targets[taken.target.clone()]);
            Found {
                source: source[0].place..source[0].place + source.len(),
                target: target[0].place..target[0].place + target.len(),
                basis: basis(source, target),
                in_order: true,
                confidence: confidence(&taken),
            }
        };
        pairs.map(found).collect()
    }

    /// How much speaks for pairing these: an attested base counts most.
    fn score(&self, sources: &[Source], targets: &[Target], square: bool) -> f32 {
        let apart = sources.windows(2).any(|two| two[0].place + 1 != two[1].place)
            || targets.windows(2).any(|two| two[0].place + 1 != two[1].place);
        if apart {
            return f32::NEG_INFINITY;
        }
        let (a, b): (Vec<&Block>, Vec<&Block>) = (
            sources.iter().map(|source| &source.block).collect(),
            targets.iter().map(|target| &target.block).collect(),
        );
        if targets.iter().all(|target| target.bases.is_empty()) {
            return self.pages.score(&a, &b);
        }
        let alike = nearest(sources, targets).1;
        if alike >= ALIKE_IN_PLACE {
            // A block more must only make the likeness greater: what it costs to take it at all is
            // what it costs to leave it alone.
            let more = (a.len() + b.len() - 2) as f32 * 2.0;
            MADE_FROM * (1.0 + 3.0 * alike) + more
        } else if square && a.len() == 1 && b.len() == 1 && shape(a[0].kind) == shape(b[0].kind) {
            alike
        } else {
            f32::NEG_INFINITY
        }
    }

    /// Partners for what was changed and moved at once: only where the texts are much alike.
    fn across(&self, found: &[Found]) -> Vec<Found> {
        let sources_taken: BTreeSet<usize> =
            found.iter().flat_map(|it| it.source.clone()).collect();
        let targets_taken: BTreeSet<usize> =
            found.iter().flat_map(|it| it.target.clone()).collect();
        let free_sources: Vec<&Source> =
            self.sources.iter().filter(|it| !sources_taken.contains(&it.place)).collect();
        let free_targets: Vec<&Target> = self
            .targets
            .iter()
            .filter(|it| !it.bases.is_empty() && !targets_taken.contains(&it.place))
            .collect();
        if free_sources.len().saturating_mul(free_targets.len()) > MOST_COMPARED {
            return Vec::new();
        }
        let mut candidates = Vec::new();
        for (i, source) in free_sources.iter().enumerate() {
            for (j, target) in free_targets.iter().enumerate() {
                let alike = nearest(std::slice::from_ref(*source), std::slice::from_ref(*target)).1;
                if alike >= ALIKE_ELSEWHERE {
                    candidates.push((alike, i, j));
                }
            }
        }
        candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut i_taken, mut j_taken) = (BTreeSet::new(), BTreeSet::new());
        candidates
            .into_iter()
            .filter(|(_, i, j)| {
                !i_taken.contains(i)
                    && !j_taken.contains(j)
                    && i_taken.insert(*i)
                    && j_taken.insert(*j)
            })
            .map(|(alike, i, j)| {
                let (source, target) = (free_sources[i], free_targets[j]);
                Found {
                    source: source.place..source.place + 1,
                    target: target.place..target.place + 1,
                    basis: basis(std::slice::from_ref(source), std::slice::from_ref(target)),
                    in_order: false,
                    confidence: alike,
                }
            })
            .collect()
    }
}

fn basis(sources: &[Source], targets: &[Target]) -> Basis {
    nearest(sources, targets).0.map_or(Basis::Guessed, Basis::MadeFrom)
}

/// What the targets were made from that is most like the sources, and how alike that is.
fn nearest(sources: &[Source], targets: &[Target]) -> (Option<Group>, f32) {
    let present = Profile::joined(sources.iter().map(|source| &source.profile));
    if let [target] = targets {
        let alike = target.bases.iter().map(|(base, it)| (present.similarity(it), base));
        let most = alike.max_by(|(a, one), (b, other)| a.total_cmp(b).then(other.cmp(one)));
        return most.map_or((None, -1.0), |(alike, base)| (Some(base.clone()), alike));
    }
    let firsts: Option<Vec<&(Group, Profile)>> =
        targets.iter().map(|target| target.bases.first()).collect();
    let Some(firsts) = firsts else { return (None, -1.0) };
    let members = firsts.iter().flat_map(|(base, _)| base.members()).copied().collect();
    let alike = present.similarity(&Profile::joined(firsts.iter().map(|(_, profile)| profile)));
    (Group::new(members), alike)
}

/// The kind without what a translator may well change.
fn shape(kind: UnitKind) -> UnitKind {
    match kind {
        UnitKind::Heading(_) => UnitKind::Heading(0),
        UnitKind::ListItem | UnitKind::Footnote => UnitKind::Paragraph,
        other => other,
    }
}
