//! The best monotone alignment of two runs of blocks, and how sure each step of it is.

use std::ops::Range;

/// The steps of an alignment: how many blocks of source and target each takes, and what it costs
/// to take it at all.
const STEPS: [(usize, usize, f32); 5] =
    [(1, 1, 0.0), (1, 0, -3.0), (0, 1, -3.0), (1, 2, -5.0), (2, 1, -5.0)];

/// The most places of a lattice; a larger one is searched along its diagonal only.
const MOST_PLACES: usize = 1 << 20;

/// A step of the best way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Taken {
    /// Places in the run of the source.
    pub(crate) source: Range<usize>,
    /// Places in the run of the target.
    pub(crate) target: Range<usize>,
    /// How much speaks for it.
    pub(crate) score: f32,
    /// The share of all ways, each as likely as it is, that take this step.
    pub(crate) posterior: f32,
}

impl Taken {
    /// Whether one side has nothing.
    pub(crate) fn is_alone(&self) -> bool {
        self.source.is_empty() || self.target.is_empty()
    }

    /// The step with its places counted from others.
    pub(crate) fn shifted(self, source: usize, target: usize) -> Self {
        let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
        Self { source: shift(self.source, source), target: shift(self.target, target), ..self }
    }

    /// A pair with a neighbour taken into it.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let joined = |a: &Range<usize>, b: &Range<usize>| match (a.is_empty(), b.is_empty()) {
            (_, true) => a.clone(),
            (true, _) => b.clone(),
            _ => a.start.min(b.start)..a.end.max(b.end),
        };
        Self {
            source: joined(&self.source, &other.source),
            target: joined(&self.target, &other.target),
            score: self.score,
            posterior: self.posterior,
        }
    }
}

/// Every way through two runs of blocks, near the diagonal where they are long.
pub(crate) struct Lattice {
    rows: usize,
    columns: usize,
    width: usize,
    /// For each place: what each step that ends there counts.
    scores: Vec<[f32; STEPS.len()]>,
}

impl Lattice {
    /// The lattice of runs of the given lengths; `score` says how much speaks for pairing a few
    /// places of one with a few of the other. One place is paired with two only where with one of
    /// them it scores at least `hopeful`.
    pub(crate) fn of(
        rows: usize,
        columns: usize,
        hopeful: f32,
        score: impl Fn(Range<usize>, Range<usize>) -> f32,
    ) -> Self {
        let width = (MOST_PLACES / (rows + 1)).max(3).min(columns + 1);
        let mut lattice = Self { rows, columns, width, scores: Vec::new() };
        lattice.scores.reserve((rows + 1) * width);
        for row in 0..=rows {
            for column in lattice.band(row) {
                let alone = |held: bool| if held { 0.0 } else { f32::NEG_INFINITY };
                let one = match (row.checked_sub(1), column.checked_sub(1)) {
                    (Some(i), Some(j)) => score(i..row, j..column),
                    _ => f32::NEG_INFINITY,
                };
                // What two places score together, where that of the other one is known.
                let two = |other: Option<usize>, from: Option<usize>, to: Option<usize>| {
                    let other = other.map_or(f32::NEG_INFINITY, |at| lattice.scores[at][0]);
                    match (from, to) {
                        (Some(i), Some(j)) if one.max(other) >= hopeful => score(i..row, j..column),
                        _ => f32::NEG_INFINITY,
                    }
                };
                let beside = column.checked_sub(1).and_then(|left| lattice.at(row, left));
                let above = row.checked_sub(1).and_then(|up| lattice.at(up, column));
                let known = [
                    one,
                    alone(row > 0),
                    alone(column > 0),
                    two(beside, row.checked_sub(1), column.checked_sub(2)),
                    two(above, row.checked_sub(2), column.checked_sub(1)),
                ];
                let mut scores = STEPS.map(|(_, _, cost)| cost);
                scores.iter_mut().zip(known).for_each(|(cost, known)| *cost += known);
                lattice.scores.push(scores);
            }
        }
        lattice
    }

    /// The columns that are looked at in a row.
    fn band(&self, row: usize) -> Range<usize> {
        let middle = row * self.columns / self.rows.max(1);
        let start = middle.saturating_sub(self.width / 2).min(self.columns + 1 - self.width);
        start..start + self.width
    }

    /// Where a place is kept; nothing where it lies outside.
    fn at(&self, row: usize, column: usize) -> Option<usize> {
        let band = self.band(row);
        band.contains(&column).then(|| row * self.width + column - band.start)
    }

    /// The place before a step that ends at a place.
    fn before(&self, row: usize, column: usize, step: usize) -> Option<usize> {
        let (down, right, _) = STEPS[step];
        self.at(row.checked_sub(down)?, column.checked_sub(right)?)
    }

    /// The way whose steps count most together.
    pub(crate) fn best(&self) -> Vec<Taken> {
        let mut best = vec![f32::NEG_INFINITY; self.scores.len()];
        let mut came = vec![0_u8; self.scores.len()];
        best[0] = 0.0;
        for row in 0..=self.rows {
            for column in self.band(row) {
                let Some(here) = self.at(row, column) else { continue };
                for step in 0..STEPS.len() {
                    let Some(before) = self.before(row, column, step) else { continue };
                    let total = best[before] + self.scores[here][step];
                    if total > best[here] {
                        (best[here], came[here]) = (total, step as u8);
                    }
                }
            }
        }
        self.trace(&came)
    }

    fn trace(&self, came: &[u8]) -> Vec<Taken> {
        let (forward, backward) = (self.forward(), self.backward());
        let all = forward.last().copied().unwrap_or(0.0);
        let mut way = Vec::new();
        let (mut row, mut column) = (self.rows, self.columns);
        while let Some(here) = self.at(row, column).filter(|_| row + column > 0) {
            let step = usize::from(came[here]);
            let Some(before) = self.before(row, column, step) else { break };
            let (down, right, _) = STEPS[step];
            let score = self.scores[here][step];
            let posterior = (forward[before] + score + backward[here] - all).exp().min(1.0);
            let (source, target) = (row - down..row, column - right..column);
            way.push(Taken { source, target, score, posterior });
            (row, column) = (row - down, column - right);
        }
        way.reverse();
        way
    }

    /// For each place, the logarithm of how likely all ways to it are together.
    fn forward(&self) -> Vec<f32> {
        let mut sums = vec![f32::NEG_INFINITY; self.scores.len()];
        sums[0] = 0.0;
        for row in 0..=self.rows {
            for column in self.band(row) {
                let Some(here) = self.at(row, column) else { continue };
                for step in 0..STEPS.len() {
                    let Some(before) = self.before(row, column, step) else { continue };
                    sums[here] = add(sums[here], sums[before] + self.scores[here][step]);
                }
            }
        }
        sums
    }

    /// For each place, the logarithm of how likely all ways from it to the end are together.
    fn backward(&self) -> Vec<f32> {
        let mut sums = vec![f32::NEG_INFINITY; self.scores.len()];
        if let Some(last) = sums.last_mut() {
            *last = 0.0;
        }
        for row in (0..=self.rows).rev() {
            for column in self.band(row).rev() {
                let Some(here) = self.at(row, column) else { continue };
                for step in 0..STEPS.len() {
                    let Some(before) = self.before(row, column, step) else { continue };
                    sums[before] = add(sums[before], sums[here] + self.scores[here][step]);
                }
            }
        }
        sums
    }
}

/// The logarithm of the sum of two numbers given by their logarithms.
fn add(a: f32, b: f32) -> f32 {
    let (more, less) = if a > b { (a, b) } else { (b, a) };
    // Less than what a number of this kind can tell apart from one.
    let nothing = less == f32::NEG_INFINITY || more - less > 17.0;
    if nothing { more } else { more + (less - more).exp().ln_1p() }
}
