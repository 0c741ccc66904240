//! The files of a release.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hexapla_formats::Format;
use hexapla_model::{Freshness, LineIndex, Locale, ResourceId, State, Timestamp, Unit};
use serde_json::{Map, Value, json};

use super::forms::{additional, with_forms};
use super::share::{framed, shares};
use super::ship::{Shipped, Shipping};
use crate::assess::UnitStatus;
use crate::snapshot::{Collection, Document, Resource, Snapshot};

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
    /// The first and last line that it takes in its file, from 1; none where a key says where it
    /// is.
    pub lines: Option<(usize, usize)>,
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
            let collection = &collection;
            let composer = Composer { snapshot, shipping, channel, collection, locale };
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
    channel: &'a str,
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

/// A plural form that the source lacks: how it stands, what ships of it, and what is told of that.
type Form<'a> = (&'a UnitStatus, String, UnitShipped);

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
        let decide = |index| self.shipping.decide(id, resource, self.locale, index);
        // Texts that fit one by one and not together: then the source ships, and is told.
        let (text, units) = self
            .framed(id, resource, source, decide, self.forms(id, resource, source))
            .or_else(|| self.framed(id, resource, source, |_| Shipped::Source, Vec::new()))?;
        Some(Composed { id, resource, text, units })
    }

    fn framed(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        source: &Document,
        decide: impl Fn(usize) -> Shipped,
        forms: Vec<Form<'a>>,
    ) -> Option<(String, Vec<UnitShipped>)> {
        let (mut shares, mut units) = (Vec::new(), Vec::new());
        for (index, unit) in source.units().iter().enumerate() {
            let (share, told) = self.shipped(id, resource, index, unit, &decide(index));
            let is_left_out = matches!(share, Some(None));
            shares.extend(share.map(|share| (index, share)));
            units.extend((!is_left_out).then_some(told));
        }
        let (format, rules) = (self.collection.format, &self.collection.rules);
        let merged = framed(format, &source.bytes, source.units(), &shares, rules).ok()?;
        units.extend(forms.iter().map(|(_, _, told)| told.clone()));
        let forms: Vec<_> = forms.into_iter().map(|(status, text, _)| (status, text)).collect();
        let merged = with_forms(format, &source.bytes, merged, &forms, rules)?;
        Some((String::from_utf8(merged).ok()?, units))
    }

    /// What takes the place of the source's text (nothing within where that is left out), and what
    /// is told of it.
    fn shipped(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        index: usize,
        source: &Unit,
        shipped: &Shipped,
    ) -> (Option<Option<String>>, UnitShipped) {
        let name =
            source.key.as_ref().map_or_else(|| source.fingerprint.short(), ToString::to_string);
        let mut told = UnitShipped {
            address: format!("{id}#{name}"),
            language: self.collection.source_locale.clone(),
            freshness: Freshness::Current,
            state: State::Final,
            changed_at: None,
            lines: None,
        };
        let Shipped::Target(from) = shipped else { return (None, told) };
        let target = self.shipping.target(id, resource, from, index);
        let status = target.and_then(|(from, _)| self.shipping.unit(id, from, index));
        let (Some((from, _)), Some(status)) = (target, status) else { return (None, told) };
        let units = resource.target_units(from).get(status.target.clone()).unwrap_or_default();
        let share = shares(status.source.len(), units)
            .and_then(|shares| shares.get(index - status.source.start).cloned());
        told.language = from.clone();
        told.freshness = status.worst();
        told.state = status.state;
        told.changed_at = status.changed_since();
        (share, told)
    }

    /// The plural forms of the locale that the source lacks, with the text that ships of each: where
    /// none of the form may, the source's for `other`, as of any unit.
    fn forms(
        &self,
        id: &'a ResourceId,
        resource: &'a Resource,
        source: &Document,
    ) -> Vec<Form<'a>> {
        let of = |status: &'a UnitStatus| {
            let key = status.key.as_ref()?;
            let from = match self.shipping.decide_unit(id, resource, self.locale, status) {
                Shipped::Target(from) => resource.collection.locales.iter().find(|it| **it == from),
                Shipped::Source | Shipped::Blocked => None,
            };
            let ships = from.and_then(|from| {
                let theirs = self.shipping.form(id, from, key)?;
                Some((theirs, resource.target_units(from).get(theirs.target.start)?, from))
            });
            let given = source.units().get(status.source.start)?;
            let (text, language) = match ships {
                Some((_, unit, from)) => (&unit.text, from),
                None => (&given.text, &self.collection.source_locale),
            };
            let theirs = ships.map(|(theirs, ..)| theirs);
            let told = UnitShipped {
                address: format!("{id}#{key}"),
                language: language.clone(),
                freshness: theirs.map_or(Freshness::Current, |it| it.freshness),
                state: theirs.map_or(State::Final, |it| it.state),
                changed_at: theirs.and_then(|it| it.changed_at),
                lines: None,
            };
            Some((status, text.clone(), told))
        };
        additional(self.shipping, id, resource, self.locale).filter_map(of).collect()
    }

    /// One Fluent bundle and one flat JSON object of patterns. Of two messages of one name the
    /// first is in them, as a bundle takes it.
    fn fluent(&self, composed: &[Composed<'_>]) -> Vec<Bundle> {
        let mut source = String::new();
        let mut patterns = Map::new();
        let mut units = Vec::new();
        let mut names = BTreeSet::new();
        let mut line = 1;
        for one in composed {
            let extracted = hexapla_formats::extract(
                Format::Fluent,
                one.text.as_bytes(),
                &self.collection.rules,
            );
            for (unit, told) in extracted.units.iter().zip(&one.units) {
                if !names.insert(unit.key.clone()) {
                    continue;
                }
                let last = line + unit.text.matches('\n').count();
                units.push(UnitShipped { lines: Some((line, last)), ..told.clone() });
                line = last + 1;
                source.push_str(&unit.text);
                source.push('\n');
                for (name, pattern) in hexapla_formats::fluent::patterns(&unit.text) {
                    patterns.insert(name, Value::String(pattern));
                }
            }
        }
        let name = &self.collection.name;
        vec![
            self.bundle(&format!("{name}.ftl"), source.into_bytes(), units.clone()),
            self.bundle(&format!("{name}.json"), pretty(&Value::Object(patterns)), keyed(units)),
        ]
    }

    fn documents(&self, composed: Vec<Composed<'_>>) -> Vec<Bundle> {
        let document = |one: Composed<'_>| {
            let units = self.placed(&one);
            self.bundle(&file_of(one.id, one.resource), one.text.into_bytes(), units)
        };
        composed.into_iter().map(document).collect()
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

    /// The units of a document with the lines that they take in it.
    fn placed(&self, one: &Composed<'_>) -> Vec<UnitShipped> {
        let (format, rules) = (self.collection.format, &self.collection.rules);
        let extracted = hexapla_formats::extract(format, one.text.as_bytes(), rules);
        let index = LineIndex::new(&one.text);
        let line = |at: usize| index.position(at).line;
        let placed = |(told, unit): (&UnitShipped, &Unit)| {
            let last = unit.span.end.saturating_sub(1).max(unit.span.start);
            UnitShipped { lines: Some((line(unit.span.start), line(last))), ..told.clone() }
        };
        one.units.iter().zip(&extracted.units).map(placed).collect()
    }

    /// All items of a catalogue as one JSON array, each with the locales that its document is
    /// available in, and the released file in each of them that the channel carries.
    fn items(&self, composed: &[Composed<'_>]) -> Bundle {
        let mut items = Vec::new();
        for one in composed {
            let Ok(table) = toml::from_str::<toml::Table>(&one.text) else { continue };
            let mut item = Map::from_iter([("id".to_owned(), json!(one.id.path()))]);
            let fields = table.into_iter().filter(|(name, _)| name != "id");
            item.extend(fields.map(|(name, value)| (name, json_value(value))));
            let document =
                item.get("document").and_then(Value::as_str).and_then(|it| it.parse().ok());
            if let Some(document) = document {
                let locales = available_in(self.snapshot, self.shipping, self.channel, &document);
                let files = self.files(&document, &locales);
                item.insert("available_in".to_owned(), json!(locales));
                item.insert("files".to_owned(), Value::Object(files));
            }
            items.push(Value::Object(item));
        }
        let units = composed.iter().flat_map(|one| one.units.clone()).collect();
        self.bundle(&format!("{}.json", self.collection.name), pretty(&Value::Array(items)), units)
    }

    /// Where a document is released, by locale.
    fn files(&self, document: &ResourceId, available: &[String]) -> Map<String, Value> {
        let Some(resource) = self.snapshot.resources.get(document) else { return Map::new() };
        let carried = locales(&resource.collection, self.channel);
        let carried = carried.iter().map(ToString::to_string).filter(|it| available.contains(it));
        let file = file_of(document, resource);
        carried.map(|locale| (locale.clone(), json!(format!("{locale}/{file}")))).collect()
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
        Some(self.bundle(&file_of(id, resource), document.bytes.to_vec(), vec![told]))
    }
}

/// The locales in which the release holds a resource that is current throughout: its source
/// locale, and each whose every unit is settled, its own, and ships.
fn available_in(
    snapshot: &Snapshot,
    shipping: &Shipping<'_>,
    channel: &str,
    id: &ResourceId,
) -> Vec<String> {
    let resource = snapshot.resources.get_key_value(id);
    let Some((id, resource)) = resource.filter(|(_, it)| it.source.is_some()) else {
        return Vec::new();
    };
    let own = |locale: &Locale, index: usize| {
        let settled = |it: &crate::UnitStatus| it.is_settled() && it.inherited.is_none();
        shipping.unit(id, locale, index).is_some_and(settled)
    };
    let is_there = |locale: &Locale| {
        let ships = |index| match shipping.decide(id, resource, locale, index) {
            Shipped::Target(from) => from == *locale && own(locale, index),
            Shipped::Source => *locale == resource.collection.source_locale,
            Shipped::Blocked => false,
        };
        let forms = additional(shipping, id, resource, locale);
        let ships_form = |form| match shipping.decide_unit(id, resource, locale, form) {
            Shipped::Target(from) => {
                from == *locale && form.is_settled() && form.inherited.is_none()
            }
            Shipped::Source | Shipped::Blocked => false,
        };
        // A form that the locale has no use for is not looked for in it.
        let is_asked_for = |index: &usize| {
            *locale == resource.collection.source_locale
                || resource.source_units()[*index].key.is_none()
                || shipping.unit(id, locale, *index).is_some()
        };
        (0..resource.source_units().len()).filter(is_asked_for).all(ships) && { forms }
            .all(ships_form)
    };
    let locales = locales(&resource.collection, channel).into_iter();
    locales.filter(|locale| is_there(locale)).map(ToString::to_string).collect()
}

/// A value of TOML as JSON has it: a date as its text, and null for a number that is none.
fn json_value(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json_value).collect(),
        toml::Value::Table(table) => {
            table.into_iter().map(|(name, value)| (name, json_value(value))).collect()
        }
    }
}

/// The units of a file in which their keys say where they are.
fn keyed(units: Vec<UnitShipped>) -> Vec<UnitShipped> {
    units.into_iter().map(|unit| UnitShipped { lines: None, ..unit }).collect()
}

/// Where a document or a whole file stands below its locale: with the extension of its source.
fn file_of(id: &ResourceId, resource: &Resource) -> String {
    let source = resource.source.as_ref().map_or("", |source| source.path.as_str());
    let extension = source.rsplit_once('.').map_or("", |(_, extension)| extension);
    format!("{}/{}.{extension}", resource.collection.name, id.path())
}

fn pretty(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
