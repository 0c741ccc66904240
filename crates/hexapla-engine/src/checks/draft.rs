//! What would be wrong with a text that somebody is writing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use hexapla_checks::longest;
use hexapla_formats::extract;
use hexapla_formats::fluent::inspect;
use hexapla_model::{Diagnostic, Freshness, Locale, ResourceId, State, Timestamp, Unit};

use super::spoken::SpokenTerm;
use super::terms::Terms;
use super::tuning::Used;
use super::words::{Depth, Usage};
use super::{Entries, Place, fluent, max_length};
use crate::assess::{UnitStatus, assess_one};
use crate::decide::{DecideError, Decision, Item, Who, decide_at};
use crate::plural_forms::Families;
use crate::runtime_plurals::Disagreements;
use crate::snapshot::{Document, Snapshot};

/// What is known of a collection, whatever is written in it.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Its messages and terms, with their attributes.
    names: BTreeSet<String>,
    /// What is usual in its locales, found out when it is first asked for.
    usage: OnceLock<Usage>,
}

impl Known {
    /// That of the collection of this name.
    pub fn of(snapshot: &Snapshot, collection: &str) -> Self {
        let all = snapshot.resources.iter().filter(|(id, _)| id.collection() == collection);
        let units = all.flat_map(|(_, it)| it.source_units());
        let names = units.flat_map(|unit| fluent::names(unit, inspect(&unit.text).as_ref()));
        Self { names: names.collect(), ..Self::default() }
    }
}

/// What is found of a text that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafted {
    /// What would be wrong; spans are places in the text.
    pub problems: Vec<Diagnostic>,
    /// How many characters it has, of how many it may have, where that is bounded.
    pub length: Option<(usize, usize)>,
    /// What the source speaks of, with whether the text uses its terms.
    pub spoken: Vec<SpokenTerm>,
}

/// What would be wrong with a unit if `text` were its target.
///
/// # Errors
/// Where the text cannot be the unit's target at all, such as one that is two messages.
pub fn check_draft(
    snapshot: &Snapshot,
    known: &Known,
    (id, locale): (&ResourceId, &Locale),
    status: &UnitStatus,
    text: &str,
) -> Result<Drafted, DecideError> {
    let resource = snapshot.resources.get(id).ok_or_else(|| DecideError::NoResource(id.clone()))?;
    let item = Item {
        resource: id.clone(),
        locale: locale.clone(),
        status: status.clone(),
        decision: Decision::Write { text: text.to_owned() },
    };
    // Nobody is credited: the plan is not carried out.
    let Ok(by) = "draft".parse() else { return Ok(Drafted::default()) };
    let who = Who { by, at: Timestamp::from_seconds(0) };
    let plan = decide_at(snapshot, &who, (id, resource, locale), &[item])?;
    let mut resource = resource.clone();
    for write in plan.writes {
        let extracted =
            extract(resource.collection.format, &write.bytes, &resource.collection.rules);
        let document = Document::new(write.path, write.bytes.into(), extracted);
        resource.targets.insert(locale.clone(), Arc::new(document));
    }
    let Some(target) = resource.targets.get(locale) else { return Ok(Drafted::default()) };
    let statuses = assess_one(snapshot, id, &resource, locale);
    let is_it = |it: &&UnitStatus| {
        it.key == status.key && it.given_at() == status.given_at() && !it.target.is_empty()
    };
    let Some(now) = statuses.iter().find(is_it) else { return Ok(Drafted::default()) };
    // Whoever writes it vouches that it says what the source says today, though not a word were changed;
    // nobody has reviewed that.
    let now =
        &UnitStatus { freshness: Freshness::Current, state: State::Translated, ..now.clone() };
    let plurals = BTreeMap::from([(locale, Disagreements::of_locale(locale.clone()))]);
    // Of all entries only the one that is asked about is looked into.
    let given = |(at, unit): (usize, &Unit)| {
        if at == now.source.start { inspect(&unit.text) } else { None }
    };
    let entries = Entries {
        given: resource.source_units().iter().enumerate().map(given).collect(),
        known: Some(&known.names),
        plurals: &plurals,
    };
    let collection = &resource.collection;
    let mut terms = Terms::default();
    terms.add(collection, locale);
    let usage = known.usage.get_or_init(|| Usage::of([&resource].into_iter(), Depth::All));
    let families = Families::of(
        resource.given_units(locale),
        collection.format,
        collection.given_locale(locale),
    );
    let start = target.units().get(now.target.start).map_or(0, |unit| unit.span.start);
    let place = Place { id, locale: Some(locale), document: target };
    let (index, units, mut used) = (now.source.start, resource.source_units(), Used::default());
    let judge = |it| used.judge(&collection.tuning, units.get(index).map(|it| (index, it)), it);
    let found = place
        .of_unit(&resource, now, &entries, (&families, usage, &terms))
        .into_iter()
        .filter_map(judge);
    let in_text = |span: std::ops::Range<usize>| {
        let end = |at: usize| at.saturating_sub(start).min(text.len());
        end(span.start)..end(span.end)
    };
    let local = |it: crate::finding::Finding| {
        let span = in_text(it.diagnostic.span.clone());
        Diagnostic { span, ..it.diagnostic }
    };
    let problems = found.map(local).collect();
    let written = target.units().get(now.target.start);
    let length = max_length(id, &resource, locale, now)
        .zip(written)
        .map(|(most, unit)| (longest(unit), most));
    let written = target.units().get(now.target.clone()).unwrap_or_default();
    let spoken = terms.spoken(collection, locale, (now.given(&resource), written));
    Ok(Drafted { problems, length, spoken })
}
