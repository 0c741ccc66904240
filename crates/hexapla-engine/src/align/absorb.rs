//! Blocks that were run together: a table whose lines were wrapped, a list made a sentence.

use std::ops::Range;

use super::lattice::Taken;

/// How much more must speak for a pair with the block than for the pair without it.
const GAIN: f32 = 1.0;

/// The way with every block that has no partner of its own taken into the pair before or behind
/// it, or paired with those that are alone beside it, where `score` speaks for that.
pub(crate) fn absorb(
    way: &[Taken],
    score: &impl Fn(Range<usize>, Range<usize>) -> f32,
) -> Vec<Taken> {
    let way = join_runs(way, score);
    let forward = way.into_iter().fold(Vec::new(), |done, step| push(done, step, score));
    let backward = forward.into_iter().rev().fold(Vec::new(), |done, step| push(done, step, score));
    backward.into_iter().rev().collect()
}

/// Pairs the blocks of either side that are alone in one place, all with all, where that speaks for
/// it.
fn join_runs(way: &[Taken], score: &impl Fn(Range<usize>, Range<usize>) -> f32) -> Vec<Taken> {
    let mut joined = Vec::with_capacity(way.len());
    for run in way.chunk_by(|one, next| one.is_alone() && next.is_alone()) {
        let both = run[1..].iter().fold(run[0].clone(), |both, step| both.with(step));
        let found = (run.len() > 1 && !both.is_alone())
            .then(|| score(both.source.clone(), both.target.clone()))
            .filter(|score| *score > GAIN);
        match found {
            Some(score) => joined.push(Taken { score, ..both }),
            None => joined.extend_from_slice(run),
        }
    }
    joined
}

/// Adds a step behind those that are done, or takes it into the last of them.
fn push(
    mut done: Vec<Taken>,
    step: Taken,
    score: &impl Fn(Range<usize>, Range<usize>) -> f32,
) -> Vec<Taken> {
    let pair = match done.last() {
        Some(last) if step.is_alone() && !last.is_alone() => last.with(&step),
        Some(last) if last.is_alone() && !step.is_alone() => step.with(last),
        _ => {
            done.push(step);
            return done;
        }
    };
    let more = score(pair.source.clone(), pair.target.clone());
    if more > pair.score + GAIN {
        done.pop();
        done.push(Taken { score: more, ..pair });
    } else {
        done.push(step);
    }
    done
}
