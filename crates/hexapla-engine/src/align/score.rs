//! How much speaks for pairing blocks.

use hexapla_model::{Unit, UnitKind};

use super::lexicon::Lexicon;
use super::marks::{Index, MarkKind, marks, prose};

/// A block as it is compared.
#[derive(Clone)]
pub(crate) struct Block {
    /// Its place in its document.
    pub(crate) place: usize,
    pub(crate) kind: UnitKind,
    /// Characters that a reader sees.
    length: f32,
    /// Its marks by their numbers, sorted.
    marks: Vec<usize>,
}

impl Block {
    /// Several blocks taken as one.
    pub(crate) fn joined(blocks: &[&Self]) -> Self {
        let first = blocks.first();
        let length = blocks.iter().map(|block| block.length).sum();
        Self {
            place: first.map_or(0, |block| block.place),
            kind: first.map_or(UnitKind::Paragraph, |block| block.kind),
            length,
            marks: joined(blocks),
        }
    }
}

/// Two documents, ready to be compared.
pub(crate) struct Pages {
    pub(crate) source: Vec<Block>,
    pub(crate) target: Vec<Block>,
    /// The kind of each mark, and how many blocks of source and target have it.
    known: Vec<(MarkKind, [usize; 2])>,
    /// Of each mark: how much it counts where both blocks have it, and where only one has.
    weights: Vec<(f32, f32)>,
    /// How many characters of the target one of the source becomes.
    growth: f32,
}

impl Pages {
    /// Prepares two documents; marks of the kinds in `ignored` are not looked at.
    pub(crate) fn of(
        source: &[&Unit],
        target: &[&Unit],
        lexicon: &Lexicon,
        ignored: &[MarkKind],
    ) -> Self {
        let mut index = Index::default();
        let mut blocks = |side: usize, units: &[&Unit]| -> Vec<Block> {
            let block = |(place, unit): (usize, &&Unit)| {
                let mut kept = marks(unit);
                kept.retain(|(kind, _)| !ignored.contains(kind));
                if side == 1 {
                    kept.extend(rendered(&kept, lexicon));
                }
                let length = match unit.kind {
                    UnitKind::CodeBlock | UnitKind::Markup => unit.text.chars().count(),
                    _ => prose(unit).chars().filter(|c| !c.is_whitespace()).count(),
                };
                let (length, marks) = (length as f32, index.add(side, kept));
                Block { place, kind: unit.kind, length, marks }
            };
            units.iter().enumerate().map(block).collect()
        };
        let (source, target) = (blocks(0, source), blocks(1, target));
        let size = source.len().max(target.len()).max(2) as f32;
        let weights = index.known.iter().map(|(kind, counts)| weight(*kind, counts, size));
        let weights = weights.collect();
        let growth = growth(&source, &target);
        Self { source, target, known: index.known, weights, growth }
    }

    /// The marks of a block that one block of either side has.
    pub(crate) fn unique(&self, block: &Block) -> impl Iterator<Item = usize> {
        block.marks.iter().copied().filter(|&mark| self.known[mark].1 == [1, 1])
    }

    /// How much a mark counts where both blocks have it.
    pub(crate) fn weight(&self, mark: usize) -> f32 {
        self.weights[mark].0
    }

    /// How much more likely it is that the given blocks render each other than that they have
    /// nothing to do with each other, as a logarithm.
    pub(crate) fn score(&self, source: &[&Block], target: &[&Block]) -> f32 {
        let (Some(first), Some(other)) = (source.first(), target.first()) else { return 0.0 };
        let length = |blocks: &[&Block]| blocks.iter().map(|block| block.length).sum::<f32>();
        let kinds = kinds(first.kind, other.kind);
        let lengths = self.lengths(first.kind, length(source), length(target));
        kinds + lengths + self.marks(source, target)
    }

    fn lengths(&self, kind: UnitKind, source: f32, target: f32) -> f32 {
        let growth = if is_text(kind) { self.growth } else { 1.0 };
        let (source, target) = (source * growth + 4.0, target + 4.0);
        let apart = (target / source).ln();
        let variance = if is_text(kind) { 0.03 + 2.0 / source.max(target) } else { 0.02 };
        // Against two blocks that were drawn by chance.
        let chance = 1.0_f32;
        let likely = |variance: f32| -apart * apart / (2.0 * variance) - variance.ln() / 2.0;
        (likely(variance) - likely(chance)).max(-8.0)
    }

    fn marks(&self, source: &[&Block], target: &[&Block]) -> f32 {
        match (source, target) {
            ([one], [other]) => self.compare(&one.marks, &other.marks),
            ([one], _) => self.compare(&one.marks, &joined(target)),
            (_, [other]) => self.compare(&joined(source), &other.marks),
            _ => self.compare(&joined(source), &joined(target)),
        }
    }

    /// Adds up the marks that both have, and takes off those that only one has.
    fn compare(&self, source: &[usize], target: &[usize]) -> f32 {
        let (mut a, mut b) = (0, 0);
        let mut total = 0.0;
        while a < source.len() || b < target.len() {
            let (x, y) = (source.get(a), target.get(b));
            match (x, y) {
                (Some(x), Some(y)) if x == y => {
                    total += self.weights[*x].0;
                    (a, b) = (a + 1, b + 1);
                }
                (Some(x), other) if other.is_none_or(|y| x < y) => {
                    total -= self.weights[*x].1;
                    a += 1;
                }
                (_, Some(y)) => {
                    total -= self.weights[*y].1;
                    b += 1;
                }
                _ => break,
            }
        }
        total
    }
}

/// The words of the source language that those of a target's block render.
fn rendered(marks: &[(MarkKind, String)], lexicon: &Lexicon) -> Vec<(MarkKind, String)> {
    let words = marks.iter().filter(|(kind, _)| *kind == MarkKind::Word);
    let source = words.filter_map(|(_, word)| lexicon.rendered(word));
    source.map(|word| (MarkKind::Word, word.clone())).collect()
}

fn joined(blocks: &[&Block]) -> Vec<usize> {
    let mut all: Vec<usize> = blocks.iter().flat_map(|block| block.marks.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What a mark counts where both blocks have it, and where only one has it: the more the rarer it
/// is. A mark that the other document does not have at all says little.
fn weight(kind: MarkKind, counts: &[usize; 2], size: f32) -> (f32, f32) {
    let importance = match kind {
        MarkKind::Block | MarkKind::Anchor => 2.0,
        MarkKind::Link => 1.2,
        MarkKind::Code => 0.9,
        MarkKind::Number | MarkKind::Tag => 0.8,
        MarkKind::Word => 0.45,
    };
    let [source, target] = counts.map(|count| count as f32);
    if source == 0.0 || target == 0.0 {
        return (0.0, if kind == MarkKind::Word { 0.0 } else { 0.1 * importance });
    }
    let rare = (1.0 + size / (source * target).sqrt()).ln() * importance;
    (rare, rare * if kind == MarkKind::Word { 0.25 } else { 0.5 })
}

/// How many characters of the target one of the source becomes, over all running text.
fn growth(source: &[Block], target: &[Block]) -> f32 {
    let total = |blocks: &[Block]| -> f32 {
        blocks.iter().filter(|block| is_text(block.kind)).map(|block| block.length).sum()
    };
    ((total(target) + 200.0) / (total(source) + 200.0)).clamp(0.4, 2.5)
}

fn is_text(kind: UnitKind) -> bool {
    !matches!(kind, UnitKind::CodeBlock | UnitKind::Markup)
}

/// What the kinds of two blocks say.
fn kinds(source: UnitKind, target: UnitKind) -> f32 {
    use UnitKind as Kind;
    match (source, target) {
        (Kind::Heading(a), Kind::Heading(b)) if a == b => 2.5,
        (Kind::Heading(_), Kind::Heading(_)) => 0.5,
        (Kind::CodeBlock, Kind::CodeBlock) | (Kind::Markup, Kind::Markup) => 2.5,
        (a, b) if a == b => 1.0,
        (Kind::Paragraph | Kind::ListItem, Kind::Paragraph | Kind::ListItem) => -1.0,
        (Kind::Heading(_), _) | (_, Kind::Heading(_)) => -4.0,
        (a, b) if is_text(a) && is_text(b) => -3.0,
        _ => -6.0,
    }
}
