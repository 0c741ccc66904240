//! Targets that people edit by hand are read back: nothing is lost, nothing becomes current by
//! itself, and `accept` or `review` settles it.

mod support;

use serde_json::{Value, json};
use support::Project;

/// A kind of file: its source, its target, and what a person does to either by hand.
struct Kind {
    name: &'static str,
    resource: &'static str,
    source: (&'static str, &'static str),
    target: (&'static str, &'static str),
    /// A text of the target, and what somebody made of it.
    rewritten: (&'static str, &'static str),
    /// A unit of the target that somebody drops.
    dropped: &'static str,
    /// What somebody adds behind the target.
    added: &'static str,
}

const CONFIG: &str = r#"version = 1
name = "Test"
source_locale = "en"
locales = ["es"]
[collections.pages]
format = "markdown"
source = "src/{path}.md"
target = "out/{locale}/{path}.md"
[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"
[collections.library]
format = "toml"
source = "src/{path}.toml"
target = "out/{locale}/{path}.toml"
fields = ["*"]
"#;

const KINDS: [Kind; 3] = [
    Kind {
        name: "markdown",
        resource: "pages/a",
        source: (
            "src/a.md",
            "# Getting help\n\nCall 112 whenever you are afraid.\n\nThey never laugh at anybody.\n\nWrite to them at night.\n",
        ),
        target: (
            "out/es/a.md",
            "# Pedir ayuda\n\nLlama al 112 cuando tengas miedo.\n\nNunca se ríen de nadie.\n\nEscríbeles de noche.\n",
        ),
        rewritten: ("Nunca se ríen de nadie.", "Jamás se burlan de nadie."),
        dropped: "Nunca se ríen de nadie.\n\n",
        added: "\nEsto lo añadió una persona, y no tiene fuente ninguna.\n",
    },
    Kind {
        name: "fluent",
        resource: "ui/m",
        source: (
            "src/m.ftl",
            "one = Call 112\ntwo = They never laugh\nthree = Write at night\nfour = Help\n",
        ),
        target: (
            "out/es/m.ftl",
            "one = Llama al 112\ntwo = Nunca se ríen\nthree = Escribe de noche\nfour = Ayuda\n",
        ),
        rewritten: ("Nunca se ríen", "Jamás se burlan"),
        dropped: "two = Nunca se ríen\n",
        added: "five = Añadido\n",
    },
    Kind {
        name: "toml",
        resource: "library/l",
        source: (
            "src/l.toml",
            "one = \"Call 112\"\ntwo = \"They never laugh\"\nthree = \"Write at night\"\nfour = \"Help\"\n",
        ),
        target: (
            "out/es/l.toml",
            "one = \"Llama al 112\"\ntwo = \"Nunca se ríen\"\nthree = \"Escribe de noche\"\nfour = \"Ayuda\"\n",
        ),
        rewritten: ("Nunca se ríen", "Jamás se burlan"),
        dropped: "two = \"Nunca se ríen\"\n",
        added: "five = \"Añadido\"\n",
    },
];

fn project(kind: &Kind) -> Project {
    let project = Project::of(&[kind.source, kind.target]);
    project.write("hexapla.toml", CONFIG);
    project.ok(&["accept", "--all", "--force"]);
    assert_eq!(counts(&project, kind), json!({ "current": 4 }), "{}", kind.name);
    project
}

/// How many units stand how; nothing that is nought.
fn counts(project: &Project, kind: &Kind) -> Value {
    let row = project.counts(kind.resource, "es");
    let names = ["current", "stale", "missing", "unverified", "obsolete", "out-of-order"];
    let counts = names.iter().filter(|name| row[**name] != 0);
    counts
        .map(|name| ((*name).to_owned(), row[*name].clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn pending(project: &Project) -> Vec<Value> {
    project.json(&["review", "--json"]).as_array().expect("a list").clone()
}

#[test]
fn what_is_rewritten_is_unverified_until_somebody_accepts_it() {
    for kind in &KINDS {
        let project = project(kind);
        project.edit(kind.target.0, kind.rewritten.0, kind.rewritten.1);
        assert_eq!(
            counts(&project, kind),
            json!({ "current": 3, "unverified": 1 }),
            "{}",
            kind.name
        );
        assert!(project.ok(&["diff"]).contains("target changed since it was last attested"));
        // In bulk it is left alone, by name or by resource it is settled.
        assert_eq!(project.ok(&["accept", "--all"]), "accepted 0 units\n", "{}", kind.name);
        assert_eq!(project.ok(&["accept", kind.resource]), "accepted 1 unit\n", "{}", kind.name);
        assert_eq!(counts(&project, kind), json!({ "current": 4 }), "{}", kind.name);
        // The earlier text comes back with what was said of it.
        project.edit(kind.target.0, kind.rewritten.1, kind.rewritten.0);
        assert_eq!(counts(&project, kind), json!({ "current": 4 }), "{}", kind.name);
    }
}

#[test]
fn what_is_rewritten_is_settled_by_review() {
    for kind in &KINDS {
        let project = project(kind);
        project.edit(kind.target.0, kind.rewritten.0, kind.rewritten.1);
        assert_eq!(pending(&project).len(), 1, "{}", kind.name);
        let ran = project.answer(&["review"], "a\n");
        assert!(ran.out.contains("settled 1 unit"), "{}", ran.out);
        assert_eq!(counts(&project, kind), json!({ "current": 4 }), "{}", kind.name);
        assert!(project.read(kind.target.0).contains(kind.rewritten.1), "{}", kind.name);
    }
}

/// Both sides changed at once: nobody knows whether the one is about the other.
#[test]
fn what_is_rewritten_while_its_source_changes_is_not_current() {
    for kind in &KINDS {
        let project = project(kind);
        project.edit(kind.target.0, kind.rewritten.0, kind.rewritten.1);
        project.edit(kind.source.0, "never laugh", "do not laugh");
        assert_eq!(
            counts(&project, kind),
            json!({ "current": 3, "unverified": 1 }),
            "{}",
            kind.name
        );
        project.answer(&["review"], "a\n");
        assert_eq!(counts(&project, kind), json!({ "current": 4 }), "{}", kind.name);
    }
}

#[test]
fn what_is_dropped_is_missing_and_can_come_back() {
    for kind in &KINDS {
        let project = project(kind);
        project.edit(kind.target.0, kind.dropped, "");
        assert_eq!(counts(&project, kind), json!({ "current": 3, "missing": 1 }), "{}", kind.name);
        let before = project.read(kind.target.0);
        project.write(kind.target.0, kind.target.1);
        assert_eq!(counts(&project, kind), json!({ "current": 4 }), "{}", kind.name);
        // Written anew by hand, in the same place, it is somebody's own text.
        project.write(kind.target.0, before);
        let missing = project.json(&["review", "--json", "--missing"]);
        let unit = missing[0]["unit"].as_str().expect("a unit");
        let text =
            if kind.name == "fluent" { "two = Jamás se burlan" } else { "Jamás se burlan" };
        project.ok(&["accept", unit, "-l", "es", "--text", text]);
        assert_eq!(counts(&project, kind), json!({ "current": 4 }), "{}", kind.name);
        assert!(project.read(kind.target.0).contains("Jamás se burlan"), "{}", kind.name);
    }
}

#[test]
fn what_is_added_is_obsolete_and_touches_nothing_else() {
    for kind in &KINDS {
        let project = project(kind);
        let text = format!("{}{}", kind.target.1, kind.added);
        project.write(kind.target.0, &text);
        assert_eq!(counts(&project, kind), json!({ "current": 4, "obsolete": 1 }), "{}", kind.name);
        assert_eq!(pending(&project), Vec::<Value>::new(), "{}", kind.name);
        assert_eq!(project.ok(&["accept", "--all"]), "accepted 0 units\n", "{}", kind.name);
        // An edit of a neighbour leaves it where it stands.
        project.edit(kind.source.0, "Call 112", "Call 113");
        let stale = pending(&project)[0]["unit"].as_str().expect("a unit").to_owned();
        let text = if kind.name == "fluent" { "one = Llama al 113" } else { "Llama al 113" };
        project.ok(&["accept", &stale, "-l", "es", "--text", text]);
        assert!(project.read(kind.target.0).ends_with(kind.added), "{}", kind.name);
        assert_eq!(counts(&project, kind), json!({ "current": 4, "obsolete": 1 }), "{}", kind.name);
    }
}

/// Blocks have an order that readers see; keys have none.
#[test]
fn what_is_reordered_has_moved_in_a_document_and_nowhere_else() {
    for kind in &KINDS {
        let project = project(kind);
        let without = kind.target.1.replacen(kind.dropped, "", 1);
        project.write(
            kind.target.0,
            format!("{without}{}{}", if kind.name == "markdown" { "\n" } else { "" }, kind.dropped),
        );
        let expected = match kind.name {
            "markdown" => json!({ "current": 2, "out-of-order": 2 }),
            _ => json!({ "current": 4 }),
        };
        assert_eq!(counts(&project, kind), expected, "{}", kind.name);
        project.write(kind.target.0, kind.target.1);
        assert_eq!(counts(&project, kind), json!({ "current": 4 }), "{}", kind.name);
    }
}

/// Nothing that a person did by hand is lost by what the commands write.
#[test]
fn a_text_by_hand_that_is_replaced_can_be_taken_back() {
    for kind in &KINDS {
        let project = project(kind);
        project.edit(kind.target.0, kind.rewritten.0, kind.rewritten.1);
        let unit = pending(&project)[0]["unit"].as_str().expect("a unit").to_owned();
        let text = if kind.name == "fluent" { "two = No se ríen" } else { "No se ríen" };
        project.ok(&["accept", &unit, "-l", "es", "--text", text]);
        let told = project.json(&["explain", &unit, "-l", "es", "--json"]).to_string();
        assert!(told.contains(kind.rewritten.1), "{}: {told}", kind.name);
    }
}

/// Two human texts that nobody attested: each pairing says how sure it is.
#[test]
fn an_unsure_pairing_becomes_current_only_by_name_or_by_force() {
    let source = "Call 112.\n\nThey never laugh at anybody who writes to them.\n\nHelp.\n";
    let target = "Ayuda para quien la necesite, de día y de noche.\n\nSí.\n\nUno de cada cinco.\n";
    let project = Project::of(&[("src/a.md", source), ("out/es/a.md", target)]);
    let rows = project.json(&["status", "--by", "unit", "--format", "json"]);
    let rows = rows.as_array().expect("rows");
    assert!(rows.iter().all(|row| row["confidence"].as_f64().is_some()));
    let unsure: Vec<&Value> = rows.iter().filter(|it| it["freshness"] == "unverified").collect();
    assert!(
        !unsure.is_empty() && unsure.iter().all(|it| it["confidence"].as_f64() < Some(0.85)),
        "{rows:#?}"
    );
    assert!(project.ok(&["status", "--by", "unit"]).contains("pairing unsure, "));
    let unit = unsure[0]["unit"].as_str().expect("a unit");
    for args in [&["accept", "--all"][..], &["accept", "pages/a"]] {
        let ran = project.run(args);
        assert_eq!(ran.out, "accepted 0 units\n");
        assert!(ran.err.contains("of which it is not sure what the target renders"), "{}", ran.err);
        assert!(ran.err.contains("hint: look at them with `hexapla review`, or add `--force`"));
    }
    let shown = project.answer(&["review", unit], "x\n").out;
    assert!(shown.contains("unverified, pairing unsure, "), "{shown}");
    assert!(project.ok(&["explain", unit]).contains("pairing unsure, "));
    assert_eq!(project.ok(&["accept", unit, "-l", "es"]), "accepted 1 unit\n");
    let left = unsure.len() - 1;
    let said = format!("accepted {left} unit{}\n", if left == 1 { "" } else { "s" });
    assert_eq!(project.ok(&["accept", "--all", "--force"]), said);
}
