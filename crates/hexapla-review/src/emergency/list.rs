//! The critical units of the project.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hexapla_model::{Locale, ResourceId};
use serde_json::{Value, json};

use super::address;
use crate::desk::{Need, Picture, UnitName, excerpt, source_names};
use crate::failure::Failure;
use crate::page::Tongue;
use crate::room::Room;

/// A critical unit, and the locales in which it waits for somebody.
pub(super) struct Line {
    pub(super) unit: String,
    pub(super) address: String,
    pub(super) excerpt: String,
    pub(super) source: Tongue,
    /// What it waits for, what harms most first.
    pub(super) open: Vec<Open>,
}

impl Line {
    /// The same for programs.
    pub(super) fn record(&self) -> Value {
        let open = |it: &Open| {
            let locales: Vec<&str> = it.locales.iter().map(Locale::as_str).collect();
            json!({ "need": it.need.as_str(), "locales": locales })
        };
        json!({
            "unit": self.unit,
            "source_locale": self.source.tag,
            "excerpt": self.excerpt,
            "open": self.open.iter().map(open).collect::<Vec<_>>(),
        })
    }
}

/// What a unit waits for, and where.
pub(super) struct Open {
    pub(super) need: Need,
    locales: Vec<Locale>,
}

impl Open {
    /// The locales, one after the other.
    pub(super) fn listed(&self) -> String {
        self.locales.iter().map(Locale::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// In which locales each critical unit that is not settled waits for somebody, and why.
pub(super) fn open(picture: &Picture) -> BTreeMap<(ResourceId, String, u32), Vec<(Locale, Need)>> {
    let mut open: BTreeMap<_, Vec<(Locale, Need)>> = BTreeMap::new();
    for (locale, id, sheet) in picture.all().filter(|(_, _, it)| it.is_critical) {
        for unit in &sheet.waiting {
            let place = (id.clone(), unit.name.to_string(), unit.nth);
            open.entry(place).or_default().push((locale.clone(), unit.need));
        }
    }
    open
}

/// Every critical unit, those first that are stale in most locales.
pub(super) fn lines(room: &Room, picture: &Picture) -> Result<Vec<Line>, Failure> {
    let critical = picture.all().filter(|(_, _, it)| it.is_critical);
    let ids: BTreeSet<ResourceId> = critical.map(|(_, id, _)| id.clone()).collect();
    let (loaded, mut open) = (room.desk.sources(ids)?, open(picture));
    let mut lines = Vec::new();
    for (id, resource) in &loaded.snapshot.resources {
        let (units, collection) = (resource.source_units(), &resource.collection);
        for (unit, name) in units.iter().zip(source_names(id, units)) {
            let UnitName { resource, name: called, nth } = name.clone();
            lines.push(Line {
                unit: name.to_string(),
                address: address(&name),
                excerpt: excerpt(collection.format, &unit.text).into(),
                source: Tongue::of(&collection.source_locale),
                open: by_need(open.remove(&(resource, called, nth)).unwrap_or_default()),
            });
        }
    }
    // Equals stay in the order of the project.
    lines.sort_by_key(|line| {
        let count = |need| line.open.iter().find(|it| it.need == need).map(|it| it.locales.len());
        Reverse(Need::ALL.map(count))
    });
    Ok(lines)
}

fn by_need(open: Vec<(Locale, Need)>) -> Vec<Open> {
    let mut needs: BTreeMap<Need, Vec<Locale>> = BTreeMap::new();
    for (locale, need) in open {
        needs.entry(need).or_default().push(locale);
    }
    needs.into_iter().map(|(need, locales)| Open { need, locales }).collect()
}
