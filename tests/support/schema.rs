//! Whether a value is as a JSON Schema says: the few keywords that ours use.

use serde_json::Value;

/// Everything in `value` that is not as `schema` says, by its place.
///
/// Panics at a keyword that it does not know, so that nothing goes unchecked.
pub(crate) fn problems(value: &Value, schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    visit(value, schema, schema, "", &mut found);
    found
}

fn visit(value: &Value, schema: &Value, root: &Value, at: &str, found: &mut Vec<String>) {
    let keywords = schema.as_object().expect("a schema is a table");
    for (keyword, rule) in keywords {
        match keyword.as_str() {
            "$ref" => {
                let path = rule.as_str().and_then(|it| it.strip_prefix('#')).expect("a place");
                visit(value, root.pointer(path).expect("a definition"), root, at, found);
            }
            "type" if !is_of_type(value, rule) => found.push(format!("{at}: expected {rule}")),
            "enum" if !rule.as_array().expect("a list").contains(value) => {
                found.push(format!("{at}: expected one of {rule}"));
            }
            "const" if value != rule => found.push(format!("{at}: expected {rule}")),
            "minimum" if value.is_number() && value.as_i64() < rule.as_i64() => {
                found.push(format!("{at}: too small"));
            }
            "oneOf" => {
                let shapes = rule.as_array().expect("a list").iter();
                let problems = |shape| {
                    let mut found = Vec::new();
                    visit(value, shape, root, at, &mut found);
                    found
                };
                let all: Vec<Vec<String>> = shapes.map(problems).collect();
                if all.iter().filter(|it| it.is_empty()).count() != 1 {
                    found.push(format!("{at}: expected one of several shapes: {all:?}"));
                }
            }
            "required" if !value.is_object() => {}
            "required" => {
                let names = rule.as_array().expect("a list").iter().filter_map(Value::as_str);
                let missing = names.filter(|name| value.get(name).is_none());
                found.extend(missing.map(|name| format!("{at}: no `{name}`")));
            }
            "properties" | "additionalProperties" | "items" => {
                visit_parts(keyword, value, schema, root, at, found);
            }
            "$schema" | "$defs" | "title" | "description" | "default" | "format" | "type"
            | "enum" | "const" | "minimum" => {}
            other => panic!("unknown keyword `{other}`"),
        }
    }
}

fn visit_parts(
    keyword: &str,
    value: &Value,
    schema: &Value,
    root: &Value,
    at: &str,
    found: &mut Vec<String>,
) {
    let known = schema.get("properties").and_then(Value::as_object);
    let rule = &schema[keyword];
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        if keyword == "items" {
            visit(item, rule, root, &format!("{at}/{index}"), found);
        }
    }
    for (name, part) in value.as_object().into_iter().flatten() {
        let place = format!("{at}/{name}");
        match (keyword, known.and_then(|it| it.get(name))) {
            ("properties", Some(own)) => visit(part, own, root, &place, found),
            ("additionalProperties", None) if *rule == Value::Bool(false) => {
                found.push(format!("{place}: not expected"));
            }
            ("additionalProperties", None) => visit(part, rule, root, &place, found),
            _ => {}
        }
    }
}

fn is_of_type(value: &Value, rule: &Value) -> bool {
    let one = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("unknown type `{other}`"),
    };
    match rule {
        Value::Array(all) => all.iter().filter_map(Value::as_str).any(one),
        _ => one(rule.as_str().expect("a type")),
    }
}
