//! Laws of the Markdown format.

mod common;

use common::{merge_law, put_get_law};
use hexapla_formats::{Edit, FieldRules, Format, Insertion, MergeError, extract, insert, merge};
use hexapla_model::{CodeKind, Fingerprint, Unit, UnitKind};
use proptest::prelude::*;

fn rules() -> FieldRules {
    let pattern = |text: &str| text.parse().expect("a pattern");
    FieldRules { include: vec![pattern("title"), pattern("description")], ..FieldRules::default() }
}

fn units(text: &str) -> Vec<Unit> {
    extract(Format::Markdown, text.as_bytes(), &rules()).units
}

fn fingerprints(text: &str) -> Vec<Fingerprint> {
    units(text).iter().map(|unit| unit.fingerprint).collect()
}

fn texts(text: &str) -> Vec<(UnitKind, String)> {
    units(text).into_iter().map(|unit| (unit.kind, unit.text)).collect()
}

#[test]
fn blocks_are_what_a_translator_sees() {
    let text = "---\ntitle: A page\nweight: 3\n---\n\n## Head *one* {#id}\n\nA paragraph\nof two lines.\n\n- item one\n  goes on\n  - nested\n- item two\n\n  its second paragraph\n\n1. [ ] task\n\n> quoted\n> text\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```sh\nls -l\n\npwd\n```\n\n<aside>\nkept\n</aside>\n\nnote[^1]\n\n[^1]: the note\n\n[ref]: https://example.org\n\n{{< card >}}\n\n![alt](a.svg)\n\nSetext\n------\n";
    use UnitKind::{CodeBlock, Field, Footnote, Heading, ListItem, Markup, Paragraph, TableRow};
    let expected = [
        (Field, "A page"),
        (Heading(2), "Head *one*"),
        (Paragraph, "A paragraph\nof two lines."),
        (ListItem, "item one\ngoes on"),
        (ListItem, "nested"),
        (ListItem, "item two"),
        (Paragraph, "its second paragraph"),
        (ListItem, "task"),
        (Paragraph, "quoted\ntext"),
        (TableRow, "| a | b |"),
        (TableRow, "| 1 | 2 |"),
        (CodeBlock, "ls -l\n\npwd"),
        (Markup, "<aside>\nkept\n</aside>"),
        (Paragraph, "note[^1]"),
        (Footnote, "the note"),
        (Markup, "{{< card >}}"),
        (Paragraph, "![alt](a.svg)"),
        (Heading(2), "Setext"),
    ];
    let found = texts(text);
    let found: Vec<(UnitKind, &str)> =
        found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    assert_eq!(found, expected);
    for end in ["\n", "\r\n"] {
        let text = text.replace('\n', end);
        merge_law(Format::Markdown, text.as_bytes(), &rules());
        assert_eq!(fingerprints(&text).len(), expected.len());
    }
}

#[test]
fn layout_does_not_enter() {
    for (one, other) in [
        ("one two three\nfour", "one two\nthree   four\n"),
        ("* a\n* b", "- a\n- b"),
        ("- a\n  b", "-   a\n    b"),
        ("*a* **b**", "_a_ __b__"),
        ("# Title", "Title\n====="),
        ("# Title", "## Title ##"),
        ("# Title {#x}", "# Title {#y}"),
        ("[x](https://a.b)", "[x][r]\n\n[r]: https://a.b"),
        ("[x][]\n\n[x]: /u", "[x]\n\n[x]: /u"),
        ("```sh\nls\n```", "~~~~sh\nls\n~~~~"),
        ("a  \nb", "a\\\nb"),
        ("> a\n> b", "> a\nb"),
        ("> a", ">a"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a|b\n-|-\n1|2"),
        ("a\r\nb", "a\nb"),
        ("\u{feff}a", "a"),
        ("\u{e9}", "e\u{301}"),
        ("AT&amp;T &copy;", "AT&T \u{a9}"),
        ("a \\* b", "a &#42; b"),
        ("翻訳の\n変更", "翻訳の変更"),
    ] {
        assert_eq!(fingerprints(one), fingerprints(other), "{one:?} and {other:?}");
        assert!(!fingerprints(one).is_empty());
    }
}

#[test]
fn meaning_enters() {
    for (one, other) in [
        ("one two", "one too"),
        ("call 116 000", "call 116 111"),
        ("[x](/a)", "[x](/b)"),
        ("![x](/a)", "![y](/a)"),
        ("a *b* c", "a b c"),
        ("a *b* c", "a **b** c"),
        ("a `b` c", "a b c"),
        ("a\\\nb", "a b"),
        ("| a | b |\n|---|---|", "| b | a |\n|---|---|"),
        ("| a b | c |\n|---|---|", "| a | b c |\n|---|---|"),
        ("```sh\nls\n```", "```sh\nls \n  x\n```"),
        ("```sh\nls\n```", "ls"),
        ("- [ ] a", "- [x] a"),
        ("a[^1]\n\n[^1]: x", "a\n\n[^1]: x"),
    ] {
        assert_ne!(fingerprints(one)[0], fingerprints(other)[0], "{one:?} and {other:?}");
    }
}

#[test]
fn codes_stand_around_the_words() {
    let unit = &units("See [the *page*](/help \"t\") or `ls` now\\*.\n")[0];
    let shown: Vec<(CodeKind, &str)> =
        unit.codes.iter().map(|code| (code.kind, &unit.text[code.span.clone()])).collect();
    use CodeKind::{Code, Emphasis, Link};
    assert_eq!(
        shown,
        [(Link, "["), (Emphasis, "*"), (Emphasis, "*"), (Link, "](/help \"t\")"), (Code, "`ls`")]
    );
    assert_eq!(unit.codes[3].value, "/help");
}

#[test]
fn texts_come_back_wherever_they_stand() {
    let text = "# Head #\n\n> - quoted item\n>   goes on\n\n- a\n\n  ```sh\n  one\n  two\n  ```\n\n[^1]: note\n\nref[^1]\n";
    for (index, new) in [
        (0, "Kopf"),
        (1, "ein Punkt\nweiter\nund weiter"),
        (2, "b\nc"),
        (3, "eins\n\nzwei"),
        (4, "Anmerkung\nlang"),
    ] {
        put_get_law(Format::Markdown, text.as_bytes(), &rules(), index, new);
    }
}

#[test]
fn a_text_that_would_become_something_else_is_refused() {
    let file = b"# Head\n\npara\n\n- item\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    for (index, text) in [
        (0, "two\nlines"),
        (1, "one\n\ntwo"),
        (1, ""),
        (1, "# head"),
        (1, "- item"),
        (2, "a\n\n\nb"),
        (4, "| 1 | 2 |\n| 3 | 4 |"),
        (1, "```"),
        (1, "<div>"),
        (1, " lead"),
    ] {
        let edit = Edit { index, text: text.into() };
        let merged = merge(Format::Markdown, file, &[edit], &rules());
        assert!(
            matches!(merged, Err(MergeError::NotOneUnit { .. })),
            "{index}: {text:?}: {:?}",
            merged.map(String::from_utf8)
        );
    }
}

#[test]
fn pages_are_filled_in_the_frame_of_the_source() {
    let source = "---\ntitle: Help\nimage: a.svg\n---\n\n## One\n\ntext *one*\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n";
    let all = units(source);
    let whole: Vec<Insertion> = all
        .iter()
        .enumerate()
        .map(|(source_index, unit)| Insertion { source_index, text: unit.text.clone(), form: None })
        .collect();
    let filled = insert(Format::Markdown, source.as_bytes(), b"", &[], &whole, &rules());
    assert_eq!(filled.expect("filled"), source.as_bytes());
    let one = [Insertion { source_index: 4, text: "be".into(), form: None }];
    let target = "---\ntitle: Hilfe\n---\n\n## Eins\n\ntext *eins*\n\n- a\n";
    let pairs = [(0, 0), (1, 1), (2, 2), (3, 3)];
    let filled =
        insert(Format::Markdown, source.as_bytes(), target.as_bytes(), &pairs, &one, &rules());
    assert_eq!(
        String::from_utf8(filled.expect("filled")).expect("text"),
        "---\ntitle: Hilfe\n---\n\n## Eins\n\ntext *eins*\n\n- a\n- be\n"
    );
}

#[test]
fn bad_input_ends_well() {
    let deep_quote = "> ".repeat(5_000) + "x";
    let deep_list: String = (0..500).map(|at| format!("{}- x\n", "  ".repeat(at))).collect();
    let items = "- item\n".repeat(100_000);
    let table = format!("|a|\n|-|\n{}", "| cell |\n".repeat(10_000));
    for text in [
        deep_quote.as_str(),
        &deep_list,
        &items,
        &table,
        "---\ntitle: x\n",
        "```\nnever closed",
        "<div>\nnever closed",
        "+++\ntitle = \"x\"\n",
        "---\ntitle: [\n---\n",
        "\r\r\r",
        "[[[[[[",
        "***a",
        "| a\n|-\n",
        "- \n\n  -\n",
        "[^1]:\n",
        "<!--",
        "\t\tx",
        "> \n>\n",
        "1) a\n   2) b\n",
        "***\n---\n___\n",
    ] {
        let started = std::time::Instant::now();
        merge_law(Format::Markdown, text.as_bytes(), &rules());
        assert!(started.elapsed().as_secs() < 20, "{} bytes took too long", text.len());
    }
    let unclosed = extract(Format::Markdown, b"---\ntitle: x\n\ntext\n", &rules());
    assert_eq!(unclosed.diagnostics[0].id, "front-matter-unclosed");
}

fn block() -> impl Strategy<Value = String> {
    let words = prop::collection::vec("[a-zé]{1,7}", 1..9).prop_map(|words| words.join(" "));
    prop_oneof![
        words.clone(),
        words.clone().prop_map(|it| format!("## {it}")),
        words.clone().prop_map(|it| format!("- {it}\n- {it} more")),
        words.clone().prop_map(|it| format!("> {it}")),
        words.clone().prop_map(|it| format!("| {it} | b |\n|---|---|\n| 1 | {it} |")),
        words.clone().prop_map(|it| format!("```\n{it}\n```")),
        words.prop_map(|it| format!("<div>{it}</div>")),
    ]
}

proptest! {
    #[test]
    fn law_2_merge_any_document(text in "([ab]|#|>|-|\\*|_|`|~|\\||\\[|\\]|\\(|\\)|!|<|&|;|\\\\|:|\\^|1\\.| |  |\t|\n|\n\n|\r\n|é|語){0,50}") {
        merge_law(Format::Markdown, text.as_bytes(), &rules());
    }

    #[test]
    fn law_5_a_new_block_changes_no_other(
        blocks in prop::collection::vec(block(), 1..8), new in block(), at in any::<prop::sample::Index>(),
    ) {
        let join = |blocks: &[String]| blocks.join("\n\n<!-- -->\n\n");
        let before = fingerprints(&join(&blocks));
        let mut with = blocks.clone();
        with.insert(at.index(blocks.len() + 1), new);
        let mut after = fingerprints(&join(&with));
        for fingerprint in before {
            let place = after.iter().position(|it| *it == fingerprint);
            prop_assert!(place.is_some());
            after.remove(place.unwrap_or_default());
        }
    }

    #[test]
    fn law_5_reflowing_changes_nothing(
        words in prop::collection::vec("[a-zé]{1,7}", 2..20), breaks in prop::collection::vec(any::<bool>(), 20),
    ) {
        let one = words.join(" ");
        let wrapped: String = words.iter().zip(&breaks).map(|(word, wrap)| format!("{word}{}", if *wrap { "\n" } else { "  " })).collect();
        // Two spaces at a line's end are a line break.
        let wrapped = wrapped.trim_end().replace("  \n", "\n");
        prop_assert_eq!(fingerprints(&one), fingerprints(&wrapped));
        prop_assert_eq!(fingerprints(&format!("> {one}")), fingerprints(&format!("> {}", wrapped.replace('\n', "\n> "))));
        prop_assert_eq!(fingerprints(&format!("- {one}")), fingerprints(&format!("*   {}", wrapped.replace('\n', "\n    "))));
    }
}

#[test]
fn headings_can_be_linked_to() {
    let anchors = |text: &str| -> Vec<Option<String>> {
        let units = extract(Format::Markdown, text.as_bytes(), &FieldRules::default()).units;
        units.into_iter().map(|unit| unit.anchor).collect()
    };
    let anchor = |text: &str| Some(text.to_owned());
    assert_eq!(
        anchors("# It's `code` & [more](x)\n\ntext\n\n## Uno {#one .x}\n"),
        [anchor("its-code--more"), None, anchor("one")]
    );
}
