//! Workflows: states, roles, gates and what is served. One test for each gate and each policy.

mod support;

use serde_json::Value;
use support::Project;

const CONFIG: &str = r#"version = 1
name = "Test"
source_locale = "en"
locales = ["es", "fr"]
[people.mara]
roles = ["translator"]
[people.joaquin]
roles = ["reviewer"]
[people.ines]
roles = ["reviewer"]
[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"
bundles = ["source", "json"]
"#;

const STATES: &str = r#"version = 1
[[states]]
name = "translated"
roles = ["translator", "reviewer"]
[[states]]
name = "reviewed"
roles = ["reviewer"]
"#;

const SOURCE: &str = "call = Call 112\nwrite = Write to us when you are ready to do so\n";
const TARGET: &str = "call = Llama al 112\nwrite = Escríbenos cuando estés en condiciones\n";

/// Two messages, translated into Spanish and accepted by mara, with a workflow that goes on so.
fn project(rules: &str) -> Project {
    let project = Project::of(&[("src/m.ftl", SOURCE), ("out/es/m.ftl", TARGET)]);
    project.write("hexapla.toml", CONFIG);
    project.write("workflows/standard.toml", format!("{STATES}{rules}"));
    project.ok(&["accept", "--all", "--force"]);
    project
}

fn stable(gates: &str) -> Project {
    project(&format!("[channels.stable]\nlocales = [\"es\"]\n{gates}"))
}

/// Why the channel is closed: gate, unit and reason; nothing where it is open.
fn closed(project: &Project, args: &[&str]) -> Vec<[String; 3]> {
    let ran = project.run(&[&["release", "build", "--dry-run", "--json"], args].concat());
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(ran.code, i32::from(told["open"] == false), "{}", ran.out);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let reason = |it: &Value| [text(&it["gate"]), text(&it["unit"]), text(&it["why"])];
    told["reasons"].as_array().into_iter().flatten().map(reason).collect()
}

fn assert_open(project: &Project, args: &[&str]) {
    assert_eq!(closed(project, args), Vec::<[String; 3]>::new());
}

fn one(gate: &str, unit: &str, why: &str) -> Vec<[String; 3]> {
    vec![[gate, unit, why].map(str::to_owned)]
}

/// The message as it is released in Spanish.
fn released(project: &Project, id: &str) -> String {
    project.ok(&["release", "build", "--into", "releases"]);
    project.ok(&["pull", "releases", "--into", "site"]);
    std::fs::remove_dir_all(project.path("releases")).expect("removed");
    let texts: Value = serde_json::from_str(&project.read("site/es/ui.json")).expect("JSON");
    texts[id].as_str().expect("a message").to_owned()
}

#[test]
fn the_gate_of_coverage_counts_units() {
    let project = stable("coverage = 0.5\ncoverage_of = \"units\"\n");
    assert_open(&project, &[]);
    project.edit("src/m.ftl", "112", "113");
    assert_open(&project, &[]);
    project.edit("src/m.ftl", "ready", "able");
    let why = "0 of 2 units are current (0 %), expected at least 50 %";
    assert_eq!(closed(&project, &[]), one("coverage", "", why));
}

#[test]
fn the_gate_of_coverage_counts_words() {
    let project = stable("coverage = 0.5\n");
    project.edit("src/m.ftl", "112", "113");
    assert_open(&project, &[]);
    project.edit("src/m.ftl", "113", "112");
    project.edit("src/m.ftl", "ready", "able");
    let why = "2 of 12 words are current (16.6 %), expected at least 50 %";
    assert_eq!(closed(&project, &[]), one("coverage", "", why));
}

#[test]
fn the_gate_of_states_names_each_unit_that_is_in_too_low_a_state() {
    let project = stable("state = \"reviewed\"\n");
    project.ok(&["--handle", "joaquin", "accept", "ui/m#call", "-l", "es", "--state", "reviewed"]);
    assert_eq!(closed(&project, &[]), one("state", "ui/m#write", "translated, expected reviewed"));
    project.ok(&["--handle", "joaquin", "accept", "ui/m", "-l", "es", "--state", "reviewed"]);
    assert_open(&project, &[]);
}

#[test]
fn a_state_is_given_only_by_who_has_the_role() {
    let project = stable("state = \"reviewed\"\n");
    project.ok(&["--handle", "mara", "accept", "ui/m", "-l", "es", "--state", "reviewed"]);
    project.ok(&["--handle", "nobody", "accept", "ui/m", "-l", "es", "--state", "reviewed"]);
    assert_eq!(closed(&project, &[]).len(), 2);
    let row = project.counts("ui/m", "es");
    assert_eq!(row["states"], serde_json::json!({ "translated": 2 }));
    project.ok(&["--handle", "joaquin", "accept", "ui/m", "-l", "es", "--state", "reviewed"]);
    assert_open(&project, &[]);
}

#[test]
fn a_state_can_take_two_people() {
    let project = stable("state = \"reviewed\"\n");
    let states = STATES.replace("roles = [\"reviewer\"]\n", "roles = [\"reviewer\"]\npeople = 2\n");
    let gates = "[channels.stable]\nlocales = [\"es\"]\nstate = \"reviewed\"\n";
    project.write("workflows/standard.toml", format!("{states}{gates}"));
    project.write("out/es/m.ftl", TARGET.replace("Llama", "Marca"));
    let review = ["accept", "ui/m", "-l", "es", "--state", "reviewed"];
    project.ok(&[&["--handle", "joaquin"], &review[..]].concat());
    let why = "translated, expected reviewed by 2 people";
    assert_eq!(closed(&project, &[]), one("state", "ui/m#call", why));
    project.ok(&[&["--handle", "ines"], &review[..]].concat());
    assert_open(&project, &[]);
}

#[test]
fn the_gate_of_age_closes_after_so_many_days() {
    let project = stable("oldest_stale = \"30d\"\n");
    project.edit("src/m.ftl", "112", "113");
    let unknown = "stale for an unknown time, expected at most 30 days";
    assert_eq!(closed(&project, &[]), one("age", "ui/m#call", unknown));
    project.ok(&["impact", "--record", "--as-of", "2026-10-01T12:00:00Z"]);
    assert_open(&project, &["--as-of", "2026-10-31T12:00:00Z"]);
    let why = "stale since 2026-10-01, expected at most 30 days";
    let day = ["--as-of", "2026-11-01T12:00:00Z"];
    assert_eq!(closed(&project, &day), one("age", "ui/m#call", why));
}

#[test]
fn the_gate_of_checks_closes_at_its_severity() {
    for (severity, text, why) in [
        ("error", "Llama al { $nobody }", "placeable-extra: the source has no variable `$nobody`"),
        (
            "warning",
            "Llama al 112\n    .x = y",
            "attribute-extra: the source has no attribute `.x`",
        ),
    ] {
        let project = stable(&format!("checks = \"{severity}\"\n"));
        assert_open(&project, &[]);
        project.edit("out/es/m.ftl", "Llama al 112", text);
        project.ok(&["accept", "ui/m", "-l", "es"]);
        assert_eq!(closed(&project, &[]), one("checks", "ui/m#call", why));
    }
    let project = stable("checks = \"error\"\n");
    project.edit("out/es/m.ftl", "Llama al 112", "Llama\n    .x = y");
    assert_open(&project, &[]);
}

#[test]
fn a_channel_looks_only_at_the_locales_that_it_carries() {
    let project = stable("coverage = 1.0\n");
    assert_open(&project, &[]);
    project.edit("workflows/standard.toml", "locales = [\"es\"]", "locales = [\"es\", \"fr\"]");
    let why = "0 of 12 words are current (0 %), expected at least 100 %";
    assert_eq!(closed(&project, &[]), one("coverage", "", why));
}

fn serving(rule: &str) -> Project {
    project(&format!("[channels.stable]\nlocales = [\"es\"]\n[[serve]]\n{rule}"))
}

#[test]
fn policy_ship_gives_readers_the_translation_as_it_is() {
    let project = serving("when = [\"stale\", \"unverified\"]\npolicy = \"ship\"\n");
    project.edit("src/m.ftl", "112", "113");
    assert_eq!(released(&project, "call"), "Llama al 112");
    project.edit("out/es/m.ftl", "Llama", "Marca");
    assert_eq!(released(&project, "call"), "Marca al 112", "unverified");
}

#[test]
fn policy_fallback_gives_readers_the_source() {
    let project = serving("when = [\"stale\"]\npolicy = \"fallback\"\n");
    assert_eq!(released(&project, "call"), "Llama al 112");
    project.edit("src/m.ftl", "112", "113");
    assert_eq!(released(&project, "call"), "Call 113");
    assert_eq!(released(&project, "write"), "Escríbenos cuando estés en condiciones");
}

#[test]
fn policy_block_closes_the_channel_and_names_the_unit() {
    let project = serving("when = [\"stale\"]\nunits = [\"ui/*#call\"]\npolicy = \"block\"\n");
    project.edit("src/m.ftl", "ready", "able");
    assert_open(&project, &[]);
    project.edit("src/m.ftl", "112", "113");
    let why = "stale and blocked by a serve rule";
    assert_eq!(closed(&project, &[]), one("serve", "ui/m#call", why));
}

#[test]
fn a_rule_can_wait_for_so_many_days() {
    let project = serving("when = [\"stale\"]\nolder_than = \"30d\"\npolicy = \"fallback\"\n");
    project.edit("src/m.ftl", "112", "113");
    assert_eq!(released(&project, "call"), "Call 113", "an unknown age counts as long ago");
    project.ok(&["impact", "--record", "--as-of", "2026-10-25T12:00:00Z"]);
    assert_eq!(released(&project, "call"), "Llama al 112", "30 days at noon of 24 November");
    project.edit("workflows/standard.toml", "30d", "29d");
    assert_eq!(released(&project, "call"), "Call 113");
}

/// Rules by kind of change: the class of each edit is what the rule is for, and no other.
#[test]
fn a_rule_can_be_for_a_kind_of_change() {
    let source = "call = Call <b>112</b>, { $name }\n";
    for (from, to, class) in [
        ("112", "113", "number"),
        ("Call", "Phone", "wording"),
        ("Call", "call", "case"),
        (",", ":", "punctuation"),
        ("$name", "$who", "placeable"),
    ] {
        for other in ["number", "wording", "case", "punctuation", "placeable"] {
            let project = serving(&format!("change = [\"{other}\"]\npolicy = \"block\"\n"));
            project.write("src/m.ftl", source);
            project.write("out/es/m.ftl", "call = Llama al 112\n");
            project.ok(&["accept", "ui/m", "-l", "es"]);
            project.edit("src/m.ftl", from, to);
            assert_eq!(closed(&project, &[]).is_empty(), class != other, "{from} {to} {other}");
        }
    }
}

/// What a link leads to is no wording, and what its title says is.
#[test]
fn a_changed_link_is_told_from_changed_words() {
    let rule = "change = [\"link\"]\npolicy = \"block\"\n";
    for (from, to, is_link) in [
        ("/help", "/about", true),
        ("us", "them", false),
        ("\"Now\"", "\"Never\"", false),
        ("**", "*", false),
    ] {
        let project = Project::of(&[
            ("src/a.md", "Call [us](https://example.org/help \"Now\") **today**.\n"),
            ("out/es/a.md", "Llama.\n"),
        ]);
        let workflow = format!("{STATES}[channels.stable]\n[[serve]]\n{rule}");
        project.write("workflows/standard.toml", workflow);
        project.ok(&["accept", "--all", "--force"]);
        let text = project.read("src/a.md").replace(from, to);
        project.write("src/a.md", text);
        assert_eq!(project.json(&["diff", "--json"]).as_array().map(Vec::len), Some(1));
        assert_eq!(!closed(&project, &[]).is_empty(), is_link, "{from} {to}");
    }
}

#[test]
fn every_collection_has_its_own_workflow() {
    let project = project("[channels.stable]\nlocales = [\"es\"]\n");
    let strict = "[channels.stable]\nlocales = [\"es\"]\n[[serve]]\nwhen = [\"stale\"]\npolicy = \"block\"\n";
    project.write("workflows/strict.toml", format!("{STATES}{strict}"));
    project.write(
        "hexapla.toml",
        format!(
            "{CONFIG}[collections.help]\nformat = \"fluent\"\nworkflow = \"strict\"\n\
             source = \"help/{{path}}.ftl\"\ntarget = \"out/{{locale}}/help/{{path}}.ftl\"\n"
        ),
    );
    project.write("help/m.ftl", SOURCE.replace("call", "phone"));
    project.write("out/es/help/m.ftl", TARGET.replace("call", "phone"));
    project.ok(&["accept", "help", "-l", "es"]);
    project.edit("src/m.ftl", "112", "113");
    assert_open(&project, &[]);
    project.edit("help/m.ftl", "112", "113");
    let why = "stale and blocked by a serve rule";
    assert_eq!(closed(&project, &[]), one("serve", "help/m#phone", why));
}

#[test]
fn the_first_rule_that_fits_decides() {
    let rules = "units = [\"ui/*#call\"]\nwhen = [\"stale\"]\npolicy = \"ship\"\n\
                 [[serve]]\nwhen = [\"stale\"]\npolicy = \"fallback\"\n";
    let project = serving(rules);
    project.edit("src/m.ftl", "112", "113");
    project.edit("src/m.ftl", "ready", "able");
    assert_eq!(released(&project, "call"), "Llama al 112");
    assert_eq!(released(&project, "write"), "Write to us when you are able to do so");
}

#[test]
fn a_text_with_an_error_is_never_shipped() {
    let project = serving("when = [\"current\", \"stale\", \"unverified\"]\npolicy = \"ship\"\n");
    project.edit("out/es/m.ftl", "Llama al 112", "Llama al { $nobody }");
    project.ok(&["accept", "ui/m", "-l", "es"]);
    assert_eq!(released(&project, "call"), "Call 112");
}

#[test]
fn mistakes_in_a_workflow_are_located() {
    let gates = "[channels.stable]\n";
    for (rules, place, why) in [
        (
            "[channels.stable]\nstate = \"final\"\n",
            "9:9",
            "no unit ever comes to the state `final`",
        ),
        ("[channels.stable]\ncoverage = 85\n", "9:12", "`85` is no share"),
        ("[channels.stable]\noldest_stale = \"a month\"\n", "9:16", "is not a number of days"),
        ("[channels.stable]\nstat = \"final\"\n", "9:1", "unknown field `stat`"),
        ("[[serve]]\npolicy = \"hide\"\n", "9:10", "`hide` is not one of ship, fallback, block"),
        (
            "[[serve]]\nwhen = [\"stale\"]\npolicy = \"ship\"\n\
             [[serve]]\nwhen = [\"stale\"]\nunits = [\"*\"]\npolicy = \"block\"\n",
            "14:10",
            "this rule is never reached",
        ),
    ] {
        let project = project(gates);
        project.write("workflows/standard.toml", format!("{STATES}{rules}"));
        let ran = project.run(&["status"]);
        assert_eq!(ran.code, 3, "{rules}{}", ran.err);
        let expected = format!("workflows/standard.toml:{place}: ");
        assert!(
            ran.err.contains(&expected) && ran.err.contains(why),
            "{expected}{why}\n{}",
            ran.err
        );
        assert!(ran.err.contains("hint: "), "{}", ran.err);
    }
}
