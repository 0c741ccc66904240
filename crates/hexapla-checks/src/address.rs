//! Addresses in words: `url-differs`, `email-differs`, `phone-differs`.

use std::ops::Range;

use hexapla_model::{Phrase, phrase};

use crate::check::{Check, EMAIL, PHONE, URL};
use crate::digits;
use crate::found::{Found, shown};
use crate::run::{FILLED, TextRun};
use crate::side::Pair;
use crate::traits::{ADDRESS, AT, DIGIT, Traits};

/// What an address is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Site,
    Mail,
    Phone,
}

/// An address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) kind: Kind,
    /// Where it stands in the text.
    pub(crate) span: Range<usize>,
    /// How it is compared: digits in ASCII, the host in lower case.
    pub(crate) plain: String,
}

/// The addresses of a text, in order.
pub(crate) fn addresses(text: &str, traits: Traits) -> Vec<Address> {
    let mut found = Vec::new();
    if traits.has(ADDRESS | AT) {
        found.extend(words(text).filter_map(|span| address(text, span)));
    }
    if traits.has(DIGIT) {
        let phones: Vec<Address> = phones(text)
            .filter(|it| !found.iter().take(MOST).any(|a: &Address| overlap(&a.span, &it.span)))
            .collect();
        if !phones.is_empty() {
            found.extend(phones);
            found.sort_by_key(|it| it.span.start);
        }
    }
    found
}

/// The most addresses of a text that are compared.
const MOST: usize = 100;

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The places of the addresses of a text, in order.
pub(crate) fn spans(text: &str, traits: Traits) -> Vec<Range<usize>> {
    addresses(text, traits).into_iter().map(|it| it.span).collect()
}

/// The parts of a text between spaces, brackets and quotation marks.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c| !ends_word(c))?;
        let length = text[start..].find(ends_word).unwrap_or(text.len() - start);
        at = start + length;
        Some(start..at)
    })
}

/// Whether a character is no part of an address.
fn ends_word(c: char) -> bool {
    c.is_whitespace()
        || "()<>[]{}\"'|`“”„‘’»«,;".contains(c)
        || c == FILLED
        // Scripts that are written without spaces, and their punctuation.
        || matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
        || matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{ff01}'..='\u{ff0d}' | '：' | '；' | '？')
}

/// The site or mail address that a word is.
pub(crate) fn address(text: &str, span: Range<usize>) -> Option<Address> {
    let word = text[span.clone()].trim_end_matches(['.', ':', '!', '?', '…', '*', '_', '。', '؟']);
    let span = span.start..span.start + word.len();
    if let Some((scheme, rest)) = word.split_once("://") {
        let from = scheme.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
        let scheme = scheme[from..].to_ascii_lowercase();
        let is_site = !scheme.is_empty() && rest.contains(char::is_alphanumeric);
        return is_site.then(|| site(&scheme, rest, span.start + from..span.end));
    }
    if word.len() > 6 && word.is_char_boundary(4) && word[..4].eq_ignore_ascii_case("www.") {
        return Some(site("https", word, span));
    }
    let mail = word.strip_prefix("mailto:").unwrap_or(word);
    let (name, host) = mail.split_once('@')?;
    let fits =
        !name.is_empty() && host.trim_start_matches('.').contains('.') && !host.contains('@');
    let plain = mail.to_lowercase();
    fits.then_some(Address { kind: Kind::Mail, span, plain })
}

fn site(scheme: &str, rest: &str, span: Range<usize>) -> Address {
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let scheme = if scheme == "http" { "https" } else { scheme };
    let host = host.to_lowercase();
    let path = path.strip_suffix('/').unwrap_or(path);
    Address { kind: Kind::Site, span, plain: format!("{scheme}://{host}{path}") }
}

/// The telephone numbers of a text that cannot be other numbers: with `+`, or with a leading zero or
/// hyphens between groups, and seven digits or more.
fn phones(text: &str) -> impl Iterator<Item = Address> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..];
            let start = at + rest.find(|c| c == '+' || digits::value(c).is_some())?;
            let end = start + dialled(&text[start..]);
            let within = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
            let next = text[start..].chars().next().map_or(1, char::len_utf8);
            at = end.max(start + next);
            if let Some(phone) = phone(&text[start..end]).filter(|_| !within) {
                return Some(Address { kind: Kind::Phone, span: start..end, plain: phone });
            }
        }
    })
}

/// How much of a text reads as one number that is dialled.
fn dialled(text: &str) -> usize {
    let (mut end, mut joints) = (0, 0);
    for (at, c) in text.char_indices() {
        if digits::value(c).is_some() || (at == 0 && c == '+') {
            (end, joints) = (at + c.len_utf8(), 0);
        } else if joints < 2
            && matches!(c, ' ' | '-' | '(' | ')' | '/' | '.' | '\u{a0}' | '\u{202f}' | '\u{2011}')
        {
            joints += 1;
        } else {
            break;
        }
    }
    end
}

/// The digits of a telephone number, where it is one.
fn phone(text: &str) -> Option<String> {
    let digits: String = text.chars().filter_map(digits::value).collect();
    let first = text.chars().take_while(|c| digits::value(*c).is_some());
    let first: String = first.filter_map(digits::value).collect();
    let hyphens = text.matches(['-', '\u{2011}']).count();
    let is_date = text.contains(['.', '/']) || first.len() == 4;
    let international = text.starts_with('+') && digits.len() >= 7;
    let national = first.starts_with('0') && first.len() > 1 && digits.len() >= 7 && !is_date;
    let hyphened = hyphens >= 2 && digits.len() >= 10 && !is_date;
    (international || national || hyphened).then_some(digits)
}

/// Addresses that only one side has.
pub(crate) fn differing(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let any = |runs: &[TextRun]| runs.iter().any(|run| run.traits.has(ADDRESS | AT | DIGIT));
    if !any(&pair.target.runs) && !any(&pair.source.runs) {
        return;
    }
    for pattern in pair.patterns() {
        let all = |runs: &[&'_ TextRun]| -> Vec<(usize, Address)> {
            let of = |(at, run): (usize, &&TextRun)| {
                addresses(&run.text, run.traits)
                    .into_iter()
                    .map(move |it| (at, it))
                    .collect::<Vec<_>>()
            };
            runs.iter().enumerate().flat_map(of).take(MOST).collect()
        };
        let (given, said) = (all(&pattern.source), all(&pattern.target));
        let lost: Vec<&Address> =
            given.iter().map(|it| &it.1).filter(|it| !is_among(it, &said)).collect();
        for (at, address) in said.iter().filter(|it| !is_among(&it.1, &given)) {
            let run = pattern.target[*at];
            let instead = lost.iter().find(|it| it.kind == address.kind);
            let written = shown(&run.text[address.span.clone()]);
            let message = match instead {
                Some(lost) => {
                    let given = shown(&lost.plain);
                    phrase!("`{written}`, where the source has `{given}`", written, given)
                }
                None => phrase!("the source has no `{written}`", written),
            };
            let (check, hint) = told(address.kind);
            found.push(Found::new(check, run.cover(&address.span), message, hint));
        }
        let unsaid = |it: &&Address| !said.iter().any(|said| said.1.kind == it.kind);
        for address in lost.into_iter().filter(unsaid) {
            let (check, hint) = told(address.kind);
            let given = shown(&address.plain);
            let message = phrase!("the source's `{given}` is not there", given);
            found.push(Found::new(check, None, message, hint));
        }
    }
}

fn told(kind: Kind) -> (&'static Check, Phrase) {
    match kind {
        Kind::Site => {
            (&URL, phrase!("name the same address, unless readers of this locale need another"))
        }
        Kind::Mail => {
            (&EMAIL, phrase!("name the same address: mail to another one may reach nobody"))
        }
        Kind::Phone => {
            (&PHONE, phrase!("name the same number, unless readers of this locale dial another"))
        }
    }
}

fn is_among(address: &Address, others: &[(usize, Address)]) -> bool {
    others.iter().any(|(_, it)| it.kind == address.kind && is_like(address, it))
}

/// Whether both lead to the same.
fn is_like(one: &Address, other: &Address) -> bool {
    match one.kind {
        // Examples are made up for each language.
        Kind::Mail => {
            one.plain == other.plain
                || one.plain.contains("@example.")
                || other.plain.contains("@example.")
        }
        Kind::Site => {
            one.plain == other.plain || without_locale(&one.plain) == without_locale(&other.plain)
        }
        Kind::Phone => {
            let national = |it: &str| it.trim_start_matches('0').to_owned();
            let (a, b) = (national(&one.plain), national(&other.plain));
            a.ends_with(&b) || b.ends_with(&a)
        }
    }
}

/// An address without the parts of its path that look like a locale.
fn without_locale(url: &str) -> Vec<&str> {
    let is_locale = |part: &&str| {
        let (language, region) = part.split_once(['-', '_']).unwrap_or((part, ""));
        (2..=3).contains(&language.len())
            && language.bytes().all(|it| it.is_ascii_lowercase())
            && (region.is_empty() || (2..=4).contains(&region.len()))
    };
    url.split('/')
        .enumerate()
        .filter(|(at, part)| *at < 3 || !is_locale(part))
        .map(|it| it.1)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> Vec<(Kind, String)> {
        let found = addresses(text, Traits::of(text));
        found.into_iter().map(|it| (it.kind, it.plain)).collect()
    }

    #[test]
    fn addresses_are_told_from_words_and_numbers() {
        for (text, expected) in [
            ("See https://Example.org/A/.", vec![(Kind::Site, "https://example.org/A")]),
            ("(www.example.org)", vec![(Kind::Site, "https://www.example.org")]),
            ("詳細はhttps://example.org/aを見る", vec![(Kind::Site, "https://example.org/a")]),
            ("請來信：help@example.org", vec![(Kind::Mail, "help@example.org")]),
            ("Mail Help@example.org!", vec![(Kind::Mail, "help@example.org")]),
            ("+49 (30) 123-4567", vec![(Kind::Phone, "49301234567")]),
            ("٠٣٠ ١٢٣٤٥٦٧", vec![(Kind::Phone, "0301234567")]),
            ("1-800-555-0199", vec![(Kind::Phone, "18005550199")]),
            ("2020-10-10, 1 000 000, 24/7, 10.10.2020, @someone, e.g. this", vec![]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(k, it)| (k, it.to_owned())).collect();
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn places_are_in_the_text_and_in_order(text in "\\PC{0,40}|[0-9 .,+@:/a-z()-]{0,40}") {
            let mut at = 0;
            for found in addresses(&text, Traits::of(&text)) {
                prop_assert!(found.span.start >= at && text.get(found.span.clone()).is_some());
                at = found.span.end;
            }
        }
    }
}
