//! A locale that is translated from another translation: Arabic from French from English.

mod support;

use serde_json::Value;
use support::{Project, Ran};

const PAGE: &str = "# Getting help\n\nCall the helpline of your country.\n\nWrite at night.\n";
const FRENCH: &str = "# Trouver de l’aide\n\nAppelle la ligne de ton pays.\n\nÉcris la nuit.\n";
const ARABIC: &str = "# طلب المساعدة\n\nاتصل بخط بلدك.\n\nاكتب ليلا.\n";

fn project(files: &[(&str, &str)]) -> Project {
    let project = Project::of(files);
    project.edit("hexapla.toml", "locales = [\"es\"]", "locales = [\"ar\", \"fr\"]");
    project.edit("hexapla.toml", "fields = [\"title\"]", "pivots = { ar = \"fr\" }");
    project
}

/// A page that is vouched for in both.
fn settled() -> Project {
    let project = project(&[("src/a.md", PAGE), ("out/fr/a.md", FRENCH), ("out/ar/a.md", ARABIC)]);
    project.ok(&["accept", "--all", "--force", "--locale", "fr"]);
    project.ok(&["accept", "--all", "--force", "--locale", "ar"]);
    assert_eq!(project.counts("pages/a", "ar")["current"], 3);
    project
}

/// The author rewrites the second block.
fn changed() -> Project {
    let project = settled();
    project.edit("src/a.md", "Call the helpline", "Ring the helpline");
    project
}

#[track_caller]
fn says(ran: &Ran, part: &str) {
    assert!(ran.out.contains(part) || ran.err.contains(part), "{part}\n{}{}", ran.out, ran.err);
}

/// The address of the block that changed.
fn address(project: &Project) -> String {
    let rows = project.json(&["status", "--by", "unit", "--format", "json", "--locale", "fr"]);
    let rows = rows.as_array().expect("rows").clone();
    let stale = rows.iter().find(|it| it["freshness"] == "stale").expect("a stale unit");
    stale["unit"].as_str().expect("an address").to_owned()
}

#[test]
fn a_change_waits_in_both_and_a_revert_restores_both() {
    let project = changed();
    for locale in ["fr", "ar"] {
        assert_eq!(project.counts("pages/a", locale)["stale"], 1, "{locale}");
    }
    project.edit("src/a.md", "Ring the helpline", "Call the helpline");
    for locale in ["fr", "ar"] {
        assert_eq!(project.counts("pages/a", locale)["current"], 3, "{locale}");
    }
}

#[test]
fn what_waits_says_so_and_is_left() {
    let project = changed();
    let unit = address(&project);
    let diff = project.run(&["diff", "--locale", "ar"]);
    says(&diff, &unit);
    says(&diff, "waits for fr");
    says(&project.run(&["explain", &unit, "--locale", "ar"]), "waits for fr, which is stale");
    says(&project.run(&["status", "--by", "unit", "--locale", "ar"]), "stale, waits for fr");
    let review = project.run(&["review", "--locale", "ar"]);
    says(&review, "nothing to settle");
    says(&review, "left 1 unit that waits for fr");
    let record: Value = project.json(&["explain", &unit, "--locale", "ar", "--json"]);
    assert_eq!(record[0]["freshness"], "current", "{record:#}");
    assert_eq!(record[0]["pivot"]["freshness"], "stale", "{record:#}");
    // A text of its own that nobody vouches for is left by `--all` as long as it waits.
    project.edit("out/ar/a.md", "اتصل بخط", "هاتف خط");
    let ran = project.run(&["accept", "--all", "--force", "--locale", "ar"]);
    says(&ran, "accepted 0 units");
    says(&ran, "left 1 unit that waits for fr");
    project.ok(&["accept", &unit, "--locale", "fr"]);
    says(&project.run(&["accept", "--all", "--force", "--locale", "ar"]), "accepted 1 unit");
    assert_eq!(project.counts("pages/a", "ar")["current"], 3);
}

#[test]
fn a_pivot_that_is_kept_or_accepted_as_it_is_settles_both() {
    for decision in ["keep", "accept"] {
        let project = changed();
        project.ok(&[decision, &address(&project), "--locale", "fr"]);
        for locale in ["fr", "ar"] {
            assert_eq!(project.counts("pages/a", locale)["current"], 3, "{decision} {locale}");
        }
    }
}

#[test]
fn a_pivot_that_is_rewritten_makes_stale_what_was_made_from_it() {
    let project = changed();
    let unit = address(&project);
    project.ok(&["accept", &unit, "--locale", "fr", "--text", "Téléphone à la ligne du pays."]);
    let pending = project.json(&["review", "--json", "--locale", "ar"]);
    assert_eq!(pending.as_array().map(Vec::len), Some(1), "{pending:#}");
    assert_eq!(pending[0]["unit"], unit.as_str(), "the address is the source's, as in French");
    assert_eq!(pending[0]["freshness"], "stale");
    assert_eq!(pending[0]["source_before"], "Appelle la ligne de ton pays.");
    assert_eq!(pending[0]["source"], "Téléphone à la ligne du pays.");
    project.ok(&["accept", &unit, "--locale", "ar", "--text", "هاتف خط بلدك."]);
    assert_eq!(project.counts("pages/a", "ar")["current"], 3);
    assert!(project.read("out/ar/a.md").contains("هاتف خط بلدك."));
}

/// What the Arabic page of a release says under the given rules; none where a gate is closed.
fn released(project: &Project, rules: &str) -> Option<String> {
    project.write(
        "workflows/standard.toml",
        format!("version = 1\n[[states]]\nname = \"translated\"\n[channels.stable]\n{rules}"),
    );
    let _ = std::fs::remove_dir_all(project.path("releases"));
    let ran = project.run(&["release", "build", "--channel", "stable", "--into", "releases"]);
    if ran.code != 0 {
        return None;
    }
    project.ok(&["pull", "releases", "--channel", "stable", "--into", "site"]);
    Some(project.read("site/ar/pages/a.md"))
}

#[test]
fn a_release_goes_by_the_worse_of_both() {
    let project = changed();
    let falls_back = ARABIC.replace("اتصل بخط بلدك.", "Ring the helpline of your country.");
    let rule = |when: &str, policy: &str| {
        format!("[[serve]]\nwhen = [\"{when}\"]\npolicy = \"{policy}\"\n")
    };
    assert_eq!(released(&project, "").as_deref(), Some(ARABIC), "stale text ships");
    let told = released(&project, &rule("stale", "fallback"));
    assert_eq!(told.as_deref(), Some(falls_back.as_str()));
    assert_eq!(released(&project, &rule("stale", "block")), None);
    assert_eq!(released(&project, "coverage = 0.9\nlocales = [\"ar\"]\n"), None);
    // The change is one of the source, upstream of the Arabic.
    let wording = "[[serve]]\nwhen = [\"stale\"]\nchange = [\"wording\"]\npolicy = \"block\"\n";
    assert_eq!(released(&project, &format!("locales = [\"ar\"]\n{wording}")), None);
    let number = wording.replace("wording", "number");
    assert_eq!(released(&project, &number).as_deref(), Some(ARABIC));
    project.ok(&["keep", &address(&project), "--locale", "fr"]);
    assert_eq!(released(&project, "coverage = 1.0\n").as_deref(), Some(ARABIC));
}

#[test]
fn an_impact_tells_of_the_pivot_and_of_what_is_made_from_it() {
    let project = settled();
    project.git(&["init", "-q", "-b", "main"]);
    project.git(&["add", "-A"]);
    assert_eq!(project.git(&["commit", "-qm", "all"]).code, 0);
    project.edit("src/a.md", "Call the helpline", "Ring the helpline");
    let told = project.json(&["impact", "--range", "HEAD", "--json"]);
    let locales = told["locales"].as_array().expect("locales");
    let stale: Vec<(&str, u64)> = locales
        .iter()
        .map(|it| (it["locale"].as_str().unwrap_or(""), it["stale"]["units"].as_u64().unwrap_or(0)))
        .collect();
    assert_eq!(stale, [("ar", 1), ("fr", 1)]);
    project.edit("src/a.md", "Ring the helpline", "Call the helpline");
    project.edit("out/fr/a.md", "Appelle", "Téléphone à");
    project.ok(&["accept", "--all", "--force", "--locale", "fr"]);
    let told = project.json(&["impact", "--range", "HEAD", "--json"]);
    assert_eq!(told["locales"][0]["locale"], "ar", "{told:#}");
    assert_eq!(told["locales"][0]["stale"]["units"], 1, "{told:#}");
}

#[test]
fn placeables_are_compared_with_the_pivot() {
    let (english, french) = ("hello = Hello { $name }\n", "hello = Bonjour { $prenom }\n");
    let arabic = "hello = مرحبا { $prenom }\n";
    let project =
        project(&[("src/m.ftl", english), ("out/fr/m.ftl", french), ("out/ar/m.ftl", arabic)]);
    project.edit(
        "hexapla.toml",
        "format = \"fluent\"",
        "format = \"fluent\"\npivots = { ar = \"fr\" }",
    );
    for locale in ["fr", "ar"] {
        project.ok(&["accept", "--all", "--force", "--locale", locale]);
    }
    let checked = project.run(&["check"]);
    says(&checked, "out/fr/m.ftl");
    assert!(!format!("{}{}", checked.out, checked.err).contains("out/ar/m.ftl"));
}

#[test]
fn a_page_is_filled_from_the_pivot_and_not_before_it() {
    let project = project(&[("src/a.md", PAGE)]);
    project.ok(&["fill", "--locale", "ar"]);
    assert!(!project.path("out/ar/a.md").exists(), "there is nothing to make it from");
    assert_eq!(project.counts("pages/a", "ar")["missing"], 3);
    project.write("out/fr/a.md", FRENCH);
    project.ok(&["accept", "--all", "--force", "--locale", "fr"]);
    project.ok(&["fill", "--locale", "ar"]);
    assert_eq!(project.read("out/ar/a.md"), FRENCH);
    assert_eq!(project.counts("pages/a", "ar")["missing"], 3);
}

#[test]
fn a_unit_that_the_pivot_lacks_cannot_be_accepted() {
    let project = settled();
    project.write("src/a.md", format!("{PAGE}\nAsk a friend to come along.\n"));
    let rows = project.json(&["status", "--by", "unit", "--format", "json", "--locale", "ar"]);
    let rows = rows.as_array().expect("rows").clone();
    let missing: Vec<&Value> = rows.iter().filter(|it| it["freshness"] == "missing").collect();
    assert_eq!(missing.len(), 1, "{rows:#?}");
    let unit = missing[0]["unit"].as_str().expect("an address");
    let ran = project.run(&["accept", unit, "--locale", "ar", "--text", "اسأل صديقا."]);
    assert_ne!(ran.code, 0);
    says(&ran, "has no translation in `fr` yet, which `ar` is made from");
    says(&ran, "hint: settle it in `fr` first");
}
