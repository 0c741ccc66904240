//! Laws of PO.

mod common;

use common::{cut, damaged, fill_law, filled, law_5, merge_law, named, put_get_law};
use hexapla_formats::{Edit, FieldRules, Format, Insertion, catalogue, extract, insert, merge};
use hexapla_model::{CodeKind, Locale, Unit};
use proptest::prelude::*;

const TEMPLATE: &str = include_str!("po/app.pot");
const POLISH: &str = include_str!("po/pl.po");

fn rules() -> FieldRules {
    FieldRules::default()
}

fn locale(tag: &str) -> Locale {
    tag.parse().expect("a tag")
}

fn read(text: &str) -> Vec<Unit> {
    extract(Format::Po, text.as_bytes(), &rules()).units
}

fn told(text: &str) -> Vec<String> {
    common::told(Format::Po, text, &rules())
}

#[test]
fn messages_of_a_template_are_what_their_ids_say() {
    let found = read(TEMPLATE);
    assert_eq!(
        named(&found),
        [
            ("Nobody has to bear this alone.", "Nobody has to bear this alone."),
            ("menu|Open", "Open"),
            ("state|Open", "Open"),
            ("%d story[one]", "%d story"),
            ("%d story[other]", "%d stories"),
            (
                "Call us on any day,\\nat any \"hour\".\\n",
                "Call us on any day,\nat any \"hour\".\n"
            ),
            ("a\\|b\\tc", "a|b\tc"),
        ]
    );
    assert_eq!(found[0].comment.as_deref(), Some("Said at the top of each page"));
    assert_eq!(told(TEMPLATE), [""; 0]);
    let codes: Vec<_> = found[3].codes.iter().map(|it| (it.kind, it.value.as_str())).collect();
    assert_eq!(codes, [(CodeKind::Variable, "1")]);
}

#[test]
fn a_translation_has_the_forms_of_its_language() {
    let found = read(POLISH);
    assert_eq!(
        named(&found),
        [
            ("Nobody has to bear this alone.", "Nikt nie musi znosić tego sam."),
            ("menu|Open", "Otwórz to"),
            ("state|Open", "Open"),
            ("%d story[one]", "%d opowieść"),
            ("%d story[few]", "%d opowieści"),
            ("%d story[many]", "%d stories"),
        ]
    );
    assert_eq!(told(POLISH), ["16:1 po-fuzzy: marked `fuzzy`: programs show the source instead"]);
    let source = read(TEMPLATE);
    assert_eq!(found[2].fingerprint, source[2].fingerprint, "not translated");
    assert_eq!(found[5].fingerprint, source[4].fingerprint, "not translated");
}

#[test]
fn a_new_text_takes_the_fuzzy_mark_away() {
    let edit = Edit { index: 1, text: "Otwórz".to_owned() };
    let merged = merge(Format::Po, POLISH.as_bytes(), &[edit], &rules()).expect("merged");
    let expected =
        POLISH.replace("#, fuzzy, c-format", "#, c-format").replace("Otwórz to", "Otwórz");
    assert_eq!(String::from_utf8(merged).expect("text"), expected);
    let alone = "# why\n  #, fuzzy\n  msgid \"a\"\n  msgstr \"b\"\n";
    let edit = Edit { index: 0, text: "c".to_owned() };
    let merged = merge(Format::Po, alone.as_bytes(), &[edit], &rules()).expect("merged");
    assert_eq!(
        String::from_utf8(merged).expect("text"),
        "# why\n    msgid \"a\"\n  msgstr \"c\"\n"
    );
}

#[test]
fn strings_are_wrapped_as_they_were_or_as_their_lines_are() {
    let put = |raw: &str, text: &str| {
        let file = format!("msgid \"x\"\nmsgstr {raw}\n\nmsgid \"y\"\nmsgstr \"\"\n");
        let edit = Edit { index: 0, text: text.to_owned() };
        let merged = merge(Format::Po, file.as_bytes(), &[edit], &rules()).expect("merged");
        let merged = String::from_utf8(merged).expect("text");
        let tail = "\n\nmsgid \"y\"\nmsgstr \"\"\n";
        let merged =
            merged.strip_prefix("msgid \"x\"\nmsgstr ").and_then(|it| it.strip_suffix(tail));
        merged.expect("nothing else changed").to_owned()
    };
    assert_eq!(put("\"a\"", "b \"c\" \\ \t"), "\"b \\\"c\\\" \\\\ \\t\"");
    assert_eq!(put("\"a\"", "b\nc"), "\"\"\n\"b\\n\"\n\"c\"");
    assert_eq!(put("\"a\"", "b\n"), "\"b\\n\"");
    assert_eq!(put("\"\"\n\"a \"\n\"b\"", "c"), "\"\"\n\"c\"");
    assert_eq!(put("\"a\\r\\nb\"", "c\nd"), "\"\"\n\"c\\r\\n\"\n\"d\"");
    assert_eq!(put("\"\"", "\u{1}é\u{301}"), "\"\\001é\u{301}\"");
    assert_eq!(named(&read("msgid \"x\"\nmsgstr \"\\303\\251\\x41\"\n")), [("x", "éA")]);
}

#[test]
fn law_2_merge_the_catalogues() {
    for text in [TEMPLATE, POLISH] {
        for text in [
            text.to_owned(),
            text.replace('\n', "\r\n"),
            format!("\u{feff}{text}"),
            text.trim_end().to_owned(),
        ] {
            let count = merge_law(Format::Po, text.as_bytes(), &rules());
            assert!(count >= 6);
            for index in 0..count {
                let new = "it's \"new\": %d, # \\ – é\nand more\t";
                put_get_law(Format::Po, text.as_bytes(), &rules(), index, new);
            }
        }
        cut(Format::Po, text, &rules());
    }
}

#[test]
fn what_is_broken_is_told_with_its_place_and_the_rest_is_read() {
    for (text, problem) in [
        ("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"\n", "1:1 po-syntax: a message without `msgstr`"),
        (
            "msgid \"a\nmsgstr \"b\"\n\nmsgid \"b\"\nmsgstr \"c\"\n",
            "1:7 po-syntax: a string that does not end in a quote",
        ),
        ("\"a\"\n\nmsgid \"b\"\nmsgstr \"c\"\n", "1:1 po-syntax: a string that belongs to nothing"),
        (
            "msgid \"a\"\nmsgstr \"\\q\"\n\nmsgid \"b\"\nmsgstr \"c\"\n",
            "2:9 po-syntax: a backslash before no character that it is for",
        ),
        (
            "msgid \"a\"\nmsgstr \"x\" y\n\nmsgid \"b\"\nmsgstr \"c\"\n",
            "2:11 po-syntax: text behind a string, expected `\\\"` for a quote within one",
        ),
        (
            "msgid \"a\"\nmsgstr[0] \"x\"\n\nmsgid \"b\"\nmsgstr \"c\"\n",
            "2:1 po-syntax: expected one `msgstr` without a number",
        ),
        (
            "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr \"x\"\n\nmsgid \"b\"\nmsgstr \"c\"\n",
            "3:1 po-syntax: expected `msgstr[0]`, `msgstr[1]` and so on, each once",
        ),
        (
            "what\n\nmsgid \"b\"\nmsgstr \"c\"\n",
            "1:1 po-syntax: expected `msgctxt`, `msgid`, `msgstr` or a comment",
        ),
        (
            "msgid \"b\"\nmsgstr \"c\"\nmsgid \"b\"\nmsgstr \"d\"\n",
            "3:1 duplicate-key: a second message `b`",
        ),
        (
            "msgid \"a\"\nmsgstr \"\\000\"\n\nmsgid \"b\"\nmsgstr \"c\"\n",
            "2:8 po-syntax: a NUL character",
        ),
    ] {
        assert_eq!(told(text), [problem], "{text}");
        assert_eq!(named(&read(text)), [("b", "c")], "{text}");
    }
    let header = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=m;\\n\"\n\n";
    let plural = "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n";
    assert_eq!(read(&format!("{header}{plural}")).len(), 0);
    assert_eq!(told(&format!("{header}{plural}\nmsgid \"c\"\nmsgstr \"\"\n")).len(), 1);
}

#[test]
fn a_key_that_looks_like_that_of_a_form_is_none() {
    let text = "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n\nmsgid \"a[one]\"\nmsgstr \"\"\n\nmsgid \"a[x]\"\nmsgstr \"\"\n";
    let found = read(text);
    let keys: Vec<&str> = named(&found).into_iter().map(|it| it.0).collect();
    assert_eq!(keys, ["a[one]", "a[other]", "a[one\\]", "a[x]"]);
}

#[test]
fn new_messages_go_behind_their_neighbours_with_their_comments() {
    let source = "msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgid \"a\"\nmsgstr \"\"\n\n#. why\n#: b.c:1\nmsgctxt \"c\"\nmsgid \"b\"\nmsgstr \"\"\n\nmsgid \"z\"\nmsgstr \"\"\n";
    let put = |target: &str, keys: &[&str], rules: &FieldRules| {
        filled(Format::Po, source, target, rules, |unit| {
            let key = unit.key.as_ref()?.as_str();
            keys.contains(&key).then(|| format!("{}+", unit.text))
        })
        .expect("filled")
    };
    let spanish = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgid \"a\"\nmsgstr \"A\"\n\n#~ msgid \"o\"\n#~ msgstr \"O\"\n";
    assert_eq!(
        put(spanish, &["c|b", "z"], &rules()),
        "msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgid \"a\"\nmsgstr \"A\"\n\n#. why\n#: b.c:1\nmsgctxt \"c\"\nmsgid \"b\"\nmsgstr \"b+\"\n\nmsgid \"z\"\nmsgstr \"z+\"\n\n#~ msgid \"o\"\n#~ msgstr \"O\"\n"
    );
    assert_eq!(
        put("msgid \"a\"\nmsgstr \"A\"\n", &["z"], &rules()),
        "msgid \"a\"\nmsgstr \"A\"\n\nmsgid \"z\"\nmsgstr \"z+\"\n"
    );
    assert_eq!(
        put("# why\nmsgid \"z\"\nmsgstr \"Z\"\n", &["a"], &rules()),
        "msgid \"a\"\nmsgstr \"a+\"\n\n# why\nmsgid \"z\"\nmsgstr \"Z\"\n"
    );
    assert_eq!(
        put("", &["a"], &rules().in_locale(&locale("pt-PT"))),
        "msgid \"\"\nmsgstr \"\"\n\"Language: pt_PT\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\nmsgid \"a\"\nmsgstr \"a+\"\n"
    );
    assert_eq!(
        put("", &["a"], &rules().in_locale(&locale("pt-BR"))),
        "msgid \"\"\nmsgstr \"\"\n\"Language: pt_BR\\n\"\n\"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n\nmsgid \"a\"\nmsgstr \"a+\"\n"
    );
}

#[test]
fn forms_are_added_under_the_numbers_of_the_target() {
    let rules = rules().in_locale(&locale("pl"));
    let form = |form: &'static str| Insertion {
        source_index: 4,
        text: format!("{form}!"),
        form: Some(form),
    };
    let made = |target: &str, forms: &[&'static str]| {
        let new: Vec<Insertion> = forms.iter().map(|it| form(it)).collect();
        let made = insert(Format::Po, TEMPLATE.as_bytes(), target.as_bytes(), &[], &new, &rules);
        made.map(|it| String::from_utf8(it).expect("text"))
    };
    let whole = made("", &["few", "many"]).expect("made");
    assert!(whole.contains("\"Language: pl\\n\"") && whole.contains("charset=UTF-8"), "{whole}");
    assert!(!whole.contains("fuzzy"), "{whole}");
    assert!(
        whole.ends_with(
            "msgid_plural \"%d stories\"\nmsgstr[0] \"\"\nmsgstr[1] \"few!\"\nmsgstr[2] \"many!\"\n"
        ),
        "{whole}"
    );
    let there = POLISH.replace("msgstr[2] \"\"\n", "");
    let added = made(&there, &["many"]).expect("made");
    assert_eq!(added, POLISH.replace("msgstr[2] \"\"", "msgstr[2] \"many!\""));
    assert_eq!(made(POLISH, &["many"]).expect("made"), added);
    let told = made(POLISH, &["two"]).expect_err("refused").to_string();
    assert!(told.contains("no form for `two`"), "{told}");
}

#[test]
fn a_catalogue_becomes_one_of_another_locale() {
    let english = TEMPLATE
        .replace("msgstr[0] \"\"", "msgstr[0] \"1\"")
        .replace("msgstr[1] \"\"", "msgstr[1] \"2\"");
    let of = |tag: &str| catalogue::in_locale(Format::Po, english.clone(), &locale(tag));
    let arabic = of("ar");
    let forms = read(&arabic);
    let forms: Vec<_> = named(&forms).into_iter().filter(|it| it.0.starts_with("%d")).collect();
    assert_eq!(forms.len(), 6);
    assert_eq!(forms[1], ("%d story[one]", "1"));
    assert_eq!(forms[5], ("%d story[other]", "2"));
    assert_eq!(catalogue::in_locale(Format::Po, arabic.clone(), &locale("ar")), arabic);
    let japanese = of("ja");
    assert!(japanese.contains("msgid_plural \"%d stories\"\nmsgstr[0] \"2\"\n\n"), "{japanese}");
    assert_eq!(read(&of("es")).len(), 7);
}

#[test]
fn long_files_are_read_in_linear_time() {
    let many: String = (0..60_000).map(|at| format!("msgid \"{at}\"\nmsgstr \"a\"\n\n")).collect();
    assert_eq!(read(&many).len(), 60_000);
    let lines = format!("msgid \"\"\n{}msgstr \"a\"\n", "\"b\"\n".repeat(300_000));
    assert_eq!(read(&lines).len(), 1);
    let open = "msgid \"".repeat(200_000);
    assert_eq!(told(&open).len(), 1);
    let broken = "msgid\n".repeat(200_000);
    assert!(told(&broken).len() <= 1_001);
}

/// A message under a number of its own, in one of several shapes.
fn message(at: usize, text: &str) -> String {
    let string =
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"));
    match at % 5 {
        0 => format!("#. {at}\nmsgid \"m{at}\"\nmsgstr {string}\n\n"),
        1 => format!("msgctxt \"c\"\nmsgid \"m{at}\"\nmsgstr \"\"\n{string}\n\n"),
        2 => format!(
            "msgid \"m{at}\"\nmsgid_plural \"ms{at}\"\nmsgstr[0] {string}\nmsgstr[1] \"b\"\n\n"
        ),
        3 => format!("#, fuzzy\nmsgid \"m{at}\"\nmsgstr {string}\n"),
        _ => format!(
            "#~ msgid \"o\"\n#~ msgstr {string}\n\nmsgid \"\"\n\"m{at}\"\nmsgstr {string}\n\n"
        ),
    }
}

proptest! {
    #[test]
    fn law_2_merge_any_po(text in "(msgid |msgstr |msgstr\\[0\\] |msgstr\\[1\\] |msgid_plural |msgctxt |\"a\"|\"b\\\\n\"|\"|\\\\|#\\. x|#, fuzzy|#~ |#|\n|\n\n|\r\n| |é){0,40}") {
        merge_law(Format::Po, text.as_bytes(), &rules());
        merge_law(Format::Po, format!("msgid \"k\"\nmsgstr \"l\"\n{text}").as_bytes(), &rules());
    }

    #[test]
    fn damaged_files_are_read(damages in prop::collection::vec((any::<usize>(), any::<u8>()), 1..6)) {
        damaged(Format::Po, POLISH, &rules(), &damages);
    }

    #[test]
    fn any_text_can_be_put_in(text in "\\PC{1,20}(\n\\PC{0,10})?", index in 0..6_usize) {
        let before = &read(POLISH)[index];
        prop_assume!(before.text != text && before.fingerprint != hexapla_model::Meaning::of("text", &text));
        put_get_law(Format::Po, POLISH.as_bytes(), &rules(), index, &text);
    }

    #[test]
    fn law_5_a_message_put_in_taken_out_or_changed_changes_no_other(texts in prop::collection::vec("w[a-zé\"\n]{1,8}", 2..10), at in any::<prop::sample::Index>()) {
        let at = at.index(texts.len());
        let of = |keep: &dyn Fn(usize) -> bool, texts: &[String]| -> String {
            texts.iter().enumerate().filter(|(at, _)| keep(*at)).map(|(at, text)| message(at, text)).collect()
        };
        law_5(read, (&texts, at), of);
    }

    #[test]
    fn any_part_can_be_filled(source in any::<[bool; 10]>(), target in any::<[bool; 10]>(), crlf: bool) {
        let text = |keep: &dyn Fn(usize) -> bool| -> String {
            let text: String = (0..10).filter(|at| keep(*at)).map(|at| message(at, "v")).collect();
            if crlf { text.replace('\n', "\r\n") } else { text }
        };
        let whole = text(&|at| source[at] || target[at]);
        let there = text(&|at| target[at]);
        fill_law(Format::Po, &rules(), (&whole, &there), crlf);
    }
}
