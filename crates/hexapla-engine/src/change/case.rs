//! Upper and lower case.

use super::class::ChangeClass;
use super::piece::Piece;

/// What kind of change the case of words is, in two passages with the same words: none, small, or
/// one that may make another word of it (`Polish` and `polish`, `US` and `us`, `Sie` and `sie`).
pub(super) fn class(old: &[Piece], new: &[Piece]) -> Option<ChangeClass> {
    let (old, new) = (words(old), words(new));
    let titled = [&old, &new].into_iter().any(|words| is_titled(words));
    let changed: Vec<bool> = old.iter().zip(&new).map(|(a, b)| a.exact != b.exact).collect();
    // A single word that changes in a text of acronyms is no change of style.
    let restyled = changed.iter().filter(|it| **it).count() > 2
        && [&old, &new].into_iter().any(|words| is_shouted(words));
    let graver = |at: usize| {
        let (old, new) = (old[at], new[at]);
        let styled = titled || is_in_phrase(&changed, at);
        let small = restyled
            || is_loud(&old.exact, &new.exact)
            || (is_first_letter(&old.exact, &new.exact)
                && (old.first || new.first || (styled && !PRONOUNS.contains(&old.key.as_str()))));
        if small { ChangeClass::Case } else { ChangeClass::Wording }
    };
    (0..changed.len()).filter(|&at| changed[at]).map(graver).max()
}

/// Whether the word stands among three neighbours or more that changed together, as in the title of
/// an office: no name becomes another word that way.
fn is_in_phrase(changed: &[bool], at: usize) -> bool {
    let ahead = changed[at..].iter().take_while(|it| **it).count();
    let behind = changed[..at].iter().rev().take_while(|it| **it).count();
    ahead + behind >= 3
}

/// Words that mean somebody else when they are written small.
const PRONOUNS: [&str; 11] =
    ["sie", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "ihnen", "lei", "loro", "suo"];

/// The longest word that may be an acronym.
const ACRONYM: usize = 5;

fn words(pieces: &[Piece]) -> Vec<&Piece> {
    pieces.iter().filter(|piece| piece.class == ChangeClass::Wording).collect()
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

fn is_upper(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// Whether a text is written in capitals throughout.
fn is_shouted(words: &[&Piece]) -> bool {
    let cased = |it: &&&Piece| it.exact.to_uppercase() != it.exact.to_lowercase();
    words.iter().filter(cased).all(|word| is_upper(&word.exact))
}

/// Whether a text is written as English titles are: one line whose words, or at least whose longer
/// ones, all begin with a capital, two or more of them behind the first.
fn is_titled(words: &[&Piece]) -> bool {
    let begins = |word: &&Piece| word.exact.starts_with(char::is_uppercase);
    let all = |longer: bool| {
        let behind: Vec<&Piece> = words
            .iter()
            .filter(|word| !word.first && (!longer || letters(&word.exact) > 3))
            .copied()
            .collect();
        behind.len() > 1 && behind.iter().all(begins)
    };
    words.iter().filter(|word| word.first).count() == 1 && (all(false) || all(true))
}

/// Whether only the first letters differ, of words that are no acronyms.
fn is_first_letter(old: &str, new: &str) -> bool {
    let rest = |word: &str| word.chars().skip(1).collect::<String>();
    let acronym = |word: &str| is_upper(word) && (2..=ACRONYM).contains(&letters(word));
    rest(old) == rest(new) && !acronym(old) && !acronym(new)
}

/// Whether one is a longer word in capitals, and the other the same word written as usual.
fn is_loud(old: &str, new: &str) -> bool {
    let usual = |word: &str| !word.chars().skip(1).any(char::is_uppercase);
    letters(old) > ACRONYM && ((is_upper(old) && usual(new)) || (is_upper(new) && usual(old)))
}
