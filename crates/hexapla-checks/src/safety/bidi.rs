//! Controls of direction: `bidi-control`.

use hexapla_model::{Phrase, phrase};

use crate::check::BIDI;
use crate::found::{Found, spelt};
use crate::run::TextRun;
use crate::traits::{self, is_bidi};

/// The most controls of a run that are looked at.
const MOST: usize = 100;

/// Controls of direction that are left open or override (UAX 9).
pub(crate) fn bidi(run: &TextRun, found: &mut Vec<Found>) {
    if !run.traits.has(traits::BIDI) {
        return;
    }
    const HINT: Phrase =
        phrase!("remove it; where a direction is needed, isolate with U+2068 and U+2069");
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut tell = |at: usize, c: char, message: Phrase| {
        let span = run.place(&(at..at + c.len_utf8()));
        found.push(Found::new(&BIDI, span, message, HINT));
    };
    for (at, c) in run.text.char_indices().filter(|(_, c)| is_bidi(*c)).take(MOST) {
        match c {
            '\u{202d}' | '\u{202e}' => {
                tell(at, c, phrase!("`{written}` overrides the direction", written = spelt(c)));
                open.push((at, '\u{202c}'));
            }
            '\u{202a}' | '\u{202b}' => open.push((at, '\u{202c}')),
            '\u{2066}'..='\u{2068}' => open.push((at, '\u{2069}')),
            _ if open.last().is_some_and(|(_, close)| *close == c) => drop(open.pop()),
            _ => tell(at, c, phrase!("`{written}` closes nothing", written = spelt(c))),
        }
    }
    for (at, _) in open {
        if let Some(c) =
            run.text[at..].chars().next().filter(|c| !matches!(c, '\u{202d}' | '\u{202e}'))
        {
            tell(at, c, phrase!("`{written}` is not closed", written = spelt(c)));
        }
    }
}
