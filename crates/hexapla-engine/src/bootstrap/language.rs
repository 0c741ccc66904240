//! Whether a page is in the language of its locale.

use std::collections::BTreeMap;

use hexapla_model::{Locale, Unit, UnitKind};
use icu_locale::LocaleExpander;
use icu_properties::props::Script;
use icu_properties::{CodePointMapData, PropertyNamesShort};

/// The least letters from which a language can be told.
const LEAST: usize = 400;

/// Of how many letters one has to be of the locale's script: names and terms of others may be most.
const FEW: usize = 50;

/// The language or script that a target seems to be in, where that is not its locale's.
pub(super) fn other(target: &[Unit], locale: &Locale) -> Option<String> {
    let text = words(target);
    let (scripts, expected) = (scripts(&text), script_of(locale)?);
    let letters: usize = scripts.values().sum();
    let own: usize =
        scripts.iter().filter(|(it, _)| writes(&expected, it)).map(|(_, count)| count).sum();
    if letters < LEAST {
        return None;
    }
    if own * FEW < letters {
        let (script, _) = scripts.iter().max_by_key(|&(script, count)| (count, script))?;
        return Some(format!("the script {script}"));
    }
    // Names and terms in another script outweigh its words: no language can be told.
    if own * 2 < letters {
        return None;
    }
    let found = whatlang::detect(&text).filter(whatlang::Info::is_reliable)?;
    let known = whatlang::Lang::all().iter().any(|it| code(*it) == Some(locale.language()));
    let language = code(found.lang())?;
    // Names and terms may be taken for a language that the page's script never writes.
    let is_written_so = script_of(&language.parse().ok()?)? == expected;
    let is_other =
        known && is_written_so && language != locale.language() && found.confidence() >= 1.0;
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

/// How many letters of a text are of which script, by ISO 15924.
fn scripts(text: &str) -> BTreeMap<&'static str, usize> {
    let (of, names) = (CodePointMapData::<Script>::new(), PropertyNamesShort::<Script>::new());
    let mut counts = BTreeMap::new();
    for letter in text.chars().filter(|it| it.is_alphabetic()) {
        if let Some(name) = names.get(of.get(letter)) {
            *counts.entry(name).or_default() += 1;
        }
    }
    counts
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

#[cfg(test)]
mod tests {
    use super::*;
    use hexapla_formats::{FieldRules, Format, extract};

    fn told(text: &str, locale: &str) -> Option<String> {
        let units = extract(Format::Markdown, text.as_bytes(), &FieldRules::default()).units;
        other(&units, &locale.parse().expect("a tag"))
    }

    #[test]
    fn another_language_or_script_is_told() {
        let english =
            "Whoever is afraid at home may write to us at any hour of the day. ".repeat(8);
        let spanish =
            "Quien tiene miedo en casa puede escribirnos a cualquier hora del día. ".repeat(8);
        assert_eq!(told(&english, "es").as_deref(), Some("English"));
        assert_eq!(told(&spanish, "es"), None);
        assert_eq!(told(&english, "ja").as_deref(), Some("the script Latn"));
        assert_eq!(told(&english[..200], "es"), None, "too short to tell");
    }

    #[test]
    fn terms_in_another_script_are_no_other_language() {
        let page = "家でこわいと思う人はいつでも書いてください。".repeat(8);
        let half = "サンプラー Sampler を Exporter と Propagator に渡すことができます。".repeat(20);
        assert_eq!(told(&half, "ja"), None);
        let terms = "Configuration Exporter Sampler Propagator Instrumentation ".repeat(10);
        assert_eq!(told(&format!("{page}\n\n{terms}\n"), "ja"), None);
        assert_eq!(told(&format!("{}\n\n{}\n", &page[..132], terms.repeat(2)), "ja"), None);
    }
}
