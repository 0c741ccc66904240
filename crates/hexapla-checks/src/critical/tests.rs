//! That no wrong number is let pass, and no right one is told.

use proptest::prelude::*;

use super::*;

const APPROVED: [&str; 6] = [
    "Call 116 111 at any hour.",
    "| Help | [116 111](tel:116111) |",
    "Call +44 800 1111 or write to help@example.org.",
    "Go to https://help.example.org/now or example.org.",
    "Kinderstraße 27, 10115 Berlin, [+49 30 1234567](tel:+49301234567)",
    "[08001234567](tel:08001234567), 24 hours, [chat](https://chat.example.org/a?b=1)",
];

fn wrong(approved: &str, text: &str) -> bool {
    !differences(&critical_tokens(approved), text).is_empty()
}

/// The places of digits in a text.
fn digit_places(text: &str) -> Vec<usize> {
    text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect()
}

fn put(text: &str, at: usize, length: usize, new: &str) -> String {
    format!("{}{new}{}", &text[..at], &text[at + length..])
}

/// A digit in another system, by its zero.
fn in_system(digit: char, zero: char) -> char {
    let value = digit.to_digit(10).unwrap_or_default();
    char::from_u32(u32::from(zero) + value).unwrap_or(digit)
}

const SYSTEMS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{e50}', '\u{ff10}'];
const UNSEEN: [char; 7] =
    ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{200e}'];
const TURNING: [char; 6] = ['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2067}', '\u{2066}'];

/// Each way to spoil the digit at `at`.
fn spoilt_digit(text: &str, at: usize) -> Vec<String> {
    let digit = char::from(text.as_bytes()[at]);
    let other = if digit == '9' { '0' } else { in_system(digit, '1') };
    let mut spoilt = vec![
        put(text, at, 1, ""),
        put(text, at, 1, &format!("{digit}{digit}")),
        put(text, at, 1, &other.to_string()),
    ];
    spoilt.extend(SYSTEMS.map(|zero| put(text, at, 1, &in_system(other, zero).to_string())));
    let next = text.as_bytes().get(at + 1).map(|it| char::from(*it));
    if let Some(next) = next.filter(|it| it.is_ascii_digit()) {
        if next != digit {
            spoilt.push(put(text, at, 2, &format!("{next}{digit}")));
        }
        spoilt.extend(SYSTEMS.map(|zero| put(text, at, 1, &in_system(digit, zero).to_string())));
        spoilt.extend(UNSEEN.map(|it| put(text, at + 1, 0, &it.to_string())));
    }
    spoilt.extend(TURNING.map(|it| put(text, at, 0, &it.to_string())));
    spoilt.extend(TURNING.map(|it| put(text, at, 1, &format!("{it}{digit}\u{202c}"))));
    spoilt.push(put(text, at, 1, look_alike(digit)));
    spoilt
}

/// A letter that looks like a digit.
fn look_alike(digit: char) -> &'static str {
    match digit {
        '0' => "O",
        '1' => "l",
        '3' => "З",
        _ => "б",
    }
}

/// Addresses with a letter that looks like another one, and with one that nobody sees.
fn spoilt_addresses(text: &str) -> Vec<String> {
    let likes = [("e", "е"), ("a", "а"), ("o", "о"), ("p", "р"), ("c", "с"), ("x", "х")];
    let mut spoilt = Vec::new();
    for token in critical_tokens(text).iter().filter(|it| it.kind != TokenKind::Number) {
        let word = &text[token.span.clone()];
        for (latin, other) in likes {
            for (at, _) in word.match_indices(latin) {
                let at = token.span.start + at;
                spoilt.push(put(text, at, 1, other));
                spoilt.push(put(text, at, 0, "\u{200b}"));
                spoilt.push(put(text, at, 1, ""));
            }
        }
    }
    spoilt
}

fn mutations(text: &str) -> Vec<String> {
    let digits = digit_places(text).into_iter().flat_map(|at| spoilt_digit(text, at));
    let mut all: Vec<String> = digits.chain(spoilt_addresses(text)).collect();
    // `+` that is gone, and links that dial another number than their text says.
    all.extend(text.match_indices('+').map(|(at, _)| put(text, at, 1, "")));
    all.extend(text.match_indices("tel:").map(|(at, _)| put(text, at + 4, 1, "7")));
    all.extend(text.match_indices("tel:").map(|(at, _)| put(text, at + 4, 0, "0")));
    all
}

#[test]
fn every_wrong_number_or_address_is_found() {
    let mut count = 0;
    for approved in APPROVED {
        for text in mutations(approved) {
            assert!(wrong(approved, &text), "{approved} ⇒ {text:?}");
            count += 1;
        }
    }
    assert!(count >= 500, "only {count} mutations");
}

#[test]
fn right_numbers_are_let_pass() {
    for approved in APPROVED {
        assert!(!wrong(approved, approved), "{approved}");
        let plain = approved.replace("116 111", "116111").replace("800 1111", "8001-111");
        assert!(!wrong(approved, &plain), "{plain}");
    }
    for (approved, target) in [
        ("Call 116 111.", "اتصل بالرقم ١١٦ ١١١."),
        ("Call 116 111.", "اتصل بـ \u{2066}116 111\u{2069}."),
        ("Call 116 111.", "โทร ๑๑๖๑๑๑"),
        ("Call 116 111.", "１１６－１１１ に電話"),
        ("Call 112 24 hours a day", "112, las 24 horas"),
        ("Call 112, open 24 hours", "Open 24 hours: 112"),
        ("112 or 113", "112, otherwise 113; again: 112"),
        ("[116 111](tel:116111)", "[١١٦ ١١١](tel:116111)"),
    ] {
        let found = differences(&critical_tokens(approved), target);
        assert!(found.is_empty(), "{approved} ⇒ {target}: {found:?}");
    }
}

#[test]
fn numbers_do_not_change_their_halves() {
    assert!(wrong("116 111 or 117 112", "116 112 or 117 111"));
    assert!(wrong("116 111", "111 116"));
    assert!(wrong("116 111", "116"));
    assert!(wrong("116", "116 111"));
}

proptest! {
    #[test]
    fn whole_numbers_in_another_system_are_the_same(
        number in "[0-9]{2,4}( [0-9]{2,4}){0,3}", system in 0_usize..5,
    ) {
        let text = format!("Call {number} now");
        let other: String = text
            .chars()
            .map(|c| if c.is_ascii_digit() { in_system(c, SYSTEMS[system]) } else { c })
            .collect();
        prop_assert!(!wrong(&text, &other));
    }

    #[test]
    fn another_number_is_another(a in "[1-9][0-9]{2,8}", b in "[1-9][0-9]{2,8}") {
        prop_assert_eq!(wrong(&format!("Call {a}"), &format!("Tel. {b}!")), a != b);
    }

    #[test]
    fn any_text_has_tokens_in_order(text in "\\PC{0,60}|[0-9 .,+@:/a-z()\u{200b}\u{202e}-]{0,60}") {
        let tokens = critical_tokens(&text);
        prop_assert!(tokens.windows(2).all(|it| it[0].span.end <= it[1].span.start));
        prop_assert!(!wrong(&text, &text) || tokens.iter().any(|it| it.fault.is_some()) || text.contains(is_bidi));
    }
}
