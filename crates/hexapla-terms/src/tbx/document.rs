//! Reading XML element by element, as `hexapla-exchange` does, without namespaces.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Problem;
use super::element::{Element, Node};
use crate::limits;

const AGAIN: &str = "export the file again";

/// A document that is read from its beginning to its end.
pub(crate) struct Document<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    depth: usize,
    /// Whether the root was read.
    rooted: bool,
}

/// What comes next in a document.
pub(crate) enum Step {
    /// An element begins; its content comes next.
    Open(Element),
    /// The element that began last ends.
    Close,
    /// Text.
    Text(String),
}

impl<'a> Document<'a> {
    /// Opens a document.
    pub(crate) fn open(text: &'a str) -> Result<Self, Problem> {
        if let Some((at, c)) = text.char_indices().find(|(_, c)| !is_xml(*c)) {
            return Err(forbidden(c, at));
        }
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, text, depth: 0, rooted: false })
    }

    /// The next step, or nothing at the end of the document.
    pub(crate) fn next(&mut self) -> Result<Option<Step>, Problem> {
        loop {
            let at = self.at();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return Err(self.syntax(&error)),
            };
            let step = match event {
                Event::Start(start) => Step::Open(self.start(&start, at)?),
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close
                }
                Event::Text(text) => self.words(text.xml10_content().into_owned(), at)?,
                Event::CData(text) => self.words(text.xml10_content().into_owned(), at)?,
                Event::GeneralRef(name) => {
                    let c = name.resolve_char_ref().map_err(|error| self.syntax(&error))?;
                    self.words(reference(c, &name.into_inner(), at)?, at)?
                }
                Event::DocType(_) => {
                    self.document_type(at)?;
                    continue;
                }
                Event::Eof => return self.end(),
                Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Empty(_) => continue,
            };
            return Ok(Some(step));
        }
    }

    /// The element that began last, with all that is in it.
    pub(crate) fn subtree(&mut self, root: Element) -> Result<Element, Problem> {
        let mut open = vec![root];
        let mut nodes = 0;
        while let Some(step) = self.next()? {
            nodes += 1;
            if nodes > limits::NODES {
                let message = format!("more than {} parts in one entry", limits::NODES);
                return Err(Problem::new(self.at(), message, AGAIN));
            }
            match step {
                Step::Open(element) => open.push(element),
                Step::Text(text) => append(open.last_mut(), text),
                Step::Close => match (open.pop(), open.last_mut()) {
                    (Some(done), Some(parent)) => parent.children.push(Node::Element(done)),
                    (Some(done), None) => return Ok(done),
                    (None, _) => break,
                },
            }
        }
        Err(self.truncated())
    }

    /// How far it is read, in bytes.
    pub(crate) fn at(&self) -> usize {
        let end = self.text.len();
        usize::try_from(self.reader.buffer_position()).unwrap_or(end).min(end)
    }

    fn start(&mut self, start: &BytesStart<'_>, at: usize) -> Result<Element, Problem> {
        if self.depth == 0 && self.rooted {
            return Err(Problem::new(at, "a second root, expected the end", AGAIN));
        }
        self.rooted = true;
        self.depth += 1;
        if self.depth > limits::DEPTH {
            let message = format!("more than {} elements within each other", limits::DEPTH);
            return Err(Problem::new(at, message, AGAIN));
        }
        let name = start.local_name().into_inner().to_owned();
        Ok(Element { name, attributes: attributes(start, at)?, children: Vec::new() })
    }

    /// Text outside of the root is white space.
    fn words(&self, text: String, at: usize) -> Result<Step, Problem> {
        if self.depth == 0 && !text.trim().is_empty() {
            return Err(Problem::new(at, "text, expected an element", "is this file XML?"));
        }
        Ok(Step::Text(if self.depth == 0 { String::new() } else { text }))
    }

    /// Files of the edition of 2008 name their document type. It is not fetched, and may say nothing
    /// itself.
    fn document_type(&self, at: usize) -> Result<(), Problem> {
        let written = self.text.get(at..self.at()).unwrap_or("[");
        if written.contains('[') || self.rooted {
            let message = "a document type with declarations, which may grow without bounds";
            return Err(Problem::new(at, message, "remove `[…]` from `<!DOCTYPE …>`"));
        }
        Ok(())
    }

    fn end(&self) -> Result<Option<Step>, Problem> {
        if self.depth > 0 || !self.rooted {
            return Err(self.truncated());
        }
        Ok(None)
    }

    fn truncated(&self) -> Problem {
        let message = "the file ends before its elements do";
        Problem::new(self.text.len(), message, "it was cut: fetch or export it again")
    }

    fn syntax(&self, error: &quick_xml::Error) -> Problem {
        let end = self.text.len();
        let at = usize::try_from(self.reader.error_position()).unwrap_or(end).min(end);
        Problem::new(at, format!("not well-formed XML: {error}"), AGAIN)
    }
}

fn append(parent: Option<&mut Element>, more: String) {
    let Some(parent) = parent else { return };
    match parent.children.last_mut() {
        Some(Node::Text(text)) => text.push_str(&more),
        _ => parent.children.push(Node::Text(more)),
    }
}

fn attributes(start: &BytesStart<'_>, at: usize) -> Result<Vec<(String, String)>, Problem> {
    let bad = |error: String| Problem::new(at, format!("not well-formed XML: {error}"), AGAIN);
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| bad(error.to_string()))?;
        if attributes.len() == limits::ATTRIBUTES {
            let message = format!("more than {} attributes", limits::ATTRIBUTES);
            return Err(Problem::new(at, message, AGAIN));
        }
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| bad(error.to_string()))?.into_owned();
        attributes.push((attribute.key.into_inner().to_owned(), value));
    }
    Ok(attributes)
}

/// Whether XML 1.0 holds the character.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn forbidden(c: char, at: usize) -> Problem {
    let message = format!("U+{:04X}, a character that XML does not allow", u32::from(c));
    Problem::new(at, message, "remove it")
}

/// What a reference stands for: a character, or one of the five that XML names.
fn reference(c: Option<char>, name: &str, at: usize) -> Result<String, Problem> {
    let text = match c {
        Some(c) if is_xml(c) => return Ok(c.to_string()),
        Some(c) => return Err(forbidden(c, at)),
        None => quick_xml::escape::resolve_xml_entity(name),
    };
    text.map(str::to_owned).ok_or_else(|| {
        let message = format!("the entity `{name}`, expected one of XML's own");
        Problem::new(at, message, "write the character itself")
    })
}
