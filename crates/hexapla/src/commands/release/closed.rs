//! Why a channel is closed.

use hexapla_engine::GateFailure;
use serde_json::{Value, json};

use crate::ui::{Align, Cell, Style, Table, count, paint, width};

/// As a table.
pub(crate) fn closed(failures: &[GateFailure], channel: &str) -> String {
    let columns = ["locale", "collection", "gate", "unit", "why"].map(|name| (name, Align::Left));
    let mut table = Table::new(&columns);
    for failure in failures {
        table.row(vec![
            Cell::new(Style::Plain, failure.locale.to_string()),
            Cell::new(Style::Plain, &failure.collection),
            Cell::new(Style::Stale, failure.gate.to_string()),
            Cell::new(Style::Plain, failure.unit.clone().unwrap_or_default()),
            Cell::new(Style::Plain, failure.message.to_string()),
        ]);
    }
    let closed = paint(Style::Error, &format!("`{channel}` is closed"));
    format!(
        "{}\n{closed}: {}; nothing was written\n",
        table.render(width()),
        count(failures.len(), "reason")
    )
}

/// As JSON.
pub(crate) fn closed_json(failures: &[GateFailure], channel: &str) -> Value {
    let record = |it: &GateFailure| {
        json!({
            "locale": it.locale.to_string(),
            "collection": it.collection,
            "gate": it.gate.to_string(),
            "unit": it.unit,
            "why": it.message.to_string(),
        })
    };
    let reasons: Vec<Value> = failures.iter().map(record).collect();
    json!({ "channel": channel, "open": false, "reasons": reasons })
}
