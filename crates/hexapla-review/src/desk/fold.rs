//! Texts as they are searched: whatever their case, and without what only says how a letter sounds.

use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

/// A text in lower case, without accents and the vowel signs of Arabic: `Niño` is `nino`.
///
/// What is taken apart is each character by itself, so that a text folds to the same wherever it stands in
/// another: what is found without folding is found with it. Marks of Thai, Devanagari and others are vowels that
/// no reader leaves out, and stay; so do the syllables of Hangul, whose parts are not looked for.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    text.to_lowercase().chars().for_each(|it| add(it, &mut folded));
    folded
}

/// Adds what is left of a character in lower case.
fn add(character: char, folded: &mut String) {
    match character {
        // Before the first that can be taken apart.
        '\0'..='\u{bf}' | '\u{ac00}'..='\u{d7a3}' => folded.push(character),
        it if is_left_out(it) => {}
        it => match CanonicalDecompositionBorrowed::new().decompose(it) {
            Decomposed::Default => folded.push(it),
            Decomposed::Singleton(only) => add(only, folded),
            Decomposed::Expansion(first, second) => {
                add(first, folded);
                add(second, folded);
            }
        },
    }
}

/// Whether a mark says only how a letter sounds: an accent, a harakat or what stretches a word.
fn is_left_out(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_and_harakat_are_left_out_and_vowels_are_not() {
        for (text, folded) in [
            ("Niño", "nino"),
            ("nin\u{303}o", "nino"),
            ("ÀÉÎÕÜ ç", "aeiou c"),
            ("Tiếng Việt", "tieng viet"),
            ("İstanbul", "istanbul"),
            ("ΆΛΦΑ", "αλφα"),
            ("مُحَمَّدٌ", "محمد"),
            ("مـحـمـد", "محمد"),
            ("ที่นี่", "ที่นี่"),
            ("हिन्दी", "हिन्दी"),
            ("한국어", "한국어"),
            ("straße ø ł", "straße ø ł"),
            ("PLAIN ascii #~1", "plain ascii #~1"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    /// Letters with marks of many kinds, and any others.
    fn text() -> impl Strategy<Value = String> {
        let marked = proptest::sample::select(
            "aeßåÅÉñÑσΣςİıǅḹệ\u{300}\u{323}\u{345}\u{344}ᾼΐϓאּשׂמُ\u{640}آأۀกำที่क़ड़ि한\u{1112}\u{1161}神\u{f9d0}𝅗𝅥 #"
                .chars()
                .collect::<Vec<_>>(),
        );
        let one = prop_oneof![3 => marked, 1 => any::<char>()];
        proptest::collection::vec(one, 0..12).prop_map(|it| it.into_iter().collect())
    }

    proptest! {
        #[test]
        fn to_fold_twice_is_to_fold_once(text in text()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        /// Whatever is found where only the case is passed over is found still.
        #[test]
        fn what_stands_in_a_text_is_found_in_it(before in text(), sought in text(), behind in text()) {
            let text = format!("{before}{sought}{behind}");
            if text.to_lowercase().contains(&sought.to_lowercase()) {
                prop_assert!(fold(&text).contains(&fold(&sought)), "{} {}", text, sought);
            }
        }
    }
}
