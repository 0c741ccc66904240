//! A piece of a dialect, which a Markdown parser takes for text.

use std::ops::Range;

/// A shortcode, tag, expression, fence or title line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Construct<'a> {
    pub(super) span: Range<usize>,
    /// Of a shortcode; empty for all others.
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

impl Construct<'_> {
    /// A construct without a name.
    pub(super) fn new(span: Range<usize>, shape: Shape) -> Self {
        Self { span, name: "", closing: false, wraps: shape != Shape::Word, shape }
    }
}
