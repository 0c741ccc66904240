//! Keys of a config that mean nothing.

use hexapla_model::{Diagnostic, Phrase};
use hexapla_terms::suggestion;
use serde_json::Value;
use toml::de::{DeTable, DeValue};

/// Takes every key out of `table` that the schema does not know, and tells of it.
pub(crate) fn unknown_keys(table: &mut DeTable<'_>, schema: &Value) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    visit(table, schema, schema, &mut problems);
    problems
}

fn visit(table: &mut DeTable<'_>, schema: &Value, root: &Value, problems: &mut Vec<Diagnostic>) {
    let known = schema.get("properties").and_then(Value::as_object);
    let others = schema.get("additionalProperties");
    for (key, mut value) in std::mem::take(table) {
        let name = key.get_ref().as_ref();
        let below = known.and_then(|known| known.get(name)).or(others);
        if below == Some(&Value::Bool(false)) {
            let names: Vec<&str> = known.into_iter().flatten().map(|(name, _)| &**name).collect();
            let message = format!("unknown key `{name}`");
            let problem = Diagnostic::error("config-key", key.span(), Phrase::in_english(message));
            problems.push(problem.with_hint(Phrase::in_english(suggestion(name, &names))));
            continue;
        }
        if let (DeValue::Table(table), Some(below)) = (value.get_mut(), below) {
            visit(table, resolved(below, root), root, problems);
        }
        table.insert(key, value);
    }
}

/// The schema that a reference leads to.
fn resolved<'s>(schema: &'s Value, root: &'s Value) -> &'s Value {
    let reference = schema.get("$ref").and_then(Value::as_str);
    let target = reference.and_then(|it| root.pointer(it.trim_start_matches('#')));
    target.unwrap_or(schema)
}
