//! Texts that are known to render each other as wholes.

use super::Link;

/// The links of two texts that somebody says render each other as a whole, so that nothing in them
/// is missing or superfluous: every block that is alone is taken into the link before it, or
/// behind it where none is before. What was condensed or explained belongs to its neighbour.
pub fn complete(links: &[Link]) -> Vec<Link> {
    let mut done: Vec<Link> = Vec::with_capacity(links.len());
    for link in links {
        let joined = done.iter_mut().rev().find(|other| joins(link, other));
        match joined {
            Some(other) => *other = both(link, other),
            None => done.push(link.clone()),
        }
    }
    // What came before the first pair could not be taken into one yet.
    let (alone, mut pairs): (Vec<Link>, Vec<Link>) = done.into_iter().partition(is_alone);
    let mut left = Vec::new();
    for link in alone.into_iter().rev() {
        match pairs.iter_mut().find(|other| joins(&link, other)) {
            Some(other) => *other = both(&link, other),
            None => left.push(link),
        }
    }
    pairs.extend(left);
    pairs.sort_by_key(|link| (link.source.start, link.target.start));
    pairs
}

fn is_alone(link: &Link) -> bool {
    link.source.is_empty() || link.target.is_empty()
}

/// Whether a link that is alone stands right beside a pair.
fn joins(alone: &Link, pair: &Link) -> bool {
    let beside = |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| {
        !a.is_empty() && (a.start == b.end || a.end == b.start)
    };
    is_alone(alone)
        && !is_alone(pair)
        && (beside(&alone.source, &pair.source) || beside(&alone.target, &pair.target))
}

fn both(alone: &Link, pair: &Link) -> Link {
    let joined = |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| {
        if a.is_empty() { b.clone() } else { a.start.min(b.start)..a.end.max(b.end) }
    };
    Link {
        source: joined(&alone.source, &pair.source),
        target: joined(&alone.target, &pair.target),
        confidence: pair.confidence.min(alone.confidence),
    }
}
