//! Laws of named fields: TOML catalogues, and front matter in YAML.

mod common;

use common::{corpus, files, merge_law, put_get_law};
use hexapla_formats::{FieldRules, Format, Insertion, extract, insert};
use hexapla_model::{Fingerprint, Unit, UnitKind};
use proptest::prelude::*;

fn rules(include: &[&str]) -> FieldRules {
    let pattern = |text: &str| text.parse().expect("a pattern");
    FieldRules {
        include: include.iter().map(|text| pattern(text)).collect(),
        ids: vec![(pattern("items"), "id".to_owned())],
        ..FieldRules::default()
    }
}

fn all() -> FieldRules {
    rules(&["*"])
}

fn units(format: Format, text: &str) -> Vec<Unit> {
    extract(format, text.as_bytes(), &all()).units
}

fn fingerprints(format: Format, text: &str) -> Vec<Fingerprint> {
    let mut units = units(format, text);
    units.sort_by(|a, b| a.key.cmp(&b.key));
    units.iter().map(|unit| unit.fingerprint).collect()
}

fn names(text: &str, rules: &FieldRules) -> Vec<(String, String)> {
    let found = extract(Format::Toml, text.as_bytes(), rules).units;
    found
        .into_iter()
        .map(|unit| (unit.key.map_or("-".into(), |it| it.to_string()), unit.text))
        .collect()
}

const CATALOGUE: &str = "# What the page is called\ntitle = \"One\" # short\nyear = 2024\npartners = ['A', \"B\"]\nsummary = \"\"\"\nlong \\\n  text\nline\"\"\"\n\n[seo]\ndescription = 'd'\n\n[[items]]\nid = \"mx\"\nlabel = \"Mexico\"\n\n[[items]]\nid = \"it\"\nlabel = \"Italy\"\n\n[[rows]]\nname = \"X\"\nnumber = \"116\"\n\n[[rows]]\nname = \"Y\"\nnumber = \"117\"\n";

#[test]
fn chosen_fields_are_units() {
    let found =
        names(CATALOGUE, &rules(&["title", "partners", "seo.description", "items[].label"]));
    let expected = [
        ("title", "One"),
        ("-", "A"),
        ("-", "B"),
        ("seo.description", "d"),
        ("items[mx].label", "Mexico"),
        ("items[it].label", "Italy"),
    ];
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found, expected);
    assert_eq!(
        units(Format::Toml, CATALOGUE)[0].comment.as_deref(),
        Some("What the page is called")
    );
    merge_law(Format::Toml, CATALOGUE.as_bytes(), &all());
}

#[test]
fn rows_without_names_are_atoms() {
    let rows = |text: &str| -> Vec<Unit> {
        units(Format::Toml, text).into_iter().filter(|it| it.text.contains("number")).collect()
    };
    let before = rows(CATALOGUE);
    assert_eq!(before.len(), 2);
    assert_eq!(before[0].kind, UnitKind::ArrayItem);
    assert_eq!(before[0].text, "name = \"X\"\nnumber = \"116\"");
    let swapped = CATALOGUE.replace("116", "x").replace("117", "116").replace("\"x\"", "\"117\"");
    let after = rows(&swapped);
    for row in &after {
        assert!(before.iter().all(|it| it.fingerprint != row.fingerprint));
    }
    let inline = units(Format::Toml, "rows = [{ name = \"X\", number = \"116\" }]\n");
    assert_eq!(inline[0].fingerprint, before[0].fingerprint);
}

#[test]
fn quoting_and_layout_do_not_enter() {
    for (one, other) in [
        ("a = \"x\\ty\"", "a = \"\"\"\nx\ty\"\"\""),
        ("a = 'x'", "  a   = \"x\"  # why"),
        ("a = \"\u{e9}\"", "\u{feff}a = \"e\\u0301\"\r\n"),
        ("a = \"\"\"x\ny\"\"\"", "a = \"x\\ny\""),
        ("a = \"\"\"x\r\ny\"\"\"", "a = \"x\\ny\""),
        ("[t]\na = \"x\"", "t.a = \"x\""),
        ("t = { a = \"x\" }", "[t]\na = \"x\""),
    ] {
        assert_eq!(
            fingerprints(Format::Toml, one),
            fingerprints(Format::Toml, other),
            "{one:?} {other:?}"
        );
        assert_eq!(fingerprints(Format::Toml, one).len(), 1);
    }
    let page = |text: &str| fingerprints(Format::Markdown, &format!("---\n{text}\n---\n"));
    for (one, other) in [
        ("a: x y", "a: \"x y\""),
        ("a: 'it''s'", "a: \"it's\""),
        ("a: |-\n  x\n  y", "a: \"x\\ny\""),
        ("a: >-\n  x\n  y", "a: x y"),
        ("a:\n  b: x", "a: {b: x}"),
        ("a: x # why", "a:   x"),
    ] {
        assert_eq!(page(one), page(other), "{one:?} {other:?}");
        assert_eq!(page(one).len(), 1);
    }
}

#[test]
fn new_texts_keep_the_quotes() {
    let quoted = |raw: &str, new: &str| {
        let text = format!("a = {raw}\n");
        put_get_law(Format::Toml, text.as_bytes(), &all(), 0, new);
    };
    for raw in ["\"x\"", "'x'", "\"\"\"\nx\"\"\"", "'''x'''"] {
        for new in
            ["y", "it's \"so\"", "two\nlines", "back\\slash", "'''", "\u{1}\t\u{7f}", "end'", "\n"]
        {
            quoted(raw, new);
        }
    }
    for raw in ["x", "'x'", "\"x\"", "|\n  x", ">\n  x", "|-\n    x"] {
        let text = format!("---\na: {raw}\nb: z\n---\n");
        for new in [
            "y",
            "it's: \"so\"",
            "- y",
            "two\nlines",
            "# no",
            "yes",
            "12",
            "a, b",
            " lead",
            "2024-01-02",
            "trail ",
            "y\n",
        ] {
            put_get_law(Format::Markdown, text.as_bytes(), &all(), 0, new);
        }
    }
}

#[test]
fn broken_and_dangerous_documents_are_told_and_kept() {
    let toml = |text: &str| extract(Format::Toml, text.as_bytes(), &all());
    let page =
        |text: &str| extract(Format::Markdown, format!("---\n{text}\n---\n").as_bytes(), &all());
    assert_eq!(toml("a = \"x\nb = 1").diagnostics[0].id, "toml-syntax");
    assert_eq!(toml("a = 'x'\na = 'y'").diagnostics[0].id, "toml-syntax");
    assert_eq!(toml("[[items]]\nid = \"x\"\n[[items]]\nid = \"x\"\n").diagnostics[0].id, "item-id");
    assert!(toml(&format!("a = {}", "[".repeat(100_000))).units.is_empty());
    assert_eq!(page("a: &x y").diagnostics[0].id, "yaml-unsupported");
    assert_eq!(page("a: !!str y").diagnostics[0].id, "yaml-unsupported");
    assert_eq!(page("a: x\na: y").diagnostics[0].id, "duplicate-key");
    assert_eq!(page("a: [x").diagnostics[0].id, "yaml-syntax");
    assert!(!page(&format!("a: {}", "[".repeat(5_000))).diagnostics.is_empty());
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]";
    assert_eq!(page(bomb).diagnostics[0].id, "yaml-unsupported");
    assert_eq!(page("a: [").diagnostics[0].span.start, 7);
}

#[test]
fn small_files_that_nest_deeply_are_refused() {
    for text in [
        format!("a = {}", "{ a.a.a.a.a.a = ".repeat(1_000)),
        format!("a = {}", "[{ a.a.a.a = ".repeat(500)),
        format!("{} = 1", ["a"; 5_000].join(".")),
        format!("[{}]", ["a"; 5_000].join(".")),
    ] {
        let found = extract(Format::Toml, text.as_bytes(), &all());
        assert!(!found.diagnostics.is_empty() && found.units.is_empty());
    }
    let kept = "a = \"[[[[\" # {{{{\nb = '''\n[[{{\n'''\n";
    assert_eq!(units(Format::Toml, kept).len(), 2);
    let deep = format!("a = {}1{}", "[".repeat(60), "]".repeat(60));
    assert!(extract(Format::Toml, deep.as_bytes(), &all()).diagnostics.is_empty());
}

#[test]
fn many_fields_are_read_in_linear_time() {
    // Quadratic reading of so many names would take minutes, not a moment.
    let lines: String = (0..200_000).map(|at| format!("k{at}: v{at}\n")).collect();
    let page = format!("---\n{lines}---\n");
    assert_eq!(units(Format::Markdown, &page).len(), 200_000);
}

#[test]
fn headers_of_block_scalars_may_have_comments() {
    let page = "---\na: > # not | this\n  x y\n  z\nb: | # >\n  t\n---\n";
    let found = units(Format::Markdown, page);
    assert_eq!(found[0].text, "x y z\n");
    assert_eq!(found[1].text, "t\n");
    put_get_law(Format::Markdown, page.as_bytes(), &all(), 0, "new words\n");
    put_get_law(Format::Markdown, page.as_bytes(), &all(), 1, "new words\n");
}

#[test]
fn block_scalars_within_mappings_keep_their_indentation() {
    let page = "---\na:\n  b: |\n    x\n  c: >\n    y\n  d: z\n---\n";
    for (index, new) in [(0, "t\n s: u"), (0, "t\n\n  s: u\n"), (1, "t\n s: u"), (1, "t\n\nu\n")] {
        put_get_law(Format::Markdown, page.as_bytes(), &all(), index, new);
    }
}

#[test]
fn items_of_yaml_can_be_edited_whole() {
    for (page, new) in [
        (
            "---\nrows:\n  - name: X\n    number: a\n  - name: Y\n    number: b\n---\n",
            "name: Z\nnumber: c",
        ),
        ("---\nrows: [{name: X}, {name: Y}]\n---\n", "{name: Z}"),
        ("---\nrows: [[a, b], [c]]\n---\n", "[d, e]"),
    ] {
        assert_eq!(units(Format::Markdown, page).len(), 2, "{page}");
        put_get_law(Format::Markdown, page.as_bytes(), &all(), 0, new);
        put_get_law(Format::Markdown, page.as_bytes(), &all(), 1, new);
    }
}

#[test]
fn the_bounds_of_lists_are_part_of_what_an_item_means() {
    let rows = |text: &str| fingerprints(Format::Toml, text);
    assert_ne!(rows("r = [[[\"a\"], [\"b\"]]]"), rows("r = [[[\"a\", \"b\"], []]]"));
    assert_ne!(rows("r = [[\"a\"], [\"b\"]]"), rows("r = [[\"a\", \"b\"]]"));
}

#[test]
fn a_field_goes_before_its_table_s_first_where_it_stands_so_in_the_source() {
    let source = "[seo]\ntitle = \"t\"\ndescription = \"d\"\nwords = \"w\"\n";
    let new = [(0, "T"), (2, "W")].map(|(source_index, text)| Insertion {
        source_index,
        text: text.to_owned(),
        form: None,
    });
    let target = b"[seo]\ndescription = \"D\"\n";
    let filled = insert(Format::Toml, source.as_bytes(), target, &[], &new, &all());
    let expected = "[seo]\ntitle = \"T\"\ndescription = \"D\"\nwords = \"W\"\n";
    assert_eq!(String::from_utf8(filled.expect("filled")).expect("text"), expected);
}

#[test]
fn catalogues_are_filled() {
    let source = CATALOGUE;
    let all =
        extract(Format::Toml, source.as_bytes(), &rules(&["title", "summary", "seo", "items"]))
            .units;
    let new = |names: &[&str]| -> Vec<Insertion> {
        all.iter()
            .enumerate()
            .filter(|(_, unit)| unit.key.as_ref().is_some_and(|it| names.contains(&it.as_str())))
            .map(|(source_index, unit)| Insertion {
                source_index,
                text: format!("{} \"neu\"", unit.text),
                form: None,
            })
            .collect()
    };
    let rules = rules(&["title", "summary", "seo", "items"]);
    let put = |target: &str, names: &[&str]| {
        let filled =
            insert(Format::Toml, source.as_bytes(), target.as_bytes(), &[], &new(names), &rules);
        String::from_utf8(filled.expect("filled")).expect("text")
    };
    assert_eq!(put("", &["title"]), "title = \"One \\\"neu\\\"\"\n");
    let every = put("", &["title", "summary", "seo.description", "items[mx].label"]);
    assert!(every.contains("[seo]\n") && every.contains("[[items]]\nid = \"mx\"\n"), "{every}");
    assert_eq!(
        put("title = \"Eins\"\n\n[seo]\ndescription = \"x\"\n", &["summary"]).lines().nth(1),
        Some("summary = \"\"\"")
    );
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn law_2_merge_the_front_matter_of_otel_docs() {
    let folder = corpus("otel-docs");
    let (mut fields, mut told) = (0, 0);
    for path in files(&folder, "md") {
        let bytes = std::fs::read(&path).expect("a file");
        merge_law(Format::Markdown, &bytes, &all());
        let found = extract(Format::Markdown, &bytes, &all());
        for (index, unit) in found.units.iter().enumerate().filter(|(_, unit)| unit.key.is_some()) {
            fields += 1;
            if fields % 5 == 0 {
                put_get_law(
                    Format::Markdown,
                    &bytes,
                    &all(),
                    index,
                    &format!("{} changed: it's", unit.text),
                );
            }
        }
        for problem in &found.diagnostics {
            println!("{}: {}: {}", path.display(), problem.id, problem.message);
            told += 1;
        }
    }
    println!("{fields} fields, {told} diagnostics");
    assert!(fields > 2_000);
}

proptest! {
    #[test]
    fn law_2_merge_any_toml(text in "(a|b|=|\"|'|\\[|\\]|\\{|\\}|\\.|,|#|1|\\\\|\n|\r\n| |é){0,40}") {
        merge_law(Format::Toml, text.as_bytes(), &all());
    }

    #[test]
    fn law_2_merge_any_yaml(text in "(a|b|: |\"|'|\\[|\\]|\\{|\\}|- |,|#|1|&|\\*|!|\\||>|\n|\n  |\r\n| |é){0,40}") {
        merge_law(Format::Markdown, format!("---\n{text}\n---\n").as_bytes(), &all());
    }

    #[test]
    fn any_text_can_be_put_in(text in "\\PC{0,20}(\n\\PC{0,10})?", style in 0..4_usize) {
        let raw = ["\"old\"", "'old'", "\"\"\"old\"\"\"", "'''old'''"][style];
        prop_assume!(text != "old");
        put_get_law(Format::Toml, format!("a = {raw}\n").as_bytes(), &all(), 0, &text);
    }
}
