//! What must hold before a channel may be released.

use std::fmt;

use hexapla_formats::Format;
use hexapla_model::{Freshness, Locale, Phrase, ResourceId, State, phrase};
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub message: Phrase,
}

impl GateFailure {
    /// What failures are sorted by.
    fn place(&self) -> (&str, &Locale, Gate, Option<&str>, String) {
        let Self { collection, locale, gate, unit, message } = self;
        (collection, locale, *gate, unit.as_deref(), message.to_string())
    }
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
        let of_locale =
            |locale| {
                let place = Place { collection, locale, gates: &gates };
                let mut failures = place.units(snapshot, shipping);
                failures.extend(place.checks(snapshot, findings));
                failures.extend(place.bundles(snapshot, shipping));
                failures.extend(unusable.iter().map(|(id, why)| {
                    place.failure(Gate::Checks, Some(id.to_string()), why.clone())
                }));
                failures
            };
        // What falls back is the source's, and it has a bundle of its own.
        let source = Place { collection, locale: &collection.source_locale, gates: &gates };
        failures.extend(source.bundles(snapshot, shipping));
        let carried = locales.par_iter().filter(|locale| gates.carries(locale));
        failures.par_extend(carried.flat_map_iter(of_locale));
    }
    failures.sort_by(|a, b| a.place().cmp(&b.place()));
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
) -> Vec<(&'a ResourceId, Phrase)> {
    let why = |source: &Document| match (collection.format, std::str::from_utf8(&source.bytes)) {
        (Format::Asset, _) => None,
        (_, Err(_)) => Some(phrase!("the source is no UTF-8")),
        (Format::Toml, Ok(text)) if toml::from_str::<toml::Table>(text).is_err() => {
            Some(phrase!("the source is no TOML"))
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
    fn failure(&self, gate: Gate, unit: Option<String>, message: Phrase) -> GateFailure {
        let (collection, locale) = (self.collection.name.clone(), self.locale.clone());
        GateFailure { collection, locale, gate, unit, message }
    }

    fn coverage(&self, tally: &Tally) -> Option<GateFailure> {
        let coverage = self.gates.coverage?;
        let (current, total) = (tally.of(Freshness::Current), tally.total());
        let (part, all) = match coverage.of {
            Measure::Units => (current.units, total.units),
            Measure::Words => (current.words, total.words),
        };
        let share = if all == 0 { 1.0 } else { part as f64 / all as f64 };
        (share < coverage.at_least).then(|| {
            let (percent, least) = ((share * 1000.0).floor() / 10.0, coverage.at_least * 100.0);
            let (percent, least) = (percent.to_string(), least.to_string());
            let message = match coverage.of {
                Measure::Units => phrase!(
                    "{part} of {all} units are current ({percent} %), expected at least {least} %",
                    part,
                    all,
                    percent,
                    least
                ),
                Measure::Words => phrase!(
                    "{part} of {all} words are current ({percent} %), expected at least {least} %",
                    part,
                    all,
                    percent,
                    least
                ),
            };
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
                    let freshness = status.worst().as_str();
                    let message = phrase!("{freshness} and blocked by a serve rule", freshness);
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
                    let days = u64::try_from(days).unwrap_or_default();
                    let message = match status.changed_since() {
                        Some(at) => phrase!(
                            "stale since {date}, expected at most {days} days",
                            date = at.date().to_string(),
                            days
                        ),
                        None => {
                            phrase!("stale for an unknown time, expected at most {days} days", days)
                        }
                    };
                    failures.push(self.failure(Gate::Age, unit(), message));
                }
            }
        }
        failures.extend(self.coverage(&tally));
        failures
    }

    fn too_low(&self, freshness: Freshness, state: State) -> Option<Phrase> {
        let least = self.gates.state.filter(|least| state < *least)?;
        let rules = &self.collection.workflow.states;
        let people = rules.iter().find(|rule| rule.state == least).map_or(1, |rule| rule.people);
        let (state, least) = (state.as_str(), least.as_str());
        (freshness == Freshness::Current).then(|| match people {
            0 | 1 => phrase!("{state}, expected {least}", state, least),
            _ => phrase!("{state}, expected {least} by {people} people", state, least, people),
        })
    }

    /// Texts that no form of the collection's bundles can say.
    fn bundles(&self, snapshot: &'a Snapshot, shipping: &Shipping<'a>) -> Vec<GateFailure> {
        let resources: Vec<_> = resources(snapshot, self.collection).collect();
        let unsaid = unsaid(shipping, self.collection, &resources, self.locale);
        let failure = |(unit, why): (String, String)| {
            self.failure(Gate::Bundles, Some(unit), Phrase::in_english(why))
        };
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
            let (check, message) = (finding.diagnostic.id, finding.diagnostic.message.clone());
            let message = phrase!("{check}: {message}", check, message);
            self.failure(Gate::Checks, unit.or_else(|| Some(finding.resource.to_string())), message)
        };
        findings.iter().filter(here).map(failure).collect()
    }
}
