//! Resources with their places, as `quick-xml` reads them.

use std::ops::Range;

use hexapla_model::{Diagnostic, Phrase};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// An element that holds a text, or items that do.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) tag: &'static str,
    pub(super) name: Option<String>,
    /// The device that it is for.
    pub(super) product: Option<String>,
    pub(super) quantity: Option<String>,
    pub(super) translatable: bool,
    pub(super) start: usize,
    /// What stands between its tags; nothing where it is one tag.
    pub(super) content: Option<Range<usize>>,
    pub(super) end: usize,
    /// The comment directly above.
    pub(super) comment: Option<String>,
    /// Where that begins, or the element.
    pub(super) above: usize,
}

/// A string, an array or plurals.
#[derive(Clone, Debug)]
pub(super) struct Resource {
    pub(super) element: Element,
    pub(super) items: Vec<Element>,
}

/// A file as it was read.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) resources: Vec<Resource>,
    /// What stands between the tags of the root.
    pub(super) root: Range<usize>,
    pub(super) problems: Vec<Diagnostic>,
}

/// The most attributes of an element that are looked at, and the most elements within each other.
const MOST_ATTRIBUTES: usize = 64;
const DEEPEST: usize = 64;

impl Document {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is not well-formed, or has another root than `<resources>`.
    pub(super) fn read(text: &str) -> Result<Self, Diagnostic> {
        let shift = text.len() - text.trim_start_matches('\u{feff}').len();
        let mut walk = Walk::default();
        let mut reader = Reader::from_str(&text[shift..]);
        let offset =
            |at: u64| usize::try_from(at).map_or(text.len(), |at| (at + shift).min(text.len()));
        loop {
            let start = offset(reader.buffer_position());
            let event = reader.read_event().map_err(|error| {
                let at = offset(reader.error_position());
                syntax(at..text.len().min(at + 1), format!("not well-formed: {error}"))
            })?;
            let end = offset(reader.buffer_position());
            match event {
                Event::Start(tag) => walk.opens(&tag, start, end)?,
                Event::Empty(tag) => {
                    walk.opens(&tag, start, end)?;
                    walk.closes(end, end, true);
                }
                Event::End(_) => walk.closes(start, end, false),
                Event::Comment(said) => walk.comment(said.trim(), start),
                Event::Text(said) if said.trim().is_empty() => {}
                Event::Eof => break,
                Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if walk.depth == 0 => {
                    return Err(syntax(start..end, "text outside of the root".to_owned()));
                }
                _ => walk.comment = None,
            }
        }
        let Some(root) = walk.root.filter(|_| walk.depth == 0) else {
            let what = "the file ends before its elements do".to_owned();
            return Err(syntax(text.len()..text.len(), what));
        };
        Ok(Self { resources: walk.resources, root, problems: walk.problems })
    }
}

fn syntax(span: Range<usize>, what: String) -> Diagnostic {
    Diagnostic::error("xml-syntax", span, Phrase::in_english(what)).with_hint(Phrase::in_english(
        "set the syntax right; nothing of the file was read or changed",
    ))
}

#[derive(Default)]
struct Walk {
    depth: usize,
    root: Option<Range<usize>>,
    resources: Vec<Resource>,
    /// The resource and the item that are open.
    resource: Option<Resource>,
    item: Option<Element>,
    /// The last comment, with its place, where nothing stands behind it yet.
    comment: Option<(String, usize)>,
    problems: Vec<Diagnostic>,
}

impl Walk {
    fn comment(&mut self, said: &str, start: usize) {
        self.comment = Some((said.to_owned(), start));
    }

    fn opens(&mut self, tag: &BytesStart<'_>, start: usize, end: usize) -> Result<(), Diagnostic> {
        self.depth += 1;
        let name = tag.name();
        let name = name.as_ref();
        match self.depth {
            1 if self.root.is_some() || name != "resources" => {
                let what = "expected one root `<resources>`";
                return Err(Diagnostic::error(
                    "android-root",
                    start..end,
                    Phrase::in_english(what),
                )
                .with_hint(Phrase::in_english(
                    "is this a file of Android's resources? nothing of it was read",
                )));
            }
            1 => self.root = Some(end..end),
            2 => {
                let tags = ["string", "string-array", "plurals"];
                if let Some(kind) = tags.into_iter().find(|it| *it == name) {
                    let element = self.element(kind, tag, start, end)?;
                    self.resource = Some(Resource { element, items: Vec::new() });
                }
            }
            3 if name == "item" && self.is_list() => {
                self.item = Some(self.element("item", tag, start, end)?);
            }
            DEEPEST.. => {
                return Err(syntax(start..end, "so many elements within each other".to_owned()));
            }
            _ => {}
        }
        self.comment = None;
        Ok(())
    }

    fn is_list(&self) -> bool {
        self.resource.as_ref().is_some_and(|it| it.element.tag != "string")
    }

    fn closes(&mut self, start: usize, end: usize, is_empty: bool) {
        let close = |element: &mut Element| {
            element.end = end;
            element.content =
                element.content.take().filter(|_| !is_empty).map(|it| it.start..start);
        };
        match self.depth {
            1 => self.root = self.root.take().map(|it| it.start..start),
            2 => {
                if let Some(mut resource) = self.resource.take() {
                    close(&mut resource.element);
                    self.resources.push(resource);
                }
            }
            3 => {
                if let (Some(mut item), Some(resource)) = (self.item.take(), &mut self.resource) {
                    close(&mut item);
                    resource.items.push(item);
                }
            }
            _ => {}
        }
        self.depth = self.depth.saturating_sub(1);
        self.comment = None;
    }

    fn element(
        &mut self,
        kind: &'static str,
        tag: &BytesStart<'_>,
        start: usize,
        end: usize,
    ) -> Result<Element, Diagnostic> {
        let comment = self.comment.take();
        let above = comment.as_ref().map_or(start, |it| it.1);
        let mut element = Element {
            tag: kind,
            name: None,
            product: None,
            quantity: None,
            translatable: true,
            start,
            content: Some(end..end),
            end,
            comment: comment.map(|it| it.0),
            above,
        };
        for attribute in tag.attributes().with_checks(false).take(MOST_ATTRIBUTES) {
            let wrong = |error: String| syntax(start..end, format!("not well-formed: {error}"));
            let attribute = attribute.map_err(|error| wrong(error.to_string()))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| wrong(error.to_string()))?.into_owned();
            match attribute.key.as_ref() {
                "name" => element.name = Some(value),
                "product" => element.product = Some(value),
                "quantity" => element.quantity = Some(value),
                "translatable" => element.translatable = value != "false",
                _ => {}
            }
        }
        Ok(element)
    }
}
