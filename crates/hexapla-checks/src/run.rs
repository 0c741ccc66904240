//! The words of a unit.

use std::ops::Range;

use hexapla_model::{CodeKind, InlineCode, Unit, UnitKind};

use crate::traits::Traits;

/// What stands in a run for what is filled in: a variable, a reference, a code span, an image.
pub const FILLED: char = '\u{fffc}';

/// A part of the text of a unit as a reader sees it: words without codes.
///
/// Each value, attribute and variant of a Fluent entry is a run of its own, and so is each cell of a
/// table. What is filled in stands as [`FILLED`]; tags and marks around words leave nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextRun {
    /// The words.
    pub text: String,
    /// Where it stands in its unit: nothing for a value, `.title` for an attribute, and for variants
    /// their keys behind that, as `[one]`.
    pub name: String,
    /// Whether each variant that it stands in is the default one.
    pub is_default: bool,
    /// The HTML tags within it, by their places in the unit's text.
    pub tags: Vec<Range<usize>>,
    /// The parts of `text` that stand in the unit's text as they are, in order.
    pieces: Vec<Piece>,
    pub(crate) traits: Traits,
}

/// A part of a run that stands in the unit's text as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the run.
    at: usize,
    /// Where it begins in the unit's text.
    from: usize,
    length: usize,
}

impl TextRun {
    /// The place in the unit's text of a part of the run that stands there as it is, without a code
    /// between.
    pub fn place(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let next = self.pieces.partition_point(|piece| piece.at <= part.start);
        let piece = self.pieces.get(next.checked_sub(1)?)?;
        let fits = part.end <= piece.at + piece.length && part.start <= part.end;
        let start = piece.from + (part.start - piece.at);
        fits.then(|| start..start + part.len())
    }

    /// The place in the unit's text of a part of the run, with the codes between.
    pub(crate) fn cover(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let last = part.end.checked_sub(1).filter(|last| *last >= part.start);
        let Some(last) = last else { return self.place(part) };
        let (start, end) = (self.point(part.start)?, self.point(last)? + 1);
        (start <= end).then_some(start..end)
    }

    /// Where a byte of the run stands in the unit's text: in its piece, or right behind it.
    fn point(&self, at: usize) -> Option<usize> {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        let piece = self.pieces.get(next.checked_sub(1)?)?;
        Some(piece.from + (at - piece.at).min(piece.length))
    }

    /// The name of the value or attribute that it is a part of: its name without variants.
    pub fn pattern(&self) -> &str {
        self.name.split('[').next().unwrap_or_default()
    }

    /// In how many selections it stands.
    fn depth(&self) -> usize {
        self.name.bytes().filter(|byte| *byte == b'[').count()
    }

    /// The run of another unit that says what this one says, where that is certain.
    pub(crate) fn partner<'a>(&self, others: &'a [Self]) -> Option<&'a Self> {
        if let [only] = others
            && only.name == self.name
        {
            return Some(only);
        }
        let mut same = others.iter().filter(|it| it.name == self.name);
        if let Some(first) = same.next() {
            return same.next().is_none().then_some(first);
        }
        let like = |it: &&Self| {
            it.is_default && it.pattern() == self.pattern() && it.depth() == self.depth()
        };
        others.iter().find(like).filter(|_| self.depth() > 0)
    }
}

/// The runs of a unit; none of code, of markup and of files.
pub fn texts(unit: &Unit) -> Vec<TextRun> {
    let dialect = match unit.kind {
        UnitKind::Message | UnitKind::Term => Dialect::Fluent,
        UnitKind::Field | UnitKind::ArrayItem => Dialect::Catalogue,
        UnitKind::TableRow => Dialect::Table,
        UnitKind::CodeBlock | UnitKind::Markup | UnitKind::Asset => return Vec::new(),
        _ => Dialect::Document,
    };
    let mut reader = Reader::new(&unit.text, dialect);
    let mut at = 0;
    for code in &unit.codes {
        // Codes that nest lie in one that was passed over.
        if code.span.start < at {
            continue;
        }
        reader.words(at..code.span.start);
        reader.code(code);
        at = code.span.end;
    }
    reader.words(at..unit.text.len());
    reader.finish()
}

/// How a unit's text is divided into runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Fluent,
    Catalogue,
    Document,
    Table,
}

/// Reads words and codes from left to right.
struct Reader<'a> {
    text: &'a str,
    dialect: Dialect,
    done: Vec<TextRun>,
    /// The run that is read, and below it those that it stands in.
    open: Vec<Open>,
    /// How far the text is read.
    at: usize,
}

/// A run that is read.
#[derive(Default)]
struct Open {
    run: TextRun,
    /// Where the tag began that is open, and the quotation mark that is open in it.
    tag: Option<(usize, Option<u8>)>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, dialect: Dialect) -> Self {
        let mut reader = Self { text, dialect, done: Vec::new(), open: Vec::new(), at: 0 };
        reader.begin(String::new(), true);
        reader
    }

    fn begin(&mut self, name: String, is_default: bool) {
        let run = TextRun { name, is_default, ..TextRun::default() };
        self.open.push(Open { run, tag: None });
    }

    fn end(&mut self) {
        let Some(Open { mut run, tag }) = self.open.pop() else { return };
        // A tag that is not closed may be closed by what comes behind the text.
        run.tags.extend(tag.map(|(start, _)| start..self.at));
        if self.dialect != Dialect::Catalogue {
            run.text.truncate(run.text.trim_end_matches([' ', '\n', '\r']).len());
            run.pieces.retain(|piece| piece.at < run.text.len());
            if let Some(last) = run.pieces.last_mut() {
                last.length = last.length.min(run.text.len() - last.at);
            }
        }
        if !run.text.is_empty() || !run.tags.is_empty() {
            run.traits = Traits::of(&run.text);
            self.done.push(run);
        }
    }

    fn finish(mut self) -> Vec<TextRun> {
        while !self.open.is_empty() {
            self.end();
        }
        self.done
    }

    fn run(&mut self) -> Option<&mut TextRun> {
        self.open.last_mut().map(|it| &mut it.run)
    }

    fn tag(&self) -> Option<(usize, Option<u8>)> {
        self.open.last()?.tag
    }

    fn set_tag(&mut self, tag: Option<(usize, Option<u8>)>) {
        if let Some(open) = self.open.last_mut() {
            open.tag = tag;
        }
    }

    fn code(&mut self, code: &InlineCode) {
        let written = &self.text[code.span.clone()];
        if self.tag().is_some() && code.kind != CodeKind::Syntax {
            self.at = code.span.end;
        }
        match (code.kind, self.dialect) {
            (CodeKind::Syntax, Dialect::Fluent) => self.syntax(written),
            (CodeKind::Syntax, Dialect::Catalogue) if written.contains(['{', '}']) => {
                self.end();
                self.begin("[]".to_owned(), true);
            }
            (CodeKind::Html, _) => self.html(code),
            (CodeKind::Emphasis | CodeKind::Link, _) => {}
            (CodeKind::Image, _) if code.value.is_empty() => {}
            _ if self.tag().is_some() => {}
            _ => self.fill(),
        }
    }

    fn fill(&mut self) {
        if let Some(run) = self.run() {
            run.text.push(FILLED);
        }
    }

    /// `name =`, `.name =`, `{ $x ->`, `[key]`, `}`, or a literal.
    fn syntax(&mut self, written: &str) {
        let key = written.trim_start_matches('*');
        if written.starts_with('{') && written.ends_with("->") {
            if self.tag().is_none() {
                self.fill();
            }
            // Stands in for the variants' parent until the first key.
            self.begin(String::new(), true);
        } else if key.starts_with('[') {
            self.end();
            let parent = self.open.last().map(|it| &it.run);
            let name = format!("{}{key}", parent.map_or("", |run| &run.name));
            let is_default = parent.is_none_or(|run| run.is_default) && written.starts_with('*');
            self.begin(name, is_default);
        } else if written == "}" {
            self.end();
        } else if written.starts_with('{') {
            if self.tag().is_none() {
                self.fill();
            }
        } else {
            while !self.open.is_empty() {
                self.end();
            }
            let name = written.trim_end_matches([' ', '=']);
            let name = if name.starts_with('.') { name } else { "" };
            self.begin(name.to_owned(), true);
        }
    }

    /// A tag that its format tells from text.
    fn html(&mut self, code: &InlineCode) {
        let written = &self.text[code.span.clone()];
        if let Some(run) = self.run() {
            run.tags.push(code.span.clone());
            if let Some(mark) = crate::html::stands_for(written) {
                run.text.push(mark);
            }
        }
    }

    /// Takes in words, in which tags may be.
    fn words(&mut self, span: Range<usize>) {
        let mut at = span.start;
        self.at = span.end;
        while at < span.end {
            at = match self.tag() {
                Some((start, quote)) => self.in_tag(start, quote, at..span.end),
                None => self.outside(at..span.end),
            };
        }
    }

    /// Passes over the rest of a tag.
    fn in_tag(&mut self, start: usize, mut quote: Option<u8>, span: Range<usize>) -> usize {
        for (at, byte) in self.text.bytes().enumerate().take(span.end).skip(span.start) {
            match (byte, quote) {
                (b'>', None) => {
                    self.set_tag(None);
                    let text = self.text;
                    if let Some(run) = self.run() {
                        run.tags.push(start..at + 1);
                        if let Some(mark) = crate::html::stands_for(&text[start..at + 1]) {
                            run.text.push(mark);
                        }
                    }
                    return at + 1;
                }
                (b'"' | b'\'', None) => quote = Some(byte),
                (byte, Some(open)) if byte == open => quote = None,
                _ => {}
            }
        }
        self.set_tag(Some((start, quote)));
        span.end
    }

    /// Takes in words up to the next tag, cell or line.
    fn outside(&mut self, span: Range<usize>) -> usize {
        let bytes = self.text.as_bytes();
        let stops = |at: &usize| match bytes[*at] {
            b'<' => begins_tag(&bytes[*at..span.end]),
            b'|' => *at == 0 || bytes[*at - 1] != b'\\',
            _ => true,
        };
        let other = match self.dialect {
            Dialect::Fluent => b'\n',
            Dialect::Table => b'|',
            Dialect::Catalogue | Dialect::Document => b'<',
        };
        let marks = memchr::memchr2_iter(b'<', other, &bytes[span.clone()]);
        let end = marks.map(|at| span.start + at).find(stops).unwrap_or(span.end);
        self.take(span.start..end);
        if end == span.end {
            return end;
        }
        match bytes[end] {
            b'<' => {
                self.set_tag(Some((end, None)));
                end + 1
            }
            b'\n' => {
                // The margin of a pattern's line is layout.
                let margin = self.text[end..span.end].trim_start_matches(['\n', '\r', ' ']);
                if let Some(run) = self.run().filter(|run| !run.text.is_empty()) {
                    run.text.push('\n');
                }
                span.end - margin.len()
            }
            _ => {
                self.end();
                self.begin(format!("[{}]", self.done.len()), true);
                end + 1
            }
        }
    }

    /// Takes in words as they stand.
    fn take(&mut self, span: Range<usize>) {
        let (text, trims) = (self.text, self.dialect != Dialect::Catalogue);
        let Some(run) = self.run() else { return };
        let mut words = &text[span.clone()];
        if trims && run.text.is_empty() {
            words = words.trim_start_matches([' ', '\n', '\r']);
        }
        if words.is_empty() {
            return;
        }
        let piece = Piece { at: run.text.len(), from: span.end - words.len(), length: words.len() };
        run.pieces.push(piece);
        run.text.push_str(words);
    }
}

fn begins_tag(bytes: &[u8]) -> bool {
    match bytes.get(1) {
        Some(b'/' | b'!') => bytes.get(2).is_some_and(|it| it.is_ascii_alphabetic() || *it == b'-'),
        Some(next) => next.is_ascii_alphabetic(),
        None => false,
    }
}
