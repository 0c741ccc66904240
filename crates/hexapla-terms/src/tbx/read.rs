//! From TBX to a [`Glossary`].

use std::collections::{HashMap, HashSet};

use hexapla_model::{Diagnostic, Locale, Phrase};
use hexapla_xml::{Document, Element, Problem, Step};

use super::Imported;
use super::concept::{Concept, LeftOut, count};
use crate::glossary::Same;
use crate::{Glossary, limits, rules};

/// Reads a file.
pub(crate) fn read(bytes: &[u8], source: &Locale) -> Result<Imported, Diagnostic> {
    if bytes.len() > limits::BYTES {
        let message = format!("{} bytes, expected at most {}", bytes.len(), limits::BYTES);
        return Err(diagnostic(problem(0, message, FEWER)));
    }
    let start = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let text = match std::str::from_utf8(&bytes[start..]) {
        Ok(text) => text,
        Err(error) => {
            let at = start + error.valid_up_to();
            return Err(diagnostic(problem(at, "expected UTF-8", "save the file as UTF-8")));
        }
    };
    read_text(text, source).map_err(|it| diagnostic(Problem { at: it.at + start, ..it }))
}

/// What there is to do where a file is too large.
const FEWER: &str = "export fewer terms at a time";

fn problem(at: usize, message: impl Into<String>, hint: &'static str) -> Problem {
    Problem { at, message: message.into(), hint }
}

fn diagnostic(problem: Problem) -> Diagnostic {
    Diagnostic::error("tbx", problem.at..problem.at, Phrase::in_english(problem.message))
        .with_hint(Phrase::in_english(problem.hint))
}

fn read_text(text: &str, source: &Locale) -> Result<Imported, Problem> {
    let mut document = Document::<()>::open(text)?;
    let mut left_out = LeftOut::new();
    let mut entries = Vec::new();
    let mut ids = Ids::default();
    let mut same = Same::default();
    let is_tbx = |root: &Element| matches!(root.name.as_str(), "tbx" | "martif");
    if document.root(is_tbx)?.is_none() {
        let message = "expected `<tbx …>`, or `<martif …>` of the edition of 2008";
        return Err(problem(0, message, "export the terms as TBX-Basic"));
    }
    while let Some(step) = document.next()? {
        let Step::Open(element) = step else { continue };
        if !matches!(element.name.as_str(), "conceptEntry" | "termEntry") {
            continue;
        }
        let element = document.subtree(element)?;
        if entries.len() == limits::ENTRIES {
            let message = format!("more than {} entries", limits::ENTRIES);
            return Err(problem(document.at(), message, FEWER));
        }
        let entry = Concept::read(&element, &mut left_out).entry(source, &mut left_out);
        let Some(mut entry) = entry else {
            count(&mut left_out, "conceptEntry");
            continue;
        };
        if same.add(&entry).is_some() {
            count(&mut left_out, "id");
            continue;
        }
        entry.id = ids.free(element.attribute("id"), &entry.term);
        entries.push(entry);
    }
    Ok(Imported { glossary: Glossary::sorted(source.clone(), entries), left_out })
}

/// Ids that are taken.
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    /// The number that was last put behind an id.
    last: HashMap<String, usize>,
}

impl Ids {
    /// The id of an entry: its own where a glossary may hold it, else one like it or like its term.
    fn free(&mut self, own: Option<&str>, term: &str) -> String {
        let id = match own.map(str::trim) {
            Some(own) if rules::id(own).is_ok() => own.to_owned(),
            Some(own) if !own.is_empty() => like(own),
            _ => like(term),
        };
        let mut free = id.clone();
        while !self.taken.insert(free.clone()) {
            let number = self.last.entry(id.clone()).or_insert(1);
            *number += 1;
            free = format!("{id}-{number}");
        }
        free
    }
}

/// An id that is like a text, short enough that a number fits behind it.
fn like(text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let id: String = text.chars().map(plain).take(limits::ID - 20).collect();
    let id = id.trim_matches('-');
    match id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        true => id.to_owned(),
        false => format!("t-{id}").trim_end_matches('-').to_owned(),
    }
}
