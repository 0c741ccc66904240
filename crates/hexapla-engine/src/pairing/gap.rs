//! Partners for what the ledger does not vouch for.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use hexapla_ledger::{Claims, Ledger};
use hexapla_model::{CodeKind, Group, Unit, UnitKind};

use super::Basis;
use super::element::Element;
use super::order::Order;
use crate::text::{Profile, tokenize};

/// A partner found for an element.
pub(super) struct Found {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) basis: Basis,
    pub(super) in_order: bool,
}

/// The most pairs of elements that are compared in one gap; a larger gap is compared along its
/// diagonal only.
const MOST_COMPARED: usize = 1 << 20;

/// How alike an earlier source must be to a present one that stands in another place.
const ALIKE_ELSEWHERE: f32 = 0.6;

/// How alike an earlier source must be to a present one in the same gap.
const ALIKE_IN_PLACE: f32 = 0.3;

/// Looks for the partners of all elements that have none yet.
pub(super) struct Filler<'a> {
    pub(super) source: &'a [&'a Unit],
    pub(super) target: &'a [&'a Unit],
    pub(super) sources: &'a [Element],
    pub(super) targets: &'a [Element],
    pub(super) claims: &'a Claims,
    pub(super) ledger: &'a Ledger,
}

/// A source element without partner, with what is needed to compare it.
struct Source {
    place: usize,
    profile: OnceCell<Profile>,
}

/// A target element without partner, with the sources it was made from.
struct Target {
    place: usize,
    bases: Vec<(Group, OnceCell<Profile>)>,
}

impl Filler<'_> {
    /// Partners within each gap that the vouched pairs leave, then across gaps.
    pub(super) fn fill(&self, vouched: &[(usize, usize)], order: &Order) -> Vec<Found> {
        let (sources, targets) = self.left(vouched);
        let anchors: Vec<(usize, usize)> = vouched
            .iter()
            .zip(&order.chosen)
            .filter_map(|(pair, chosen)| chosen.then_some(*pair))
            .collect();
        let mut found = Vec::new();
        let (mut s, mut t) = (0, 0);
        for &(i, j) in anchors.iter().chain([&(usize::MAX, usize::MAX)]) {
            let s_end = s + sources[s..].partition_point(|source| source.place < i);
            let t_end = t + targets[t..].partition_point(|target| target.place < j);
            found.extend(self.gap(&sources[s..s_end], &targets[t..t_end]));
            (s, t) = (s_end, t_end);
        }
        let across = self.across(&sources, &targets, &found);
        found.extend(across);
        found
    }

    fn left(&self, vouched: &[(usize, usize)]) -> (Vec<Source>, Vec<Target>) {
        let sources_taken: BTreeSet<usize> = vouched.iter().map(|pair| pair.0).collect();
        let targets_taken: BTreeSet<usize> = vouched.iter().map(|pair| pair.1).collect();
        let present: BTreeSet<&Group> = self.sources.iter().map(|source| &source.group).collect();
        let free = |taken: &BTreeSet<usize>, place: &usize| !taken.contains(place);
        let sources = (0..self.sources.len())
            .filter(|place| free(&sources_taken, place))
            .map(|place| Source { place, profile: OnceCell::new() })
            .collect();
        let targets = (0..self.targets.len())
            .filter(|place| free(&targets_taken, place))
            .map(|place| Target { place, bases: self.bases(place, &present) })
            .collect();
        (sources, targets)
    }

    /// What a target was made from; sources that are gone come before those still present, which
    /// are somebody else's.
    fn bases(&self, place: usize, present: &BTreeSet<&Group>) -> Vec<(Group, OnceCell<Profile>)> {
        let all: Vec<&Group> = self.claims.sources_of(None, &self.targets[place].group).collect();
        let gone: Vec<&Group> =
            all.iter().copied().filter(|base| !present.contains(base)).collect();
        let bases = if gone.is_empty() { all } else { gone };
        bases.into_iter().map(|base| (base.clone(), OnceCell::new())).collect()
    }

    /// The best monotone pairing of a gap.
    fn gap(&self, sources: &[Source], targets: &[Target]) -> Vec<Found> {
        if sources.is_empty() || targets.is_empty() {
            return Vec::new();
        }
        let square = sources.len() == targets.len();
        let score = |i: usize, j: usize| self.score(&sources[i], &targets[j], square);
        let pairs = best_pairing(sources.len(), targets.len(), score);
        let found = |(i, j): (usize, usize)| Found {
            source: sources[i].place,
            target: targets[j].place,
            basis: self.basis(&sources[i], &targets[j]),
            in_order: true,
        };
        pairs.into_iter().map(found).collect()
    }

    /// How much speaks for pairing these two: nothing at 0, an attested base counting most.
    fn score(&self, source: &Source, target: &Target, square: bool) -> f32 {
        let (a, b) = (self.source_unit(source), self.target_unit(target));
        if a.fingerprint == b.fingerprint {
            return 3.0;
        }
        let same_kind = shape(a.kind) == shape(b.kind);
        if target.bases.is_empty() {
            return if same_kind {
                0.2 + 0.5 * anchors_alike(a, b) + 0.2 * lengths_alike(a, b)
            } else {
                0.0
            };
        }
        let (_, alike) = self.nearest(source, target);
        if alike >= ALIKE_IN_PLACE {
            2.0 + alike
        } else if same_kind && square {
            1.0 + alike
        } else {
            0.0
        }
    }

    fn basis(&self, source: &Source, target: &Target) -> Basis {
        match self.nearest(source, target).0 {
            Some(base) => Basis::MadeFrom(base.clone()),
            None => Basis::Guessed,
        }
    }

    /// The base of the target that is most like the source, and how alike they are.
    fn nearest<'t>(&self, source: &Source, target: &'t Target) -> (Option<&'t Group>, f32) {
        let present = source.profile.get_or_init(|| {
            let blocks = &self.source[self.sources[source.place].blocks.clone()];
            profile(&blocks.iter().map(|unit| unit.text.as_str()).collect::<Vec<_>>().join("\n\n"))
        });
        let mut nearest = (None, -1.0);
        for (base, cell) in &target.bases {
            let base_profile =
                cell.get_or_init(|| profile(&self.ledger.group_text(base).unwrap_or_default()));
            let alike = present.similarity(base_profile);
            if alike > nearest.1 {
                nearest = (Some(base), alike);
            }
        }
        nearest
    }

    /// Partners for what was changed and moved at once: only where the texts are much alike.
    fn across(&self, sources: &[Source], targets: &[Target], found: &[Found]) -> Vec<Found> {
        let sources_taken: BTreeSet<usize> = found.iter().map(|it| it.source).collect();
        let targets_taken: BTreeSet<usize> = found.iter().map(|it| it.target).collect();
        let free_sources: Vec<&Source> =
            sources.iter().filter(|it| !sources_taken.contains(&it.place)).collect();
        let free_targets: Vec<&Target> = targets
            .iter()
            .filter(|it| !it.bases.is_empty() && !targets_taken.contains(&it.place))
            .collect();
        if free_sources.len().saturating_mul(free_targets.len()) > MOST_COMPARED {
            return Vec::new();
        }
        let mut candidates = Vec::new();
        for (i, source) in free_sources.iter().enumerate() {
            for (j, target) in free_targets.iter().enumerate() {
                let alike = self.nearest(source, target).1;
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
            .map(|(_, i, j)| Found {
                source: free_sources[i].place,
                target: free_targets[j].place,
                basis: self.basis(free_sources[i], free_targets[j]),
                in_order: false,
            })
            .collect()
    }

    fn source_unit(&self, source: &Source) -> &Unit {
        self.source[self.sources[source.place].blocks.start]
    }

    fn target_unit(&self, target: &Target) -> &Unit {
        self.target[self.targets[target.place].blocks.start]
    }
}

fn profile(text: &str) -> Profile {
    Profile::of(&tokenize(text, &[]))
}

/// The kind without what a translator may well change.
fn shape(kind: UnitKind) -> UnitKind {
    match kind {
        UnitKind::Heading(_) => UnitKind::Heading(0),
        UnitKind::ListItem | UnitKind::Footnote => UnitKind::Paragraph,
        other => other,
    }
}

/// Share of the addresses, code and variables that both have; 1/2 where neither has any.
fn anchors_alike(a: &Unit, b: &Unit) -> f32 {
    let anchors = |unit: &Unit| -> BTreeSet<(CodeKind, String)> {
        let marks = [CodeKind::Emphasis, CodeKind::Syntax];
        let codes = unit.codes.iter().filter(|code| !marks.contains(&code.kind));
        codes.map(|code| (code.kind, code.value.clone())).collect()
    };
    let (a, b) = (anchors(a), anchors(b));
    let all = a.union(&b).count();
    if all == 0 { 0.5 } else { a.intersection(&b).count() as f32 / all as f32 }
}

fn lengths_alike(a: &Unit, b: &Unit) -> f32 {
    let (a, b) = (a.text.len().max(1) as f32, b.text.len().max(1) as f32);
    a.min(b) / a.max(b)
}

/// The pairing of `rows` and `columns`, rising in both, of the greatest total score; only pairs
/// with a score above 0 are made. Where there are more than [`MOST_COMPARED`] combinations, only
/// those near the diagonal are looked at.
fn best_pairing(
    rows: usize,
    columns: usize,
    score: impl Fn(usize, usize) -> f32,
) -> Vec<(usize, usize)> {
    let width = if rows * columns <= MOST_COMPARED {
        columns
    } else {
        (MOST_COMPARED / rows).clamp(1, columns)
    };
    let start = |row: usize| (row * columns / rows).saturating_sub(width / 2).min(columns - width);
    let mut table = Table::new(rows, width, start);
    for row in 0..rows {
        for column in table.columns(row) {
            table.enter(row, column, score(row, column));
        }
    }
    table.trace()
}

/// What was best up to a row and column.
#[derive(Clone, Copy)]
enum Move {
    Pair,
    SkipRow,
    SkipColumn,
}

struct Table<F> {
    rows: usize,
    width: usize,
    start: F,
    best: Vec<f32>,
    moves: Vec<Move>,
}

impl<F: Fn(usize) -> usize> Table<F> {
    fn new(rows: usize, width: usize, start: F) -> Self {
        let size = rows * width;
        Self { rows, width, start, best: vec![0.0; size], moves: vec![Move::SkipRow; size] }
    }

    fn columns(&self, row: usize) -> std::ops::Range<usize> {
        let start = (self.start)(row);
        start..start + self.width
    }

    /// The best total of rows and columns up to and with these; 0 before the first, and the edge
    /// of the band where they lie outside of it.
    fn best(&self, row: Option<usize>, column: Option<usize>) -> f32 {
        let (Some(row), Some(column)) = (row, column) else { return 0.0 };
        let columns = self.columns(row);
        if column < columns.start {
            return 0.0;
        }
        self.best[row * self.width + column.min(columns.end - 1) - columns.start]
    }

    fn enter(&mut self, row: usize, column: usize, score: f32) {
        let (up, left) = (row.checked_sub(1), column.checked_sub(1));
        let skip_row = self.best(up, Some(column));
        let skip_column =
            if column > self.columns(row).start { self.best(Some(row), left) } else { -1.0 };
        let pair = self.best(up, left) + score;
        let (best, step) = if score > 0.0 && pair > skip_row && pair > skip_column {
            (pair, Move::Pair)
        } else if skip_row >= skip_column {
            (skip_row, Move::SkipRow)
        } else {
            (skip_column, Move::SkipColumn)
        };
        let at = row * self.width + column - self.columns(row).start;
        self.best[at] = best;
        self.moves[at] = step;
    }

    fn trace(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        let mut row = self.rows.checked_sub(1);
        let mut column = row.map(|row| self.columns(row).end - 1);
        while let (Some(i), Some(j)) = (row, column) {
            let columns = self.columns(i);
            if j < columns.start {
                break;
            }
            let j = j.min(columns.end - 1);
            match self.moves[i * self.width + j - columns.start] {
                Move::Pair => {
                    pairs.push((i, j));
                    (row, column) = (i.checked_sub(1), j.checked_sub(1));
                }
                Move::SkipRow => (row, column) = (i.checked_sub(1), Some(j)),
                Move::SkipColumn => (row, column) = (Some(i), j.checked_sub(1)),
            }
        }
        pairs.reverse();
        pairs
    }
}
