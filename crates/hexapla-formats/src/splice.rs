//! Replacing byte ranges.

use std::ops::Range;

/// The text with each range replaced by its new text. Ranges must be in order and not overlap.
pub(crate) fn splice<'a>(
    text: &str,
    edits: impl IntoIterator<Item = (Range<usize>, &'a str)>,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, new) in edits {
        out.push_str(&text[done..span.start]);
        out.push_str(new);
        done = span.end;
    }
    out.push_str(&text[done..]);
    out
}
