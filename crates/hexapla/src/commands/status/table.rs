//! The report for people.

use hexapla_engine::{Count, Tally};
use hexapla_model::{Freshness, State, Timestamp};

use super::By;
use super::rows::{Row, name};
use crate::ui::{Align, Cell, Style, Table, count, flow, paint, width};

pub(super) const SHOWN: [Freshness; 5] = [
    Freshness::Current,
    Freshness::Stale,
    Freshness::Missing,
    Freshness::Unverified,
    Freshness::Obsolete,
];

pub(super) fn table(rows: &[Row], by: By, as_of: Timestamp) -> String {
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

pub(super) fn age(tally: &Tally, as_of: Timestamp) -> String {
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
