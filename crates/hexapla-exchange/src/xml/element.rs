//! An element with what is in it.

use crate::error::Problem;

/// The namespaces that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    /// XLIFF 2.0 to 2.1.
    Xliff,
    /// XLIFF 1.2.
    Xliff12,
    /// XLIFF's metadata module.
    Metadata,
    /// None.
    None,
    /// Any other.
    Other,
}

impl Space {
    /// The namespace with the given name.
    pub(crate) fn of(name: &str) -> Self {
        match name {
            "urn:oasis:names:tc:xliff:document:2.0" => Self::Xliff,
            "urn:oasis:names:tc:xliff:document:1.2" => Self::Xliff12,
            "urn:oasis:names:tc:xliff:metadata:2.0" => Self::Metadata,
            _ => Self::Other,
        }
    }
}

/// An element of XML.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) space: Space,
    /// Its name without a prefix.
    pub(crate) name: String,
    /// Its attributes by their names as written.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    /// Where it begins, in bytes.
    pub(crate) at: usize,
}

/// What is in an element.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Whether it is the element `name` of `space`.
    pub(crate) fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name == name
    }

    /// An attribute's value.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// An attribute's value, or the problem that there is none.
    pub(crate) fn expect(&self, name: &str) -> Result<&str, Problem> {
        self.attribute(name).ok_or_else(|| {
            let message = format!("expected the attribute `{name}` on `{}`", self.name);
            Problem::new(self.at, message, "import a file that was exported")
        })
    }

    /// The elements in it.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element in it of its own namespace with the given name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|it| it.is(self.space, name))
    }

    /// All text in it, also that of elements in it.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text
    }

    fn collect(&self, text: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(more) => text.push_str(more),
                Node::Element(element) => element.collect(text),
            }
        }
    }
}
