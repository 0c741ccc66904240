//! Spanish questions and exclamations: `spanish-inverted`.

use hexapla_model::phrase;

use crate::check::SPANISH_INVERTED;
use crate::found::Found;
use crate::profile::Profile;
use crate::run::{FILLED, TextRun};
use crate::traits::ASKS;

/// Spanish questions and exclamations that nothing opens.
pub(crate) fn inverted(
    source: &TextRun,
    target: &TextRun,
    profile: &Profile,
    found: &mut Vec<Found>,
) {
    if !profile.habits.opened_questions || !target.traits.has(ASKS) {
        return;
    }
    for (open, close) in [('¿', '?'), ('¡', '!')] {
        let text = &target.text;
        let ends = text.match_indices(close).filter(|(at, _)| ends_sentence(text, *at)).count();
        if ends <= text.matches(open).count() || text.contains(['¿', '¡']) && ends == 1 {
            continue;
        }
        let message = match close {
            '?' => phrase!("a question without `{open}`", open),
            _ => phrase!("an exclamation without `{open}`", open),
        };
        let span = text.rfind(close).and_then(|at| target.place(&(at..at + 1)));
        let hint = phrase!("begin it with `{open}`", open);
        let problem = Found::new(&SPANISH_INVERTED, span, message, hint);
        let is_one = sentence(&source.text, close).is_some();
        let start = sentence(text, close).filter(|_| is_one && ends == 1);
        let place = start.and_then(|at| target.place(&(at..at)));
        found.push(problem.mended(place, open.to_string()));
    }
}

/// Whether the mark at `at` ends a sentence, and is no part of an address or a name.
fn ends_sentence(text: &str, at: usize) -> bool {
    let after = text[at + 1..].chars().next();
    let before = text[..at].chars().next_back();
    before.is_some_and(|c| c.is_alphabetic() || c == FILLED || c.is_numeric() || c == '»')
        && after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '?' | '!'))
}

/// Where the only sentence of a text begins, if the text is one that ends with `mark`.
fn sentence(text: &str, mark: char) -> Option<usize> {
    let inside = text.trim_end().strip_suffix(mark)?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’');
    let begins = inside.chars().next().is_some_and(char::is_alphabetic);
    (begins && inside.chars().all(plain)).then_some(0)
}
