//! Whether the units of a collection say the same in the same way.

use std::collections::{BTreeMap, BTreeSet};

use hexapla_checks::{Inconsistency, Renderings, consistency, texts};
use hexapla_formats::{Format, PluralForm};
use hexapla_model::{CodeKind, Diagnostic, Freshness, Locale, ResourceId, Severity, Unit, phrase};
use rayon::prelude::*;

use super::Place;
use super::words::is_words;
use crate::address::address;
use crate::assess::UnitStatus;
use crate::finding::Finding;
use crate::snapshot::{Resource, Snapshot};
use crate::status::Status;

/// A current unit with the words of both sides.
struct Said<'a> {
    id: &'a ResourceId,
    resource: &'a Resource,
    status: &'a UnitStatus,
    source: &'a Unit,
    target: &'a Unit,
    words: (String, String),
}

/// How many other units are named.
const NAMED: usize = 3;

/// Notes about units, by the resource and locale that they are in; each with the place of the unit among
/// the source's.
pub(super) type Notes<'a> = BTreeMap<(&'a ResourceId, &'a Locale), Vec<(usize, Finding)>>;

/// Where one source is rendered in several ways, and different ones alike. Each is about the first unit
/// that says it so.
pub(super) fn notes<'a>(snapshot: &'a Snapshot, status: &'a Status) -> Notes<'a> {
    let mut groups: BTreeMap<(&str, &Locale), Vec<(&'a ResourceId, &'a Resource)>> =
        BTreeMap::new();
    for (id, resource) in &snapshot.resources {
        for locale in resource.targets.keys() {
            groups.entry((id.collection(), locale)).or_default().push((id, resource));
        }
    }
    let groups: Vec<_> = groups.into_iter().collect();
    let said: Vec<Vec<Said<'a>>> = groups
        .par_iter()
        .map(|((_, locale), resources)| {
            resources.iter().flat_map(|(id, it)| said(status, locale, id, it)).collect()
        })
        .collect();
    let found: Vec<Vec<Inconsistency<usize>>> = said.par_iter().map(|it| found(it)).collect();
    let renderings = renderings(&said, &found);
    let mut notes = Notes::new();
    for (number, found) in found.into_iter().enumerate() {
        let (Some(((_, locale), _)), Some(said)) = (groups.get(number), said.get(number)) else {
            continue;
        };
        let found = renderings.apart(found, number, |at| said.get(*at).map(Said::unit));
        for (id, note) in of_group(locale, said, found) {
            notes.entry((id, *locale)).or_default().push(note);
        }
    }
    notes
}

/// What a group of units says in several ways, or alike.
///
/// Only units that refer to the same are held beside each other: with other names the same words are
/// another sentence.
fn found(said: &[Said<'_>]) -> Vec<Inconsistency<usize>> {
    let mut about: BTreeMap<BTreeSet<&str>, Vec<usize>> = BTreeMap::new();
    for (at, it) in said.iter().enumerate() {
        about.entry(it.references()).or_default().push(at);
    }
    let words = |at: &usize| {
        let (source, target) = &said.get(*at)?.words;
        Some((*at, source.as_str(), target.as_str()))
    };
    about.into_values().flat_map(|units| consistency(units.iter().filter_map(words))).collect()
}

/// A unit of the source: its resource, and its place there.
type SourceUnit<'a> = (&'a ResourceId, usize);

/// How every group renders the units that some group renders alike.
fn renderings<'a>(
    said: &[Vec<Said<'a>>],
    found: &[Vec<Inconsistency<usize>>],
) -> Renderings<Option<SourceUnit<'a>>> {
    let mut alike: BTreeSet<SourceUnit<'a>> = BTreeSet::new();
    for (said, found) in said.iter().zip(found) {
        let same = found.iter().filter(|it| it.check.id == "same-target");
        let first = same.flat_map(|it| it.ways.values()).filter_map(|units| units.first());
        alike.extend(first.filter_map(|at| said.get(*at)).map(Said::unit));
    }
    let mut renderings = Renderings::default();
    for (number, said) in said.iter().enumerate() {
        for it in said.iter().filter(|it| alike.contains(&it.unit())) {
            renderings.add(Some(it.unit()), number, &it.words.1);
        }
    }
    renderings
}

fn of_group<'a>(
    locale: &Locale,
    said: &[Said<'a>],
    found: Vec<Inconsistency<usize>>,
) -> Vec<(&'a ResourceId, (usize, Finding))> {
    let mut notes = Vec::new();
    for found in found {
        let Some(&first) = found.ways.values().flatten().min() else { continue };
        let Some(one) = said.get(first) else { continue };
        let others: Vec<String> = found
            .ways
            .values()
            .filter_map(|units| units.iter().min())
            .filter(|at| **at != first)
            .filter_map(|at| said.get(*at))
            .map(|it| address(it.id, it.resource, locale, it.status))
            .collect();
        notes.extend(one.note(locale, found.check.id, &others).map(|it| (one.id, it)));
    }
    notes
}

/// The current units whose words are one run on both sides.
fn said<'a>(
    status: &'a Status,
    locale: &Locale,
    id: &'a ResourceId,
    resource: &'a Resource,
) -> Vec<Said<'a>> {
    let statuses = status.resources.get(id).and_then(|it| it.get(locale)).into_iter().flatten();
    // Several plural forms may render one of the source: they differ on purpose.
    let is_form = |unit: &UnitStatus| {
        let format = resource.collection.format;
        (matches!(format, Format::Json | Format::Yaml) || format.has_plural_forms())
            && unit.key.as_ref().and_then(PluralForm::of).is_some()
    };
    let is_it = |unit: &&UnitStatus| {
        unit.freshness == Freshness::Current && unit.inherited.is_none() && !is_form(unit)
    };
    let words = |unit: &Unit| match &*texts(unit) {
        [run] => Some(run.text.clone()),
        _ => None,
    };
    let said = |unit: &'a UnitStatus| {
        let targets = resource.target_units(locale).get(unit.target.clone())?;
        let ([source], [target]) = (unit.given(resource), targets) else { return None };
        let words = Some((words(source)?, words(target)?)).filter(|_| is_words(target))?;
        Some(Said { id, resource, status: unit, source, target, words })
    };
    statuses.filter(is_it).filter_map(said).collect()
}

impl<'a> Said<'a> {
    /// The unit of the source that it renders.
    fn unit(&self) -> SourceUnit<'a> {
        (self.id, self.status.source.start)
    }

    /// The messages and terms that the source refers to.
    fn references(&self) -> BTreeSet<&'a str> {
        let codes = self.source.codes.iter().filter(|code| code.kind == CodeKind::Reference);
        codes.map(|code| code.value.as_str()).collect()
    }

    fn note(
        &self,
        locale: &Locale,
        check: &'static str,
        others: &[String],
    ) -> Option<(usize, Finding)> {
        let document = self.resource.targets.get(locale)?;
        let place = Place { id: self.id, locale: Some(locale), document };
        let named = others.iter().take(NAMED).map(|it| format!("`{it}`")).collect::<Vec<_>>();
        let (more, others) = (others.len().saturating_sub(NAMED), named.join(", "));
        let message = match (check, more) {
            ("same-target", 0) => phrase!("another source is rendered alike in {others}", others),
            ("same-target", _) => {
                phrase!(
                    "another source is rendered alike in {others} and {more} more",
                    others,
                    more
                )
            }
            (_, 0) => phrase!("the same source is rendered otherwise in {others}", others),
            _ => phrase!(
                "the same source is rendered otherwise in {others} and {more} more",
                others,
                more,
            ),
        };
        let hint = match check {
            "same-target" => phrase!("see whether readers can tell them apart where they have to"),
            _ => phrase!("say it in one way, unless it means something else there"),
        };
        let problem = Diagnostic::warning(check, self.target.span.clone(), message).with_hint(hint);
        let note = Diagnostic { severity: Severity::Note, ..problem };
        let index = self.status.source.start;
        let root = self.resource.source_units().get(index).unwrap_or(self.target);
        Some((index, place.finding(Some(super::named(self.target, root)), note)))
    }
}
