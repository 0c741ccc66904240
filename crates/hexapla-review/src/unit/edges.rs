//! The edges of a text.

use hexapla_engine::UnitStatus;
use hexapla_formats::Format;
use hexapla_model::UnitKind;

use crate::desk::Opened;
use crate::failure::Failure;

/// Blanks that nobody sees at the edges of a text; one that does not break is text.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// A text that somebody wrote for a unit, as it is checked and put into the file: without blanks at its edges
/// where they are no part of it. In catalogues they may be: another text is joined to them there.
///
/// # Errors
/// Where the resource is gone.
pub(crate) fn trimmed<'a>(
    opened: &Opened,
    status: &UnitStatus,
    text: &'a str,
) -> Result<&'a str, Failure> {
    let resource = opened.resource()?;
    let there = resource.target_units(&opened.locale).get(status.target.clone());
    let mut units = status.given(resource).iter().chain(there.unwrap_or_default());
    Ok(match resource.collection.format {
        Format::Fluent | Format::Vtt | Format::Srt => text.trim_matches(BLANKS),
        Format::Markdown if units.all(|it| is_prose(it.kind)) => text.trim_matches(BLANKS),
        // Of code and markup only lines that hold nothing are none of it.
        Format::Markdown => text.trim_end_matches('\n'),
        _ => text,
    })
}

/// Whether a block of a page is words, whose spaces only part them.
fn is_prose(kind: UnitKind) -> bool {
    use UnitKind::{Footnote, Heading, ListItem, Paragraph, TableRow};
    matches!(kind, Heading(_) | Paragraph | ListItem | TableRow | Footnote)
}
