//! Text with inline codes.

use std::ops::Range;

use hexapla_model::{CodeKind, InlineCode, Unit};

/// A text whose parts that are no words are told apart.
///
/// Its codes are in order, not empty, and do not overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    text: String,
    codes: Vec<InlineCode>,
}

/// What a text is made of, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words, by their place.
    Words(Range<usize>),
    /// A code that stands alone, by its number.
    Code(usize),
    /// A code that opens what another one closes, by their numbers.
    Open(usize, usize),
    /// A code that closes what another one opened, by their numbers.
    Close(usize, usize),
}

/// How deep pairs of codes stand within each other; what is deeper stands alone.
const DEEPEST: usize = 24;

impl Text {
    /// A text with those of `codes` that lie within it, at characters' boundaries, in order and
    /// outside of others. Of nested codes the outer is kept.
    pub fn new(text: impl Into<String>, codes: impl IntoIterator<Item = InlineCode>) -> Self {
        let text = text.into();
        let mut codes: Vec<InlineCode> = codes.into_iter().collect();
        codes.sort_by_key(|code| (code.span.start, std::cmp::Reverse(code.span.end)));
        let mut done = 0;
        codes.retain(|code| {
            let Range { start, end } = code.span;
            let fits = start >= done && start < end && text.get(start..end).is_some();
            done = if fits { end } else { done };
            fits
        });
        Self { text, codes }
    }

    /// A text with no codes.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), codes: Vec::new() }
    }

    /// The text of a unit.
    pub fn of(unit: &Unit) -> Self {
        Self::new(unit.text.clone(), unit.codes.iter().cloned())
    }

    /// The whole text, codes and all.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The parts that are no words.
    pub fn codes(&self) -> &[InlineCode] {
        &self.codes
    }

    /// The raw text of a code.
    pub(crate) fn raw(&self, code: &InlineCode) -> &str {
        self.text.get(code.span.clone()).unwrap_or_default()
    }

    /// Forgets what is a code.
    pub(crate) fn flatten(&mut self) {
        self.codes.clear();
    }

    /// Adds words.
    pub(crate) fn push_str(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Adds a code with the given raw text; an empty one is none.
    pub(crate) fn push_code(&mut self, kind: CodeKind, value: String, raw: &str) {
        let span = self.text.len()..self.text.len() + raw.len();
        self.text.push_str(raw);
        if !raw.is_empty() {
            self.codes.push(InlineCode { kind, value, span });
        }
    }

    /// The text from byte `at` on, with the codes that begin there or later.
    pub(crate) fn from(&self, at: usize) -> Self {
        let later = self.codes.iter().filter(|code| code.span.start >= at).cloned();
        let moved = later.map(|code| {
            let span = code.span.start - at..code.span.end - at;
            InlineCode { span, ..code }
        });
        Self { text: self.text.get(at..).unwrap_or_default().to_owned(), codes: moved.collect() }
    }

    /// Adds another text.
    pub(crate) fn append(&mut self, other: Self) {
        let at = self.text.len();
        self.text.push_str(&other.text);
        self.codes.extend(other.codes.into_iter().map(|code| {
            let span = code.span.start + at..code.span.end + at;
            InlineCode { span, ..code }
        }));
    }

    /// Words and codes in order, codes in pairs where they open and close each other.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        let pairs = self.pairs();
        let mut pieces = Vec::with_capacity(2 * self.codes.len() + 1);
        let mut at = 0;
        for (number, code) in self.codes.iter().enumerate() {
            if at < code.span.start {
                pieces.push(Piece::Words(at..code.span.start));
            }
            pieces.push(match pairs[number] {
                Some(other) if other > number => Piece::Open(number, other),
                Some(other) => Piece::Close(other, number),
                None => Piece::Code(number),
            });
            at = code.span.end;
        }
        if at < self.text.len() {
            pieces.push(Piece::Words(at..self.text.len()));
        }
        pieces
    }

    /// For each code the one that closes or opens it. Pairs nest.
    fn pairs(&self) -> Vec<Option<usize>> {
        let mut pairs = vec![None; self.codes.len()];
        let mut open: Vec<usize> = Vec::new();
        for (number, code) in self.codes.iter().enumerate() {
            let among = open.len().saturating_sub(DEEPEST);
            let closes = |&&at: &&usize| self.closes(&self.codes[at], code);
            let opened = open[among..].iter().rposition(|at| closes(&at)).map(|at| among + at);
            if let Some(at) = opened {
                (pairs[number], pairs[open[at]]) = (Some(open[at]), Some(number));
                open.truncate(at);
            } else if self.opens(code) {
                open.push(number);
            }
        }
        self.shallow(pairs)
    }

    /// The same without the pairs that are nested too deep.
    fn shallow(&self, mut pairs: Vec<Option<usize>>) -> Vec<Option<usize>> {
        let mut depth = 0usize;
        for number in 0..pairs.len() {
            match pairs[number] {
                Some(other) if other > number => {
                    depth += 1;
                    if depth > DEEPEST {
                        depth -= 1;
                        (pairs[number], pairs[other]) = (None, None);
                    }
                }
                Some(_) => depth -= 1,
                None => {}
            }
        }
        pairs
    }

    /// Whether a code is of those that others close: marks of Markdown say what they mean where
    /// they close, tags of HTML by their slash.
    fn opens(&self, code: &InlineCode) -> bool {
        match code.kind {
            CodeKind::Emphasis | CodeKind::Link | CodeKind::Image => code.value.is_empty(),
            CodeKind::Html => tag(self.raw(code)).is_some_and(|(closing, _)| !closing),
            _ => false,
        }
    }

    fn closes(&self, open: &InlineCode, code: &InlineCode) -> bool {
        let (first, last) = (self.raw(open), self.raw(code));
        open.kind == code.kind
            && match code.kind {
                CodeKind::Emphasis => first == last && !code.value.is_empty(),
                CodeKind::Link | CodeKind::Image => !code.value.is_empty(),
                CodeKind::Html => {
                    matches!((tag(first), tag(last)), (Some((false, a)), Some((true, b))) if a == b)
                }
                _ => false,
            }
    }
}

/// Whether a tag of HTML closes, and its name; nothing of one that does both.
fn tag(raw: &str) -> Option<(bool, &str)> {
    let inside = raw.strip_prefix('<')?.strip_suffix('>')?;
    if inside.ends_with('/') {
        return None;
    }
    let (closing, inside) = inside.strip_prefix('/').map_or((false, inside), |it| (true, it));
    let name = inside.split(|c: char| !c.is_alphanumeric() && c != '-').next()?;
    (!name.is_empty()).then_some((closing, name))
}

/// Every kind of code with the name that it has in all formats.
const KINDS: [(CodeKind, &str); 10] = [
    (CodeKind::Variable, "variable"),
    (CodeKind::Reference, "reference"),
    (CodeKind::Function, "function"),
    (CodeKind::Syntax, "syntax"),
    (CodeKind::Link, "link"),
    (CodeKind::Image, "image"),
    (CodeKind::Code, "code"),
    (CodeKind::Html, "html"),
    (CodeKind::FootnoteReference, "footnote-reference"),
    (CodeKind::Emphasis, "emphasis"),
];

/// The name of a kind.
pub(crate) fn kind_name(kind: CodeKind) -> &'static str {
    KINDS.iter().find(|(it, _)| *it == kind).map_or("syntax", |(_, name)| name)
}

/// The kind of a name; what other tools add is syntax.
pub(crate) fn kind_of(name: &str) -> CodeKind {
    KINDS.iter().find(|(_, it)| *it == name).map_or(CodeKind::Syntax, |(kind, _)| *kind)
}
