//! Quotation marks: `quotation-marks`.

use std::ops::Range;

use hexapla_model::phrase;

use crate::check::QUOTATION;
use crate::found::Found;
use crate::profile::Profile;
use crate::quotes;
use crate::run::TextRun;
use crate::traits::QUOTE;

/// Double quotation marks that do not belong together, or are another language's.
pub(crate) fn quotation(run: &TextRun, profile: &Profile, found: &mut Vec<Found>) {
    if !run.traits.has(QUOTE) {
        return;
    }
    let mut open: Option<(usize, char)> = None;
    let mut told = false;
    for (at, c) in marks(&run.text) {
        let end = at + c.len_utf8();
        match open.take() {
            None if matches!(c, '」' | '』') => {
                found.push(unpaired(run, at..end, c));
                return;
            }
            None if is_measure(&run.text, at, c) => {}
            None => open = Some((at, c)),
            // What only opens is one within another.
            Some((_, '„')) if c == '„' => return,
            Some((_, first))
                if first != c
                    && is_opening(c)
                    && is_opening(first)
                    && !quotes::is_pair(first, c) =>
            {
                return;
            }
            Some((_, first)) if quotes::is_pair(first, c) => {
                if !told && first != '"' && !is_own(first, c, profile) {
                    told = true;
                    found.push(foreign(run, at..end, first, c, profile));
                }
            }
            // Plain ones within others come in pairs.
            Some(_) if c == '"' && run.text.matches('"').count().is_multiple_of(2) => return,
            Some((_, first)) => {
                let message = phrase!("`{first}` is closed by `{mark}`", first, mark = c);
                let (open, close) = profile.quotes[0];
                let hint = phrase!("write `{open}` and `{close}`", open, close);
                found.push(Found::new(&QUOTATION, run.place(&(at..end)), message, hint));
                return;
            }
        }
    }
    if let Some((at, c)) = open {
        found.push(unpaired(run, at..at + c.len_utf8(), c));
    }
}

fn is_own(open: char, close: char, profile: &Profile) -> bool {
    profile.quotes.contains(&(open, close))
        || quotes::is_also(profile.locale().language(), open, close)
}

fn foreign(run: &TextRun, span: Range<usize>, open: char, close: char, profile: &Profile) -> Found {
    let (own_open, own_close) = profile.quotes[0];
    let message = phrase!(
        "`{written}`, where `{locale}` has `{usual}`",
        written = format!("{open}{close}"),
        locale = profile.locale().as_str(),
        usual = format!("{own_open}{own_close}"),
    );
    let hint = phrase!("use the quotation marks of the language");
    Found::new(&QUOTATION, run.place(&span), message, hint).note()
}

fn unpaired(run: &TextRun, span: Range<usize>, mark: char) -> Found {
    let message = phrase!("`{mark}` stands without its other half", mark);
    Found::new(&QUOTATION, run.place(&span), message, phrase!("open and close each quotation"))
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '»' | '「' | '『' | '”')
}

/// The double quotation marks of a text.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let is_mark =
        |c: &char| matches!(c, '"' | '”' | '“' | '„' | '«' | '»' | '「' | '」' | '『' | '』');
    text.char_indices().filter(move |(_, c)| is_mark(c))
}

/// Whether the mark at `at` may be one of inches, of seconds, or of a Hebrew abbreviation.
fn is_measure(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().next_back();
    let within = c == '"'
        && before.is_some_and(char::is_alphabetic)
        && text[at + 1..].starts_with(char::is_alphabetic);
    within || matches!(c, '"' | '”') && before.is_some_and(|c| c.is_ascii_digit())
}
