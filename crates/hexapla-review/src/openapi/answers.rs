//! The shapes of answers.

use hexapla_model::{Freshness, Severity};
use serde_json::{Value, json};

use super::operation::{class, need, state};
use super::schema::{
    Field, count, list, map, maybe, number, object, text, time, told, truth, word,
};
use crate::activity::Kind;
use crate::desk::Need;
use crate::routes::Verb;

/// What is answered where all went well; nothing known of what has no address.
pub(super) fn of(verb: Verb, path: &str) -> Value {
    match (verb, path) {
        (Verb::Get, "/api/coverage") => object([("rows", list(coverage()))]),
        (Verb::Get, "/api/queue/{locale}") => queue(),
        (Verb::Get, "/api/unit/{locale}") => unit(),
        (Verb::Get, "/api/unit/{locale}/offers") => offers(),
        (Verb::Post, "/api/unit/{locale}/check") => {
            object([("findings", list(finding())), ("variants", list(variant()))])
        }
        (Verb::Post, "/api/unit/{locale}") => object([
            ("settled", text()),
            ("next", told(maybe(text()), "the next unit of the queue")),
        ]),
        (Verb::Post, "/api/unit/{locale}/claim") => {
            object([("unit", text()), ("claim", maybe(claim()))])
        }
        (Verb::Get, "/api/emergency") => json!({ "oneOf": [critical_list(), critical_unit()] }),
        (Verb::Get, "/api/library/{collection}") => library(),
        (_, "/api/launch/{channel}") => launch(),
        (Verb::Get, "/api/activity") => activity(),
        (_, "/api/sync") => sync(),
        (Verb::Get, "/api/openapi.json") => description(),
        (Verb::Post, "/api/undo") => object([("undone", text())]),
        _ => json!({}),
    }
}

/// What is answered where something was refused.
pub(super) fn refusal() -> Value {
    object([("error", error())])
}

/// What is answered to a decision about what is no longer so.
pub(super) fn late() -> Value {
    object([
        ("error", error()),
        ("unit", text()),
        ("source", text()),
        ("target", text()),
        ("source_token", text()),
        ("target_token", text()),
    ])
}

fn error() -> Value {
    object([("message", text()), ("hint", maybe(text()))])
}

fn coverage() -> Value {
    let counted = || object([("units", count()), ("words", count())]);
    object([
        ("locale", text()),
        ("collection", text()),
        ("units", count()),
        ("words", count()),
        ("current", counted()),
        ("stale", counted()),
        ("moved", counted()),
        ("unverified", counted()),
        ("missing", counted()),
        (
            "oldest_days",
            told(maybe(count()), "how long ago the oldest change was that made something stale"),
        ),
        ("unknown_age", told(count(), "stale units whose age is not known")),
    ])
}

fn queue() -> Value {
    let row = object([
        ("unit", text()),
        ("need", need()),
        ("state", state()),
        ("change", maybe(class())),
        ("changed_at", maybe(time())),
        ("words", count()),
        ("words_to_read", count()),
        ("waits", told(truth(), "whether another translation has to be settled first")),
        ("critical", truth()),
        ("priority", number()),
        ("excerpt", text()),
        ("claim", maybe(claim())),
    ]);
    object([
        ("locale", text()),
        ("units", count()),
        ("needs", object(Need::ALL.map(|it| (it.as_str(), count())))),
        ("words", count()),
        ("words_to_read", count()),
        ("ignored", told(list(text()), "filters that this room knows nothing of")),
        ("page", count()),
        ("pages", count()),
        ("rows", list(row)),
    ])
}

fn claim() -> Value {
    object([("by", text()), ("mine", truth()), ("minutes", told(count(), "for how long still"))])
}

/// Texts with what is marked in them.
fn marked() -> Value {
    let marks = word(["plain", "gone", "new", "likely"]);
    list(object([("text", text()), ("mark", marks)]))
}

/// How a unit stands in a locale.
fn standing() -> [Field; 6] {
    [
        ("freshness", word(Freshness::ALL.map(Freshness::as_str))),
        ("state", state()),
        ("need", maybe(need())),
        ("doubted", truth()),
        ("waits_for", told(maybe(text()), "the locale that has to be settled first")),
        ("inherited", told(maybe(text()), "the locale that the text is taken from")),
    ]
}

/// An object of how a unit stands and of more.
fn standing_and<const MANY: usize>(more: [Field; MANY]) -> Value {
    let mut all = object(more);
    let needed = standing().map(|(name, _)| json!(name));
    all["required"].as_array_mut().into_iter().for_each(|it| it.extend(needed.clone()));
    for (name, schema) in standing() {
        all["properties"][name] = schema;
    }
    all
}

/// A revision of the source.
fn revision() -> [Field; 3] {
    [
        ("revision", text()),
        ("author", told(maybe(text()), "by name, where the repository tells")),
        ("subject", told(maybe(text()), "the first line of the commit's message")),
    ]
}

/// A step of the source on its way from what it was to what it is.
fn step() -> Value {
    let [(name, schema), author, subject] = revision();
    object([
        ("at", time()),
        (name, maybe(schema)),
        author,
        subject,
        ("reason", maybe(text())),
        ("text", told(maybe(text()), "what it became, where its words were kept")),
    ])
}

fn unit() -> Value {
    let term = object([
        ("id", text()),
        ("source", text()),
        ("use", list(text())),
        ("avoid", list(text())),
        ("definition", maybe(text())),
        ("note", maybe(text())),
        ("locale_note", maybe(text())),
        ("used", truth()),
    ]);
    let picture = object([("address", text()), ("alt", text())]);
    standing_and([
        ("unit", text()),
        ("locale", text()),
        ("change", maybe(class())),
        ("changed_at", maybe(time())),
        ("words", count()),
        ("critical", truth()),
        ("source", text()),
        ("source_marked", marked()),
        ("source_before_marked", marked()),
        ("target", text()),
        ("target_marked", marked()),
        ("source_token", told(text(), "what stands for this source in a decision")),
        ("target_token", told(text(), "what stands for this target in a decision")),
        ("comment", maybe(text())),
        ("screenshots", list(picture)),
        ("steps", list(told(step(), "since the translation was made, the earliest first"))),
        ("placeables", list(text())),
        ("terms", list(told(term, "what the source speaks of, by the glossary"))),
        ("states", told(list(state()), "those that the visitor may give")),
        ("claim", maybe(claim())),
        ("findings", list(finding())),
    ])
}

fn finding() -> Value {
    object([
        ("id", text()),
        (
            "severity",
            word([Severity::Note, Severity::Warning, Severity::Error].map(Severity::as_str)),
        ),
        ("message", text()),
        ("hint", maybe(text())),
        ("start", told(count(), "in the text, counted in UTF-16")),
        ("end", count()),
    ])
}

fn variant() -> Value {
    object([
        ("arguments", text()),
        ("categories", text()),
        ("texts", told(list(list(text())), "pairs: the name of an attribute, and what it says")),
    ])
}

fn offers() -> Value {
    let offer = object([
        ("text", text()),
        ("kind", text()),
        ("from", maybe(text())),
        (
            "marked",
            told(
                maybe(text()),
                "what is otherwise in the source: `[-only there-]`, `{+only here+}`",
            ),
        ),
    ]);
    object([("offers", list(offer)), ("problems", list(text()))])
}

fn critical_list() -> Value {
    let open = object([("need", need()), ("locales", list(text()))]);
    let line = || {
        object([
            ("unit", text()),
            ("source_locale", text()),
            ("excerpt", text()),
            ("open", list(open.clone())),
        ])
    };
    object([("open", list(line())), ("settled", list(line()))])
}

fn critical_unit() -> Value {
    let gets = || {
        object([
            ("kind", word(["own", "fallback", "nothing"])),
            ("locale", maybe(text())),
            ("text", maybe(text())),
        ])
    };
    let row = standing_and([
        ("locale", text()),
        ("target", text()),
        ("source_token", text()),
        ("target_token", text()),
        ("readers_get", gets()),
        (
            "released",
            told(maybe(text()), "what the last release holds, where that is another text"),
        ),
        ("readers_get_if_blocked", maybe(gets())),
        ("only_in_source", told(list(text()), "numbers and addresses")),
        ("only_in_target", list(text())),
        ("needs_another", told(truth(), "whether somebody else has to agree")),
        ("may_settle", truth()),
    ]);
    object([
        ("unit", text()),
        ("source", maybe(text())),
        ("source_locale", maybe(text())),
        ("source_marked", maybe(marked())),
        ("source_before_marked", maybe(marked())),
        ("changed_at", maybe(time())),
        ("change", maybe(class())),
        ("locales", list(row)),
    ])
}

fn library() -> Value {
    let cell = object([("percent", count()), ("stale", count()), ("oldest_days", maybe(count()))]);
    let item = object([
        ("resource", text()),
        ("available_in", told(list(text()), "the locales in which all of it is current")),
        ("locales", told(map(cell), "by locale")),
    ]);
    object([("collection", text()), ("items", list(item))])
}

fn launch() -> Value {
    let change = object([("locale", text()), ("unit", text()), ("change", text())]);
    let reason = object([
        ("locale", text()),
        ("collection", text()),
        ("gate", text()),
        ("unit", maybe(text())),
        ("why", text()),
        ("people", told(list(text()), "who can do something about it")),
    ]);
    let share = object([
        ("locale", text()),
        ("units", count()),
        ("own", told(count(), "in its own language")),
        ("fallback", told(count(), "in another language")),
        ("blocked", count()),
    ]);
    let version = object([
        ("version", count()),
        ("release", text()),
        ("published_at", told(maybe(time()), "by the clock of the store")),
    ]);
    let reach = told(
        word(["present", "former", "waiting", "unknown"]),
        "whether readers get it: they do, they had it before, they never did, or the room does not publish",
    );
    let built = object([
        ("release", text()),
        ("at", time()),
        ("reach", reach),
        ("version", told(maybe(count()), "where readers had it before: the version that it was")),
        (
            "changed",
            told(
                maybe(count()),
                "the units that a release of today would hold otherwise, where that can be told",
            ),
        ),
    ]);
    object([
        ("channel", text()),
        ("since", told(maybe(text()), "the newest release that was built for it")),
        ("changes", told(list(change), "what would change for readers since then")),
        ("built", told(maybe(built), "that release")),
        (
            "versions",
            told(list(version), "of the channel, the latest first, where the room publishes"),
        ),
        ("open", told(truth(), "whether its gates are open")),
        ("reasons", list(reason)),
        ("ships", list(share)),
    ])
}

fn activity() -> Value {
    let event = object([
        ("at", time()),
        ("kind", word(Kind::ALL.map(Kind::as_str))),
        ("resource", text()),
        ("locale", maybe(text())),
        ("by", maybe(text())),
        ("units", count()),
        ("why", maybe(text())),
        ("revisions", list(told(object(revision()), "that changed the source, the latest first"))),
        ("stale", told(map(count()), "by locale: the units that the change made stale")),
    ]);
    object([("events", list(event)), ("all", count())])
}

/// What is committed together.
fn batch() -> [Field; 4] {
    let settled = object([("locale", maybe(text())), ("units", count())]);
    [
        ("subject", text()),
        ("people", list(text())),
        ("settled", list(settled)),
        ("files", list(text())),
    ]
}

fn sync() -> Value {
    let [subject, people, settled, files] = batch();
    let commit = object([subject, people, settled, files, ("id", text())]);
    let joined = object([("path", text()), ("taken", count()), ("proposed", count())]);
    let done = object([
        ("committed", list(commit)),
        ("upstream", maybe(text())),
        ("taken", told(count(), "commits of others")),
        ("joined", list(joined)),
        ("pushed", told(count(), "commits")),
    ]);
    let last =
        object([("at", time()), ("by", maybe(text())), ("done", done), ("error", maybe(error()))]);
    object([("waiting", list(object(batch()))), ("last", maybe(last))])
}

/// This description itself, as far as OpenAPI says it.
fn description() -> Value {
    let info = object([("title", text()), ("version", text())]);
    let any = || json!({ "type": "object" });
    object([("openapi", text()), ("info", info), ("paths", map(any())), ("components", any())])
}
