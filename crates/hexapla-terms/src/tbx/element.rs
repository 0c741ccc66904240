//! An element with what is in it.

/// An element of XML.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Its name without a prefix.
    pub(crate) name: String,
    /// Its attributes by their names as written.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

/// What is in an element.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An attribute's value.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
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

    /// The data category: the type of an element that holds any (DCA), or else its own name (DCT).
    pub(crate) fn category(&self) -> &str {
        match self.name.as_str() {
            "descrip" | "admin" | "termNote" | "transac" | "ref" | "xref" | "descripNote"
            | "adminNote" | "transacNote" => self.attribute("type").unwrap_or(&self.name),
            name => name,
        }
    }

    /// The elements in it, with those in groups (`descripGrp`, `ntig`'s `termGrp`) in place of these.
    pub(crate) fn ungrouped(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        self.ungroup(&mut all);
        all
    }

    fn ungroup<'a>(&'a self, all: &mut Vec<&'a Self>) {
        for element in self.elements() {
            match element.name.ends_with("Grp") {
                true => element.ungroup(all),
                false => all.push(element),
            }
        }
    }
}
