//! A block's bytes as a translator edits them, and where each byte went.

use std::ops::Range;

/// A block's text without what its lines begin with, and where its pieces come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) text: String,
    /// For each line: where it begins in the file and in the text, and its length.
    pieces: Vec<(usize, usize, usize)>,
}

/// How many quote marks, and how much indentation, the lines behind the first may begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Margin {
    pub(super) quotes: usize,
    /// How much white space is taken off behind the quote marks.
    pub(super) indent: Indent,
}

/// White space at the start of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Indent {
    /// All of it means nothing.
    #[default]
    All,
    /// So many columns belong to the list that the block is in.
    Columns(usize),
}

impl Lines {
    /// The bytes of `span`, with LF line ends and without the margin of every line but the first.
    pub(super) fn of(file: &str, span: Range<usize>, margin: Margin) -> Self {
        let mut lines = Self::default();
        let mut at = span.start;
        for (index, line) in file[span].split_inclusive('\n').enumerate() {
            let skipped = if index == 0 { 0 } else { margin.width(line) };
            let content = line[skipped..].trim_end_matches(['\r', '\n']);
            lines.push(at + skipped, content, line.ends_with('\n'));
            at += line.len();
        }
        lines
    }

    /// The given bytes of the file, joined, with LF line ends.
    pub(super) fn joined(file: &str, spans: &[Range<usize>]) -> Self {
        let mut lines = Self::default();
        for span in spans {
            let mut at = span.start;
            for line in file[span.clone()].split_inclusive('\n') {
                lines.push(at, line.trim_end_matches(['\r', '\n']), line.ends_with('\n'));
                at += line.len();
            }
        }
        lines
    }

    fn push(&mut self, at: usize, content: &str, ended: bool) {
        self.pieces.push((at, self.text.len(), content.len()));
        self.text.push_str(content);
        if ended {
            self.text.push('\n');
        }
    }

    /// The same without line ends at its end.
    pub(super) fn trimmed(mut self) -> Self {
        self.text.truncate(self.text.trim_end_matches('\n').len());
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

impl Margin {
    /// How many bytes at the start of a line belong to the margin.
    fn width(self, line: &str) -> usize {
        let mut rest = line;
        for _ in 0..self.quotes {
            let inner = rest.trim_start_matches([' ', '\t']);
            match inner.strip_prefix('>') {
                Some(inner) => rest = inner.strip_prefix(' ').unwrap_or(inner),
                None => break,
            }
        }
        let inner = match self.indent {
            Indent::All => rest.trim_start_matches([' ', '\t']),
            Indent::Columns(columns) => {
                let spaces = rest.bytes().take(columns).take_while(|&byte| byte == b' ').count();
                &rest[spaces..]
            }
        };
        line.len() - inner.len()
    }
}
