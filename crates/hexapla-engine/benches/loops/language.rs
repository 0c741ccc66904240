//! Words that no language has.

use crate::random::Random;

/// What words are made of.
pub(crate) struct Language {
    onsets: [&'static str; 12],
    rhymes: [&'static str; 8],
}

pub(crate) const SOURCE: Language = Language {
    onsets: ["b", "d", "f", "gl", "k", "l", "m", "n", "pr", "s", "t", "v"],
    rhymes: ["a", "an", "e", "el", "i", "or", "u", "ust"],
};

pub(crate) const TARGET: Language = Language {
    onsets: ["б", "в", "г", "д", "ж", "к", "л", "м", "п", "р", "ст", "т"],
    rhymes: ["а", "ар", "е", "ен", "и", "от", "у", "ы"],
};

/// How many words there are.
const WORDS: usize = 2_000;

/// Words in a sentence, at most.
const SENTENCE: usize = 14;

/// What is said, in whatever language: the numbers of words, sentence by sentence.
#[derive(Clone)]
pub(crate) struct Said(Vec<Vec<usize>>);

impl Said {
    /// Up to so many sentences.
    pub(crate) fn made(random: &mut Random, sentences: usize) -> Self {
        let sentence = |random: &mut Random| {
            let words = 3 + random.below(SENTENCE - 3);
            (0..words).map(|_| random.below(WORDS)).collect()
        };
        Self((0..=random.below(sentences)).map(|_| sentence(random)).collect())
    }

    /// The same with one word changed.
    pub(crate) fn changed(&self, random: &mut Random) -> Self {
        let mut changed = self.clone();
        let sentence = random.below(changed.0.len());
        let word = random.below(changed.0[sentence].len());
        changed.0[sentence][word] = random.below(WORDS);
        changed
    }

    /// Its text in a language.
    pub(crate) fn text(&self, language: &Language) -> String {
        let sentence = |words: &Vec<usize>| {
            let words: Vec<String> = words.iter().map(|&it| language.word(it)).collect();
            format!("{}.", words.join(" "))
        };
        self.0.iter().map(sentence).collect::<Vec<_>>().join(" ")
    }
}

impl Language {
    /// The word of a number, in two or three syllables.
    pub(crate) fn word(&self, number: usize) -> String {
        let mut word = String::new();
        let mut rest = number;
        for _ in 0..2 + number % 2 {
            word.push_str(self.onsets[rest % self.onsets.len()]);
            rest = rest / self.onsets.len() + number;
            word.push_str(self.rhymes[rest % self.rhymes.len()]);
            rest = rest / self.rhymes.len() + number;
        }
        word
    }
}
