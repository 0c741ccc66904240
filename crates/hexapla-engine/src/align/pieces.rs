//! Documents whose parts stand in another order in the target: glossaries and tables are sorted
//! anew in each language.

use std::ops::Range;

use hexapla_model::UnitKind;

use super::score::{Block, Pages};

/// The most pieces that are compared with each other.
const MOST_PIECES: usize = 1 << 9;

/// How much must speak for two pieces before they can lead across the order.
const SURE: f32 = 4.0;

/// The target's blocks in the order that the source's pieces suggest; nothing where they stand in
/// it already.
pub(super) fn reordered(pages: &Pages) -> Option<Vec<usize>> {
    let (source, target) = (pieces(&pages.source), pieces(&pages.target));
    if source.len().min(target.len()) < 3 || source.len().max(target.len()) > MOST_PIECES {
        return None;
    }
    let partners = partners(pages, &source, &target);
    let known: Vec<usize> = partners.iter().flatten().copied().collect();
    if known.windows(2).all(|two| two[0] < two[1]) {
        return None;
    }
    // A piece without partner stays behind the one before it.
    let mut places: Vec<(usize, usize)> = Vec::with_capacity(target.len());
    let mut place = 0;
    for (at, partner) in partners.iter().enumerate() {
        place = partner.map_or(place, |partner| partner + 1);
        places.push((place, at));
    }
    places.sort_unstable();
    Some(places.into_iter().flat_map(|(_, at)| target[at].clone()).collect())
}

/// The parts that may stand elsewhere: a heading with what follows it, a row, an item.
fn pieces(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let begins =
            matches!(block.kind, UnitKind::Heading(_) | UnitKind::TableRow | UnitKind::ListItem);
        match pieces.last_mut() {
            Some(last) if !begins => last.end = at + 1,
            _ => pieces.push(at..at + 1),
        }
    }
    pieces
}

/// For each piece of the target the one of the source that it is most like, where that holds in
/// both directions and much speaks for it.
fn partners(pages: &Pages, source: &[Range<usize>], target: &[Range<usize>]) -> Vec<Option<usize>> {
    let blocks = |all: &'_ [Block], piece: &Range<usize>| -> Block {
        Block::joined(&all[piece.clone()].iter().collect::<Vec<_>>())
    };
    let sources: Vec<Block> = source.iter().map(|piece| blocks(&pages.source, piece)).collect();
    let targets: Vec<Block> = target.iter().map(|piece| blocks(&pages.target, piece)).collect();
    let mut of_source = vec![(SURE, None); source.len()];
    let mut of_target = vec![(SURE, None); target.len()];
    for (i, one) in sources.iter().enumerate() {
        for (j, other) in targets.iter().enumerate() {
            let score = pages.score(&[one], &[other]);
            if score > of_source[i].0 {
                of_source[i] = (score, Some(j));
            }
            if score > of_target[j].0 {
                of_target[j] = (score, Some(i));
            }
        }
    }
    let both =
        |(j, (_, i)): (usize, &(f32, Option<usize>))| i.filter(|i| of_source[*i].1 == Some(j));
    of_target.iter().enumerate().map(both).collect()
}
