//! Which locale fits a language range.

use std::borrow::Borrow;

use crate::locale::Locale;

/// The locale that fits a language range, by the lookup of RFC 4647, 3.4: the range itself, then ever
/// shorter. Libraries that guess more (`zh-TW` is read in `Hant`) would choose another locale than the
/// same site does in a browser. What `*` means is left to whoever asks.
pub fn lookup<'a>(range: &str, available: &'a [impl Borrow<Locale>]) -> Option<&'a Locale> {
    shorter(range).find_map(|range| {
        available.iter().map(Borrow::borrow).find(|it| it.as_str().eq_ignore_ascii_case(range))
    })
}

/// A range, and what is left of it each time its last part is taken away. A single letter begins an
/// extension and means nothing by itself.
fn shorter(range: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(range), |it| {
        let (rest, _) = it.rsplit_once('-')?;
        Some(rest.rsplit_once('-').filter(|(_, last)| last.len() == 1).map_or(rest, |it| it.0))
    })
}
