//! Which unit of the source that a target was made from each unit of the target renders.

use std::collections::{BTreeMap, HashSet};

use hexapla_ledger::Pair;
use hexapla_model::{Fingerprint, Group, Unit, UnitKey, UnitKind};

use super::follow::{Mark, is_sign};
use crate::align::{Lexicon, Link, MarkKind, align, marks};
use crate::text::{TokenKind, tokenize};

/// What a target surely renders.
pub(super) struct Paired {
    /// Source and target of each unit.
    pub(super) pairs: Vec<Pair>,
    /// The blocks among them in the order of the source, where the target has another one.
    pub(super) placed: Option<Vec<Pair>>,
    /// How sure they are, from 0 to 1: the mean.
    pub(super) confidence: f32,
}

/// The least share of the source's blocks in sure links, from which on a page of one shape is
/// taken block by block.
const SHARE: f32 = 0.5;

/// The least share of signs that pages of one shape have in common, of all that either has.
const ALIKE: f32 = 0.5;

/// To how many blocks a page without signs says too little by its shape.
const SHORT: usize = 10;

/// Pairs units by key, and blocks by alignment. Words that still are those of the source, as it
/// was or as it is `now`, render nothing: whether they stay so on purpose only people know.
pub(super) fn pairs(source: &[Unit], now: &[Unit], target: &[Unit]) -> Paired {
    let worded = source.iter().chain(now).filter(|unit| has_words(unit));
    let untranslated: HashSet<Fingerprint> = worded.map(|unit| unit.fingerprint).collect();
    let mut targets: BTreeMap<&UnitKey, &Unit> = BTreeMap::new();
    for unit in target.iter().rev() {
        targets.extend(unit.key.as_ref().map(|key| (key, unit)));
    }
    let keyed = source.iter().filter_map(|unit| {
        let key = unit.key.as_ref()?;
        let target = targets.get(key).filter(|it| !untranslated.contains(&it.fingerprint))?;
        Some((Pair::new(Some(key.clone()), unit.fingerprint, target.fingerprint), 1.0))
    });
    let (sources, targets): (Vec<&Unit>, Vec<&Unit>) = (blocks(source), blocks(target));
    let mut links = links(&sources, &targets);
    links.retain(|link| {
        !targets[link.target.clone()].iter().any(|it| untranslated.contains(&it.fingerprint))
    });
    let group = |units: &[&Unit]| Group::new(units.iter().map(|it| it.fingerprint).collect());
    let paired = links.iter().filter_map(|link| {
        let source = group(&sources[link.source.clone()])?;
        let target = group(&targets[link.target.clone()])?;
        Some((Pair::new(None, source, target), link.confidence))
    });
    let paired: Vec<(Pair, f32)> = paired.collect();
    let is_placed = !links.is_sorted_by_key(|link| link.target.start);
    let placed = is_placed.then(|| paired.iter().map(|(pair, _)| pair.clone()).collect());
    let all: Vec<(Pair, f32)> = keyed.chain(paired).collect();
    let sum: f32 = all.iter().map(|(_, confidence)| confidence).sum();
    let confidence = if all.is_empty() { 0.0 } else { sum / all.len() as f32 };
    let pairs = all.into_iter().map(|(pair, _)| pair).collect();
    Paired { pairs, placed, confidence }
}

/// Whether the signs of two pages of one shape say that they are one page. Ids that renderers make
/// of words differ, so an id counts only where both have it.
fn are_alike(source: &[&Unit], target: &[&Unit]) -> bool {
    let (ours, theirs) = (signs_of(source), signs_of(target));
    let common = ours.intersection(&theirs).count();
    let only_one = ours.symmetric_difference(&theirs);
    let differ = only_one.filter(|(kind, _)| *kind != MarkKind::Anchor).count();
    match common + differ {
        0 => source.len() > SHORT,
        all => common as f32 >= ALIKE * all as f32,
    }
}

fn signs_of(units: &[&Unit]) -> HashSet<Mark> {
    units.iter().flat_map(|unit| marks(unit)).filter(is_sign).collect()
}

/// Whether a unit says anything in words; code, markup, numbers and addresses are none.
fn has_words(unit: &Unit) -> bool {
    !matches!(unit.kind, UnitKind::CodeBlock | UnitKind::Asset)
        && tokenize(&unit.text, &unit.codes).iter().any(|token| token.kind == TokenKind::Word)
}

fn blocks(units: &[Unit]) -> Vec<&Unit> {
    units.iter().filter(|unit| unit.key.is_none()).collect()
}

/// The sure links; of a page of one shape, most of which is sure, all. Two pages may be of one shape
/// by chance: what they share has to speak for it.
fn links(source: &[&Unit], target: &[&Unit]) -> Vec<Link> {
    let mut links = align(source, target, &Lexicon::default(), &[]);
    let sure: usize = links.iter().filter(|it| it.is_sure()).map(|it| it.source.len()).sum();
    let is_one_shape = source.len() == target.len()
        && source.iter().zip(target).all(|(a, b)| a.kind == b.kind)
        && links.iter().all(|link| link.source == link.target);
    if !is_one_shape {
        links.retain(Link::is_sure);
    } else if !are_alike(source, target) {
        let shares = |link: &Link| {
            let signs = signs_of(&source[link.source.clone()]);
            !signs.is_disjoint(&signs_of(&target[link.target.clone()]))
        };
        links.retain(|link| link.is_sure() && shares(link));
    } else if (sure as f32) < SHARE * source.len() as f32 {
        links.retain(Link::is_sure);
    }
    links
}
