//! A file of the ledger, and what each of its lines is about.

use std::collections::HashMap;

use hexapla_model::{Fingerprint, Locale, ResourceId};

use crate::fact::{Fact, FactId};
use crate::read::{Problem, fact, lines, not_as_named, problem};
use crate::record::{Head, head};

/// A file of the ledger that was looked through, but not read: what each line is about is seen from
/// its beginning, in the time that it takes to find the lines.
#[derive(Debug, Default)]
pub struct Sheet {
    name: String,
    bytes: Vec<u8>,
    resources: Vec<ResourceId>,
    locales: Vec<Locale>,
    said: Vec<Said>,
    pub(crate) texts: Vec<(Fingerprint, Line)>,
    /// What has to be known to read any line.
    pub(crate) names: Vec<(FactId, Fact)>,
    /// Lines that had to be read and could not.
    pub(crate) problems: Vec<Problem>,
    /// That it is not the file that it is named after.
    pub(crate) misnamed: Option<Problem>,
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
        let mut finding = Finding::default();
        for (number, line) in lines(&bytes) {
            let start = line.as_ptr() as usize - bytes.as_ptr() as usize;
            let at = Line { start, len: line.len(), number };
            if let Err(error) = finding.add(line, at) {
                finding.sheet.problems.push(problem(&name, number, &error));
            }
        }
        let misnamed = not_as_named(&name, &bytes);
        Self { name, bytes, misnamed, ..finding.sheet }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The resources that it says something of, each once, and the locales in which it does: none
    /// stands for all.
    pub fn about(&self) -> impl Iterator<Item = (&ResourceId, Option<&Locale>)> {
        let mut about: Vec<_> = self.said.iter().map(|it| (it.resource, it.locale)).collect();
        about.sort_unstable();
        about.dedup();
        let named = |(resource, locale): (usize, Option<usize>)| {
            (&self.resources[resource], locale.map(|at| &self.locales[at]))
        };
        about.into_iter().map(named)
    }

    /// Whether it says something of names or fingerprints, on which every answer depends.
    pub fn renames(&self) -> bool {
        !self.names.is_empty()
    }

    /// The fingerprints whose words it keeps.
    pub fn texts(&self) -> impl Iterator<Item = Fingerprint> {
        self.texts.iter().map(|(fingerprint, _)| *fingerprint)
    }

    /// The resources, and for each line the place of its resource among them.
    pub(crate) fn said(&self) -> (&[ResourceId], impl Iterator<Item = (usize, Line)>) {
        (&self.resources, self.said.iter().map(|it| (it.resource, it.line)))
    }

    /// The fact that a line holds.
    pub(crate) fn read(&self, line: Line) -> Result<Option<(FactId, Fact)>, Problem> {
        let bytes = &self.bytes[line.start..line.start + line.len];
        fact(bytes).map_err(|error| problem(&self.name, line.number, &error))
    }
}

/// A sheet under way.
#[derive(Default)]
struct Finding {
    sheet: Sheet,
    resources: HashMap<String, usize>,
    locales: HashMap<String, usize>,
}

impl Finding {
    fn add(&mut self, line: &[u8], at: Line) -> Result<(), crate::record::RecordError> {
        match head(line) {
            Some(Head::Ballast) => return Ok(()),
            Some(Head::Text(fingerprint)) => {
                if let Ok(fingerprint) = fingerprint.parse() {
                    self.sheet.texts.push((fingerprint, at));
                    return Ok(());
                }
            }
            Some(Head::Resource { resource, locale }) => {
                let locale =
                    locale.map(|it| numbered(&mut self.locales, &mut self.sheet.locales, it));
                let resource = numbered(&mut self.resources, &mut self.sheet.resources, resource);
                if let (Some(resource), None | Some(Some(_))) = (resource, locale) {
                    let locale = locale.flatten();
                    self.sheet.said.push(Said { resource, locale, line: at });
                    return Ok(());
                }
            }
            None => {}
        }
        self.add_read(line, at)
    }

    /// Adds a line that has to be read to know what it is about.
    fn add_read(&mut self, line: &[u8], at: Line) -> Result<(), crate::record::RecordError> {
        let Some((id, fact)) = fact(line)? else { return Ok(()) };
        if let Fact::Text(kept) = &fact {
            self.sheet.texts.push((kept.fingerprint, at));
        } else if let Some(resource) = fact.resource() {
            let (all, names) = (&mut self.sheet.resources, &mut self.resources);
            let resource = numbered(names, all, resource.as_str()).unwrap_or_default();
            let name = fact.locale().map(Locale::to_string);
            let (all, names) = (&mut self.sheet.locales, &mut self.locales);
            let locale = name.and_then(|name| numbered(names, all, &name));
            self.sheet.said.push(Said { resource, locale, line: at });
        } else {
            self.sheet.names.push((id, fact));
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
