//! A text with its inline codes.

use std::ops::Range;

/// A text as a translator edits it, and where its inline codes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coded<'a> {
    /// The text.
    pub text: &'a str,
    /// The spans of its inline codes in bytes, in order, as in `Unit::codes` of the model. Of codes
    /// that nest the outermost counts; a span that is none of this text is passed over.
    pub codes: &'a [Range<usize>],
}

impl<'a> Coded<'a> {
    /// A text without codes.
    pub fn plain(text: &'a str) -> Self {
        Self { text, codes: &[] }
    }

    /// The codes that count: outermost, in order, without overlap, none empty.
    pub(crate) fn outermost(&self) -> impl Iterator<Item = Range<usize>> + use<'a> {
        let (text, mut done) = (self.text, 0);
        self.codes.iter().filter_map(move |span| {
            let counts =
                span.start >= done && text.get(span.clone()).is_some_and(|it| !it.is_empty());
            counts.then(|| {
                done = span.end;
                span.clone()
            })
        })
    }
}
