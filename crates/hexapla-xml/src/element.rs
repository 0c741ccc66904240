//! An element with what is in it.

use crate::problem::Problem;

/// The namespaces that a format tells apart; `()` where it tells none apart.
pub trait Space: Copy + PartialEq {
    /// The namespace of this name; nothing stands for that of elements in none. A prefix that no element
    /// declares stands for its own name.
    fn of(name: Option<&str>) -> Self;
}

impl Space for () {
    fn of(_: Option<&str>) -> Self {}
}

/// An element of XML.
#[derive(Debug)]
pub struct Element<S = ()> {
    /// Its namespace.
    pub space: S,
    /// Its name without a prefix.
    pub name: String,
    /// Its attributes by their names as written.
    pub attributes: Vec<(String, String)>,
    /// What is in it, in order.
    pub children: Vec<Node<S>>,
    /// Where it begins, in bytes.
    pub at: usize,
}

/// What is in an element.
#[derive(Debug)]
pub enum Node<S = ()> {
    /// Another element.
    Element(Element<S>),
    /// Text, as it is meant: references are resolved.
    Text(String),
}

impl<S: Space> Element<S> {
    /// Whether it is the element `name` of `space`.
    pub fn is(&self, space: S, name: &str) -> bool {
        self.space == space && self.name == name
    }

    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// An attribute's value, or the problem that there is none.
    ///
    /// # Errors
    /// Where there is none.
    pub fn expect(&self, name: &str) -> Result<&str, Problem> {
        self.attribute(name).ok_or_else(|| {
            let message = format!("expected the attribute `{name}` on `{}`", self.name);
            Problem::new(self.at, message, "import a file that was exported")
        })
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element in it of its own namespace with the given name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|it| it.is(self.space, name))
    }

    /// All text in it, also that of elements in it.
    pub fn text(&self) -> String {
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
