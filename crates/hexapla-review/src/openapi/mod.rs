//! What programs may ask for: as OpenAPI 3.1 describes it, and as a page of the same.

mod answers;
mod operation;
mod page;
mod schema;

use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::http;
use crate::room::Room;

use operation::{Operation, Parameter};

pub(crate) use page::page;

/// The description, made of the table of all addresses.
pub(crate) fn openapi(room: &Room, asked: &Asked) -> Result<Answer, Failure> {
    let mut paths: Map<String, Value> = Map::new();
    let security: &[&str] = match (room.has_accounts(), room.takes_tokens()) {
        (true, true) => &["session", "bearer"],
        (true, false) => &["session"],
        _ => &[],
    };
    let security: Vec<Value> = security.iter().map(|it| json!({ *it: [] })).collect();
    for operation in Operation::all() {
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[operation.method.to_ascii_lowercase()] = record(&operation, &security);
    }
    let name = http::named(http::SIGN_IN, asked.is_secure);
    let cookie = json!({
        "type": "apiKey", "in": "cookie", "name": name,
        "description": "what `POST /sign-in` with the JSON fields `handle` and `password` gives",
    });
    let bearer = json!({
        "type": "http", "scheme": "bearer", "bearerFormat": "hxp_…",
        "description": "a token of an account, of `/tokens` or `hexapla people token add`; one that only reads may \
            `GET` alone",
    });
    let mut schemes = json!({ "session": cookie });
    if room.takes_tokens() {
        schemes["bearer"] = bearer;
    }
    let standing = room.desk.standing();
    Ok(Answer::Json(json!({
        "openapi": "3.1.0",
        "info": { "title": format!("Hexapla: {}", standing.session.name()), "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": { "securitySchemes": schemes },
    })))
}

/// An operation as OpenAPI writes it.
fn record(operation: &Operation, security: &[Value]) -> Value {
    let parameters = operation.parameters.iter().map(|it: &Parameter| {
        json!({
            "name": it.name, "in": it.place, "required": it.is_needed,
            "description": it.what, "schema": it.schema,
        })
    });
    let answers = operation.answers.iter().map(|it| {
        let content = json!({ "application/json": { "schema": it.schema } });
        (it.status.to_owned(), json!({ "description": it.what, "content": content }))
    });
    let roles: Vec<&str> = operation.roles.iter().map(|it| it.as_str()).collect();
    let mut record = json!({
        "summary": operation.what,
        "description": format!("For one of: {}.", roles.join(", ")),
        "x-roles": roles,
        "security": security,
        "parameters": parameters.collect::<Vec<_>>(),
        "responses": answers.collect::<Map<String, Value>>(),
    });
    if let Some(schema) = &operation.body {
        let content = json!({ "application/json": { "schema": schema } });
        record["requestBody"] = json!({ "required": true, "content": content });
    }
    record
}
