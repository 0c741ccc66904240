//! What has a status of its own.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::Fingerprint;

/// The name of a unit within its resource: a Fluent identifier (`-term` with its hyphen), a path
/// of field names (`title`, `items[mx].label`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitKey(Arc<str>);

impl UnitKey {
    /// A key with the given text.
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(text.as_ref().into())
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnitKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// A Fluent message with its attributes.
    Message,
    /// A Fluent term with its attributes.
    Term,
    /// A string or list of a catalogue or of front matter.
    Field,
    /// An item of an array that has no name of its own.
    ArrayItem,
    /// A heading of the given level, 1 to 6.
    Heading(u8),
    /// A paragraph, also one within a quotation.
    Paragraph,
    /// The text of a list item.
    ListItem,
    /// A row of a table; its cells belong together.
    TableRow,
    /// The text of a footnote.
    Footnote,
    /// A block of code.
    CodeBlock,
    /// A block of HTML, or another construct that is kept as it is.
    Markup,
    /// What a subtitle shows at one time.
    Cue,
    /// A whole file.
    Asset,
}

/// What an inline code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodeKind {
    /// A variable (`$name`).
    Variable,
    /// A reference to a message or term (`brand`, `-brand`, `brand.title`).
    Reference,
    /// A call of a function (`NUMBER`).
    Function,
    /// Syntax around text, such as `key =`, a selector or a variant key: not to be read as words.
    Syntax,
    /// The target of a link, resolved.
    Link,
    /// The address of an image, resolved.
    Image,
    /// A code span.
    Code,
    /// An inline HTML tag.
    Html,
    /// A reference to a footnote.
    FootnoteReference,
    /// Emphasis, strong emphasis or another mark around text.
    Emphasis,
}

/// A part of a unit's text that is no words: an inline code in the sense of XLIFF 2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineCode {
    /// What it stands for.
    pub kind: CodeKind,
    /// Its meaning: the variable's or message's name, the resolved address, the code.
    pub value: String,
    /// Its place in [`Unit::text`], in bytes.
    pub span: Range<usize>,
}

/// A piece of text with a status of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name, where its format gives it one; blocks of a document have none.
    pub key: Option<UnitKey>,
    /// What it is.
    pub kind: UnitKind,
    /// The text as a translator edits it: with LF line ends, without the indentation or quote
    /// marks of what it stands in.
    pub text: String,
    /// The bytes of the file that a new text replaces.
    pub span: Range<usize>,
    /// The hash of its meaning.
    pub fingerprint: Fingerprint,
    /// The parts of `text` that are no words, in order of their place; they may nest but do not
    /// otherwise overlap.
    pub codes: Vec<InlineCode>,
    /// What the source's author says to translators.
    pub comment: Option<String>,
    /// The id that others link to it by: of a heading its explicit one (`{#id}`), else the one
    /// that renderers make of its words. Of a subtitle, when it comes (`00:01:02.500`). It is no
    /// part of its meaning.
    pub anchor: Option<String>,
}

impl Unit {
    /// The place in the file of a part of [`Unit::text`], in bytes: of the whole unit where its text does
    /// not stand in the file as it is.
    pub fn place(&self, part: &Range<usize>) -> Range<usize> {
        if self.text.len() != self.span.len() {
            return self.span.clone();
        }
        self.span.start + part.start..self.span.start + part.end
    }
}
