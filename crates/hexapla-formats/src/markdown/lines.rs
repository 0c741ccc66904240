//! A block's bytes as a translator edits them, and where each byte went.

use std::ops::Range;

/// A block's text without what its lines begin with, and where its pieces come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) text: String,
    /// For each line: where it begins in the file and in the text, and its length.
    pieces: Vec<(usize, usize, usize)>,
}

impl Lines {
    /// The bytes of `span`, with LF line ends, and every line but the first without its
    /// indentation and as many quote marks as it stands in.
    pub(super) fn of(file: &str, span: Range<usize>, quotes: usize) -> Self {
        let mut lines = Self::default();
        let mut at = span.start;
        for (index, line) in split(&file[span]).enumerate() {
            let skipped = if index == 0 { 0 } else { margin(line, quotes).len() };
            lines.push(at + skipped, &line[skipped..]);
            at += line.len();
        }
        lines
    }

    /// The given bytes of the file, joined, with LF line ends.
    pub(super) fn joined(file: &str, spans: &[Range<usize>]) -> Self {
        let mut lines = Self::default();
        for span in spans {
            let mut at = span.start;
            for line in split(&file[span.clone()]) {
                lines.push(at, line);
                at += line.len();
            }
        }
        lines
    }

    fn push(&mut self, at: usize, line: &str) {
        let content = line.trim_end_matches(['\r', '\n']);
        self.pieces.push((at, self.text.len(), content.len()));
        self.text.push_str(content);
        if content.len() < line.len() {
            self.text.push('\n');
        }
    }

    /// The same without white space at its end.
    pub(super) fn trimmed(mut self) -> Self {
        self.text.truncate(self.text.trim_end_matches(is_space).len());
        self
    }

    /// Where a byte of the file is in the text.
    pub(super) fn place(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|&(start, ..)| start <= at);
        let Some(&(start, text, length)) = piece.checked_sub(1).and_then(|it| self.pieces.get(it))
        else {
            return 0;
        };
        (text + (at - start).min(length)).min(self.text.len())
    }
}

/// What CommonMark takes for white space.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// The lines of a text with their ends: LF, CR LF or CR.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest
            .find(['\n', '\r'])
            .map_or(rest.len(), |at| at + if rest[at..].starts_with("\r\n") { 2 } else { 1 });
        let (line, after) = rest.split_at(end);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// The start of the line that `at` is in.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// The end of the line that `at` is in, before its line end.
pub(super) fn line_end_at(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end)
}

/// The start of the line behind the one that `at` is in.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    at + split(&text[at..]).next().map_or(0, str::len)
}

/// What a line begins with that is no text: indentation, and at most so many quote marks.
fn margin(line: &str, quotes: usize) -> &str {
    let blank = |text: &str| text.len() - text.trim_start_matches([' ', '\t']).len();
    let mut end = blank(line);
    for _ in 0..quotes {
        if !line[end..].starts_with('>') {
            break;
        }
        end += 1 + blank(&line[end + 1..]);
    }
    &line[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts() {
        let lines: Vec<&str> = split("a\r\nb\rc\n\nd").collect();
        assert_eq!(lines, ["a\r\n", "b\r", "c\n", "\n", "d"]);
        assert_eq!(line_start("a\rb", 2), 2);
        assert_eq!(next_line("a\r\nb", 0), 3);
    }

    #[test]
    fn margins_are_taken_off() {
        let lines = Lines::of("> - one\r\n>   two\n> > x\nlazy", 4..27, 1);
        assert_eq!(lines.text, "one\ntwo\n> x\nlazy");
        assert_eq!(lines.place(13), 4);
    }
}
