//! The rows of the report.

use std::collections::BTreeMap;

use hexapla_engine::change::is_carried;
use hexapla_engine::{Snapshot, Status, Tally};
use hexapla_model::{Freshness, Locale, ResourceId, State};
use hexapla_workspace::Session;

use super::By;
use crate::failure::Failure;
use crate::select::{Selected, Selection, Whole};

/// A row of the report.
pub(super) struct Row {
    pub(super) locale: Locale,
    pub(super) collection: Option<String>,
    pub(super) resource: Option<ResourceId>,
    pub(super) unit: Option<Unit>,
    pub(super) path: Option<String>,
    pub(super) tally: Tally,
}

/// What a row says of a unit.
pub(super) struct Unit {
    pub(super) address: String,
    pub(super) freshness: Freshness,
    pub(super) state: State,
    pub(super) is_moved: bool,
    pub(super) is_inherited: bool,
    pub(super) is_carried: bool,
    /// How sure the pairing is.
    pub(super) confidence: f32,
    /// What to say of it beside that: that the pairing is not sure, or what it waits for.
    pub(super) notes: Vec<String>,
}

/// The rows of the units that are selected.
pub(super) fn of_units(
    snapshot: &Snapshot,
    status: &Status,
    selection: &Selection,
    by: By,
) -> Result<Vec<Row>, Failure> {
    let selected = selection.of(snapshot, status)?;
    let mut rows: BTreeMap<(Locale, String, usize), Row> = BTreeMap::new();
    for (at, one) in selected.iter().enumerate() {
        let (name, at) = match by {
            By::Locale => (String::new(), 0),
            By::Collection => (one.id.collection().to_owned(), 0),
            By::Resource => (one.id.to_string(), 0),
            By::Unit => (one.id.to_string(), at),
        };
        let row = rows.entry((one.locale.clone(), name, at)).or_insert_with(|| {
            let in_resource = matches!(by, By::Resource | By::Unit);
            Row {
                locale: one.locale.clone(),
                collection: (by != By::Locale).then(|| one.id.collection().to_owned()),
                resource: in_resource.then(|| one.id.clone()),
                unit: (by == By::Unit).then(|| unit(snapshot, one)),
                path: in_resource.then(|| one.resource.target_path(one.locale)),
                tally: Tally::default(),
            }
        });
        row.tally.add(one.status);
    }
    Ok(rows.into_values().collect())
}

fn unit(snapshot: &Snapshot, one: &Selected<'_>) -> Unit {
    Unit {
        address: one.address(),
        freshness: one.status.worst(),
        state: one.status.state,
        is_moved: !one.status.follows_order(),
        is_inherited: one.status.inherited.is_some(),
        is_carried: is_carried(snapshot, one.id, one.resource, one.locale, one.status),
        confidence: one.status.confidence,
        notes: unsure(one.status).into_iter().chain(waits(one.status)).collect(),
    }
}

/// What to say of a pairing that nobody vouches for and that is not sure.
pub(crate) fn unsure(status: &hexapla_engine::UnitStatus) -> Option<String> {
    let percent = (status.confidence * 100.0).floor();
    (!status.is_sure()).then(|| format!("pairing unsure, {percent} %"))
}

/// What to say of a unit whose pivot has to be settled first.
pub(crate) fn waits(status: &hexapla_engine::UnitStatus) -> Option<String> {
    status.waits_for().map(|locale| format!("waits for {locale}"))
}

pub(super) fn name(row: &Row) -> String {
    let resource = || row.resource.as_ref().map(ToString::to_string);
    row.unit
        .as_ref()
        .map(|unit| unit.address.clone())
        .or_else(resource)
        .or_else(|| row.collection.clone())
        .unwrap_or_default()
}

/// The rows of whole resources; none where a name, locale or collection fits nothing.
pub(super) fn of_totals<'t>(
    session: &Session,
    totals: impl IntoIterator<Item = (&'t ResourceId, &'t Locale, &'t Tally)>,
    selection: &Selection,
    wholes: &[Whole],
    by: By,
) -> Option<Vec<Row>> {
    let mut fitted = vec![false; wholes.len()];
    let mut locales: BTreeMap<&Locale, bool> =
        selection.locale.iter().map(|it| (it, false)).collect();
    let mut collections: BTreeMap<&str, bool> =
        selection.collection.iter().map(|it| (it.as_str(), false)).collect();
    let mut rows: BTreeMap<(Locale, String), Row> = BTreeMap::new();
    for (id, locale, tally) in totals {
        locales.entry(locale).and_modify(|it| *it = true);
        collections.entry(id.collection()).and_modify(|it| *it = true);
        if !selection.covers(id, locale) || tally.is_empty() {
            continue;
        }
        let mut fits = wholes.is_empty();
        for (whole, fitted) in wholes.iter().zip(&mut fitted) {
            if whole.holds(id, locale) {
                (fits, *fitted) = (true, true);
            }
        }
        if !fits {
            continue;
        }
        let name = match by {
            By::Locale => String::new(),
            By::Collection => id.collection().to_owned(),
            By::Resource | By::Unit => id.to_string(),
        };
        let row = rows.entry((locale.clone(), name)).or_insert_with(|| {
            let in_resource = by == By::Resource;
            Row {
                locale: locale.clone(),
                collection: (by != By::Locale).then(|| id.collection().to_owned()),
                resource: in_resource.then(|| id.clone()),
                unit: None,
                path: in_resource.then(|| session.target_path(id, locale)),
                tally: Tally::default(),
            }
        });
        row.tally += tally;
    }
    let all = fitted.into_iter().chain(locales.into_values()).chain(collections.into_values());
    all.into_iter().all(|found| found).then(|| rows.into_values().collect())
}
