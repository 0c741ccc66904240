//! Indentation that the parser does not see.

use std::ops::Range;

/// Ranges of a document that are left out of what the parser reads.
#[derive(Clone, Debug, Default)]
pub(super) struct Margins {
    body: usize,
    /// In order of place.
    cut: Vec<Range<usize>>,
    /// The text from the body on without them, where there are any.
    rest: Option<String>,
    /// Where each would stand in that, and how many bytes are left out up to it and with it.
    shifts: Vec<(usize, usize)>,
}

impl Margins {
    pub(super) fn new(text: &str, body: usize, cut: Vec<Range<usize>>) -> Self {
        if cut.is_empty() {
            return Self { body, ..Self::default() };
        }
        let mut rest = String::with_capacity(text.len() - body);
        let mut shifts = Vec::with_capacity(cut.len());
        let (mut done, mut left_out) = (body, 0);
        for range in &cut {
            rest.push_str(&text[done..range.start]);
            done = range.end;
            left_out += range.len();
            shifts.push((rest.len(), left_out));
        }
        rest.push_str(&text[done..]);
        Self { body, cut, rest: Some(rest), shifts }
    }

    /// What the parser reads of the text that they were made for.
    pub(super) fn rest<'t>(&'t self, text: &'t str) -> &'t str {
        self.rest.as_deref().unwrap_or_else(|| &text[self.body..])
    }

    /// A range of what the parser reads, in the document: it begins behind what is left out
    /// there, and ends before it.
    pub(super) fn place(&self, span: &Range<usize>) -> Range<usize> {
        let shift = |count: usize| {
            let last = count.checked_sub(1).and_then(|it| self.shifts.get(it));
            self.body + last.map_or(0, |&(_, left_out)| left_out)
        };
        let start = span.start + shift(self.shifts.partition_point(|it| it.0 <= span.start));
        let end = span.end + shift(self.shifts.partition_point(|it| it.0 < span.end));
        start.min(end)..end
    }

    /// A range of the document without what is left out of it.
    pub(super) fn cut(&self, span: Range<usize>) -> Vec<Range<usize>> {
        let first = self.cut.partition_point(|it| it.end <= span.start);
        let mut pieces = Vec::new();
        let mut start = span.start;
        for cut in self.cut[first..].iter().take_while(|it| it.start < span.end) {
            if start < cut.start {
                pieces.push(start..cut.start);
            }
            start = cut.end;
        }
        if start < span.end {
            pieces.push(start..span.end);
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_document() {
        let text = "x\n  ab\n  cd\n";
        let margins = Margins::new(text, 2, vec![2..4, 7..9]);
        assert_eq!(margins.rest(text), "ab\ncd\n");
        assert_eq!(margins.place(&(0..2)), 4..6);
        assert_eq!(margins.place(&(0..3)), 4..7);
        assert_eq!(margins.place(&(3..5)), 9..11);
        assert_eq!(margins.cut(4..12), [4..7, 9..12]);
        let none = Margins::new(text, 2, Vec::new());
        assert_eq!((none.place(&(0..2)), none.rest(text)), (2..4, &text[2..]));
    }
}
