//! What a message says, without references to others.

/// A text made of pieces.
pub(super) type Pattern = Vec<Piece>;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text as it is shown.
    Text(String),
    /// What a program fills in.
    Argument(Argument),
    /// One of several texts.
    Choice(Choice),
}

/// What a program fills in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// What is said of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing: it may be a text or a number.
    Plain,
    /// It is formatted as a number.
    Number,
    /// It is formatted as a date.
    Date,
}

/// One of several texts, by an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// The name of the argument.
    pub(super) by: String,
    pub(super) among: Among,
    /// In their order: the first that fits is taken.
    pub(super) variants: Vec<Variant>,
}

/// What is chosen among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Among {
    /// The plural forms of cardinal numbers.
    Cardinals,
    /// The plural forms of ordinal numbers.
    Ordinals,
    /// Words.
    Words,
}

/// A text that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variant {
    pub(super) key: Key,
    /// Whether it is taken where none fits.
    pub(super) default: bool,
    pub(super) text: Pattern,
}

/// What a variant is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Exactly(u64),
    Category(&'static str),
    Word(String),
}

impl Choice {
    /// The variant that is taken where none fits.
    pub(super) fn default(&self) -> Option<&Variant> {
        self.variants.iter().find(|it| it.default).or(self.variants.first())
    }
}

/// Adds a piece; texts that stand beside each other become one.
pub(super) fn push(pattern: &mut Pattern, piece: Piece) {
    match (pattern.last_mut(), piece) {
        (Some(Piece::Text(last)), Piece::Text(text)) => last.push_str(&text),
        (_, Piece::Text(text)) if text.is_empty() => {}
        (_, piece) => pattern.push(piece),
    }
}

/// What does not depend on the language of a text: its arguments, and by which its plural form is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// The names of its arguments, sorted.
    pub(super) arguments: std::collections::BTreeSet<String>,
    /// The argument that a plural form is chosen by, where one is.
    pub(super) plural: Option<String>,
}

impl Shape {
    pub(super) fn of(pattern: &Pattern) -> Self {
        let mut shape = Self::default();
        shape.add(pattern);
        shape
    }

    fn add(&mut self, pattern: &Pattern) {
        for piece in pattern {
            match piece {
                Piece::Text(_) => {}
                Piece::Argument(argument) => {
                    self.arguments.insert(argument.name.clone());
                }
                Piece::Choice(choice) => {
                    self.arguments.insert(choice.by.clone());
                    if choice.among == Among::Cardinals {
                        self.plural.get_or_insert_with(|| choice.by.clone());
                    }
                    choice.variants.iter().for_each(|it| self.add(&it.text));
                }
            }
        }
    }

    /// The place of an argument, from 1.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.arguments.iter().position(|it| it == name).map(|at| at + 1)
    }
}
