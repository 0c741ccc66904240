//! Messages as i18next reads them, or why it cannot.

use std::collections::BTreeSet;

use hexapla_formats::fluent::{Keys, to_i18next};
use proptest::prelude::*;

fn categories(ordinal: bool) -> BTreeSet<&'static str> {
    if ordinal {
        ["one", "two", "few", "other"].into()
    } else {
        ["one", "few", "many", "other"].into()
    }
}

/// `key=text` of each text, or the reasons.
fn said(bundle: &str, keys: Keys) -> Vec<String> {
    match to_i18next(bundle, keys, &categories) {
        Ok(texts) => {
            let key = |attribute: Option<String>| {
                attribute.map(|it| format!(".{it}")).unwrap_or_default()
            };
            texts
                .into_iter()
                .map(|it| format!("{}{}{}={}", it.entry, key(it.attribute), it.suffix, it.text))
                .collect()
        }
        Err(wrong) => wrong.into_iter().map(|it| format!("{}: {}", it.entry, it.why)).collect(),
    }
}

#[test]
fn what_i18next_can_say() {
    let cases: [(&str, &[&str]); 13] = [
        ("a = Hello, { $name }!\n", &["a=Hello, {{name}}!"]),
        ("a = A\n    .title = T { $x }\n", &["a=A", "a.title=T {{x}}"]),
        (
            "-b = Net\na = The { -b } of { c.t }\nc =\n    .t = x\n",
            &["-b=Net", "a=The $t(-b) of $t(c.t)", "c.t=x"],
        ),
        ("a = { \"{\" } { \"\\u00e9\" } { 3 }\n", &["a={ é 3"]),
        ("a = Accepted { $unit }\n", &["a=Accepted {{unit}}"]),
        (
            "a = { $count ->\n    [one] one child\n   *[other] { $count } children\n } here\n",
            &[
                "a_few={{count}} children here",
                "a_many={{count}} children here",
                "a_one=one child here",
                "a_other={{count}} children here",
            ],
        ),
        (
            "a = { $count ->\n    [0] none\n   *[other] some\n }\n",
            &["a_few=some", "a_many=some", "a_one=some", "a_other=some", "a_zero=none"],
        ),
        (
            "a = { NUMBER($count, type: \"ordinal\") ->\n    [one] st\n   *[other] th\n }\n",
            &["a_ordinal_few=th", "a_ordinal_one=st", "a_ordinal_other=th", "a_ordinal_two=th"],
        ),
        (
            "a = { $context ->\n    [male] his\n   *[other] their\n } { $x ->\n   *[other] page\n }\n",
            &["a_male=his page", "a=their page"],
        ),
        (
            "-b = B\n    .gender = f\na = { -b.gender ->\n    [f] she\n   *[m] he\n }\n",
            &["-b=B", "-b.gender=f", "a=she"],
        ),
        (
            "a = { NUMBER($x, minimumFractionDigits: 2) } { DATETIME($d, dateStyle: \"long\") }\n",
            &["a={{x, number(minimumFractionDigits: 2)}} {{d, datetime(dateStyle: long)}}"],
        ),
        ("a = one\n    two\n", &["a=one\ntwo"]),
        ("# only a comment\n", &[]),
    ];
    for (bundle, expected) in cases {
        assert_eq!(said(bundle, Keys::Flat), expected, "{bundle}");
    }
    let nested = "a = A\n    .title = T\nb = { a } { a.title }\nc = { b }\n";
    assert_eq!(
        said(nested, Keys::Nested),
        ["a=A", "a.title=T", "b=$t(a.value) $t(a.title)", "c=$t(b)"]
    );
}

#[test]
fn what_it_cannot_say_is_told() {
    let cases = [
        ("a = { $num ->\n    [one] x\n   *[other] y\n }\n", "by `count`, not by `$num`"),
        ("a = { $gender ->\n    [male] x\n   *[other] y\n }\n", "by `context`, not by `$gender`"),
        ("a = { $count ->\n    [2] x\n   *[other] y\n }\n", "no form for exactly 2"),
        (
            "a = { $count ->\n    [one] x\n   *[other] y\n } { $count ->\n    [one] x\n   *[other] y\n }\n",
            "a number twice",
        ),
        ("a = { PLATFORM() ->\n    [mac] x\n   *[other] y\n }\n", "what is no variable"),
        ("a = { SORT($x) }\n", "i18next has no `SORT`"),
        ("-b = B\na = { -b(case: \"gen\") }\n", "with arguments"),
        ("a = { \"{{x}}\" }\n", "would take `{{`"),
        ("a = $t(b)\n", "would take `$t(`"),
        ("a = { \"{\" }{ $x }\n", "a brace stands beside a placeable"),
        ("a = In { $locale }\n", "takes `$locale` for an option"),
        ("a = { NUMBER($n) } { $unit }\n", "takes `$unit` for an option"),
    ];
    for (bundle, why) in cases {
        let said = said(bundle, Keys::Flat);
        assert!(
            said.len() == 1 && said[0].starts_with("a: ") && said[0].contains(why),
            "{bundle}: {said:?}"
        );
    }
    assert!(said("a = A\n    .value = V\n", Keys::Nested)[0].contains("as its own text would be"));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(pieces in prop::collection::vec(
        prop_oneof![
            prop::sample::select(vec!["a = ", "-b = ", "\n", "    .t = ", "{ $count ->\n", "    [one] x\n", "   *[other] y\n", "}", "{ -b }", "{ a.t }", "{{", "NUMBER($x)"]).prop_map(str::to_owned),
            any::<String>(),
        ], 0..24)) {
        let _ = to_i18next(&pieces.concat(), Keys::Nested, &categories);
    }
}
