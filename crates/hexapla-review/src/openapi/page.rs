//! The description as a page.

use askama::Template;
use serde_json::Value;

use super::operation::{Given, Operation};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::page::Frame;
use crate::room::Room;

#[derive(Template)]
#[template(path = "api.html")]
struct Page<'a> {
    f: Frame<'a>,
    operations: Vec<Operation>,
    has_accounts: bool,
    takes_tokens: bool,
}

/// A field of what is sent or answered, by its place in that: `rows[].claim.by`.
struct Line {
    place: String,
    kind: String,
    is_needed: bool,
    what: String,
}

impl Page<'_> {
    /// What is named in an address, or sent along.
    fn sent(&self, operation: &Operation) -> Vec<Line> {
        let mut all: Vec<Line> = Vec::new();
        for it in &operation.parameters {
            let place = match it.place {
                "path" => format!("{{{}}}", it.name),
                _ => format!("?{}=", it.name),
            };
            let (is_needed, what) = (it.is_needed, it.what.to_owned());
            all.push(Line { is_needed, what, ..Line::of(place, &it.schema) });
        }
        operation.body.iter().for_each(|it| Line::below("", it, &mut all));
        all
    }

    /// The fields of an answer; of each shape, where it has several.
    fn given(&self, answer: &Given) -> Vec<Vec<Line>> {
        let one = |schema: &Value| {
            let mut all = Vec::new();
            Line::below("", schema, &mut all);
            all
        };
        match answer.schema.get("oneOf").and_then(Value::as_array) {
            Some(shapes) => shapes.iter().map(one).collect(),
            None => vec![one(&answer.schema)],
        }
    }

    fn roles(&self, operation: &Operation) -> String {
        self.f.t.roles(operation.roles)
    }
}

impl Line {
    fn of(place: String, schema: &Value) -> Self {
        let what = schema.get("description").and_then(Value::as_str).unwrap_or_default();
        Self { place, kind: kind(schema), is_needed: true, what: what.to_owned() }
    }

    /// What an object holds, and what that holds.
    fn below(place: &str, schema: &Value, all: &mut Vec<Self>) {
        if let Some(items) = schema.get("items") {
            return Self::below(&format!("{place}[]"), items, all);
        }
        if let Some(values) = schema.get("additionalProperties").filter(|it| it.is_object()) {
            return Self::below(&format!("{place}{{}}"), values, all);
        }
        let needed = schema.get("required").and_then(Value::as_array);
        for (name, field) in
            schema.get("properties").and_then(Value::as_object).into_iter().flatten()
        {
            let dot = if place.is_empty() { "" } else { "." };
            let here = format!("{place}{dot}{name}");
            let is_needed = needed.is_some_and(|it| it.iter().any(|it| it == name));
            all.push(Self { is_needed, ..Self::of(here.clone(), field) });
            Self::below(&here, field, all);
        }
    }
}

/// What a value is, in a few words.
fn kind(schema: &Value) -> String {
    if let Some(all) = schema.get("enum").and_then(Value::as_array) {
        let word = |it: &Value| it.as_str().map_or_else(|| "null".to_owned(), str::to_owned);
        return all.iter().map(word).collect::<Vec<_>>().join(" | ");
    }
    if let Some(items) = schema.get("items") {
        let is_maybe = schema["type"].is_array();
        return format!("[{}]{}", kind(items), if is_maybe { " | null" } else { "" });
    }
    match &schema["type"] {
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" | "),
        one => one.as_str().unwrap_or_default().to_owned(),
    }
}

/// The page of what programs may ask for.
pub(crate) fn page(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let (f, operations) = (Frame::of(room, asked, ""), Operation::all().collect());
    let (has_accounts, takes_tokens) = (room.has_accounts(), room.takes_tokens());
    Ok(Answer::Page(Page { f, operations, has_accounts, takes_tokens }.render()?))
}
