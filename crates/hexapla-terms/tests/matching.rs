//! Where terms are found.

mod common;

use common::{any_glossary, glossary, locale};
use hexapla_terms::{Glossary, Matcher, Status};
use proptest::prelude::*;

/// Terms of which none is a part of another.
const TERMS: [&str; 12] = [
    "private browsing",
    "Helpline",
    "two-factor sign in",
    "C++",
    "café",
    "线上隐私",
    "ブラウザー",
    "การท่องเว็บส่วนตัว",
    "حساب",
    "línea de ayuda",
    "R&D",
    "3D model",
];

/// Words of which none is in a term.
const OTHERS: [&str; 8] = ["walrus", "ozone", "Ωμέγα", "شجرة", "zebra’s", "42", "naïve", "🦭"];

/// What keeps words apart.
const GAPS: [&str; 6] = [" ", ", ", "\n", " – ", "。", "\u{fffc}"];

fn all_terms() -> Glossary {
    let head = "version = 1\nsource_locale = \"en\"\n".to_owned();
    let entry = |(at, term): (usize, &&str)| format!("[terms.t{at}]\nterm = \"{term}\"\n");
    glossary(&(head + &TERMS.iter().enumerate().map(entry).collect::<String>()))
}

proptest! {
    #[test]
    fn each_planted_term_is_found_at_its_place(
        parts in prop::collection::vec((any::<bool>(), 0..96_usize, 0..6_usize), 0..12),
    ) {
        let glossary = all_terms();
        let (mut text, mut planted) = (String::new(), Vec::new());
        for (is_term, word, gap) in parts {
            let start = text.len();
            if is_term {
                let at = word % TERMS.len();
                text.push_str(TERMS[at]);
                planted.push((format!("t{at}"), start..text.len()));
            } else {
                text.push_str(OTHERS[word % OTHERS.len()]);
            }
            text.push_str(GAPS[gap]);
        }
        let matcher = Matcher::new(&glossary, &locale("en"), &locale("es"));
        let found: Vec<_> =
            matcher.find(&text).into_iter().map(|it| (it.entry.id.clone(), it.span)).collect();
        prop_assert_eq!(found, planted, "{}", text);
    }

    #[test]
    fn places_are_in_order_on_boundaries_and_apart(
        glossary in any_glossary(), text in "(\\PC|[a-z ]|[ก-๛]|[ぁ-ん一-龥]){0,60}", pick in any::<prop::sample::Index>(),
    ) {
        let terms: Vec<&str> = glossary.entries().iter().map(|it| it.term.as_str()).collect();
        let text = match terms.is_empty() {
            true => text,
            false => format!("{text} {} {text}", terms[pick.index(terms.len())]),
        };
        let matcher = Matcher::new(&glossary, &locale("en"), &locale("th"));
        for matches in [matcher.find(&text), matcher.find_in_target(&text)] {
            for it in &matches {
                prop_assert!(text.get(it.span.clone()).is_some_and(|it| !it.is_empty()));
            }
            for pair in matches.windows(2) {
                let apart = pair[0].span.end <= pair[1].span.start;
                prop_assert!(apart || pair[0].span == pair[1].span);
            }
        }
    }

    #[test]
    fn every_term_is_found_in_itself(glossary in any_glossary()) {
        let matcher = Matcher::new(&glossary, &locale("en"), &locale("de"));
        for entry in glossary.entries() {
            for (status, term) in entry.source_terms() {
                let own = matcher.find(term).into_iter().find(|it| it.entry.id == entry.id);
                let own = own.expect("the entry");
                prop_assert_eq!(own.span, 0..term.len());
                // Of terms with one stem, the better one counts.
                prop_assert!(own.kind <= status);
            }
        }
    }
}

#[test]
fn terms_are_found_in_any_form() {
    const ENTRY: &str = "term = \"private window\"\nforbidden = [\"incognito\"]";
    let found = |text: &'static str| places("en", ENTRY, text);
    assert_eq!(found("Open two private windows."), ["private windows"]);
    assert_eq!(found("PRIVATE\nWINDOW"), ["PRIVATE\nWINDOW"]);
    assert_eq!(found("a private-window mode"), ["private-window"]);
    assert_eq!(found("a private, window"), [""; 0]);
    assert_eq!(found("a private \u{fffc} window"), [""; 0]);
    assert_eq!(found("Incognito"), ["Incognito"]);
}

#[test]
fn derived_words_are_other_words() {
    assert_eq!(of_term("en", "password manager", "password management"), [""; 0]);
    assert_eq!(of_term("en", "password manager", "password managers"), ["password managers"]);
    assert_eq!(of_term("en", "library", "libraries"), ["libraries"]);
    assert_eq!(of_term("es", "administrador", "administración"), [""; 0]);
    assert_eq!(of_term("es", "administrador", "las administradoras"), ["administradoras"]);
    assert_eq!(of_term("de", "Passwort", "Passwörtern"), ["Passwörtern"]);
    assert_eq!(of_term("fi", "talo", "taloissammekin"), ["taloissammekin"]);
}

#[test]
fn capitals_count_where_the_entry_says_so() {
    const ENTRY: &str = "term = \"Sync\"\ncase_sensitive = true";
    let found = |text: &'static str| places("en", ENTRY, text);
    assert_eq!(found("Sync your data"), ["Sync"]);
    assert_eq!(found("sync your data, SYNC it"), [""; 0]);
}

#[test]
fn the_longest_term_wins() {
    let glossary = glossary(
        "version = 1\nsource_locale = \"en\"\n[terms.a]\nterm = \"browsing\"\n[terms.b]\n\
         term = \"private browsing\"\n[terms.c]\nterm = \"browsing mode\"\n",
    );
    let matcher = Matcher::new(&glossary, &locale("en"), &locale("es"));
    let ids = |text: &str| -> Vec<&str> {
        matcher.find(text).into_iter().map(|it| it.entry.id.as_str()).collect()
    };
    assert_eq!(ids("private browsing mode, browsing"), ["b", "a"]);
    assert_eq!(ids("browsing mode"), ["c"]);
}

#[test]
fn scripts_without_spaces_end_at_words() {
    assert_eq!(of_term("ja", "アカウント", "新しいアカウントを作成"), ["アカウント"]);
    assert_eq!(of_term("zh", "隐私", "保护您的隐私。"), ["隐私"]);
    assert_eq!(of_term("th", "ภาษา", "ระบบจัดการการแปลภาษา"), ["ภาษา"]);
    // `京都` is no word of `東京都`.
    assert_eq!(of_term("ja", "京都", "東京都に住む"), [""; 0]);
}

#[test]
fn articles_and_elisions_are_passed_over() {
    assert_eq!(of_term("fr", "utilisateur", "l’utilisateur"), ["utilisateur"]);
    assert_eq!(of_term("it", "assistenza", "dell'assistenza"), ["assistenza"]);
    assert_eq!(of_term("ar", "متصفح", "افتح المتصفح"), ["المتصفح"]);
}

#[test]
fn targets_are_those_of_the_nearest_locale() {
    let glossary = glossary(
        "version = 1\nsource_locale = \"en\"\n[terms.a]\nterm = \"computer\"\n[terms.a.targets]\n\
         es = { preferred = \"ordenador\" }\nes-MX = { preferred = \"computadora\", forbidden = \"ordenador\" }\n",
    );
    let kinds = |source: &str, target: &str, text: &str| -> Vec<Status> {
        let matcher = Matcher::new(&glossary, &locale(source), &locale(target));
        matcher.find_in_target(text).into_iter().map(|it| it.kind).collect()
    };
    assert_eq!(kinds("en", "es-ES", "El ordenador"), [Status::Preferred]);
    assert_eq!(kinds("en-GB", "es-MX", "El ordenador"), [Status::Forbidden]);
    assert_eq!(kinds("en", "en-GB", "computer"), []);
    assert_eq!(kinds("es", "en", "computers"), [Status::Preferred]);
}

#[test]
fn a_matcher_is_shared_between_threads() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Matcher<'_>>();
}

/// Each word is followed by terms that are ever longer, none of which fits to the end.
#[test]
fn terms_that_begin_alike_are_passed_in_time() {
    let entry = |at: usize| format!("[terms.t{at}]\nterm = \"{} b\"\n", "a ".repeat(at).trim());
    let entries: String = (1..95).map(entry).collect();
    let glossary = glossary(&format!("version = 1\nsource_locale = \"en\"\n{entries}"));
    let matcher = Matcher::new(&glossary, &locale("en"), &locale("es"));
    let text = "a ".repeat(20_000) + "b";
    let found = matcher.find(&text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].entry.id, "t94");
}

/// What is found in a text of one entry.
fn places<'a>(tag: &str, entry: &str, text: &'a str) -> Vec<&'a str> {
    let file = format!("version = 1\nsource_locale = \"{tag}\"\n[terms.a]\n{entry}\n");
    let glossary = glossary(&file);
    let matcher = Matcher::new(&glossary, &locale(tag), &locale("nl"));
    matcher.find(text).into_iter().map(|it| &text[it.span]).collect()
}

/// What is found in a text of one term.
fn of_term<'a>(tag: &str, term: &str, text: &'a str) -> Vec<&'a str> {
    places(tag, &format!("term = \"{term}\""), text)
}
