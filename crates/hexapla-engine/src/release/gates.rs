//! What must hold before a channel may be released.

use std::fmt;

use hexapla_formats::Format;
use hexapla_model::{Freshness, Locale, ResourceId, State};
use rayon::prelude::*;

use super::judge::older;
use super::messages::unsaid;
use super::ship::{Shipped, Shipping};
use crate::address::address;
use crate::finding::Finding;
use crate::snapshot::{Collection, Document, Resource, Snapshot};
use crate::status::Tally;
use crate::workflow::{Gates, Measure};

/// A condition that a channel asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// A serve rule blocks a unit.
    Serve,
    /// Too little is current.
    Coverage,
    /// A current unit is in too low a state.
    State,
    /// A unit has been stale for too long.
    Age,
    /// A check found something.
    Checks,
    /// A text cannot be said in a form that the collection is released in.
    Bundles,
}

impl fmt::Display for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Serve => "serve",
            Self::Coverage => "coverage",
            Self::State => "state",
            Self::Age => "age",
            Self::Checks => "checks",
            Self::Bundles => "bundles",
        })
    }
}

/// A condition that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GateFailure {
    /// The collection.
    pub collection: String,
    /// The locale.
    pub locale: Locale,
    /// The condition.
    pub gate: Gate,
    /// The address of the unit that fails it, where it is about one.
    pub unit: Option<String>,
    /// What was found and what is asked for.
    pub message: String,
}

/// Every condition of `channel` that does not hold, sorted. Locales that the channel does not
/// carry are not looked at; a collection whose workflow does not name the channel only has to obey
/// its serve rules.
pub fn gate<'a>(
    snapshot: &'a Snapshot,
    shipping: &Shipping<'a>,
    findings: &[Finding],
    channel: &str,
) -> Vec<GateFailure> {
    let mut failures: Vec<GateFailure> = Vec::new();
    for (collection, locales) in collections(snapshot) {
        let gates = collection.workflow.channels.get(channel).cloned().unwrap_or_default();
        let unusable = unusable_sources(snapshot, collection);
        let of_locale = |locale| {
            let place = Place { collection, locale, gates: &gates };
            let mut failures = place.units(snapshot, shipping);
            failures.extend(place.checks(snapshot, findings));
            failures.extend(place.bundles(snapshot, shipping));
            failures.extend(unusable.iter().map(|(id, why)| {
                place.failure(Gate::Checks, Some(id.to_string()), (*why).to_owned())
            }));
            failures
        };
        // What falls back is the source's, and it has a bundle of its own.
        let source = Place { collection, locale: &collection.source_locale, gates: &gates };
        failures.extend(source.bundles(snapshot, shipping));
        let carried = locales.par_iter().filter(|locale| gates.carries(locale));
        failures.par_extend(carried.flat_map_iter(of_locale));
    }
    failures.sort();
    failures.dedup();
    failures
}

impl Gates {
    /// Whether the channel is released in `locale`.
    pub fn carries(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.contains(locale)
    }
}

/// Each collection once, with its locales.
pub(super) fn collections(snapshot: &Snapshot) -> Vec<(&Collection, &[Locale])> {
    let mut all: Vec<(&Collection, &[Locale])> = Vec::new();
    for resource in snapshot.resources.values() {
        let collection = resource.collection.as_ref();
        if all.last().is_none_or(|(last, _)| last.name != collection.name) {
            all.push((collection, &collection.locales));
        }
    }
    all
}

/// The resources of a collection.
fn resources<'a>(
    snapshot: &'a Snapshot,
    collection: &'a Collection,
) -> impl Iterator<Item = (&'a ResourceId, &'a Resource)> {
    snapshot.resources.iter().filter(|(id, _)| id.collection() == collection.name)
}

/// Sources that no release can hold: what is not in one would be missed by nobody but readers.
fn unusable_sources<'a>(
    snapshot: &'a Snapshot,
    collection: &'a Collection,
) -> Vec<(&'a ResourceId, &'static str)> {
    let why = |source: &Document| match (collection.format, std::str::from_utf8(&source.bytes)) {
        (Format::Asset, _) => None,
        (_, Err(_)) => Some("the source is no UTF-8"),
        (Format::Toml, Ok(text)) if toml::from_str::<toml::Table>(text).is_err() => {
            Some("the source is no TOML")
        }
        _ => None,
    };
    let unusable = |(id, resource): (&'a ResourceId, &'a Resource)| {
        Some((id, why(resource.source.as_deref()?)?))
    };
    resources(snapshot, collection).filter_map(unusable).collect()
}

struct Place<'a> {
    collection: &'a Collection,
    locale: &'a Locale,
    gates: &'a Gates,
}

impl<'a> Place<'a> {
    fn failure(&self, gate: Gate, unit: Option<String>, message: String) -> GateFailure {
        let (collection, locale) = (self.collection.name.clone(), self.locale.clone());
        GateFailure { collection, locale, gate, unit, message }
    }

    fn coverage(&self, tally: &Tally) -> Option<GateFailure> {
        let coverage = self.gates.coverage?;
        let (current, total) = (tally.of(Freshness::Current), tally.total());
        let (part, all, of) = match coverage.of {
            Measure::Units => (current.units, total.units, "units"),
            Measure::Words => (current.words, total.words, "words"),
        };
        let share = if all == 0 { 1.0 } else { part as f64 / all as f64 };
        (share < coverage.at_least).then(|| {
            let (percent, least) = ((share * 1000.0).floor() / 10.0, coverage.at_least * 100.0);
            let message = format!(
                "{part} of {all} {of} are current ({percent} %), expected at least {least} %"
            );
            self.failure(Gate::Coverage, None, message)
        })
    }

    /// What holds all units of the locale, and each of them.
    fn units(&self, snapshot: &'a Snapshot, shipping: &Shipping<'a>) -> Vec<GateFailure> {
        let mut failures = Vec::new();
        let mut tally = Tally::default();
        for (id, resource) in resources(snapshot, self.collection) {
            let choice = shipping.choice(id, resource, self.locale);
            let statuses = shipping.status().resources.get(id).and_then(|it| it.get(self.locale));
            for status in statuses.into_iter().flatten() {
                tally.add(status);
                if status.source.is_empty() {
                    continue;
                }
                let unit = || Some(address(id, resource, self.locale, status));
                if matches!(choice.of_unit(resource, status), Shipped::Blocked) {
                    let message = format!("{} and blocked by a serve rule", status.worst());
                    failures.push(self.failure(Gate::Serve, unit(), message));
                }
                if let Some(message) = self.too_low(status.worst(), status.state) {
                    failures.push(self.failure(Gate::State, unit(), message));
                }
                if let Some(days) = self.gates.oldest_stale_days
                    && (status.worst() == Freshness::Stale
                        || (status.worst() == Freshness::Current && !status.follows_order()))
                    && older(status.changed_since(), snapshot.as_of, days)
                {
                    let since = status.changed_since().map_or_else(
                        || "stale for an unknown time".to_owned(),
                        |at| format!("stale since {}", at.date()),
                    );
                    let message = format!("{since}, expected at most {days} days");
                    failures.push(self.failure(Gate::Age, unit(), message));
                }
            }
        }
        failures.extend(self.coverage(&tally));
        failures
    }

    fn too_low(&self, freshness: Freshness, state: State) -> Option<String> {
        let least = self.gates.state.filter(|least| state < *least)?;
        let rules = &self.collection.workflow.states;
        let people = rules.iter().find(|rule| rule.state == least).map_or(1, |rule| rule.people);
        let by = if people > 1 { format!(" by {people} people") } else { String::new() };
        (freshness == Freshness::Current).then(|| format!("{state}, expected {least}{by}"))
    }

    /// Texts that no form of the collection's bundles can say.
    fn bundles(&self, snapshot: &'a Snapshot, shipping: &Shipping<'a>) -> Vec<GateFailure> {
        let resources: Vec<_> = resources(snapshot, self.collection).collect();
        let unsaid = unsaid(shipping, self.collection, &resources, self.locale);
        let failure = |(unit, why): (String, String)| self.failure(Gate::Bundles, Some(unit), why);
        unsaid.into_iter().map(failure).collect()
    }

    /// Findings that the channel forbids. A file of which nothing could be read is forbidden in
    /// every channel: its translations would be missing, or its bytes be shipped as they are.
    fn checks(&self, snapshot: &Snapshot, findings: &[Finding]) -> Vec<GateFailure> {
        let bad = |finding: &Finding| {
            let least = self.gates.checks;
            least.is_some_and(|least| finding.diagnostic.severity >= least)
                || snapshot.unread(&finding.resource, finding.locale.as_ref())
                    == Some(&finding.diagnostic)
        };
        let here = |finding: &&Finding| {
            finding.resource.collection() == self.collection.name
                && finding.locale.as_ref().is_none_or(|locale| locale == self.locale)
                && bad(finding)
        };
        let failure = |finding: &Finding| {
            let unit = finding.unit.as_ref().map(|unit| format!("{}#{unit}", finding.resource));
            let message = format!("{}: {}", finding.diagnostic.id, finding.diagnostic.message);
            self.failure(Gate::Checks, unit.or_else(|| Some(finding.resource.to_string())), message)
        };
        findings.iter().filter(here).map(failure).collect()
    }
}
