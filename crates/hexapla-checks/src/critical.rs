//! What must be exactly as approved: numbers that are dialled, and addresses (`critical-differs`).
//!
//! A helpline that is wrong in one digit does harm, so nothing is let pass here that is let pass in
//! other texts: every digit, letter and sign counts. Only how digits are grouped is free, and in which
//! one system of digits they are written.

use std::collections::BTreeSet;
use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase, Unit, phrase};

use crate::address::{Kind, address, words};
use crate::check::CRITICAL;
use crate::digits;
use crate::found::{Found, shown, spelt};
use crate::traits::{is_bidi, is_invisible};

/// What a token names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// A number: of a telephone, of a house, of anything.
    Number,
    /// The address of a site, with its scheme or beginning with `www.`.
    Url,
    /// A host without a scheme: `example.org`.
    Host,
    /// An e-mail address.
    Email,
}

/// A number or address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it names.
    pub kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// What is compared: of a number its digits in ASCII, with its `+`.
    pub value: String,
    /// The groups of digits of a number.
    groups: Vec<String>,
    /// What is wrong with it whatever was approved.
    fault: Option<Fault>,
}

/// What is wrong with a number whatever was approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// It has characters in it that nobody sees.
    Hides,
    /// It is written in several systems of digits.
    Mixes,
}

/// The numbers and addresses of a text, in order; of a Markdown text, those in links are among them.
pub fn critical_tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = words(text).filter_map(|span| named(text, span)).collect();
    let mut at = 0;
    let mut numbers = Vec::new();
    for taken in &tokens {
        numbers.extend(numbers_in(text, at..taken.span.start.max(at)));
        at = taken.span.end;
    }
    numbers.extend(numbers_in(text, at..text.len()));
    tokens.extend(numbers);
    tokens.sort_by_key(|it| it.span.start);
    tokens
}

/// The site, host or mail address that a word is.
fn named(text: &str, span: Range<usize>) -> Option<Token> {
    let token =
        |kind, span, value| Some(Token { kind, span, value, groups: Vec::new(), fault: None });
    if let Some(found) = address(text, span.clone()) {
        return match found.kind {
            Kind::Site => token(TokenKind::Url, found.span, found.plain),
            Kind::Mail => {
                let value = found.plain.trim_start_matches("mailto:").to_owned();
                token(TokenKind::Email, found.span, value)
            }
            Kind::Phone => None,
        };
    }
    let word = text[span.clone()].trim_end_matches(['.', ':', '!', '?', '…', '*', '_']);
    let host = word.split(['/', '?', '#']).next()?;
    is_host(host)
        .then(|| token(TokenKind::Host, span.start..span.start + word.len(), word.to_owned()))?
}

/// Whether a word is a host of a domain that helplines have; other domains read as words do.
fn is_host(word: &str) -> bool {
    const ENDS: [&str; 14] = [
        "org", "com", "net", "int", "edu", "gov", "eu", "info", "help", "ngo", "uk", "de", "fr",
        "es",
    ];
    let Some((host, end)) = word.rsplit_once('.') else { return false };
    ENDS.contains(&end) && host.chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The numbers in a part of a text.
fn numbers_in(text: &str, part: Range<usize>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = part.start;
    while let Some(start) = text[at..part.end].find(|c| digits::value(c).is_some()) {
        let token = number(text, at + start..part.end, part.start);
        at = token.span.end;
        tokens.push(token);
    }
    tokens
}

/// The number that a part of a text begins with.
fn number(text: &str, part: Range<usize>, least: usize) -> Token {
    let mut read = Read::default();
    for (at, c) in text[part.clone()].char_indices() {
        if !read.takes(c, at + c.len_utf8()) {
            break;
        }
    }
    let before = text[least..part.start].chars().next_back();
    let plus = before.filter(|c| matches!(c, '+' | '＋'));
    let start = part.start - plus.map_or(0, char::len_utf8);
    let value = format!("{}{}", if plus.is_some() { "+" } else { "" }, read.groups.concat());
    Token {
        kind: TokenKind::Number,
        span: start..part.start + read.end,
        value,
        fault: read.fault(),
        groups: read.groups,
    }
}

/// The digits of a number that were read.
#[derive(Default)]
struct Read {
    groups: Vec<String>,
    end: usize,
    /// What has stood between since the last digit.
    joints: usize,
    zeros: BTreeSet<char>,
    /// Something that nobody sees stood since the last digit, and between two digits.
    hides: bool,
    hidden: bool,
}

impl Read {
    /// Takes in a character that ends at `end`; tells whether the number may go on.
    fn takes(&mut self, c: char, end: usize) -> bool {
        if let Some((digit, zero)) = digits::read(c) {
            self.zeros.insert(zero);
            self.hidden |= self.hides;
            match self.groups.last_mut().filter(|_| self.joints == 0) {
                Some(group) => group.push(digit),
                None => self.groups.push(digit.into()),
            }
            (self.joints, self.end) = (0, end);
            return true;
        }
        if is_invisible(c) {
            self.hides = true;
            return true;
        }
        self.joints += 1;
        self.joints <= 2
            && (matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}')
                || matches!(
                    c,
                    '\u{202f}' | '\u{2009}' | '\u{2010}'..='\u{2013}' | '－' | '（' | '）'
                ))
    }

    fn fault(&self) -> Option<Fault> {
        if self.hidden {
            Some(Fault::Hides)
        } else if self.zeros.len() > 1 {
            Some(Fault::Mixes)
        } else {
            None
        }
    }
}

/// What of a target is not as approved: `approved` are the tokens of what people agreed on, mostly
/// of the source.
///
/// Each approved token has to be there, and no other; how often does not matter.
pub fn critical(approved: &[Token], target: &Unit) -> Vec<Diagnostic> {
    let found = differences(approved, &target.text);
    found.into_iter().map(|it| it.diagnostic(target)).collect()
}

const HINT: Phrase = phrase!("write what was approved, or have another number approved");

fn differences(approved: &[Token], text: &str) -> Vec<Found> {
    let said = critical_tokens(text);
    let mut found = turned(text);
    for token in &said {
        if let Some(fault) = token.fault {
            let written = shown(&text[token.span.clone()]);
            let message = match fault {
                Fault::Hides => {
                    phrase!("`{written}` has characters in it that nobody sees", written)
                }
                Fault::Mixes => {
                    phrase!("`{written}` is written in several systems of digits", written)
                }
            };
            let hint = phrase!("write the number anew, in one system of digits");
            found.push(Found::new(&CRITICAL, Some(token.span.clone()), message, hint));
        }
    }
    let (given, told) = (Tokens::of(approved), Tokens::of(&said));
    let (given_of, told_of) = (given.made_of(&told), told.made_of(&given));
    for token in approved {
        if !told.has(token)
            && !given_of.contains(token.value.as_str())
            && told.parts(token).is_none()
        {
            let given = shown(&token.value);
            let message = phrase!("the approved `{given}` is not there", given);
            found.push(Found::new(&CRITICAL, None, message, HINT));
        }
    }
    for token in &said {
        if !given.has(token)
            && !told_of.contains(token.value.as_str())
            && given.parts(token).is_none()
        {
            let written = shown(&text[token.span.clone()]);
            let message = phrase!("`{written}` was not approved", written);
            found.push(Found::new(&CRITICAL, Some(token.span.clone()), message, HINT));
        }
    }
    found
}

/// The tokens of a text, to be looked up.
struct Tokens<'a> {
    all: &'a [Token],
    values: BTreeSet<(TokenKind, &'a str)>,
}

impl<'a> Tokens<'a> {
    fn of(all: &'a [Token]) -> Self {
        Self { all, values: all.iter().map(|it| (it.kind, it.value.as_str())).collect() }
    }

    fn has(&self, token: &Token) -> bool {
        self.values.contains(&(token.kind, token.value.as_str()))
    }

    /// What of these the other side's numbers are made of, where it has no such number itself:
    /// `112 24` may be `112` and `24`.
    fn made_of(&self, other: &Self) -> BTreeSet<String> {
        let joined = other.all.iter().filter(|it| !self.has(it));
        joined.filter_map(|it| self.parts(it)).flatten().collect()
    }

    /// The numbers of these that stand one after the other in `token`, where it is made of such.
    fn parts(&self, token: &Token) -> Option<Vec<String>> {
        /// The most groups of digits that one number has.
        const GROUPS: usize = 8;
        let plus = if token.value.starts_with('+') { "+" } else { "" };
        let groups = &token.groups;
        // For each group, where a number begins that ends before it.
        let mut ends: Vec<Option<(usize, String)>> = vec![None; groups.len() + 1];
        for end in 1..=groups.len() {
            for start in (end.saturating_sub(GROUPS)..end).rev() {
                if start > 0 && ends[start].is_none() {
                    continue;
                }
                let sign = if start == 0 { plus } else { "" };
                let value = format!("{sign}{}", groups[start..end].concat());
                if self.values.contains(&(TokenKind::Number, value.as_str())) {
                    ends[end] = Some((start, value));
                    break;
                }
            }
        }
        let (mut parts, mut at) = (Vec::new(), groups.len());
        while at > 0 {
            let (start, value) = ends[at].take()?;
            parts.push(value);
            at = start;
        }
        (!parts.is_empty()).then_some(parts)
    }
}

/// Controls that change the order in which digits are shown, or may do so behind the text.
///
/// Isolates from left to right are what numbers in right-to-left text ask for, where they are closed.
fn turned(text: &str) -> Vec<Found> {
    if !text.contains(is_bidi) {
        return Vec::new();
    }
    let mut open = Vec::new();
    let mut bad = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_bidi(*c)) {
        match c {
            '\u{2066}' | '\u{2068}' => open.push((at, c)),
            '\u{2069}' if open.pop().is_some() => {}
            _ => bad.push((at, c)),
        }
    }
    bad.extend(open);
    let problem = |(at, c): (usize, char)| {
        let message = phrase!("`{written}` may turn digits round", written = spelt(c));
        let hint =
            phrase!("remove it; put numbers in right-to-left text between U+2066 and U+2069");
        Found::new(&CRITICAL, Some(at..at + c.len_utf8()), message, hint)
    };
    bad.into_iter().map(problem).collect()
}

#[cfg(test)]
mod tests;
