//! The report for programs.

use std::collections::BTreeMap;

use hexapla_model::{Freshness, State, Timestamp};
use serde::Serialize;
use serde_json::Value;

use super::rows::{Row, name};
use super::table::{SHOWN, age};

/// What programs read: the counts under the names of the freshnesses.
#[derive(Serialize)]
pub(super) struct RowJson {
    locale: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    collection: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    freshness: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    carried: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f64>,
    units: usize,
    current: usize,
    stale: usize,
    missing: usize,
    unverified: usize,
    obsolete: usize,
    #[serde(rename = "out-of-order")]
    out_of_order: usize,
    inherited: usize,
    words: BTreeMap<String, usize>,
    states: BTreeMap<String, usize>,
    oldest_stale: Option<String>,
    stale_of_unknown_age: usize,
}

pub(super) fn record(row: &Row) -> RowJson {
    let tally = &row.tally;
    let units = |freshness| tally.of(freshness).units;
    let mut words: BTreeMap<String, usize> =
        SHOWN.iter().map(|it| (it.to_string(), tally.of(*it).words)).collect();
    words.insert("total".to_owned(), tally.total().words);
    words.insert("out-of-order".to_owned(), tally.out_of_order.words);
    RowJson {
        locale: row.locale.to_string(),
        collection: row.collection.clone(),
        resource: row.resource.as_ref().map(ToString::to_string),
        unit: row.unit.as_ref().map(|unit| unit.address.clone()),
        freshness: row.unit.as_ref().map(|unit| unit.freshness.to_string()),
        state: row.unit.as_ref().map(|unit| unit.state.to_string()),
        carried: row.unit.as_ref().map(|unit| unit.is_carried),
        confidence: row.unit.as_ref().map(|unit| hundredths(unit.confidence)),
        units: tally.total().units,
        current: units(Freshness::Current),
        stale: units(Freshness::Stale),
        missing: units(Freshness::Missing),
        unverified: units(Freshness::Unverified),
        obsolete: units(Freshness::Obsolete),
        out_of_order: tally.out_of_order.units,
        inherited: tally.inherited.units,
        words,
        states: tally.by_state.iter().map(|(state, it)| (state.to_string(), it.units)).collect(),
        oldest_stale: tally.oldest.map(|at| at.to_string()),
        stale_of_unknown_age: tally.unknown_age,
    }
}

/// A share as programs read it: two places, so that the last bit of a float is nobody's business.
pub(crate) fn hundredths(share: f32) -> f64 {
    (f64::from(share) * 100.0).floor() / 100.0
}

/// The rows as JSON.
pub(super) fn value(rows: &[Row]) -> Value {
    let records = rows.iter().map(|row| serde_json::to_value(record(row)).unwrap_or_default());
    records.collect()
}

pub(super) fn json(rows: &[Row]) -> String {
    let records: Vec<RowJson> = rows.iter().map(record).collect();
    let mut text = serde_json::to_string_pretty(&records).unwrap_or_default();
    text.push('\n');
    text
}

pub(super) fn csv(rows: &[Row]) -> String {
    let mut text = String::from(
        "locale,collection,resource,unit,units,words,current,stale,missing,unverified,obsolete,out-of-order,inherited,translated,reviewed,final,oldest_stale,stale_of_unknown_age\n",
    );
    for row in rows {
        let it = record(row);
        let names =
            [Some(it.locale), it.collection, it.resource, it.unit].map(Option::unwrap_or_default);
        let state = |state: State| it.states.get(state.as_str()).copied().unwrap_or(0);
        let counts = [
            it.units,
            it.words.get("total").copied().unwrap_or(0),
            it.current,
            it.stale,
            it.missing,
            it.unverified,
            it.obsolete,
            it.out_of_order,
            it.inherited,
            state(State::Translated),
            state(State::Reviewed),
            state(State::Final),
        ];
        let mut fields: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        fields.extend(counts.iter().map(ToString::to_string));
        fields.push(it.oldest_stale.unwrap_or_default());
        fields.push(it.stale_of_unknown_age.to_string());
        text.push_str(&fields.join(","));
        text.push('\n');
    }
    text
}

/// A field as RFC 4180 wants it; a spreadsheet must not take it for a formula.
fn quoted(field: &str) -> String {
    let field = if field.starts_with(['=', '+', '-', '@']) {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

/// One warning a row that is not settled.
pub(super) fn github(rows: &[Row], as_of: Timestamp) -> String {
    let mut text = String::new();
    for row in rows.iter().filter(|row| !row.tally.is_settled()) {
        let counts: Vec<String> = SHOWN[1..]
            .iter()
            .filter(|it| row.tally.of(**it).units > 0)
            .map(|it| format!("{} {it}", row.tally.of(*it).units))
            .chain(
                (row.tally.out_of_order.units > 0)
                    .then(|| format!("{} moved", row.tally.out_of_order.units)),
            )
            .collect();
        let age = match age(&row.tally, as_of).as_str() {
            "·" => String::new(),
            age => format!(", oldest {age}"),
        };
        let file =
            row.path.as_ref().map(|it| format!(" file={}", escape(it, true))).unwrap_or_default();
        let message = format!("{} {}: {}{age}", row.locale, name(row), counts.join(", "));
        text.push_str(&format!("::warning{file}::{}\n", escape(message.trim(), false)));
    }
    text
}

/// Escapes text for a workflow command of GitHub Actions.
pub(crate) fn escape(text: &str, property: bool) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    if property { text.replace(':', "%3A").replace(',', "%2C") } else { text }
}
