//! Mistakes in sources and translations.
//!
//! A check looks at one document, or at a source and target that belong together. Of stale units
//! only what would break them is told: that their texts differ is what stale means.

mod agree;
mod document;
mod draft;
mod fixes;
mod fluent;
mod known;
mod markup;
mod placeable;
mod plural;
mod root;
mod runtimes;
mod spoken;
mod terms;
mod tuning;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use hexapla_checks::{texts, too_long};
use hexapla_formats::Format;
use hexapla_formats::fluent::{EntryFacts, inspect};
use hexapla_model::{Diagnostic, Freshness, Locale, ResourceId, Unit, UnitKey, phrase};
use rayon::prelude::*;

use crate::address::address;
use crate::assess::UnitStatus;
use crate::finding::Finding;
use crate::plural_forms::Families;
use crate::runtime_plurals::Disagreements;
use crate::snapshot::{Document, Resource, Snapshot};
use crate::status::Status;

use agree::Notes;
pub use draft::{Drafted, Known, check_draft};
pub use fixes::{Mending, mendings};
pub use known::{Check, checks};
pub use spoken::{SpokenTerm, spoken_terms, term_at};
use terms::Terms;
use tuning::Used;
pub use tuning::{Limit, Silence, Tuning};
use words::{Depth, Usage};

/// What checks say of a project.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Everything that is wrong, by resource, then locale (the source first), then place.
    pub findings: Vec<Finding>,
    /// What the config silences although nothing finds it.
    pub idle: Vec<Silence>,
}

/// Checks everything.
pub fn check(snapshot: &Snapshot, status: &Status) -> Checked {
    look(snapshot, status, Depth::All)
}

/// Everything that may keep a text or a release from shipping, as [`check`] finds it: the errors, and
/// of collections whose channels gate warnings those too.
pub fn check_for_release(snapshot: &Snapshot, status: &Status) -> Vec<Finding> {
    look(snapshot, status, Depth::Shipping).findings
}

/// What is wrong with one resource, as [`check`] finds it, but for what only the whole project tells:
/// whether texts agree with others. Of its collection the sources have to be there.
pub fn check_one(snapshot: &Snapshot, status: &Status, id: &ResourceId) -> Vec<Finding> {
    let Some(resource) = snapshot.resources.get(id) else { return Vec::new() };
    let usage = Usage::of([resource].into_iter(), Depth::All);
    let terms = Terms::of([resource].into_iter());
    let known = Whole { names: Names::of(snapshot), usage, terms, notes: Notes::new() };
    check_resource(id, resource, status, &known).0
}

fn look(snapshot: &Snapshot, status: &Status, depth: Depth) -> Checked {
    let (names, usage) = (Names::of(snapshot), Usage::of(snapshot.resources.values(), depth));
    let notes = match depth {
        Depth::All => agree::notes(snapshot, status),
        Depth::Shipping => Notes::new(),
    };
    let asked = snapshot.resources.values().filter(|it| !usage.is_brief(&it.collection));
    let known = Whole { names, terms: Terms::of(asked), usage, notes };
    let found: Vec<(Vec<Finding>, BTreeSet<usize>)> = snapshot
        .resources
        .par_iter()
        .map(|(id, resource)| check_resource(id, resource, status, &known))
        .collect();
    let used = found.iter().flat_map(|(_, used)| used.iter().copied()).collect();
    let tunings = snapshot.resources.values().map(|it| &it.collection.tuning);
    let idle = tuning::idle(tunings, &used);
    Checked { findings: found.into_iter().flat_map(|(found, _)| found).collect(), idle }
}

/// What is known of the project as a whole.
struct Whole<'a> {
    names: Names<'a>,
    usage: Usage,
    terms: Terms<'a>,
    notes: Notes<'a>,
}

/// The messages and terms of each collection, with their attributes.
#[derive(Default)]
struct Names<'a> {
    known: BTreeMap<String, BTreeSet<String>>,
    /// The resource whose entry of a name the collection's bundle holds.
    owners: BTreeMap<(&'a str, &'a UnitKey), &'a ResourceId>,
    /// How the runtimes of Fluent choose plurals.
    plurals: BTreeMap<&'a Locale, Disagreements>,
}

impl<'a> Names<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        let mut names = Self::default();
        for (id, resource) in &snapshot.resources {
            if resource.collection.format != Format::Fluent {
                continue;
            }
            let locales = resource.targets.keys().chain([&resource.collection.source_locale]);
            for locale in locales {
                let of_locale = || Disagreements::of_locale(locale.clone());
                names.plurals.entry(locale).or_insert_with(of_locale);
            }
            let known = names.known.entry(id.collection().to_owned()).or_default();
            for unit in resource.source_units() {
                known.extend(fluent::names(unit, inspect(&unit.text).as_ref()));
                if let Some(key) = &unit.key {
                    names.owners.entry((id.collection(), key)).or_insert(id);
                }
            }
        }
        names
    }

    /// What is wrong with an entry of the source that another resource has too.
    fn taken(&self, id: &ResourceId, unit: &Unit) -> Option<Diagnostic> {
        let key = unit.key.as_ref()?;
        let owner = self.owners.get(&(id.collection(), key)).filter(|owner| **owner != id)?;
        let message = phrase!(
            "`{owner}` has an entry `{key}` too, and the bundle takes that one",
            owner = owner.to_string(),
            key = key.as_str(),
        );
        let hint = phrase!("a collection is released as one bundle: rename one of them");
        Some(Diagnostic::error("id-taken", unit.span.clone(), message).with_hint(hint))
    }
}

/// What the entries of a resource ask for; nothing where its format has none.
struct Entries<'a> {
    /// Those of the source, each looked into once for all locales.
    given: Vec<Option<EntryFacts>>,
    /// The names in its collection.
    known: Option<&'a BTreeSet<String>>,
    plurals: &'a BTreeMap<&'a Locale, Disagreements>,
}

impl<'a> Entries<'a> {
    fn of(id: &ResourceId, resource: &Resource, names: &'a Names<'_>) -> Self {
        let units = match resource.collection.format {
            Format::Fluent => resource.source_units(),
            _ => &[],
        };
        let given = units.iter().map(|unit| inspect(&unit.text)).collect();
        Self { given, known: names.known.get(id.collection()), plurals: &names.plurals }
    }

    /// What is wrong with a message or term beside what it was made from, and by itself.
    fn of_target(
        &self,
        source: &Unit,
        target: &Unit,
        status: &UnitStatus,
        locale: &Locale,
    ) -> Vec<Diagnostic> {
        let own;
        let given = match &status.pivot {
            None => self.given.get(status.source.start).and_then(Option::as_ref),
            Some(_) => {
                own = inspect(&source.text);
                own.as_ref()
            }
        };
        let asked = inspect(&target.text);
        let stale = status.freshness == Freshness::Stale;
        let mut problems = match (given, &asked) {
            (Some(given), Some(asked)) => fluent::pair(target, given, asked, stale),
            _ => Vec::new(),
        };
        if let (Some(given), Some(asked), Some(names), false) = (given, &asked, self.known, stale) {
            problems.extend(fluent::added(target, given, asked, names));
        }
        problems.extend(self.alone(target, asked.as_ref(), locale));
        problems
    }

    /// What is wrong with a message or term whatever its other side says.
    fn alone(&self, unit: &Unit, facts: Option<&EntryFacts>, locale: &Locale) -> Vec<Diagnostic> {
        let Some(facts) = facts else { return Vec::new() };
        let references = self.known.map(|known| fluent::references(unit, facts, known));
        let mut problems = references.unwrap_or_default();
        problems.extend(fluent::doubled(unit, facts));
        problems.extend(plural::categories(unit, facts, locale));
        if let Some(plurals) = self.plurals.get(locale) {
            problems.extend(runtimes::problems(unit, facts, plurals));
        }
        problems
    }
}

/// What is wrong with a resource, and which silences of the config it used.
fn check_resource(
    id: &ResourceId,
    resource: &Resource,
    status: &Status,
    known: &Whole<'_>,
) -> (Vec<Finding>, BTreeSet<usize>) {
    let (mut found, mut used) = (Vec::new(), Used::default());
    let Whole { names, usage, terms, notes } = known;
    let entries = Entries::of(id, resource, names);
    let (tuning, units) = (&resource.collection.tuning, resource.source_units());
    if let Some(source) = &resource.source {
        let place = Place { id, locale: None, document: source };
        found.extend(place.of_document(resource));
        let locale = &resource.collection.source_locale;
        for (index, unit) in units.iter().enumerate() {
            let problems = match entries.given.get(index) {
                Some(facts) => entries.alone(unit, facts.as_ref(), locale),
                None => alone(resource, locale, unit),
            };
            let words = usage.alone(&resource.collection, locale, unit);
            let words = words.into_iter().chain(terms.alone(&resource.collection, unit));
            let problems = problems.into_iter().chain(words).chain(names.taken(id, unit));
            let findings = problems.map(|it| place.finding(Some(unit), it));
            found.extend(findings.filter_map(|it| used.judge(tuning, Some((index, unit)), it)));
        }
    }
    let mut of_targets = Vec::new();
    for (locale, target) in &resource.targets {
        let collection = &resource.collection;
        let given = collection.given_locale(locale);
        let families = Families::of(resource.given_units(locale), collection.format, given);
        let place = Place { id, locale: Some(locale), document: target };
        of_targets.extend(place.of_document(resource));
        let statuses = status.resources.get(id).and_then(|it| it.get(locale));
        for status in statuses.into_iter().flatten().filter(|it| it.inherited.is_none()) {
            let source = units.get(status.source.start).map(|it| (status.source.start, it));
            let findings =
                place.of_unit(resource, status, &entries, (&families, usage, terms)).into_iter();
            of_targets.extend(findings.filter_map(|it| used.judge(tuning, source, it)));
        }
        for (index, note) in notes.get(&(id, locale)).into_iter().flatten() {
            let source = units.get(*index).map(|it| (*index, it));
            of_targets.extend(used.judge(tuning, source, note.clone()));
        }
    }
    if let Some(source) = &resource.source {
        let place = Place { id, locale: None, document: source };
        let idle = used.idle(units).into_iter();
        found.extend(idle.map(|(unit, it)| place.finding(Some(unit), it)));
    }
    found.extend(of_targets);
    (found, used.silences)
}

/// What is wrong with a catalogue's unit whatever its other side says.
fn alone(resource: &Resource, locale: &Locale, unit: &Unit) -> Vec<Diagnostic> {
    match resource.collection.format {
        Format::Json | Format::Yaml | Format::Arb | Format::FormatJs => {
            plural::of_catalogue(unit, &resource.collection.rules, locale)
        }
        _ => Vec::new(),
    }
}

struct Place<'a> {
    id: &'a ResourceId,
    locale: Option<&'a Locale>,
    document: &'a Document,
}

impl Place<'_> {
    fn finding(&self, unit: Option<&Unit>, diagnostic: Diagnostic) -> Finding {
        let name = |unit: &Unit| match &unit.key {
            Some(key) => key.to_string(),
            None => unit.fingerprint.short(),
        };
        Finding {
            resource: self.id.clone(),
            locale: self.locale.cloned(),
            unit: unit.map(name),
            path: self.document.path.clone(),
            diagnostic,
        }
    }

    /// What is wrong with the file itself.
    fn of_document(&self, resource: &Resource) -> Vec<Finding> {
        let own = self.document.extracted.diagnostics.iter().cloned();
        let more = document::problems(self.document, resource, self.locale);
        let root = root::problem(self.document, resource, self.locale);
        own.chain(more).chain(root).map(|it| self.finding(None, it)).collect()
    }

    /// What is wrong with a target beside what it was made from: its source, or the pivot, which
    /// has its own findings beside the source.
    fn of_unit(
        &self,
        resource: &Resource,
        status: &UnitStatus,
        entries: &Entries<'_>,
        (families, usage, terms): (&Families<'_>, &Usage, &Terms<'_>),
    ) -> Vec<Finding> {
        let sources = status.given(resource);
        let given = self.locale.map_or(&[][..], |locale| resource.given_units(locale));
        let targets = self.document.units().get(status.target.clone()).unwrap_or_default();
        let ([source], [target]) = (sources, targets) else { return Vec::new() };
        let copied = status.freshness == Freshness::Missing;
        if copied {
            return Vec::new();
        }
        let stale = status.freshness == Freshness::Stale;
        let mut problems = match resource.collection.format {
            Format::Fluent => match self.locale {
                Some(locale) => entries.of_target(source, target, status, locale),
                None => Vec::new(),
            },
            format if format.is_catalogue() => {
                let form = status.key.as_ref().filter(|_| target.key == status.key);
                let forms = form.and_then(|key| families.forms(key)).map(|forms| {
                    forms.values().filter_map(|at| given.get(*at)).collect::<Vec<_>>()
                });
                placeable::pair(source, forms.as_deref(), target, stale)
            }
            Format::Markdown | Format::Vtt | Format::Srt if !stale => markup::pair(source, target),
            _ => Vec::new(),
        };
        if let Some(locale) = self.locale {
            problems.extend(alone(resource, locale, target));
            let collection = &resource.collection;
            problems.extend(usage.pair(collection, locale, (source, target), status));
            if words::is_words(target) && !usage.is_brief(collection) {
                let most = limit(self.id, resource, locale, status);
                problems.extend(most.into_iter().flat_map(|most| too_long(target, most)));
            }
            let freshness = status.freshness;
            problems.extend(terms.pair(collection, locale, (source, target), freshness));
        }
        let root = resource.source_units().get(status.source.start).unwrap_or(source);
        let named = named(target, root);
        problems.into_iter().map(|it| self.finding(Some(named), it)).collect()
    }
}

/// The most characters that a unit may have in a locale, where it is one text.
pub fn max_length(
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> Option<usize> {
    let source = status.given(resource).first()?;
    limit(id, resource, locale, status).filter(|_| texts(source).len() == 1)
}

/// The most characters that each text of a unit may have in a locale: by the comment of its source, else
/// by its own, else by the config.
fn limit(
    id: &ResourceId,
    resource: &Resource,
    locale: &Locale,
    status: &UnitStatus,
) -> Option<usize> {
    let source = status.given(resource).first();
    let target = resource.target_units(locale).get(status.target.start);
    let commented =
        source.or(target).and_then(|unit| hexapla_checks::max_length(unit, target.unwrap_or(unit)));
    let tuning = &resource.collection.tuning;
    commented.or_else(|| match tuning.limits.is_empty() {
        true => None,
        false => tuning.max_length(&address(id, resource, locale, status), locale),
    })
}

/// What a target is called by: a block by its source, also where it was made from another translation.
fn named<'a>(target: &'a Unit, root: &'a Unit) -> &'a Unit {
    if target.key.is_some() { target } else { root }
}
