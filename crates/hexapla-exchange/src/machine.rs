//! Texts for machines that translate, and back: words, with codes as tags that such machines leave alone.
//!
//! `<x id="1"/>` stands for a code, `<g id="2">…</g>` for two that belong together. A machine may move
//! them; what comes back has each exactly once, and pairs within each other, or is not taken.

use std::fmt;

use crate::Text;
use crate::lead::{join, split};
use crate::text::Piece;
use hexapla_model::{CodeKind, InlineCode};

/// Why what a machine answered cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A code of the source is not there, or more than once.
    Code(String),
    /// A pair of codes is not closed, or closed within another.
    Pair(String),
    /// Something that looks like markup and is no code of the source.
    Markup(String),
    /// There are no words.
    Empty,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "`{code}` of the source has to stand there exactly once"),
            Self::Pair(code) => {
                write!(f, "what `{code}` opens is not closed, or within another pair")
            }
            Self::Markup(text) => write!(f, "`{text}` is no code of the source"),
            Self::Empty => f.write_str("there are no words"),
        }
    }
}

/// A text as a machine gets it; none where it has parts that only a person can render, such as the
/// variants of a selector.
pub fn for_machine(text: &Text) -> Option<String> {
    let shown = with_tags(&split(text).1);
    if shown.codes().iter().any(|code| code.kind == CodeKind::Syntax) {
        return None;
    }
    let mut out = String::with_capacity(shown.as_str().len() + 16);
    for piece in shown.pieces() {
        match piece {
            Piece::Words(span) => {
                push_words(&mut out, shown.as_str().get(span).unwrap_or_default());
            }
            Piece::Code(at) => out.push_str(&format!("<x id=\"{at}\"/>")),
            Piece::Open(at, _) => out.push_str(&format!("<g id=\"{at}\">")),
            Piece::Close(..) => out.push_str("</g>"),
        }
    }
    Some(out)
}

/// What a machine made of a text, with the codes as they are in the source.
///
/// # Errors
/// Where codes are not as the source has them.
pub fn from_machine(source: &Text, answer: &str) -> Result<String, Damage> {
    let (lead, shown) = split(source);
    let shown = with_tags(&shown);
    let mut back = Back::new(&shown);
    let mut rest = answer.trim();
    while let Some(at) = rest.find('<') {
        back.words(&rest[..at]);
        let tag = &rest[at..];
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        back.tag(&tag[..end])?;
        rest = &tag[end..];
    }
    back.words(rest);
    let text = back.finish()?;
    Ok(join(&lead, Text::plain(text)).as_str().to_owned())
}

/// The text with its tags of HTML as codes, which in some formats are words; with what stands in them.
fn with_tags(text: &Text) -> Text {
    let mut codes = text.codes().to_vec();
    let all = text.as_str();
    let begins = |at: &usize| {
        let inner = all[at + 1..].strip_prefix('/').unwrap_or(&all[at + 1..]);
        inner.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    for start in all.match_indices('<').map(|(at, _)| at).filter(begins) {
        let Some(length) = all[start..].find('>') else { break };
        let span = start..start + length + 1;
        let value = all[span.clone()].to_owned();
        codes.push(InlineCode { kind: CodeKind::Html, value, span });
    }
    Text::new(all, codes)
}

fn push_words(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
}

/// What is read of an answer.
struct Back<'a> {
    shown: &'a Text,
    /// For each code what it is.
    pieces: Vec<Piece>,
    seen: Vec<bool>,
    /// The codes that are to close those which are open.
    open: Vec<usize>,
    text: String,
    has_words: bool,
}

impl<'a> Back<'a> {
    fn new(shown: &'a Text) -> Self {
        let pieces = shown.pieces();
        let seen = vec![false; shown.codes().len()];
        Self { shown, pieces, seen, open: Vec::new(), text: String::new(), has_words: false }
    }

    fn words(&mut self, words: &str) {
        self.has_words |= !words.trim().is_empty();
        let mut rest = words;
        while let Some(at) = rest.find('&') {
            self.text.push_str(&rest[..at]);
            let (c, length) = entity(&rest[at..]).unwrap_or(('&', 1));
            self.text.push(c);
            rest = &rest[at + length..];
        }
        self.text.push_str(rest);
    }

    fn raw(&self, code: usize) -> String {
        self.shown.codes().get(code).map(|it| self.shown.raw(it).to_owned()).unwrap_or_default()
    }

    /// Writes a code of the source, which may be once.
    fn put(&mut self, code: usize) -> Result<(), Damage> {
        let raw = self.raw(code);
        match self.seen.get_mut(code) {
            Some(seen) if !*seen => *seen = true,
            _ => return Err(Damage::Code(raw)),
        }
        self.text.push_str(&raw);
        Ok(())
    }

    fn tag(&mut self, tag: &str) -> Result<(), Damage> {
        let unknown = || Damage::Markup(tag.to_owned());
        let inner =
            tag.strip_prefix('<').and_then(|it| it.strip_suffix('>')).ok_or_else(unknown)?;
        match inner.trim() {
            "/g" => {
                let close = self.open.pop().ok_or_else(unknown)?;
                self.put(close)
            }
            // `<x id="1"></x>`, as some write it.
            "/x" => Ok(()),
            inner => {
                let number = number(inner).ok_or_else(unknown)?;
                let is = |piece: &&Piece| match piece {
                    Piece::Code(at) => inner.starts_with('x') && *at == number,
                    Piece::Open(at, _) => inner.starts_with('g') && *at == number,
                    Piece::Words(_) | Piece::Close(..) => false,
                };
                let piece = self.pieces.iter().find(is).cloned().ok_or_else(unknown)?;
                if let Piece::Open(_, close) = piece {
                    self.open.push(close);
                }
                self.put(number)
            }
        }
    }

    fn finish(self) -> Result<String, Damage> {
        if let Some(close) = self.open.last() {
            return Err(Damage::Pair(self.raw(*close)));
        }
        if let Some(missing) = self.seen.iter().position(|seen| !seen) {
            return Err(Damage::Code(self.raw(missing)));
        }
        let is_words =
            self.has_words || !self.pieces.iter().any(|it| matches!(it, Piece::Words(_)));
        if is_words { Ok(self.text) } else { Err(Damage::Empty) }
    }
}

/// The number in `x id="1"/`.
fn number(inner: &str) -> Option<usize> {
    let rest = inner.strip_prefix(['x', 'g'])?.trim_start().strip_prefix("id")?;
    let rest = rest.trim_start().strip_prefix('=')?;
    let digits = rest.trim_matches(|c: char| c.is_whitespace() || "\"'/".contains(c));
    digits.parse().ok()
}

/// The character that an entity at the beginning stands for, and how many bytes it takes.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let c = match &text[1..end] {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        name => {
            let digits = name.strip_prefix('#')?;
            let hex = digits.strip_prefix(['x', 'X']);
            let number =
                hex.map_or_else(|| digits.parse().ok(), |it| u32::from_str_radix(it, 16).ok());
            char::from_u32(number?)?
        }
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use hexapla_formats::{FieldRules, Format, extract};
    use proptest::prelude::*;

    use super::*;

    fn texts(format: Format, file: &str) -> Vec<Text> {
        let found = extract(format, file.as_bytes(), &FieldRules::default());
        found.units.iter().map(Text::of).collect()
    }

    #[test]
    fn codes_are_tags_and_come_back() {
        let [text] = &texts(Format::Fluent, "hi = Hello, { $name }: <b>5 > 3</b> & more\n")[..]
        else {
            panic!("one message")
        };
        let sent = for_machine(text).expect("it can be sent");
        assert!(sent.starts_with("Hello, <x id=\"0\"/>: "), "{sent}");
        let answer = sent.replace("Hello", "Hola").replace("more", "más");
        assert_eq!(
            from_machine(text, &answer).expect("whole"),
            "hi = Hola, { $name }: <b>5 > 3</b> & más"
        );
    }

    #[test]
    fn what_was_damaged_is_not_taken() {
        let page = "Call **us** at [our page](https://example.org/help).\n";
        let [text] = &texts(Format::Markdown, page)[..] else { panic!("one block") };
        let sent = for_machine(text).expect("it can be sent");
        assert!(from_machine(text, &sent).is_ok(), "{sent}");
        let broken = |answer: &str| from_machine(text, answer).expect_err(answer);
        assert!(matches!(broken("Llámenos"), Damage::Code(_)));
        assert!(matches!(broken(&format!("{sent}{sent}")), Damage::Code(_)));
        assert!(matches!(broken(&sent.replace("</g>", "")), Damage::Pair(_) | Damage::Code(_)));
        assert!(matches!(broken(&format!("{sent}<script>")), Damage::Markup(_)));
        assert!(matches!(broken(&format!("{sent}<x")), Damage::Markup(_)));
    }

    #[test]
    fn what_takes_a_person_is_not_sent() {
        let variants = "n = { $n ->\n    [one] One\n   *[other] Many\n }\n";
        assert_eq!(texts(Format::Fluent, variants).iter().filter_map(for_machine).count(), 0);
        let shortcode = "Read {{< ref \"help\" >}} first.\n";
        assert_eq!(texts(Format::Markdown, shortcode).iter().filter_map(for_machine).count(), 0);
    }

    proptest! {
        #[test]
        fn what_is_sent_comes_back(words in "[a-z <>&;#\\[\\]*`é{}$]{1,40}") {
            for text in texts(Format::Markdown, &words) {
                // A shortcode is for a person.
                let Some(sent) = for_machine(&text) else { continue };
                if sent.trim() == sent && !sent.is_empty() {
                    let back = from_machine(&text, &sent);
                    prop_assert_eq!(back, Ok(text.as_str().to_owned()), "{}", sent);
                }
            }
        }

        #[test]
        fn any_answer_is_read(answer in "(<x id=\"[0-9]\"/>|<g id=\"[0-9]\">|</g>|<|>|&|&#x[0-9]{1,7};|a| ){0,20}") {
            for text in texts(Format::Markdown, "Call **us** at [here](/help) or `now`.\n") {
                if let Ok(back) = from_machine(&text, &answer) {
                    for code in text.codes() {
                        let raw = text.raw(code);
                        prop_assert_eq!(back.matches(raw).count() >= 1, true, "{} in {}", raw, back);
                    }
                }
            }
        }
    }
}
