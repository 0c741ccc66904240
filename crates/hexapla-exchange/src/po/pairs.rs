//! Pairs of a PO file of any origin.

use hexapla_model::Locale;

use super::SOURCE;
use super::lines::entries_of_any;
use super::read::header_field;
use crate::Text;
use crate::error::Problem;
use crate::pairs::PairCollector;

/// The pairs of a file whose header names the language of `target`, and no other source than `source`.
pub(crate) fn pairs(
    text: &str,
    [source, target]: [&Locale; 2],
    pairs: &mut PairCollector,
) -> Result<(), Problem> {
    let mut fits = None;
    entries_of_any(text, |entry| {
        if entry.context.is_none() && entry.id.as_deref() == Some("") {
            let header = entry.translation.as_deref().unwrap_or_default();
            if fits.is_none() {
                fits = Some(is_of(header, "Language", target, entry.at)?.ok_or_else(missing)?);
                let of_source = is_of(header, SOURCE, source, entry.at)?.unwrap_or(true);
                fits = fits.map(|it| it && of_source);
            }
            return Ok(());
        }
        if !fits.ok_or_else(missing)? || entry.fuzzy {
            return Ok(());
        }
        let [id, said] = [entry.id, entry.translation].map(Option::unwrap_or_default);
        pairs.add(entry.at, Text::plain(id), said)
    })
}

/// Whether a field of the header names the language of a locale; nothing where it is not there.
fn is_of(header: &str, field: &str, locale: &Locale, at: usize) -> Result<Option<bool>, Problem> {
    // `sr@latin` is how gettext writes a script.
    let named = header_field(header, field).replace('_', "-");
    let tag = named.split(['@', '.']).next().unwrap_or_default();
    if tag.is_empty() {
        return Ok(None);
    }
    Ok(Some(crate::exchange::locale(tag, at)?.same_language(locale)))
}

fn missing() -> Problem {
    Problem::new(0, "expected a header with `Language`", "write `Language: es\\n` into the header")
}
