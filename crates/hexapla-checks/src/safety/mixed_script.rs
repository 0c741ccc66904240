//! Words of several scripts: `mixed-script`.

use hexapla_model::phrase;
use icu_properties::props::Script;
use unicode_security::skeleton;

use crate::check::MIXED_SCRIPT;
use crate::found::{Found, shown};
use crate::profile::script;
use crate::run::TextRun;
use crate::traits::GREEK_OR_CYRILLIC;

/// Words that mix Latin, Greek and Cyrillic letters which look alike (UTS 39).
pub(crate) fn mixed_script(run: &TextRun, found: &mut Vec<Found>) {
    if !run.traits.has(GREEK_OR_CYRILLIC) || run.traits.ascii_letters == 0 {
        return;
    }
    let mut start = None;
    for (at, c) in run.text.char_indices().chain([(run.text.len(), ' ')]) {
        match (start, is_letter(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let word = &run.text[from..at];
                if deceives(word) {
                    found.push(mixed(run, from, word));
                }
            }
            _ => {}
        }
    }
}

/// Whether a character is a letter; quick to tell of those that are mixed.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{bf}' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{373}' | '\u{386}'..='\u{481}' => {
            c != '×' && c != '÷' && c != '·'
        }
        _ => c.is_alphabetic(),
    }
}

/// Whether the letters of one script in a word all look like those of its other script.
fn deceives(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let (mut latin, mut other) = (Vec::new(), Vec::new());
    for c in word.chars() {
        match script(c) {
            Script::Latin => latin.push(c),
            Script::Greek | Script::Cyrillic => other.push(c),
            _ => return false,
        }
    }
    if latin.is_empty() || other.is_empty() {
        return false;
    }
    // A name with an ending behind it, or an abbreviation, is written on purpose.
    let alike = if latin.len() < other.len() {
        latin.iter().all(|c| "aceiopxyABCEHIKMOPTXY".contains(*c))
    } else {
        other.iter().all(|c| looks_latin(*c))
    };
    alike && !is_inflected(word)
}

/// Whether a Cyrillic or Greek letter looks like a Latin one of ASCII.
fn looks_latin(c: char) -> bool {
    skeleton(c.encode_utf8(&mut [0; 4])).all(|it| it.is_ascii_alphabetic())
}

/// Whether a word is two Latin letters or more with two or more of another script behind them.
fn is_inflected(word: &str) -> bool {
    let scripts: Vec<Script> = word.chars().map(script).collect();
    let changes: Vec<usize> =
        (1..scripts.len()).filter(|at| scripts[*at] != scripts[*at - 1]).collect();
    match changes[..] {
        [change] => scripts[0] == Script::Latin && change >= 2 && scripts.len() - change >= 2,
        _ => false,
    }
}

fn mixed(run: &TextRun, at: usize, word: &str) -> Found {
    let letters = word.chars().filter(|c| script(*c) != Script::Latin);
    let letters: Vec<String> =
        letters.map(|c| format!("`{c}` (U+{:04X})", u32::from(c))).take(3).collect();
    let (written, letters) = (shown(word), letters.join(", "));
    let message = phrase!("`{written}` mixes Latin letters with {letters}", written, letters);
    let hint = phrase!("type the word anew with the letters of one script");
    Found::new(&MIXED_SCRIPT, run.place(&(at..at + word.len())), message, hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_two_scripts_deceive_where_letters_look_alike() {
        for word in ["Firefоx", "раypal", "сайтa", "Ηello"] {
            assert!(deceives(word), "{word}");
        }
        for word in ["Firefox", "сайт", "SMSки", "VPNом", "données", "日本go"] {
            assert!(!deceives(word), "{word}");
        }
    }
}
