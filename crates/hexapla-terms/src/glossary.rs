//! All terms of a project.

use std::collections::{HashMap, HashSet};

use hexapla_model::{Diagnostic, Locale};

use crate::rules::{self, Refusal};
use crate::{Entry, PartOfSpeech, Status, toml_reader, toml_writer};

/// The terms of a project, by id.
///
/// It holds only what every format can: terms in one line, explanations without control
/// characters, each with single spaces; ids of ASCII, and no term of a locale twice in an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glossary {
    source: Locale,
    entries: Vec<Entry>,
}

/// Why entries are no glossary.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{id}`: {message}")]
pub struct GlossaryError {
    /// The id of the entry.
    pub id: String,
    /// What is wrong with it.
    pub message: String,
}

impl Glossary {
    /// A glossary of the given entries, in the order of their ids, each text written in one way.
    ///
    /// # Errors
    /// The first entry that a glossary may not hold.
    pub fn new(source: Locale, entries: Vec<Entry>) -> Result<Self, GlossaryError> {
        let mut same = Same::default();
        let mut ids = HashSet::new();
        let mut done = Vec::with_capacity(entries.len());
        for entry in entries {
            let id = entry.id.clone();
            let told = |message: String| GlossaryError { id: id.clone(), message };
            let entry = tidy(entry).map_err(told)?;
            if !ids.insert(entry.id.clone()) {
                return Err(told("the id stands twice".to_owned()));
            }
            if entry.targets.contains_key(&source) {
                return Err(told(format!("`{source}` is the locale of the sources")));
            }
            if let Some(other) = same.add(&entry) {
                return Err(told(duplicate(&entry.term, &other)));
            }
            done.push(entry);
        }
        Ok(Self::sorted(source, done))
    }

    /// A glossary of entries that were looked at.
    pub(crate) fn sorted(source: Locale, mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        Self { source, entries }
    }

    /// Reads a `glossary.toml`, as `docs/glossary.md` shows it.
    ///
    /// # Errors
    /// Every mistake in it, with its place: all in its syntax, else all others.
    pub fn read(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let told = |it: Vec<(usize, Diagnostic)>| it.into_iter().map(|(_, it)| it).collect();
        Self::read_all(&[text]).map_err(told)
    }

    /// Reads several files as one glossary. An id stands in one of them only.
    ///
    /// # Errors
    /// As of [`read`](Self::read), each mistake beside the place of its file among `texts`.
    pub fn read_all(texts: &[&str]) -> Result<Self, Vec<(usize, Diagnostic)>> {
        toml_reader::read(texts)
    }

    /// The text of a `glossary.toml`, which [`read`](Self::read) reads back.
    pub fn to_toml(&self) -> String {
        toml_writer::write(self)
    }

    /// The locale of the entries' own terms.
    pub fn source(&self) -> &Locale {
        &self.source
    }

    /// The entries in the order of their ids.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with the given id.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        let at = self.entries.binary_search_by(|it| it.id.as_str().cmp(id)).ok()?;
        self.entries.get(at)
    }
}

/// Terms that were seen, to tell two entries of one term apart from homographs: those have another
/// part of speech or domain.
#[derive(Default)]
pub(crate) struct Same(HashMap<Homograph, String>);

type Homograph = (String, bool, Option<PartOfSpeech>, Option<String>);

impl Same {
    /// The id of an earlier entry that has the same term in the same sense.
    pub(crate) fn add(&mut self, entry: &Entry) -> Option<String> {
        let term = rules::key(&entry.term, entry.case_sensitive);
        let key = (term, entry.case_sensitive, entry.part_of_speech, entry.domain.clone());
        let earlier = self.0.get(&key).cloned();
        self.0.entry(key).or_insert_with(|| entry.id.clone());
        earlier
    }
}

/// What is told of two entries of one term.
pub(crate) fn duplicate(term: &str, other: &str) -> String {
    format!("`{term}` is the term of `{other}` too")
}

/// What is told of a term that stands twice in one locale of an entry.
pub(crate) fn twice(term: &str, first: Status, second: Status) -> String {
    if first == second {
        format!("`{term}` stands here twice")
    } else {
        format!("`{term}` is both {first} and {second}")
    }
}

fn tidy(mut entry: Entry) -> Result<Entry, String> {
    rules::id(&entry.id).map_err(|it| refused(&entry.id, it))?;
    for text in [&mut entry.definition, &mut entry.domain, &mut entry.note] {
        prose(text)?;
    }
    term(&mut entry.term)?;
    entry.admitted.iter_mut().chain(&mut entry.forbidden).try_for_each(term)?;
    no_repeats(entry.source_terms(), entry.case_sensitive)?;
    for (locale, target) in &mut entry.targets {
        prose(&mut target.note)?;
        let lists = [&mut target.preferred, &mut target.admitted, &mut target.forbidden];
        lists.into_iter().flatten().try_for_each(term)?;
        if target.terms().next().is_none() {
            return Err(format!("no term in {locale}"));
        }
        no_repeats(target.terms(), entry.case_sensitive)?;
    }
    Ok(entry)
}

fn refused(text: &str, refusal: Refusal) -> String {
    format!("{}: `{text}`", refusal.message)
}

fn term(text: &mut String) -> Result<(), String> {
    *text = rules::term(text).map_err(|it| refused(text, it))?;
    Ok(())
}

fn prose(text: &mut Option<String>) -> Result<(), String> {
    if let Some(prose) = text {
        *text = rules::prose(prose).map_err(|it| refused(prose, it))?;
    }
    Ok(())
}

fn no_repeats<'a>(
    terms: impl Iterator<Item = (Status, &'a str)>,
    case_sensitive: bool,
) -> Result<(), String> {
    let mut seen = HashMap::new();
    for (status, term) in terms {
        if let Some(first) = seen.insert(rules::key(term, case_sensitive), status) {
            return Err(twice(term, first, status));
        }
    }
    Ok(())
}
