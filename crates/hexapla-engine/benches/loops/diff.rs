//! What changed between two texts.

use std::hint::black_box;

use hexapla_engine::change::{Passage, classify};
use hexapla_engine::text::{Diff, tokenize};
use hexapla_model::UnitKind;

use crate::inner_loop::Turn;
use crate::language::{Language, SOURCE, Said, TARGET};
use crate::random::Random;

const TEXTS: usize = 400;

/// Sentence by sentence and word by word.
pub(crate) fn words() -> Turn {
    let pairs = pairs();
    Box::new(move || {
        for (old, new) in &pairs {
            let (old, new) = (tokenize(black_box(old), &[]), tokenize(black_box(new), &[]));
            black_box(Diff::between(&old, &new));
        }
    })
}

/// How grave it is.
pub(crate) fn classes() -> Turn {
    let passage = |text: String| Passage::new(UnitKind::Paragraph, text, Vec::new());
    let pairs = pairs().into_iter().map(|(old, new)| (passage(old), passage(new)));
    let pairs: Vec<(Passage, Passage)> = pairs.collect();
    Box::new(move || {
        for (old, new) in &pairs {
            black_box(classify(black_box(old), black_box(new)));
        }
    })
}

/// Texts in two scripts before and after a few words were changed.
fn pairs() -> Vec<(String, String)> {
    let mut random = Random::new();
    let pair = |_| {
        let language: &Language = random.choose(&[&SOURCE, &TARGET]).expect("two");
        let old = Said::made(&mut random, 5);
        let mut new = old.clone();
        for _ in 0..=random.below(3) {
            new = new.changed(&mut random);
        }
        (old.text(language), new.text(language))
    };
    (0..TEXTS).map(pair).collect()
}
