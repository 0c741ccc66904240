//! In which language a text is: `same-as-source`, `wrong-script`, `wrong-language`,
//! `unexpected-character`, `length`.

use hexapla_model::phrase;
use icu_properties::PropertyNamesShort;
use icu_properties::props::Script;

use crate::check::{LENGTH, SAME_AS_SOURCE, UNEXPECTED_CHARACTER, WRONG_LANGUAGE, WRONG_SCRIPT};
use crate::found::{Found, shown};
use crate::function_words;
use crate::profile::{Profile, script};
use crate::run::{FILLED, TextRun};
use crate::side::{Pair, Profiles};

/// The least letters from which a script can be told.
const SCRIPT_LETTERS: usize = 20;

/// The least letters from which a language can be told.
const LANGUAGE_LETTERS: usize = 60;

/// Of how many bytes a language is told: more makes it no surer.
const LANGUAGE_BYTES: usize = 400;

/// A text in the source's words, in another script, or in another language; at most one of them.
pub(crate) fn language(
    source: Option<&TextRun>,
    run: &TextRun,
    profiles: Profiles<'_>,
    found: &mut Vec<Found>,
) {
    let profile = profiles.target;
    if let Some(source) = source
        && !profiles.source.locale().same_language(profile.locale())
        && source.text == run.text
    {
        if is_sentence(&run.text) {
            let message = phrase!("`{written}` is the source's text", written = shown(&run.text));
            let hint = phrase!("translate it; if it is meant to be the same, accept it");
            found.push(Found::new(&SAME_AS_SOURCE, None, message, hint));
        }
        return;
    }
    if !wrong_script(run, profile, found) {
        wrong_language(run, profiles, found);
    }
}

/// Whether a text has three words or more that are no names.
fn is_sentence(text: &str) -> bool {
    let plain = |word: &&str| {
        word.chars().next().is_some_and(char::is_lowercase)
            && word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !word.contains(['.', '/', '@', '_', FILLED])
    };
    text.split_whitespace().filter(plain).take(3).count() == 3
}

/// Most letters in a script that the locale is not written in. Names may be; words are not.
fn wrong_script(run: &TextRun, profile: &Profile, found: &mut Vec<Found>) -> bool {
    let latin = profile.scripts.contains(&Script::Latin);
    let (ascii, beyond) = (run.traits.ascii_letters as usize, run.traits.beyond_ascii as usize);
    if profile.scripts.is_empty() || ascii + beyond < SCRIPT_LETTERS || (latin && ascii >= beyond) {
        return false;
    }
    let own_letters = |c: &char| c.is_alphabetic() && profile.writes(*c);
    let (own, other) = if latin {
        let other = |c: &char| c.is_alphabetic() && !profile.writes(*c);
        let count = run.text.chars().filter(other).count();
        (ascii, count)
    } else {
        // Words of names begin with capitals.
        let names = run.traits.small_words < 3 && beyond * 4 < ascii;
        if ascii < beyond || names {
            return false;
        }
        (run.text.chars().filter(own_letters).count(), ascii)
    };
    if own * 10 >= other || other < SCRIPT_LETTERS {
        return false;
    }
    let first = run.text.chars().find(|c| c.is_alphabetic() && !profile.writes(*c));
    let names = PropertyNamesShort::<Script>::new();
    let name = |script| names.get(script).unwrap_or("another");
    let (is, expected) = (first.map_or("another", |c| name(script(c))), name(profile.scripts[0]));
    let message = phrase!(
        "written in the script {script}, where `{locale}` is written in {expected}",
        script = is,
        locale = profile.locale().as_str(),
        expected,
    );
    found.push(Found::new(
        &WRONG_SCRIPT,
        None,
        message,
        phrase!("is it a text of another locale?"),
    ));
    true
}

/// A text that is surely in another language.
fn wrong_language(run: &TextRun, profiles: Profiles<'_>, found: &mut Vec<Found>) {
    let Some(own) = profiles.target.language else { return };
    let letters = (run.traits.ascii_letters + run.traits.beyond_ascii) as usize;
    if letters < LANGUAGE_LETTERS
        || run.traits.small_words < 6 && run.traits.ascii_letters * 2 > run.traits.beyond_ascii
    {
        return;
    }
    let end =
        (0..=LANGUAGE_BYTES.min(run.text.len())).rev().find(|at| run.text.is_char_boundary(*at));
    let text = &run.text[..end.unwrap_or_default()];
    // Telling two languages apart is quick; whether it is a third one is asked of few texts only.
    if has_own_words(text, profiles.target) {
        return;
    }
    let likely = suspects(own, profiles.source.language);
    let quick = whatlang::Detector::with_allowlist(likely).detect_lang(text);
    if quick.is_none_or(|it| it == own) {
        return;
    }
    let Some(info) = whatlang::detect(text).filter(|it| it.is_reliable() && it.confidence() >= 1.0)
    else {
        return;
    };
    if info.lang() == own || is_near(own, info.lang()) {
        return;
    }
    let message = phrase!("seems to be in {language}", language = info.lang().eng_name());
    let hint = phrase!("is it a text of another locale?");
    found.push(Found::new(&WRONG_LANGUAGE, None, message, hint));
}

/// The languages that a text in the wrong one is mostly in.
fn suspects(own: whatlang::Lang, source: Option<whatlang::Lang>) -> Vec<whatlang::Lang> {
    let mut likely = vec![own];
    likely.extend(source);
    likely
}

/// Languages that are written so alike that a short text may be taken for the other.
fn is_near(own: whatlang::Lang, other: whatlang::Lang) -> bool {
    use whatlang::Lang::{
        Afr, Aze, Bel, Bul, Cat, Ces, Dan, Fra, Hrv, Ita, Mkd, Nld, Nob, Por, Rus, Slk, Slv, Spa,
        Srp, Swe, Tuk, Tur, Ukr, Uzb,
    };
    const NEAR: &[&[whatlang::Lang]] = &[
        &[Dan, Nob, Swe],
        &[Ces, Slk, Slv, Hrv, Srp],
        &[Spa, Por, Cat, Ita, Fra],
        &[Nld, Afr],
        &[Rus, Ukr, Bel, Bul, Mkd, Srp],
        &[Tur, Aze, Tuk, Uzb],
    ];
    NEAR.iter().any(|group| group.contains(&own) && group.contains(&other))
}

/// Whether a text has the most common words of its language, or letters that it uses beyond ASCII:
/// what is in it of another language are names then.
fn has_own_words(text: &str, profile: &Profile) -> bool {
    if function_words::are_in(text, profile.function_words) {
        return true;
    }
    let own = |c: &char| !c.is_ascii() && c.is_alphabetic() && profile.uses(*c);
    text.chars().filter(own).take(3).count() == 3
}

/// Letters of the locale's script that its language does not use, and that the source has not.
pub(crate) fn unexpected(
    source: Option<&TextRun>,
    run: &TextRun,
    profile: &Profile,
    found: &mut Vec<Found>,
) {
    if run.traits.beyond_ascii == 0 {
        return;
    }
    let strange = |c: char| {
        let is_told = !c.is_ascii() && u32::from(c) < 0x3000 && !is_raised(c);
        is_told && !profile.uses(c) && c.is_alphabetic() && profile.writes(c)
    };
    let Some((at, c)) = run.text.char_indices().find(|(_, c)| strange(*c)) else { return };
    if source.is_some_and(|source| source.text.contains(c)) {
        return;
    }
    let span = run.place(&(at..at + c.len_utf8()));
    let message = phrase!(
        "`{letter}` ({code}) is no letter of `{locale}`",
        letter = c,
        code = format!("U+{:04X}", u32::from(c)),
        locale = profile.locale().as_str(),
    );
    let hint = phrase!("is it a slip, or a letter that looks alike?");
    found.push(Found::new(&UNEXPECTED_CHARACTER, span, message, hint));
}

/// Whether a letter is raised or lowered, as in `nᵒ`: such are signs, not spelling.
fn is_raised(c: char) -> bool {
    matches!(c, 'ª' | 'º' | '\u{2b0}'..='\u{2b8}' | '\u{1d2c}'..='\u{1d6a}' | '\u{2071}'..='\u{209f}')
}

/// Texts that are far longer or shorter than their source.
pub(crate) fn length(pair: &Pair<'_>, found: &mut Vec<Found>) {
    for (source, target) in pair.rendered() {
        ratio(source, target, found);
    }
}

fn ratio(source: &TextRun, target: &TextRun, found: &mut Vec<Found>) {
    let weight = |run: &TextRun| run.traits.ascii_letters + run.traits.beyond_ascii;
    let (given, own) = (weight(source), weight(target));
    // What is filled in, and scripts of syllables or words, say much with few characters.
    let plain = || !source.text.contains(FILLED) && !target.text.contains(FILLED);
    let message = if given >= 10 && own / 10 >= given {
        phrase!("more than ten times longer than the source")
    } else if own > 0 && given / 10 >= own && given >= 40 && plain() {
        phrase!("more than ten times shorter than the source")
    } else {
        return;
    };
    let hint = phrase!("does it say what the source says, and no more?");
    found.push(Found::new(&LENGTH, None, message, hint).note());
}
