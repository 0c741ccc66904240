//! Catalogues of TOML in a release: their items.

use hexapla_model::ResourceId;
use serde_json::{Map, Value, json};

use super::compose::{Bundle, Composed, Composer, locales};
use super::documents::file_of;
use super::rules::BundleForm;

impl Composer<'_> {
    /// All items of a catalogue as one JSON array, each with the locales that its document is
    /// available in, and the released file in each of them that the channel carries.
    pub(super) fn items(&self, composed: &[Composed<'_>]) -> Bundle {
        let mut items = Vec::new();
        for one in composed {
            let Ok(table) = toml::from_str::<toml::Table>(&one.text) else { continue };
            let mut item = Map::from_iter([("id".to_owned(), json!(one.id.path()))]);
            let fields = table.into_iter().filter(|(name, _)| name != "id");
            item.extend(fields.map(|(name, value)| (name, json_value(value))));
            let document =
                item.get("document").and_then(Value::as_str).and_then(|it| it.parse().ok());
            if let Some(document) = document {
                let locales = self.available.of(&document);
                let files = self.files(&document, locales);
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
        let file = file_of(document, resource, BundleForm::Source);
        carried.map(|locale| (locale.clone(), json!(format!("{locale}/{file}")))).collect()
    }
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

/// JSON as people read it.
pub(super) fn pretty(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
