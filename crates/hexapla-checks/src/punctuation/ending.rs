//! How texts end: `end-punctuation`.

use std::ops::Range;

use hexapla_model::{Phrase, phrase};

use super::is_beside;
use crate::check::END_PUNCTUATION;
use crate::found::Found;
use crate::profile::Profile;
use crate::run::{FILLED, TextRun};
use crate::side::Profiles;

/// How a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Open,
    Stop,
    Question,
    Exclamation,
    Colon,
    Ellipsis,
}

impl End {
    fn of(text: &str, profile: &Profile) -> (Self, Range<usize>) {
        let text = text.trim_end_matches(is_beside);
        let Some(last) = text.chars().next_back() else { return (Self::Open, 0..0) };
        let span = text.len() - last.len_utf8()..text.len();
        let end = match last {
            _ if text.ends_with("...") => Self::Ellipsis,
            '.' | '。' | '।' | '॥' | '။' | '។' | '۔' | '։' | '．' | '᙮' | '።' => {
                Self::Stop
            }
            ';' if profile.habits.greek_question => Self::Question,
            '?' | '؟' | '？' | '\u{37e}' | '՞' => Self::Question,
            '!' | '！' | '՜' => Self::Exclamation,
            ':' | '：' | '՝' | '៖' | '፦' => Self::Colon,
            '…' | '⋯' => Self::Ellipsis,
            _ => return (Self::Open, text.len()..text.len()),
        };
        (end, span)
    }

    fn name(self) -> Phrase {
        match self {
            Self::Open => phrase!("no mark"),
            Self::Stop => phrase!("a full stop"),
            Self::Question => phrase!("a question mark"),
            Self::Exclamation => phrase!("an exclamation mark"),
            Self::Colon => phrase!("a colon"),
            Self::Ellipsis => phrase!("an ellipsis"),
        }
    }
}

/// Ends that differ in kind.
pub(crate) fn ending(
    source: &TextRun,
    target: &TextRun,
    profiles: Profiles<'_>,
    found: &mut Vec<Found>,
) {
    let (given, _) = End::of(&source.text, profiles.source);
    let (end, span) = End::of(&target.text, profiles.target);
    if given == end || target.text.ends_with(FILLED) != source.text.ends_with(FILLED) {
        return;
    }
    // How loud a text is, and whether it asks what its source says, is a matter of style.
    let louder = matches!(end, End::Question | End::Exclamation);
    let softer = given == End::Exclamation && end == End::Stop;
    let unmarked = profiles.target.habits.open_ends
        && (end == End::Open || (end == End::Stop && given != End::Ellipsis));
    if (louder && matches!(given, End::Open | End::Stop)) || softer || unmarked {
        return;
    }
    // The end of a greeting or of an item in a list.
    let goes_on = |text: &str| text.trim_end().ends_with([',', ';', '،', '؛', '、', '，', '；']);
    if goes_on(&source.text) || goes_on(&target.text) {
        return;
    }
    if end == End::Stop && given == End::Open && !is_sentence(&target.text) {
        return;
    }
    let message = phrase!(
        "ends with {end}, where the source has {given}",
        end = end.name(),
        given = given.name(),
    );
    let hint = phrase!("end it as the source does");
    let problem = Found::new(&END_PUNCTUATION, target.place(&span), message, hint);
    let unasked = given == End::Question && end != End::Question;
    found.push(if unasked { problem.warning() } else { problem });
}

/// Whether the stop at a text's end may be one: abbreviations and ordinals have stops of their own.
fn is_sentence(text: &str) -> bool {
    let last = text.trim_end_matches(['.', ' ']).rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    last.chars().filter(|c| c.is_alphabetic()).count() > 4
}
