//! `hexapla status`.

use hexapla_engine::change::is_carried;
use hexapla_engine::{Count, Snapshot, Status, Tally};
use hexapla_model::{Freshness, Locale, ResourceId, State, Timestamp};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::select::{Selected, Selection};
use crate::ui::{Align, Cell, Style, Table, count, flow, out, paint, width};

/// Show how every translation stands to its source today
///
/// Each cell counts units and their words (`12/340`); `done` is the share of words, or of units
/// where there are none. A unit is current when somebody attested
/// that its target renders this very source; stale when the target was made from an earlier one;
/// unverified when nobody vouches for the target as it is; obsolete when the source is gone; moved
/// when the source's order is another.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// What a row is
    #[arg(long, value_enum, default_value_t)]
    by: By,
    /// How to show it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// End with code 1 where anything is not settled
    #[arg(long)]
    exit_code: bool,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    /// A locale
    Locale,
    /// A locale and collection
    #[default]
    Collection,
    /// A locale and resource
    Resource,
    /// A unit
    Unit,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// For people
    #[default]
    Table,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
    /// Annotations of GitHub Actions
    Github,
}

/// A row of the report.
struct Row {
    locale: Locale,
    collection: Option<String>,
    resource: Option<ResourceId>,
    unit: Option<Unit>,
    path: Option<String>,
    tally: Tally,
}

/// What a row says of a unit.
struct Unit {
    address: String,
    freshness: Freshness,
    state: State,
    is_moved: bool,
    is_inherited: bool,
    is_carried: bool,
    /// How sure the pairing is.
    confidence: f32,
    /// What to say of it beside that: that the pairing is not sure, or what it waits for.
    notes: Vec<String>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    let rows = rows(context.snapshot(), &context.status, &args.selection, args.by)?;
    let text = match args.format {
        Format::Table => table(&rows, args.by, context.as_of),
        Format::Json => json(&rows),
        Format::Csv => csv(&rows),
        Format::Github => github(&rows, context.as_of),
    };
    out!("{text}")?;
    super::rename::hint(&context);
    let settled = rows.iter().all(|row| row.tally.is_settled());
    let exit = if args.exit_code && !settled { Exit::Findings } else { Exit::Clean };
    Ok(exit.max(context.report_exit()))
}

/// The whole project by locale and collection, as `--format json` shows it.
pub(crate) fn report(snapshot: &Snapshot, status: &Status) -> Result<Value, Failure> {
    let rows = rows(snapshot, status, &Selection::default(), By::Collection)?;
    let records = rows.iter().map(|row| serde_json::to_value(record(row)).unwrap_or_default());
    Ok(records.collect())
}

fn rows(
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

fn name(row: &Row) -> String {
    let resource = || row.resource.as_ref().map(ToString::to_string);
    row.unit
        .as_ref()
        .map(|unit| unit.address.clone())
        .or_else(resource)
        .or_else(|| row.collection.clone())
        .unwrap_or_default()
}

const SHOWN: [Freshness; 5] = [
    Freshness::Current,
    Freshness::Stale,
    Freshness::Missing,
    Freshness::Unverified,
    Freshness::Obsolete,
];

fn table(rows: &[Row], by: By, as_of: Timestamp) -> String {
    if rows.is_empty() {
        return "nothing to translate\n".to_owned();
    }
    let mut text = if by == By::Unit { units(rows, as_of) } else { counts(rows, by, as_of) };
    text.push_str(&summary(rows));
    text
}

/// A line a unit: how it stands.
fn units(rows: &[Row], as_of: Timestamp) -> String {
    let mut table = Table::new(&[
        ("locale", Align::Left),
        ("unit", Align::Left),
        ("freshness", Align::Left),
        ("state", Align::Left),
        ("words", Align::Right),
        ("since", Align::Right),
    ]);
    for row in rows {
        let Some(unit) = &row.unit else { continue };
        let (what, style) = match unit.freshness {
            Freshness::Current if unit.is_moved => ("moved", Style::Stale),
            freshness => (freshness.as_str(), Style::of(freshness)),
        };
        let carried = if unit.is_carried { ", carried" } else { "" };
        let inherited = if unit.is_inherited { ", inherited" } else { "" };
        let notes = unit.notes.iter().map(|it| format!(", {it}")).collect::<String>();
        let state = match unit.state {
            State::Initial => Cell::new(Style::Faint, "·"),
            state => Cell::new(Style::Plain, state.to_string()),
        };
        let words = row.tally.total().words + row.tally.of(Freshness::Obsolete).words;
        table.row(vec![
            Cell::new(Style::Plain, row.locale.to_string()),
            Cell::new(Style::Plain, &unit.address),
            Cell::new(style, format!("{what}{carried}{inherited}{notes}")),
            state,
            Cell::new(Style::Plain, if words == 0 { "·".to_owned() } else { words.to_string() }),
            Cell::new(Style::Stale, age(&row.tally, as_of)),
        ]);
    }
    table.render(width())
}

/// A line for each locale, collection or resource: how many of its units stand how.
fn counts(rows: &[Row], by: By, as_of: Timestamp) -> String {
    let what = match by {
        By::Collection => "collection",
        _ => "resource",
    };
    let mut columns = vec![("locale", Align::Left)];
    if by != By::Locale {
        columns.push((what, Align::Left));
    }
    columns.extend([("units/words", Align::Right), ("done", Align::Right)]);
    columns.extend(SHOWN.map(|freshness| (freshness.as_str(), Align::Right)));
    columns.extend([("moved", Align::Right), ("reviewed", Align::Right), ("oldest", Align::Right)]);
    let mut table = Table::new(&columns);
    for row in rows {
        table.row(cells(row, by, as_of));
    }
    table.render(width())
}

fn cells(row: &Row, by: By, as_of: Timestamp) -> Vec<Cell> {
    let tally = &row.tally;
    let mut cells = vec![Cell::new(Style::Plain, row.locale.to_string())];
    if by != By::Locale {
        cells.push(Cell::new(Style::Plain, name(row)));
    }
    let (total, current) = (tally.total(), tally.of(Freshness::Current));
    cells.push(cell(Style::Faint, total));
    cells.push(Cell::new(Style::Plain, share(current, total)));
    for freshness in SHOWN {
        cells.push(cell(Style::of(freshness), tally.of(freshness)));
    }
    cells.push(cell(Style::Stale, tally.out_of_order));
    let reviewed = |state: &State| *state >= State::Reviewed;
    let mut approved = Count::default();
    tally.by_state.iter().filter(|(state, _)| reviewed(state)).for_each(|(_, it)| approved += *it);
    cells.push(cell(Style::Good, approved));
    cells.push(Cell::new(Style::Stale, age(tally, as_of)));
    cells
}

pub(crate) fn cell(style: Style, count: Count) -> Cell {
    match count.units {
        0 => Cell::new(Style::Faint, "·"),
        units if count.words == 0 => Cell::new(style, units.to_string()),
        units => Cell::new(style, format!("{units}/{}", count.words)),
    }
}

/// The share of words, or of units where there are no words; rounded down, so that 100 % means
/// all.
pub(crate) fn share(part: Count, all: Count) -> String {
    let words = (part.words * 100).checked_div(all.words);
    let percent = words.or_else(|| (part.units * 100).checked_div(all.units));
    percent.map_or("·".to_owned(), |percent| format!("{percent} %"))
}

fn age(tally: &Tally, as_of: Timestamp) -> String {
    match tally.oldest {
        _ if tally.unknown_age > 0 && tally.oldest.is_none() => "unknown".to_owned(),
        Some(since) => format!("{} d", since.days_until(as_of).max(0)),
        None => "·".to_owned(),
    }
}

fn summary(rows: &[Row]) -> String {
    let mut all = Tally::default();
    rows.iter().for_each(|row| all += &row.tally);
    let mut parts: Vec<String> = SHOWN
        .iter()
        .filter(|it| all.of(**it).units > 0)
        .map(|it| paint(Style::of(*it), &format!("{} {it}", all.of(*it).units)))
        .collect();
    if all.out_of_order.units > 0 {
        parts.push(paint(Style::Stale, &format!("{} moved", all.out_of_order.units)));
    }
    if let (1.., Some(last)) = (all.inherited.units, parts.last_mut()) {
        last.push_str(&format!("; {} inherited", count(all.inherited.units, "unit")));
    }
    format!("\n{}\n", flow(&parts, ", ", width()))
}

/// What programs read: the counts under the names of the freshnesses.
#[derive(Serialize)]
struct RowJson {
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

fn record(row: &Row) -> RowJson {
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

fn json(rows: &[Row]) -> String {
    let records: Vec<RowJson> = rows.iter().map(record).collect();
    let mut text = serde_json::to_string_pretty(&records).unwrap_or_default();
    text.push('\n');
    text
}

fn csv(rows: &[Row]) -> String {
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
fn github(rows: &[Row], as_of: Timestamp) -> String {
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
