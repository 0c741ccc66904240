//! Which unit of the source that a target was made from each unit of the target renders.

use std::collections::BTreeMap;

use hexapla_ledger::Pair;
use hexapla_model::{Group, Unit, UnitKey};

use crate::align::{Lexicon, Link, align};

/// What a target surely renders.
pub(super) struct Paired {
    /// Source and target of each unit.
    pub(super) pairs: Vec<Pair>,
    /// How sure they are, from 0 to 1: the mean.
    pub(super) confidence: f32,
}

/// The least share of the source's blocks in sure links, from which on a page of one shape is
/// taken block by block.
const SHARE: f32 = 0.5;

/// Pairs units by key, and blocks by alignment.
pub(super) fn pairs(source: &[Unit], target: &[Unit]) -> Paired {
    let mut targets: BTreeMap<&UnitKey, &Unit> = BTreeMap::new();
    for unit in target.iter().rev() {
        targets.extend(unit.key.as_ref().map(|key| (key, unit)));
    }
    let keyed = source.iter().filter_map(|unit| {
        let key = unit.key.as_ref()?;
        let pair = Pair::new(Some(key.clone()), unit.fingerprint, targets.get(key)?.fingerprint);
        Some((pair, 1.0))
    });
    let (sources, targets): (Vec<&Unit>, Vec<&Unit>) = (blocks(source), blocks(target));
    let links = links(&sources, &targets);
    let group = |units: &[&Unit]| Group::new(units.iter().map(|it| it.fingerprint).collect());
    let paired = links.iter().filter_map(|link| {
        let source = group(&sources[link.source.clone()])?;
        let target = group(&targets[link.target.clone()])?;
        Some((Pair::new(None, source, target), link.confidence))
    });
    let all: Vec<(Pair, f32)> = keyed.chain(paired).collect();
    let sum: f32 = all.iter().map(|(_, confidence)| confidence).sum();
    let confidence = if all.is_empty() { 0.0 } else { sum / all.len() as f32 };
    Paired { pairs: all.into_iter().map(|(pair, _)| pair).collect(), confidence }
}

fn blocks(units: &[Unit]) -> Vec<&Unit> {
    units.iter().filter(|unit| unit.key.is_none()).collect()
}

/// The sure links; of a page of one shape, most of which is sure, all.
fn links(source: &[&Unit], target: &[&Unit]) -> Vec<Link> {
    let mut links = align(source, target, &Lexicon::default(), &[]);
    let sure: usize = links.iter().filter(|it| it.is_sure()).map(|it| it.source.len()).sum();
    let is_one_shape = source.len() == target.len()
        && source.iter().zip(target).all(|(a, b)| a.kind == b.kind)
        && links.iter().all(|link| link.source == link.target);
    if !is_one_shape || (sure as f32) < SHARE * source.len() as f32 {
        links.retain(Link::is_sure);
    }
    links
}
