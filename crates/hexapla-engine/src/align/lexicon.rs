//! Which words of one language stand for which of another, learnt from pages of a collection.

use std::collections::{BTreeMap, HashMap};

use hexapla_model::Unit;

use super::Link;
use super::marks::{MarkKind, marks};

/// For words of the target language, the word of the source language that each mostly renders.
///
/// Words are cut to their beginnings, so that most inflected forms are one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    renders: HashMap<String, String>,
}

/// How sure a link must be to learn from it.
const SURE: f32 = 0.9;

/// The most words of a block that are learnt from: of long ones nothing is learnt anyway.
const MOST_WORDS: usize = 40;

/// How often two words must stand together.
const LEAST_TOGETHER: u32 = 3;

/// The least share of their blocks in which two words stand together (Dice's coefficient).
const LEAST_SHARE: f32 = 0.3;

/// A page to learn from: the blocks of source and target, and how they are linked.
pub type Example<'a> = (&'a [&'a Unit], &'a [&'a Unit], &'a [Link]);

impl Lexicon {
    /// Learns from pages that were aligned.
    pub fn learn<'a>(examples: impl IntoIterator<Item = Example<'a>>) -> Self {
        let mut counts = Counts::default();
        for (source, target, links) in examples {
            for link in links.iter().filter(|link| link.confidence >= SURE) {
                if let ([one], [other]) =
                    (&source[link.source.clone()], &target[link.target.clone()])
                {
                    counts.add(&words(one), &words(other));
                }
            }
        }
        counts.lexicon()
    }

    /// The words of the source language that the words of a target's block render.
    pub(super) fn rendered<'a>(&'a self, word: &str) -> Option<&'a String> {
        self.renders.get(word)
    }
}

fn words(unit: &Unit) -> Vec<String> {
    let mut words: Vec<String> = marks(unit)
        .into_iter()
        .filter_map(|(kind, word)| (kind == MarkKind::Word).then_some(word))
        .collect();
    words.sort();
    words.dedup();
    words
}

/// In how many blocks words stand, alone and together.
#[derive(Default)]
struct Counts {
    numbers: HashMap<String, u32>,
    source: HashMap<u32, u32>,
    target: HashMap<u32, u32>,
    together: HashMap<(u32, u32), u32>,
}

impl Counts {
    fn add(&mut self, source: &[String], target: &[String]) {
        if source.len().max(target.len()) > MOST_WORDS {
            return;
        }
        let source: Vec<u32> = source.iter().map(|word| self.number(word)).collect();
        let target: Vec<u32> = target.iter().map(|word| self.number(word)).collect();
        for &word in &source {
            *self.source.entry(word).or_default() += 1;
            for &other in &target {
                *self.together.entry((word, other)).or_default() += 1;
            }
        }
        for word in target {
            *self.target.entry(word).or_default() += 1;
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(word.to_owned()).or_insert(next)
    }

    fn lexicon(&self) -> Lexicon {
        let words: HashMap<u32, &String> =
            self.numbers.iter().map(|(word, number)| (*number, word)).collect();
        let mut best: BTreeMap<u32, (f32, u32)> = BTreeMap::new();
        for (&(source, target), &together) in &self.together {
            if together < LEAST_TOGETHER || source == target {
                continue;
            }
            let all = self.source[&source] + self.target[&target];
            let share = 2.0 * together as f32 / all as f32;
            let known = best.entry(target).or_insert((0.0, source));
            if share >= LEAST_SHARE && (share, source) > *known {
                *known = (share, source);
            }
        }
        best.retain(|_, (share, _)| *share > 0.0);
        let renders = best
            .into_iter()
            .filter_map(|(target, (_, source))| {
                Some(((*words.get(&target)?).clone(), (*words.get(&source)?).clone()))
            })
            .collect();
        Lexicon { renders }
    }
}
