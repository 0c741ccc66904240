//! Comments in HTML, which no reader gets.

use std::borrow::Cow;
use std::ops::Range;

const START: &str = "<!--";
const END: &str = "-->";

/// Whether a piece of HTML is one comment.
pub(super) fn is_comment(html: &str) -> bool {
    next(html, 0).is_some_and(|comment| comment == (0..html.len()))
}

/// HTML without its comments and the lines that hold nothing else.
///
/// A comment that is never closed stays: it hides all that follows, and somebody should see that.
pub(super) fn without_comments(html: &str) -> Cow<'_, str> {
    let (mut kept, mut at) = (String::new(), 0);
    while let Some(comment) = next(html, at) {
        let cut = with_its_line(html, comment);
        kept.push_str(&html[at..cut.start]);
        at = cut.end;
    }
    if at == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(&html[at..]);
    kept.truncate(kept.trim_end().len());
    Cow::Owned(kept)
}

/// The first comment from `at` on that is closed.
fn next(html: &str, at: usize) -> Option<Range<usize>> {
    let start = at + html[at..].find(START)?;
    let inner = start + START.len();
    let end = inner + html[inner..].find(END)?;
    Some(start..end + END.len())
}

/// The comment, and the rest of its line where that is blank.
fn with_its_line(html: &str, comment: Range<usize>) -> Range<usize> {
    let start = html[..comment.start].rfind('\n').map_or(0, |at| at + 1);
    let end = html[comment.end..].find('\n').map_or(html.len(), |at| comment.end + at + 1);
    let blank = |range: Range<usize>| html[range].trim().is_empty();
    if blank(start..comment.start) && blank(comment.end..end) { start..end } else { comment }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_cut_with_their_lines() {
        for (html, kept) in [
            ("<p>a</p>", "<p>a</p>"),
            ("<!-- a -->", ""),
            ("<!-- a\n b -->\n<!---->", ""),
            ("<div>\n  <!-- a -->\n</div>", "<div>\n</div>"),
            ("<p>a <!-- b -->c</p>", "<p>a c</p>"),
            ("<p>a</p>\n<!-- b -->", "<p>a</p>"),
            ("<!-- never closed\n<p>a</p>", "<!-- never closed\n<p>a</p>"),
        ] {
            assert_eq!(without_comments(html), kept, "{html:?}");
        }
        assert!(is_comment("<!-- a -->") && !is_comment("<!-- a --> b") && !is_comment("<br>"));
    }
}
