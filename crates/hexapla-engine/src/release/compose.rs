//! The files of a release.

use std::collections::BTreeMap;
use std::sync::Arc;

use hexapla_formats::{Edit, Format, merge};
use hexapla_model::{Freshness, Locale, ResourceId, State, Timestamp, Unit};
use serde_json::{Map, Value, json};

use super::ship::{Shipped, Shipping};
use crate::snapshot::{Collection, Resource, Snapshot};

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The locale that it is for.
    pub locale: Locale,
    /// The collection that it holds texts of.
    pub collection: String,
    /// Its path within the release, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The units in it, in order.
    pub units: Vec<UnitShipped>,
}

/// What ships of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitShipped {
    /// The resource and the unit's name, as in its address.
    pub address: String,
    /// The language that its text is really in.
    pub language: Locale,
    /// How the text that ships stands to the source; a source text is current.
    pub freshness: Freshness,
    /// What people said of it; of a source text, `final`.
    pub state: State,
    /// When the source was first seen to have changed since the text was made.
    pub changed_at: Option<Timestamp>,
}

/// Everything that a release holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    /// The files, sorted by path.
    pub bundles: Vec<Bundle>,
}

/// Composes the files of a release for every locale that `channel` carries, the source locales
/// among them.
///
/// Every document and catalogue is the source's frame with the text that ships of each unit, so
/// that nothing obsolete is in it and everything is in the source's order.
pub fn compose(snapshot: &Snapshot, shipping: &Shipping<'_>, channel: &str) -> Composition {
    let mut by_collection: BTreeMap<&str, Vec<(&ResourceId, &Resource)>> = BTreeMap::new();
    for (id, resource) in snapshot.resources.iter().filter(|(_, it)| it.source.is_some()) {
        by_collection.entry(id.collection()).or_default().push((id, resource));
    }
    let mut bundles = Vec::new();
    for resources in by_collection.into_values() {
        let Some((_, first)) = resources.first() else { continue };
        let collection = first.collection.clone();
        for locale in locales(&collection, channel) {
            let composer = Composer { snapshot, shipping, collection: &collection, locale };
            bundles.extend(composer.bundles(&resources));
        }
    }
    bundles.sort_by(|a, b| a.path.cmp(&b.path));
    Composition { bundles }
}

/// The locales of a collection that a channel carries, its source locale among them.
fn locales<'a>(collection: &'a Collection, channel: &str) -> Vec<&'a Locale> {
    let gates = collection.workflow.channels.get(channel);
    let carried = |locale: &&Locale| gates.is_none_or(|gates| gates.carries(locale));
    let mut locales: Vec<&Locale> = collection.locales.iter().filter(carried).collect();
    locales.push(&collection.source_locale);
    locales.sort();
    locales.dedup();
    locales
}

struct Composer<'a> {
    snapshot: &'a Snapshot,
    shipping: &'a Shipping<'a>,
    collection: &'a Arc<Collection>,
    locale: &'a Locale,
}

/// A resource with the text that ships of each unit.
struct Composed<'a> {
    id: &'a ResourceId,
    resource: &'a Resource,
    text: String,
    units: Vec<UnitShipped>,
}

impl<'a> Composer<'a> {
    fn bundles(&self, resources: &[(&'a ResourceId, &'a Resource)]) -> Vec<Bundle> {
        if self.collection.format == Format::Asset {
            return resources.iter().filter_map(|(id, it)| self.asset(id, it)).collect();
        }
        let composed: Vec<Composed<'a>> =
            resources.iter().filter_map(|(id, resource)| self.composed(id, resource)).collect();
        match self.collection.format {
            Format::Fluent => self.fluent(&composed),
            Format::Toml => vec![self.items(&composed)],
            Format::Json | Format::Yaml => self.catalogues(composed),
            Format::Markdown | Format::Vtt | Format::Srt | Format::Asset => {
                self.documents(composed)
            }
        }
    }

    fn bundle(&self, file: &str, bytes: Vec<u8>, units: Vec<UnitShipped>) -> Bundle {
        Bundle {
            locale: self.locale.clone(),
            collection: self.collection.name.clone(),
            path: format!("{}/{file}", self.locale),
            bytes,
            units,
        }
    }

    /// The source's frame with the text that ships of each unit.
    fn composed(&self, id: &'a ResourceId, resource: &'a Resource) -> Option<Composed<'a>> {
        let source = resource.source.as_ref()?;
        let (mut edits, mut units) = (Vec::new(), Vec::new());
        for (index, unit) in source.units().iter().enumerate() {
            let shipped = self.shipping.decide(id, resource, self.locale, index);
            let (text, unit) = self.shipped(id, resource, index, unit, &shipped);
            edits.extend(text.map(|text| Edit { index, text }));
            units.push(unit);
        }
        let format = self.collection.format;
        let merged = merge(format, &source.bytes, &edits, &self.collection.rules).ok()?;
        let text = String::from_utf8(merged).ok()?;
        Some(Composed { id, resource, text, units })
    }

    /// The text that takes the place of the source's, and what is told of it.
    fn shipped(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        index: usize,
        source: &Unit,
        shipped: &Shipped,
    ) -> (Option<String>, UnitShipped) {
        let name =
            source.key.as_ref().map_or_else(|| source.fingerprint.short(), ToString::to_string);
        let mut told = UnitShipped {
            address: format!("{id}#{name}"),
            language: self.collection.source_locale.clone(),
            freshness: Freshness::Current,
            state: State::Final,
            changed_at: None,
        };
        let Shipped::Target(from) = shipped else { return (None, told) };
        let from = resource.targets.get_key_value(from).map_or(from, |(locale, _)| locale);
        let status = self.shipping.status().resources.get(id).and_then(|it| it.get(from));
        let status = status.into_iter().flatten().find(|it| it.source.contains(&index));
        let text = status.and_then(|status| {
            told.language = from.clone();
            told.freshness = status.freshness;
            told.state = status.state;
            told.changed_at = status.changed_at;
            Some(resource.target_units(from).get(status.target.start)?.text.clone())
        });
        (text, told)
    }

    /// One Fluent bundle and one flat JSON object of patterns.
    fn fluent(&self, composed: &[Composed<'_>]) -> Vec<Bundle> {
        let mut source = String::new();
        let mut patterns = Map::new();
        for one in composed {
            let extracted = hexapla_formats::extract(
                Format::Fluent,
                one.text.as_bytes(),
                &self.collection.rules,
            );
            for unit in &extracted.units {
                source.push_str(&unit.text);
                source.push('\n');
                for (name, pattern) in hexapla_formats::fluent::patterns(&unit.text) {
                    patterns.insert(name, Value::String(pattern));
                }
            }
        }
        let units: Vec<UnitShipped> = composed.iter().flat_map(|one| one.units.clone()).collect();
        let name = &self.collection.name;
        vec![
            self.bundle(&format!("{name}.ftl"), source.into_bytes(), units.clone()),
            self.bundle(&format!("{name}.json"), pretty(&Value::Object(patterns)), units),
        ]
    }

    fn documents(&self, composed: Vec<Composed<'_>>) -> Vec<Bundle> {
        let file = |one: &Composed<'_>| {
            format!("{}/{}.{}", self.collection.name, one.id.path(), extension(one.resource))
        };
        composed
            .into_iter()
            .map(|one| self.bundle(&file(&one), one.text.clone().into_bytes(), one.units))
            .collect()
    }

    /// One JSON object for each catalogue, nested as the source is.
    fn catalogues(&self, composed: Vec<Composed<'_>>) -> Vec<Bundle> {
        let (format, rules) =
            (self.collection.format, self.collection.rules.in_locale(self.locale));
        let bundle = |one: Composed<'_>| {
            let json = hexapla_formats::catalogue::to_json(format, &one.text, &rules)?;
            let file = format!("{}/{}.json", self.collection.name, one.id.path());
            Some(self.bundle(&file, json.into_bytes(), one.units))
        };
        composed.into_iter().filter_map(bundle).collect()
    }

    /// All items of a catalogue as one JSON array, each with the locales it is available in.
    fn items(&self, composed: &[Composed<'_>]) -> Bundle {
        let mut items = Vec::new();
        for one in composed {
            let table: toml::Table = toml::from_str(&one.text).unwrap_or_default();
            let Ok(Value::Object(mut item)) = serde_json::to_value(&table) else { continue };
            item.insert("id".to_owned(), json!(one.id.path()));
            let document =
                item.get("document").and_then(Value::as_str).and_then(|it| it.parse().ok());
            if let Some(document) = document {
                let locales = available_in(self.snapshot, self.shipping, &document);
                item.insert("available_in".to_owned(), json!(locales));
            }
            items.push(Value::Object(item));
        }
        let units = composed.iter().flat_map(|one| one.units.clone()).collect();
        self.bundle(&format!("{}.json", self.collection.name), pretty(&Value::Array(items)), units)
    }

    /// The asset of this locale, where there is one that may ship; else that of a fallback.
    fn asset(&self, id: &'a ResourceId, resource: &'a Resource) -> Option<Bundle> {
        let source = resource.source.as_ref()?;
        let shipped = self.shipping.decide(id, resource, self.locale, 0);
        let (_, told) = self.shipped(id, resource, 0, source.units().first()?, &shipped);
        let document = match &shipped {
            Shipped::Target(from) => resource.targets.get(from)?,
            Shipped::Source => source,
            Shipped::Blocked => return None,
        };
        let file = format!("{}/{}.{}", self.collection.name, id.path(), extension(resource));
        Some(self.bundle(&file, document.bytes.to_vec(), vec![told]))
    }
}

/// The locales in which a resource exists and is current throughout: its source locale, and each
/// whose every unit is settled and its own.
pub(crate) fn available_in(
    snapshot: &Snapshot,
    shipping: &Shipping<'_>,
    id: &ResourceId,
) -> Vec<String> {
    let Some(resource) = snapshot.resources.get(id).filter(|it| it.source.is_some()) else {
        return Vec::new();
    };
    let mut locales = vec![resource.collection.source_locale.to_string()];
    for (locale, units) in shipping.status().resources.get(id).into_iter().flatten() {
        let own = |it: &crate::UnitStatus| it.is_settled() && it.inherited.is_none();
        if !units.is_empty() && units.iter().filter(|it| !it.source.is_empty()).all(own) {
            locales.push(locale.to_string());
        }
    }
    locales.sort();
    locales
}

/// The extension of the source's file.
fn extension(resource: &Resource) -> &str {
    let path = resource.source.as_ref().map_or("", |source| source.path.as_str());
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn pretty(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
