//! Laws of catalogues in JSON and YAML.

mod common;

use std::path::Path;

use common::{merge_law, put_get_law};
use hexapla_formats::{Edit, FieldRules, Format, Insertion, Placeholders, extract, insert, merge};
use hexapla_model::{CodeKind, Fingerprint, Unit, UnitKind};
use proptest::prelude::*;

const I18NEXT: &str = include_str!("catalogues/i18next.json");
const NEXT_INTL: &str = include_str!("catalogues/next-intl.json");
const RAILS: &str = include_str!("catalogues/rails.yml");

fn every() -> FieldRules {
    FieldRules::default()
}

fn rooted() -> FieldRules {
    FieldRules { root: Some("{locale}".to_owned()), ..every() }
}

fn chosen(fields: &[&str], ids: &[(&str, &str)]) -> FieldRules {
    let pattern = |text: &str| text.parse().expect("a pattern");
    FieldRules {
        include: fields.iter().map(|it| pattern(it)).collect(),
        ids: ids.iter().map(|(path, id)| (pattern(path), (*id).to_owned())).collect(),
        ..every()
    }
}

fn named(units: &[Unit]) -> Vec<(&str, &str)> {
    units.iter().map(|it| (it.key.as_ref().map_or("-", |key| key.as_str()), &*it.text)).collect()
}

fn units(format: Format, text: &str, rules: &FieldRules) -> Vec<Unit> {
    let found = extract(format, text.as_bytes(), rules);
    assert!(found.diagnostics.is_empty(), "{:?}", found.diagnostics);
    found.units
}

fn fingerprints(format: Format, text: &str, rules: &FieldRules) -> Vec<Fingerprint> {
    let mut units = units(format, text, rules);
    units.sort_by(|a, b| a.key.cmp(&b.key));
    units.iter().map(|unit| unit.fingerprint).collect()
}

/// The codes of a unit that others fill in.
fn asked(unit: &Unit) -> Vec<&str> {
    let kinds = [CodeKind::Variable, CodeKind::Reference];
    unit.codes.iter().filter(|it| kinds.contains(&it.kind)).map(|it| it.value.as_str()).collect()
}

#[test]
fn every_text_of_an_i18next_catalogue_is_a_unit() {
    let found = units(Format::Json, I18NEXT, &every());
    assert_eq!(
        named(&found),
        [
            ("nav.home", "Home"),
            ("nav.help", "Get help now"),
            ("nav.\"report.a.problem\"", "Report a problem"),
            ("greeting", "Hello, {{name}}!"),
            ("signature", "Yours, $t(nav.home)"),
            ("item_one", "{{count}} story"),
            ("item_other", "{{count}} stories"),
            ("consent", "I have read the <0>rules</0> and the <1>privacy notice</1>."),
            ("-", "Write to us"),
            ("-", "We listen"),
            ("-", "You decide"),
            ("-", "{ \"name\": \"Helpline\", \"number\": \"116 111\" }"),
            ("-", "{ \"name\": \"Office\", \"number\": \"555 0100\" }"),
        ]
    );
    assert_eq!(asked(&found[3]), ["name"]);
    assert_eq!(asked(&found[4]), ["nav.home"]);
    assert_eq!(found[7].codes.iter().filter(|it| it.kind == CodeKind::Html).count(), 4);
    let comment = "{\n  // Said first\n  // of all\n  \"a\": \"A\"\n}";
    let found = units(Format::Json, comment, &every());
    assert_eq!(found[0].comment.as_deref(), Some("Said first\nof all"));
}

#[test]
fn arguments_of_next_intl_are_codes_and_their_words_are_read() {
    let icu = FieldRules { placeholders: Placeholders::Icu, ..every() };
    for rules in [&every(), &icu] {
        let found = units(Format::Json, NEXT_INTL, rules);
        assert_eq!(found[1].key.as_ref().map(|it| it.as_str()), Some("Stories.count"));
        assert_eq!(asked(&found[1]), ["count", "count", "count", "place"]);
        assert_eq!(asked(&found[3]), ["date"]);
    }
    assert_eq!(asked(&units(Format::Json, NEXT_INTL, &icu)[4]), [""; 0]);
}

#[test]
fn the_locale_at_the_top_of_a_rails_file_is_no_part_of_keys() {
    let found = units(Format::Yaml, RAILS, &rooted());
    assert_eq!(
        named(&found)[..3],
        [("hello", "Hello, %{name}"), ("date.formats.default", "%Y-%m-%d"), ("-", "Sunday")]
    );
    assert_eq!(found[0].comment.as_deref(), Some("Said at the top of each page"));
    assert_eq!(asked(&found[0]), ["name"]);
    let spanish = RAILS.replacen("\nen:", "\nes:", 1);
    let there = units(Format::Yaml, &spanish, &rooted());
    assert_eq!(named(&found), named(&there));
    assert_eq!(
        units(Format::Yaml, RAILS, &every())[0].key.as_ref().map(|it| it.as_str()),
        Some("en.hello")
    );
    let last = found.last().expect("a unit");
    assert_eq!(last.key.as_ref().map(|it| it.as_str()), Some("404.title"));
    let two = format!("{RAILS}de:\n  hello: Hallo\n");
    let told = extract(Format::Yaml, two.as_bytes(), &rooted());
    assert_eq!(told.diagnostics[0].id, "catalogue-root");
    assert_eq!(named(&told.units), named(&found));
}

#[test]
fn with_fields_only_those_are_units() {
    let rules = chosen(&["nav.home", "contacts[].name"], &[("contacts", "number")]);
    let found = units(Format::Json, I18NEXT, &rules);
    let expected = [
        ("nav.home", "Home"),
        ("contacts[116 111].name", "Helpline"),
        ("contacts[555 0100].name", "Office"),
    ];
    assert_eq!(named(&found), expected);
}

#[test]
fn keys_stay_apart_whatever_is_in_them() {
    let text = r#"{"a.b": "1", "a": {"b": "2", "": "3"}, "a[b]": "4", "\"a\"": "5", "a b?": "6"}"#;
    let found = units(Format::Json, text, &every());
    let mut keys: Vec<_> = found.iter().filter_map(|it| it.key.clone()).collect();
    assert_eq!(keys[0].as_str(), "\"a.b\"");
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 6);
}

#[test]
fn layout_quoting_order_and_comments_do_not_enter() {
    for (one, other) in [
        (
            r#"{"a": "x", "b": "y"}"#,
            "{\r\n  // why\r\n\t\"b\" : \"y\",\r\n  \"a\": \"x\", /* z */\r\n}",
        ),
        (r#"{"a": "é/"}"#, r#"{"a": "e\u0301\/"}"#),
        (r#"{"r": [{"n": "x", "m": 1}]}"#, "{\"r\": [\n {\"m\": 1,\n \"n\": \"x\"}]}"),
    ] {
        assert_eq!(
            fingerprints(Format::Json, one, &every()),
            fingerprints(Format::Json, other, &every())
        );
    }
    for (one, other) in [
        ("a: x\nb: y\n", "# why\n\"b\": 'y'\na:   \"x\" # z\n"),
        ("a: x y\n", "a: >-\n  x\n  y\n"),
        ("a:\n  b: x\n", "a: {b: x}\n"),
    ] {
        assert_eq!(
            fingerprints(Format::Yaml, one, &every()),
            fingerprints(Format::Yaml, other, &every())
        );
    }
    assert_eq!(
        fingerprints(Format::Json, r#"{"a": {"b": "x"}}"#, &every()),
        fingerprints(Format::Yaml, "a:\n  b: x\n", &every())
    );
}

#[test]
fn law_2_merge_the_catalogues() {
    let mut seen = 0;
    for (format, text, rules) in [
        (Format::Json, I18NEXT, every()),
        (Format::Json, NEXT_INTL, every()),
        (Format::Yaml, RAILS, rooted()),
    ] {
        for text in [text.to_owned(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            if format == Format::Yaml && text.starts_with('\u{feff}') {
                continue;
            }
            seen += merge_law(format, text.as_bytes(), &rules);
            for (index, unit) in units(format, &text, &rules).iter().enumerate() {
                let new = match unit.kind {
                    UnitKind::ArrayItem if unit.text.starts_with('{') => {
                        "{ \"name\": \"N\", \"number\": \"1\" }"
                    }
                    _ => "it's \"new\": {x}, # \\ – é\nand more",
                };
                put_get_law(format, text.as_bytes(), &rules, index, new);
            }
        }
    }
    assert!(seen > 80, "{seen}");
}

#[test]
fn escapes_are_kept_as_they_are_and_ascii_stays_ascii() {
    let text = "{\"a\": \"caf\\u00e9\", \"b\": \"th\\u00e9\"}";
    let edit = Edit { index: 1, text: "thé vert 🍵".to_owned() };
    let merged = merge(Format::Json, text.as_bytes(), &[edit], &every()).expect("merged");
    let merged = String::from_utf8(merged).expect("text");
    assert_eq!(merged, "{\"a\": \"caf\\u00e9\", \"b\": \"th\\u00e9 vert \\ud83c\\udf75\"}");
}

/// The target with the source's units of the given keys, each text with `+` behind it.
fn filled(format: Format, source: &str, target: &str, keys: &[&str], rules: &FieldRules) -> String {
    let all = extract(format, source.as_bytes(), rules).units;
    let there = extract(format, target.as_bytes(), rules).units;
    let wanted = |unit: &Unit| {
        let name = unit.key.as_ref().map_or(unit.text.as_str(), |it| it.as_str());
        keys.contains(&name) || keys == ["*"]
    };
    let text = |unit: &Unit| match unit.kind {
        UnitKind::ArrayItem => unit.text.clone(),
        _ => format!("{}+", unit.text),
    };
    let new: Vec<Insertion> = all
        .iter()
        .enumerate()
        .filter(|(_, unit)| wanted(unit))
        .map(|(source_index, unit)| Insertion { source_index, text: text(unit), form: None })
        .collect();
    let same = |a: &Unit, b: &Unit| a.key == b.key && (a.key.is_some() || a.text == b.text);
    let pairs: Vec<(usize, usize)> = all
        .iter()
        .enumerate()
        .filter_map(|(at, unit)| Some((at, there.iter().position(|it| same(unit, it))?)))
        .collect();
    let bytes = insert(format, source.as_bytes(), target.as_bytes(), &pairs, &new, rules);
    String::from_utf8(bytes.unwrap_or_else(|error| panic!("{error}: {target}"))).expect("text")
}

#[test]
fn new_fields_of_json_go_behind_their_neighbours() {
    let source = "{\n  \"a\": \"A\",\n  \"n\": {\n    \"x\": \"X\",\n    \"y\": \"Y\",\n    \"max\": 3\n  },\n  \"z\": \"Z\"\n}\n";
    let put = |target: &str, keys: &[&str]| filled(Format::Json, source, target, keys, &every());
    assert_eq!(put("", &["a", "z"]), "{\n  \"a\": \"A+\",\n  \"z\": \"Z+\"\n}\n");
    assert_eq!(put("", &["n.y"]), "{\n  \"n\": {\n    \"y\": \"Y+\",\n    \"max\": 3\n  }\n}\n");
    assert_eq!(put("{\n  \"a\": \"1\"\n}\n", &["z"]), "{\n  \"a\": \"1\",\n  \"z\": \"Z+\"\n}\n");
    assert_eq!(
        put("{\n  // last\n  \"z\": \"1\"\n}\n", &["a"]),
        "{\n  \"a\": \"A+\",\n  // last\n  \"z\": \"1\"\n}\n"
    );
    assert_eq!(
        put("{\n\t\"a\": \"1\", // one\n\t\"z\": \"2\",\n}\n", &["n.x"]),
        "{\n\t\"a\": \"1\", // one\n\t\"n\": {\n\t\t\"x\": \"X+\",\n\t\t\"max\": 3\n\t},\n\t\"z\": \"2\",\n}\n"
    );
    assert_eq!(
        put("{\n  \"a\": \"1\" // one\n}\n", &["z", "n.y"]),
        "{\n  \"a\": \"1\", // one\n  \"n\": {\n    \"y\": \"Y+\",\n    \"max\": 3\n  },\n  \"z\": \"Z+\"\n}\n"
    );
    assert_eq!(
        put("{\"a\": \"1\", \"n\": {\"x\": \"2\"}}", &["n.y", "z"]),
        "{\"a\": \"1\", \"n\": {\"x\": \"2\", \"y\": \"Y+\"}, \"z\": \"Z+\"}"
    );
    assert_eq!(put("{\"n\": {}}", &["n.y"]), "{\"n\": {\n  \"y\": \"Y+\"\n}}");
    assert_eq!(put("// why\n", &["a"]), "// why\n{\n  \"a\": \"A+\"\n}\n");
    assert!(serde_json::from_str::<serde_json::Value>(&put("{}", &["*"])).is_ok());
}

#[test]
fn an_empty_text_is_none_yet() {
    let source = "{\"a\": \"A\", \"b\": \"\", \"c\": [\"\"]}";
    assert_eq!(named(&units(Format::Json, source, &every())), [("a", "A")]);
    let put = |target: &str| filled(Format::Json, source, target, &["a"], &every());
    assert_eq!(put("{\"a\": \"\"}"), "{\"a\": \"A+\"}");
    let yaml = |target: &str| filled(Format::Yaml, "a: A\nb: B\n", target, &["*"], &every());
    assert_eq!(yaml("a: \"\" # why\nb: ''\n"), "a: A+ # why\nb: B+\n");
    assert_eq!(put("{\"a\": null}"), "{\"a\": \"A+\"}");
    assert_eq!(yaml("a:\nb: ~ # why\n"), "a: A+\nb: B+ # why\n");
    assert_eq!(yaml("a: # why\nb:"), "a: A+ # why\nb: B+");
    let edit = Edit { index: 0, text: String::new() };
    assert!(merge(Format::Json, source.as_bytes(), &[edit], &every()).is_err());
}

#[test]
fn a_byte_order_mark_is_kept() {
    for (format, text) in
        [(Format::Json, "\u{feff}{\"a\": \"x\"}"), (Format::Yaml, "\u{feff}a: x\nb: y\n")]
    {
        put_get_law(format, text.as_bytes(), &every(), 0, "new");
    }
}

#[test]
fn new_fields_of_yaml_go_behind_their_neighbours() {
    let source = "en:\n  a: A\n  n:\n    x: X\n    y: |-\n      Y\n      y\n    max: 3\n  z: 'Z'\n";
    let put = |target: &str, keys: &[&str]| {
        let rules = rooted().in_locale(&"es".parse().expect("a tag"));
        filled(Format::Yaml, source, target, keys, &rules)
    };
    assert_eq!(put("", &["a", "n.x"]), "es:\n  a: A+\n  n:\n    x: X+\n    max: 3\n");
    assert_eq!(put("es:\n", &["z"]), "es:\n  z: 'Z+'\n");
    assert_eq!(put("# why\n", &["a"]), "# why\nes:\n  a: A+\n");
    assert_eq!(put("es:\n    a: B # b\n", &["z"]), "es:\n    a: B # b\n    z: 'Z+'\n");
    assert_eq!(
        put("es:\n  # last\n  z: C\n", &["a", "n.y"]),
        "es:\n  a: A+\n  n:\n    y: |-\n      Y\n      y+\n    max: 3\n  # last\n  z: C\n"
    );
    assert_eq!(
        put("es:\n  n:\n    y: B\n  z: C", &["n.x", "a"]),
        "es:\n  a: A+\n  n:\n    x: X+\n    y: B\n  z: C"
    );
    assert_eq!(put("es: {a: B}\n", &["z"]), "es: {a: B, \"z\": \"Z+\"}\n");
    assert_eq!(put("es:\n  n:\n", &["n.x"]), "es:\n  n:\n    x: X+\n");
    assert_eq!(put("es:\n  n:\n  z: C\n", &["n.x"]), "es:\n  n:\n    x: X+\n  z: C\n");
    assert_eq!(put("es:\n  n: # later\n", &["n.x"]), "es:\n  n: # later\n    x: X+\n");
    assert_eq!(put("pt-BR:\n  a: B\n", &["z"]), "pt-BR:\n  a: B\n  z: 'Z+'\n");
}

#[test]
fn an_empty_target_takes_everything() {
    for (format, text, rules) in [
        (Format::Json, I18NEXT, every()),
        (Format::Json, NEXT_INTL, every()),
        (Format::Yaml, RAILS, rooted()),
    ] {
        let whole = filled(format, text, "", &["*"], &rules);
        let plus = |unit: &Unit| (unit.key.clone(), unit.text.trim_end_matches('+').to_owned());
        let all = |text: &str| units(format, text, &rules).iter().map(plus).collect::<Vec<_>>();
        assert_eq!(all(&whole), all(text));
        assert_eq!(filled(format, text, &whole, &[], &rules), whole);
    }
}

#[test]
fn items_go_behind_their_neighbours() {
    let source = "{\n  \"s\": [\n    \"one\",\n    \"two\",\n    \"three\"\n  ]\n}\n";
    assert_eq!(
        filled(Format::Json, source, "{\"s\": [\"one\", \"three\"]}", &["two"], &every()),
        "{\"s\": [\"one\", \"two\", \"three\"]}"
    );
    let yaml = "s:\n  - one\n  - two\n  - three\n";
    assert_eq!(
        filled(Format::Yaml, yaml, "s:\n- one\n", &["two", "three"], &every()),
        "s:\n- one\n- two\n- three\n"
    );
    let rules = chosen(&["s[].t"], &[("s", "id")]);
    let yaml = "s:\n  - id: a\n    t: A\n  - id: b\n    t: B\n";
    assert_eq!(
        filled(Format::Yaml, yaml, "s:\n  - id: b\n    t: C\n", &["s[a].t"], &rules),
        "s:\n  - id: a\n    t: A+\n  - id: b\n    t: C\n"
    );
}

#[test]
fn catalogues_become_json() {
    let rules = rooted().in_locale(&"es".parse().expect("a tag"));
    let json = hexapla_formats::catalogue::to_json(Format::Yaml, RAILS, &rules).expect("JSON");
    let value: serde_json::Value = serde_json::from_str(&json).expect("valid");
    assert_eq!(value["es"]["date"]["day_names"][1], "Monday");
    assert_eq!(value["es"]["number"]["precision"], 3);
    assert_eq!(value["es"]["404"]["title"], "Nothing here");
    let json = hexapla_formats::catalogue::to_json(Format::Json, I18NEXT, &every()).expect("JSON");
    let value: serde_json::Value = serde_json::from_str(&json).expect("valid");
    assert_eq!(value["limits"]["note"], serde_json::Value::Null);
    let odd = "a: .inf\nb: 0o17\nc: 2024-01-02\nd: 1.50\ne: ~\nf: 01\ng: {}\nh: []\n";
    let json = hexapla_formats::catalogue::to_json(Format::Yaml, odd, &every()).expect("JSON");
    let value: serde_json::Value = serde_json::from_str(&json).expect("valid");
    assert_eq!((&value["a"], &value["c"]), (&".inf".into(), &"2024-01-02".into()));
}

/// Runs with the stack of a worker thread.
fn on_a_small_stack(act: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(act);
    thread.expect("a thread").join().expect("no overflow");
}

#[test]
fn deep_and_long_files_never_overflow() {
    on_a_small_stack(|| {
        for depth in [60, 100, 500, 5_000, 200_000] {
            let json = format!("{}\"x\"{}", "{\"a\":".repeat(depth), "}".repeat(depth));
            let array = format!("{{\"a\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
            let flow = format!("a: {}x{}", "[".repeat(depth), "]".repeat(depth));
            let maps = format!("a: {}x{}", "{a: ".repeat(depth), "}".repeat(depth));
            let lines = depth.min(2_000);
            let block: String = (0..lines).map(|at| format!("{}a:\n", " ".repeat(at))).collect();
            for (format, text) in [
                (Format::Json, json),
                (Format::Json, array),
                (Format::Yaml, flow),
                (Format::Yaml, maps),
                (Format::Yaml, block),
            ] {
                let found = extract(format, text.as_bytes(), &every());
                assert_eq!(found.diagnostics.is_empty(), depth <= 60, "{depth} {:?}", &text[..20]);
            }
        }
        let many: String = (0..100_000).map(|at| format!("\"k{at}\": \"v{at}\",\n")).collect();
        assert_eq!(
            extract(Format::Json, format!("{{{many}}}").as_bytes(), &every()).units.len(),
            100_000
        );
        let same = "\"k\": \"v\",\n".repeat(100_000);
        assert_eq!(
            extract(Format::Json, format!("{{{same}}}").as_bytes(), &every()).units.len(),
            1
        );
    });
}

#[test]
fn many_fields_are_added_in_linear_time() {
    let all: String = (0..40_000).map(|at| format!("k{at}: v{at}\n")).collect();
    let half: String = (0..40_000).step_by(2).map(|at| format!("k{at}: v{at}\n")).collect();
    let json = |text: &str| {
        hexapla_formats::catalogue::to_json(Format::Yaml, text, &every()).expect("JSON")
    };
    for (format, source, target) in
        [(Format::Yaml, all.clone(), half.clone()), (Format::Json, json(&all), json(&half))]
    {
        let units = extract(format, source.as_bytes(), &every()).units;
        let new: Vec<Insertion> = (1..40_000)
            .step_by(2)
            .map(|at| Insertion { source_index: at, text: units[at].text.clone(), form: None })
            .collect();
        let filled = insert(format, source.as_bytes(), target.as_bytes(), &[], &new, &every());
        assert_eq!(String::from_utf8(filled.expect("filled")).expect("text"), source);
    }
}

#[test]
fn broken_files_are_told_of_and_kept() {
    common::broken_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken")), |path| {
        match path.extension().and_then(|it| it.to_str()) {
            Some("json") => Some((Format::Json, every())),
            Some("yml") => Some((Format::Yaml, every())),
            Some("vtt") => Some((Format::Vtt, every())),
            Some("srt") => Some((Format::Srt, every())),
            _ => None,
        }
    });
}

proptest! {
    #[test]
    fn law_2_merge_any_json(text in "(\"a\"|\"b\": |\"|\\{|\\}|\\[|\\]|,|:|//|/\\*|\\*/|1|null|\\\\|\\\\u00e9|\n|\r\n| |é){0,40}") {
        merge_law(Format::Json, text.as_bytes(), &every());
        merge_law(Format::Json, format!("{{\"k\": {{\"a\": \"x\", {text}}}").as_bytes(), &every());
    }

    #[test]
    fn law_2_merge_any_yaml(text in "(a|b|: |\"|'|\\[|\\]|\\{|\\}|- |,|#|1|&|\\*|!|\\||>|\\?|---|\n|\n  |\r\n| |é){0,40}") {
        merge_law(Format::Yaml, text.as_bytes(), &every());
        merge_law(Format::Yaml, text.as_bytes(), &rooted());
    }

    #[test]
    fn any_text_can_be_put_in(text in "\\PC{0,20}(\n\\PC{0,10})?", style in 0..5_usize) {
        prop_assume!(text != "old" && !text.is_empty());
        let raw = ["old", "'old'", "\"old\"", "|-\n    old", ">-\n    old"][style];
        put_get_law(Format::Yaml, format!("a:\n  b: {raw}\n  c: z\n").as_bytes(), &every(), 0, &text);
        put_get_law(Format::Json, b"{\"a\": {\"b\": \"old\", \"c\": \"z\"}}", &every(), 0, &text);
    }

    #[test]
    fn filling_any_file_loses_nothing(
        json in "(\"a\": \"x\"|\"n\": \\{|\"b\": 1|\"l\": \\[|\"y\"|\\}|\\]|,|// c\n|/\\* c \\*/|\n| ){0,16}",
        yaml in "(a: x|n:|b: 1|l:|- y|\\{|\\}|,|# c|\\|-|\n|\n  |\n    |\r\n| ){0,20}",
        wanted in any::<[bool; 6]>(),
    ) {
        let source = "{\n  \"a\": \"A\",\n  \"n\": {\n    \"a\": \"N\",\n    \"z\": \"Z\"\n  },\n  \"b\": \"B\",\n  \"l\": [\"one\", \"two\"]\n}\n";
        let as_yaml = "a: A\nn:\n  a: N\n  z: |-\n    Z\nb: B\nl:\n- one\n- two\n";
        let (open, closed) = (json.clone(), format!("{{{json}}}"));
        for (format, source, target) in [
            (Format::Json, source, &open),
            (Format::Json, source, &closed),
            (Format::Yaml, as_yaml, &yaml),
        ] {
            let present = extract(format, target.as_bytes(), &every()).units;
            let keys: Vec<_> = present.iter().map(|it| &it.key).collect();
            let new: Vec<Insertion> = extract(format, source.as_bytes(), &every()).units.iter().enumerate()
                .filter(|(at, unit)| wanted[*at] && (unit.key.is_none() || !keys.contains(&&unit.key)))
                .map(|(source_index, unit)| Insertion { source_index, text: unit.text.clone(), form: None }).collect();
            let Ok(after) = insert(format, source.as_bytes(), target.as_bytes(), &[], &new, &every()) else { continue };
            let after = extract(format, &after, &every()).units;
            prop_assert_eq!(after.len(), present.len() + new.len());
            for unit in &present {
                prop_assert!(after.iter().any(|it| (&it.key, &it.text) == (&unit.key, &unit.text)), "{unit:?}");
            }
        }
    }

    #[test]
    fn any_part_can_be_filled(seed in any::<[bool; 12]>(), target in any::<[bool; 12]>(), yaml: bool, crlf: bool) {
        // What the target lacks of a nested catalogue is added, and nothing else changes.
        let text = |keep: &[bool; 12]| -> String {
            let mut out = String::from("top:\n");
            for (at, keep) in keep.iter().enumerate().filter(|(_, keep)| **keep) {
                let _ = keep;
                if at % 4 == 0 {
                    out.push_str(&format!("  s{at}:\n    inner: v{at}\n    more:\n      deep: w{at}\n"));
                } else {
                    out.push_str(&format!("  k{at}: v{at}\n"));
                }
            }
            out
        };
        let both: [bool; 12] = std::array::from_fn(|at| seed[at] || target[at]);
        let (mut source, mut there) = (text(&both), text(&target));
        if !yaml {
            let json = |text: &str| hexapla_formats::catalogue::to_json(Format::Yaml, text, &every()).expect("JSON");
            (source, there) = (json(&source), json(&there));
        }
        if crlf {
            (source, there) = (source.replace('\n', "\r\n"), there.replace('\n', "\r\n"));
        }
        let format = if yaml { Format::Yaml } else { Format::Json };
        let present = extract(format, there.as_bytes(), &every()).units;
        let missing: Vec<String> = extract(format, source.as_bytes(), &every()).units.iter()
            .filter(|unit| present.iter().all(|it| it.key != unit.key))
            .filter_map(|unit| unit.key.as_ref().map(ToString::to_string)).collect();
        let keys: Vec<&str> = missing.iter().map(String::as_str).collect();
        let after = filled(format, &source, &there, &keys, &every());
        let plus = |unit: &Unit| (unit.key.clone(), unit.text.trim_end_matches('+').to_owned());
        let all = |text: &str| extract(format, text.as_bytes(), &every()).units.iter().map(plus).collect::<Vec<_>>();
        prop_assert_eq!(all(&after), all(&source));
        prop_assert_eq!(after.contains('\r'), crlf);
    }
}

/// Of each language, a source with two forms and the target that the forms of Arabic are added to.
#[test]
fn plural_forms_that_the_source_lacks_are_added_beside_its_own() {
    let forms = |at: usize, forms: &[&'static str]| -> Vec<Insertion> {
        let form = |form: &&'static str| Insertion {
            source_index: at,
            text: format!("{form} stories"),
            form: Some(form),
        };
        forms.iter().map(form).collect()
    };
    let cases = [
        (
            Format::Json,
            "{\n  \"item_one\": \"a story\",\n  \"item_other\": \"stories\"\n}\n",
            "{\n  \"item_one\": \"x\",\n  \"item_few\": \"\",\n  \"item_other\": \"y\"\n}\n",
            "{\n  \"item_one\": \"x\",\n  \"item_two\": \"two stories\",\n  \"item_few\": \"few stories\",\n  \"item_other\": \"y\"\n}\n",
        ),
        (
            Format::Json,
            "{\n  \"item_one\": \"a story\",\n  \"item_other\": \"stories\"\n}\n",
            "",
            "{\n  \"item_two\": \"two stories\",\n  \"item_few\": \"few stories\"\n}\n",
        ),
        (
            Format::Yaml,
            "item:\n  one: a story\n  other: stories\n",
            "item:\n  one: x\n  other: y\n",
            "item:\n  one: x\n  two: two stories\n  few: few stories\n  other: y\n",
        ),
        (
            Format::Yaml,
            "item:\n  one: a story\n  other: stories\n",
            "",
            "item:\n  two: two stories\n  few: few stories\n",
        ),
        (
            Format::Toml,
            "item_one = \"a story\"\nitem_other = \"stories\"\n",
            "item_one = \"x\"\nitem_other = \"y\"\n",
            "item_one = \"x\"\nitem_two = \"two stories\"\nitem_few = \"few stories\"\nitem_other = \"y\"\n",
        ),
    ];
    for (format, source, target, expected) in cases {
        let rules = FieldRules::default();
        let new = forms(1, &["two", "few"]);
        let made = insert(format, source.as_bytes(), target.as_bytes(), &[], &new, &rules);
        let made = String::from_utf8(made.expect("a file")).expect("text");
        assert_eq!(made, expected, "{format:?} {target:?}");
    }
}
