//! `hexapla init` and the schema that editors pick up.

mod support;

use serde_json::Value;
use support::Project;
use support::schema::problems;

fn schema(project: &Project) -> Value {
    let config = project.read("hexapla.toml");
    let first = config.lines().next().expect("a line");
    let path = first.strip_prefix("#:schema ").expect("a schema is named in the first line");
    serde_json::from_str(&project.read(path)).expect("JSON")
}

fn config(text: &str) -> Value {
    let table: toml::Table = toml::from_str(text).expect("TOML");
    serde_json::to_value(table).expect("JSON")
}

/// A project that `init` made in an empty folder.
fn initialised() -> Project {
    let empty = tempfile::tempdir().expect("a folder");
    let project = Project::copy_of(empty.path());
    project.ok(&["init", "--name", "Site", "--source", "en", "--locale", "es", "--locale", "ar"]);
    project
}

#[test]
fn init_writes_a_commented_config_and_a_schema_that_fits_it() {
    let project = initialised();
    let text = project.read("hexapla.toml");
    let comments = text.lines().filter(|line| line.starts_with('#')).count();
    assert!(comments >= 10, "{text}");
    for key in ["fallbacks", "people", "include", "exclude", "workflow", "keep_targets"] {
        assert!(text.contains(key), "nothing is said of `{key}`");
    }
    assert_eq!(problems(&config(&text), &schema(&project)), Vec::<String>::new());
    project.ok(&["status"]);
    project.ok(&["release", "build", "--dry-run", "--channel", "preview"]);
}

#[test]
fn the_schema_accepts_the_config_of_the_example_and_refuses_mistakes() {
    let schema = schema(&initialised());
    let text = Project::example().read("hexapla.toml");
    assert_eq!(problems(&config(&text), &schema), Vec::<String>::new());
    for (from, to, problem) in [
        ("source_locale = \"en\"\n", "source_local = \"en\"\n", "/source_local: not expected"),
        ("source_locale = \"en\"\n", "", ": no `source_locale`"),
        ("exclude = [", "exclud = [", "/collections/pages/exclud: not expected"),
        ("format = \"asset\"", "format = \"pdf\"", "/collections/files/format: expected one of"),
        ("roles = [\"translator\"]", "roles = \"translator\"", "/roles: expected \"array\""),
        ("version = 1", "version = \"1\"", "/version: expected \"integer\""),
        ("keep_targets = \"always\"", "keep_targets = \"never\"", "/keep_targets: expected one of"),
    ] {
        assert!(text.contains(from), "{from}");
        let found = problems(&config(&text.replacen(from, to, 1)), &schema);
        assert!(found.iter().any(|it| it.contains(problem)), "{to}: {found:?}");
    }
}

#[test]
fn sources_are_not_translated_into_their_own_locale() {
    let empty = tempfile::tempdir().expect("a folder");
    let project = Project::copy_of(empty.path());
    let ran = project.run(&["init", "--source", "en", "--locale", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`en` is the locale of the sources"), "{}", ran.err);
    assert!(!project.path("hexapla.toml").exists());
}

/// In a fresh clone `.hexapla/` is not there: the first command that writes brings the schema back.
#[test]
fn the_schema_comes_back_in_a_clone() {
    let project = Project::example();
    project.ok(&["keep", "ui/actions", "-l", "es"]);
    assert_eq!(schema(&project)["title"], "hexapla.toml");
}

#[test]
fn completions_are_there_for_every_shell() {
    let project = initialised();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = project.ok(&["completions", shell]);
        for command in ["status", "review", "release", "completions"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
}
