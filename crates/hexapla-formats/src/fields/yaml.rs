//! YAML, as read by `granit-parser`.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span};
use hexapla_model::Diagnostic;

use super::node::{DEEPEST, Entry, Node, Read, Value};

/// Reads a document whose top is a mapping. Anchors, aliases, tags and several documents are
/// refused: what they mean depends on more than the value itself.
pub(super) fn read(text: &str) -> Read {
    let mut reader = Reader { text, events: Parser::new_from_str(text), peeked: None };
    let mut top = None;
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamEnd => break,
            Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
            event if top.is_none() => top = Some(reader.node(event, span, 0)?),
            _ => return Err(unsupported(range(&span, text), "more than one document")),
        }
    }
    let empty = Node { value: Value::Map(Vec::new()), span: 0..0 };
    Ok(top.unwrap_or(empty))
}

struct Reader<'a> {
    text: &'a str,
    events: Parser<'a, granit_parser::StrInput<'a>>,
    peeked: Option<(Event<'a>, Span)>,
}

fn range(span: &Span, text: &str) -> Range<usize> {
    let range = span.byte_range().unwrap_or(0..0);
    range.start.min(text.len())..range.end.min(text.len())
}

fn unsupported(span: Range<usize>, what: &str) -> Diagnostic {
    Diagnostic::error("yaml-unsupported", span, format!("{what} cannot be read back safely"))
        .with_hint("write the value out; nothing of the fields was read or changed")
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Diagnostic> {
        if let Some(peeked) = self.peeked.take() {
            return Ok(peeked);
        }
        match self.events.next() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
                Err(Diagnostic::error("yaml-syntax", at..at, error.info())
                    .with_hint("set the syntax right; nothing of the fields was read or changed"))
            }
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, Diagnostic> {
        let place = range(&span, self.text);
        if depth > DEEPEST {
            return Err(unsupported(place, "so many lists and mappings within each other"));
        }
        match event {
            Event::Scalar(_, _, anchor, _) if anchor > 0 => Err(unsupported(place, "an anchor")),
            Event::Scalar(_, _, _, Some(_)) => Err(unsupported(place, "a tag")),
            Event::Scalar(value, style, ..) => Ok(scalar(self.text, &value, style, place)),
            Event::SequenceStart(_, 0, None) => self.list(place.start, depth),
            Event::MappingStart(_, 0, None) => self.map(place.start, depth),
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                Err(unsupported(place, "an anchor or tag"))
            }
            _ => Err(unsupported(place, "an alias")),
        }
    }

    fn list(&mut self, start: usize, depth: usize) -> Result<Node, Diagnostic> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                let end = items.last().map_or(start, |item: &Node| item.span.end);
                return Ok(Node { value: Value::List(items), span: start..end.max(start) });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, begin: usize, depth: usize) -> Result<Node, Diagnostic> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            let start = range(&span, self.text).start;
            let name = match event {
                Event::MappingEnd => {
                    let end = entries.last().map_or(begin, |entry| entry.node.span.end);
                    return Ok(Node { value: Value::Map(entries), span: begin..end.max(begin) });
                }
                Event::Scalar(name, _, 0, None) => name.into_owned(),
                _ => return Err(unsupported(range(&span, self.text), "such a key")),
            };
            if entries.iter().any(|entry| entry.name == name) {
                let message = format!("`{name}` stands here a second time");
                return Err(Diagnostic::error(
                    "yaml-duplicate-key",
                    range(&span, self.text),
                    message,
                )
                .with_hint("remove one; nothing of the fields was read or changed"));
            }
            let (event, span) = self.next()?;
            let node = self.node(event, span, depth + 1)?;
            entries.push(Entry { name, start, comment: None, node });
        }
    }
}

/// A scalar: text, unless it is plain and reads as a number, truth value, date or nothing.
fn scalar(text: &str, value: &str, style: ScalarStyle, span: Range<usize>) -> Node {
    let plain = style == ScalarStyle::Plain;
    let value = if plain && !is_text(value) { Value::Other } else { Value::Text(value.to_owned()) };
    let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
    let span = if block { with_header(text, span) } else { span };
    Node { value, span }
}

/// A block scalar from its `|` or `>` on, without the line ends behind it, which are layout.
fn with_header(text: &str, span: Range<usize>) -> Range<usize> {
    let start = text[..span.start].rfind(['|', '>']).unwrap_or(span.start);
    start..start + text[start..span.end].trim_end().len()
}

fn is_text(value: &str) -> bool {
    let word = !matches!(
        value,
        "" | "~"
            | "null"
            | "Null"
            | "NULL"
            | "true"
            | "True"
            | "TRUE"
            | "false"
            | "False"
            | "FALSE"
    );
    word && value.parse::<f64>().is_err() && !is_date(value)
}

fn is_date(value: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || "-:TZ.+ ".contains(c);
    value.len() >= 10 && value.as_bytes()[4] == b'-' && value.chars().all(digit)
}
