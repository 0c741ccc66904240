//! Short pieces one after the other, in lines.

use unicode_width::UnicodeWidthStr;

/// The columns that a painted text takes.
pub(crate) fn visible_width(text: &str) -> usize {
    anstream::adapter::strip_str(text).to_string().width()
}

/// The pieces with `between` between them, in lines of at most `width` columns; a piece is never
/// broken. Every line but the first is indented.
pub(crate) fn flow(pieces: &[String], between: &str, width: usize) -> String {
    const INDENT: &str = "  ";
    let mut out = String::new();
    let mut used = 0;
    for (at, piece) in pieces.iter().enumerate() {
        let end = if at + 1 < pieces.len() { between } else { "" };
        let own = visible_width(piece);
        if used > 0 && used + own + visible_width(end.trim_end()) > width {
            out.truncate(out.trim_end().len());
            out.push('\n');
            out.push_str(INDENT);
            used = INDENT.len();
        }
        out.push_str(piece);
        out.push_str(end);
        used += own + visible_width(end);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_kept_whole() {
        let pieces = ["12 current", "3 stale", "中文中文"].map(str::to_owned);
        assert_eq!(flow(&pieces, ", ", 80), "12 current, 3 stale, 中文中文");
        assert_eq!(flow(&pieces, ", ", 20), "12 current, 3 stale,\n  中文中文");
        assert_eq!(flow(&pieces, ", ", 5), "12 current,\n  3 stale,\n  中文中文");
        assert_eq!(flow(&[], ", ", 5), "");
    }
}
