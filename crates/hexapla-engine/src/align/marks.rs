//! What stands in a block whatever language it is in.

use std::collections::HashMap;

use hexapla_model::{CodeKind, Unit, UnitKind};

/// A kind of mark that translators mostly leave as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// A whole block of code or markup.
    Block,
    /// The id of a heading, the time of a cue.
    Anchor,
    /// The address of a link or image.
    Link,
    /// A code span, a variable, a reference.
    Code,
    /// A number.
    Number,
    /// A tag or shortcode.
    Tag,
    /// A word that both sides have: a name, or one that languages share.
    Word,
}

impl MarkKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Block, Self::Anchor, Self::Link, Self::Code, Self::Number, Self::Tag, Self::Word];
}

/// The marks of a block, in order of their place.
pub fn marks(unit: &Unit) -> Vec<(MarkKind, String)> {
    let mut marks = Vec::new();
    if let Some(anchor) = &unit.anchor {
        marks.push((MarkKind::Anchor, anchor.clone()));
    }
    match unit.kind {
        UnitKind::CodeBlock => code_block(&unit.text, &mut marks),
        UnitKind::Markup => marks.push((MarkKind::Block, folded(&unit.text))),
        _ => running(unit, &mut marks),
    }
    marks
}

/// Code is compared as a whole and line by line: comments in it are translated.
fn code_block(text: &str, marks: &mut Vec<(MarkKind, String)>) {
    marks.push((MarkKind::Block, folded(text)));
    let lines = text.lines().map(folded).filter(|line| line.len() > 3);
    marks.extend(lines.map(|line| (MarkKind::Block, line)));
}

fn running(unit: &Unit, marks: &mut Vec<(MarkKind, String)>) {
    for code in &unit.codes {
        let kind = match code.kind {
            CodeKind::Link | CodeKind::Image => MarkKind::Link,
            CodeKind::Html | CodeKind::Syntax | CodeKind::FootnoteReference => MarkKind::Tag,
            CodeKind::Emphasis => continue,
            _ => MarkKind::Code,
        };
        if !code.value.is_empty() {
            marks.push((kind, folded(&code.value)));
        }
    }
    for word in prose(unit).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.chars().any(char::is_numeric) {
            marks.push((MarkKind::Number, word.to_owned()));
        } else if let Some(stem) = stem(word) {
            marks.push((MarkKind::Word, stem));
        }
    }
}

/// The text without its inline codes.
pub(super) fn prose(unit: &Unit) -> String {
    let mut prose = String::with_capacity(unit.text.len());
    let mut done = 0;
    for code in &unit.codes {
        if code.span.start >= done {
            prose.push_str(unit.text.get(done..code.span.start).unwrap_or_default());
            prose.push(' ');
        }
        done = done.max(code.span.end);
    }
    prose.push_str(unit.text.get(done..).unwrap_or_default());
    prose
}

/// How many letters of a word are compared: related words begin alike in many languages.
const STEM: usize = 5;

/// The beginning of a word without case and accents; nothing of short words that are no names.
fn stem(word: &str) -> Option<String> {
    let letters = word.chars().count();
    if letters < STEM {
        let name = letters > 1 && word.chars().any(char::is_uppercase);
        return name.then(|| word.to_lowercase());
    }
    Some(word.chars().flat_map(char::to_lowercase).map(plain).take(STEM).collect())
}

/// A Latin letter without its accent.
fn plain(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        c => c,
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Numbers for marks, and how often each stands on either side.
#[derive(Default)]
pub(super) struct Index {
    numbers: HashMap<(MarkKind, String), usize>,
    /// The kind of each mark, and how many blocks of source and target have it.
    pub(super) known: Vec<(MarkKind, [usize; 2])>,
}

impl Index {
    /// The distinct marks of a block of one side (0 the source, 1 the target), sorted.
    pub(super) fn add(
        &mut self,
        side: usize,
        marks: impl IntoIterator<Item = (MarkKind, String)>,
    ) -> Vec<usize> {
        let mut found: Vec<usize> = marks.into_iter().map(|mark| self.number(mark)).collect();
        found.sort_unstable();
        found.dedup();
        for &mark in &found {
            self.known[mark].1[side] += 1;
        }
        found
    }

    fn number(&mut self, mark: (MarkKind, String)) -> usize {
        let next = self.numbers.len();
        let kind = mark.0;
        *self.numbers.entry(mark).or_insert_with(|| {
            self.known.push((kind, [0, 0]));
            next
        })
    }
}
