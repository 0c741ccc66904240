//! Reading a document element by element.

use std::marker::PhantomData;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use crate::element::{Element, Node, Space};
use crate::problem::Problem;
use crate::{is_xml, limits};

const AGAIN: &str = "export the file again";

/// A document that is read from its beginning to its end.
#[derive(Debug)]
pub struct Document<'a, S = ()> {
    reader: NsReader<&'a [u8]>,
    text: &'a str,
    depth: usize,
    /// Whether the root was read.
    rooted: bool,
    spaces: PhantomData<S>,
}

/// What comes next in a document.
#[derive(Debug)]
pub enum Step<S = ()> {
    /// An element begins; its content comes next.
    Open(Element<S>),
    /// The element that began last ends.
    Close(S, String),
    /// Text.
    Text(String),
}

impl<'a, S: Space> Document<'a, S> {
    /// Opens a document.
    ///
    /// # Errors
    /// Where it holds a character that XML does not.
    pub fn open(text: &'a str) -> Result<Self, Problem> {
        if let Some((at, c)) = text.char_indices().find(|(_, c)| !is_xml(*c)) {
            return Err(forbidden(c, at));
        }
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.resolver_mut().set_max_namespace_bindings(limits::ATTRIBUTES);
        Ok(Self { reader, text, depth: 0, rooted: false, spaces: PhantomData })
    }

    /// The next step, or nothing at the end of the document.
    ///
    /// # Errors
    /// Where the document is not well-formed, is cut, goes beyond [`limits`], or declares or uses entities.
    #[allow(clippy::should_implement_trait, reason = "it may fail, and nothing comes after that")]
    pub fn next(&mut self) -> Result<Option<Step<S>>, Problem> {
        loop {
            let at = self.at();
            let (space, event) = match self.reader.read_resolved_event() {
                Ok((space, event)) => (resolved(&space), event),
                Err(error) => return Err(self.syntax(&error)),
            };
            let step = match event {
                Event::Start(start) => Step::Open(self.start(space, &start, at)?),
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close(space, end.local_name().into_inner().to_owned())
                }
                Event::Text(text) => self.words(text.xml10_content().into_owned(), at)?,
                Event::CData(text) => self.words(text.xml10_content().into_owned(), at)?,
                Event::GeneralRef(name) => {
                    let c = name.resolve_char_ref().map_err(|error| self.syntax(&error))?;
                    self.words(reference(c, &name.into_inner(), at)?, at)?
                }
                Event::Decl(declaration) => {
                    check_encoding(declaration.encoding().and_then(Result::ok).as_deref(), at)?;
                    continue;
                }
                Event::DocType(_) => {
                    self.document_type(at)?;
                    continue;
                }
                Event::Comment(_) | Event::PI(_) => continue,
                Event::Eof => return self.end(),
                Event::Empty(_) => continue,
            };
            return Ok(Some(step));
        }
    }

    /// The element that began last, with all that is in it.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub fn subtree(&mut self, root: Element<S>) -> Result<Element<S>, Problem> {
        let name = root.name.clone();
        let mut open = vec![root];
        let mut nodes = 0;
        while let Some(step) = self.next()? {
            nodes += 1;
            if nodes > limits::NODES {
                let message = format!("more than {} parts in one `{name}`", limits::NODES);
                return Err(Problem::new(self.at(), message, AGAIN));
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
    ///
    /// # Errors
    /// As [`Self::next`].
    pub fn skip(&mut self) -> Result<(), Problem> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                return Err(self.truncated());
            }
        }
        Ok(())
    }

    /// The root; nothing where it is not the one that `is` holds for.
    ///
    /// # Errors
    /// As [`Self::next`].
    pub fn root(
        &mut self,
        is: impl Fn(&Element<S>) -> bool,
    ) -> Result<Option<Element<S>>, Problem> {
        loop {
            match self.next()? {
                Some(Step::Text(_)) => {}
                Some(Step::Open(element)) if is(&element) => return Ok(Some(element)),
                _ => return Ok(None),
            }
        }
    }

    /// How far it is read, in bytes.
    pub fn at(&self) -> usize {
        self.place(self.reader.buffer_position())
    }

    fn place(&self, position: u64) -> usize {
        usize::try_from(position).unwrap_or(usize::MAX).min(self.text.len())
    }

    fn start(&mut self, space: S, start: &BytesStart, at: usize) -> Result<Element<S>, Problem> {
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
        let attributes = attributes(start, at)?;
        Ok(Element { space, name, attributes, children: Vec::new(), at })
    }

    /// Text outside of the root is white space.
    fn words(&self, text: String, at: usize) -> Result<Step<S>, Problem> {
        if self.depth == 0 && !text.trim().is_empty() {
            return Err(Problem::new(at, "text, expected an element", "is this file XML?"));
        }
        Ok(Step::Text(if self.depth == 0 { String::new() } else { text }))
    }

    /// Tools name their document type (`<!DOCTYPE tmx SYSTEM "tmx14.dtd">`). It is not fetched, and may
    /// declare nothing itself.
    fn document_type(&self, at: usize) -> Result<(), Problem> {
        let written = self.text.get(at..self.at()).unwrap_or("[");
        if written.contains('[') || self.rooted {
            let message = "a document type with declarations, which may grow without bounds";
            return Err(Problem::new(at, message, "remove `[…]` from `<!DOCTYPE …>`"));
        }
        Ok(())
    }

    fn end(&self) -> Result<Option<Step<S>>, Problem> {
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
        not_well_formed(self.place(self.reader.error_position()), &error.to_string())
    }
}

fn append<S>(parent: Option<&mut Element<S>>, more: String) {
    let Some(parent) = parent else { return };
    match parent.children.last_mut() {
        Some(Node::Text(text)) => text.push_str(&more),
        _ => parent.children.push(Node::Text(more)),
    }
}

fn resolved<S: Space>(space: &ResolveResult) -> S {
    match space {
        ResolveResult::Bound(name) => S::of(Some(name.into_inner())),
        ResolveResult::Unbound => S::of(None),
        ResolveResult::Unknown(prefix) => S::of(Some(prefix)),
    }
}

fn attributes(start: &BytesStart, at: usize) -> Result<Vec<(String, String)>, Problem> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| not_well_formed(at, &error.to_string()))?;
        if attributes.len() == limits::ATTRIBUTES {
            let message = format!("more than {} attributes", limits::ATTRIBUTES);
            return Err(Problem::new(at, message, AGAIN));
        }
        attributes.push((attribute.key.into_inner().to_owned(), value(&attribute, at)?));
    }
    Ok(attributes)
}

fn value(attribute: &Attribute, at: usize) -> Result<String, Problem> {
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    let value = value.map_err(|error| not_well_formed(at, &error.to_string()))?;
    match value.chars().find(|c| !is_xml(*c)) {
        Some(c) => Err(forbidden(c, at)),
        None => Ok(value.into_owned()),
    }
}

fn not_well_formed(at: usize, error: &str) -> Problem {
    Problem::new(at, format!("not well-formed XML: {error}"), AGAIN)
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
