//! What programs may ask for, as OpenAPI 3.1 describes it.

use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::asked::Asked;
use crate::failure::Failure;
use crate::room::Room;
use crate::routes::{ROUTES, Route, Verb};

/// The description, made of the table of all addresses.
pub(crate) fn openapi(room: &Room, _: &Asked) -> Result<Answer, Failure> {
    let mut paths: Map<String, Value> = Map::new();
    for route in ROUTES.iter().filter(|it| it.path.starts_with("/api/")) {
        let verb = if route.verb == Verb::Get { "get" } else { "post" };
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[verb] = operation(route);
    }
    let standing = room.desk.standing();
    Ok(Answer::Json(json!({
        "openapi": "3.1.0",
        "info": { "title": format!("Hexapla: {}", standing.session.name()), "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
    })))
}

fn operation(route: &Route) -> Value {
    let part = |name: &str, place: &str, needed: bool| json!({ "name": name, "in": place, "required": needed, "schema": { "type": "string" } });
    let named = route.path.split('{').skip(1).filter_map(|it| it.split('}').next());
    let mut parameters: Vec<Value> = named.map(|it| part(it, "path", true)).collect();
    if route.verb == Verb::Get && route.path.starts_with("/api/unit/") {
        parameters.push(part("unit", "query", true));
    }
    if route.path == "/api/emergency" {
        parameters.push(part("unit", "query", false));
    }
    if route.path == "/api/queue/{locale}" {
        let filters = ["collection", "need", "class", "claim", "q", "page"];
        parameters.extend(filters.map(|it| part(it, "query", false)));
    }
    let answers = json!({
        "200": { "description": "done", "content": { "application/json": content(route) } },
        "default": { "description": "refused: `error` says why, and the next step" },
    });
    let mut operation =
        json!({ "summary": route.what, "parameters": parameters, "responses": answers });
    if route.verb == Verb::Post {
        let fields = fields(route.path);
        let properties: Map<String, Value> =
            fields.iter().map(|it| ((*it).to_owned(), json!({ "type": "string" }))).collect();
        let schema = json!({ "type": "object", "properties": properties });
        operation["requestBody"] =
            json!({ "content": { "application/json": { "schema": schema } } });
    }
    operation
}

/// What is known of an answer's form.
fn content(route: &Route) -> Value {
    if route.path != "/api/unit/{locale}" || route.verb != Verb::Get {
        return json!({});
    }
    let text = json!({ "type": "string" });
    let texts = json!({ "type": "array", "items": text });
    let maybe = json!({ "type": ["string", "null"] });
    let term = json!({
        "type": "object",
        "description": "what the source speaks of, by the glossary",
        "properties": {
            "id": text, "source": text, "use": texts, "avoid": texts, "definition": maybe, "note": maybe,
            "locale_note": maybe, "used": { "type": "boolean" },
        },
        "required": ["id", "source", "use", "avoid", "used"],
    });
    let terms = json!({ "type": "array", "items": term });
    json!({ "schema": { "type": "object", "properties": { "terms": terms } } })
}

/// What is sent along.
fn fields(path: &str) -> &'static [&'static str] {
    match path {
        "/api/unit/{locale}" => {
            &["unit", "source", "target", "base", "text", "decision", "state", "why", "handle"]
        }
        "/api/unit/{locale}/claim" => &["unit", "do"],
        "/api/unit/{locale}/check" => &["unit", "text"],
        "/api/launch/{channel}" => &["do", "from", "version"],
        "/api/sync" => &[],
        _ => &["handle"],
    }
}
