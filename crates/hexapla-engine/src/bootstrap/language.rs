//! Whether a page is in the language of its locale.

use hexapla_model::{Locale, Unit, UnitKind};
use icu_locale::LocaleExpander;

/// The least letters from which a language can be told.
const LEAST: usize = 400;

/// The language or script that a target seems to be in, where that is not its locale's.
pub(super) fn other(target: &[Unit], _source: &[Unit], locale: &Locale) -> Option<String> {
    let text = words(target);
    let letters = text.chars().filter(|it| it.is_alphabetic()).count();
    if letters < LEAST {
        return None;
    }
    let found = whatlang::detect(&text).filter(whatlang::Info::is_reliable)?;
    let script = found.script();
    let expected = script_of(locale)?;
    let fits = match script {
        whatlang::Script::Latin => expected == "Latn",
        whatlang::Script::Cyrillic => expected == "Cyrl",
        whatlang::Script::Arabic => expected == "Arab",
        whatlang::Script::Devanagari => expected == "Deva",
        whatlang::Script::Hebrew => expected == "Hebr",
        whatlang::Script::Greek => expected == "Grek",
        _ => true,
    };
    if !fits {
        return Some(script.name().to_owned());
    }
    let known = whatlang::Lang::all().iter().any(|it| code(*it) == Some(locale.language()));
    let is_other =
        known && code(found.lang()) != Some(locale.language()) && found.confidence() >= 1.0;
    is_other.then(|| found.lang().eng_name().to_owned())
}

/// What people read, without code.
fn words(units: &[Unit]) -> String {
    let read = |unit: &&Unit| {
        !matches!(unit.kind, UnitKind::CodeBlock | UnitKind::Markup | UnitKind::Asset)
    };
    let mut text = String::new();
    for unit in units.iter().filter(read) {
        let mut at = 0;
        for code in &unit.codes {
            if !matches!(code.kind, hexapla_model::CodeKind::Code | hexapla_model::CodeKind::Html) {
                continue;
            }
            text.push_str(unit.text.get(at..code.span.start).unwrap_or_default());
            at = at.max(code.span.end);
        }
        text.push_str(unit.text.get(at..).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// The script that a locale is written in, by ISO 15924.
fn script_of(locale: &Locale) -> Option<String> {
    let mut id: icu_locale::LanguageIdentifier = locale.as_str().parse().ok()?;
    LocaleExpander::new_common().maximize(&mut id);
    id.script.map(|script| script.as_str().to_owned())
}

/// The two-letter code of a language that whatlang knows by three.
fn code(language: whatlang::Lang) -> Option<&'static str> {
    use whatlang::Lang::{
        Ara, Ben, Cat, Ces, Cmn, Dan, Deu, Ell, Eng, Fin, Fra, Heb, Hin, Hun, Ind, Ita, Jpn, Kor,
        Nld, Nob, Pol, Por, Ron, Rus, Spa, Swe, Tha, Tur, Ukr, Vie,
    };
    Some(match language {
        Ara => "ar",
        Ben => "bn",
        Cat => "ca",
        Ces => "cs",
        Cmn => "zh",
        Dan => "da",
        Deu => "de",
        Ell => "el",
        Eng => "en",
        Fin => "fi",
        Fra => "fr",
        Heb => "he",
        Hin => "hi",
        Hun => "hu",
        Ind => "id",
        Ita => "it",
        Jpn => "ja",
        Kor => "ko",
        Nld => "nl",
        Nob => "nb",
        Pol => "pl",
        Por => "pt",
        Ron => "ro",
        Rus => "ru",
        Spa => "es",
        Swe => "sv",
        Tha => "th",
        Tur => "tr",
        Ukr => "uk",
        Vie => "vi",
        _ => return None,
    })
}
