//! Reading XML element by element.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use super::{Element, Node, Space};
use crate::error::Problem;
use crate::escape::is_xml;
use crate::limits;

/// A document that is read from its beginning to its end.
pub(crate) struct Document<'a> {
    reader: NsReader<&'a [u8]>,
    length: usize,
    depth: usize,
    /// Whether the root was read.
    rooted: bool,
}

/// What comes next in a document.
pub(crate) enum Step {
    /// An element begins; its content comes next.
    Open(Element),
    /// The element that began last ends.
    Close(Space, String),
    /// Text.
    Text(String),
}

impl<'a> Document<'a> {
    /// Opens a document that begins with a root such as `<xliff …>`.
    pub(crate) fn open(text: &'a str) -> Result<Self, Problem> {
        if let Some((at, c)) = text.char_indices().find(|(_, c)| !is_xml(*c)) {
            return Err(forbidden(c, at));
        }
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.resolver_mut().set_max_namespace_bindings(limits::ATTRIBUTES);
        Ok(Self { reader, length: text.len(), depth: 0, rooted: false })
    }

    /// The next step, or nothing at the end of the document.
    pub(crate) fn next(&mut self) -> Result<Option<Step>, Problem> {
        loop {
            let at = self.at();
            let (space, event) = match self.reader.read_resolved_event() {
                Ok((space, event)) => (resolved(&space), event),
                Err(error) => return Err(self.syntax(&error)),
            };
            let step = match event {
                Event::Start(start) => self.start(space, &start, at)?,
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close(space, end.local_name().into_inner().to_owned())
                }
                Event::Text(text) => self.text(text.xml10_content().into_owned(), at)?,
                Event::CData(text) => self.text(text.xml10_content().into_owned(), at)?,
                Event::GeneralRef(name) => {
                    let c = name.resolve_char_ref().map_err(|error| self.syntax(&error))?;
                    self.text(reference(c, &name.into_inner(), at)?, at)?
                }
                Event::Decl(declaration) => {
                    check_encoding(declaration.encoding().and_then(Result::ok).as_deref(), at)?;
                    continue;
                }
                Event::DocType(_) => return Err(document_type(at)),
                Event::Comment(_) | Event::PI(_) => continue,
                Event::Eof => return self.end(),
                Event::Empty(_) => continue,
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
                let message = format!("more than {} parts in one unit", limits::NODES);
                return Err(Problem::new(self.at(), message, "export the file again"));
            }
            match step {
                Step::Open(element) => open.push(element),
                Step::Text(text) => append(open.last_mut(), text),
                Step::Close(..) => match (open.pop(), open.last_mut()) {
                    (Some(done), Some(parent)) => parent.children.push(Node::Element(done)),
                    (Some(done), None) => return Ok(done),
                    (None, _) => break,
                },
            }
        }
        Err(self.truncated())
    }

    /// Passes over the element that began last.
    pub(crate) fn skip(&mut self) -> Result<(), Problem> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                return Err(self.truncated());
            }
        }
        Ok(())
    }

    /// The root, which has to be the given element of the given namespace.
    pub(crate) fn root(
        &mut self,
        space: Space,
        name: &str,
        what: &str,
    ) -> Result<Element, Problem> {
        loop {
            match self.next()? {
                Some(Step::Text(_)) => {}
                Some(Step::Open(element)) if element.is(space, name) => return Ok(element),
                _ => {
                    let message = format!("expected {what}");
                    return Err(Problem::new(0, message, "name the format of the file"));
                }
            }
        }
    }

    fn at(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.length).min(self.length)
    }

    fn start(&mut self, space: Space, start: &BytesStart, at: usize) -> Result<Step, Problem> {
        if self.depth == 0 && self.rooted {
            return Err(Problem::new(
                at,
                "a second root, expected the end",
                "export the file again",
            ));
        }
        self.rooted = true;
        self.depth += 1;
        if self.depth > limits::DEPTH {
            let message = format!("more than {} elements within each other", limits::DEPTH);
            return Err(Problem::new(at, message, "export the file again"));
        }
        let name = start.local_name().into_inner().to_owned();
        let attributes = attributes(start, at)?;
        Ok(Step::Open(Element { space, name, attributes, children: Vec::new(), at }))
    }

    /// Text outside of the root is white space.
    fn text(&self, text: String, at: usize) -> Result<Step, Problem> {
        if self.depth == 0 && !text.trim().is_empty() {
            return Err(Problem::new(at, "text, expected an element", "is this file XML?"));
        }
        Ok(Step::Text(if self.depth == 0 { String::new() } else { text }))
    }

    fn end(&self) -> Result<Option<Step>, Problem> {
        if self.depth > 0 || !self.rooted {
            return Err(self.truncated());
        }
        Ok(None)
    }

    fn truncated(&self) -> Problem {
        let message = "the file ends before its elements do";
        Problem::new(self.length, message, "it was cut: fetch or export it again")
    }

    fn syntax(&self, error: &quick_xml::Error) -> Problem {
        let at = usize::try_from(self.reader.error_position()).unwrap_or(self.length);
        Problem::new(
            at.min(self.length),
            format!("not well-formed XML: {error}"),
            "export it again",
        )
    }
}

fn append(parent: Option<&mut Element>, more: String) {
    let Some(parent) = parent else { return };
    match parent.children.last_mut() {
        Some(Node::Text(text)) => text.push_str(&more),
        _ => parent.children.push(Node::Text(more)),
    }
}

fn resolved(space: &ResolveResult) -> Space {
    match space {
        ResolveResult::Bound(name) => Space::of(name.into_inner()),
        ResolveResult::Unbound => Space::None,
        ResolveResult::Unknown(_) => Space::Other,
    }
}

fn attributes(start: &BytesStart, at: usize) -> Result<Vec<(String, String)>, Problem> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| bad_attribute(at, &error.to_string()))?;
        if attributes.len() == limits::ATTRIBUTES {
            let message = format!("more than {} attributes", limits::ATTRIBUTES);
            return Err(Problem::new(at, message, "export the file again"));
        }
        attributes.push((attribute.key.into_inner().to_owned(), value(&attribute, at)?));
    }
    Ok(attributes)
}

fn value(attribute: &Attribute, at: usize) -> Result<String, Problem> {
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    let value = value.map_err(|error| bad_attribute(at, &error.to_string()))?;
    match value.chars().find(|c| !is_xml(*c)) {
        Some(c) => Err(forbidden(c, at)),
        None => Ok(value.into_owned()),
    }
}

fn bad_attribute(at: usize, error: &str) -> Problem {
    Problem::new(at, format!("not well-formed XML: {error}"), "export the file again")
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

fn check_encoding(encoding: Option<&str>, at: usize) -> Result<(), Problem> {
    match encoding {
        Some(name)
            if !name.eq_ignore_ascii_case("utf-8") && !name.eq_ignore_ascii_case("ascii") =>
        {
            let message = format!("the encoding `{name}`, expected UTF-8");
            Err(Problem::new(at, message, "save the file as UTF-8, and name that encoding"))
        }
        _ => Ok(()),
    }
}

fn document_type(at: usize) -> Problem {
    let message = "a document type, which may name other files and grow without bounds";
    Problem::new(at, message, "remove `<!DOCTYPE …>`; nothing of it is needed")
}
