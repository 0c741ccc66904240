//! French spaces before marks: `french-spacing`.

use hexapla_model::{Phrase, phrase};

use super::is_beside;
use crate::check::FRENCH_SPACING;
use crate::found::Found;
use crate::profile::Profile;
use crate::run::TextRun;
use crate::traits::HIGH;

/// French marks without a no-break space before them.
pub(crate) fn french(target: &TextRun, profile: &Profile, found: &mut Vec<Found>) {
    if !profile.habits.spaced_marks || !target.traits.has(HIGH) {
        return;
    }
    let text = &target.text;
    for (at, c) in
        text.char_indices().filter(|(_, c)| matches!(c, ':' | ';' | '!' | '?' | '»' | '«'))
    {
        let end = at + c.len_utf8();
        let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
        let opens = c == '«';
        let (near, span) =
            if opens { (after, end..end + 1) } else { (before, at.saturating_sub(1)..at) };
        let ends_word = after.is_none_or(|c| c.is_whitespace() || is_beside(c));
        let problem = |message: Phrase| {
            let hint = phrase!("put a no-break space there (U+00A0 or U+202F)");
            Found::new(&FRENCH_SPACING, target.place(&(at..end)), message, hint)
        };
        match near {
            Some(' ') if opens || ends_word => {
                let message =
                    phrase!("a space beside `{mark}` at which the line may break", mark = c);
                found.push(problem(message).mended(target.place(&span), "\u{a0}"));
            }
            Some(near) if !opens && ends_word && near.is_alphabetic() && !ends_entity(text, at) => {
                let message = phrase!("no space before `{mark}`", mark = c);
                found.push(problem(message).mended(target.place(&(at..at)), "\u{a0}"));
            }
            _ => {}
        }
    }
}

/// Whether a semicolon ends an HTML entity, as in `&gt;`.
fn ends_entity(text: &str, at: usize) -> bool {
    let word = text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    text[at..].starts_with(';') && word.ends_with('&')
}
