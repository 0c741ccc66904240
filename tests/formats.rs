//! The whole way in each format: status, a changed source, acceptance, release.

mod support;

use serde_json::Value;
use support::Project;

/// A project of one collection, en to es and ar.
fn project(collection: &str, files: &[(&str, &str)]) -> Project {
    let config = format!(
        "version = 1\nname = \"Test\"\nsource_locale = \"en\"\nlocales = [\"ar\", \"es\"]\n[collections.c]\n{collection}"
    );
    let mut all = vec![("hexapla.toml", config.as_str())];
    all.extend(files);
    Project::of(&all)
}

/// What is released of a file.
fn released(project: &Project, path: &str) -> String {
    project.ok(&["release", "build", "--into", "releases"]);
    project.ok(&["pull", "releases", "--into", "site"]);
    project.read(&format!("site/{path}"))
}

fn released_json(project: &Project, path: &str) -> Value {
    serde_json::from_str(&released(project, path)).expect("JSON")
}

fn errors(project: &Project) -> Vec<String> {
    let ran = project.run(&["check", "--format", "json"]);
    let found: Value = serde_json::from_str(&ran.out).expect("JSON");
    let found = found.as_array().expect("findings");
    found.iter().map(|it| it["check"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_json_catalogue_goes_the_whole_way() {
    let layout = "format = \"json\"\nplaceholders = \"i18next\"\nsource = \"locales/en/{path}.json\"\ntarget = \"locales/{locale}/{path}.json\"\n";
    let english = "{\n  \"nav\": {\n    \"home\": \"Home\",\n    \"help\": \"Get help, {{name}}\"\n  },\n  \"item_one\": \"{{count}} story\",\n  \"item_other\": \"{{count}} stories\",\n  \"max\": 3\n}\n";
    let spanish = "{\n  \"item_one\": \"{{count}} historia\",\n  \"item_other\": \"{{count}} historias\", // plural\n  \"nav\": {\n    \"home\": \"\",\n    \"help\": \"Pide ayuda, {{name}}\"\n  }\n}\n";
    let project = project(
        layout,
        &[("locales/en/common.json", english), ("locales/es/common.json", spanish)],
    );
    let counts = |name: &str| project.counts("c/common", "es")[name].clone();
    assert_eq!((counts("unverified"), counts("missing")), (3.into(), 1.into()));
    project.ok(&["accept", "--all", "-l", "es", "--force"]);
    assert_eq!(counts("current"), 3);

    // Neither order nor layout matter; a changed text makes its own unit stale.
    project.edit("locales/en/common.json", "Get help, {{name}}", "Get help today, {{name}}");
    assert_eq!((counts("stale"), counts("current")), (1.into(), 2.into()));
    assert!(project.ok(&["diff", "-l", "es"]).contains("c/common#nav.help"));
    project.edit("locales/es/common.json", "Pide ayuda, {{name}}", "Pide ayuda hoy, {{nombre}}");
    project.ok(&["accept", "c/common#nav.help", "-l", "es"]);
    assert_eq!(counts("stale"), 0);
    assert!(errors(&project).contains(&"placeable-extra".to_owned()));
    project.edit("locales/es/common.json", "{{nombre}}", "{{name}}");
    project.ok(&["accept", "c/common#nav.help", "-l", "es"]);
    assert_eq!(errors(&project), [""; 0]);

    project.ok(&["fill", "c/common", "-l", "es"]);
    let filled = spanish.replace("\"home\": \"\"", "\"home\": \"Home\"");
    let filled = filled.replace("Pide ayuda,", "Pide ayuda hoy,");
    assert_eq!(project.read("locales/es/common.json"), filled);
    project.edit("locales/es/common.json", "\"Home\"", "\"Inicio\"");
    project.ok(&["accept", "c/common#nav.home", "-l", "es"]);
    let json = released_json(&project, "es/c/common.json");
    assert_eq!(json["nav"]["home"], "Inicio");
    assert_eq!(json["nav"]["help"], "Pide ayuda hoy, {{name}}");
    assert_eq!((&json["item_other"], &json["max"]), (&"{{count}} historias".into(), &3.into()));
    assert_eq!(json.as_object().expect("an object").keys().next().map(String::as_str), Some("nav"));
}

#[test]
fn a_rails_catalogue_goes_the_whole_way() {
    let layout = "format = \"yaml\"\nroot = \"{locale}\"\nplaceholders = \"ruby\"\nsource = \"config/locales/{path}.en.yml\"\ntarget = \"config/locales/{path}.{locale}.yml\"\n";
    let english = "en:\n  nav:\n    # The first page\n    home: Home\n    help: \"Get help, %{name}\"\n  number:\n    precision: 3\n    unit: dollars\n";
    let spanish = "# Traducido por Mara\nes:\n  nav:\n    home: 'Inicio'\n    help: \"Pide ayuda, %{name}\"\n";
    let project = project(
        layout,
        &[("config/locales/app.en.yml", english), ("config/locales/app.es.yml", spanish)],
    );
    let counts = |name: &str| project.counts("c/app", "es")[name].clone();
    assert_eq!(
        (counts("unverified"), counts("missing"), counts("obsolete")),
        (2.into(), 1.into(), 0.into())
    );
    project.ok(&["accept", "--all", "-l", "es", "--force"]);
    project.edit("config/locales/app.en.yml", "Home", "Home page");
    assert_eq!((counts("stale"), counts("current")), (1.into(), 1.into()));
    project.edit("config/locales/app.es.yml", "'Inicio'", "'Página de inicio'");
    project.ok(&["accept", "c/app#nav.home", "-l", "es"]);

    // A new file has the name of its own locale at the top, and the numbers of the source.
    project.ok(&["fill", "c/app", "-l", "ar"]);
    assert_eq!(
        project.read("config/locales/app.ar.yml"),
        "ar:\n  nav:\n    home: Home page\n    help: \"Get help, %{name}\"\n  number:\n    precision: 3\n    unit: dollars\n"
    );
    project.ok(&["fill", "c/app", "-l", "es"]);
    assert!(
        project
            .read("config/locales/app.es.yml")
            .ends_with("  number:\n    precision: 3\n    unit: dollars\n")
    );
    assert_eq!(errors(&project), [""; 0]);
    let json = released_json(&project, "es/c/app.json");
    assert_eq!(json["es"]["nav"]["home"], "Página de inicio");
    assert_eq!(json["es"]["number"], serde_json::json!({ "precision": 3, "unit": "dollars" }));

    // A copy whose root was forgotten would be loaded as English.
    project.write("config/locales/app.ar.yml", english);
    assert!(errors(&project).contains(&"root-locale".to_owned()));
}

#[test]
fn subtitles_go_the_whole_way() {
    let layout = "format = \"vtt\"\nsource = \"talks/en/{path}.vtt\"\ntarget = \"talks/{locale}/{path}.vtt\"\n";
    let english = "WEBVTT\n\n1\n00:01.000 --> 00:03.000 line:0\nNobody has to\nbear this alone.\n\n2\n00:04.000 --> 00:05.000\nCall <i>us</i>.\n";
    let spanish = "WEBVTT\n\n1\n00:01.000 --> 00:03.000 line:0\nNadie tiene que soportarlo a solas.\n\n2\n00:04.000 --> 00:05.000\nLlámanos.\n";
    let project =
        project(layout, &[("talks/en/home.vtt", english), ("talks/es/home.vtt", spanish)]);
    let counts = |name: &str| project.counts("c/home", "es")[name].clone();
    assert_eq!(counts("unverified"), 2);
    project.ok(&["accept", "--all", "-l", "es", "--force"]);
    assert!(errors(&project).contains(&"html-differs".to_owned()));

    // Times and lines are layout; words are not.
    project.edit("talks/en/home.vtt", "Nobody has to\nbear", "Nobody\nhas to bear");
    project.edit("talks/en/home.vtt", "00:04.000 --> 00:05.000", "00:04.250 --> 00:05.750");
    assert_eq!(counts("current"), 2);
    project.edit("talks/en/home.vtt", "Call <i>us</i>.", "Call <i>us</i> any day.");
    assert_eq!((counts("stale"), counts("current")), (1.into(), 1.into()));
    project.edit("talks/es/home.vtt", "Llámanos.", "Llámanos <i>cualquier</i> día.");
    project.ok(&["accept", "c/home", "-l", "es"]);
    assert_eq!(counts("current"), 2);
    assert_eq!(errors(&project), [""; 0]);
    let expected = english
        .replace("Nobody has to\nbear this alone.", "Nadie tiene que soportarlo a solas.")
        .replace("Call <i>us</i>.", "Llámanos <i>cualquier</i> día.")
        .replace("00:04.000 --> 00:05.000", "00:04.250 --> 00:05.750");
    assert_eq!(released(&project, "es/c/home.vtt"), expected);
    project.ok(&["fill", "c/home", "-l", "ar"]);
    assert!(project.read("talks/ar/home.vtt").starts_with("WEBVTT\n\n1\n00:01.000 --> "));

    project.edit("talks/es/home.vtt", "00:04.000 -->", "00:04,000 -->");
    let broken = project.run(&["check"]);
    assert_eq!(broken.code, 1, "{}", broken.out);
    assert!(
        broken.out.contains("talks/es/home.vtt:8:1") && broken.out.contains("hint"),
        "{}",
        broken.out
    );
}

#[test]
fn arguments_and_plurals_are_checked() {
    let layout = "format = \"json\"\nplaceholders = \"icu\"\nsource = \"messages/{path}.en.json\"\ntarget = \"messages/{path}.{locale}.json\"\n";
    let english = r#"{ "Stories": { "count": "{n, plural, one {# story} other {# stories}} from {place}", "rich": "<b>All</b> of it" } }"#;
    let project = project(
        layout,
        &[
            ("messages/site.en.json", english),
            (
                "messages/site.es.json",
                r#"{ "Stories": { "count": "{n, plural, one {# historia} many {# de historias} other {# historias}} de {place}", "rich": "<b>Todo</b>" } }"#,
            ),
            (
                "messages/site.ar.json",
                r#"{ "Stories": { "count": "{n, plural, one {قصة} other {# قصص}}", "rich": "كل شيء" } }"#,
            ),
        ],
    );
    project.ok(&["accept", "--all", "-l", "es", "-l", "ar", "--force"]);
    let mut found = errors(&project);
    found.sort();
    assert_eq!(found, ["html-differs", "html-differs", "placeable-missing", "plural-missing"]);
    let told = project.run(&["check"]).out;
    assert!(told.contains("`zero`, `two`, `few`, `many`") || told.contains("`few`"), "{told}");
    assert!(told.contains("the source's `{place}` is not used"), "{told}");
}
