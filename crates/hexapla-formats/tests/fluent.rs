//! Laws of the Fluent format.

mod common;

use common::{corpus, files, merge_law, put_get_law};
use hexapla_formats::fluent::{Selector, inspect};
use hexapla_formats::{Edit, FieldRules, Format, Insertion, MergeError, extract, insert, merge};
use hexapla_model::{Fingerprint, UnitKind};
use proptest::prelude::*;

fn rules() -> FieldRules {
    FieldRules::default()
}

fn units(text: &str) -> Vec<hexapla_model::Unit> {
    extract(Format::Fluent, text.as_bytes(), &rules()).units
}

fn fingerprints(text: &str) -> Vec<Fingerprint> {
    units(text).iter().map(|unit| unit.fingerprint).collect()
}

fn problems(text: &str) -> Vec<&'static str> {
    let found = extract(Format::Fluent, text.as_bytes(), &rules()).diagnostics;
    found.iter().map(|it| it.id).collect()
}

#[test]
#[ignore = "needs the corpora, see CONTRIBUTING.md"]
fn law_2_merge_every_file_of_www_l10n() {
    let folder = corpus("www-l10n");
    let (mut count, mut messages) = (0, 0);
    for path in files(&folder, "ftl") {
        let bytes = std::fs::read(&path).expect("a file");
        let units = merge_law(Format::Fluent, &bytes, &rules());
        if units > 0 && count % 7 == 0 {
            let index = (count / 7) % units;
            let unit = &extract(Format::Fluent, &bytes, &rules()).units[index];
            put_get_law(
                Format::Fluent,
                &bytes,
                &rules(),
                index,
                &format!("{} zz", unit.text.trim_end_matches('}'))
                    .replace(" zz", if unit.text.ends_with('}') { "}zz" } else { " zz" }),
            );
        }
        count += 1;
        messages += units;
    }
    println!("{count} files, {messages} units");
    assert_eq!(count, 4882);
    assert!(messages > 100_000);
}

#[test]
fn layout_comments_and_order_of_attributes_do_not_enter() {
    let one = "# For the button\nsave = Save { $count ->\n    [one] one file\n   *[other] { NUMBER($count, minimumFractionDigits: 2) } files\n } now\n    .title = Save\n    .label = \u{e9}t\u{e9} { \"\\u00e9\" }\n";
    let other = "\u{feff}save=Save {$count ->\r\n\r\n[one] one file\r\n *[other] {NUMBER( $count,minimumFractionDigits : 2 )} files\r\n} now\r\n  .label = e\u{301}t\u{e9} {\"\u{e9}\"}\r\n  .title =\r\n     Save\r\n";
    let told = extract(Format::Fluent, other.as_bytes(), &rules()).diagnostics;
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(fingerprints(one), fingerprints(other));
    assert_eq!(fingerprints(one).len(), 1);
}

#[test]
fn meaning_enters() {
    let base = "m = Hello { $name }, { $n ->\n    [one] one\n   *[other] other\n }\n    .a = b\n";
    for (from, to) in [
        ("Hello", "Goodbye"),
        ("$name", "$nom"),
        ("[one]", "[two]"),
        ("one\n   *[other]", "one\n   [other]\n   *[x] y\n   [z]"),
        (".a", ".b"),
        ("= b", "= c"),
        ("{ $name }", "{ -name }"),
        ("{ $name }", "{ name }"),
    ] {
        let changed = base.replacen(from, to, 1);
        if units(&changed).is_empty() {
            continue;
        }
        assert_ne!(fingerprints(base), fingerprints(&changed), "{from} → {to}");
    }
    assert_eq!(fingerprints("a = x\n"), fingerprints("b = x\n"));
    assert_ne!(fingerprints("a = x\n"), fingerprints("a =\n    .x = x\n"));
}

#[test]
fn junk_duplicates_and_depth_are_told_and_kept() {
    let found = extract(Format::Fluent, b"a = { $x -> *[b] c }\n", &rules()).diagnostics;
    assert!(found[0].message.to_string().contains("\\n | \\r\\n"), "{}", found[0].message);
    let found = extract(Format::Fluent, "junk\n".repeat(5_000).as_bytes(), &rules()).diagnostics;
    assert_eq!(found.len(), 1_001);
    assert_eq!((found[1_000].id, found[1_000].span.start), ("many-problems", 5_004));
    assert_eq!(found[1_000].message, "4000 more problems from here on");
    assert_eq!(problems("# Nothing but a comment\n\n   "), [""; 0]);
    let text = "good = yes\nbroken = { $\nalso = yes\ngood = again\n";
    assert_eq!(problems(text), ["fluent-junk", "fluent-duplicate-id"]);
    assert_eq!(units(text).len(), 2);
    merge_law(Format::Fluent, text.as_bytes(), &rules());
    let deep = format!("a = b\ndeep = {}\"x\"{}\nc = d\n", "{".repeat(5_000), "}".repeat(5_000));
    assert_eq!(problems(&deep), ["fluent-too-deep"]);
    assert_eq!(units(&deep).len(), 2);
    merge_law(Format::Fluent, deep.as_bytes(), &rules());
    for level in ["A(", "{ $x ->\n *[a] \"", "{ A(", "\r{", "{ \"}\" {", "-t(\"}\", {"] {
        let deep = format!("a = b\ndeep = {{ {}\nc = d\n", level.repeat(5_000));
        assert_eq!(problems(&deep)[0], "fluent-too-deep", "{level}");
        assert_eq!(units(&deep).len(), 2, "{level}");
        merge_law(Format::Fluent, deep.as_bytes(), &rules());
    }
    let braces = "{".repeat(2 << 20);
    assert!(units(&format!("a = {braces}")).is_empty());
    assert!(units(&braces).is_empty());
}

#[test]
fn brackets_and_quotes_in_text_are_no_depth() {
    let select = "{ $x ->\n  *[a] 5\" wide (really (\n }\n ";
    assert_eq!(problems(&format!("a = {}\n", select.repeat(100))), [""; 0]);
    let strings = format!("a = {}\n", "{ \"{\" } { \"}\" }\n  ".repeat(100));
    assert_eq!(problems(&strings), [""; 0]);
    let nested =
        |depth| format!("a = {}x{}\n", "{ $x ->\n *[a] \"".repeat(depth), "\n }".repeat(depth));
    assert_eq!(problems(&nested(64)), [""; 0]);
    assert_eq!(problems(&nested(65)), ["fluent-too-deep"]);
}

/// The parser calls itself for every level, and where the stack ends, so does the process. The
/// least stack that a thread may have with us is 2 MiB; this takes a quarter.
#[test]
fn no_pattern_repeated_ends_the_stack() {
    let tokens = [
        "{", "}", "(", ")", "A", "a = ", "\"", "\\", "$x", " ->\n", "\n", "\r", " *[a]", "[a]", "x",
    ];
    let count = tokens.len();
    let token = move |number: usize, place| tokens[number / count.pow(place) % count];
    let patterns = (0..count.pow(4)).map(move |it| (0..4).map(|at| token(it, at)).collect());
    let run = move || {
        for pattern in patterns.filter(|it: &String| it.contains(['{', '('])) {
            for start in ["a = ", "a = { "] {
                let text = format!("{start}{}", pattern.repeat(500));
                extract(Format::Fluent, text.as_bytes(), &rules());
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(run);
    thread.expect("a thread").join().expect("no panic");
}

#[test]
fn a_text_that_would_break_the_file_is_refused() {
    let file = b"a = one\nb = two\n";
    let put =
        |text: &str| merge(Format::Fluent, file, &[Edit { index: 0, text: text.into() }], &rules());
    assert!(put("a = uno").is_ok());
    for text in ["c = uno", "a = { $x", "a = uno\nz = dos", "", "# gone", "uno"] {
        assert!(matches!(put(text), Err(MergeError::NotOneUnit { .. })), "{text:?}");
    }
}

#[test]
fn codes_leave_only_readable_text() {
    let text = "-brand = Aurora\nhits = Found { $n ->\n    [one] one { -brand }\n   *[other] { $n } pages of { NUMBER($all) }\n } here\n    .label = A { \"{\" } b\n";
    let unit = &units(text)[1];
    assert_eq!(unit.kind, UnitKind::Message);
    let mut left = String::new();
    let mut at = 0;
    for code in &unit.codes {
        left.push_str(&unit.text[at..code.span.start]);
        left.push('|');
        at = code.span.end;
    }
    left.push_str(&unit.text[at..]);
    let words: Vec<&str> = left.split_whitespace().collect();
    assert_eq!(words.join(" "), "|Found | | one | | | pages of | | here |A | b");
}

#[test]
fn what_stands_twice_is_known() {
    let entry = "m = { $n ->\n    [one] x\n    [one] y\n    [1] z\n   *[other] { $k ->\n        [one] v\n       *[other] w\n    }\n }\n    .title = a\n    .title = b\n    .label = c\n";
    let facts = inspect(entry).expect("an entry");
    assert_eq!(facts.doubled.into_iter().collect::<Vec<_>>(), [".title", "[one]"]);
}

#[test]
fn entries_tell_what_they_ask_for() {
    let facts = inspect("m = { NUMBER($n, type: \"ordinal\") ->\n    [one] { -t(case: \"x\") }\n    [3] { m.a }\n   *[other] { F($x) }\n }\n").expect("an entry");
    assert_eq!(facts.selects[0].selector, Selector::Variable { name: "n".into(), ordinal: true });
    assert!(facts.references.contains("-t") && facts.references.contains("m.a"));
    assert_eq!(facts.variables.len(), 2);
    assert_eq!((facts.selects[0].names.len(), facts.selects[0].numbers.len()), (2, 1));
}

#[test]
fn new_entries_go_behind_their_neighbour() {
    let source = "# Group\n\na = A\nb = B\n\nc = C\n";
    let put = |target: &str, pairs: &[(usize, usize)], new: &[(usize, &str)]| {
        let new: Vec<Insertion> = new
            .iter()
            .map(|(at, text)| Insertion { source_index: *at, text: (*text).into(), form: None })
            .collect();
        let bytes =
            insert(Format::Fluent, source.as_bytes(), target.as_bytes(), pairs, &new, &rules());
        String::from_utf8(bytes.expect("inserted")).expect("text")
    };
    assert_eq!(
        put("a = uno\nc = tres\n", &[(0, 0), (2, 1)], &[(1, "b = dos")]),
        "a = uno\nb = dos\nc = tres\n"
    );
    assert_eq!(put("", &[], &[(0, "a = uno"), (2, "c = tres")]), "a = uno\n\nc = tres\n");
    assert_eq!(put("c = tres\n", &[(2, 0)], &[(0, "a = uno")]), "a = uno\n\nc = tres\n");
    assert_eq!(put("a = uno", &[(0, 0)], &[(1, "b = dos")]), "a = uno\nb = dos");
}

proptest! {
    #[test]
    fn nothing_panics_and_everything_is_kept(text in "([a-c]|-| |=|\\{|\\}|\\$|\"|\\[|\\]|\\*|->|\\.|\n|\r|#|é){0,60}") {
        merge_law(Format::Fluent, text.as_bytes(), &rules());
    }

    #[test]
    fn wrapping_changes_nothing_and_words_change_everything(
        words in prop::collection::vec("[a-zé]{1,6}", 2..8),
        breaks in prop::collection::vec(any::<bool>(), 8),
        indent in 1..9_usize,
    ) {
        let joined = words.join(" ");
        let one = format!("m =\n    {}\n", words.join("\n    "));
        let wide = format!("m =\n{0}{1}\n", " ".repeat(indent), words.join(&format!("\n{}", " ".repeat(indent))));
        prop_assert_eq!(fingerprints(&one), fingerprints(&wide));
        let spaced: String = words.iter().zip(&breaks).map(|(word, wide)| format!("{word}{{ {}$x }}", if *wide { "\n  " } else { "" })).collect();
        let tight: String = words.iter().map(|word| format!("{word}{{$x}}")).collect();
        prop_assert_eq!(fingerprints(&format!("m = {spaced}\n")), fingerprints(&format!("m = {tight}\n")));
        let base = fingerprints(&format!("m = {joined}\n"));
        prop_assert_ne!(base, fingerprints(&format!("m = {joined}x\n")));
    }
}

/// Law 2, of what is new: it reads back, or is refused.
#[test]
fn law_2_a_new_entry_reads_back_or_is_refused() {
    let source = b"a = A\nm = { $n }\n-t = T\n";
    let insert = |target: &str, source_index: usize, text: &str| {
        let new = [Insertion { source_index, text: text.to_owned(), form: None }];
        let rules = FieldRules::default();
        hexapla_formats::insert(Format::Fluent, source, target.as_bytes(), &[], &new, &rules)
    };
    for target in ["", "z = Z\n", "z = Z"] {
        let written = insert(target, 1, "m = { $n }!").expect("it reads back");
        let text = String::from_utf8(written).expect("text");
        assert!(text.contains("m = { $n }!\n"), "{text}");
        for (at, text) in [
            (1, "m = { $n"),
            (1, "m = M\nn = N"),
            (1, "n = N"),
            (1, "no message"),
            (1, ""),
            (1, "m = M\n# a note"),
            (2, "t = T"),
            (2, "-t = { $x -> }"),
        ] {
            let refused = insert(target, at, text);
            assert!(
                matches!(refused, Err(MergeError::NotOneUnit { .. })),
                "{target:?} {text:?}: {refused:?}"
            );
        }
    }
}

#[test]
fn of_the_variants_for_plurals_those_that_say_the_same_are_known() {
    let entry =
        "a = { $n ->\n    [one] a { $n }\n    [two] b\n    [few] a { $n }\n   *[other] b\n}\n";
    let facts = inspect(entry).expect("an entry");
    let said = |name| facts.selects[0].said_by(name);
    assert_eq!(
        ["one", "two", "few", "many", "other"].map(said),
        ["one", "two", "one", "many", "two"]
    );
}

#[test]
fn what_the_parts_of_an_entry_ask_for_is_told_apart() {
    let facts = inspect("a = { $n }\n    .b = { -t } { $m }\n    .c = c\n").expect("an entry");
    let parts: Vec<_> =
        facts.parts.iter().map(|it| (it.name.as_str(), it.variables.len())).collect();
    assert_eq!(parts, [("", 1), (".b", 1), (".c", 0)]);
    assert_eq!((facts.variables.len(), facts.references.len()), (2, 1));
    assert!(inspect("a = { $n }\n").expect("an entry").parts.is_empty());
}
