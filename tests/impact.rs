//! `hexapla impact` and `accept --range`: what a change does to translations, before it happens.

mod support;

use serde_json::{Value, json};
use support::{Project, Ran};

const PAGE: &str = "\
# Getting help

Call the helpline of your country whenever something online makes you afraid.

The people who answer have listened to many children, and they never laugh at anybody.

You can also write to them at night; they read everything in the morning.
";

const TARGET: &str = "\
# Pedir ayuda

Llama a la línea de ayuda de tu país cuando algo en internet te dé miedo.

Quienes responden han escuchado a muchos niños y niñas, y nunca se ríen de nadie.

También puedes escribirles de noche; lo leen todo por la mañana.
";

const MESSAGES: &str = "call = Call 112\nwrite = Write to us\n";
const MENSAJES: &str = "call = Llama al 112\nwrite = Escríbenos\n";

/// A page and two messages, translated, accepted and committed.
fn project() -> Project {
    let files = [
        ("src/a.md", PAGE),
        ("out/es/a.md", TARGET),
        ("src/m.ftl", MESSAGES),
        ("out/es/m.ftl", MENSAJES),
        (".gitignore", ".hexapla\n"),
    ];
    let project = Project::of(&files);
    project.ok(&["accept", "--all", "--force"]);
    git(&project, &["init", "-q", "-b", "main"]);
    commit(&project, "base");
    project
}

#[track_caller]
fn git(project: &Project, args: &[&str]) {
    let ran = project.git(args);
    assert_eq!(ran.code, 0, "{args:?}\n{}", ran.err);
}

#[track_caller]
fn commit(project: &Project, message: &str) {
    git(project, &["add", "-A"]);
    git(project, &["commit", "-qm", message]);
}

/// How many units become what in Spanish: nothing that is nought.
fn counts(told: &Value) -> Value {
    let mut counts = serde_json::Map::new();
    let names = ["stale", "missing", "unverified", "obsolete", "moved", "carry", "match"];
    for name in names {
        let units = told["locales"][0][name]["units"].as_u64().unwrap_or(0);
        if units > 0 {
            counts.insert(name.to_owned(), json!(units));
        }
    }
    counts.into()
}

fn between(project: &Project, range: &str) -> Value {
    counts(&project.json(&["impact", "--range", range, "--json"]))
}

#[test]
fn a_range_tells_what_becomes_of_each_unit() {
    let project = project();
    project.edit("src/a.md", "whenever", "as soon as");
    project.edit("src/a.md", "The people who answer", "Stay calm.\n\nThe people who answer");
    project.edit("src/m.ftl", "write = Write to us\n", "");
    assert_eq!(between(&project, "HEAD"), json!({ "stale": 1, "missing": 1, "obsolete": 1 }));
    commit(&project, "an author's");
    assert_eq!(between(&project, "HEAD"), json!({}));
    let told = json!({ "stale": 1, "missing": 1, "obsolete": 1 });
    for range in ["HEAD~1..HEAD", "HEAD~1..", "HEAD~1...HEAD", "main~1"] {
        assert_eq!(between(&project, range), told, "{range}");
    }
    // Told of the range, not of what stands at its end.
    project.edit("src/m.ftl", "112", "113");
    commit(&project, "another");
    assert_eq!(between(&project, "HEAD~1..HEAD"), json!({ "stale": 1 }));
    assert_eq!(between(&project, "HEAD~2..HEAD~1"), told);
}

#[test]
fn coverage_is_told_before_and_after_and_whose_units_they_are() {
    let project = project();
    let people = "[people.mara]\nroles = [\"translator\"]\nlocales = [\"es\"]\n[people.lena]\nroles = [\"translator\"]\nlocales = [\"fr\"]\n[people.ines]\nroles = [\"editor\"]\n";
    let config = project.read("hexapla.toml");
    let config = config.replace("[\"es\"]", "[\"es\", \"fr\"]");
    project.write(
        "hexapla.toml",
        config.replace("[collections.pages]", &format!("{people}[collections.pages]")),
    );
    project.edit(
        "workflows/standard.toml",
        "name = \"translated\"",
        "name = \"translated\"\nroles = [\"translator\"]",
    );
    commit(&project, "people");
    project.edit("src/m.ftl", "112", "113");
    let told = project.json(&["impact", "--range", "HEAD", "--json"]);
    let es = &told["locales"][0];
    assert_eq!(es["people"], json!(["mara"]));
    assert_eq!(
        (&es["before"]["current"]["units"], &es["after"]["current"]["units"]),
        (&json!(6), &json!(5))
    );
    assert_eq!(
        told["units"],
        json!([{
            "unit": "ui/m#call", "path": "src/m.ftl", "change": "number", "becomes": { "es": "stale" },
        }])
    );
}

#[test]
fn staged_looks_at_the_index_alone() {
    let project = project();
    project.edit("src/m.ftl", "112", "113");
    git(&project, &["add", "src/m.ftl"]);
    project.edit("src/a.md", "whenever", "as soon as");
    let told = project.json(&["impact", "--staged", "--json"]);
    assert_eq!((counts(&told), &told["sources"]), (json!({ "stale": 1 }), &json!(1)));
    assert_eq!(told["units"][0]["unit"], "ui/m#call");
    assert_eq!(between(&project, "HEAD"), json!({ "stale": 2 }));
}

/// An author sets a typo right and says so in the same commit; a translator can overrule it.
#[test]
fn only_a_typo_said_in_the_same_commit_makes_nothing_stale() {
    let project = project();
    project.edit("src/a.md", "whenever something online makes", "whenever something on-line makes");
    assert_eq!(between(&project, "HEAD"), json!({ "stale": 1 }));
    let stale = project.json(&["impact", "--range", "HEAD", "--json"]);
    let unit = stale["units"][0]["unit"].as_str().expect("a unit").to_owned();
    project.ok(&["--handle", "author", "keep", &unit, "--all-locales"]);
    commit(&project, "set a typo right");
    let told = project.json(&["impact", "--range", "HEAD~1..HEAD", "--json"]);
    assert_eq!((counts(&told), &told["units"]), (json!({ "carry": 1 }), &json!([])));
    let comment = project.ok(&["impact", "--range", "HEAD~1..HEAD", "--format", "github"]);
    assert!(comment.contains("1 unit carried over"), "{comment}");
    project.ok(&["reopen", &unit, "-l", "es", "--why", "it is another word"]);
    commit(&project, "a translator's doubt");
    let told = project.json(&["impact", "--range", "HEAD~1..HEAD", "--json"]);
    assert_eq!((counts(&told), &told["sources"]), (json!({ "unverified": 1 }), &json!(0)));
}

#[test]
fn a_revert_carries_and_a_translated_change_matches() {
    let project = project();
    project.edit("src/m.ftl", "112", "113");
    commit(&project, "changed");
    project.edit("src/m.ftl", "113", "112");
    project.edit("src/m.ftl", "Write to us", "Write us a letter");
    project.edit("out/es/m.ftl", "Escríbenos", "Escríbenos una carta");
    project.ok(&["accept", "ui/m#write", "-l", "es"]);
    commit(&project, "reverted, and another translated with it");
    assert_eq!(between(&project, "HEAD~1..HEAD"), json!({ "carry": 1, "match": 1 }));
}

/// What a robot would put under a pull request.
#[test]
fn github_is_a_comment_in_markdown() {
    let project = project();
    project.edit("src/m.ftl", "112", "113");
    project.edit(
        "src/a.md",
        "You can also write to them at night; they read everything in the morning.\n",
        "",
    );
    let comment = project.ok(&["impact", "--range", "HEAD", "--format", "github"]);
    let expected = "\
<!-- hexapla impact -->
**Translations:** 1 unit stale in 1 locale, 2 words; 1 unit obsolete in 1 locale, 11 words

| locale | stale | obsolete | carried over | done | who |
| --- | ---: | ---: | ---: | ---: | --- |
| es | 1 (2 words) | 1 (11 words) |  | 100 % → 94 % |  |

<details><summary>Units</summary>

";
    assert!(comment.starts_with(expected), "{comment}");
    assert!(comment.contains("- `ui/m#call` (number): stale in es\n"), "{comment}");
    assert!(comment.contains("keep --all-locales"), "{comment}");
    git(&project, &["checkout", "-q", "."]);
    let nothing = project.ok(&["impact", "--range", "HEAD", "--format", "github"]);
    assert_eq!(nothing, "<!-- hexapla impact -->\n**Translations:** no translation is touched\n");
}

#[track_caller]
fn refused(ran: &Ran, why: &str, hint: &str) {
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains(why) && ran.err.contains(hint), "{}", ran.err);
}

#[test]
fn a_shallow_clone_tells_what_it_holds() {
    let project = project();
    project.edit("src/m.ftl", "112", "113");
    commit(&project, "changed");
    project.edit("src/m.ftl", "113", "114");
    commit(&project, "changed again");
    let url = format!("file://{}", project.root().display());
    let clone = Project::of(&[]);
    git(
        &clone,
        &["clone", "-q", "--depth=2", &url, "."].map(|it| if it == "." { "clone" } else { it }),
    );
    let run = |args: &[&str]| clone.run(&[&["-C", "clone"], args].concat());
    let told = run(&["impact", "--range", "HEAD~1..HEAD", "--json"]);
    assert_eq!(told.code, 0, "{}", told.err);
    refused(
        &run(&["impact", "--range", "HEAD~2..HEAD"]),
        "git knows no revision `HEAD~2` here",
        "hint: this clone is shallow: get the commit with `git fetch",
    );
    refused(
        &run(&["accept", "--range", "HEAD~2..HEAD"]),
        "git knows no revision `HEAD~2`",
        "hint: ",
    );
}

#[test]
fn where_git_knows_nothing_it_is_told() {
    let project = project();
    for range in ["nowhere..HEAD", "HEAD..nowhere", "nowhere", "--output=x..HEAD", "a...b"] {
        let arg = format!("--range={range}");
        refused(&project.run(&["impact", &arg]), "git knows no revision `", "hint: `git log");
    }
    let folder = Project::of(&[("src/a.md", PAGE)]);
    refused(
        &folder.run(&["impact", "--staged"]),
        "is not in a git repository",
        "hint: only `sync`, `resolve`",
    );
    refused(&folder.run(&["accept", "--range", "HEAD"]), "is not in a git repository", "hint: ");
    assert_eq!(folder.run(&["impact"]).code, 0);
}

/// A project that is a folder of a repository, with names that git would quote.
#[test]
fn a_project_below_the_root_of_its_repository() {
    let project = Project::of(&[]);
    project.write("site/hexapla.toml", project.read("hexapla.toml"));
    project.write("site/workflows/standard.toml", project.read("workflows/standard.toml"));
    project.write("site/src/página uno.md", PAGE);
    project.write("site/out/es/página uno.md", TARGET);
    project.write("src/página uno.md", "not of the project");
    project.ok(&["-C", "site", "accept", "--all", "--force"]);
    git(&project, &["init", "-q", "-b", "main"]);
    commit(&project, "base");
    project.edit("site/src/página uno.md", "whenever", "as soon as");
    let told = project.json(&["-C", "site", "impact", "--range", "HEAD", "--json"]);
    assert_eq!(counts(&told), json!({ "stale": 1 }));
}

/// Contributors who do not run the command edit both sides; CI attests what they did.
#[test]
fn accept_range_attests_what_was_edited_together() {
    let project = project();
    project.edit("src/m.ftl", "112", "113");
    project.edit("out/es/m.ftl", "112", "113");
    project.edit(
        "src/a.md",
        "whenever something online makes you afraid",
        "whenever you are afraid",
    );
    project.edit("out/es/a.md", "cuando algo en internet te dé miedo", "cuando tengas miedo");
    // Only the source, only the target: nobody says that these belong together.
    project.edit("src/m.ftl", "Write to us", "Write us a letter");
    project.edit("out/es/a.md", "lo leen todo", "leen todo");
    commit(&project, "a contribution");
    let said = project.ok(&["--handle", "ci", "accept", "--range", "HEAD~1..HEAD"]);
    assert_eq!(said, "accepted 2 units\n");
    let told = project.json(&["explain", "ui/m#call", "-l", "es", "--json"]);
    let attested: Vec<&Value> = told[0]["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .flat_map(|it| it["attested"].as_array().expect("a list"))
        .collect();
    assert!(attested.iter().any(|it| it["origin"] == "inferred" && it["by"] == "ci"), "{told:#}");
    let messages = project.counts("ui/m", "es");
    assert_eq!((&messages["current"], &messages["stale"]), (&json!(1), &json!(1)));
    let page = project.counts("pages/a", "es");
    assert_eq!((&page["current"], &page["unverified"]), (&json!(3), &json!(1)));
    assert_eq!(project.ok(&["accept", "--range", "HEAD~1..HEAD"]), "accepted 0 units\n");
}

/// A doubt is answered by a person, never by a robot that saw both sides change.
#[test]
fn accept_range_answers_no_doubt() {
    let project = project();
    project.edit("src/m.ftl", "112", "113");
    project.edit("out/es/m.ftl", "112", "113");
    project.ok(&["accept", "ui/m#call", "-l", "es"]);
    project.ok(&["reopen", "ui/m#call", "-l", "es"]);
    commit(&project, "a contribution, and a doubt");
    assert_eq!(project.ok(&["accept", "--range", "HEAD~1..HEAD"]), "accepted 0 units\n");
}
