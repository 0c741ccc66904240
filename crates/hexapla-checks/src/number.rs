//! Numbers in words: `number-differs`.

use std::ops::Range;

use hexapla_model::{Phrase, phrase};

use crate::check::NUMBER;
use crate::digits;
use crate::found::{Found, shown};
use crate::profile::Profile;
use crate::run::TextRun;
use crate::settle::settle;
use crate::side::Pair;
use crate::traits::DIGIT;

/// A number in a text.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    /// Where it stands in the run.
    pub(crate) span: Range<usize>,
    /// Its groups of digits, in ASCII.
    pub(crate) groups: Vec<String>,
    /// What stands between them.
    pub(crate) joints: Vec<char>,
}

/// The most groups of digits that are one number.
const GROUPS: usize = 12;

/// The numbers of a text, in order, but for those within `taken`, which are in order too.
pub(crate) fn numbers(text: &str, taken: &[Range<usize>]) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut taken = taken.iter().peekable();
    while let Some((at, c)) = chars.next() {
        while taken.peek().is_some_and(|it| it.end <= at) {
            taken.next();
        }
        let Some(first) =
            digits::value(c).filter(|_| !taken.peek().is_some_and(|it| it.contains(&at)))
        else {
            continue;
        };
        let (mut group, mut end) = (String::from(first), at + c.len_utf8());
        while let Some((next, digit)) =
            chars.peek().and_then(|(at, c)| Some((*at + c.len_utf8(), digits::value(*c)?)))
        {
            group.push(digit);
            end = next;
            chars.next();
        }
        let last = numbers.last_mut().filter(|last| last.groups.len() < GROUPS);
        match last.and_then(|last| Some((joint(&text[last.span.end..at])?, last))) {
            Some((joint, last)) => {
                last.joints.push(joint);
                last.groups.push(group);
                last.span.end = end;
            }
            None => numbers.push(Number { span: at..end, groups: vec![group], joints: Vec::new() }),
        }
    }
    numbers
}

/// The one character between two groups of digits that makes them one number.
fn joint(between: &str) -> Option<char> {
    let mut chars = between.chars();
    let only = chars.next().filter(|_| chars.next().is_none())?;
    let joins = matches!(
        only,
        '.' | ','
            | '\u{a0}'
            | '\u{202f}'
            | '\u{2009}'
            | '\u{66b}'
            | '\u{66c}'
            | '\''
            | '’'
            | ' '
            | '،'
    );
    joins.then_some(only)
}

impl Number {
    fn digits(&self) -> String {
        self.groups.concat()
    }

    /// Whether it reads as groups of thousands: `1 000 000`, `1,20,000`.
    fn is_grouped(&self) -> bool {
        self.groups.len() > 1
            && self.groups[0].len() <= 3
            && self.groups[1..].iter().all(|it| (2..=3).contains(&it.len()))
            && self.groups.last().is_some_and(|it| it.len() == 3)
    }

    /// Its value as a locale writes numbers, without zeros that say nothing.
    fn value(&self, profile: &Profile) -> String {
        let fraction = self.joints.iter().rposition(|it| *it == profile.decimal);
        let is_last = fraction.is_some_and(|at| at + 1 == self.joints.len());
        if !is_last || self.joints.iter().filter(|it| **it == profile.decimal).count() > 1 {
            return self.digits();
        }
        let (whole, fraction) = self.groups.split_at(self.groups.len() - 1);
        let fraction = fraction.concat();
        match fraction.trim_end_matches('0') {
            "" => whole.concat(),
            fraction => format!("{}.{fraction}", whole.concat()),
        }
    }

    /// Whether a reader may take both for the same.
    fn is_like(&self, own: &Profile, other: &Self, others: &Profile) -> bool {
        if self.value(own) == other.value(others) {
            return true;
        }
        // The separators of another locale, where both have some.
        let same = self.digits() == other.digits();
        let unjoined = self.joints.is_empty() || other.joints.is_empty();
        let grouped = |it: &Self| it.joints.is_empty() || it.is_grouped();
        same && (!unjoined || (grouped(self) && grouped(other)))
    }
}

/// The most numbers of a pattern that are compared.
const MOST: usize = 200;

/// The numbers of a pattern: each, and each of its groups by itself.
pub(crate) struct Numbers<'a> {
    profile: &'a Profile,
    all: Vec<Number>,
    pub(crate) runs: Vec<&'a TextRun>,
    /// For each number, the run that it stands in.
    of: Vec<usize>,
}

impl<'a> Numbers<'a> {
    fn of(profile: &'a Profile, runs: Vec<&'a TextRun>, taken: &[Vec<Range<usize>>]) -> Self {
        let (mut all, mut of) = (Vec::new(), Vec::new());
        for (at, (run, taken)) in runs.iter().zip(taken).enumerate() {
            if run.traits.has(DIGIT) {
                let found = numbers(&run.text, taken);
                of.extend(found.iter().map(|_| at));
                all.extend(found);
                all.truncate(MOST);
                of.truncate(MOST);
            }
        }
        Self { profile, all, runs, of }
    }

    /// Whether one of these, or some of its groups, says the same as `number`.
    fn has(&self, number: &Number, others: &Profile) -> bool {
        let like = |it: &Number| number.is_like(others, it, self.profile);
        if self.all.iter().any(like) {
            return true;
        }
        let plain = |group: &str| group.trim_start_matches('0').to_owned();
        let wanted: Vec<String> = number.groups.iter().map(|it| plain(it)).collect();
        let given: Vec<String> =
            self.all.iter().flat_map(|it| &it.groups).map(|it| plain(it)).collect();
        // A fraction is no number of its own.
        let fractions = number.value(others).contains('.');
        let whole = |it: &String| !fractions && given.contains(it);
        given.windows(wanted.len()).any(|it| it == wanted) || wanted.iter().all(whole)
    }

    fn missing_in(&self, other: &Self) -> Vec<usize> {
        (0..self.all.len()).filter(|at| !other.has(&self.all[*at], self.profile)).collect()
    }

    /// The value of a number without its fraction, where it is not too large.
    pub(crate) fn value(&self, at: usize) -> Option<u64> {
        self.all[at].digits().parse().ok()
    }

    /// What stands behind a number.
    pub(crate) fn after(&self, at: usize) -> &str {
        &self.runs[self.of[at]].text[self.all[at].span.end..]
    }

    fn shown(&self, at: usize) -> String {
        shown(&self.runs[self.of[at]].text[self.all[at].span.clone()])
    }
}

/// Numbers that only one side has.
pub(crate) fn differing(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let any = |runs: &[TextRun]| runs.iter().any(|run| run.traits.has(DIGIT));
    if !any(&pair.source.runs) && !any(&pair.target.runs) {
        return;
    }
    for pattern in pair.patterns() {
        let taken = |runs: &[&TextRun]| -> Vec<Vec<Range<usize>>> {
            runs.iter().map(|run| crate::address::spans(&run.text, run.traits)).collect()
        };
        if !pattern.source.iter().chain(&pattern.target).any(|run| run.traits.has(DIGIT)) {
            continue;
        }
        let (of_source, of_target) = (taken(&pattern.source), taken(&pattern.target));
        let given = Numbers::of(pair.profiles.source, pattern.source, &of_source);
        let said = Numbers::of(pair.profiles.target, pattern.target, &of_target);
        tell(&given, &said, found);
    }
}

fn tell(given: &Numbers<'_>, said: &Numbers<'_>, found: &mut Vec<Found>) {
    let (mut lost, mut new) = (given.missing_in(said), said.missing_in(given));
    if lost.is_empty() && new.is_empty() {
        return;
    }
    settle(given, said, &mut lost, &mut new);
    const HINT: Phrase = phrase!("write the source's number, in the digits that the locale uses");
    for (nth, at) in new.iter().enumerate() {
        let number = &said.all[*at];
        let place = said.runs[said.of[*at]].cover(&number.span);
        let written = said.shown(*at);
        let message = match lost.get(nth) {
            Some(lost) => {
                let given = given.shown(*lost);
                phrase!("`{written}`, where the source has `{given}`", written, given)
            }
            None => phrase!("the source has no number `{written}`", written),
        };
        found.push(Found::new(&NUMBER, place, message, HINT));
    }
    for at in lost.iter().skip(new.len()) {
        let given = given.shown(*at);
        let message = phrase!("the source's number `{given}` is not there", given);
        found.push(Found::new(&NUMBER, None, message, HINT));
    }
}
