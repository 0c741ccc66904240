//! What goes into one commit, and what that says of itself.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_ledger::{Fact, Pair};
use hexapla_model::{Group, Handle, Locale, ResourceId, UnitKey};

use crate::credit::Credit;

/// Files that go into one commit, as the same people are on record for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Their paths from the root of the project.
    pub files: BTreeSet<String>,
    /// Who is on record for what is new in them; nobody where no fact says so.
    pub people: BTreeSet<Handle>,
    /// How many units were settled in each locale; under none what was said for all locales.
    pub settled: BTreeMap<Option<Locale>, usize>,
    /// How many facts are new.
    pub facts: usize,
    /// How many of the files are targets.
    pub targets: usize,
}

/// A file of the ledger that is not committed, with the facts in it that are new.
pub(super) type NewFacts = (String, Vec<Fact>);

/// A target that is not committed.
pub(super) type NewTarget = (String, ResourceId, Locale);

/// A unit that somebody said something of.
type Unit<'a> = (Option<&'a Locale>, &'a ResourceId, Option<&'a UnitKey>, &'a Group);

/// The most locales that the first line of a message names.
const NAMED: usize = 4;

/// Puts files into batches: one for each person, but one for those who are on record for the same
/// files, and one for files that nobody is on record for. That one is first.
///
/// With `is_packed` all files of the ledger stay together, as some hold what others held.
pub(super) fn batches(ledger: &[NewFacts], targets: &[NewTarget], is_packed: bool) -> Vec<Batch> {
    let mut batches: Vec<Batch> = Vec::new();
    for (person, files) in by_person(ledger, targets, is_packed) {
        let (theirs, others): (Vec<_>, Vec<_>) =
            batches.into_iter().partition(|it| !it.files.is_disjoint(&files));
        let mut joined =
            Batch { files, people: BTreeSet::from([person.clone()]), ..Batch::default() };
        for one in theirs {
            joined.files.extend(one.files);
            joined.people.extend(one.people);
        }
        batches = others;
        batches.push(joined);
    }
    let paths = ledger.iter().map(|it| &it.0).chain(targets.iter().map(|it| &it.0));
    let left = paths.filter(|path| !batches.iter().any(|it| it.files.contains(*path)));
    let nobodys = Batch { files: left.cloned().collect(), ..Batch::default() };
    batches.push(nobodys);
    batches.retain(|it| !it.files.is_empty());
    batches.sort_by(|a, b| a.people.cmp(&b.people));
    batches.iter_mut().for_each(|it| it.count(ledger, targets));
    batches
}

/// The files that each person is on record for.
fn by_person<'a>(
    ledger: &'a [NewFacts],
    targets: &[NewTarget],
    is_packed: bool,
) -> BTreeMap<&'a Handle, BTreeSet<String>> {
    let mut files: BTreeMap<&Handle, BTreeSet<String>> = BTreeMap::new();
    for (path, facts) in ledger {
        for (fact, by) in facts.iter().filter_map(|fact| Some((fact, fact.by()?))) {
            let theirs = files.entry(by).or_default();
            theirs.insert(path.clone());
            let about = |it: &&NewTarget| {
                fact.resource() == Some(&it.1) && fact.locale().is_none_or(|locale| *locale == it.2)
            };
            theirs.extend(targets.iter().filter(about).map(|it| it.0.clone()));
        }
    }
    if is_packed {
        let all = || ledger.iter().map(|it| it.0.clone());
        files.values_mut().for_each(|it| it.extend(all()));
    }
    files
}

impl Batch {
    fn count(&mut self, ledger: &[NewFacts], targets: &[NewTarget]) {
        let facts = ledger.iter().filter(|it| self.files.contains(&it.0)).flat_map(|it| &it.1);
        let facts: Vec<&Fact> = facts.collect();
        let units: BTreeSet<Unit<'_>> = facts.iter().flat_map(|fact| units(fact)).collect();
        for (locale, ..) in units {
            *self.settled.entry(locale.cloned()).or_default() += 1;
        }
        self.facts = facts.len();
        self.targets = targets.iter().filter(|it| self.files.contains(&it.0)).count();
    }

    /// What the commit says: a line, with many locales a line for each, and whom to thank where
    /// several did it.
    pub(super) fn message(&self, credit: impl Fn(&Handle) -> Credit) -> String {
        let mut message = self.subject();
        if self.settled.len() > NAMED {
            message.push('\n');
            for (locale, units) in &self.settled {
                message.push_str(&format!(
                    "\n{}: {}",
                    name(locale.as_ref()),
                    count(*units, "unit")
                ));
            }
        }
        if self.people.len() > 1 {
            message.push('\n');
            for person in &self.people {
                message.push_str(&format!("\nCo-authored-by: {}", credit(person)));
            }
        }
        message
    }

    /// What it holds, in a line.
    pub fn subject(&self) -> String {
        let all: usize = self.settled.values().sum();
        match (self.settled.len(), self.facts, self.targets) {
            (0, 0, 0) => format!("Remove {} of the ledger", count(self.files.len(), "file")),
            (0, 0, targets) => {
                format!("Take over {} that nobody settled yet", count(targets, "translation"))
            }
            (0, facts, _) => format!("Record {}", count(facts, "fact")),
            (1..=NAMED, ..) => {
                let in_locale = |(at, (locale, units)): (usize, (&Option<Locale>, &usize))| match at
                {
                    0 => format!("{} in {}", count(*units, "unit"), name(locale.as_ref())),
                    _ => format!("{units} in {}", name(locale.as_ref())),
                };
                let each: Vec<String> = self.settled.iter().enumerate().map(in_locale).collect();
                format!("Settle {}", each.join(", "))
            }
            (locales, ..) => format!("Settle {} in {locales} locales", count(all, "unit")),
        }
    }
}

/// The units that a fact settles.
fn units(fact: &Fact) -> Vec<Unit<'_>> {
    let of = |locale, resource, pair| -> Unit<'_> {
        let pair: &Pair = pair;
        (Some(locale), resource, pair.key.as_ref(), &pair.source)
    };
    match fact {
        Fact::Attested(it) => {
            it.pairs.iter().map(|pair| of(&it.locale, &it.resource, pair)).collect()
        }
        Fact::Reopened(it) => vec![of(&it.locale, &it.resource, &it.pair)],
        Fact::StillValid(it) => vec![(it.locale.as_ref(), &it.resource, it.key.as_ref(), &it.to)],
        _ => Vec::new(),
    }
}

fn name(locale: Option<&Locale>) -> &str {
    locale.map_or("all locales", Locale::as_str)
}

fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
