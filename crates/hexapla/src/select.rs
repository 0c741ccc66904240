//! Which units a command is about.

use std::collections::BTreeSet;

use clap::Args;
use hexapla_engine::{Resource, Snapshot, Status, UnitStatus, group, name};
use hexapla_model::{Group, Locale, ResourceId};
use hexapla_workspace::{Part, Session};

use crate::failure::Failure;

/// Which units a command is about: all that fit every given condition.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Selection {
    /// A unit (`pages/get-help#title`), a resource (`pages/get-help`), a collection (`pages`), or
    /// a file of one (`source-content/pages/get-help.md`, with `:LINE` for the unit in that line)
    #[arg(value_name = "UNIT")]
    pub(crate) names: Vec<String>,
    /// Only this locale (may be repeated)
    #[arg(long, short, value_name = "LOCALE")]
    pub(crate) locale: Vec<Locale>,
    /// Only this collection (may be repeated)
    #[arg(long, short, value_name = "NAME")]
    pub(crate) collection: Vec<String>,
}

/// Units that are selected together, as a name without a unit stands for them.
pub(crate) enum Whole {
    /// A resource or collection of this name.
    Named(String),
    /// A resource by its source.
    Source(ResourceId),
    /// A resource in the locale of a target.
    Target(ResourceId, Locale),
}

impl Whole {
    /// Whether a resource in a locale is meant.
    pub(crate) fn holds(&self, id: &ResourceId, locale: &Locale) -> bool {
        match self {
            Self::Named(name) => id.as_str() == name || id.collection() == name,
            Self::Source(source) => source == id,
            Self::Target(target, of) => target == id && of == locale,
        }
    }
}

/// A unit that was selected.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Selected<'a> {
    pub(crate) id: &'a ResourceId,
    pub(crate) resource: &'a Resource,
    pub(crate) locale: &'a Locale,
    pub(crate) status: &'a UnitStatus,
}

impl Selected<'_> {
    /// The unit's address.
    pub(crate) fn address(&self) -> String {
        hexapla_engine::address(self.id, self.resource, self.locale, self.status)
    }

    /// What the unit's source is now, where there is one.
    pub(crate) fn source(&self) -> Option<Group> {
        group(self.status.given(self.resource))
    }

    /// What the unit's target is now, where there is one.
    pub(crate) fn target(&self) -> Option<Group> {
        group(self.resource.target_units(self.locale).get(self.status.target.clone())?)
    }

    /// What the unit's source and target are now, where there are both.
    pub(crate) fn pair(&self) -> Option<(Group, Group)> {
        Some((self.source()?, self.target()?))
    }
}

impl Selection {
    /// Whether nothing narrows the selection to units.
    pub(crate) fn is_everything(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether a collection and locale are asked for, whatever the names say.
    pub(crate) fn covers(&self, id: &ResourceId, locale: &Locale) -> bool {
        (self.locale.is_empty() || self.locale.contains(locale))
            && (self.collection.is_empty()
                || self.collection.iter().any(|it| it == id.collection()))
    }

    /// What the names stand for, where none is that of a unit or of no file of the project.
    pub(crate) fn wholes(&self, session: &Session) -> Option<Vec<Whole>> {
        let whole = |name: &String| match Name::parse(name) {
            Name::Address { resource, unit: None } => Some(Whole::Named(resource)),
            Name::File { path, line: None } => {
                let target = || session.target_of(&path).map(|(id, it)| Whole::Target(id, it));
                session.source_of(&path).map(Whole::Source).or_else(target)
            }
            _ => None,
        };
        self.names.iter().map(whole).collect()
    }

    /// The part of the project that the selected units are in; none where that is all of it, or
    /// something that is named is in no known place.
    pub(crate) fn part(&self, session: &Session) -> Option<Part> {
        let locales = Some(&self.locale).filter(|it| !it.is_empty());
        let part = Part {
            resources: self.resources(session),
            locales: locales.map(|it| it.iter().cloned().collect()),
        };
        (part != Part::default()).then_some(part)
    }

    /// The resources that the names are of, where each is of one.
    fn resources(&self, session: &Session) -> Option<BTreeSet<ResourceId>> {
        let resource = |name: &String| match Name::parse(name) {
            Name::Address { resource, .. } => resource.parse().ok(),
            Name::File { path, .. } => {
                session.source_of(&path).or_else(|| Some(session.target_of(&path)?.0))
            }
        };
        let resources: BTreeSet<ResourceId> =
            self.names.iter().map(resource).collect::<Option<_>>()?;
        (!resources.is_empty()).then_some(resources)
    }

    /// Whether each locale, collection and whole that is asked for is among those that are `there`.
    pub(crate) fn all_fit<'a>(
        &self,
        wholes: &[Whole],
        there: impl Iterator<Item = (&'a ResourceId, &'a Locale)>,
    ) -> bool {
        let (mut locales, mut collections) =
            (vec![false; self.locale.len()], vec![false; self.collection.len()]);
        let mut fitted = vec![false; wholes.len()];
        for (id, locale) in there {
            mark(&mut locales, &self.locale, |it| it == locale);
            mark(&mut collections, &self.collection, |it| it == id.collection());
            if self.covers(id, locale) {
                mark(&mut fitted, wholes, |it| it.holds(id, locale));
            }
        }
        [locales, collections, fitted].concat().into_iter().all(|fits| fits)
    }

    /// The selected units, in the order of the report.
    ///
    /// Fails where a name, locale or collection fits nothing.
    pub(crate) fn of<'a>(
        &self,
        snapshot: &'a Snapshot,
        status: &'a Status,
    ) -> Result<Vec<Selected<'a>>, Failure> {
        self.check(snapshot)?;
        let names: Vec<Name> = self.names.iter().map(|it| Name::parse(it)).collect();
        let mut fitted = vec![false; names.len()];
        let mut selected = Vec::new();
        for (id, locale, unit) in status.units().filter(|(id, locale, _)| self.covers(id, locale)) {
            let Some(resource) = snapshot.resources.get(id) else { continue };
            let one = Selected { id, resource, locale, status: unit };
            let mut fits = names.is_empty();
            for (name, fitted) in names.iter().zip(&mut fitted) {
                if name.fits(&one) {
                    (fits, *fitted) = (true, true);
                }
            }
            if fits {
                selected.push(one);
            }
        }
        match fitted.iter().position(|fitted| !fitted) {
            Some(at) => Err(self.unfit(&names[at], &self.names[at], snapshot, status)),
            None => Ok(selected),
        }
    }

    /// Why a name fits nothing: it is unknown, or not within the locales and collections asked for.
    fn unfit(&self, name: &Name, text: &str, snapshot: &Snapshot, status: &Status) -> Failure {
        let elsewhere = status.units().any(|(id, locale, unit)| {
            let resource = snapshot.resources.get(id);
            resource
                .is_some_and(|resource| name.fits(&Selected { id, resource, locale, status: unit }))
        });
        if !elsewhere {
            return unknown(text, snapshot);
        }
        let locales = self.locale.iter().map(ToString::to_string);
        let asked: Vec<String> =
            locales.chain(self.collection.clone()).map(|it| format!("`{it}`")).collect();
        Failure::usage(format!("nothing of `{text}` is in {}", asked.join(", ")))
            .with_hint(format!("`hexapla status {text}` shows where it is translated"))
    }

    /// Refuses locales and collections that the project does not have.
    pub(crate) fn check(&self, snapshot: &Snapshot) -> Result<(), Failure> {
        for locale in &self.locale {
            let known = |it: &Resource| it.collection.locales.contains(locale);
            if !snapshot.resources.values().any(known) {
                return Err(Failure::usage(format!(
                    "the project is not translated into `{locale}`"
                ))
                .with_hint("see `locales` in hexapla.toml"));
            }
        }
        for collection in &self.collection {
            if !snapshot.resources.keys().any(|id| id.collection() == collection) {
                return Err(Failure::usage(format!("no collection `{collection}`"))
                    .with_hint("see `[collections]` in hexapla.toml"));
            }
        }
        Ok(())
    }
}

/// Notes which of the wanted fit.
fn mark<T>(fitted: &mut [bool], wanted: &[T], fits: impl Fn(&T) -> bool) {
    for (fitted, wanted) in fitted.iter_mut().zip(wanted) {
        *fitted |= fits(wanted);
    }
}

fn unknown(name: &str, snapshot: &Snapshot) -> Failure {
    let nearest = snapshot
        .resources
        .keys()
        .map(|id| (strsim::jaro_winkler(name, id.as_str()), id))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|(alike, _)| *alike > 0.8);
    let failure = Failure::usage(format!("nothing is named `{name}`"));
    match nearest {
        Some((_, id)) => failure.with_hint(format!("did you mean `{id}`?")),
        None => failure.with_hint("`hexapla status --by unit` lists every unit"),
    }
}

/// A name that a person gave.
enum Name {
    /// A resource or collection, and perhaps a unit.
    Address { resource: String, unit: Option<String> },
    /// A file, and perhaps a line.
    File { path: String, line: Option<usize> },
}

impl Name {
    fn parse(text: &str) -> Self {
        if let Some((resource, unit)) = text.split_once('#') {
            return Self::Address { resource: resource.to_owned(), unit: Some(unit.to_owned()) };
        }
        let (path, line) = match text.rsplit_once(':').map(|(path, line)| (path, line.parse())) {
            Some((path, Ok(line))) => (path, Some(line)),
            _ => (text, None),
        };
        let path = path.strip_prefix("./").unwrap_or(path).replace('\\', "/");
        let last = path.rsplit('/').next().unwrap_or_default();
        if line.is_some() || last.contains('.') {
            Self::File { path, line }
        } else {
            Self::Address { resource: path.trim_end_matches('/').to_owned(), unit: None }
        }
    }

    fn fits(&self, one: &Selected<'_>) -> bool {
        match self {
            Self::Address { resource, unit } => {
                let id = one.id.as_str();
                let whole = id == resource || one.id.collection() == resource;
                whole && unit.as_ref().is_none_or(|unit| is_named(one, unit))
            }
            Self::File { path, line } => {
                let source = one.resource.source.as_ref().filter(|it| it.path == *path);
                if let Some(source) = source {
                    return line.is_none_or(|line| stands_in(source, &one.status.source, line));
                }
                let target = one.resource.targets.get(one.locale).filter(|it| it.path == *path);
                target.is_some_and(|it| {
                    line.is_none_or(|line| stands_in(it, &one.status.target, line))
                })
            }
        }
    }
}

/// Whether a unit is called so: its key, or the start of a block's fingerprint.
fn is_named(one: &Selected<'_>, unit: &str) -> bool {
    let own = name(one.resource, one.locale, one.status);
    if one.status.key.is_some() {
        return own == unit;
    }
    let source = one.resource.source_units().get(one.status.source.clone()).unwrap_or_default();
    let target = one.resource.target_units(one.locale).get(one.status.target.clone());
    let blocks = if source.is_empty() { target.unwrap_or_default() } else { source };
    unit.len() >= 4 && blocks.iter().any(|it| it.fingerprint.to_string().starts_with(unit))
}

fn stands_in(
    document: &hexapla_engine::Document,
    units: &std::ops::Range<usize>,
    line: usize,
) -> bool {
    let units = document.units().get(units.clone()).unwrap_or_default();
    let (Some(first), Some(last)) = (units.first(), units.last()) else { return false };
    let index = document.lines();
    let end = last.span.end.saturating_sub(1).max(last.span.start);
    (index.position(first.span.start).line..=index.position(end).line).contains(&line)
}
