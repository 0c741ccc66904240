//! Laws of the dialects of Markdown, over documents made of their constructs.

mod common;

use common::{merge_law, put_get_law};
use hexapla_formats::{Dialect, Edit, FieldRules, Format, Insertion, extract, insert, merge};
use hexapla_model::{Fingerprint, Unit};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use Dialect::{Auto, Mdx, MkDocs};

fn rules(dialect: Dialect) -> FieldRules {
    FieldRules { dialect, ..FieldRules::default() }
}

fn units(dialect: Dialect, text: &str) -> Vec<Unit> {
    extract(Format::Markdown, text.as_bytes(), &rules(dialect)).units
}

fn texts(dialect: Dialect, text: &str) -> Vec<String> {
    units(dialect, text).into_iter().map(|unit| unit.text).collect()
}

fn fingerprints(dialect: Dialect, text: &str) -> Vec<Fingerprint> {
    units(dialect, text).into_iter().map(|unit| unit.fingerprint).collect()
}

/// A block, and what may stand in another.
#[derive(Clone, Debug)]
struct Piece(String);

fn words() -> impl Strategy<Value = String> {
    "w[a-zé]{2,6}( w[a-z]{1,6}){1,4}"
}

/// The constructs of a dialect; `@` stands for words.
fn constructs(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Auto => &[
            "@",
            "## @",
            "- @\n- @\n\n  @",
            "> [!NOTE]\n> @",
            "{% include x.html %}",
            "@ {{ page.title }} and {{Glossary(\"a_b\", \"c_d\")}}",
            "[[toc]]",
            "<<< @/a.js",
            "@\n{: .lead }",
            "```js title=\"@\"\n:::\n!!! note\n    x\n```",
            "{{% alert title=\"@\" %}}\n@\n{{% /alert %}}",
            "@\n===",
            "!!! @",
            "<div>\n@\n</div>",
            "| @ | @ |\n| - | - |\n| @ | {{ x }} |",
        ],
        Mdx => &[
            "@",
            "## @ {#wid}",
            "import wx from 'wx'",
            "export const wx = {\n\n  a: '}',\n}",
            "{/* @ */}",
            "{@.map((it) => (\n  <li>{it}</li>\n))}",
            "<Card title=\"@\" {...wx}\n  label='@'\n/>",
            "@ <Icon name=\"x\" /> @ {wx} <b>@</b>",
            "1. @\n\n   @\n2. @",
            "```jsx\n<A\n  {\n```",
            "`<a` @ \\{ @ \\< @",
            "<p>@</p>",
            "| @ | {wx} |\n| - | - |\n| <B /> | @ |",
            "> @\n> <Note>\n> @\n> </Note>",
        ],
        MkDocs => &[
            "@",
            "## @ { #wid .wide }",
            "!!! note",
            "@\n{: .lead }",
            "@ [@](a.md){ .button }",
            "Term @\n:   @\n\n    @",
            "<!-- term -->\n\n:   !!! note\n\n        @",
            "Term @\n\n:   ``` py\n    x\n      y\n    ```",
            "*[WX]: @",
            "--8<-- \"a.md\"",
            "[TOC]",
            "``` py title=\"@\"\n=== \"a\"\n    b\n```",
            "- @\n\n    !!! tip \"@\"\n\n        @\n- @",
            "@\n===",
        ],
    }
}

/// Constructs that others stand in; `$` stands for these.
fn containers(dialect: Dialect) -> &'static [(&'static str, &'static str)] {
    match dialect {
        Auto => &[
            (":::note[@]\n\n$\n\n:::", ""),
            ("::::tip @\n\n$\n\n::::", ""),
            ("!!! note \"@\"\n\n$", "    "),
            ("=== \"@\"\n\n$", "    "),
            ("{{< tab \"@\" >}}\n\n$\n\n{{< /tab >}}", ""),
        ],
        Mdx => &[
            ("<Tabs>\n\n$\n\n</Tabs>", ""),
            ("<TabItem label=\"@\">\n\n$\n\n</TabItem>", "    "),
            ("<Note\n  title=\"@\">\n\n$\n\n</Note>", "  "),
            (":::note[@]\n\n$\n\n:::", ""),
        ],
        MkDocs => &[
            ("!!! note \"@\"\n\n$", "    "),
            ("???+ tip\n\n$", "    "),
            ("=== \"@\"\n\n$", "    "),
        ],
    }
}

fn indented(text: &str, by: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{by}{line}") };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn filled(template: &str, words: &[String]) -> String {
    let mut words = words.iter().cycle();
    template
        .split_inclusive('@')
        .map(|part| match part.strip_suffix('@') {
            Some(before) => format!("{before}{}", words.next().map_or("w", |it| it)),
            None => part.to_owned(),
        })
        .collect()
}

fn piece(dialect: Dialect) -> impl Strategy<Value = Piece> {
    let leaf = (select(constructs(dialect)), prop::collection::vec(words(), 4..5))
        .prop_map(|(template, words)| Piece(filled(template, &words)));
    leaf.prop_recursive(3, 8, 3, move |inner| {
        let container = (select(containers(dialect)), words(), prop::collection::vec(inner, 1..4));
        container.prop_map(move |((template, by), title, inner)| {
            let inner: Vec<String> = inner.into_iter().map(|it| it.0).collect();
            // A container within one of its own kind has a longer fence in MDX and elsewhere, but
            // a fence is a block of its own here, whatever it closes.
            let body = indented(&inner.join("\n\n"), by);
            Piece(filled(template, &[title]).replace('$', &body))
        })
    })
}

fn document() -> impl Strategy<Value = (Dialect, Vec<String>)> {
    select(&[Auto, Mdx, MkDocs][..]).prop_flat_map(|dialect| {
        let pieces = prop::collection::vec(piece(dialect), 1..6);
        (Just(dialect), pieces.prop_map(|all| all.into_iter().map(|it| it.0).collect()))
    })
}

fn page(pieces: &[String]) -> String {
    pieces.join("\n\n") + "\n"
}

/// A unit's text with another word where it has one that is no code.
fn changed(unit: &Unit) -> Option<String> {
    let in_code = |at: usize| unit.codes.iter().any(|code| code.span.contains(&at));
    let place = unit.text.match_indices('w').map(|(at, _)| at).find(|&at| !in_code(at))?;
    Some(format!("{}wnew {}", &unit.text[..place], &unit.text[place..]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn law_2_own_texts_give_the_same_bytes_and_others_only_theirs((dialect, pieces) in document(), at in any::<Index>()) {
        let text = page(&pieces);
        let rules = rules(dialect);
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            merge_law(Format::Markdown, text.as_bytes(), &rules);
            let units = extract(Format::Markdown, text.as_bytes(), &rules).units;
            if units.is_empty() {
                continue;
            }
            let index = at.index(units.len());
            if let Some(new) = changed(&units[index]) {
                put_get_law(Format::Markdown, text.as_bytes(), &rules, index, &new);
            }
        }
    }

    #[test]
    fn law_5_a_block_put_in_or_taken_out_changes_no_other((dialect, pieces) in document(), at in any::<Index>()) {
        let all = fingerprints(dialect, &page(&pieces));
        let each: Vec<Vec<Fingerprint>> =
            pieces.iter().map(|it| fingerprints(dialect, &page(std::slice::from_ref(it)))).collect();
        prop_assert_eq!(&all, &each.concat(), "{:?}", page(&pieces));
        let mut fewer = pieces.clone();
        let taken = at.index(pieces.len());
        fewer.remove(taken);
        let mut rest = each.clone();
        rest.remove(taken);
        prop_assert_eq!(fingerprints(dialect, &page(&fewer)), rest.concat());
    }

    #[test]
    fn law_1_broken_pages_are_read_and_lose_nothing((dialect, pieces) in document(), cuts in prop::collection::vec((any::<Index>(), any::<Index>(), select(&["", "<", "{", "`", "\n", ":::", "    ", "!!! x\n"][..])), 1..4), at in any::<Index>()) {
        let mut text: Vec<char> = page(&pieces).chars().collect();
        for (from, length, new) in cuts {
            let from = from.index(text.len());
            let to = (from + length.index(8)).min(text.len());
            text.splice(from..to, new.chars());
            if text.is_empty() {
                text.push('\n');
            }
        }
        let text: String = text.into_iter().collect();
        let rules = rules(dialect);
        merge_law(Format::Markdown, text.as_bytes(), &rules);
        let units = extract(Format::Markdown, text.as_bytes(), &rules).units;
        if units.is_empty() {
            return Ok(());
        }
        let index = at.index(units.len());
        if let Some(new) = changed(&units[index]) {
            let edit = [Edit { index, text: new.clone() }];
            // What would not read back is refused.
            if merge(Format::Markdown, text.as_bytes(), &edit, &rules).is_ok() {
                put_get_law(Format::Markdown, text.as_bytes(), &rules, index, &new);
            }
        }
    }

    #[test]
    fn a_whole_page_is_filled_from_nothing((dialect, pieces) in document()) {
        let text = page(&pieces);
        let units = units(dialect, &text);
        let all: Vec<Insertion> = units.iter().enumerate()
            .map(|(source_index, unit)| Insertion { source_index, text: unit.text.clone(), form: None })
            .collect();
        let filled = insert(Format::Markdown, text.as_bytes(), b"", &[], &all, &rules(dialect));
        prop_assert_eq!(String::from_utf8(filled.expect("filled")).expect("text"), text);
    }

    /// A block that the target lacks goes where it is in the source, or is refused.
    #[test]
    fn a_block_that_is_missing_goes_where_it_belongs((dialect, pieces) in document(), at in any::<Index>()) {
        let source = page(&pieces);
        let from = units(dialect, &source);
        if from.len() < 2 {
            return Ok(());
        }
        let missing = at.index(from.len());
        let others: Vec<Insertion> = from.iter().enumerate()
            .filter(|(index, _)| *index != missing)
            .map(|(source_index, unit)| Insertion { source_index, text: unit.text.clone(), form: None })
            .collect();
        let rules = rules(dialect);
        let Ok(target) = insert(Format::Markdown, source.as_bytes(), b"", &[], &others, &rules) else { return Ok(()) };
        let target = String::from_utf8(target).expect("text");
        if units(dialect, &target).len() + 1 != from.len() {
            return Ok(());
        }
        let pairs: Vec<(usize, usize)> = (0..from.len()).filter(|&it| it != missing)
            .map(|it| (it, it - usize::from(it > missing)))
            .collect();
        let new = [Insertion { source_index: missing, text: from[missing].text.clone(), form: None }];
        if let Ok(full) = insert(Format::Markdown, source.as_bytes(), target.as_bytes(), &pairs, &new, &rules) {
            let full = String::from_utf8(full).expect("text");
            prop_assert_eq!(texts(dialect, &full), texts(dialect, &source), "{}", full);
        }
    }
}

/// What the target is with the second unit of the source put in behind its first.
fn with_second(dialect: Dialect, source: &str, target: &str, text: &str) -> Option<String> {
    let (from, to) = (units(dialect, source).len(), units(dialect, target).len());
    assert_eq!(from, to + 1, "{source:?}");
    let last = from - 1;
    let new = [Insertion { source_index: last - 1, text: text.to_owned(), form: None }];
    let pairs: Vec<(usize, usize)> = (0..from)
        .filter(|&it| it != last - 1)
        .map(|it| (it, it - usize::from(it == last)))
        .collect();
    let bytes = insert(
        Format::Markdown,
        source.as_bytes(),
        target.as_bytes(),
        &pairs,
        &new,
        &rules(dialect),
    );
    bytes.ok().map(|bytes| String::from_utf8(bytes).expect("text"))
}

#[test]
fn new_blocks_stand_in_their_container_with_its_indentation() {
    for (dialect, source, target, expected) in [
        (
            MkDocs,
            "!!! note \"A\"\n    One.\n\n    Two.\n\nAfter.\n",
            "!!! note \"B\"\n    Uno.\n\nFin.\n",
            "!!! note \"B\"\n    Uno.\n\n    Dos,\n    y más.\n\nFin.\n",
        ),
        (
            Mdx,
            "<Tabs>\n    One.\n\n    Two.\n</Tabs>\n",
            "<Tabs>\n    Uno.\n</Tabs>\n",
            "<Tabs>\n    Uno.\n\n    Dos,\n    y más.\n</Tabs>\n",
        ),
        (
            Auto,
            ":::note\nOne.\n\nTwo.\n:::\n",
            ":::note\nUno.\n:::\n",
            ":::note\nUno.\n\nDos,\ny más.\n:::\n",
        ),
        (
            Auto,
            "=== \"A\"\n\n    One.\n\n    Two.\n\nAfter.\n",
            "=== \"B\"\n\n    Uno.\n\nFin.\n",
            "=== \"B\"\n\n    Uno.\n\n    Dos,\n    y más.\n\nFin.\n",
        ),
    ] {
        let found = with_second(dialect, source, target, "Dos,\ny más.");
        let found = found.unwrap_or_else(|| panic!("{source:?}"));
        assert_eq!(texts(dialect, &found), texts(dialect, expected), "{found}");
        assert_eq!(found, expected);
    }
}

#[test]
fn what_stands_around_a_filled_block_is_filled_too() {
    for (dialect, page, text, expected) in [
        (Auto, "Out.\n\n:::note\n\nIn.\n\nMore.\n\n:::\n\nOut.\n", "In.", ":::note\n\nX.\n\n:::\n"),
        (
            Mdx,
            "<Tabs>\n<Tab label=\"A\">\n\nIn.\n\n</Tab>\n<Tab label=\"B\">\n\nOut.\n\n</Tab>\n</Tabs>\n",
            "In.",
            "<Tabs>\n<Tab label=\"A\">\n\nX.\n\n</Tab>\n</Tabs>\n",
        ),
        (
            MkDocs,
            "!!! note \"A\"\n\n    Out.\n\n    In.\n\nOut.\n",
            "In.",
            "!!! note \"A\"\n\n    X.\n",
        ),
        (Mdx, "- Item.\n\n  <A>\n\n  In.\n\nOut.\n", "In.", "- Item.\n\n  <A>\n\n  X.\n"),
    ] {
        let index = units(dialect, page).iter().position(|it| it.text == text).expect("a text");
        let new = [Insertion { source_index: index, text: "X.".to_owned(), form: None }];
        let filled = insert(Format::Markdown, page.as_bytes(), b"", &[], &new, &rules(dialect));
        assert_eq!(filled.map(String::from_utf8), Ok(Ok(expected.to_owned())));
    }
}

#[test]
fn texts_that_would_be_more_than_one_block_are_refused() {
    let (mdx, mkdocs, auto) = (
        ("<Tabs>\n\nOne.\n\n</Tabs>\n", Mdx),
        ("!!! note \"A\"\n\n    One.\n", MkDocs),
        (":::note\n\nOne.\n\n:::\n", Auto),
    );
    for ((page, dialect), text) in [
        (mdx, "</Tabs>"),
        (mdx, "One\n</Tabs>\ntwo"),
        (mdx, "{/* nothing */}"),
        (mdx, "import a from 'a'"),
        (mdx, "<Note>\nOne.\n</Note>"),
        (mkdocs, "!!! note"),
        (mkdocs, "One.\n\n=== \"Two\""),
        (mkdocs, "--8<-- \"x\""),
        (auto, ":::"),
        (auto, "One\n:::\ntwo"),
        (auto, "{% include x %}"),
    ] {
        let index = units(dialect, page).iter().position(|it| it.text == "One.").expect("a text");
        let edit = [Edit { index, text: text.to_owned() }];
        let found = merge(Format::Markdown, page.as_bytes(), &edit, &rules(dialect));
        assert!(found.is_err(), "{text:?}: {:?}", found.map(String::from_utf8));
    }
}

#[test]
fn titles_are_changed_in_their_lines() {
    for (dialect, page, old, new, expected) in [
        (
            Auto,
            ":::note[One]\n\nx\n\n:::\n",
            ":::note[One]",
            ":::note[Uno]",
            ":::note[Uno]\n\nx\n\n:::\n",
        ),
        (
            Auto,
            "!!! a \"One\"\n    x\n",
            "!!! a \"One\"",
            "!!! a \"Uno\"",
            "!!! a \"Uno\"\n    x\n",
        ),
        (
            Mdx,
            "<A\n  title=\"One\"\n>\nx\n</A>\n",
            "<A\ntitle=\"One\"\n>",
            "<A\ntitle=\"Uno\"\n>",
            "<A\n  title=\"Uno\"\n>\nx\n</A>\n",
        ),
    ] {
        let found = units(dialect, page);
        let index = found.iter().position(|it| it.text == old).expect("a title");
        let words = |text: &str, unit: &Unit| {
            let code: String = unit.codes.iter().map(|code| code.value.as_str()).collect();
            assert!(!code.contains(text) && unit.text.contains(text), "{unit:?}");
        };
        words("One", &found[index]);
        let edit = [Edit { index, text: new.to_owned() }];
        let merged = merge(Format::Markdown, page.as_bytes(), &edit, &rules(dialect));
        assert_eq!(merged.map(String::from_utf8), Ok(Ok(expected.to_owned())));
    }
}

#[test]
fn what_opens_and_does_not_close_is_told_with_its_place() {
    let told = |text: &str| -> Vec<(usize, String)> {
        let found = extract(Format::Markdown, text.as_bytes(), &rules(Mdx)).diagnostics;
        found.into_iter().map(|it| (it.span.start, it.message.to_string())).collect()
    };
    let unclosed = |at, opener: &str, what: &str| {
        (at, format!("`{opener}` opens no {what} that ends in its paragraph"))
    };
    assert_eq!(told("a {b\n\nc <d\n"), [unclosed(2, "{", "expression"), unclosed(8, "<", "tag")]);
    assert_eq!(told("<A>\n\nb\n"), [(0, "`<A>` is not closed".to_owned())]);
    assert_eq!(told("b\n\n</A>\n"), [(3, "`</A>` closes nothing".to_owned())]);
    assert_eq!(told("<A><B></A>\n"), [(3, "`<B>` is not closed".to_owned())]);
    assert_eq!(told("1 < 2, \\{ and `{`, <br/>\n\n```\n{<\n```\n"), []);
}

/// A page of openers takes no more than its length.
#[test]
fn openers_without_end_are_read_in_time() {
    for opener in [
        "{",
        "<a b={",
        "<a b=\"",
        "`a ``",
        "<!--",
        "export {\n\n",
        "</a>",
        "<a>",
        "!!! a\n",
        "{%",
        "{{a",
    ] {
        let page = opener.repeat(200_000 / opener.len());
        for dialect in [Auto, Mdx, MkDocs] {
            let started = std::time::Instant::now();
            extract(Format::Markdown, page.as_bytes(), &rules(dialect));
            let seconds = started.elapsed().as_secs_f64();
            assert!(seconds < 10.0, "{opener:?} in {dialect}: {seconds} s");
        }
    }
}
