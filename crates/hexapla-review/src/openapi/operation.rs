//! What can be asked for below `/api`: by whom, with what, and what is answered.

use hexapla_engine::change::ChangeClass;
use hexapla_model::State;
use hexapla_people::Role;
use serde_json::Value;

use super::answers;
use super::schema::{list, number, object, object_needing, text, told, word};
use crate::desk::Need;
use crate::queue::Working;
use crate::routes::{ROUTES, Route, Verb};

/// Something that can be asked for.
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) what: &'static str,
    /// The roles that it takes one of.
    pub(super) roles: &'static [Role],
    pub(super) parameters: Vec<Parameter>,
    /// The JSON object that is sent along.
    pub(super) body: Option<Value>,
    pub(super) answers: Vec<Given>,
}

/// A part of the address.
pub(super) struct Parameter {
    pub(super) name: &'static str,
    /// `path` or `query`.
    pub(super) place: &'static str,
    pub(super) is_needed: bool,
    pub(super) what: &'static str,
    pub(super) schema: Value,
}

/// What is answered.
pub(super) struct Given {
    /// The status of HTTP, or `default` for all others.
    pub(super) status: &'static str,
    pub(super) what: &'static str,
    pub(super) schema: Value,
}

impl Operation {
    /// All of them, in the order of the table.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        ROUTES.iter().filter(|it| it.path.starts_with("/api/")).map(Self::of)
    }

    fn of(route: &Route) -> Self {
        let named = route.path.split('{').skip(1).filter_map(|it| it.split('}').next());
        let (verb, path) = (route.verb, route.path);
        Self {
            method: verb.as_str(),
            path,
            what: route.what,
            roles: route.access.roles(),
            parameters: named.map(in_path).chain(in_query(verb, path)).collect(),
            body: (verb == Verb::Post).then(|| body(path)),
            answers: answered(verb, path),
        }
    }
}

fn in_path(name: &'static str) -> Parameter {
    let what = match name {
        "locale" => "a locale that the project is translated into, such as `es`",
        "collection" => "a name below `[collections]` in hexapla.toml",
        "channel" => "a name below `[channels]` of a workflow",
        _ => "",
    };
    Parameter { name, place: "path", is_needed: true, what, schema: text() }
}

/// What stands behind the `?`.
fn in_query(verb: Verb, path: &str) -> Vec<Parameter> {
    let part =
        |name, is_needed, what, schema| Parameter { name, place: "query", is_needed, what, schema };
    match (verb, path) {
        (Verb::Get, "/api/queue/{locale}") => vec![
            part("collection", false, "only these; may be said several times", list(text())),
            part("need", false, "only what waits for one of these", list(need())),
            part("class", false, "only these kinds of change", list(class())),
            part("state", false, "only what is in one of these states", list(state())),
            part(
                "claim",
                false,
                "only what the visitor works on, or nobody",
                list(word(Working::ALL.map(Working::as_str))),
            ),
            part(
                "q",
                false,
                "only what has this in its source, target or name, whatever the case and the accents",
                text(),
            ),
            part("page", false, "from 1", number()),
        ],
        (Verb::Get, "/api/emergency") => {
            vec![part("unit", false, "this unit in all locales, and not the list of all", text())]
        }
        (Verb::Get, "/api/activity") => {
            vec![part("from", false, "how many of the latest events to pass over", number())]
        }
        (Verb::Get, path) if path.starts_with("/api/unit/") => {
            vec![part("unit", true, "its name, such as `pages/about#title`", text())]
        }
        _ => Vec::new(),
    }
}

/// Why something waits for somebody.
pub(super) fn need() -> Value {
    word(Need::ALL.map(Need::as_str))
}

/// A kind of change.
pub(super) fn class() -> Value {
    word(ChangeClass::ALL.map(ChangeClass::as_str))
}

/// What people said of a translation.
pub(super) fn state() -> Value {
    word(State::ALL.map(State::as_str))
}

/// What is sent along.
fn body(path: &str) -> Value {
    let handle = || told(text(), "by whom, in a room without accounts where no cookie says so");
    let unit = || told(text(), "its name, such as `pages/about#title`");
    match path {
        "/api/unit/{locale}" => object_needing(
            &["unit", "decision"],
            [
                ("unit", unit()),
                ("source", told(text(), "the `source_token` of what was shown")),
                ("target", told(text(), "the `target_token` of what was shown")),
                (
                    "text",
                    told(text(), "the translation, with `accept`; without it that which is there"),
                ),
                ("decision", word(["accept", "keep", "keep-everywhere", "reopen"])),
                ("state", told(state(), "the state that is given, with `accept`")),
                ("why", told(text(), "with `reopen`")),
                (
                    "sure",
                    told(
                        text(),
                        "a critical text in which checks find errors, to settle it all the same",
                    ),
                ),
                ("queue", told(text(), "the query of the queue whose next unit is to be told")),
                ("handle", handle()),
            ],
        ),
        "/api/unit/{locale}/claim" => object([("unit", unit()), ("do", word(["take", "release"]))]),
        "/api/unit/{locale}/check" => object([("unit", unit()), ("text", text())]),
        "/api/launch/{channel}" => object_needing(
            &["do"],
            [
                ("do", word(["build", "publish", "promote", "roll-back"])),
                ("from", told(text(), "the channel whose release is taken over, with `promote`")),
                ("version", told(number(), "with `roll-back`; without it the one before")),
                (
                    "release",
                    told(
                        text(),
                        "with `publish`: the short name of the release that is meant; where another was built since, nothing is published",
                    ),
                ),
            ],
        ),
        "/api/undo" => object_needing(&[], [("handle", handle())]),
        _ => object([]),
    }
}

fn answered(verb: Verb, path: &str) -> Vec<Given> {
    let done = Given { status: "200", what: "done", schema: answers::of(verb, path) };
    let mut all = vec![done];
    if (verb, path) == (Verb::Post, "/api/unit/{locale}") {
        let what = "the unit is another by now than it was shown, and nothing was written";
        all.push(Given { status: "409", what, schema: answers::late() });
    }
    let what = "refused: why, and the next step where there is one";
    all.push(Given { status: "default", what, schema: answers::refusal() });
    all
}
