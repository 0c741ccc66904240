//! What stands in the files of a ledger, counted.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use hexapla_model::{Fingerprint, Locale, Progress, ResourceId};
use rayon::prelude::*;

use crate::ballast::LOOSE;
use crate::fact::{Attested, Fact, FactId};
use crate::only::only;
use crate::read::{Problem, fact, lines, not_as_named, problem};
use crate::write::hash;

/// What stands in the files of a ledger, counted: of each file its own, joined in any order.
///
/// It takes little memory beside one file: of facts and pairs it holds what tells them apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// How many files there are.
    pub files: usize,
    /// How many of them packing may take the place of.
    pub loose: usize,
    /// How many bytes they have.
    pub bytes: usize,
    problems: BTreeSet<Problem>,
    facts: BTreeMap<FactId, &'static str>,
    /// Hashes of what is attested in which resource and locale.
    pairs: BTreeSet<u64>,
    /// The sources of attested pairs, with the first resource that names each.
    sources: BTreeMap<Fingerprint, ResourceId>,
    texts: BTreeSet<Fingerprint>,
    places: BTreeMap<ResourceId, BTreeSet<Locale>>,
    earlier_names: BTreeSet<ResourceId>,
}

impl Audit {
    /// Looks through a file of the given name and content, on all cores; its bytes are steps.
    pub fn of_file(name: &str, bytes: &[u8], progress: &Progress) -> Self {
        let lines: Vec<(usize, &[u8])> = lines(bytes).collect();
        let only = only(bytes);
        let add = |mut audit: Self, &(number, line): &(usize, &[u8])| {
            match fact(line, only.as_ref()) {
                Ok(Some((id, fact))) => audit.add_fact(id, &fact),
                Ok(None) => {}
                Err(error) => drop(audit.problems.insert(problem(name, number, &error))),
            }
            progress.steps(line.len() + 1);
            audit
        };
        let parts = lines.par_iter().fold(Self::default, add);
        let mut audit = parts.reduce(Self::default, Self::join);
        if audit.problems.is_empty() {
            audit.problems.extend(not_as_named(name, bytes, hash(bytes)));
        }
        let loose = usize::from(bytes.len() <= LOOSE * 3 && has_ballast(&lines));
        Self { files: 1, loose, bytes: bytes.len(), ..audit }
    }

    /// Both together.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        if self.pairs.len() < other.pairs.len() {
            return other.join(self);
        }
        self.files += other.files;
        self.loose += other.loose;
        self.bytes += other.bytes;
        self.problems.extend(other.problems);
        self.facts.extend(other.facts);
        self.pairs.extend(other.pairs);
        self.texts.extend(other.texts);
        self.earlier_names.extend(other.earlier_names);
        for (source, resource) in other.sources {
            self.add_source(source, &resource);
        }
        for (resource, locales) in other.places {
            self.places.entry(resource).or_default().extend(locales);
        }
        self
    }

    /// The lines that could not be read, and the files that are not the ones they are named after, in
    /// order of file and line.
    pub fn problems(&self) -> Vec<Problem> {
        self.problems.iter().cloned().collect()
    }

    /// How many facts there are of each kind, each counted once however often it stands there.
    pub fn facts(&self) -> BTreeMap<&'static str, usize> {
        let mut kinds = BTreeMap::new();
        for kind in self.facts.values() {
            *kinds.entry(*kind).or_default() += 1;
        }
        kinds
    }

    /// How many pairs somebody attested, each counted once in its resource and locale.
    pub fn pairs(&self) -> usize {
        self.pairs.len()
    }

    /// The sources that translations were made from and whose words no file keeps, each with a
    /// resource that it stood in.
    pub fn wordless(&self) -> impl Iterator<Item = (&Fingerprint, &ResourceId)> {
        self.sources.iter().filter(|(source, _)| !self.texts.contains(source))
    }

    /// The resources that something is said of, and in which locales, but for those that have a
    /// later name.
    pub fn places(&self) -> impl Iterator<Item = (&ResourceId, &BTreeSet<Locale>)> {
        self.places.iter().filter(|(resource, _)| !self.earlier_names.contains(resource))
    }

    fn add_fact(&mut self, id: FactId, fact: &Fact) {
        self.facts.insert(id, fact.kind());
        if let Some(resource) = fact.resource() {
            self.places.entry(resource.clone()).or_default().extend(fact.locale().cloned());
        }
        match fact {
            Fact::Attested(attested) => self.add_attested(attested),
            Fact::Text(kept) => drop(self.texts.insert(kept.fingerprint)),
            Fact::Renamed(renamed) => drop(self.earlier_names.insert(renamed.from.clone())),
            _ => {}
        }
    }

    fn add_attested(&mut self, attested: &Attested) {
        for pair in &attested.pairs {
            let mut hasher = DefaultHasher::new();
            (&attested.resource, &attested.locale, pair).hash(&mut hasher);
            self.pairs.insert(hasher.finish());
            for source in pair.source.members() {
                self.add_source(*source, &attested.resource);
            }
        }
    }

    fn add_source(&mut self, source: Fingerprint, resource: &ResourceId) {
        match self.sources.get_mut(&source) {
            Some(known) if *known <= *resource => {}
            Some(known) => *known = resource.clone(),
            None => drop(self.sources.insert(source, resource.clone())),
        }
    }
}

fn has_ballast(lines: &[(usize, &[u8])]) -> bool {
    lines.last().is_some_and(|(_, line)| matches!(fact(line, None), Ok(None)))
}
