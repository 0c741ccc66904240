//! How long a text may be: `length`.

use icu_segmenter::GraphemeClusterSegmenter;

use hexapla_model::{Diagnostic, Unit, phrase};

use crate::check::LENGTH;
use crate::found::Found;
use crate::run::{FILLED, texts};

/// The word in a comment before the most characters that a text may have.
const COMMENT: &str = "max-length";

/// The most characters that a text of `target` may have: what the comment of its source says, else
/// its own.
pub fn max_length(source: &Unit, target: &Unit) -> Option<usize> {
    [source, target].into_iter().find_map(|unit| limit(unit.comment.as_deref()?))
}

/// The limit that a comment sets: `max-length: 20`.
fn limit(comment: &str) -> Option<usize> {
    let (_, rest) = comment.split_once(COMMENT)?;
    let rest = rest.trim_start_matches([':', '=', ' ']);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// Texts of a unit, each value, attribute and variant by itself, that have more than `most` characters.
///
/// A character is what a reader takes for one: an extended grapheme cluster (UAX 29). What is filled in
/// is not counted, since nobody knows how long it will be.
pub fn too_long(unit: &Unit, most: usize) -> Vec<Diagnostic> {
    // No text of a unit is longer than all of it.
    if unit.text.len() <= most {
        return Vec::new();
    }
    let long = texts(unit).into_iter().filter_map(|run| {
        let count = characters(&run.text, most)?;
        let message = phrase!("{count} characters, {most} are the most", count, most);
        let place = run.cover(&(0..run.text.len()));
        Some(Found::new(&LENGTH, place, message, phrase!("say it in fewer")).diagnostic(unit))
    });
    long.collect()
}

/// How many characters a text has, where these are more than `most`.
fn characters(text: &str, most: usize) -> Option<usize> {
    if text.len() <= most {
        return None;
    }
    Some(count(text)).filter(|it| *it > most)
}

/// How many characters a text has, without what is filled in.
fn count(text: &str) -> usize {
    let ends = GraphemeClusterSegmenter::new().segment_str(text).skip(1);
    ends.count().saturating_sub(text.matches(FILLED).count())
}

/// How many characters the longest text of a unit has, counted as [`too_long`] does.
pub fn longest(unit: &Unit) -> usize {
    texts(unit).iter().map(|run| count(&run.text)).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_what_readers_take_for_one() {
        for (text, count) in [
            ("Weg hier", 8),
            ("e\u{301}te\u{301}", 3),
            ("नमस्ते", 3),
            ("👩\u{200d}👩\u{200d}👧🇨🇭", 2),
            ("a\r\nb", 3),
            ("Call \u{fffc}", 5),
        ] {
            assert_eq!(characters(text, count - 1), Some(count), "{text}");
            assert_eq!(characters(text, count), None, "{text}");
        }
    }

    #[test]
    fn comments_set_limits() {
        for (comment, most) in [
            ("max-length: 20", Some(20)),
            ("A button.\nmax-length=8, two words", Some(8)),
            ("max-length", None),
            ("long", None),
        ] {
            assert_eq!(limit(comment), most, "{comment}");
        }
    }
}
