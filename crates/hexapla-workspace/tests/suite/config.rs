//! Mistakes in `hexapla.toml` are told all at once, each with its place and the next step.

use hexapla_workspace::{Error, Session};

use crate::project::{CONFIG, Project};

/// What is told of a config, a line each.
fn told(config: &str) -> Vec<String> {
    match Session::open(&Project::with_config(config).root()) {
        Ok(_) => Vec::new(),
        Err(Error::Config(problems)) => problems.iter().map(ToString::to_string).collect(),
        Err(error) => panic!("{error}"),
    }
}

/// Asserts what is told when `from` in the config reads `to`: place and parts of each line.
#[track_caller]
fn check(from: &str, to: &str, expected: &[(&str, &str)]) {
    assert_eq!(CONFIG.matches(from).count(), 1, "`{from}` stands once in the config");
    let told = told(&CONFIG.replace(from, to));
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (line, (place, part)) in told.iter().zip(expected) {
        assert!(line.starts_with(&format!("hexapla.toml:{place}: ")), "{place} in {line}");
        assert!(line.contains(part), "{part} in {line}");
    }
}

#[test]
fn a_good_config_is_read() {
    assert_eq!(told(CONFIG), [""; 0]);
}

#[test]
fn unknown_keys_come_with_a_suggestion() {
    check("name = ", "nam = ", &[("1:1", "missing field `name`"), ("2:1", "did you mean `name`?")]);
    check(
        "fields = [\"title\"]",
        "feilds = [\"title\"]\nexlude = []",
        &[("10:1", "did you mean `fields`?"), ("11:1", "did you mean `exclude`?")],
    );
    check("version = 1\n", "version = 1\nqqq = 2\n", &[("2:1", "expected `version`, `name`")]);
}

#[test]
fn unknown_keys_hide_no_other_mistake() {
    check(
        "source_locale = \"en\"",
        "sorce = 1\nsource_locale = \"not a tag\"",
        &[("3:1", "unknown key `sorce`"), ("4:17", "not a BCP 47 language tag")],
    );
}

#[test]
fn values_are_checked() {
    check("version = 1", "version = 2", &[("1:11", "version 2 is not known")]);
    check("\"markdown\"", "\"markdwon\"", &[("7:10", "did you mean `markdown`?")]);
    check("\"title\"", "\"a..b\"", &[("10:11", "not a field path")]);
    check("[collections.ui]", "[collections.\"ü\"]", &[("12:14", "not a name of a collection")]);
    check("name = \"Example\"", "name = 1", &[("2:8", "invalid type: integer `1`")]);
    check("\"de\", \"es\",", "\"de\", \"de\",", &[("4:18", "`de` stands here twice")]);
    let keep = "fields = [\"title\"]\nkeep_targets = \"alwais\"";
    check("fields = [\"title\"]", keep, &[("11:16", "did you mean `always`?")]);
    let outside = "version = 1\nledger = \"../ledger\"\nworkflows = \"/etc\"";
    check("version = 1", outside, &[("2:10", "`../ledger`"), ("3:13", "`/etc`")]);
}

#[test]
fn catalogues_say_how_they_are_written() {
    let catalogue = |format: &str, more: &str| {
        let from = "format = \"markdown\"";
        told(&CONFIG.replace(from, &format!("format = \"{format}\"\n{more}")))
    };
    let root = "root = \"{locale}\"\nplaceholders = \"ruby\"";
    assert_eq!(catalogue("yaml", root), [""; 0]);
    assert_eq!(catalogue("vtt", ""), [""; 0]);
    assert!(catalogue("markdown", root)[0].contains("only a catalogue in JSON or YAML"));
    assert!(catalogue("json", "root = \"en\"")[0].contains("expected `{locale}`"));
    assert!(catalogue("json", "placeholders = \"icuu\"")[0].contains("did you mean `icu`?"));
}

#[test]
fn documents_say_which_markdown_they_are() {
    let with = |more: &str| {
        let from = "format = \"markdown\"";
        told(&CONFIG.replace(from, &format!("{from}\n{more}")))
    };
    assert_eq!(with("dialect = \"mkdocs\""), [""; 0]);
    assert!(with("dialect = \"mdxx\"")[0].contains("did you mean `mdx`?"));
    let other = CONFIG.replace("format = \"fluent\"", "format = \"fluent\"\ndialect = \"mdx\"");
    assert!(told(&other)[0].contains("only documents in Markdown have a `dialect`"));
}

#[test]
fn syntax_is_located() {
    check("version = 1", "version = ", &[("1:11", "")]);
    let both = "version = \nother = ";
    let told = told(&CONFIG.replace("version = 1", both));
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[1].starts_with("hexapla.toml:2:"), "{told:#?}");
}

#[test]
fn text_that_is_no_text_is_located() {
    let project = Project::new();
    project.write("hexapla.toml", b"version = 1\nname = \"\xff\"\n");
    let error = Session::open(&project.root()).expect_err("no UTF-8");
    assert!(error.to_string().starts_with("hexapla.toml:2:9: "), "{error}");
    project.write("hexapla.toml", format!("\u{feff}{CONFIG}"));
    assert_eq!(project.open().name(), "Example");
    project.write("hexapla.toml", format!("{CONFIG}x = {}", "[".repeat(5_000)));
    assert!(matches!(Session::open(&project.root()), Err(Error::Config(_))));
}

#[test]
fn layouts_are_checked() {
    let target = "translations/{locale}/pages/{path}.md";
    check(target, "translations/pages/{path}.md", &[("9:10", "has to hold `{locale}`")]);
    check(target, "translations/{locale}/pages.md", &[("9:10", "in both `source` and `target`")]);
    check(target, "../{locale}/{path}.md", &[("9:10", "not a path within the project")]);
    check(target, "{lang}/{path}.md", &[("9:10", "unknown placeholder")]);
    check(
        "source-content/pages/{path}.md",
        "translations/es/pages/{path}.md",
        &[("9:10", "the target in `es` is the source itself")],
    );
}

#[test]
fn spellings_are_names_of_their_own() {
    let with = |spellings: &str| format!("[spellings]\n{spellings}\n\n[collections.pages]");
    let check = |spellings: &str, expected: &[(&str, &str)]| {
        check("[collections.pages]", &with(spellings), expected);
    };
    check("es-MX = \"es_mx\"\nde = \"german\"", &[]);
    check("es = \"a/b\"", &[("7:6", "`a/b` is not a name that a file or folder may have")]);
    check("es = \"..\"", &[("7:6", "is not a name that a file or folder may have")]);
    check("fr = \"french\"", &[("7:1", "`fr` is no locale of this project")]);
    let one = "are both spelled `es`";
    check("es-MX = \"es\"", &[("12:10", one), ("18:10", one)]);
}

#[test]
fn spellings_of_a_collection_come_first() {
    let own = "fields = [\"title\"]\nspellings = { es = \"de\" }";
    check("fields = [\"title\"]", own, &[("11:20", "`de` and `es` are both spelled `de`")]);
}

#[test]
fn collections_do_not_hold_the_same_files() {
    let again = |more: &str| {
        format!(
            "[collections.more]\nformat = \"asset\"\nsource = \"source-content/pages/{{path}}.md\"\n\
             target = \"more/{{locale}}/{{path}}.md\"\n{more}\n[collections.ui]"
        )
    };
    let problem = [("8:10", "collection `more` has the same files")];
    check("[collections.ui]", &again(""), &problem);
    check("[collections.ui]", &again("include = [\"a/*\"]"), &[]);
}

#[test]
fn pivots_are_translations_and_never_in_circles() {
    let check = |pivots: &str, expected: &[(&str, &str)]| {
        let with = format!("fields = [\"title\"]\npivots = {{ {pivots} }}");
        check("fields = [\"title\"]", &with, expected);
    };
    check("es = \"de\"", &[]);
    check("es-MX = \"es\", es = \"de\"", &[]);
    check("es = \"en\"", &[("11:17", "`en` is the locale of the source, not of a translation")]);
    check("en = \"es\"", &[("11:12", "`en` is the locale of the source, no translation")]);
    check("es = \"dee\"", &[("11:17", "`dee` is no locale of this collection")]);
    check("fr = \"de\"", &[("11:12", "`fr` is no locale of this collection")]);
    check("es = \"es\"", &[("11:12", "`es` is made from itself")]);
    let round = "de = \"es\", es = \"de\"";
    check(round, &[("11:12", "`de` is made from itself by way of `es`")]);
    // What `es-MX` does not hold is taken from `es`.
    check("es = \"es-MX\"", &[("11:12", "`es` is made from itself by way of `es-MX`")]);
}

#[test]
fn fallbacks_lead_somewhere_and_never_in_circles() {
    let with = |chains: &str| format!("\n[fallbacks]\n{chains}\n\n[collections.pages]");
    let check = |chains: &str, expected: &[(&str, &str)]| {
        check("\n[collections.pages]", &with(chains), expected);
    };
    check("es-MX = [\"es\", \"de\"]", &[]);
    check("es-MY = [\"es\"]", &[("7:1", "did you mean `es-MX`?")]);
    check("es-MX = [\"fr\"]", &[("7:10", "`fr` is no locale of this project")]);
    check("es = [\"es\"]", &[("7:1", "`es` falls back to itself")]);
    // Without an entry, `es-MX` falls back to `es`.
    check("es = [\"es-MX\"]", &[("7:1", "`es` falls back to itself by way of `es-MX`")]);
    check("es = [\"de\"]\nde = [\"es\"]", &[("8:1", "by way of `es`")]);
}

#[test]
fn people_are_of_known_locales() {
    let with = |who: &str, locale: &str| {
        format!("[people.{who}]\nroles = []\nlocales = [\"{locale}\"]\n\n[collections.ui]")
    };
    check("[collections.ui]", &with("mara", "es"), &[]);
    check("[collections.ui]", &with("mara", "en"), &[]);
    check("[collections.ui]", &with("mara", "ex"), &[("14:12", "is no locale of this project")]);
    check("[collections.ui]", &with("\"a b\"", "es"), &[("12:9", "")]);
}

#[test]
fn a_missing_workflow_is_located() {
    let named = "fields = [\"title\"]\nworkflow = \"pages\"";
    check("fields = [\"title\"]", named, &[("11:12", "there is no workflow `pages`")]);
}

#[test]
fn no_project_is_an_error_with_a_hint() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let error = Session::open(folder.path()).expect_err("nothing here");
    assert!(matches!(error, Error::NoProject(_)));
    assert!(error.hint().is_some_and(|hint| hint.contains("hexapla init")));
}

#[test]
fn the_schema_knows_what_the_config_may_hold() {
    let schema: serde_json::Value =
        serde_json::from_str(&hexapla_workspace::schema()).expect("JSON");
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["$defs"]["CollectionV1"]["properties"]["format"]["enum"][0], "fluent");
    assert_eq!(schema["$defs"]["CollectionV1"]["required"].as_array().map(Vec::len), Some(3));
}
