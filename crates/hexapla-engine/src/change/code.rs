//! Inline codes to pieces.

use hexapla_model::{CodeKind, InlineCode};

use super::class::ChangeClass;
use super::piece::{Slot, SlotKind};
use super::reader::Reader;

impl Reader {
    pub(super) fn code(&mut self, text: &str, code: &InlineCode) {
        let spaced: Vec<&str> = text.split_whitespace().collect();
        let spaced = spaced.join(" ");
        match code.kind {
            CodeKind::Emphasis => self.emphasis(text, &code.value),
            CodeKind::Link | CodeKind::Image => self.link(text, code),
            CodeKind::Html => self.tag(text),
            CodeKind::Code => {
                let value: Vec<&str> = code.value.split_whitespace().collect();
                let (value, span) = (value.join(" "), code.span.clone());
                let slot = Slot { kind: SlotKind::Code, value, span };
                self.with_slot(ChangeClass::Placeable, "code", slot);
                self.goes_on();
            }
            CodeKind::Reference if code.value.starts_with('-') => {
                self.push(ChangeClass::Term, &spaced);
                self.goes_on();
            }
            _ => {
                self.push(ChangeClass::Placeable, &spaced);
                // Behind `name =` and `[one]` a text of its own begins.
                match code.kind == CodeKind::Syntax && spaced.ends_with(['=', ']']) {
                    true => self.begins(),
                    false => self.goes_on(),
                }
            }
        }
    }

    /// What is struck through is not said any more.
    fn emphasis(&mut self, text: &str, value: &str) {
        let struck = value == "strikethrough" || (value.is_empty() && text.starts_with('~'));
        match (struck, value.is_empty()) {
            (true, _) => self.push(ChangeClass::Wording, "~~"),
            (false, true) => self.push(ChangeClass::Markup, "mark"),
            (false, false) => self.push(ChangeClass::Markup, value),
        }
    }

    /// An address, and the title that a reader sees with it. What a telephone dials is a number.
    fn link(&mut self, text: &str, code: &InlineCode) {
        let frame = if code.kind == CodeKind::Link { "link" } else { "image" };
        if code.value.is_empty() && !text.starts_with(']') {
            return self.push(ChangeClass::Link, frame);
        }
        let dials = ["tel:", "sms:", "callto:"].iter().any(|it| code.value.starts_with(it));
        let class = if dials { ChangeClass::Number } else { ChangeClass::Link };
        let (value, span) = (code.value.clone(), code.span.clone());
        self.with_slot(class, frame, Slot { kind: SlotKind::Link, value, span });
        if let Some(at) = text.find([' ', '\n']).filter(|_| text.contains(['"', '\'', ')'])) {
            let title = text[at..].trim().trim_end_matches(')');
            if title.starts_with(['"', '\'', '(']) {
                self.push(ChangeClass::Wording, title);
            }
        }
    }

    /// A tag of HTML: what its attributes say is read, dialled or followed.
    fn tag(&mut self, text: &str) {
        if text.starts_with("<!--") {
            return;
        }
        let name: String = text
            .trim_start_matches(['<', '/'])
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .collect();
        let struck = ["del", "s", "strike", "ins"].contains(&name.to_lowercase().as_str());
        let class = if struck { ChangeClass::Wording } else { ChangeClass::Markup };
        let mut rest = String::new();
        for piece in attributes(text) {
            match piece {
                Attribute::Other(text) => rest.push_str(&text),
                Attribute::Class(class, text) => self.push(class, &text),
            }
        }
        self.push(class, &rest);
    }
}

/// A part of a tag.
enum Attribute {
    /// What only says how something looks.
    Other(String),
    /// What is of the given class.
    Class(ChangeClass, String),
}

fn attributes(tag: &str) -> Vec<Attribute> {
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some((before, quote, value, after)) = quoted(rest) {
        let name = before.trim_end().trim_end_matches('=').trim_end();
        let name = name.rsplit([' ', '\n', '\t']).next().unwrap_or_default().to_lowercase();
        let spaced: Vec<&str> = before.split_whitespace().collect();
        found.push(Attribute::Other(spaced.join(" ")));
        found.push(match name.as_str() {
            "title" | "alt" | "aria-label" | "aria-description" | "placeholder" | "label"
            | "content" | "summary" | "lang" | "dir" => {
                Attribute::Class(ChangeClass::Wording, value.to_owned())
            }
            "datetime" | "value" | "start" => {
                Attribute::Class(ChangeClass::Number, value.to_owned())
            }
            "href" if value.starts_with("tel:") => {
                Attribute::Class(ChangeClass::Number, value.to_owned())
            }
            "href" | "src" | "srcset" | "cite" | "action" => {
                Attribute::Class(ChangeClass::Link, value.to_owned())
            }
            _ => Attribute::Other(format!("{quote}{value}{quote}")),
        });
        rest = after;
    }
    let spaced: Vec<&str> = rest.split_whitespace().collect();
    found.push(Attribute::Other(spaced.join(" ")));
    found
}

/// What stands before the first quotation mark, the mark, what it encloses, and the rest.
fn quoted(text: &str) -> Option<(&str, char, &str, &str)> {
    let open = text.find(['"', '\''])?;
    let quote = text[open..].chars().next()?;
    let (value, after) = text[open + 1..].split_once(quote)?;
    Some((&text[..open], quote, value, after))
}
