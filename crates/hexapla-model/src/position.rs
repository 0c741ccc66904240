//! Places in a text.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// A place in a text as people count it: both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters (Unicode scalar values), from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Finds the [`Position`] of byte offsets, after one pass over the text.
///
/// The text need not be UTF-8. A byte order mark stands in no column.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    bytes: &'a [u8],
    starts: Cow<'a, [usize]>,
}

impl<'a> LineIndex<'a> {
    /// Indexes the lines of a text.
    pub fn new(text: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        let bytes = text.as_ref();
        Self { bytes, starts: Self::starts(bytes).into() }
    }

    /// The index of a text whose [`starts`](Self::starts) are known.
    pub fn of_starts(bytes: &'a [u8], starts: &'a [usize]) -> Self {
        Self { bytes, starts: starts.into() }
    }

    /// Where each line begins; LF, CR LF and CR end a line.
    pub fn starts(bytes: &[u8]) -> Vec<usize> {
        let first = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
        let ends_line = |&(at, byte): &(usize, &u8)| {
            *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
        };
        let after = bytes.iter().enumerate().filter(ends_line).map(|(at, _)| at + 1);
        std::iter::once(first).chain(after).collect()
    }

    /// The position of the character at byte `offset`, or of the end where `offset` lies beyond.
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.clamp(self.starts[0], self.bytes.len());
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        let before = self.bytes[start..offset].iter();
        let column = before.filter(|&&byte| byte & 0xC0 != 0x80).count() + 1;
        Position { line, column }
    }

    /// The bytes of the line that `offset` is in, without its end.
    pub fn line(&self, offset: usize) -> Range<usize> {
        let at = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts[at - 1];
        let end = self.starts.get(at).copied().unwrap_or(self.bytes.len());
        let ends = self.bytes[start..end].iter().rev();
        start..end - ends.take_while(|byte| matches!(byte, b'\n' | b'\r')).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_as_people_do() {
        let index = LineIndex::new("añ\r\nb\rc\n");
        let at = |offset| index.position(offset).to_string();
        assert_eq!(at(0), "1:1");
        assert_eq!(at(3), "1:3");
        assert_eq!(at(5), "2:1");
        assert_eq!(at(7), "3:1");
        assert_eq!(at(99), "4:1");
        let marked = LineIndex::new("\u{feff}a\n");
        assert_eq!([0, 3, 4].map(|at| marked.position(at).column), [1, 1, 2]);
        let damaged = LineIndex::new(b"a\xff\nb");
        assert_eq!(damaged.position(3), Position { line: 2, column: 1 });
    }
}
