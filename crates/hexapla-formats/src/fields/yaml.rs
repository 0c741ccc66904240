//! YAML 1.2, as read by `granit-parser`.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, StrInput, StructureStyle};
use hexapla_model::{Diagnostic, Phrase};

use super::node::{DEEPEST, Document, Entry, Form, Node, Read, Value, last_of_each};
use super::{comment, yaml_block, yaml_plain};

/// Reads a document whose top is a mapping, or that is empty.
///
/// What means more than the value itself (anchors, aliases, tags, merge keys) is read as
/// [`Value::Refused`]: only where it is chosen does anyone need to know.
pub(super) fn read(text: &str) -> Read {
    let mut read = read_any(text)?;
    match &read.top.value {
        Value::Map(..) => Ok(read),
        Value::Other(spelling) if spelling == "~" => {
            read.top = nothing(text);
            Ok(read)
        }
        _ => Err(refusal(read.top.span, "a top without named fields")),
    }
}

/// Reads a document, whatever its top is.
pub(super) fn read_any(text: &str) -> Read {
    let mut reader =
        Reader { text, events: Parser::new_from_str(text), last: 0, problems: Vec::new() };
    let mut top = None;
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamEnd => break,
            Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
            event if top.is_none() => top = Some(reader.node(event, span, 0)?),
            _ => return Err(refusal(span, "more than one document")),
        }
    }
    Ok(Document { top: top.unwrap_or_else(|| nothing(text)), problems: reader.problems })
}

/// The top of a document in which nothing stands.
fn nothing(text: &str) -> Node {
    Node { value: Value::Map(Vec::new(), Form::Lines), span: text.len()..text.len() }
}

fn refusal(span: Range<usize>, what: &str) -> Diagnostic {
    Diagnostic::error(
        "yaml-unsupported",
        span,
        Phrase::in_english(format!("{what} cannot be read back safely")),
    )
    .with_hint(Phrase::in_english(
        "write it another way; nothing of the fields was read or changed",
    ))
}

struct Reader<'a> {
    text: &'a str,
    events: Parser<'a, StrInput<'a>>,
    /// The end of the name or value before.
    last: usize,
    problems: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), Diagnostic> {
        match self.events.next() {
            Some(Ok((event, span))) => Ok((event, self.range(&span))),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
                Err(Diagnostic::error("yaml-syntax", at..at, Phrase::in_english(error.info()))
                    .with_hint(Phrase::in_english(
                        "set the syntax right; nothing of the fields was read or changed",
                    )))
            }
            None => Ok((Event::StreamEnd, self.text.len()..self.text.len())),
        }
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or(self.last..self.last);
        range.start.min(self.text.len())..range.end.min(self.text.len())
    }

    fn node(
        &mut self,
        event: Event<'a>,
        place: Range<usize>,
        depth: usize,
    ) -> Result<Node, Diagnostic> {
        if depth > DEEPEST {
            return Err(refusal(place, "so many lists and mappings within each other"));
        }
        let refused = means_more(&event);
        let mut node = match event {
            Event::Scalar(value, style, ..) => self.scalar(&value, style, place),
            Event::SequenceStart(style, ..) => self.list(style, place, depth)?,
            Event::MappingStart(style, ..) => self.map(style, place, depth)?,
            _ => Node { value: Value::Refused("an alias"), span: place },
        };
        self.last = self.last.max(node.span.end);
        if let Some(what) = refused {
            node.value = Value::Refused(what);
        }
        Ok(node)
    }

    fn list(
        &mut self,
        style: StructureStyle,
        place: Range<usize>,
        depth: usize,
    ) -> Result<Node, Diagnostic> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                let last = items.last().map_or(place.end, |item| item.span.end);
                let (form, end) = form(style, last, span.end);
                let span = place.start..end.max(place.start);
                return Ok(Node { value: Value::List(items, form), span });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(
        &mut self,
        style: StructureStyle,
        place: Range<usize>,
        depth: usize,
    ) -> Result<Node, Diagnostic> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            let name = match event {
                Event::MappingEnd => {
                    let last = entries.last().map_or(place.end, |entry| entry.node.span.end);
                    let (form, end) = form(style, last, span.end);
                    let span = place.start..end.max(place.start);
                    let entries = last_of_each(entries, &mut self.problems);
                    return Ok(Node { value: Value::Map(entries, form), span });
                }
                Event::Scalar(name, _, 0, None) => name.into_owned(),
                _ => return Err(refusal(span, "such a key")),
            };
            entries.push(self.entry(name, span, depth)?);
        }
    }

    fn entry(
        &mut self,
        name: String,
        key: Range<usize>,
        depth: usize,
    ) -> Result<Entry, Diagnostic> {
        let before = self.text.get(self.last..key.start).unwrap_or_default();
        let starts_a_line =
            self.text.get(..self.last).is_none_or(|it| it.is_empty() || it.ends_with('\n'));
        let comment = comment::above(before, starts_a_line, "#");
        self.last = self.last.max(key.end);
        let (event, span) = self.next()?;
        let mut node = self.node(event, span, depth + 1)?;
        if name == "<<" {
            node.value = Value::Refused("a merge key");
        }
        Ok(Entry { name, start: key.start, comment, node })
    }

    fn scalar(&self, value: &str, style: ScalarStyle, place: Range<usize>) -> Node {
        let plain = style == ScalarStyle::Plain;
        let value = match plain.then(|| yaml_plain::other(value)).flatten() {
            Some(spelling) => Value::Other(spelling.to_owned()),
            None => Value::Text(value.to_owned()),
        };
        let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let span = if block { yaml_block::span(self.text, self.last, place) } else { place };
        Node { value, span }
    }
}

/// What makes a node mean more than its value.
fn means_more(event: &Event<'_>) -> Option<&'static str> {
    let (anchor, tag) = match event {
        Event::Scalar(_, _, anchor, tag) => (*anchor, tag.is_some()),
        Event::SequenceStart(_, anchor, tag) | Event::MappingStart(_, anchor, tag) => {
            (*anchor, tag.is_some())
        }
        _ => return Some("an alias"),
    };
    if tag { Some("a value with a tag") } else { (anchor > 0).then_some("a value with an anchor") }
}

fn form(style: StructureStyle, last: usize, bracket: usize) -> (Form, usize) {
    match style {
        StructureStyle::Block => (Form::Lines, last),
        StructureStyle::Flow => (Form::Inline, bracket),
    }
}
