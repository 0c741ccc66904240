//! Text to pieces.

use hexapla_model::{InlineCode, UnitKind};

use super::class::ChangeClass;
use super::mark::{self, is_hidden, is_mark, is_unspaced};
use super::number;
use super::passage::Part;
use super::piece::{Piece, Slot, SlotKind};
use super::verbatim::{comment_of, without_space};
use crate::text::{Token, TokenKind, tokenize};

/// Collects the pieces of a passage.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) pieces: Vec<Piece>,
    words: usize,
    /// Whether something stands before in the sentence.
    within: bool,
}

impl Reader {
    /// Where one unit ends and the next begins.
    pub(super) fn boundary(&mut self) {
        self.push(ChangeClass::Markup, "¶");
        self.within = false;
    }

    pub(super) fn part(&mut self, part: &Part) {
        match part.kind {
            UnitKind::CodeBlock => self.code_block(&part.text),
            UnitKind::TableRow => self.text(&part.text, &part.codes, true),
            _ => self.text(&part.text, &part.codes, false),
        }
    }

    /// Lines of code, which are kept as they are, and what people read in its comments.
    fn code_block(&mut self, text: &str) {
        for line in text.lines() {
            let (code, comment) = comment_of(line);
            if !code.trim().is_empty() {
                self.push(ChangeClass::Placeable, &without_space(code));
            }
            self.within = false;
            self.text(comment, &[], false);
        }
    }

    fn text(&mut self, text: &str, codes: &[InlineCode], row: bool) {
        let tokens = tokenize(text, codes);
        let mut start = 0;
        for (at, token) in tokens.iter().enumerate() {
            let span = start..start + token.text.len();
            start = span.end;
            match token.kind {
                TokenKind::Space => self.space(&tokens, at),
                TokenKind::Word => self.word(token.text),
                TokenKind::Number if !token.text.chars().any(number::is_digit) => {
                    self.say(token.text);
                }
                TokenKind::Number => {
                    let value = token.text.to_owned();
                    let slot = Slot { kind: SlotKind::Number, value, span };
                    self.with_slot(ChangeClass::Number, &number::frame(&tokens, at), slot);
                    self.within = true;
                }
                TokenKind::Punctuation if row && token.text == "|" => {
                    self.push(ChangeClass::Markup, "|");
                    self.within = false;
                }
                TokenKind::Punctuation if number::is_sign(&tokens, at) => {}
                TokenKind::Punctuation => self.punctuation(&tokens, at),
                TokenKind::Code(_) => {
                    if let Some(code) = codes.iter().find(|code| code.span == span) {
                        self.code(token.text, code);
                    }
                }
            }
        }
    }

    /// White space counts only where a script writes none between words.
    fn space(&mut self, tokens: &[Token<'_>], at: usize) {
        let text = tokens[at].text;
        self.within &= !text.contains('\n');
        let next_to = |token: Option<&Token<'_>>, c: fn(&str) -> Option<char>| {
            token.and_then(|token| c(token.text)).is_some_and(is_unspaced)
        };
        let before =
            next_to(at.checked_sub(1).and_then(|at| tokens.get(at)), |it| it.chars().last());
        let after = next_to(tokens.get(at + 1), |it| it.chars().next());
        if before && after && !text.contains('\n') {
            self.push(ChangeClass::Punctuation, " ");
        }
    }

    /// A word. Its apostrophes are punctuation, its digits a number; scripts without spaces are
    /// compared letter by letter, as nobody is sure where their words end.
    fn word(&mut self, text: &str) {
        let text: String = text.chars().filter(|c| !is_hidden(*c)).collect();
        if text.chars().all(is_unspaced) {
            let mut own = [0; 4];
            text.chars().for_each(|c| self.say(c.encode_utf8(&mut own)));
            return;
        }
        self.say(&number::without_digits(&mark::plain_apostrophes(&text)));
        let apostrophes: String = text.chars().filter(|c| mark::is_apostrophe(*c)).collect();
        let digits: Vec<&str> =
            text.split(|c| !number::is_digit(c)).filter(|it| !it.is_empty()).collect();
        if !apostrophes.is_empty() {
            self.push(ChangeClass::Punctuation, &apostrophes);
        }
        if !digits.is_empty() {
            self.push(ChangeClass::Number, &digits.join(" "));
        }
    }

    /// A mark; what is none, such as a sign of a currency or an emoji, is read like a word.
    fn punctuation(&mut self, tokens: &[Token<'_>], at: usize) {
        let text = tokens[at].text;
        let breaks = || tokens.get(at + 1).is_some_and(|next| next.text.starts_with('\n'));
        if text.chars().all(is_hidden) || (text == "\\" && breaks()) {
            return;
        }
        match text.chars().all(is_mark) {
            true => self.push(ChangeClass::Punctuation, text),
            false => self.say(text),
        }
        self.within &= !text.ends_with(mark::ENDS);
    }

    /// Something that is read: a word, or a sign that stands for one.
    pub(super) fn say(&mut self, text: &str) {
        let first = !self.within;
        let (key, exact) = (text.to_lowercase(), text.to_owned());
        let (class, at) = (ChangeClass::Wording, self.words);
        self.pieces.push(Piece { class, key, exact, first, at, slot: None });
        self.words += 1;
        self.within = true;
    }

    pub(super) fn push(&mut self, class: ChangeClass, key: &str) {
        if class == ChangeClass::Wording {
            return self.say(key);
        }
        let (key, exact, at) = (key.to_owned(), String::new(), self.words);
        self.pieces.push(Piece { class, key, exact, first: false, at, slot: None });
    }

    pub(super) fn with_slot(&mut self, class: ChangeClass, frame: &str, slot: Slot) {
        self.push(class, frame);
        if let Some(piece) = self.pieces.last_mut() {
            piece.slot = Some(slot);
        }
    }

    pub(super) fn goes_on(&mut self) {
        self.within = true;
    }

    pub(super) fn begins(&mut self) {
        self.within = false;
    }
}
