//! Laws of Java's `.properties`.

mod common;

use common::{cut, damaged, fill_law, filled, law_5, merge_law, named, put_get_law};
use hexapla_formats::{Edit, FieldRules, Format, extract, merge};
use hexapla_model::Unit;
use proptest::prelude::*;

const APP: &str = include_str!("properties/app.properties");

fn rules() -> FieldRules {
    FieldRules::default()
}

fn read(text: &str) -> Vec<Unit> {
    extract(Format::Properties, text.as_bytes(), &rules()).units
}

fn told(text: &str) -> Vec<String> {
    common::told(Format::Properties, text, &rules())
}

#[test]
fn every_value_is_a_unit() {
    let found = read(APP);
    assert_eq!(
        named(&found),
        [
            ("nav.home", "Home"),
            ("nav.help", "Get help now"),
            ("colon", "a value: with = signs"),
            ("space", "between them"),
            ("a key = with:signs", "x"),
            ("lines", "Nobody has to bear this alone."),
            ("steps", "First\n  second\nthird "),
            ("café", "thé 🍵 é"),
            ("greeting", "Hello, {0}!"),
            ("path", "C:\\dir\tx"),
            ("last", "no line end"),
        ]
    );
    assert_eq!(told(APP), ["32:1 duplicate-key: `last` stands again further down"]);
    assert_eq!(found[1].comment.as_deref(), Some("Said at the top\nof each page"));
    assert_eq!(found[0].comment, None);
    assert_eq!(found[8].codes[0].value, "0");
}

#[test]
fn law_2_merge_the_file() {
    for text in [
        APP.to_owned(),
        APP.replace('\n', "\r\n"),
        APP.replace('\n', "\r"),
        format!("\u{feff}{APP}"),
    ] {
        let count = merge_law(Format::Properties, text.as_bytes(), &rules());
        assert_eq!(count, 11);
        for index in 0..count {
            let new = "  it's = \"new\": {x} # \\ – é\n: more\n\n!\t ";
            put_get_law(Format::Properties, text.as_bytes(), &rules(), index, new);
        }
    }
    cut(Format::Properties, APP, &rules());
}

#[test]
fn values_are_written_as_the_file_is() {
    let put = |file: &str, text: &str| {
        let edit = Edit { index: 0, text: text.to_owned() };
        let merged = merge(Format::Properties, file.as_bytes(), &[edit], &rules()).expect("merged");
        String::from_utf8(merged).expect("text")
    };
    assert_eq!(put("a=b\n", "é\nx"), "a=é\\nx\n");
    assert_eq!(put("a=caf\\u00e9\n", "thé 🍵"), "a=th\\u00e9 \\ud83c\\udf75\n");
    assert_eq!(put("a : b\\n\\\n   c\n", "d\n e\n"), "a : d\\n\\\n   \\ e\\n\\\n   \n");
    assert_eq!(put("a b\n", "= c"), "a \\= c\n");
    assert_eq!(put("a=b\\r\\nc\n", "d\ne"), "a=d\\r\\ne\n");
}

#[test]
fn what_is_broken_is_told_with_its_place_and_the_rest_is_read() {
    for (text, problem) in [
        ("a=\\u12\nb=c\n", "1:3 properties-escape: expected four digits of base 16 behind `\\u`"),
        ("a=x\\ud83c\nb=c\n", "1:4 properties-escape: half of a character that takes two escapes"),
        ("a=\\ud83cx\nb=c\n", "1:3 properties-escape: half of a character that takes two escapes"),
        ("a=\\u0000\nb=c\n", "1:3 properties-escape: a NUL character"),
        ("b=x\nb=c\n", "1:1 duplicate-key: `b` stands again further down"),
    ] {
        assert_eq!(told(text), [problem], "{text}");
        assert_eq!(named(&read(text)), [("b", "c")], "{text}");
    }
}

#[test]
fn new_properties_go_behind_their_neighbours() {
    let source = "# top\n\na = A\n! why\nb:B\nc C\nd=D\n";
    let put = |target: &str, keys: &[&str]| {
        filled(Format::Properties, source, target, &rules(), |unit| {
            let key = unit.key.as_ref()?.as_str();
            keys.contains(&key).then(|| format!("{}+é", unit.text))
        })
        .expect("filled")
    };
    assert_eq!(put("", &["a", "c"]), "a = A+é\nc C+é\n");
    assert_eq!(put("a=1\nd=2", &["b", "c"]), "a=1\nb:B+é\nc C+é\nd=2");
    assert_eq!(put("# why\nd=2\n", &["a"]), "a = A+é\n# why\nd=2\n");
    assert_eq!(
        put("a=\nb\nd=\\u00e9\n", &["a", "b", "c"]),
        "a=A+\\u00e9\nb=B+\\u00e9\nc C+\\u00e9\nd=\\u00e9\n"
    );
    assert_eq!(put("# only\r\n", &["d"]), "# only\r\nd=D+é\r\n");
}

#[test]
fn long_files_are_read_in_linear_time() {
    let many: String = (0..100_000).map(|at| format!("k{at} = v\n")).collect();
    assert_eq!(read(&many).len(), 100_000);
    let lines = format!("a={}", "b\\\n ".repeat(400_000));
    assert_eq!(read(&lines).len(), 1);
    assert!(told(&"a=\\u\n".repeat(200_000)).len() <= 1_001);
    assert!(read(&"\\".repeat(1_000_000)).len() <= 1);
}

/// A property under a number of its own, in one of several shapes.
fn property(at: usize, text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\n', "\\n");
    match at % 5 {
        0 => format!("# {at}\nk{at}={text}\n"),
        1 => format!("k{at} : {text}\n\n"),
        2 => format!("  k{at}\t{text}\\\n    \\ more\n"),
        3 => format!("k\\u00e9{at} =\\\n  {text}\n"),
        _ => format!("! {text}\n\nk\\ {at}= {text}\n"),
    }
}

proptest! {
    #[test]
    fn law_2_merge_any_properties(text in "(a|b|=|:| |\t|\\\\|\\\\u00e9|\\\\ud83c|#|!|\n|\r\n|\r|é|\u{c}){0,40}") {
        merge_law(Format::Properties, text.as_bytes(), &rules());
        merge_law(Format::Properties, format!("k=v\n{text}").as_bytes(), &rules());
    }

    #[test]
    fn damaged_files_are_read(damages in prop::collection::vec((any::<usize>(), any::<u8>()), 1..6)) {
        damaged(Format::Properties, APP, &rules(), &damages);
    }

    #[test]
    fn any_text_can_be_put_in(text in "\\PC{1,20}(\n\\PC{0,10})?", index in 0..11_usize) {
        let before = &read(APP)[index];
        prop_assume!(before.fingerprint != hexapla_model::Meaning::of("text", &text));
        put_get_law(Format::Properties, APP.as_bytes(), &rules(), index, &text);
    }

    #[test]
    fn law_5_a_property_put_in_taken_out_or_changed_changes_no_other(texts in prop::collection::vec("w[a-zé=:\\\\]{1,8}", 2..10), at in any::<prop::sample::Index>()) {
        let at = at.index(texts.len());
        let of = |keep: &dyn Fn(usize) -> bool, texts: &[String]| -> String {
            texts.iter().enumerate().filter(|(at, _)| keep(*at)).map(|(at, text)| property(at, text)).collect()
        };
        prop_assert_eq!(law_5(read, (&texts, at), of), (texts.len(), texts.len() - 1));
    }

    #[test]
    fn any_part_can_be_filled(source in any::<[bool; 10]>(), target in any::<[bool; 10]>(), crlf: bool) {
        let text = |keep: &dyn Fn(usize) -> bool| -> String {
            let text: String = (0..10).filter(|at| keep(*at)).map(|at| property(at, "v")).collect();
            if crlf { text.replace('\n', "\r\n") } else { text }
        };
        let whole = text(&|at| source[at] || target[at]);
        let there = text(&|at| target[at]);
        fill_law(Format::Properties, &rules(), (&whole, &there), crlf);
    }
}
