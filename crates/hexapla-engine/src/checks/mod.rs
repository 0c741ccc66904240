//! Mistakes in sources and translations.
//!
//! A check looks at one document, or at a source and target that belong together. Of stale units
//! only what would break them is told: that their texts differ is what stale means.

mod document;
mod fluent;
mod markup;
mod placeable;
mod plural;
mod root;

use std::collections::{BTreeMap, BTreeSet};

use hexapla_formats::Format;
use hexapla_model::{Diagnostic, Freshness, Locale, ResourceId, Unit, UnitKey};
use rayon::prelude::*;

use crate::assess::UnitStatus;
use crate::finding::Finding;
use crate::plural_forms::Families;
use crate::snapshot::{Document, Resource, Snapshot};
use crate::status::Status;

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
}

impl<'a> Names<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        let mut names = Self::default();
        for (id, resource) in &snapshot.resources {
            if resource.collection.format != Format::Fluent {
                continue;
            }
            let known = names.known.entry(id.collection().to_owned()).or_default();
            for unit in resource.source_units() {
                known.extend(fluent::names(unit));
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

    fn in_collection(&self, id: &ResourceId) -> Option<&BTreeSet<String>> {
        self.known.get(id.collection())
    }
}

fn check_resource(
    id: &ResourceId,
    resource: &Resource,
    status: &Status,
    names: &Names<'_>,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(source) = &resource.source {
        let place = Place { id, locale: None, document: source };
        found.extend(place.of_document(resource));
        for unit in source.units() {
            let problems =
                alone(resource, &resource.collection.source_locale, unit, names.in_collection(id));
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
            found.extend(place.of_unit(resource, status, names, &families));
        }
    }
    found
}

/// What is wrong with a unit whatever its other side says.
fn alone(
    resource: &Resource,
    locale: &Locale,
    unit: &Unit,
    names: Option<&BTreeSet<String>>,
) -> Vec<Diagnostic> {
    match resource.collection.format {
        Format::Fluent => {}
        Format::Json | Format::Yaml => {
            return plural::of_catalogue(unit, &resource.collection.rules, locale);
        }
        _ => return Vec::new(),
    }
    let mut problems = names.map_or_else(Vec::new, |names| fluent::references(unit, names));
    problems.extend(plural::categories(unit, locale));
    problems
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
        names: &Names<'_>,
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
            Format::Fluent => fluent::pair(source, target, stale),
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
            problems.extend(alone(resource, locale, target, names.in_collection(self.id)));
        }
        // A block is called by its source, also where it was made from another translation.
        let root = resource.source_units().get(status.source.start).unwrap_or(source);
        let named = if target.key.is_some() { target } else { root };
        problems.into_iter().map(|it| self.finding(Some(named), it)).collect()
    }
}
