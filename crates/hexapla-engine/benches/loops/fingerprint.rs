//! Texts to what they mean.

use std::hint::black_box;

use hexapla_model::Meaning;

use crate::inner_loop::Turn;
use crate::language::{SOURCE, Said};
use crate::random::Random;

const TEXTS: usize = 20_000;

/// Texts with a placeable between them, as most are.
pub(crate) fn parts() -> Turn {
    let mut random = Random::new();
    let texts: Vec<String> = (0..TEXTS).map(|_| Said::made(&mut random, 3).text(&SOURCE)).collect();
    Box::new(move || {
        for text in &texts {
            let mut meaning = Meaning::new();
            meaning.part("text", black_box(text)).part("variable", "name").part("text", text);
            black_box(meaning.fingerprint());
        }
    })
}
