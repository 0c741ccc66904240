//! From TBX to a [`Glossary`].

use std::collections::{HashMap, HashSet};

use hexapla_model::{Diagnostic, Locale};

use super::concept::{Concept, LeftOut, count};
use super::document::{Document, Step};
use super::{Imported, Problem};
use crate::glossary::Same;
use crate::{Glossary, limits, rules};

/// Reads a file.
pub(crate) fn read(bytes: &[u8], source: &Locale) -> Result<Imported, Diagnostic> {
    if bytes.len() > limits::BYTES {
        let message = format!("{} bytes, expected at most {}", bytes.len(), limits::BYTES);
        return Err(Problem::new(0, message, "export fewer terms at a time").diagnostic());
    }
    let start = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let text = match std::str::from_utf8(&bytes[start..]) {
        Ok(text) => text,
        Err(error) => {
            let at = start + error.valid_up_to();
            let hint = "save the file as UTF-8";
            return Err(Problem::new(at, "expected UTF-8", hint).diagnostic());
        }
    };
    read_text(text, source)
        .map_err(|problem| Problem { at: problem.at + start, ..problem }.diagnostic())
}

fn read_text(text: &str, source: &Locale) -> Result<Imported, Problem> {
    let mut document = Document::open(text)?;
    let mut left_out = LeftOut::new();
    let mut entries = Vec::new();
    let mut ids = Ids::default();
    let mut same = Same::default();
    root(&mut document)?;
    while let Some(step) = document.next()? {
        let Step::Open(element) = step else { continue };
        if !matches!(element.name.as_str(), "conceptEntry" | "termEntry") {
            continue;
        }
        let element = document.subtree(element)?;
        if entries.len() == limits::ENTRIES {
            let message = format!("more than {} entries", limits::ENTRIES);
            return Err(Problem::new(document.at(), message, "export fewer terms at a time"));
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

/// Reads up to the root, which has to be one of TBX.
fn root(document: &mut Document<'_>) -> Result<(), Problem> {
    loop {
        match document.next()? {
            Some(Step::Text(_)) => {}
            Some(Step::Open(root)) if matches!(root.name.as_str(), "tbx" | "martif") => {
                return Ok(());
            }
            _ => {
                let message = "expected `<tbx …>`, or `<martif …>` of the edition of 2008";
                return Err(Problem::new(0, message, "export the terms as TBX-Basic"));
            }
        }
    }
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
