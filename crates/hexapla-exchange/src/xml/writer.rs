//! Writing XML.

use crate::escape::{escape, is_xml};

/// A document that is written from its beginning to its end. Elements are indented, but for what
/// stands in elements that hold text.
pub(crate) struct Writer {
    out: String,
    open: Vec<&'static str>,
}

/// Attributes by name; those of no value are left out.
pub(crate) type Attributes<'a> = [(&'static str, Option<&'a str>)];

impl Writer {
    /// Begins a document in UTF-8.
    pub(crate) fn new() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// Begins an element that holds elements.
    pub(crate) fn open(&mut self, name: &'static str, attributes: &Attributes) {
        self.indent();
        self.out.push_str(&tag(name, attributes, ""));
        self.out.push('\n');
        self.open.push(name);
    }

    /// Ends the element that began last.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.out.push_str(&format!("</{name}>\n"));
        }
    }

    /// Writes an element that holds markup which is ready.
    pub(crate) fn ready(&mut self, name: &'static str, attributes: &Attributes, content: &str) {
        self.indent();
        match content {
            "" => self.out.push_str(&tag(name, attributes, "/")),
            _ => self.out.push_str(&format!("{}{content}</{name}>", tag(name, attributes, ""))),
        }
        self.out.push('\n');
    }

    /// Writes an element that holds text.
    pub(crate) fn text(&mut self, name: &'static str, attributes: &Attributes, text: &str) {
        self.ready(name, attributes, &words(text));
    }

    /// The document, all elements ended.
    pub(crate) fn done(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn indent(&mut self) {
        self.out.extend(self.open.iter().map(|_| "  "));
    }
}

/// A tag that begins an element, or with `end` `/` all of it.
pub(crate) fn tag(name: &str, attributes: &Attributes, end: &str) -> String {
    let mut out = format!("<{name}");
    for (name, value) in attributes {
        if let Some(value) = value {
            let value = markup(&escape(value, is_xml), true);
            out.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    out.push_str(end);
    out.push('>');
    out
}

/// Text as markup; what XML does not hold is escaped.
pub(crate) fn words(text: &str) -> String {
    markup(&escape(text, is_xml), false)
}

/// Characters as markup. Line ends and tabs in attributes, and CR everywhere, would not come back.
pub(crate) fn markup(text: &str, attribute: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' if attribute => out.push_str("&#10;"),
            '\t' if attribute => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}
