//! Characters that nobody sees: `invisible-character`.

use hexapla_model::{Phrase, phrase};

use crate::check::INVISIBLE;
use crate::found::{Found, spelt};
use crate::profile::Profile;
use crate::run::TextRun;
use crate::traits::{self, is_bidi, is_invisible};

/// Characters that show nothing, where the script has no use for them.
pub(crate) fn invisible(run: &TextRun, profile: &Profile, found: &mut Vec<Found>) {
    if !run.traits.has(traits::INVISIBLE) {
        return;
    }
    let mut before = None;
    let mut chars = run.text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        if is_invisible(c) && !is_bidi(c) && !is_needed(c, before, after, profile) {
            found.push(unseen(run, at, c));
        }
        before = Some(c);
    }
}

fn unseen(run: &TextRun, at: usize, c: char) -> Found {
    let span = run.place(&(at..at + c.len_utf8()));
    let hint = phrase!("remove it: searching and reading aloud stumble over it");
    let problem = Found::new(&INVISIBLE, span.clone(), what(c), hint);
    match c {
        '\u{ad}' => problem.note(),
        _ => problem.mended(span, ""),
    }
}

fn what(c: char) -> Phrase {
    let written = spelt(c);
    match c {
        '\u{ad}' => phrase!("`{written}`, a soft hyphen", written),
        '\u{200b}' => phrase!("`{written}`, a space of no width", written),
        '\u{200c}' | '\u{200d}' => {
            phrase!("`{written}`, a joiner that joins or divides nothing", written)
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            phrase!("`{written}`, a mark of direction between letters of one", written)
        }
        '\u{feff}' => phrase!("`{written}`, a byte order mark", written),
        '\u{e0000}'..='\u{e007f}' => {
            phrase!("`{written}`, a tag character, which can hide a text", written)
        }
        _ => phrase!("`{written}`, which shows nothing", written),
    }
}

/// Whether a character that shows nothing has a use between these two.
fn is_needed(c: char, before: Option<char>, after: Option<char>, profile: &Profile) -> bool {
    let around = [before, after];
    match c {
        // Joiners shape the letters of scripts that join or stack, and emoji.
        '\u{200c}' | '\u{200d}' => around.into_iter().flatten().any(|c| !is_simple(c)),
        // Scripts without spaces say with it where a line may end, and so may long names.
        '\u{200b}' | '\u{2060}' => {
            profile.habits.unspaced || around.into_iter().flatten().any(|c| !is_simple(c))
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' => true,
        // The flags of England, Scotland and Wales are spelt with them.
        '\u{e0000}'..='\u{e007f}' => around.into_iter().flatten().any(|c| u32::from(c) >= 0x1f000),
        _ => false,
    }
}

/// Whether a character is of a script whose letters stand by themselves.
fn is_simple(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{80}'..='\u{52f}' | '\u{1e00}'..='\u{206f}' | '\u{fffc}')
}
