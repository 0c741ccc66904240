//! What is told of translations, and what is not.

mod common;

use common::{any_glossary, glossary, locale};
use hexapla_terms::{Matcher, TermCheck, check, check_source};
use proptest::prelude::*;

const FILE: &str = r#"
version = 1
source_locale = "en"

[terms.helpline]
term = "helpline"
forbidden = ["hotline"]
[terms.helpline.targets]
es = "línea de ayuda"
de = { preferred = "Hilfetelefon", admitted = ["Sorgentelefon"], forbidden = ["Hotline", "Notruf"] }
fi = "auttava puhelin"
ja = "相談窓口"
th = "สายด่วน"
ar = "خط المساعدة"
it = { forbidden = ["hotline"] }

[terms.emergency]
term = "emergency call"
[terms.emergency.targets]
de = "Notruf"

[terms.account]
term = "account"
targets = { de = { preferred = "Konto", forbidden = ["Benutzerkonto"] } }

[terms.browser]
term = "default browser"
targets = { de = "Standardbrowser" }

[terms.bank-money]
term = "bank"
domain = "money"
targets = { de = "Bank", es = "banco" }

[terms.bank-river]
term = "bank"
domain = "rivers"
targets = { de = "Ufer" }
"#;

#[test]
fn a_missing_term_is_told() {
    assert_eq!(
        told("de", "Call the helplines.", "Ruf dort an."),
        [
            "term-missing 9..18 None: expected `Hilfetelefon` or `Sorgentelefon` for `helplines` (use the term, or add what stands there to the glossary as admitted)"
        ]
    );
    assert_eq!(told("ja", "A helpline", "電話番号").len(), 1);
}

#[test]
fn a_term_in_any_form_is_present() {
    for (tag, target) in [
        ("de", "Die Hilfetelefonnummer"),
        ("de", "Das SORGENTELEFON"),
        ("de", "Kinderhilfetelefone"),
        ("de", "Hilfe-Telefon, Hilfs-Hilfe\u{ad}telefon"),
        ("es", "líneas para ayuda"),
        ("es", "Las líneas gratuitas de ayuda"),
        ("es", "una linea de ayuda"),
        ("fi", "auttavassa puhelimessa"),
        ("ja", "子ども相談窓口へ"),
        ("th", "โทรสายด่วนเด็ก"),
        ("ar", "اتصل بخط المساعدة"),
    ] {
        assert_eq!(told(tag, "Call the helpline.", target), [""; 0], "{target}");
    }
}

#[test]
fn a_forbidden_term_is_told() {
    assert_eq!(
        told("de", "Call the helpline.", "Ruf die Hotline an."),
        [
            "term-forbidden 9..17 Some(8..15): `Hotline` is not to be used for `helpline` (write `Hilfetelefon` or `Sorgentelefon`)"
        ]
    );
    assert_eq!(
        told("it", "A helpline", "una hotline")[0],
        "term-forbidden 2..10 Some(4..11): `hotline` is not to be used for `helpline` (use another word)"
    );
}

#[test]
fn what_is_not_certain_is_not_told() {
    let nothing = [""; 0];
    // No term in that locale, none permitted, no target, or no translation yet.
    assert_eq!(told("nl", "A helpline", "Een lijn"), nothing);
    assert_eq!(told("it", "A helpline", "una linea"), nothing);
    assert_eq!(told("de", "A helpline", " … "), nothing);
    assert_eq!(told("de", "Helpline", "Helpline"), nothing);
    // The source does not speak of it, or by a word that it should not use.
    assert_eq!(told("de", "Call us.", "Die Hotline"), nothing);
    assert_eq!(told("de", "A hotline", "Eine Nummer"), nothing);
    // It may render what is not to stand in the source either, or something else beside the term.
    assert_eq!(told("de", "A helpline, not a hotline", "Ein Telefon, keine Hotline"), nothing);
    assert_eq!(told("de", "helpline or fast line", "Hilfetelefon oder Hotline"), nothing);
    // A compound may be written with a hyphen.
    assert_eq!(told("de", "the default browser", "der Standard-Browser"), nothing);
    // It is the term of something else that the source speaks of.
    assert_eq!(told("de", "helpline and emergency call", "Hilfetelefon und Notruf"), nothing);
    assert_eq!(told("de", "helpline, not emergency call", "Nummer, kein Notruf").len(), 1);
    // One of two homographs is rendered, or one says nothing.
    assert_eq!(told("de", "the bank", "das Ufer"), nothing);
    assert_eq!(told("de", "the bank", "das Haus").len(), 1);
    assert_eq!(told("es", "the bank", "la casa"), nothing);
}

#[test]
fn a_source_is_checked_too() {
    let glossary = glossary(FILE);
    let matcher = Matcher::new(&glossary, &locale("en"), &locale("de"));
    let findings = check_source("Call the hotlines or the helpline", &matcher);
    let messages: Vec<_> = findings.iter().map(|it| it.message()).collect();
    assert_eq!(messages, ["`hotlines` is not to be used for `helpline`"]);
    assert_eq!(findings[0].hint(), "write `helpline`");
}

proptest! {
    #[test]
    fn what_uses_a_permitted_term_is_not_missing_one(glossary in any_glossary()) {
        for tag in ["es-MX", "de", "ar", "th", "zh-Hant"] {
            let matcher = Matcher::new(&glossary, &locale("en"), &locale(tag));
            for entry in glossary.entries() {
                let Some(target) = entry.target(&locale(tag)) else { continue };
                for term in target.permitted() {
                    let findings = check(&entry.term, term, &matcher);
                    prop_assert!(findings.iter().all(|it| it.check != TermCheck::Missing));
                }
            }
        }
    }

    #[test]
    fn places_are_parts_of_the_texts(
        glossary in any_glossary(), source in "\\PC{0,20}", target in "(\\PC|[a-z ]){0,40}",
    ) {
        let matcher = Matcher::new(&glossary, &locale("en"), &locale("de"));
        let terms: Vec<_> = glossary.entries().iter().map(|it| it.term.as_str()).collect();
        let source = format!("{source} {}", terms.join(", "));
        for it in check(&source, &target, &matcher).into_iter().chain(check_source(&source, &matcher)) {
            prop_assert!(it.source.clone().is_some_and(|it| source.get(it).is_some()));
            prop_assert!(it.target.clone().is_none_or(|it| target.get(it).is_some()));
            prop_assert!(it.message() != "" && it.hint() != "");
        }
    }
}

/// What is told of a translation, a line each.
fn told(tag: &str, source: &str, target: &str) -> Vec<String> {
    let glossary = glossary(FILE);
    let matcher = Matcher::new(&glossary, &locale("en"), &locale(tag));
    let line = |it: hexapla_terms::TermFinding<'_>| {
        let source = it.source.clone().map_or_else(String::new, |it| format!("{it:?}"));
        let (id, target) = (it.check.id(), &it.target);
        format!("{id} {source} {target:?}: {} ({})", it.message(), it.hint())
    };
    check(source, target, &matcher).into_iter().map(line).collect()
}
