//! What is usual in a locale.

use std::sync::OnceLock;

use fixed_decimal::Decimal;
use hexapla_model::Locale;
use icu_decimal::DecimalFormatter;
use icu_locale::exemplar_chars::{ExemplarCharacters, ExemplarCharactersBorrowed};
use icu_locale::{LanguageIdentifier, LocaleExpander};
use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use crate::digits;
use crate::function_words;
use crate::quotes::{self, Marks};

/// What is usual in a locale, from CLDR where that has it; made once for many units.
#[derive(Clone, Debug)]
pub struct Profile {
    locale: Locale,
    /// The scripts that it is written in; none where that is not known.
    pub(crate) scripts: Vec<Script>,
    /// The letters that its language uses, in lower case, sought when first asked for; none where CLDR
    /// does not tell.
    letters: OnceLock<Option<Letters>>,
    /// What stands before the fraction of a number.
    pub(crate) decimal: char,
    /// Its quotation marks, and those within others.
    pub(crate) quotes: [Marks; 2],
    pub(crate) habits: Habits,
    /// The language, where it can be told from others by its letters.
    pub(crate) language: Option<whatlang::Lang>,
    /// The most common words of the language.
    pub(crate) function_words: &'static [&'static str],
}

/// How a language is written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Habits {
    /// Sentences need no mark at their end.
    pub(crate) open_ends: bool,
    /// Words are doubled on purpose.
    pub(crate) doubles_words: bool,
    /// Words are divided by other means than spaces.
    pub(crate) unspaced: bool,
    /// No-break spaces stand before `:;!?`.
    pub(crate) spaced_marks: bool,
    /// Questions and exclamations are opened by `¿` and `¡`.
    pub(crate) opened_questions: bool,
    /// `;` ends a question.
    pub(crate) greek_question: bool,
}

/// A set of letters: bits for those below U+3000, all others are in it.
#[derive(Clone, Debug)]
struct Letters(Vec<u64>);

const BOUNDED: u32 = 0x3000;

impl Letters {
    fn of(sets: &[ExemplarCharactersBorrowed<'static>]) -> Self {
        let mut bits = vec![0_u64; BOUNDED as usize / 64];
        let inside = |c: &char| sets.iter().any(|set| set.contains(*c));
        for c in ('\0'..'\u{3000}').filter(inside) {
            bits[u32::from(c) as usize / 64] |= 1 << (u32::from(c) % 64);
        }
        Self(bits)
    }

    /// Adds the letters with a dot below of Indic scripts, which CLDR has in two characters.
    fn add_composed(&mut self) {
        for c in [
            '\u{958}'..='\u{95f}',
            '\u{9dc}'..='\u{9df}',
            '\u{a33}'..='\u{a36}',
            '\u{a59}'..='\u{a5e}',
            '\u{b5c}'..='\u{b5d}',
        ]
        .into_iter()
        .flatten()
        {
            self.0[u32::from(c) as usize / 64] |= 1 << (u32::from(c) % 64);
        }
    }

    fn contains(&self, c: char) -> bool {
        let at = u32::from(c);
        self.0.get(at as usize / 64).is_none_or(|bits| bits >> (at % 64) & 1 == 1)
    }
}

impl Profile {
    /// What is usual in `locale`.
    pub fn of(locale: &Locale) -> Self {
        let id = identifier(locale);
        Self {
            scripts: scripts(&id),
            letters: OnceLock::new(),
            decimal: decimal(&id),
            quotes: quotes::of(locale.as_str()),
            habits: habits(locale),
            language: language(locale.language()),
            function_words: function_words::of(locale.language()),
            locale: locale.clone(),
        }
    }

    /// The locale.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Whether the language uses a letter, as far as CLDR tells.
    pub(crate) fn uses(&self, letter: char) -> bool {
        let letters = self.letters.get_or_init(|| letters(&identifier(&self.locale)));
        let Some(letters) = letters else { return true };
        letters.contains(letter) || letter.to_lowercase().all(|it| letters.contains(it))
    }

    /// Whether a letter is of a script that the locale is written in.
    pub(crate) fn writes(&self, letter: char) -> bool {
        self.scripts.contains(&script(letter))
    }
}

/// The locale as ICU4X knows it.
fn identifier(locale: &Locale) -> LanguageIdentifier {
    locale.as_str().parse().unwrap_or(LanguageIdentifier::UNKNOWN)
}

/// The script of a character.
pub(crate) fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}

/// The decimal separator: the last that a number is written with.
fn decimal(id: &LanguageIdentifier) -> char {
    let formatter = DecimalFormatter::try_new(id.into(), Default::default()).ok();
    let mut number = Decimal::from(15);
    number.multiply_pow10(-1);
    let written = formatter.map(|it| it.format(&number).to_string()).unwrap_or_default();
    written.chars().rfind(|c| digits::value(*c).is_none()).unwrap_or('.')
}

fn scripts(id: &LanguageIdentifier) -> Vec<Script> {
    let mut id = id.clone();
    LocaleExpander::new_extended().maximize(&mut id);
    let Some(code) = id.script else { return Vec::new() };
    match code.as_str() {
        "Jpan" => vec![Script::Han, Script::Hiragana, Script::Katakana],
        "Kore" => vec![Script::Hangul, Script::Han],
        "Hans" | "Hant" => vec![Script::Han, Script::Bopomofo],
        _ => {
            let names = icu_properties::PropertyParser::<Script>::new();
            names.get_loose(code.as_str()).into_iter().collect()
        }
    }
}

fn letters(id: &LanguageIdentifier) -> Option<Letters> {
    let locale = id.into();
    let main = ExemplarCharacters::try_new_main(&locale).ok()?;
    let known = ('a'..'\u{3000}').filter(|c| c.is_alphabetic() && main.contains(*c)).count();
    if known < 5 {
        return None;
    }
    let more = [
        ExemplarCharacters::try_new_auxiliary(&locale),
        ExemplarCharacters::try_new_punctuation(&locale),
        ExemplarCharacters::try_new_index(&locale),
    ];
    let sets: Vec<_> = more.into_iter().flatten().chain([main]).collect();
    let mut letters = Letters::of(&sets);
    letters.add_composed();
    Some(letters)
}

/// Languages that double words to say more, often, many, each.
const DOUBLING: [&str; 44] = [
    "ach", "af", "am", "ar", "as", "az", "bn", "br", "fa", "fil", "gu", "ha", "he", "hi", "ht",
    "hy", "id", "ig", "ja", "jv", "ka", "kab", "kk", "km", "kn", "ko", "ky", "lo", "ml", "mn",
    "mr", "ms", "my", "ne", "pa", "ps", "si", "su", "ta", "te", "th", "tr", "ur", "vi",
];

fn habits(locale: &Locale) -> Habits {
    let language = locale.language();
    Habits {
        open_ends: matches!(
            language,
            "th" | "lo" | "km" | "my" | "bo" | "dz" | "ja" | "zh" | "yue" | "ko"
        ),
        doubles_words: DOUBLING.contains(&language)
            || matches!(language, "zh" | "sw" | "uz" | "yo" | "zu"),
        unspaced: matches!(language, "th" | "lo" | "km" | "my" | "bo" | "dz" | "ja" | "zh" | "yue"),
        spaced_marks: language == "fr" && !matches!(locale.as_str(), "fr-CA" | "fr-CH"),
        opened_questions: matches!(language, "es" | "ast"),
        greek_question: language == "el",
    }
}

/// The languages that can be told from each other by their letters, by their codes of two.
const TOLD_APART: &[(&str, &str)] = &[
    ("af", "afr"),
    ("ar", "ara"),
    ("az", "aze"),
    ("be", "bel"),
    ("bg", "bul"),
    ("bn", "ben"),
    ("ca", "cat"),
    ("cs", "ces"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("en", "eng"),
    ("es", "spa"),
    ("et", "est"),
    ("fa", "pes"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("he", "heb"),
    ("hi", "hin"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("hy", "hye"),
    ("id", "ind"),
    ("it", "ita"),
    ("lt", "lit"),
    ("lv", "lav"),
    ("mk", "mkd"),
    ("nb", "nob"),
    ("nl", "nld"),
    ("no", "nob"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sr", "srp"),
    ("sv", "swe"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("ur", "urd"),
    ("vi", "vie"),
];

fn language(code: &str) -> Option<whatlang::Lang> {
    let (_, long) = TOLD_APART.iter().find(|(short, _)| *short == code)?;
    whatlang::Lang::from_code(*long)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(tag: &str) -> Profile {
        Profile::of(&tag.parse().expect(tag))
    }

    #[test]
    fn separators_are_those_of_cldr() {
        let of = |tag: &str| profile(tag).decimal;
        assert_eq!([of("en"), of("de"), of("es-MX"), of("fa")], ['.', ',', '.', '\u{66b}']);
    }

    #[test]
    fn letters_and_scripts_are_those_of_the_language() {
        assert!(profile("pl").uses('Ł') && !profile("ru").uses('ї'));
        assert!(profile("ach").uses('q'));
        assert!(profile("sr").writes('ж') && !profile("sr").writes('a'));
        assert!(profile("ja").writes('漢') && profile("ja").writes('カ'));
        assert_eq!(profile("zh-TW").quotes[0], ('「', '」'));
        assert_eq!(profile("de-AT").quotes[0], ('„', '“'));
    }

    #[test]
    fn every_language_that_is_told_apart_is_known() {
        for (short, _) in TOLD_APART {
            assert!(language(short).is_some(), "{short}");
        }
    }
}
