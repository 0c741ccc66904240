//! A piece of a dialect, which a Markdown parser takes for text.

use std::ops::Range;

/// A shortcode, tag, expression, fence or title line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Construct<'a> {
    pub(super) span: Range<usize>,
    /// Of a shortcode, or of a tag alone on its lines; empty for all others.
    pub(super) name: &'a str,
    pub(super) closing: bool,
    /// Whether the document closes a shortcode of this name anywhere, so that it stands around
    /// blocks or text and is not one of them.
    pub(super) wraps: bool,
    pub(super) shape: Shape,
}

/// How a construct stands in its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// In running text, like a word.
    Word,
    /// On lines of its own: a block.
    Block,
    /// On lines of its own, and no reader gets anything of it.
    Hidden,
    /// On a line of its own, and says something of the block before it.
    Attributes,
    /// On a line of its own, at the head of what is indented by four behind it.
    Head,
}

/// Which end of what stands around blocks a construct is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Opening,
    Closing,
}

impl Construct<'_> {
    /// Which end a construct that takes up lines is, if it is one.
    pub(super) fn end(&self, file: &str) -> Option<End> {
        let fence = file.get(self.span.clone())?.strip_prefix(":::").map(|it| it.trim_matches(':'));
        match (fence, self.shape) {
            (_, Shape::Word | Shape::Hidden | Shape::Attributes | Shape::Head) => None,
            (Some(""), _) => Some(End::Closing),
            (Some(_), _) => Some(End::Opening),
            (None, _) if self.name.is_empty() => None,
            (None, _) => Some(if self.closing { End::Closing } else { End::Opening }),
        }
    }

    /// A construct without a name.
    pub(super) fn new(span: Range<usize>, shape: Shape) -> Self {
        Self { span, name: "", closing: false, wraps: shape != Shape::Word, shape }
    }
}
