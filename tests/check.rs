//! `hexapla check`: every kind of mistake, its place, and the formats for other tools.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use support::Project;
use support::schema::problems;
use unicode_width::UnicodeWidthStr;

/// The project of the transcript, with mistakes of every kind.
fn mistakes() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts/check");
    Project::copy_of(&folder)
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn every_kind_of_mistake_is_found_with_its_place_and_a_hint() {
    let project = mistakes();
    let ran = project.run(&["check", "--format", "json"]);
    assert_eq!(ran.code, 1);
    let found = parsed(&ran.out);
    let found = found.as_array().expect("findings");
    let kinds: BTreeSet<&str> = found.iter().filter_map(|it| it["check"].as_str()).collect();
    let expected = [
        "attribute-extra",
        "attribute-missing",
        "code-differs",
        "fluent-junk",
        "footnote-differs",
        "front-matter-extra",
        "front-matter-missing",
        "front-matter-unclosed",
        "heading-level",
        "link-differs",
        "placeable-extra",
        "placeable-missing",
        "plural-missing",
        "plural-unused",
        "reference-missing",
        "reference-unknown",
        "value-differs",
    ];
    assert_eq!(kinds, expected.into());
    for finding in found {
        let path = finding["path"].as_str().expect("a path");
        let text = project.read(path);
        let line = finding["line"].as_u64().expect("a line") as usize;
        let column = finding["column"].as_u64().expect("a column") as usize;
        let there = text.lines().nth(line - 1).unwrap_or_else(|| panic!("{path}:{line}"));
        assert!((1..=there.chars().count() + 1).contains(&column), "{path}:{line}:{column}");
        assert!(finding["hint"].is_string(), "{finding}");
    }
}

/// What the Fluent of JavaScript and that of Rust say otherwise is told before it is released;
/// `tests/formatting.rs` shows that they do.
#[test]
fn what_the_runtimes_say_otherwise_is_found() {
    let project = mistakes();
    let text = "post = { NUMBER($count, minimumFractionDigits: 200) ->\n    [one] One\n   \
        *[other] { DATETIME($day) } { PLATFORM() } { NUMBER($count, currency: \"EUR\") }\n}\n\
        rank = { NUMBER($place, type: \"ordinal\") ->\n    [two] nd\n   *[other] th\n}\n\
        long = { 12345678901234567890 }\n\
        swapped = { NUMBER($count, minimumFractionDigits: 2, maximumFractionDigits: 1) }\n";
    project.write("src/n.ftl", text);
    let found = parsed(&project.run(&["check", "ui/n", "--format", "json"]).out);
    let told = |it: &Value| {
        let text = |name: &str| it[name].as_str().expect(name).to_owned();
        (text("check"), text("severity"), it["line"].as_u64().expect("a line"))
    };
    let told: BTreeSet<_> = found.as_array().expect("findings").iter().map(told).collect();
    let line = |line: u64, check: &str, severity: &str| (check.into(), severity.into(), line);
    let expected = [
        line(1, "number-limit", "error"),
        line(3, "function-differs", "note"),
        line(3, "function-unknown", "warning"),
        line(3, "option-unknown", "warning"),
        line(5, "plural-differs", "warning"),
        line(9, "number-limit", "error"),
        line(10, "number-limit", "error"),
    ];
    let of_runtimes = told.into_iter().filter(|it| !it.0.starts_with("plural-mi"));
    let of_runtimes: BTreeSet<_> = of_runtimes.filter(|it| it.0 != "plural-unused").collect();
    assert_eq!(of_runtimes, expected.into());
}

#[test]
fn a_source_is_checked_too() {
    let project = mistakes();
    project.write("src/n.ftl", "a = { b }\nc = { $n ->\n    [few] x\n   *[other] y\n}\n");
    let found = parsed(&project.run(&["check", "ui/n", "--format", "json"]).out);
    let told = |at: usize| (found[at]["check"].clone(), found[at]["line"].clone());
    assert_eq!(told(0), (json!("reference-unknown"), json!(1)));
    assert_eq!(found[0]["locale"], Value::Null);
    let kinds: Vec<&Value> =
        found.as_array().into_iter().flatten().map(|it| &it["check"]).collect();
    assert!(kinds.contains(&&json!("plural-unused")) && kinds.contains(&&json!("plural-missing")));
}

/// The first caret stands in the column of the terminal where the mistake begins, whatever the
/// width of the characters before it.
#[test]
fn carets_stand_below_what_they_are_about_in_every_script() {
    let out = mistakes().run(&["check", "--notes"]).out;
    let lines: Vec<&str> = out.lines().collect();
    let mut compared = BTreeSet::new();
    for window in lines.windows(4) {
        let Some((_, place)) = window[0].split_once("--> ") else { continue };
        let mut parts = place.rsplit(':');
        let column: usize = parts.next().and_then(|it| it.parse().ok()).expect("a column");
        let (gutter, source) = window[2].split_once("| ").expect("a line of the file");
        let before: String = source.chars().take(column - 1).collect();
        let carets = &window[3][gutter.len() + 2..];
        let indent = carets.find('^').expect("a caret");
        assert_eq!(indent, before.width(), "{}", window.join("\n"));
        if !before.is_ascii() {
            compared.insert(place.split('/').nth(1).expect("a locale").to_owned());
        }
    }
    assert_eq!(compared, ["ar", "th", "zh"].map(str::to_owned).into());
}

/// What SARIF 2.1.0 requires of a log, of the parts that are written.
fn sarif() -> Value {
    let text = json!({
        "type": "object", "required": ["text"], "additionalProperties": false,
        "properties": { "text": { "type": "string" } },
    });
    let region = json!({
        "type": "object", "required": ["startLine", "startColumn"], "additionalProperties": false,
        "properties": {
            "startLine": { "type": "integer", "minimum": 1 },
            "startColumn": { "type": "integer", "minimum": 1 },
        },
    });
    let location = json!({
        "type": "object", "required": ["artifactLocation", "region"],
        "additionalProperties": false,
        "properties": {
            "artifactLocation": {
                "type": "object", "required": ["uri"], "additionalProperties": false,
                "properties": { "uri": { "type": "string" } },
            },
            "region": region,
        },
    });
    let result = json!({
        "type": "object", "required": ["ruleId", "level", "message", "locations"],
        "additionalProperties": false,
        "properties": {
            "ruleId": { "type": "string" },
            "level": { "enum": ["none", "note", "warning", "error"] },
            "message": text,
            "locations": { "type": "array", "items": {
                "type": "object", "required": ["physicalLocation"], "additionalProperties": false,
                "properties": { "physicalLocation": location },
            }},
        },
    });
    let driver = json!({
        "type": "object", "required": ["name", "version", "rules"], "additionalProperties": false,
        "properties": {
            "name": { "type": "string" },
            "version": { "type": "string" },
            "rules": { "type": "array", "items": {
                "type": "object", "required": ["id"], "additionalProperties": false,
                "properties": { "id": { "type": "string" } },
            }},
        },
    });
    json!({
        "type": "object", "required": ["version", "runs"], "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string" },
            "version": { "const": "2.1.0" },
            "runs": { "type": "array", "items": {
                "type": "object", "required": ["tool", "results"], "additionalProperties": false,
                "properties": {
                    "tool": {
                        "type": "object", "required": ["driver"], "additionalProperties": false,
                        "properties": { "driver": driver },
                    },
                    "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                    "results": { "type": "array", "items": result },
                },
            }},
        },
    })
}

#[test]
fn sarif_is_as_version_2_1_0_wants_it() {
    let project = mistakes();
    project.write("src/ein Wort, 中文.ftl", "broken = { $\n");
    let log = parsed(&project.run(&["check", "--format", "sarif"]).out);
    assert_eq!(problems(&log, &sarif()), Vec::<String>::new());
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let rules: BTreeSet<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    let results = run["results"].as_array().expect("results");
    assert!(results.len() > 20);
    for result in results {
        assert!(rules.contains(result["ruleId"].as_str().expect("a rule")), "{result}");
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().expect("a reference");
        let allowed = |it: char| it.is_ascii_alphanumeric() || "-._~/%".contains(it);
        assert!(uri.chars().all(allowed), "{uri}");
    }
    let encoded = "src/ein%20Wort%2C%20%E4%B8%AD%E6%96%87.ftl";
    assert!(log.to_string().contains(encoded));
}

#[test]
fn nothing_wrong_is_a_valid_log_too() {
    let project = Project::of(&[("src/a.md", "One.\n")]);
    let log = parsed(&project.ok(&["check", "--format", "sarif"]));
    assert_eq!(problems(&log, &sarif()), Vec::<String>::new());
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(project.ok(&["check", "--format", "json"]), "[]\n");
    assert_eq!(project.ok(&["check", "--format", "github"]), "");
}

#[test]
fn annotations_of_github_are_a_line_each() {
    let project = mistakes();
    let out = project.run(&["check", "--format", "github"]).out;
    for line in out.lines() {
        let (head, message) =
            line.strip_prefix("::").and_then(|it| it.split_once("::")).expect(line);
        let (kind, properties) = head.split_once(' ').expect(line);
        assert!(["error", "warning", "notice"].contains(&kind), "{line}");
        let names: Vec<&str> =
            properties.split(',').filter_map(|it| Some(it.split_once('=')?.0)).collect();
        assert_eq!(names, ["file", "line", "col", "title"], "{line}");
        assert!(!message.is_empty());
    }
    assert!(out.lines().count() > 20);
}
