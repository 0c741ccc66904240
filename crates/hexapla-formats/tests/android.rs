//! Laws of Android's string resources.

mod common;

use common::{cut, damaged, fill_law, filled, law_5, merge_law, named, put_get_law};
use hexapla_formats::{Edit, FieldRules, Format, Insertion, extract, insert, merge};
use hexapla_model::{CodeKind, Unit};
use proptest::prelude::*;

const APP: &str = include_str!("android/strings.xml");

fn rules() -> FieldRules {
    FieldRules::default()
}

fn read(text: &str) -> Vec<Unit> {
    extract(Format::Android, text.as_bytes(), &rules()).units
}

fn told(text: &str) -> Vec<String> {
    common::told(Format::Android, text, &rules())
}

fn file(inner: &str) -> String {
    format!("<resources>{inner}</resources>")
}

/// What a string with this content says.
fn said(raw: &str) -> String {
    read(&file(&format!("<string name=\"a\">{raw}</string>")))[0].text.clone()
}

#[test]
fn every_text_is_a_unit() {
    let found = read(APP);
    assert_eq!(
        named(&found),
        [
            ("motto", "Nobody has to bear this alone."),
            ("quote", "It's \"here\"\n@once \\ é\u{a0}& more"),
            ("wrapped", "Two lines, one space"),
            ("kept", "  It's  as it   is "),
            (
                "greeting",
                "Hello, <b>%1$s</b>! <xliff:g id=\"count\" example=\"5\">%2$d</xliff:g> new &lt;i>x&lt;/i>"
            ),
            ("page", "<p class=\"a\">Read & <b>call</b></p>"),
            ("motto(tablet)", "Nobody has to bear this alone, here."),
            ("days[0]", "Monday"),
            ("days[1]", "Any ?day"),
            ("stories[one]", "%d story"),
            ("stories[other]", "%d stories"),
        ]
    );
    assert_eq!(told(APP), [""; 0]);
    assert_eq!(found[0].comment.as_deref(), Some("Said at the top of each page"));
    assert_eq!(found[9].comment.as_deref(), Some("How many stories there are"));
    assert_eq!(found[1].comment, None);
    let codes: Vec<_> = found[4].codes.iter().map(|it| (it.kind, it.value.as_str())).collect();
    assert_eq!(
        codes[..3],
        [(CodeKind::Html, "<b>"), (CodeKind::Variable, "1"), (CodeKind::Html, "</b>")]
    );
    assert_eq!(codes.len(), 6);
}

#[test]
fn escapes_are_read() {
    for (raw, text) in [
        ("&quot;a  b&quot; \\&quot;", "a  b \""),
        ("a&#10;b&apos;", "a b'"),
        ("&amp;lt; &amp; &lt; &gt;", "&amp;lt; & < >"),
        ("&unknown; x", "&unknown; x"),
        ("\\ud83c\\udf75", "🍵"),
        ("a<!-- b -->c", "a<!-- b -->c"),
        ("a <![CDATA[ \\n ]]> b", "a <![CDATA[ \\n ]]> b"),
        ("\\u0020 a \\u0020", "  a  "),
        ("\\@string/x", "@string/x"),
    ] {
        assert_eq!(said(raw), text, "{raw}");
    }
    let none = read(&file("<string name=\"a\">?attr/x</string><string name=\"b\"> </string>"));
    assert_eq!(none.len(), 0);
}

#[test]
fn texts_are_written_as_android_reads_them() {
    let put = |raw: &str, text: &str| {
        let (before, after) = ("<resources><string name=\"a\">", "</string></resources>");
        let edit = Edit { index: 0, text: text.to_owned() };
        let merged =
            merge(Format::Android, format!("{before}{raw}{after}").as_bytes(), &[edit], &rules());
        let merged = String::from_utf8(merged.unwrap_or_else(|it| panic!("{it}"))).expect("text");
        merged.strip_prefix(before).and_then(|it| it.strip_suffix(after)).expect("alone").to_owned()
    };
    assert_eq!(put("x", "it's \"new\"\n"), "it\\'s \\\"new\\\"\\n");
    assert_eq!(put("\"x\"", " it's "), "\" it's \"");
    assert_eq!(put("x", "@a ?  b "), "\\@a ? \\u0020b\\u0020");
    assert_eq!(put("x", "a & b < c > d"), "a &amp; b &lt; c > d");
    assert_eq!(put("x", "a ]]> &hellip; <b>c</b> \u{1}"), "a ]]&gt; &hellip; <b>c</b> \\u0001");
    assert_eq!(put("<![CDATA[x]]>", "a & <b>\"c\"</b>"), "<![CDATA[a & <b>\\\"c\\\"</b>]]>");
    for text in ["<b>a", "a</b>", "</string>", "a <b", "a &amp; b", ""] {
        let file = file("<string name=\"a\">x</string>");
        let edit = Edit { index: 0, text: text.to_owned() };
        let merged = merge(Format::Android, file.as_bytes(), &[edit], &rules());
        assert!(merged.is_err() || text == "a <b", "{text}");
    }
}

#[test]
fn law_2_merge_the_resources() {
    for text in [APP.to_owned(), APP.replace('\n', "\r\n"), format!("\u{feff}{APP}")] {
        let count = merge_law(Format::Android, text.as_bytes(), &rules());
        assert_eq!(count, 11);
        for index in 0..count {
            let new = "@it's \"new\": %d, # \\ – é\n and <i>more</i>\t & ";
            put_get_law(Format::Android, text.as_bytes(), &rules(), index, new);
        }
    }
    cut(Format::Android, APP, &rules());
}

#[test]
fn what_is_broken_is_told_with_its_place() {
    for (text, problem, units) in [
        (file("<string name=\"a\">x</strin>"), "1:30 xml-syntax", 0),
        ("<resources><string name=\"a\">x</string>".to_owned(), "1:39 xml-syntax", 0),
        ("<html/>".to_owned(), "1:1 android-root", 0),
        ("<resources/><resources/>".to_owned(), "1:13 android-root", 0),
        ("words".to_owned(), "1:1 xml-syntax", 0),
        (file("<string>x</string><string name=\"b\">y</string>"), "1:12 android-name", 1),
        (
            file("<string name=\"b\">y</string><string name=\"b\">z</string>"),
            "1:39 duplicate-key",
            1,
        ),
        (
            file("<string name=\"a\">\\u12</string><string name=\"b\">y</string>"),
            "1:29 android-escape",
            1,
        ),
        (
            file("<plurals name=\"p\"><item quantity=\"lots\">x</item></plurals>"),
            "1:30 android-quantity",
            0,
        ),
    ] {
        let found = told(&text);
        assert!(found.len() == 1 && found[0].starts_with(problem), "{text}: {found:?}");
        assert_eq!(read(&text).len(), units, "{text}");
    }
}

#[test]
fn new_resources_go_behind_their_neighbours() {
    let put = |target: &str, keys: &[&str]| {
        filled(Format::Android, APP, target, &rules(), |unit| {
            let key = unit.key.as_ref()?.as_str();
            keys.contains(&key).then(|| format!("{}+", unit.text))
        })
        .expect("filled")
    };
    let new = put("", &["motto", "page", "days[1]", "stories[other]"]);
    let head = &APP[..APP.find("    <string name=\"app_name\"").expect("the first")];
    assert_eq!(
        new.strip_prefix(head.trim_end()).expect("the root"),
        "\n    <string name=\"motto\">Nobody has to bear this alone.+</string>
    <string name=\"page\"><![CDATA[<p class=\\\"a\\\">Read & <b>call</b></p>+]]></string>
    <string-array name=\"days\">
        <item>Monday</item>
        <item>Any \\?day+</item>
    </string-array>
    <plurals name=\"stories\">
        <item quantity=\"other\">%d stories+</item>
    </plurals>
</resources>\n"
            .replace("Any \\?day+", "Any ?day+")
    );
    let there = "<resources>\n  <!-- why -->\n  <string name=\"quote\">X</string>\n  <string name=\"none\" />\n  <string-array name=\"days\">\n    <item>L</item>\n  </string-array>\n  <plurals name=\"stories\">\n    <item quantity=\"other\">s</item>\n  </plurals>\n</resources>\n";
    assert_eq!(
        put(there, &["motto", "days[1]", "stories[one]", "wrapped"]),
        there
            .replace(
                "  <!-- why",
                "  <string name=\"motto\">Nobody has to bear this alone.+</string>\n  <!-- why"
            )
            .replace(
                "X</string>\n",
                "X</string>\n  <string name=\"wrapped\">Two lines, one space+</string>\n"
            )
            .replace("L</item>\n", "L</item>\n    <item>Any ?day+</item>\n")
            .replace(
                "    <item quantity=\"other\"",
                "    <item quantity=\"one\">%d story+</item>\n    <item quantity=\"other\""
            )
    );
    let source = file("<string name=\"a\">A</string>");
    for (target, expected) in [
        ("<resources/>", None),
        (
            "<resources></resources>",
            Some("<resources>\n    <string name=\"a\">B</string>\n</resources>"),
        ),
        (
            "<resources><string name=\"a\"/></resources>",
            Some("<resources><string name=\"a\">B</string></resources>"),
        ),
        (
            "<resources><string name=\"a\"> </string></resources>",
            Some("<resources><string name=\"a\">B</string></resources>"),
        ),
        ("<resources><string name=\"a\">", None),
    ] {
        let made = filled(Format::Android, &source, target, &rules(), |_| Some("B".to_owned()));
        assert_eq!(made.ok().as_deref(), expected, "{target}");
    }
}

#[test]
fn quantities_that_the_source_lacks_are_added_in_order() {
    let form = |form: &'static str| Insertion {
        source_index: 10,
        text: format!("{form}!"),
        form: Some(form),
    };
    let made = |target: &str| {
        let new = [form("few"), form("many")];
        let made = insert(Format::Android, APP.as_bytes(), target.as_bytes(), &[], &new, &rules());
        String::from_utf8(made.expect("made")).expect("text")
    };
    let other = "        <item quantity=\"other\">";
    let few = "        <item quantity=\"few\">few!</item>\n        <item quantity=\"many\">many!</item>\n";
    assert_eq!(made(APP), APP.replace(other, &format!("{few}{other}")));
    assert!(
        made("")
            .ends_with(&format!("<plurals name=\"stories\">\n{few}    </plurals>\n</resources>\n"))
    );
}

#[test]
fn long_files_are_read_in_linear_time() {
    let many: String =
        (0..40_000).map(|at| format!("<string name=\"k{at}\">v</string>\n")).collect();
    assert_eq!(read(&file(&many)).len(), 40_000);
    let deep = "<a>".repeat(300_000);
    assert_eq!(told(&file(&deep)).len(), 1);
    let attributes: String = (0..50_000).map(|at| format!(" a{at}=\"\"")).collect();
    assert_eq!(read(&file(&format!("<string name=\"x\"{attributes}>y</string>"))).len(), 1);
    for piece in ["<a \"", "<!--", "<![CDATA[", "&a", "<", "\\", "&#", "]]>"] {
        let edit = Edit { index: 0, text: piece.repeat(100_000) };
        let _ = merge(
            Format::Android,
            file("<string name=\"a\">x</string>").as_bytes(),
            &[edit],
            &rules(),
        );
    }
}

/// A resource under a name of its own, in one of several shapes.
fn resource(at: usize, text: &str) -> String {
    match at % 5 {
        0 => format!("  <!-- {at} -->\n  <string name=\"k{at}\">{text}</string>\n"),
        1 => format!("  <string name=\"k{at}\"><b>{text}</b> \\n\n  x</string>\n\n"),
        2 => {
            format!("  <string-array name=\"k{at}\">\n    <item>{text}</item>\n  </string-array>\n")
        }
        3 => format!(
            "  <plurals name=\"k{at}\">\n    <item quantity=\"other\">{text}</item>\n  </plurals>\n"
        ),
        _ => format!(
            "  <string name=\"k{at}\"><![CDATA[{text} & ]]></string><dimen name=\"d\">1</dimen>\n"
        ),
    }
}

proptest! {
    #[test]
    fn law_2_merge_any_resources(text in "(<string name=\"a\">|<string name=\"b\"/>|</string>|<plurals name=\"p\">|</plurals>|<item quantity=\"one\">|<item>|</item>|<b>|</b>|<!-- c -->|<!\\[CDATA\\[|\\]\\]>|&amp;|&lt;|&|\\\\u00e9|\\\\|\"|'|@|x| |\n|\r\n|é){0,30}") {
        merge_law(Format::Android, text.as_bytes(), &rules());
        merge_law(Format::Android, file(&text).as_bytes(), &rules());
        merge_law(Format::Android, file(&format!("<string name=\"k\">{text}</string>")).as_bytes(), &rules());
    }

    #[test]
    fn damaged_files_are_read(damages in prop::collection::vec((any::<usize>(), any::<u8>()), 1..6)) {
        damaged(Format::Android, APP, &rules(), &damages);
    }

    #[test]
    fn any_text_is_put_in_whole_or_refused(text in "[^<&]{1,20}|(<b>|</b>|&|&lt;|&amp;|<|>|'|\"|\\\\|x| |\n){0,16}", index in 0..11_usize) {
        let before = &read(APP);
        prop_assume!(before[index].fingerprint != hexapla_model::Meaning::of("text", &text));
        let edit = Edit { index, text: text.clone() };
        let merged = merge(Format::Android, APP.as_bytes(), &[edit], &rules());
        let plain = !text.trim().is_empty() && !text.contains(['<', '&', '\r', '\0', '\u{feff}'])
            && (index != 5 || !text.contains("]]>"));
        prop_assert!(merged.is_ok() || !plain, "{:?}", merged);
        if merged.is_ok() {
            put_get_law(Format::Android, APP.as_bytes(), &rules(), index, &text);
        }
    }

    #[test]
    fn law_5_a_resource_put_in_taken_out_or_changed_changes_no_other(texts in prop::collection::vec("w[a-zé ]{0,8}w", 2..10), at in any::<prop::sample::Index>()) {
        let at = at.index(texts.len());
        let of = |keep: &dyn Fn(usize) -> bool, texts: &[String]| -> String {
            file(&texts.iter().enumerate().filter(|(at, _)| keep(*at)).map(|(at, text)| resource(at, text)).collect::<String>())
        };
        prop_assert_eq!(law_5(read, (&texts, at), of), (texts.len(), texts.len() - 1));
    }

    #[test]
    fn any_part_can_be_filled(source in any::<[bool; 10]>(), target in any::<[bool; 10]>(), crlf: bool) {
        let text = |keep: &dyn Fn(usize) -> bool| -> String {
            let text: String = (0..10).filter(|at| keep(*at)).map(|at| resource(at, "v")).collect();
            let text = format!("<resources>\n{text}</resources>\n");
            if crlf { text.replace('\n', "\r\n") } else { text }
        };
        let whole = text(&|at| source[at] || target[at]);
        let there = text(&|at| target[at]);
        fill_law(Format::Android, &rules(), (&whole, &there), crlf);
    }
}
