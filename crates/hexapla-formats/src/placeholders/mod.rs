//! What catalogues write for values that are filled in: placeholders, calls, tags.
//!
//! A text is read from left to right, once. What looks like a placeholder and is none (a brace
//! that is not closed, a per cent sign in a sentence) is text.

mod argument;
mod percent;
mod scanner;

use std::str::FromStr;

use hexapla_model::InlineCode;

use crate::fluent::Select;

/// How a catalogue writes placeholders. Tags (`<0>`, `<strong>`) are seen in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Placeholders {
    /// Any of the others, by their look: `{{`, `$t(`, `%{`, `{`, `%`. What one of them would take
    /// for a placeholder is one, so that no change of it goes unseen.
    #[default]
    Any,
    /// ICU MessageFormat 1: `{name}`, `{count, plural, one {# file} other {# files}}`.
    Icu,
    /// i18next: `{{name}}`, `{{count, number}}`, `$t(key)`.
    I18next,
    /// Ruby: `%{name}`, `%<amount>.2f`.
    Ruby,
    /// C and its kin: `%s`, `%1$d`, `%(name)s`, `%@`.
    Printf,
}

impl Placeholders {
    /// Every way, by the name it has in a config.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("any", Self::Any),
        ("icu", Self::Icu),
        ("i18next", Self::I18next),
        ("ruby", Self::Ruby),
        ("printf", Self::Printf),
    ];

    /// Whether placeholders of the `other` way are looked for.
    fn has(self, other: Self) -> bool {
        self == Self::Any || self == other
    }
}

/// The text names no way to write placeholders.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a way to write placeholders")]
pub struct ParsePlaceholdersError(String);

impl FromStr for Placeholders {
    type Err = ParsePlaceholdersError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::NAMES.into_iter().find(|(name, _)| *name == text);
        found.map(|(_, it)| it).ok_or_else(|| ParsePlaceholdersError(text.to_owned()))
    }
}

/// The inline codes of a text, in order; none lies in another.
///
/// A placeholder's value is what it asks for, without format or spaces: `count` of
/// `{ count, number }`, of `{{count}}` and of the `#` of a plural. Placeholders without a name
/// have a number: `%s` is the first, `%2$s` the second.
pub(crate) fn codes(text: &str, way: Placeholders) -> Vec<InlineCode> {
    scanner::Scanner::new(text, way).codes()
}

/// What the plurals of a text choose by, in order of their heads.
pub(crate) fn selects(text: &str, way: Placeholders) -> Vec<Select> {
    scanner::Scanner::new(text, way).selects()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fluent::Selector;
    use hexapla_model::CodeKind;
    use proptest::prelude::*;

    /// The codes of a text, each as its characters and value.
    fn seen(text: &str, way: Placeholders) -> Vec<(&str, String)> {
        codes(text, way).into_iter().map(|code| (&text[code.span], code.value)).collect()
    }

    #[track_caller]
    fn check(text: &str, way: Placeholders, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(a, b)| (*a, (*b).to_owned())).collect();
        assert_eq!(seen(text, way), expected, "{text}");
    }

    /// What is left of a text for a translator to read.
    fn readable(text: &str, way: Placeholders) -> String {
        let (mut out, mut done) = (String::new(), 0);
        for code in codes(text, way) {
            out.push_str(&text[done..code.span.start]);
            done = code.span.end;
        }
        out.push_str(&text[done..]);
        out
    }

    #[test]
    fn each_way_is_seen_by_its_name_and_by_default() {
        for (text, way, expected) in [
            ("Hi {name}!", Placeholders::Icu, &[("{name}", "name")][..]),
            (
                "{ n, number, ::percent } of {0}",
                Placeholders::Icu,
                &[("{ n, number, ::percent }", "n"), ("{0}", "0")],
            ),
            (
                "Hi {{ name }}, {{- raw}}",
                Placeholders::I18next,
                &[("{{ name }}", "name"), ("{{- raw}}", "raw")],
            ),
            (
                "{{count, number}} $t(items, { \"count\": 2 })",
                Placeholders::I18next,
                &[("{{count, number}}", "count"), ("$t(items, { \"count\": 2 })", "items")],
            ),
            (
                "%{count} of %<total>.2f",
                Placeholders::Ruby,
                &[("%{count}", "count"), ("%<total>.2f", "total")],
            ),
            (
                "%s and %2$d, %(name)s",
                Placeholders::Printf,
                &[("%s", "1"), ("%2$d", "2"), ("%(name)s", "name")],
            ),
            (
                "<0>Read</0> <b>all</b><br />",
                Placeholders::Any,
                &[
                    ("<0>", "<0>"),
                    ("</0>", "</0>"),
                    ("<b>", "<b>"),
                    ("</b>", "</b>"),
                    ("<br />", "<br>"),
                ],
            ),
        ] {
            check(text, way, expected);
            check(text, Placeholders::Any, expected);
        }
    }

    #[test]
    fn of_plurals_only_the_words_are_left() {
        let text =
            "{count, plural, offset:1 =0 {Nobody} one {# file of {owner}} other {# files}} left";
        for way in [Placeholders::Icu, Placeholders::Any] {
            assert_eq!(readable(text, way), "Nobody file of  files left");
            let variables: Vec<String> = codes(text, way)
                .into_iter()
                .filter(|code| code.kind == CodeKind::Variable)
                .map(|code| code.value)
                .collect();
            assert_eq!(variables, ["count", "count", "owner", "count"]);
        }
        let nested = "{g, select, f {{n, plural, one {her {x} #} other {hers}}} other {{name}}}";
        assert_eq!(readable(nested, Placeholders::Any), "her  hers");
    }

    #[test]
    fn plurals_are_known_by_their_branches() {
        let text = "{n, selectordinal, one {#st} =3 {third} other {#th}} {g, select, f {{n, plural, one {a} few {b} other {c}}} other {d}}";
        let found = selects(text, Placeholders::Icu);
        let names = |at: usize| found[at].names.iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].selector, Selector::Variable { name: "n".into(), ordinal: true });
        assert_eq!((names(0), found[0].numbers.len()), (vec!["one", "other"], 1));
        assert_eq!(names(1), ["few", "one", "other"]);
    }

    #[test]
    fn what_only_looks_like_a_placeholder_is_text() {
        for text in [
            "100% of it",
            "20%de",
            "50 % d'eau",
            "{",
            "}",
            "{{",
            "{{a",
            "a { b } c {d",
            "{a b}",
            "$t(",
            "%",
            "%{",
            "1 < 2 > 0",
            "<",
            "<3",
            "it's",
            "{a, plural",
            "{,}",
            "{{}}",
        ] {
            let found = codes(text, Placeholders::Any);
            let odd = ["a { b } c {d"];
            assert!(found.is_empty() || odd.contains(&text), "{text}: {found:?}");
        }
        check("It''s '{name}' {x}", Placeholders::Icu, &[("{x}", "x")]);
        check(
            "{a, plural, one {x",
            Placeholders::Icu,
            &[("{a", "a"), (", plural, one {", ", plural, one {")],
        );
        check("100%% {x}", Placeholders::Printf, &[("%%", "%%")]);
    }

    #[test]
    fn long_texts_take_a_moment() {
        for piece in ["{", "{{", "$t(", "{a,plural,one{", "<a ", "%", "'{", "}", "{a, b ", "%("] {
            for way in Placeholders::NAMES.map(|(_, way)| way) {
                codes(&piece.repeat(200_000), way);
            }
        }
    }

    proptest! {
        #[test]
        fn codes_are_in_order(text in "(\\{|\\}|a|,|plural|select|one|#|%|\\$t\\(|\\)|<|>|/|'|s|1| |é|\n){0,30}", way in 0..5_usize) {
            let mut done = 0;
            for code in codes(&text, Placeholders::NAMES[way].1) {
                prop_assert!(done <= code.span.start && code.span.start < code.span.end);
                prop_assert!(text.get(code.span.clone()).is_some());
                done = code.span.end;
            }
        }
    }
}
