//! From a [`Glossary`] to TBX-Basic.

use hexapla_model::Locale;

use super::CASE_SENSITIVE;
use crate::{Entry, Glossary, Status};

/// The document of a glossary.
pub(crate) fn write(glossary: &Glossary) -> String {
    let mut out = Writer::default();
    out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.open(&format!(
        "tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"{}\" xmlns=\"urn:iso:std:iso:30042:ed-2\"",
        glossary.source()
    ));
    out.open("tbxHeader");
    out.open("fileDesc");
    out.open("sourceDesc");
    out.text("p", None, "A glossary of Hexapla");
    (0..3).for_each(|_| out.close());
    out.open("text");
    out.open("body");
    for entry in glossary.entries() {
        write_entry(&mut out, entry, glossary.source());
    }
    out.done()
}

fn write_entry(out: &mut Writer, entry: &Entry, source: &Locale) {
    out.open(&format!("conceptEntry id=\"{}\"", entry.id));
    out.optional("descrip", Some("subjectField"), entry.domain.as_deref());
    out.optional("descrip", Some("definition"), entry.definition.as_deref());
    out.optional("note", None, entry.note.as_deref());
    out.open(&format!("langSec xml:lang=\"{source}\""));
    let part_of_speech = entry.part_of_speech.map(|it| it.as_str());
    for (number, (status, term)) in entry.source_terms().enumerate() {
        let is_first = number == 0;
        let case = (is_first && entry.case_sensitive).then_some(CASE_SENSITIVE);
        write_term(out, status, term, part_of_speech.filter(|_| is_first), case);
    }
    out.close();
    for (locale, target) in &entry.targets {
        out.open(&format!("langSec xml:lang=\"{locale}\""));
        out.optional("note", None, target.note.as_deref());
        for (status, term) in target.terms() {
            write_term(out, status, term, None, None);
        }
        out.close();
    }
    out.close();
}

fn write_term(
    out: &mut Writer,
    status: Status,
    term: &str,
    part_of_speech: Option<&str>,
    subset: Option<&str>,
) {
    out.open("termSec");
    out.text("term", None, term);
    out.optional("termNote", Some("partOfSpeech"), part_of_speech);
    out.text("termNote", Some("administrativeStatus"), status.as_tbx());
    out.optional("admin", Some("projectSubset"), subset);
    out.close();
}

/// A document that is written from its beginning to its end.
#[derive(Default)]
struct Writer {
    out: String,
    /// The names of the elements that are open.
    open: Vec<String>,
}

impl Writer {
    fn line(&mut self, text: &str) {
        self.out.extend(self.open.iter().map(|_| "  "));
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// Begins an element that holds elements; its attributes hold no markup.
    fn open(&mut self, tag: &str) {
        self.line(&format!("<{tag}>"));
        self.open.push(tag.split(' ').next().unwrap_or(tag).to_owned());
    }

    fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.line(&format!("</{name}>"));
        }
    }

    /// Writes an element that holds text, with a type where there is one.
    fn text(&mut self, name: &str, category: Option<&str>, text: &str) {
        let category = category.map(|it| format!(" type=\"{it}\"")).unwrap_or_default();
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        self.line(&format!("<{name}{category}>{text}</{name}>"));
    }

    fn optional(&mut self, name: &str, category: Option<&str>, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, category, text);
        }
    }

    fn done(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }
}
