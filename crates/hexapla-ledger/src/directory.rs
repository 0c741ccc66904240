//! Where in the files of a ledger the lines about each resource stand.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use hexapla_model::{Fingerprint, ResourceId};
use rayon::prelude::*;

use crate::fact::{Fact, FactId};
use crate::fold::{Ledger, Names};
use crate::read::{Problem, Read, apart};
use crate::sheet::{Line, Sheet};

/// A ledger of which only that is read what is asked for: the lines about one resource, and the
/// words that these name.
///
/// It takes little more memory than the files. [`Directory::read`] says the same of a resource as
/// [`Ledger::read`] of all files does.
#[derive(Debug, Default)]
pub struct Directory {
    sheets: Vec<Arc<Sheet>>,
    resources: HashMap<ResourceId, Vec<(usize, Line)>>,
    texts: HashMap<Fingerprint, Vec<(usize, Line)>, ByOwnBytes>,
    names: Names,
}

impl Directory {
    /// The directory of the given files.
    pub fn of(sheets: Vec<Arc<Sheet>>) -> Self {
        let names: BTreeMap<&FactId, &Fact> =
            sheets.iter().flat_map(|it| it.names()).map(|(id, fact)| (id, fact)).collect();
        let names = Names::of(names.into_values());
        Self { names, ..Self::default() }.with(sheets)
    }

    /// The directory of these files too, none of which says something of names
    /// ([`Sheet::renames`]).
    #[must_use]
    pub fn with(mut self, sheets: Vec<Arc<Sheet>>) -> Self {
        for sheet in sheets {
            self.add(self.sheets.len(), &sheet);
            self.sheets.push(sheet);
        }
        self
    }

    fn add(&mut self, at: usize, sheet: &Sheet) {
        let (resources, said) = sheet.said();
        let mut lines: Vec<Vec<(usize, Line)>> = vec![Vec::new(); resources.len()];
        said.for_each(|(resource, line)| lines[resource].push((at, line)));
        for (resource, lines) in resources.iter().zip(lines) {
            match self.resources.get_mut(resource) {
                Some(known) => known.extend(lines),
                None => drop(self.resources.insert(resource.clone(), lines)),
            }
        }
        for (fingerprint, line) in sheet.texts() {
            self.texts.entry(*fingerprint).or_default().push((at, *line));
        }
    }

    /// The files.
    pub fn sheets(&self) -> &[Arc<Sheet>] {
        &self.sheets
    }

    /// The resources that something was said of, under each of their names; in no order, and some
    /// several times.
    pub fn resources(&self) -> impl Iterator<Item = &ResourceId> {
        self.resources.keys().flat_map(|it| self.later_names(it).chain([it]))
    }

    /// Whether the words behind a fingerprint are kept.
    pub fn keeps_text(&self, fingerprint: &Fingerprint) -> bool {
        self.texts.contains_key(fingerprint)
    }

    /// The names that what was said of `resource` holds for beside its own.
    pub fn later_names(&self, resource: &ResourceId) -> impl Iterator<Item = &ResourceId> {
        self.names.later(resource)
    }

    /// Reads everything that was said of one resource, under this name or an earlier one.
    ///
    /// The words are kept of every fingerprint that something is said of. The lines that could not
    /// be read are told of.
    pub fn read(&self, resource: &ResourceId) -> Read {
        let names = self.names.earlier(resource).chain([resource]);
        let lines: Vec<(usize, Line)> =
            names.filter_map(|name| self.resources.get(name)).flatten().copied().collect();
        let (facts, mut problems) = self.facts(&lines);
        let mut ledger = Ledger::fold_under(&self.names, facts).only(resource);
        let named: HashSet<Fingerprint, ByOwnBytes> = ledger.fingerprints();
        let texts = named.iter().filter_map(|it| self.texts.get(it)).flatten();
        let (texts, damaged) = self.facts(&texts.copied().collect::<Vec<_>>());
        problems.extend(damaged);
        for fact in texts.into_values() {
            if let Fact::Text(kept) = fact {
                ledger.keep_text(kept.fingerprint, kept.text);
            }
        }
        Read { ledger, problems }
    }

    /// The problems of the lines that [`Self::read`] reads of none of the given resources; of those
    /// in the files with the given names, where there are any.
    pub fn unread_problems(
        &self,
        read: &BTreeSet<ResourceId>,
        names: Option<&BTreeSet<String>>,
    ) -> Vec<Problem> {
        if names.is_some_and(BTreeSet::is_empty) {
            return Vec::new();
        }
        let others = self.resources.par_iter().filter(|(id, _)| !read.contains(*id));
        let lines = others.flat_map_iter(|(_, lines)| lines);
        let texts = self.texts.par_iter().flat_map_iter(|(_, lines)| lines);
        let asked = |sheet: usize| names.is_none_or(|it| it.contains(self.sheets[sheet].name()));
        let asked = lines.chain(texts).filter(|it| asked(it.0));
        asked.filter_map(|&(sheet, line)| self.sheets[sheet].read(line).err()).collect()
    }

    /// What is wrong with the files, where so much was found in reading them: every problem once,
    /// in order of file and line.
    pub fn problems(&self, mut found: Vec<Problem>) -> Vec<Problem> {
        found.extend(self.sheets.iter().flat_map(|it| it.problems()).cloned());
        let broken: BTreeSet<String> = found.iter().map(|it| it.file.clone()).collect();
        let misnamed = self.sheets.iter().filter_map(|it| it.misnamed.as_ref());
        found.extend(misnamed.filter(|it| !broken.contains(&it.file)).cloned());
        found.sort();
        found.dedup();
        found
    }

    /// The fingerprints of which the files with the given names keep words that no other file keeps,
    /// and whether another keeps other words of it.
    pub fn new_texts(&self, names: &BTreeSet<String>) -> BTreeMap<Fingerprint, bool> {
        let is_new = |sheet: usize| names.contains(self.sheets[sheet].name());
        let sheets = self.sheets.iter().filter(|it| names.contains(it.name()));
        let fingerprints = sheets.flat_map(|it| it.texts()).map(|(fingerprint, _)| fingerprint);
        let mut new = BTreeMap::new();
        for fingerprint in fingerprints {
            let lines = self.texts.get(fingerprint).into_iter().flatten();
            let (added, known): (Vec<_>, Vec<_>) = lines.partition(|it| is_new(it.0));
            let words = |&&(sheet, line): &&(usize, Line)| self.sheets[sheet].line(line);
            let known: BTreeSet<&[u8]> = known.iter().map(words).collect();
            if added.iter().any(|it| !known.contains(words(it))) {
                new.insert(*fingerprint, !known.is_empty());
            }
        }
        new
    }

    fn facts(&self, lines: &[(usize, Line)]) -> (BTreeMap<FactId, Fact>, Vec<Problem>) {
        let read = |&(sheet, line): &(usize, Line)| self.sheets[sheet].read(line);
        apart(lines.par_iter().map(read).collect())
    }
}

type ByOwnBytes = BuildHasherDefault<OwnBytes>;

/// Takes the first bytes of a fingerprint for its hash, which it is.
#[derive(Default)]
struct OwnBytes(u64);

impl Hasher for OwnBytes {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for (at, byte) in bytes.iter().take(8).enumerate() {
            self.0 ^= u64::from(*byte) << (at * 8);
        }
    }

    fn write_usize(&mut self, _: usize) {}
}
