//! A file of the ledger, and what each of its lines is about.

use std::collections::HashMap;

use hexapla_model::{Fingerprint, Locale, ResourceId};

use crate::fact::{Fact, FactId};
use crate::only::only;
use crate::read::{Problem, fact, lines, not_as_named, problem};
use crate::record::{Head, RecordError, head};
use crate::write::hash;

/// A file of the ledger that was looked through, but not read: what each line is about is seen from
/// its beginning, in the time that it takes to find the lines.
#[derive(Debug)]
pub struct Sheet {
    name: String,
    hash: Fingerprint,
    bytes: Vec<u8>,
    /// The locale that all of it is about, where its first line says so.
    only: Option<Locale>,
    about: About,
    /// That it is not the file that it is named after.
    pub(crate) misnamed: Option<Problem>,
}

/// What the lines of a file are about.
#[derive(Debug, Default)]
struct About {
    resources: Vec<ResourceId>,
    locales: Vec<Locale>,
    said: Vec<Said>,
    texts: Vec<(Fingerprint, Line)>,
    names: Vec<(FactId, Fact)>,
    problems: Vec<Problem>,
}

/// A line that says something of a resource.
#[derive(Clone, Copy, Debug)]
struct Said {
    resource: usize,
    /// None where it is of all locales.
    locale: Option<usize>,
    line: Line,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    start: usize,
    len: usize,
    number: usize,
}

impl Sheet {
    /// Looks through a file of the given name and content.
    pub fn of(name: String, bytes: Vec<u8>) -> Self {
        let mut finding = Finding { only: only(&bytes), ..Finding::default() };
        for (number, line) in lines(&bytes) {
            let start = line.as_ptr() as usize - bytes.as_ptr() as usize;
            let at = Line { start, len: line.len(), number };
            if let Err(error) = finding.add(line, at) {
                finding.about.problems.push(problem(&name, number, &error));
            }
        }
        let hash = hash(&bytes);
        let misnamed = not_as_named(&name, &bytes, hash);
        Self { name, hash, bytes, only: finding.only, about: finding.about, misnamed }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The hash of its bytes.
    pub fn hash(&self) -> Fingerprint {
        self.hash
    }

    /// The resources and locales that it says something of, each once; no locale stands for all.
    pub fn about(&self) -> impl Iterator<Item = (&ResourceId, Option<&Locale>)> {
        let About { resources, locales, said, .. } = &self.about;
        let mut about: Vec<_> = said.iter().map(|it| (it.resource, it.locale)).collect();
        about.sort_unstable();
        about.dedup();
        let named = |(resource, locale): (usize, Option<usize>)| {
            (&resources[resource], locale.map(|at| &locales[at]))
        };
        about.into_iter().map(named)
    }

    /// What it says of names and fingerprints: without it no line can be read.
    pub(crate) fn names(&self) -> &[(FactId, Fact)] {
        &self.about.names
    }

    /// Whether it says something of names or fingerprints, on which every answer depends.
    pub fn renames(&self) -> bool {
        !self.about.names.is_empty()
    }

    /// The fingerprints whose words it keeps, and where.
    pub(crate) fn texts(&self) -> &[(Fingerprint, Line)] {
        &self.about.texts
    }

    /// What could not be understood of the lines that had to be read.
    pub(crate) fn problems(&self) -> &[Problem] {
        &self.about.problems
    }

    /// The bytes of a line.
    pub(crate) fn line(&self, line: Line) -> &[u8] {
        &self.bytes[line.start..line.start + line.len]
    }

    /// The resources, and for each line the place of its resource among them.
    pub(crate) fn said(&self) -> (&[ResourceId], impl Iterator<Item = (usize, Line)>) {
        let said = self.about.said.iter().map(|it| (it.resource, it.line));
        (&self.about.resources, said)
    }

    /// The fact that a line holds.
    pub(crate) fn read(&self, line: Line) -> Result<Option<(FactId, Fact)>, Problem> {
        fact(self.line(line), self.only.as_ref())
            .map_err(|error| problem(&self.name, line.number, &error))
    }
}

/// A sheet under way.
#[derive(Default)]
struct Finding {
    only: Option<Locale>,
    about: About,
    resources: HashMap<String, usize>,
    locales: HashMap<String, usize>,
}

impl Finding {
    fn add(&mut self, line: &[u8], at: Line) -> Result<(), RecordError> {
        match head(line) {
            Some(Head::Ballast | Head::Only(_)) => return Ok(()),
            Some(Head::Text(fingerprint)) if self.only.is_none() => {
                if let Ok(fingerprint) = fingerprint.parse() {
                    self.about.texts.push((fingerprint, at));
                    return Ok(());
                }
            }
            Some(Head::Resource { resource, locale }) if self.may_be_of(locale) => {
                let locale =
                    locale.map(|it| numbered(&mut self.locales, &mut self.about.locales, it));
                let resource = numbered(&mut self.resources, &mut self.about.resources, resource);
                if let (Some(resource), None | Some(Some(_))) = (resource, locale) {
                    let locale = locale.flatten();
                    self.about.said.push(Said { resource, locale, line: at });
                    return Ok(());
                }
            }
            _ => {}
        }
        self.add_read(line, at)
    }

    fn may_be_of(&self, locale: Option<&str>) -> bool {
        self.only.as_ref().is_none_or(|only| locale == Some(only.as_str()))
    }

    /// Adds a line that has to be read to know what it is about.
    fn add_read(&mut self, line: &[u8], at: Line) -> Result<(), RecordError> {
        let Some((id, fact)) = fact(line, self.only.as_ref())? else { return Ok(()) };
        if let Fact::Text(kept) = &fact {
            self.about.texts.push((kept.fingerprint, at));
        } else if let Some(resource) = fact.resource() {
            let (all, names) = (&mut self.about.resources, &mut self.resources);
            let resource = numbered(names, all, resource.as_str()).unwrap_or_default();
            let name = fact.locale().map(Locale::to_string);
            let (all, names) = (&mut self.about.locales, &mut self.locales);
            let locale = name.and_then(|name| numbered(names, all, &name));
            self.about.said.push(Said { resource, locale, line: at });
        } else {
            self.about.names.push((id, fact));
        }
        Ok(())
    }
}

/// The place of a name among all; none where it is no name.
fn numbered<T: std::str::FromStr>(
    known: &mut HashMap<String, usize>,
    all: &mut Vec<T>,
    name: &str,
) -> Option<usize> {
    if let Some(&place) = known.get(name) {
        return Some(place);
    }
    all.push(name.parse().ok()?);
    known.insert(name.to_owned(), all.len() - 1);
    Some(all.len() - 1)
}
