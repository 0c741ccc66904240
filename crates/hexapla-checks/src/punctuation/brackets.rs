//! Brackets: `brackets-unbalanced`.

use hexapla_model::phrase;

use crate::check::BRACKETS;
use crate::found::Found;
use crate::run::TextRun;
use crate::traits::BRACKET;

/// Brackets that nothing opens or closes, where the source has none such.
pub(crate) fn brackets(source: Option<&TextRun>, target: &TextRun, found: &mut Vec<Found>) {
    if !target.traits.has(BRACKET) {
        return;
    }
    let Some((at, c)) = unbalanced(&target.text) else { return };
    if source.is_some_and(|source| source.traits.has(BRACKET) && unbalanced(&source.text).is_some())
    {
        return;
    }
    let message = match "([（［【".contains(c) {
        true => phrase!("nothing closes `{mark}`", mark = c),
        false => phrase!("nothing opens `{mark}`", mark = c),
    };
    let span = target.place(&(at..at + c.len_utf8()));
    found.push(Found::new(&BRACKETS, span, message, phrase!("write both brackets, or none")));
}

/// The first bracket without its other half. Full and half widths go together.
fn unbalanced(text: &str) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        let plain = match c {
            '(' | '（' => '(',
            ')' | '）' => ')',
            '[' | '［' => '[',
            ']' | '］' => ']',
            '【' | '】' => c,
            _ => continue,
        };
        let opened = match plain {
            ')' => '(',
            ']' => '[',
            '】' => '【',
            _ => {
                open.push((at, c, plain));
                continue;
            }
        };
        if open.last().is_some_and(|it| it.2 == opened) {
            open.pop();
        } else if !is_no_bracket(text, at) {
            return Some((at, c));
        }
    }
    open.first().map(|(at, c, _)| (*at, *c))
}

/// Whether a closing bracket belongs to a face, or to the letter or number of a list: `:)`, `a)`.
fn is_no_bracket(text: &str, at: usize) -> bool {
    // Only what is near matters.
    let near = (at.saturating_sub(12)..at).find(|it| text.is_char_boundary(*it)).unwrap_or(at);
    let before = text[near..at].trim_end_matches(['-', ')']);
    let word = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    before.ends_with([':', ';', '='])
        || word.chars().count() <= 2 && word.chars().all(char::is_alphanumeric)
}
