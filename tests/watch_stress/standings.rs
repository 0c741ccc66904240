//! How each unit stands, as it was told piece by piece.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::Project;

/// The freshness of units by locale and address: of units with keys, whose addresses last. The
/// address of a block is made from its words, and of one that changed only the new one is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standings(BTreeMap<(String, String), String>);

const KEYED: [&str; 2] = ["ui/", "mark/"];

impl Standings {
    /// As they are, from a cold start.
    pub(crate) fn cold(project: &Project) -> Self {
        let rows = project.json(&["status", "--by", "unit", "--format", "json"]);
        let mut standings = Self(BTreeMap::new());
        for row in rows.as_array().expect("rows") {
            let freshness = text(&row["freshness"]);
            standings.insert(text(&row["locale"]), &row["unit"], freshness);
        }
        standings
    }

    /// Takes in what was told; panics where it is no news.
    pub(crate) fn tell(&mut self, events: &[Value]) {
        for event in events {
            let detail = &event["detail"];
            let units = detail["units"].as_array().into_iter().flatten();
            for unit in units.map(|it| &it["unit"]) {
                match event["event"].as_str() {
                    Some("turned") => {
                        let freshness = text(&detail["freshness"]);
                        self.insert(text(&detail["locale"]), unit, freshness);
                    }
                    Some("gone") => self.remove(text(&detail["locale"]), unit, event),
                    _ => {}
                }
            }
        }
    }

    fn insert(&mut self, locale: String, unit: &Value, freshness: String) {
        let unit = text(unit);
        if KEYED.iter().any(|collection| unit.starts_with(collection)) {
            self.0.insert((locale, unit), freshness);
        }
    }

    fn remove(&mut self, locale: String, unit: &Value, event: &Value) {
        let unit = text(unit);
        if KEYED.iter().any(|collection| unit.starts_with(collection)) {
            assert!(self.0.remove(&(locale, unit)).is_some(), "gone, but was never there: {event}");
        }
    }

    /// What stands otherwise there, a line each.
    pub(crate) fn difference(&self, cold: &Self) -> String {
        let keys = self.0.keys().chain(cold.0.keys());
        let different = keys.filter(|key| self.0.get(key) != cold.0.get(key));
        let line =
            |key| format!("{key:?}: told {:?}, cold {:?}\n", self.0.get(key), cold.0.get(key));
        different.map(line).collect()
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}
