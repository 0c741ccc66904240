//! What kind of change a change is.

use std::fmt;

use hexapla_model::{CodeKind, InlineCode};

use super::token::{Token, TokenKind, tokenize};

/// What kind of source change made a unit stale: the gravest of what changed, in this order from
/// light to grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeClass {
    /// White space.
    Layout,
    /// Punctuation.
    Punctuation,
    /// Upper and lower case.
    Case,
    /// Emphasis, tags and other marks.
    Markup,
    /// Addresses of links and images.
    Link,
    /// Code, variables, references and functions.
    Placeable,
    /// Numbers.
    Number,
    /// Words.
    Wording,
}

impl ChangeClass {
    /// Every class, from light to grave.
    pub const ALL: [Self; 8] = [
        Self::Layout,
        Self::Punctuation,
        Self::Case,
        Self::Markup,
        Self::Link,
        Self::Placeable,
        Self::Number,
        Self::Wording,
    ];

    /// The name used on screen and in every format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Punctuation => "punctuation",
            Self::Case => "case",
            Self::Markup => "markup",
            Self::Link => "link",
            Self::Placeable => "placeable",
            Self::Number => "number",
            Self::Wording => "wording",
        }
    }
}

impl fmt::Display for ChangeClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What kind of change leads from `old` to `new`.
///
/// A changed word is wording whatever else changed, so that no negation, name, unit or month ever
/// counts as small; so is a word that moved.
pub fn classify(
    old: &str,
    old_codes: &[InlineCode],
    new: &str,
    new_codes: &[InlineCode],
) -> ChangeClass {
    let (old, new) = (tokenize(old, old_codes), tokenize(new, new_codes));
    let differ = |class| parts(&old, class) != parts(&new, class);
    let gravest = ChangeClass::ALL.into_iter().rev().find(|class| differ(*class));
    gravest.unwrap_or(ChangeClass::Layout)
}

/// The parts of a text that a class looks at.
fn parts(tokens: &[Token<'_>], class: ChangeClass) -> Vec<String> {
    let kinds = |token: &Token<'_>| match class {
        ChangeClass::Layout => false,
        ChangeClass::Wording | ChangeClass::Case => {
            token.kind == TokenKind::Word || !words_within(token).is_empty()
        }
        ChangeClass::Number => token.kind == TokenKind::Number,
        ChangeClass::Punctuation => token.kind == TokenKind::Punctuation,
        ChangeClass::Placeable => matches!(
            token.kind,
            TokenKind::Code(
                CodeKind::Variable
                    | CodeKind::Reference
                    | CodeKind::Function
                    | CodeKind::Syntax
                    | CodeKind::Code
                    | CodeKind::FootnoteReference
            )
        ),
        ChangeClass::Link => {
            matches!(token.kind, TokenKind::Code(CodeKind::Link | CodeKind::Image))
        }
        ChangeClass::Markup => {
            matches!(token.kind, TokenKind::Code(CodeKind::Emphasis | CodeKind::Html))
        }
    };
    let text = |token: &Token<'_>| match class {
        ChangeClass::Wording => words_within(token).to_lowercase(),
        ChangeClass::Case => words_within(token).to_owned(),
        ChangeClass::Placeable => token.text.split_whitespace().collect(),
        _ => token.text.to_owned(),
    };
    tokens.iter().filter(|token| kinds(token)).map(text).collect()
}

/// What a reader may get to read of a token: a word, and what stands in quotes in a link, an image
/// or a tag, such as its title.
fn words_within<'a>(token: &Token<'a>) -> &'a str {
    match token.kind {
        TokenKind::Word => token.text,
        TokenKind::Code(CodeKind::Link | CodeKind::Image | CodeKind::Html) => {
            token.text.find(['"', '\'']).map_or("", |at| &token.text[at..])
        }
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(old: &str, new: &str) -> ChangeClass {
        classify(old, &[], new, &[])
    }

    #[test]
    fn the_gravest_change_gives_the_class() {
        use ChangeClass::{Case, Layout, Number, Punctuation, Wording};
        for (old, new, expected) in [
            ("a  b", "a b", Layout),
            ("Yes, now", "Yes now", Punctuation),
            ("Helpline", "helpline", Case),
            ("Call 116 000.", "Call 116 111!", Number),
            ("You may share this.", "You may not share this.", Wording),
            ("3 days", "3 hours", Wording),
            ("Ruf 12 an", "Rufe 13 an", Wording),
            ("on 3 May", "on 3 June", Wording),
            ("我们知道", "我们不知道", Wording),
            ("๑๑๖", "๑๑๗", Number),
        ] {
            assert_eq!(class(old, new), expected, "{old} → {new}");
        }
    }
}
