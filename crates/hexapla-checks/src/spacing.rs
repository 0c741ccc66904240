//! Spaces, lines and words that stand twice: `space-edge`, `space-doubled`, `word-doubled`,
//! `newline-differs`.

use hexapla_model::{Phrase, UnitKind, phrase};

use crate::check::{NEWLINE, SPACE_DOUBLED, SPACE_EDGE, WORD_DOUBLED};
use crate::found::{Found, shown};
use crate::profile::Profile;
use crate::run::TextRun;
use crate::side::Pair;
use crate::traits::DOUBLE_SPACE;

/// Whether spaces and lines of a unit mean something by themselves.
pub(crate) fn is_catalogue(kind: UnitKind) -> bool {
    matches!(kind, UnitKind::Field | UnitKind::ArrayItem)
}

/// Space at the edges of a catalogue's text that only one side has.
pub(crate) fn edge(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let (source, target) = (&pair.source.unit.text, &pair.target.unit.text);
    if !is_catalogue(pair.target.unit.kind) || source.trim().is_empty() || target.trim().is_empty()
    {
        return;
    }
    let blank = |c: char| matches!(c, ' ' | '\t');
    let start = |text: &str| text.len() - text.trim_start_matches(blank).len();
    let (given, own) = (start(source), start(target));
    if source[..given] != target[..own] {
        let message = match &source[..given] {
            "" => phrase!("begins with space, which the source does not"),
            _ => phrase!("begins with other space than the source"),
        };
        found.push(tell(message, 0..own, &source[..given]));
    }
    let end = |text: &str| text.trim_end_matches(blank).len();
    let (given, own) = (end(source), end(target));
    if source[given..] != target[own..] {
        let message = match &source[given..] {
            "" => phrase!("ends with space, which the source does not"),
            _ => phrase!("ends with other space than the source"),
        };
        found.push(tell(message, own..target.len(), &source[given..]));
    }
}

fn tell(message: Phrase, span: std::ops::Range<usize>, given: &str) -> Found {
    let hint = phrase!("programs join such texts: keep the source's space");
    Found::new(&SPACE_EDGE, Some(span.clone()), message, hint).mended(Some(span), given)
}

/// Two spaces in a row, where the source has none.
pub(crate) fn doubled(
    source: Option<&TextRun>,
    kind: UnitKind,
    run: &TextRun,
    found: &mut Vec<Found>,
) {
    let shows = matches!(
        kind,
        UnitKind::Message | UnitKind::Term | UnitKind::Field | UnitKind::ArrayItem | UnitKind::Cue
    );
    let given = source.is_some_and(|source| source.traits.has(DOUBLE_SPACE));
    if !shows || given || !run.traits.has(DOUBLE_SPACE) {
        return;
    }
    let mut at = 0;
    while let Some(start) = run.text[at..].find("  ").map(|found| at + found) {
        let end = start + run.text[start..].bytes().take_while(|it| *it == b' ').count();
        at = end;
        // Margins and the space at edges are others' affair.
        let inside = run.text[..start].ends_with(|c: char| !c.is_whitespace())
            && run.text[end..].starts_with(|c: char| !c.is_whitespace());
        if let Some(span) = run.place(&(start..end)).filter(|_| inside) {
            let message = phrase!("two spaces in a row");
            let problem =
                Found::new(&SPACE_DOUBLED, Some(span.clone()), message, phrase!("write one"));
            found.push(problem.mended(Some(span), " "));
        }
    }
}

/// Words that grammar puts twice in a row: German relative clauses, French reflexive verbs.
fn is_grammar(language: &str, word: &str) -> bool {
    let words: &[&str] = match language {
        "de" => &["die", "der", "das", "den", "dem", "sie"],
        "nl" => &["die", "dat", "haar", "het"],
        "fr" => &["nous", "vous"],
        "en" => &["that", "had", "very"],
        "it" => &["piano", "via", "man"],
        "cy" => &["bod"],
        _ => &[],
    };
    words.contains(&word.to_lowercase().as_str())
}

/// A word that stands twice in a row.
pub(crate) fn word_doubled(
    source: Option<&TextRun>,
    run: &TextRun,
    profile: &Profile,
    found: &mut Vec<Found>,
) {
    if profile.habits.doubles_words || profile.habits.unspaced {
        return;
    }
    let Some((start, end)) = twice(&run.text) else { return };
    if source.is_some_and(|source| twice(&source.text).is_some()) {
        return;
    }
    let word = &run.text[start..end];
    let Some(span) = run.place(&(start..end)) else { return };
    let message = phrase!("`{written}` stands twice", written = shown(word));
    if !word.split(' ').next().is_some_and(|it| is_grammar(profile.locale().language(), it)) {
        found.push(Found::new(&WORD_DOUBLED, Some(span), message, phrase!("say it once")));
    }
}

/// Where a word of three bytes or more is followed by itself, with one space between.
fn twice(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut before = 0..0;
    let mut start = 0;
    for at in spaces(bytes) {
        let word = start..at;
        let same = word.len() > 2
            && word.len() == before.len()
            && before.end + 1 == word.start
            && bytes[word.clone()] == bytes[before.clone()];
        if same && text[word.clone()].chars().all(char::is_alphabetic) {
            return Some((before.start, word.end));
        }
        // The word at a text's end may have a mark behind it.
        if at == bytes.len()
            && before.len() > 2
            && word.len() > before.len()
            && before.end + 1 == word.start
        {
            let rest = text.get(word.start + before.len()..)?;
            let same = bytes[word.start..].starts_with(&bytes[before.clone()]);
            let ends = rest.chars().all(|c| matches!(c, '.' | ',' | '!' | '?' | ':' | '…'));
            if same && ends && text[before.clone()].chars().all(char::is_alphabetic) {
                return Some((before.start, word.start + before.len()));
            }
        }
        before = word;
        start = at + 1;
    }
    None
}

/// The places of spaces, and the end.
fn spaces(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let spaces = bytes.iter().enumerate().filter(|(_, byte)| **byte == b' ').map(|(at, _)| at);
    spaces.chain([bytes.len()])
}

/// Line breaks of a catalogue's text that only one side has.
pub(crate) fn newline(pair: &Pair<'_>, found: &mut Vec<Found>) {
    let (source, target) = (&pair.source.unit.text, &pair.target.unit.text);
    if !is_catalogue(pair.target.unit.kind) || target.trim().is_empty() {
        return;
    }
    let (given, own) = (breaks(source), breaks(target));
    if given == own {
        return;
    }
    let message =
        phrase!("{lines}, where the source has {given}", lines = lines(own), given = lines(given));
    let problem = Found::new(&NEWLINE, None, message, phrase!("break lines as the source does"));
    let edges = source.ends_with('\n') != target.ends_with('\n')
        || source.starts_with('\n') != target.starts_with('\n');
    found.push(if edges { problem } else { problem.note() });
}

fn breaks(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

fn lines(count: usize) -> Phrase {
    match count {
        0 => phrase!("no line break", count),
        1 => phrase!("{count} line break", count),
        _ => phrase!("{count} line breaks", count),
    }
}
