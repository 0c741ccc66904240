//! Mistakes in sources and translations.
//!
//! A check looks at one document, or at a source and target that belong together. Of stale units
//! only what would break them is told: that their texts differ is what stale means.

mod document;
mod draft;
mod fluent;
mod markup;
mod placeable;
mod plural;
mod root;
mod runtimes;

use std::collections::{BTreeMap, BTreeSet};

use hexapla_formats::Format;
use hexapla_formats::fluent::{EntryFacts, inspect};
use hexapla_model::{Diagnostic, Freshness, Locale, ResourceId, Unit, UnitKey};
use rayon::prelude::*;

use crate::assess::UnitStatus;
use crate::finding::Finding;
use crate::plural_forms::Families;
use crate::runtime_plurals::Disagreements;
use crate::snapshot::{Document, Resource, Snapshot};
use crate::status::Status;

pub use draft::{Known, check_draft};

/// Everything that is wrong, by resource, then locale (the source first), then place.
pub fn check(snapshot: &Snapshot, status: &Status) -> Vec<Finding> {
    let names = Names::of(snapshot);
    let found: Vec<Vec<Finding>> = snapshot
        .resources
        .par_iter()
        .map(|(id, resource)| check_resource(id, resource, status, &names))
        .collect();
    found.into_iter().flatten().collect()
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
        let message = format!("`{owner}` has an entry `{key}` too, and the bundle takes that one");
        let hint = "a collection is released as one bundle: rename one of them";
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
        problems.extend(self.alone(target, asked.as_ref(), locale));
        problems
    }

    /// What is wrong with a message or term whatever its other side says.
    fn alone(&self, unit: &Unit, facts: Option<&EntryFacts>, locale: &Locale) -> Vec<Diagnostic> {
        let Some(facts) = facts else { return Vec::new() };
        let references = self.known.map(|known| fluent::references(unit, facts, known));
        let mut problems = references.unwrap_or_default();
        problems.extend(plural::categories(unit, facts, locale));
        if let Some(plurals) = self.plurals.get(locale) {
            problems.extend(runtimes::problems(unit, facts, plurals));
        }
        problems
    }
}

fn check_resource(
    id: &ResourceId,
    resource: &Resource,
    status: &Status,
    names: &Names<'_>,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let entries = Entries::of(id, resource, names);
    if let Some(source) = &resource.source {
        let place = Place { id, locale: None, document: source };
        found.extend(place.of_document(resource));
        let locale = &resource.collection.source_locale;
        for (index, unit) in source.units().iter().enumerate() {
            let problems = match entries.given.get(index) {
                Some(facts) => entries.alone(unit, facts.as_ref(), locale),
                None => alone(resource, locale, unit),
            };
            let problems = problems.into_iter().chain(names.taken(id, unit));
            found.extend(problems.map(|it| place.finding(Some(unit), it)));
        }
    }
    for (locale, target) in &resource.targets {
        let collection = &resource.collection;
        let given = collection.given_locale(locale);
        let families = Families::of(resource.given_units(locale), collection.format, given);
        let place = Place { id, locale: Some(locale), document: target };
        found.extend(place.of_document(resource));
        let statuses = status.resources.get(id).and_then(|it| it.get(locale));
        for status in statuses.into_iter().flatten().filter(|it| it.inherited.is_none()) {
            found.extend(place.of_unit(resource, status, &entries, &families));
        }
    }
    found
}

/// What is wrong with a catalogue's unit whatever its other side says.
fn alone(resource: &Resource, locale: &Locale, unit: &Unit) -> Vec<Diagnostic> {
    match resource.collection.format {
        Format::Json | Format::Yaml => {
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
        families: &Families<'_>,
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
            Format::Json | Format::Yaml | Format::Toml => {
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
        }
        // A block is called by its source, also where it was made from another translation.
        let root = resource.source_units().get(status.source.start).unwrap_or(source);
        let named = if target.key.is_some() { target } else { root };
        problems.into_iter().map(|it| self.finding(Some(named), it)).collect()
    }
}
