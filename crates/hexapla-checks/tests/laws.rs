//! What holds of every text.

use hexapla_checks::{
    CHECKS, Profile, Profiles, alone, critical, critical_tokens, errors, fix, pair, texts,
};
use hexapla_formats::{FieldRules, Format, extract};
use hexapla_model::Unit;
use proptest::prelude::*;

fn profile(tag: &str) -> Profile {
    Profile::of(&tag.parse().expect(tag))
}

/// The only unit of a file with one text.
fn unit(format: Format, text: &str) -> Option<Unit> {
    let file = match format {
        Format::Fluent => format!("key = {}", text.replace('\n', "\n    ")),
        Format::Json => format!("{{\"key\": {}}}", json(text)),
        _ => text.to_owned(),
    };
    extract(format, file.as_bytes(), &FieldRules::default()).units.into_iter().next()
}

fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

const FORMATS: [Format; 3] = [Format::Fluent, Format::Json, Format::Markdown];

const TAGS: [&str; 8] = ["fr", "es", "de", "ar", "th", "ja", "el", "uk"];

/// Texts of what the checks look for.
fn hostile() -> impl Strategy<Value = String> {
    let parts = [
        "a",
        "word",
        "Слово",
        "สวัสดี",
        "漢字",
        " ",
        "  ",
        "\u{a0}",
        ".",
        "...",
        "…",
        "?",
        "¿",
        "!",
        ":",
        ";",
        "«",
        "»",
        "“",
        "”",
        "„",
        "\"",
        "(",
        ")",
        "]",
        "）",
        "12",
        "1.5",
        "٣",
        "+49 30 1234567",
        "https://example.org/a",
        "a@b.org",
        "\u{200b}",
        "\u{ad}",
        "\u{202e}",
        "\u{2066}",
        "\u{2069}",
        "<b>",
        "</b>",
        "<br>",
        "<a href=\"x\">",
        "<",
        "{ $x }",
        "{ \"x\" }",
        "%s",
        "&amp;lt;",
        "\\n",
        "Ã©",
        "\u{fffd}",
        "\u{fffc}",
        "*",
        "`x`",
        "[x](tel:1)",
        "|",
        "\n",
        "é",
        "о",
        "Firefоx",
        "-",
        "'",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..14).prop_map(|it| it.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => hostile(), 1 => "\\PC{0,40}"]
}

/// The parts of a unit's text that are codes.
fn codes(unit: &Unit) -> Vec<&str> {
    unit.codes.iter().map(|code| &unit.text[code.span.clone()]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn every_finding_has_a_check_and_a_place(
        source in any_text(), target in any_text(), format in 0_usize..3, tag in 0_usize..8,
    ) {
        let (Some(source), Some(target)) = (unit(FORMATS[format], &source), unit(FORMATS[format], &target)) else {
            return Ok(());
        };
        let (en, own) = (profile("en"), profile(TAGS[tag]));
        let mut found = pair(&source, &target, Profiles { source: &en, target: &own });
        found.extend(alone(&target, &own));
        for it in found {
            prop_assert!(CHECKS.iter().any(|check| check.id == it.id), "{}", it.id);
            prop_assert!(target.span.start <= it.span.start && it.span.end <= target.span.end);
            prop_assert!(it.span.start <= it.span.end && it.hint.is_some());
        }
    }

    /// A release that asks for errors only misses none.
    #[test]
    fn errors_are_the_errors_of_all(
        source in any_text(),
        target in any_text(),
        format in 0_usize..3,
    ) {
        let format = FORMATS[format];
        let units = (unit(format, &source), unit(format, &target));
        let (Some(source), Some(target)) = units else { return Ok(()) };
        let (en, fr) = (profile("en"), profile("fr"));
        let bad = |all: Vec<hexapla_model::Diagnostic>| -> Vec<_> {
            all.into_iter().filter(|it| it.severity == hexapla_model::Severity::Error).collect()
        };
        let all = bad(pair(&source, &target, Profiles { source: &en, target: &fr }));
        prop_assert_eq!(errors(Some(&source), &target, &fr), all);
        prop_assert_eq!(errors(None, &target, &fr), bad(alone(&target, &fr)));
    }

    #[test]
    fn runs_stand_in_their_unit(text in any_text(), format in 0_usize..3) {
        let Some(unit) = unit(FORMATS[format], &text) else { return Ok(()) };
        for run in texts(&unit) {
            for (at, c) in run.text.char_indices() {
                let end = at + c.len_utf8();
                if let Some(place) = run.place(&(at..end)) {
                    prop_assert_eq!(&unit.text[place], &run.text[at..end]);
                }
            }
        }
    }

    #[test]
    fn mending_twice_is_mending_once_and_leaves_codes(
        source in any_text(), target in any_text(), format in 0_usize..3, tag in 0_usize..8,
    ) {
        let (Some(source), Some(target)) = (unit(FORMATS[format], &source), unit(FORMATS[format], &target)) else {
            return Ok(());
        };
        let (en, own) = (profile("en"), profile(TAGS[tag]));
        let profiles = Profiles { source: &en, target: &own };
        let Some(fixed) = fix(&source, &target, profiles) else { return Ok(()) };
        let moved = moved(&target, &fixed.text);
        prop_assert_eq!(codes(&moved), codes(&target));
        prop_assert_eq!(fix(&source, &moved, profiles), None);
    }

    #[test]
    fn a_text_beside_itself_has_no_other_numbers_or_ends(text in any_text(), format in 0_usize..3) {
        let Some(unit) = unit(FORMATS[format], &text) else { return Ok(()) };
        let en = profile("en");
        let beside = ["number-differs", "url-differs", "email-differs", "phone-differs", "end-punctuation",
            "space-edge", "newline-differs", "placeholder-like", "same-as-source", "ellipsis-differs"];
        for it in pair(&unit, &unit, Profiles { source: &en, target: &en }) {
            prop_assert!(!beside.contains(&it.id), "{it:?}");
        }
    }
}

/// The unit with a new text, whose codes are found one after the other.
fn moved(unit: &Unit, text: &str) -> Unit {
    let mut moved = Unit { text: text.to_owned(), ..unit.clone() };
    let ends = |unit: &Unit| unit.text.len();
    let mut at = 0;
    for (code, old) in moved.codes.iter_mut().zip(&unit.codes) {
        let written = &unit.text[old.span.clone()];
        let found = text[at..].find(written).map_or(ends(unit), |found| at + found);
        code.span = found..found + written.len();
        at = code.span.end;
    }
    moved
}

/// Long texts that ask for much.
#[test]
fn no_text_takes_long() {
    let (en, es) = (profile("en"), profile("es"));
    let fr = profile("fr");
    for part in [
        "1-",
        "1\u{200b}",
        "a.org ",
        "«",
        " ?",
        "1 ",
        "(",
        ")",
        "“",
        "<a ",
        "<script>",
        "<b on='",
        "< ",
        "\u{202a}",
        "a@b.c ",
        "+49 1 ",
        "?",
        "{ $x } ",
        "&amp;",
        "\\u",
        "%s ",
        "...",
        "da da ",
        ". ",
        "= ",
        "1.1,",
        "  ",
    ] {
        let text = part.repeat(200_000 / part.len());
        for format in [Format::Fluent, Format::Json] {
            let Some(unit) = unit(format, &text) else { continue };
            let start = std::time::Instant::now();
            for own in [&es, &fr] {
                let profiles = Profiles { source: &en, target: own };
                pair(&unit, &unit, profiles);
                alone(&unit, own);
                fix(&unit, &unit, profiles);
                critical(&critical_tokens(&unit.text), &unit);
            }
            let spent = start.elapsed();
            assert!(spent.as_secs() < 60, "{part:?} {format:?} took {spent:?}");
        }
    }
}

/// Marks around words leave nothing, so that what stands on both sides of one stands together.
#[test]
fn errors_are_found_across_marks() {
    let fr = profile("fr");
    let unit = unit(Format::Markdown, "caf\u{c3}**\u{ba}s** ici").expect("a unit");
    let found = errors(None, &unit, &fr);
    assert_eq!(found.iter().map(|it| it.id).collect::<Vec<_>>(), ["damaged-character"]);
}
