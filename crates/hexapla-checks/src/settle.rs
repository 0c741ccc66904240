//! Numbers that languages say in different ways.

use crate::digits;
use crate::number::Numbers;

/// Leaves out what one language says otherwise than the other: of the source's numbers those that are
/// `lost`, of the target's those that are `new`.
pub(crate) fn settle(
    given: &Numbers<'_>,
    said: &Numbers<'_>,
    lost: &mut Vec<usize>,
    new: &mut Vec<usize>,
) {
    if counts_by_words(given) || counts_by_words(said) {
        lost.clear();
        new.clear();
    }
    let halves = given.runs.iter().any(|run| names_half_of_day(&run.text));
    let alike = |a: &usize, b: &usize| match (given.value(*a), said.value(*b)) {
        (Some(x), Some(y)) => {
            let half = halves && x <= 12 && y == x + 12;
            half || is_other_year(x, y) || is_in_thousands(x, y, said.after(*b))
        }
        _ => false,
    };
    discounts(given, said, lost, new);
    new.retain(|at| !is_hexadecimal(given, said, *at));
    let (all_lost, all_new) = (lost.clone(), new.clone());
    lost.retain(|a| !all_new.iter().any(|b| alike(a, b)));
    new.retain(|b| !all_lost.iter().any(|a| alike(a, b)));
    if new.is_empty() && lost.iter().all(|at| may_be_words(given, *at)) {
        lost.clear();
    }
    if lost.is_empty() && new.iter().all(|at| is_small(said, *at) || is_decade(said, *at)) {
        new.clear();
    }
}

/// Whether a number that stands on one side only may be words on the other: a small one, an ordinal,
/// the 90s, around the clock, fully. Where another number stands in its place, it is none of these.
fn may_be_words(of: &Numbers<'_>, at: usize) -> bool {
    let after = of.after(at);
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|it| after.starts_with(it));
    let is_idiom = matches!(of.value(at), Some(7 | 24 | 100 | 247));
    is_small(of, at) || is_ordinal || is_idiom || (is_decade(of, at) && after.starts_with('s'))
}

fn is_small(of: &Numbers<'_>, at: usize) -> bool {
    of.value(at).is_some_and(|it| it <= 12)
}

fn is_decade(of: &Numbers<'_>, at: usize) -> bool {
    let decades = |it: u64| it.is_multiple_of(10) && matches!(it, 20..=90 | 1900..=2000);
    of.value(at).is_some_and(decades)
}

/// Whether both are one year: `’90` and 1990, or counted from the beginning that Thai counts from.
fn is_other_year(a: u64, b: u64) -> bool {
    (a > 1800 && b == a + 543) || (matches!(a, 20..=99) && b == a + 1900)
}

/// Whether the second with the word behind it is the first: 2000 and `2 mil` or `2천`.
fn is_in_thousands(a: u64, b: u64, after: &str) -> bool {
    let is_times = |it: &u64| b.checked_mul(*it) == Some(a);
    let word = after.strip_prefix([' ', '\u{a0}']).unwrap_or_default();
    let thousand = after.starts_with(['천', '千']) && is_times(&1_000);
    thousand || (word.starts_with(char::is_alphabetic) && [1_000, 1_000_000].iter().any(is_times))
}

/// Whether a number is how Chinese, Japanese and Korean say *hexadecimal*, and the source says so.
fn is_hexadecimal(given: &Numbers<'_>, said: &Numbers<'_>, at: usize) -> bool {
    let is_base = || said.after(at).trim_start().starts_with(['進', '进', '진']);
    let names_it = |text: &str| ["hex", "Hex", "HEX"].iter().any(|it| text.contains(it));
    said.value(at) == Some(16) && is_base() && given.runs.iter().any(|run| names_it(&run.text))
}

/// Leaves out percents that are taken off where Chinese says what is left to pay: `八折` for 20% off.
fn discounts(given: &Numbers<'_>, said: &Numbers<'_>, lost: &mut Vec<usize>, new: &mut Vec<usize>) {
    let off: Vec<u64> = said.runs.iter().flat_map(|run| taken_off(&run.text)).collect();
    let is_off = |at: &usize| {
        let is_percent = given.after(*at).trim_start().starts_with('%');
        is_percent && given.value(*at).is_some_and(|it| off.contains(&it))
    };
    if lost.iter().any(is_off) {
        lost.retain(|at| !is_off(at));
        new.retain(|at| !said.after(*at).trim_start().starts_with('折'));
    }
}

/// How many percent are taken off by each `折`, before which stands what is left of ten or a hundred.
fn taken_off(text: &str) -> impl Iterator<Item = u64> {
    let numeral = |c: char| "〇一二三四五六七八九".chars().zip(0..).find(|it| it.0 == c);
    let digit = move |c: char| match numeral(c) {
        Some((_, digit)) => Some(digit),
        None => digits::value(c)?.to_digit(10).map(u64::from),
    };
    text.match_indices('折').filter_map(move |(at, _)| {
        let before = text[..at].trim_end().chars().rev().filter(|c| *c != '.');
        match before.map_while(digit).take(2).collect::<Vec<_>>()[..] {
            [tens] => Some(100 - 10 * tens),
            [ones, tens] => Some(100 - 10 * tens - ones),
            _ => None,
        }
    })
}

/// Whether hours are counted twice to twelve.
fn names_half_of_day(text: &str) -> bool {
    ["pm", "p.m.", "PM", "P.M."].iter().any(|it| text.contains(it))
}

/// Whether a number stands before a word for a large one. Languages count by other words than
/// thousands and millions, as by 万 (10,000).
fn counts_by_words(of: &Numbers<'_>) -> bool {
    const WORDS: [&str; 11] =
        ["万", "億", "亿", "萬", "만", "억", "लाख", "करोड़", "million", "billion", "หมื่น"];
    let counted = |text: &str, word: &str| {
        let mut found = text.match_indices(word);
        found.any(|(at, _)| {
            let before = text[..at].trim_end_matches([' ', '\u{a0}']);
            before.chars().next_back().is_some_and(|c| digits::value(c).is_some())
        })
    };
    of.runs.iter().any(|run| WORDS.iter().any(|word| counted(&run.text, word)))
}
