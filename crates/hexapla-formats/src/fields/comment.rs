//! What a document's author says to translators.

/// The comment in the lines directly above a name, where `before` is all that stands between the
/// value before it and the name, and `mark` begins a comment.
///
/// The first line is not looked at where it is the rest of a line: a comment there is about what
/// stands before it.
pub(super) fn above(before: &str, starts_a_line: bool, mark: &str) -> Option<String> {
    let whole = if starts_a_line { before } else { before.split_once('\n')?.1 };
    let (whole, _indentation) = whole.rsplit_once('\n')?;
    let is_comment = |line: &&str| line.trim_start().starts_with(mark);
    let mut lines: Vec<&str> = whole.lines().rev().take_while(is_comment).collect();
    lines.reverse();
    let said: Vec<&str> =
        lines.into_iter().map(|line| line.trim().trim_start_matches(mark).trim()).collect();
    (!said.is_empty()).then(|| said.join("\n"))
}
