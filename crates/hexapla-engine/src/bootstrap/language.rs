//! Whether a page is in the language of its locale.

use std::collections::HashMap;

use hexapla_model::{Locale, Unit, UnitKind};
use icu_locale::LocaleExpander;
use icu_properties::props::Script;
use icu_properties::{CodePointMapData, PropertyNamesShort};

/// The least letters from which a language can be told.
const LEAST: usize = 400;

/// The language or script that a target seems to be in, where that is not its locale's.
pub(super) fn other(target: &[Unit], locale: &Locale) -> Option<String> {
    let text = words(target);
    let letters = text.chars().filter(|it| it.is_alphabetic()).count();
    if letters < LEAST {
        return None;
    }
    let (script, expected) = (main_script(&text), script_of(locale)?);
    if let Some(script) = script.filter(|script| !writes(&expected, script)) {
        return Some(format!("the script {script}"));
    }
    let found = whatlang::detect(&text).filter(whatlang::Info::is_reliable)?;
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

/// The script that nearly all letters of a text are of, by ISO 15924: names and terms of others
/// may stand among them.
fn main_script(text: &str) -> Option<String> {
    let scripts = CodePointMapData::<Script>::new();
    let mut counts: HashMap<Script, usize> = HashMap::new();
    for letter in text.chars().filter(|it| it.is_alphabetic()) {
        *counts.entry(scripts.get(letter)).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let (script, _) = counts.into_iter().find(|(_, count)| count * 20 >= all * 19)?;
    Some(PropertyNamesShort::<Script>::new().get(script)?.to_owned())
}

/// Whether letters of a script may be all of a text in one that a locale is written in.
fn writes(expected: &str, script: &str) -> bool {
    match expected {
        "Jpan" => matches!(script, "Hira" | "Kana" | "Hani"),
        "Kore" => matches!(script, "Hang" | "Hani"),
        "Hans" | "Hant" => script == "Hani",
        expected => expected == script,
    }
}

/// The script that a locale is written in, by ISO 15924.
fn script_of(locale: &Locale) -> Option<String> {
    let mut id: icu_locale::LanguageIdentifier = locale.as_str().parse().ok()?;
    LocaleExpander::new_common().maximize(&mut id);
    id.script.map(|script| script.as_str().to_owned())
}

/// The two-letter code of a language that whatlang knows by three.
#[rustfmt::skip]
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
