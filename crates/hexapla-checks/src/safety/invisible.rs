//! Characters that nobody sees: `invisible-character`.

use crate::check::INVISIBLE;
use crate::found::Found;
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
    let message = format!("`\\u{{{:x}}}`, {}", u32::from(c), what(c));
    let problem = Found::new(
        &INVISIBLE,
        span.clone(),
        message,
        "remove it: searching and reading aloud stumble over it",
    );
    match c {
        '\u{ad}' => problem.note(),
        _ => problem.mended(span, ""),
    }
}

fn what(c: char) -> &'static str {
    match c {
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a space of no width",
        '\u{200c}' | '\u{200d}' => "a joiner that joins or divides nothing",
        '\u{200e}' | '\u{200f}' | '\u{61c}' => "a mark of direction between letters of one",
        '\u{feff}' => "a byte order mark",
        '\u{e0000}'..='\u{e007f}' => "a tag character, which can hide a text",
        _ => "which shows nothing",
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
