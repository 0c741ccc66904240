//! How words of a language are reduced to what their forms have in common.

use hexapla_model::Locale;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::limits;

/// The fewest letters by which a word may be told from others.
const TELLING: usize = 3;

/// What is known of a language: where its words end, and how they are inflected.
pub(crate) struct Language {
    pub(crate) segmenter: WordSegmenterBorrowed<'static>,
    stemmer: Option<Stemmer>,
    /// Whether an apostrophe ends a word, as in `l’utente`.
    pub(crate) elides: bool,
    /// Whether `I` is the capital of `ı`.
    dotless: bool,
    /// The most letters in which two forms of a word may end differently.
    ending: usize,
}

impl Language {
    /// The language of a locale. Where no stemmer knows it, only case is folded.
    pub(crate) fn of(locale: &Locale) -> Self {
        let language = locale.language();
        Self {
            segmenter: WordSegmenter::new_auto(WordBreakInvariantOptions::default()),
            stemmer: algorithm(language).map(Stemmer::create),
            elides: matches!(language, "fr" | "it" | "ca" | "oc" | "co" | "wa" | "frp" | "fur"),
            dotless: matches!(language, "tr" | "az" | "crh"),
            ending: ending(language),
        }
    }

    /// What the forms of a word have in common. Two words are forms of one where this is the same.
    pub(crate) fn stem(&self, word: &str) -> String {
        let plain = self.plain(word);
        match &self.stemmer {
            Some(stemmer) if (2..=limits::WORD).contains(&plain.chars().count()) => {
                let stem = stemmer.stem(&plain);
                if stem.is_empty() { plain } else { stem.into_owned() }
            }
            _ => plain,
        }
    }

    /// Whether two words of one stem, loosened, are forms of one word, and not derived from another:
    /// stemmers take `management` for a form of `manager`.
    pub(crate) fn is_form(&self, one: &str, other: &str) -> bool {
        let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        [one, other].into_iter().all(|it| it.chars().count() <= common + self.ending)
    }

    /// The part of a word that stands, [loosened](Self::loose), in whatever is made of it: its forms
    /// and compounds.
    pub(crate) fn needle(&self, word: &str) -> String {
        let (whole, stem) = (self.loose(word), self.loose(&self.stem(word)));
        if is_telling(&stem) && whole.contains(&stem) {
            return stem;
        }
        let common = whole.chars().zip(stem.chars()).take_while(|(a, b)| a == b);
        let common: String = common.map(|(a, _)| a).collect();
        if is_telling(&common) { common } else { whole }
    }

    /// A text without case and hyphens, and without the marks on its letters that writers leave out.
    pub(crate) fn loose(&self, text: &str) -> String {
        let decomposed = DecomposingNormalizerBorrowed::new_nfkd();
        let lower = self.lower(text);
        let letters = decomposed.normalize(&lower);
        let kept = |c: &char| !is_optional(*c) && !is_unseen(*c) && !is_hyphen(*c);
        letters.chars().filter(kept).map(one_sigma).collect()
    }

    /// A word without case and unseen characters, composed.
    fn plain(&self, word: &str) -> String {
        let lower = self.lower(word);
        let seen: String = lower.chars().filter(|c| !is_unseen(*c)).map(one_apostrophe).collect();
        ComposingNormalizerBorrowed::new_nfc().normalize(&seen).into_owned()
    }

    fn lower(&self, text: &str) -> String {
        if self.dotless {
            return text.replace('İ', "i").replace('I', "ı").to_lowercase();
        }
        text.to_lowercase()
    }
}

/// Whether a part of a word is long enough to tell it from others.
pub(crate) fn is_telling(part: &str) -> bool {
    part.chars().count() >= TELLING
}

/// Marks over and under letters of alphabets, and the vowel signs of Arabic and Hebrew.
fn is_optional(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Characters that only say how a word is broken, joined, stretched or ordered.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{640}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
    )
}

/// What may stand between the words of a term as well as spaces.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn one_apostrophe(c: char) -> char {
    if c == '’' { '\'' } else { c }
}

fn one_sigma(c: char) -> char {
    if c == 'ς' { 'σ' } else { c }
}

/// The most letters in which two forms of a word end differently. Languages that put several endings
/// behind each other, or something before the word, know no such number.
fn ending(language: &str) -> usize {
    match language {
        "ar" | "et" | "eu" | "fa" | "fi" | "hu" | "hy" | "id" | "ta" | "tr" => usize::MAX / 2,
        _ => 3,
    }
}

/// The stemmer of a language, by its subtag.
fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "eo" => Algorithm::Esperanto,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fa" => Algorithm::Persian,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "st" => Algorithm::Sesotho,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "uk" => Algorithm::Ukrainian,
        "yi" => Algorithm::Yiddish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LANGUAGES: [&str; 36] = [
        "ar", "ca", "cs", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "ga",
        "hi", "hu", "hy", "id", "it", "lt", "nb", "ne", "nl", "pl", "pt", "ro", "ru", "sr", "st",
        "sv", "ta", "tr", "uk", "yi", "th",
    ];

    fn language(tag: &str) -> Language {
        Language::of(&tag.parse().expect("a tag"))
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let same = [
            ("en", "account", "Accounts"),
            ("es", "cuenta", "CUENTAS"),
            ("de", "Passwort", "Passwörter"),
            ("de", "Kindes", "Kind"),
            ("fr", "navigateur", "navigateurs"),
            ("ar", "متصفح", "المتصفح"),
            ("tr", "IŞIK", "ışık"),
            ("th", "ภาษา", "ภาษา"),
        ];
        for (tag, one, other) in same {
            assert_eq!(language(tag).stem(one), language(tag).stem(other), "{tag}: {one}, {other}");
        }
    }

    #[test]
    fn needles_stand_in_compounds() {
        let within = [
            ("de", "Telefon", "Hilfetelefonen"),
            ("en", "privacy", "PRIVACY"),
            ("es", "navegación", "navegaciones"),
            ("fi", "selain", "verkkoselain"),
            ("ar", "حساب", "وحسابها"),
        ];
        for (tag, word, text) in within {
            let language = language(tag);
            assert!(language.loose(text).contains(&language.needle(word)), "{tag}: {word}, {text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn stemming_never_panics(word in "(\\PC|[a-z'àéïßœıіїєўғ]|[ء-ي]|[α-ώ]|[א-ת]|[ա-ֆ]|[ऀ-ॿ]|[஀-௿]){0,12}") {
            for tag in LANGUAGES {
                let language = language(tag);
                prop_assert!(language.loose(&word).contains(&language.needle(&word)), "{}", tag);
            }
        }
    }
}
