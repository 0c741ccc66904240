//! What is told of the units in a file, in a file of its own beside it: who shows the texts and asks
//! nothing of them does not load it.

use std::sync::Arc;

use hexapla_model::{Freshness, Locale, State, Timestamp};
use serde::{Deserialize, Serialize};

const VERSION: u32 = 1;

/// What stands behind the path of a file in that of its sidecar.
pub const SIDECAR: &str = ".units.json";

/// What is told of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEntry {
    /// Its address.
    pub unit: Arc<str>,
    /// The language that its text is really in.
    pub language: Locale,
    /// How the text stood to its source.
    pub freshness: Freshness,
    /// What people said of it.
    pub state: State,
    /// When somebody first vouched for the text as made from its source; none of a source's text.
    pub made_at: Option<Timestamp>,
    /// When the source was first seen to have changed since.
    pub changed_at: Option<Timestamp>,
    /// How often the source has changed since, as far as is known: at least once where the text is
    /// stale.
    pub changes: usize,
    /// The first and last line that it takes in its file, from 1; none where a key says where it
    /// is.
    pub lines: Option<(usize, usize)>,
}

#[derive(Serialize)]
struct UnitV1<'a> {
    unit: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    freshness: Option<&'a str>,
    state: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    made_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<(usize, usize)>,
}

/// The sidecar of a file of `locale`: JSON, a unit a line. What goes without saying is not said: the
/// file's own language, and that a text is current.
pub(crate) fn write(locale: &Locale, units: &[UnitEntry]) -> Vec<u8> {
    const COMMON: usize = 96;
    let mut bytes = Vec::with_capacity(units.len() * COMMON);
    bytes.extend_from_slice(format!("{{\"v\":{VERSION},\"units\":[").as_bytes());
    for (at, unit) in units.iter().enumerate() {
        bytes.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        // Text and numbers under names can always be written, and memory takes all that is.
        let written = serde_json::to_writer(&mut bytes, &record(locale, unit));
        debug_assert!(written.is_ok());
    }
    bytes.extend_from_slice(b"\n]}\n");
    bytes
}

fn record<'a>(locale: &Locale, unit: &'a UnitEntry) -> UnitV1<'a> {
    UnitV1 {
        unit: &unit.unit,
        language: (unit.language != *locale).then(|| unit.language.as_str()),
        freshness: (unit.freshness != Freshness::Current).then(|| unit.freshness.as_str()),
        state: unit.state.as_str(),
        made_from: unit.made_at.map(Timestamp::date),
        changed_at: unit.changed_at.map(Timestamp::date),
        changes: (unit.changes > 0).then_some(unit.changes),
        lines: unit.lines,
    }
}

/// Which unit stands where in a file, as its sidecar tells.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Told {
    /// Its address.
    pub(crate) unit: String,
    /// The first and last line that it takes in its file, from 1; none where a key says where it is.
    pub(crate) lines: Option<(usize, usize)>,
    /// The language of its text, where that is another than its file's.
    #[serde(default)]
    pub(crate) language: Option<String>,
}

#[derive(Deserialize)]
struct Sidecar {
    units: Vec<Told>,
}

/// The units that a sidecar tells of, in order; none where it cannot be read, which concerns nobody who
/// shows the file.
pub(crate) fn read(bytes: &[u8]) -> Vec<Told> {
    serde_json::from_slice(bytes).map(|it: Sidecar| it.units).unwrap_or_default()
}
