//! The whole way, on the example: edit, watch, status, diff, review, release, pull.

mod support;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde_json::Value;
use support::Project;

const SENTENCE: &str = "You can call even if you are not sure.";

#[test]
fn a_change_goes_the_whole_way() {
    let project = Project::example();
    assert_eq!(project.counts("helplines/get-help", "es")["stale"], 0);

    // The author edits a sentence while `watch` runs.
    let mut watch = project
        .command(&["watch", "--json", "--idle", "20"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("it watches");
    let mut lines = BufReader::new(watch.stdout.take().expect("an output")).lines();
    let first = lines.next().expect("a line").expect("text");
    assert!(first.contains("watching"), "{first}");
    project.edit("source-content/pages/get-help.md", SENTENCE, "Call even if you are in doubt.");
    let saved = Instant::now();
    let turned = lines
        .by_ref()
        .map(|line| line.expect("text"))
        .find(|line| line.contains("turned") && line.contains("\"es\""))
        .expect("an event");
    println!("told {:?} after the save", saved.elapsed());
    let event: serde_json::Value = serde_json::from_str(&turned).expect("JSON");
    assert_eq!(event["detail"]["freshness"], "stale");
    assert_eq!(event["detail"]["units"].as_array().expect("units").len(), 1);
    // It records that the change was seen, and then is quiet about its own writes.
    wait_for(|| {
        project
            .run(&["explain", "helplines/get-help", "-l", "es"])
            .out
            .contains("seen changed on 2026-11-24")
    });
    watch.kill().expect("it ends");
    watch.wait().expect("it ended");

    // Status and diff.
    assert_eq!(project.counts("helplines/get-help", "es")["stale"], 1);
    let diff = project.ok(&["diff", "-l", "es", "helplines"]);
    let diff = diff.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(diff.contains("[-You can call-]{+Call+} even if you are"), "{diff}");
    assert!(diff.contains("Puedes llamar aunque no estés seguro"), "{diff}");

    // The translator edits the target in an editor, and commits.
    let editor = project.path("editor.sh");
    std::fs::write(&editor, "#!/bin/sh\nsed -i 's/Puedes llamar aunque no estés seguro\\./Llama aunque tengas dudas./' \"$1\"\n").expect("written");
    let mut command = project.command(&["review", "helplines", "-l", "es"]);
    command
        .env("VISUAL", format!("sh {}", editor.display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut review = command.spawn().expect("it runs");
    use std::io::Write;
    review.stdin.take().expect("an input").write_all(b"e\nq\n").expect("answered");
    let output = review.wait_with_output().expect("it ends");
    assert!(output.status.success());
    assert!(
        project.read("translations/es/pages/get-help.md").contains("Llama aunque tengas dudas.")
    );
    let counts = project.counts("helplines/get-help", "es");
    assert_eq!(counts["stale"], 0);
    assert_eq!(counts["current"], counts["units"]);

    // Helplines need two people: the gate is closed until a reviewer has looked.
    let closed = project.run(&["release", "build"]);
    assert_eq!(closed.code, 1, "{}", closed.out);
    assert!(
        closed.out.contains("helplines/get-help#") && closed.out.contains("expected reviewed"),
        "{}",
        closed.out
    );
    project.ok(&["--handle", "joaquin", "accept", "helplines", "-l", "es", "--state", "reviewed"]);

    // Release and pull.
    let built = project.ok(&["release", "build", "--into", "releases"]);
    assert!(built.contains("for `stable`"), "{built}");
    project.ok(&["pull", "releases", "--into", "site"]);
    let page = project.read("site/es/helplines/get-help.md");
    assert!(page.contains("Llama aunque tengas dudas."));
    assert!(
        project.read("site/en/helplines/get-help.md").contains("Call even if you are in doubt.")
    );
}

fn wait_for(done: impl Fn() -> bool) {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < Duration::from_secs(20), "it never came");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn every_pulled_bundle_formats_in_its_locale() {
    let project = Project::example();
    project.ok(&["release", "build", "--channel", "preview", "--into", "releases"]);
    project.ok(&["pull", "releases", "--channel", "preview", "--into", "site"]);
    // What a translation may use is what its source does.
    let names = variables(&project.read("site/en/ui.ftl"));
    assert!(names.len() > 50, "{names:?}");
    let mut formatted = 0;
    for locale in ["ar", "de", "en", "es", "es-MX", "fr", "it", "th"] {
        let source = project.read(&format!("site/{locale}/ui.ftl"));
        let ids = ids(&source);
        let resource = FluentResource::try_new(source).expect("no junk");
        let mut bundle = FluentBundle::new(vec![locale.parse().expect("a tag")]);
        bundle
            .add_function("DATETIME", |_, _| FluentValue::from("24 November 2026"))
            .expect("added");
        bundle
            .add_function("NUMBER", |positional, _| {
                positional.first().cloned().unwrap_or(FluentValue::Error)
            })
            .expect("added");
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("no message twice");
        assert!(ids.len() > 180, "{locale}: {}", ids.len());
        let told = project.read(&format!("site/{locale}/ui.ftl.units.json"));
        let told: Value = serde_json::from_str(&told).expect("JSON");
        let told: BTreeSet<&str> = told["units"]
            .as_array()
            .expect("units")
            .iter()
            .filter_map(|it| Some(it["unit"].as_str()?.split_once('#')?.1))
            .collect();
        for id in ids {
            assert!(told.contains(id.as_str()), "{locale} {id}");
            let message = bundle.get_message(&id).expect("a message");
            let values = message.value().into_iter().map(|value| (id.clone(), value));
            let attributes =
                message.attributes().map(|it| (format!("{id}.{}", it.id()), it.value()));
            for (name, pattern) in values.chain(attributes) {
                for count in [0, 1, 2, 3, 11, 100, 1_000_000] {
                    let mut errors = Vec::new();
                    let text =
                        bundle.format_pattern(pattern, Some(&args(&names, count)), &mut errors);
                    assert!(errors.is_empty(), "{locale} {name}: {errors:?}");
                    assert!(!text.is_empty());
                    formatted += 1;
                }
            }
        }
    }
    println!("{formatted} texts");
    assert!(formatted > 10_000);
}

fn ids(source: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for line in source.lines() {
        let name: String =
            line.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        if !name.is_empty()
            && !name.starts_with('-')
            && line[name.len()..].trim_start().starts_with('=')
        {
            ids.push(name);
        }
    }
    ids
}

/// The names of the variables that a source uses.
fn variables(source: &str) -> BTreeSet<String> {
    let name = |it: &str| {
        it.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
    };
    source.split('$').skip(1).map(name).collect()
}

/// A value for each name: a number where that is what the example counts.
fn args(names: &BTreeSet<String>, count: i32) -> FluentArgs<'static> {
    let counted = [
        "count", "days", "words", "units", "locales", "total", "goal", "percent", "position",
        "limit",
    ];
    let value = |name: &str| match counted.contains(&name) {
        true => FluentValue::from(count),
        false => FluentValue::from("x"),
    };
    names.iter().map(|name| (name.clone(), value(name))).collect()
}

#[test]
fn what_is_available_is_computed() {
    let project = Project::example();
    let available = |project: &Project, item: &str| -> Vec<String> {
        project.ok(&["release", "build", "--channel", "preview", "--into", "releases"]);
        project.ok(&["pull", "releases", "--channel", "preview", "--into", "site"]);
        std::fs::remove_dir_all(project.path("releases")).expect("removed");
        let items: serde_json::Value =
            serde_json::from_str(&project.read("site/en/library.json")).expect("JSON");
        let items = items.as_array().expect("items").clone();
        assert!(items.len() >= 12);
        let found = items.into_iter().find(|it| it["id"] == item).expect("an item");
        serde_json::from_value(found["available_in"].clone()).expect("locales")
    };
    let study = "travel-tourism-mexico-colombia-2024";
    assert_eq!(available(&project, study), ["en", "es"]);
    assert_eq!(available(&project, "medienjournal-interview-2022"), ["de", "en", "es"]);
    assert_eq!(available(&project, "italy-country-overview-2023"), ["en"]);
    // The English study changes: the Spanish file is older than its original from now on.
    project.edit(&format!("source-content/files/{study}.html"), "</body>", "<p>New.</p></body>");
    assert_eq!(available(&project, study), ["en"]);
}

#[test]
fn every_view_of_the_example_has_something_true_to_show() {
    let project = Project::example();
    let rows = project.json(&["status", "--by", "resource", "--format", "json"]);
    let rows = rows.as_array().expect("rows");
    let total =
        |name: &str| rows.iter().map(|row| row[name].as_u64().expect("a count")).sum::<u64>();
    for name in
        ["current", "stale", "missing", "unverified", "obsolete", "out-of-order", "inherited"]
    {
        assert!(total(name) > 0, "nothing is {name}");
    }
    let ages: std::collections::BTreeSet<&str> =
        rows.iter().filter_map(|row| row["oldest_stale"].as_str()).collect();
    assert!(ages.len() >= 3, "{ages:?}");
    let found = project.run(&["check"]);
    assert_eq!(found.code, 0, "{}", found.out);
}

/// A folder that no git knows, on a machine that has none, says the same as a clone.
#[test]
fn law_8_history_is_optional() {
    let (plain, cloned) = (Project::example(), Project::example());
    for args in [&["init", "--quiet"][..], &["add", "--all"], &["commit", "--quiet", "-m", "all"]] {
        assert_eq!(cloned.git(args).code, 0);
    }
    for args in [
        &["status", "--format", "json"][..],
        &["diff", "-l", "es"],
        &["check"],
        &["accept", "helplines", "-l", "it"],
        &["explain", "helplines/get-help", "-l", "it"],
        &["ledger", "verify"],
        &["release", "build", "--channel", "preview", "--into", "releases"],
        &["pull", "releases", "--channel", "preview", "--into", "site"],
    ] {
        let without = plain.command(args).env("PATH", "").output().expect("it runs");
        let with = cloned.command(args).output().expect("it runs");
        assert_eq!(without.status.code(), with.status.code(), "{args:?}");
        assert!(without.stdout == with.stdout, "{args:?}");
    }
}
