//! The parts that schemas are made of (JSON Schema 2020-12). Objects have the fields that are named, and no others.

use serde_json::{Map, Value, json};

/// A field of an object.
pub(super) type Field = (&'static str, Value);

pub(super) fn text() -> Value {
    json!({ "type": "string" })
}

pub(super) fn number() -> Value {
    json!({ "type": "integer" })
}

pub(super) fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

pub(super) fn truth() -> Value {
    json!({ "type": "boolean" })
}

/// A moment, as RFC 3339 writes it.
pub(super) fn time() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

/// One of these words.
pub(super) fn word<'a>(all: impl IntoIterator<Item = &'a str>) -> Value {
    let all: Vec<&str> = all.into_iter().collect();
    json!({ "type": "string", "enum": all })
}

pub(super) fn list(of: Value) -> Value {
    with(json!({ "type": "array" }), "items", of)
}

/// An object of values by names that are not known beforehand.
pub(super) fn map(of: Value) -> Value {
    with(json!({ "type": "object" }), "additionalProperties", of)
}

pub(super) fn object<const MANY: usize>(fields: [Field; MANY]) -> Value {
    let needed = fields.each_ref().map(|(name, _)| *name);
    object_needing(&needed, fields)
}

/// A schema with one more keyword.
fn with(mut schema: Value, keyword: &str, value: Value) -> Value {
    schema[keyword] = value;
    schema
}

/// An object that may lack fields.
pub(super) fn object_needing<const MANY: usize>(needed: &[&str], fields: [Field; MANY]) -> Value {
    let fields = fields.into_iter().map(|(name, schema)| (name.to_owned(), schema));
    let fields: Map<String, Value> = fields.collect();
    json!({ "type": "object", "properties": fields, "required": needed, "additionalProperties": false })
}

/// The same, or null.
pub(super) fn maybe(mut schema: Value) -> Value {
    schema["type"] = json!([schema["type"], "null"]);
    if let Some(all) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        all.push(Value::Null);
    }
    schema
}

/// The same, with what it means.
pub(super) fn told(schema: Value, what: &str) -> Value {
    with(schema, "description", json!(what))
}
