//! A concept of TBX as it is read, before it is an entry.

use std::collections::{BTreeMap, HashSet};

use hexapla_model::Locale;
use hexapla_xml::Element;

use super::CASE_SENSITIVE;
use super::element::{category, ungrouped};
use crate::{Entry, PartOfSpeech, Status, Target, rules};

/// What is counted of what has no place in a glossary.
pub(crate) type LeftOut = BTreeMap<String, usize>;

/// A concept as it stands in a file.
#[derive(Default)]
pub(crate) struct Concept {
    definition: Option<String>,
    domain: Option<String>,
    notes: Vec<String>,
    case_sensitive: bool,
    sections: BTreeMap<Locale, Section>,
}

/// The terms of a concept in one locale.
#[derive(Default)]
struct Section {
    definition: Option<String>,
    notes: Vec<String>,
    part_of_speech: Option<PartOfSpeech>,
    terms: Vec<(Option<Status>, String)>,
}

impl Concept {
    /// Reads a `<conceptEntry>`, or a `<termEntry>` of the edition of 2008.
    pub(crate) fn read(entry: &Element, left_out: &mut LeftOut) -> Self {
        let mut concept = Self::default();
        for element in ungrouped(entry) {
            match category(element) {
                "subjectField" if concept.domain.is_none() => {
                    concept.domain = prose(element, left_out);
                }
                "definition" if concept.definition.is_none() => {
                    concept.definition = prose(element, left_out);
                }
                "note" => concept.notes.extend(prose(element, left_out)),
                "langSec" | "langSet" => concept.section(element, left_out),
                other => count(left_out, other),
            }
        }
        concept
    }

    fn section(&mut self, element: &Element, left_out: &mut LeftOut) {
        let tag = element.attribute("xml:lang").or_else(|| element.attribute("lang"));
        let Some(locale) = tag.and_then(|tag| tag.trim().replace('_', "-").parse().ok()) else {
            return count(left_out, "langSec");
        };
        let section = self.sections.entry(locale).or_default();
        for element in ungrouped(element) {
            match category(element) {
                "definition" if section.definition.is_none() => {
                    section.definition = prose(element, left_out);
                }
                "note" => section.notes.extend(prose(element, left_out)),
                "termSec" | "tig" | "ntig" => {
                    self.case_sensitive |= section.term(element, left_out);
                }
                other => count(left_out, other),
            }
        }
    }

    /// The entry of it, where it has a term in the source locale. The id is left to the caller.
    pub(crate) fn entry(mut self, source: &Locale, left_out: &mut LeftOut) -> Option<Entry> {
        let locale = self.source(source)?;
        let own = self.sections.remove(&locale)?;
        let (definition, part_of_speech) = (own.definition.clone(), own.part_of_speech);
        let part_of_speech = part_of_speech
            .or_else(|| self.sections.values().find_map(|section| section.part_of_speech));
        let target = own.target(self.case_sensitive, left_out)?;
        let Target { mut preferred, mut admitted, forbidden, note } = target;
        preferred.append(&mut admitted);
        if preferred.is_empty() {
            return None;
        }
        let term = preferred.remove(0);
        // Notes on the source's terms are of the concept.
        self.notes.extend(note);
        let mut targets = BTreeMap::new();
        for (locale, mut section) in self.sections {
            if section.definition.take().is_some() {
                count(left_out, "definition");
            }
            if let Some(target) = section.target(self.case_sensitive, left_out) {
                targets.insert(locale, target);
            }
        }
        Some(Entry {
            id: String::new(),
            term,
            admitted: preferred,
            forbidden,
            definition: self.definition.or(definition),
            part_of_speech,
            domain: self.domain,
            note: joined(&self.notes),
            case_sensitive: self.case_sensitive,
            targets,
        })
    }

    /// The section of the source: of its locale, of one that it is a part of, or else of its language.
    fn source(&self, source: &Locale) -> Option<Locale> {
        let mut tags = std::iter::successors(Some(source.clone()), Locale::truncated);
        let exact = tags.find(|tag| self.sections.contains_key(tag));
        exact.or_else(|| self.sections.keys().find(|it| it.same_language(source)).cloned())
    }
}

impl Section {
    /// Reads a `<termSec>`; gives whether capitals are a part of its term.
    fn term(&mut self, element: &Element, left_out: &mut LeftOut) -> bool {
        let (mut term, mut status, mut case_sensitive) = (None, None, false);
        let mut notes = Vec::new();
        for element in ungrouped(element) {
            match category(element) {
                "term" if term.is_none() => term = rules::term(&element.text()).ok(),
                "administrativeStatus" => status = status.or(Status::of_tbx(&element.text())),
                "partOfSpeech" => {
                    let read = PartOfSpeech::of_tbx(&element.text());
                    self.part_of_speech = self.part_of_speech.or(Some(read));
                }
                "projectSubset" if element.text().trim() == CASE_SENSITIVE => case_sensitive = true,
                "note" => notes.extend(prose(element, left_out)),
                other => count(left_out, other),
            }
        }
        match term {
            Some(term) => {
                self.notes.extend(notes.into_iter().map(|note| format!("{term}: {note}")));
                self.terms.push((status, term));
            }
            None => count(left_out, "term"),
        }
        case_sensitive
    }

    /// Its terms by status. Where nothing is said of a term, the first is preferred, unless another
    /// is, and the others are admitted.
    fn target(self, case_sensitive: bool, left_out: &mut LeftOut) -> Option<Target> {
        let mut has_preferred =
            self.terms.iter().any(|(status, _)| *status == Some(Status::Preferred));
        let mut target = Target { note: joined(&self.notes), ..Target::default() };
        for (status, term) in self.terms {
            let status = status.unwrap_or(match has_preferred {
                true => Status::Admitted,
                false => Status::Preferred,
            });
            has_preferred |= status == Status::Preferred;
            match status {
                Status::Preferred => target.preferred.push(term),
                Status::Admitted => target.admitted.push(term),
                Status::Forbidden => target.forbidden.push(term),
            }
        }
        let mut seen = HashSet::new();
        for list in [&mut target.preferred, &mut target.admitted, &mut target.forbidden] {
            let before = list.len();
            list.retain(|term| seen.insert(rules::key(term, case_sensitive)));
            (list.len()..before).for_each(|_| count(left_out, "term"));
        }
        let is_empty = target.terms().next().is_none();
        (!is_empty).then_some(target)
    }
}

/// The text of an element; one that a glossary may not hold is left out.
fn prose(element: &Element, left_out: &mut LeftOut) -> Option<String> {
    let prose = rules::prose(&element.text());
    if prose.is_err() {
        count(left_out, category(element));
    }
    prose.ok().flatten()
}

fn joined(notes: &[String]) -> Option<String> {
    (!notes.is_empty()).then(|| notes.join("\n"))
}

pub(crate) fn count(left_out: &mut LeftOut, name: &str) {
    let name: String = name.chars().take(64).collect();
    // So many names are no dialect.
    if left_out.len() < 1_000 || left_out.contains_key(&name) {
        *left_out.entry(name).or_default() += 1;
    }
}
