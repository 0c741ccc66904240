//! What JavaScript's `@fluent/bundle` and Rust's `fluent-bundle` make of the same release.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::Once;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use serde_json::Value;
use support::Project;

const CLIENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/clients/js");

/// Variables of the example that are numbers.
const NUMBERS: [&str; 25] = [
    "count", "days", "goal", "hours", "limit", "locales", "minimum", "number", "percent",
    "position", "total", "units", "words", "current", "most", "more", "level", "other", "least",
    "digits", "all", "seconds", "wait", "part", "people",
];

/// Sample values of every variable in the sources.
fn samples(project: &Project, number: f64) -> BTreeMap<String, Value> {
    let mut values = BTreeMap::new();
    for entry in std::fs::read_dir(project.path("source-content/ui")).expect("a folder") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("text");
        for rest in text.split('$').skip(1) {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            let name = &rest[..end.unwrap_or(rest.len())];
            let is_number = NUMBERS.contains(&name);
            let value = if is_number { Value::from(number) } else { Value::from("Ada") };
            values.insert(name.to_owned(), value);
        }
    }
    values
}

/// Each text by file and name, as JavaScript has it.
fn in_javascript(
    folder: &Path,
    args: &BTreeMap<String, Value>,
) -> BTreeMap<(String, String), String> {
    let path = folder.join("args.json");
    std::fs::write(&path, serde_json::to_vec(args).expect("JSON")).expect("written");
    let said = Command::new("node")
        .args([&Path::new(CLIENT).join("test/format.mjs"), folder, &path])
        .output()
        .expect("node runs");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let line = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("JSON");
        let text = |name: &str| value[name].as_str().expect(name).to_owned();
        ((text("file"), text("id")), text("text"))
    };
    String::from_utf8(said.stdout).expect("text").lines().map(line).collect()
}

fn in_rust(
    folder: &Path,
    files: impl Iterator<Item = String>,
    args: &BTreeMap<String, Value>,
) -> BTreeMap<(String, String), String> {
    let mut values = FluentArgs::new();
    for (name, value) in args {
        match value {
            Value::Number(number) => values.set(name.as_str(), number.as_f64().expect("a number")),
            value => values.set(name.as_str(), value.as_str().expect("text").to_owned()),
        }
    }
    let mut texts = BTreeMap::new();
    for file in files {
        let source = std::fs::read_to_string(folder.join(&file)).expect("a file");
        let locale = file.split('/').next().expect("a locale").parse().expect("a tag");
        let resource = FluentResource::try_new(source).expect("no junk");
        let names: Vec<String> = resource
            .entries()
            .filter_map(|it| match it {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            })
            .collect();
        let mut bundle = FluentBundle::new(vec![locale]);
        bundle.set_use_isolating(false);
        hexapla_client::add_numbers(&mut bundle).expect("functions");
        bundle.add_resource(resource).expect("no entry twice");
        for name in names {
            let message = bundle.get_message(&name).expect("a message");
            let value = message.value().map(|it| (name.clone(), it));
            let attributes =
                message.attributes().map(|it| (format!("{name}.{}", it.id()), it.value()));
            for (id, pattern) in value.into_iter().chain(attributes) {
                let text = bundle.format_pattern(pattern, Some(&values), &mut Vec::new());
                texts.insert((file.clone(), id), text.into_owned());
            }
        }
    }
    texts
}

/// Sets up what the client's tests need, where that is not there; tests that run at the same time
/// wait for the first.
fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        if Path::new(CLIENT).join("node_modules/@fluent/bundle").is_dir() {
            return;
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(CLIENT);
        assert!(npm.status().expect("npm runs").success());
    });
}

#[test]
fn javascript_and_rust_say_the_same() {
    install();
    let project = Project::example();
    project.ok(&["release", "build", "--channel", "preview", "--into", "releases"]);
    project.ok(&["pull", "releases", "--channel", "preview", "--into", "site"]);
    let site = project.path("site");
    let (mut compared, mut dates) = (0, 0);
    for number in [0.0, 1.0, 2.0, 3.0, 5.0, 11.0, 21.0, 100.0, 0.5, 1234.5678, 54_302.0] {
        let args = samples(&project, number);
        let javascript = in_javascript(&site, &args);
        let files: BTreeSet<String> = javascript.keys().map(|(file, _)| file.clone()).collect();
        let rust = in_rust(&site, files.into_iter(), &args);
        assert_eq!(javascript.len(), rust.len());
        for (place, text) in &javascript {
            // Rust's has no dates, and shows the call.
            if rust[place].contains("DATETIME(") {
                dates += 1;
                continue;
            }
            assert_eq!(*text, rust[place], "{place:?} with {number}");
            compared += 1;
        }
    }
    println!(
        "{compared} texts are the same; {dates} hold a date, which Rust's has no function for"
    );
    assert!(compared > 15_000 && dates < compared / 20);
}

/// What `check` tells of as said otherwise is said otherwise.
#[test]
fn what_check_tells_of_differs_indeed() {
    install();
    let folder = tempfile::tempdir().expect("a folder");
    let texts = [
        (
            "en/ui.ftl",
            "rank = { NUMBER($count, type: \"ordinal\") ->\n    [two] nd\n   *[other] th\n}\n",
        ),
        ("en/date.ftl", "day = { DATETIME($count) }\n"),
        ("ar/ui.ftl", "many = { $count ->\n    [few] f\n   *[other] o\n}\n"),
        ("fr/ui.ftl", "same = { $count ->\n    [few] f\n   *[other] o\n}\n"),
    ];
    for (path, text) in texts {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }
    let told = |number: f64| {
        let args = BTreeMap::from([("count".to_owned(), Value::from(number))]);
        let javascript = in_javascript(folder.path(), &args);
        let rust = in_rust(folder.path(), javascript.keys().map(|(file, _)| file.clone()), &args);
        let differing = javascript.iter().filter(|(place, text)| rust[*place] != **text);
        differing.map(|((_, id), _)| id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told(2.0), ["day", "rank"]);
    assert_eq!(told(103.0), ["many", "day"]);
}
