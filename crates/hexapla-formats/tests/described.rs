//! Laws of JSON catalogues that say more of a text than itself: ARB and FormatJS.

mod common;

use common::{cut, damaged, filled, law_5, merge_law, put_get_law};
use hexapla_formats::{FieldRules, Format, catalogue, extract};
use hexapla_model::{CodeKind, Locale, Unit};
use proptest::prelude::*;

const ARB: &str = include_str!("described/app_en.arb");
const EXTRACTED: &str = include_str!("described/extracted.json");
const BOTH: [(Format, &str); 2] = [(Format::Arb, ARB), (Format::FormatJs, EXTRACTED)];

fn rules() -> FieldRules {
    FieldRules::default()
}

fn spanish() -> Locale {
    "es-MX".parse().expect("a tag")
}

fn read(format: Format, text: &str) -> Vec<Unit> {
    let found = extract(format, text.as_bytes(), &rules());
    assert!(found.diagnostics.is_empty(), "{text}: {:?}", found.diagnostics);
    found.units
}

fn named(units: &[Unit]) -> Vec<(&str, &str)> {
    units.iter().map(|it| (it.key.as_ref().map_or("-", |key| key.as_str()), &*it.text)).collect()
}

fn asked(unit: &Unit) -> Vec<&str> {
    let variables = unit.codes.iter().filter(|it| it.kind == CodeKind::Variable);
    variables.map(|it| it.value.as_str()).collect()
}

#[test]
fn what_is_said_of_a_text_of_arb_is_its_comment() {
    let found = read(Format::Arb, ARB);
    assert_eq!(
        named(&found),
        [
            ("motto", "Nobody has to bear this alone."),
            ("greeting", "Hello, {name}! It's {day}."),
            ("stories", "{count, plural, =0{no stories} one{# story} other{# stories}}"),
        ]
    );
    assert_eq!(found[0].comment.as_deref(), Some("Said at the top of each page"));
    assert_eq!(found[1].comment.as_deref(), Some("Above the list\n{name}: Ann\n{day}: today"));
    assert_eq!(found[2].comment, None);
    assert_eq!(asked(&found[1]), ["name", "day"]);
    assert_eq!(catalogue::selects(&found[2].text, &rules()).len(), 1);
    // Flutter reads an apostrophe as one.
    assert_eq!(asked(&read(Format::Arb, "{\"a\": \"l'{name}\"}")[0]), ["name"]);
}

#[test]
fn messages_of_format_js_are_units_with_their_descriptions() {
    let found = read(Format::FormatJs, EXTRACTED);
    assert_eq!(
        named(&found),
        [
            ("+gxXf/", "Nobody has to bear this alone."),
            ("\"home.title\"", "It's {name}, '{'here'}'. <b>{count, number}</b>"),
            ("plain", "Get help now"),
            ("about", "About us"),
        ]
    );
    assert_eq!(found[0].comment.as_deref(), Some("Said at the top of each page"));
    assert_eq!(found[3].comment, None);
    assert_eq!(asked(&found[1]), ["name", "count"]);
}

#[test]
fn law_2_merge_the_catalogues() {
    for (format, text) in BOTH {
        for text in [text.to_owned(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            let count = merge_law(format, text.as_bytes(), &rules());
            assert!(count >= 3);
            for index in 0..count {
                let new = "it's \"new\": {x}, # \\ – é\nand more";
                put_get_law(format, text.as_bytes(), &rules(), index, new);
            }
        }
        cut(format, text, &rules());
    }
}

fn put(format: Format, source: &str, target: &str, keys: &[&str]) -> String {
    let rules = rules().in_locale(&spanish());
    let new = |unit: &Unit| {
        let key = unit.key.as_ref()?.as_str();
        keys.contains(&key).then(|| format!("{}+", unit.text))
    };
    filled(format, source, target, &rules, new).unwrap_or_else(|error| panic!("{error}: {target}"))
}

#[test]
fn a_new_file_of_arb_names_its_locale_and_its_texts_alone() {
    let source = "{\n  \"@@locale\": \"en\",\n  \"a\": \"A\",\n  \"@a\": { \"description\": \"why\" },\n  \"b\": \"B\",\n  \"@b\": {}\n}\n";
    let put = |target: &str, keys: &[&str]| put(Format::Arb, source, target, keys);
    assert_eq!(put("", &["b"]), "{\n  \"@@locale\": \"es_MX\",\n  \"b\": \"B+\"\n}\n");
    assert_eq!(
        put("{\n  \"@@locale\": \"es\",\n  \"a\": \"1\",\n  \"@a\": {}\n}\n", &["b"]),
        "{\n  \"@@locale\": \"es\",\n  \"a\": \"1\",\n  \"@a\": {},\n  \"b\": \"B+\"\n}\n"
    );
    assert_eq!(
        put("{\n  \"@@locale\": \"es\",\n  \"a\": \"\",\n  \"b\": \"2\"\n}\n", &["a"]),
        "{\n  \"@@locale\": \"es\",\n  \"a\": \"A+\",\n  \"b\": \"2\"\n}\n"
    );
    assert_eq!(
        put("{\n  \"@@locale\": \"es\"\n}\n", &["a", "b"]),
        "{\n  \"@@locale\": \"es\",\n  \"a\": \"A+\",\n  \"b\": \"B+\"\n}\n"
    );
    let other = catalogue::in_locale(Format::Arb, ARB.to_owned(), &spanish());
    assert_eq!(other, ARB.replace("\"@@locale\": \"en\"", "\"@@locale\": \"es_MX\""));
    let none = "{\"a\": \"A\"}".to_owned();
    assert_eq!(catalogue::in_locale(Format::Arb, none.clone(), &spanish()), none);
}

#[test]
fn new_messages_of_format_js_are_written_as_the_target_has_them() {
    let source = "{\n  \"a\": {\n    \"defaultMessage\": \"A\",\n    \"description\": \"why\"\n  },\n  \"b\": {\n    \"defaultMessage\": \"B\"\n  }\n}\n";
    let put = |target: &str, keys: &[&str]| put(Format::FormatJs, source, target, keys);
    assert_eq!(put("", &["a"]), "{\n  \"a\": {\n    \"defaultMessage\": \"A+\"\n  }\n}\n");
    assert_eq!(
        put("{\n  \"a\": {\n    \"defaultMessage\": \"1\"\n  }\n}\n", &["b"]),
        "{\n  \"a\": {\n    \"defaultMessage\": \"1\"\n  },\n  \"b\": {\n    \"defaultMessage\": \"B+\"\n  }\n}\n"
    );
    assert_eq!(put("{\n  \"a\": \"1\"\n}\n", &["b"]), "{\n  \"a\": \"1\",\n  \"b\": \"B+\"\n}\n");
    assert_eq!(
        put("{\n  \"b\": \"\"\n}\n", &["a", "b"]),
        "{\n  \"a\": \"A+\",\n  \"b\": \"B+\"\n}\n"
    );
    assert_eq!(
        put("{\n  \"a\": {\n    \"defaultMessage\": \"\"\n  }\n}\n", &["a"]),
        "{\n  \"a\": {\n    \"defaultMessage\": \"A+\"\n  }\n}\n"
    );
}

/// An entry under a name of its own, in one of several shapes.
fn entry(format: Format, at: usize, text: &str) -> String {
    match (format, at % 3) {
        (Format::Arb, 0) => {
            format!("  \"k{at}\": \"{text}\",\n  \"@k{at}\": {{ \"description\": \"{text}\" }}")
        }
        (Format::Arb, 1) => format!("  \"@k{at}\": {{}},\n  \"k{at}\": \"{text}\""),
        (Format::FormatJs, 0) => {
            format!("  \"k{at}\": {{ \"defaultMessage\": \"{text}\", \"description\": \"d\" }}")
        }
        (Format::FormatJs, 1) => format!(
            "  \"k{at}\": {{\n    \"id\": \"{text}\",\n    \"defaultMessage\": \"{text}\"\n  }}"
        ),
        _ => format!("  \"k{at}\": \"{text}\""),
    }
}

fn file(format: Format, texts: &[String], keep: &dyn Fn(usize) -> bool) -> String {
    let entries: Vec<String> = texts
        .iter()
        .enumerate()
        .filter(|(at, _)| keep(*at))
        .map(|(at, text)| entry(format, at, text))
        .collect();
    format!("{{\n{}\n}}\n", entries.join(",\n"))
}

proptest! {
    #[test]
    fn law_2_merge_any_catalogue(text in "(\"a\"|\"@a\"|\"b\": |\"defaultMessage\": |\"description\": |\"|\\{|\\}|\\[|\\]|,|:|1|null|\\\\u00e9|\n| |é){0,40}") {
        for (format, _) in BOTH {
            merge_law(format, text.as_bytes(), &rules());
            merge_law(format, format!("{{\"k\": {{\"defaultMessage\": \"x\", {text}}}").as_bytes(), &rules());
        }
    }

    #[test]
    fn damaged_files_are_read(damages in prop::collection::vec((any::<usize>(), any::<u8>()), 1..6)) {
        for (format, text) in BOTH {
            damaged(format, text, &rules(), &damages);
        }
    }

    #[test]
    fn any_text_can_be_put_in(text in "\\PC{1,20}(\n\\PC{0,10})?", index in 0..3_usize) {
        for (format, file) in BOTH {
            prop_assume!(read(format, file)[index].fingerprint != hexapla_model::Meaning::of("text", &text));
            put_get_law(format, file.as_bytes(), &rules(), index, &text);
        }
    }

    #[test]
    fn law_5_an_entry_put_in_taken_out_or_changed_changes_no_other(texts in prop::collection::vec("w[a-zé{}']{1,8}", 2..10), at in any::<prop::sample::Index>()) {
        let at = at.index(texts.len());
        for (format, _) in BOTH {
            let of = |keep: &dyn Fn(usize) -> bool, texts: &[String]| file(format, texts, keep);
            let counts = law_5(|text| read(format, text), (&texts, at), of);
            prop_assert_eq!(counts, (texts.len(), texts.len() - 1));
        }
    }

    #[test]
    fn any_part_can_be_filled(source in any::<[bool; 10]>(), target in any::<[bool; 10]>(), crlf: bool) {
        let texts = vec!["v".to_owned(); 10];
        for (format, _) in BOTH {
            let text = |keep: &dyn Fn(usize) -> bool| {
                let text = file(format, &texts, keep);
                if crlf { text.replace('\n', "\r\n") } else { text }
            };
            let whole = text(&|at| source[at] || target[at]);
            let there = text(&|at| target[at]);
            let present = read(format, &there);
            let after = filled(format, &whole, &there, &rules(), |unit| {
                present.iter().all(|it| it.key != unit.key).then(|| format!("{}+", unit.text))
            });
            let after = after.expect("filled");
            let plus = |unit: &Unit| (unit.key.clone(), unit.text.trim_end_matches('+').to_owned());
            let all = |text: &str| read(format, text).iter().map(plus).collect::<Vec<_>>();
            prop_assert_eq!(all(&after), all(&whole));
            prop_assert!(!crlf || !after.replace("\r\n", "").contains('\n'));
        }
    }
}
