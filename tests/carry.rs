//! `hexapla carry`: what a workflow lets it do, how that shows, and how it is taken back.

mod support;

use serde_json::Value;
use support::Project;

const SOURCE: &str = "Read [our plan](plan.md), then call.\n\nWait 30 days, please.\n";
const TARGET: &str = "Lee [nuestro plan](plan.md) y llama.\n\nEspera 30 días, por favor.\n";

/// A page of two paragraphs, translated and accepted, with a workflow that goes on so.
fn project(rules: &str) -> Project {
    let project = Project::of(&[("src/a.md", SOURCE), ("out/es/a.md", TARGET)]);
    let workflow = project.read("workflows/standard.toml");
    project.write("workflows/standard.toml", format!("{workflow}{rules}"));
    project.ok(&["accept", "--all", "--force"]);
    project
}

fn rule(class: &str, policy: &str) -> String {
    format!("[[changes]]\nclass = [\"{class}\"]\npolicy = \"{policy}\"\n")
}

fn units(project: &Project) -> Vec<Value> {
    let rows = project.json(&["status", "--by", "unit", "--format", "json"]);
    rows.as_array().expect("rows").clone()
}

fn of<'a>(units: &'a [Value], field: &str) -> Vec<&'a Value> {
    units.iter().map(|unit| &unit[field]).collect()
}

fn files(project: &Project) -> usize {
    std::fs::read_dir(project.path("translations/ledger")).expect("a ledger").count()
}

#[test]
fn a_changed_address_is_carried_where_the_workflow_says_so() {
    let project = project(&rule("link", "carry"));
    project.edit("src/a.md", "plan.md", "plans/new.md");
    project.edit("src/a.md", "30", "31");
    let before = files(&project);
    let told = project.ok(&["carry", "--dry-run"]);
    assert!(told.contains("would carry 1 unit"), "{told}");
    assert_eq!((files(&project), project.read("out/es/a.md").as_str()), (before, TARGET));
    let told = project.ok(&["carry"]);
    assert!(told.contains("es  link") && told.contains("carried 1 unit"), "{told}");
    assert_eq!(files(&project), before + 1, "one act, one file");
    assert_eq!(project.read("out/es/a.md"), TARGET.replace("plan.md", "plans/new.md"));
    assert_eq!(of(&units(&project), "freshness"), ["current", "stale"]);
    assert_eq!(of(&units(&project), "carried"), [true, false]);
    assert_eq!(of(&units(&project), "state"), ["translated", "translated"]);
    assert!(project.ok(&["status", "--by", "unit"]).contains("current, carried"));
    assert_eq!(project.ok(&["carry"]), "nothing to carry\n");
}

#[test]
fn what_was_carried_is_told_by_explain_and_review() {
    let project = project(&rule("link", "carry"));
    project.edit("src/a.md", "plan.md", "plans/new.md");
    project.ok(&["carry"]);
    let unit = units(&project)[0]["unit"].as_str().expect("a name").to_owned();
    let told = project.ok(&["explain", &unit]);
    assert!(told.contains("carried: the source changed only in"), "{told}");
    assert!(told.contains("translated by mara on 2026-11-24 (carried)"), "{told}");
    project.edit("src/a.md", "then call", "then write");
    let told = project.answer(&["review"], "q\n");
    assert!(told.out.contains("was translated (carried)"), "{}", told.out);
    project.ok(&["accept", "pages/a"]);
    assert_eq!(of(&units(&project), "carried"), [false, false]);
}

/// Law 4: a source that returns finds its translation with its state; a doubt holds.
#[test]
fn law_4_what_was_carried_is_taken_back_by_a_revert_and_by_a_doubt() {
    let project = project(&rule("link", "carry"));
    project.ok(&["accept", "pages/a", "--state", "reviewed"]);
    project.edit("src/a.md", "plan.md", "plans/new.md");
    project.ok(&["carry"]);
    assert_eq!(of(&units(&project), "state"), ["reviewed", "reviewed"]);
    project.edit("src/a.md", "plans/new.md", "plan.md");
    let offers = project.json(&["review", "--json"])[0]["offers"].clone();
    assert_eq!(offers[0]["kind"], "earlier", "{offers}");
    project.answer(&["review"], "r\n");
    assert_eq!(project.read("out/es/a.md"), TARGET);
    assert_eq!(of(&units(&project), "state"), ["reviewed", "reviewed"]);
    assert_eq!(of(&units(&project), "carried"), [false, false]);

    project.edit("src/a.md", "plan.md", "plans/new.md");
    project.ok(&["carry"]);
    project.ok(&["reopen", "pages/a", "--why", "the new page is in English"]);
    assert_eq!(of(&units(&project), "freshness"), ["unverified", "unverified"]);
    project.write("out/es/a.md", TARGET);
    assert_eq!(units(&project)[0]["freshness"], "stale");
    assert_eq!(project.ok(&["carry"]), "nothing to carry\n", "a rule answers no doubt");
}

#[test]
fn by_default_only_layout_is_carried() {
    let project = project("");
    for (from, to) in [("plan.md", "other.md"), ("30", "31"), (", then", " then"), ("Read", "read")]
    {
        project.write("src/a.md", SOURCE.replacen(from, to, 1));
        assert_eq!(project.ok(&["carry"]), "nothing to carry\n", "{from} → {to}");
    }
    project.write("src/a.md", SOURCE.replace("call.", "call.\\\nNow."));
    assert_eq!(project.ok(&["carry"]), "nothing to carry\n", "a new word");
    project.write("src/a.md", SOURCE.replace(", then", ",  \nthen"));
    assert!(project.ok(&["carry"]).contains("layout"), "a line break is layout");
    assert_eq!(project.read("out/es/a.md"), TARGET);
}

#[test]
fn a_change_of_two_classes_needs_the_stricter_policy() {
    let project = project(&rule("link", "carry"));
    project.write("src/a.md", SOURCE.replace("plan.md), then", "new.md) then"));
    assert_eq!(project.ok(&["carry"]), "nothing to carry\n");
    assert_eq!(
        project.json(&["review", "--json"])[0]["classes"],
        serde_json::json!(["punctuation", "link"])
    );
    let workflow = project.read("workflows/standard.toml");
    project.write("workflows/standard.toml", workflow + &rule("punctuation", "carry"));
    assert!(project.ok(&["carry"]).contains("carried 1 unit"));
}

#[test]
fn what_may_not_be_carried_is_refused_in_the_workflow() {
    let project = project("");
    let workflow = project.read("workflows/standard.toml");
    for class in ["number", "placeable", "term", "wording"] {
        project.write("workflows/standard.toml", format!("{workflow}{}", rule(class, "carry")));
        let ran = project.run(&["status"]);
        assert_eq!(ran.code, 3, "{}", ran.err);
        let told =
            format!("workflows/standard.toml:9:10: a change of class `{class}` is never carried");
        assert!(ran.err.contains(&told), "{}", ran.err);
    }
    for (rules, told) in [
        (rule("words", "carry"), "`words` is not one of layout"),
        (rule("link", "cary"), "`cary` is not one of carry, propose, review"),
        ("[[changes]]\nclass = []\npolicy = \"carry\"\n".to_owned(), "expected at least one class"),
        (rule("link", "carry") + &rule("link", "review"), "this rule is never reached"),
    ] {
        project.write("workflows/standard.toml", format!("{workflow}{rules}"));
        let ran = project.run(&["status"]);
        assert!(ran.code == 3 && ran.err.contains(told), "{}", ran.err);
    }
}

#[test]
fn a_rule_can_be_for_some_units() {
    let some = "[[changes]]\nclass = [\"link\"]\nunits = [\"pages/b#*\"]\npolicy = \"carry\"\n";
    let project = project(some);
    project.write("src/b.md", SOURCE);
    project.write("out/es/b.md", TARGET);
    project.ok(&["accept", "pages/b"]);
    project.edit("src/a.md", "plan.md", "new.md");
    project.edit("src/b.md", "plan.md", "new.md");
    let told = project.ok(&["carry"]);
    assert!(told.contains("pages/b#") && told.contains("carried 1 unit"), "{told}");
}

/// A carried change counts for nobody among several people, whoever ran the command.
#[test]
fn approvals_of_several_people_are_not_carried() {
    let project = project("");
    project.edit(
        "workflows/standard.toml",
        "name = \"reviewed\"",
        "name = \"reviewed\"\npeople = 2",
    );
    project.ok(&["accept", "pages/a", "--state", "reviewed", "--handle", "joaquin"]);
    assert_eq!(of(&units(&project), "state"), ["reviewed", "reviewed"]);
    project.write("src/a.md", SOURCE.replace(", then", ",  \nthen"));
    project.ok(&["carry"]);
    assert_eq!(of(&units(&project), "state"), ["translated", "reviewed"]);
    project.ok(&["accept", "pages/a", "--state", "reviewed", "--handle", "joaquin"]);
    assert_eq!(of(&units(&project), "state"), ["translated", "reviewed"], "one person looked");
    project.ok(&["accept", "pages/a", "--state", "reviewed", "--handle", "ines"]);
    assert_eq!(of(&units(&project), "state"), ["reviewed", "reviewed"]);
}

#[test]
fn a_proposal_is_taken_with_one_key() {
    let project = project("");
    project.edit("src/a.md", "30", "31");
    let shown = project.answer(&["review"], "x\n").out;
    assert!(shown.contains("patched  Espera 31 días, por favor."), "{shown}");
    assert_eq!(project.read("out/es/a.md"), TARGET);
    project.answer(&["review"], "r\n");
    assert_eq!(project.read("out/es/a.md"), TARGET.replace("30", "31"));
    assert_eq!(of(&units(&project), "carried"), [false, false], "a person took it");
    let unit = units(&project)[1]["unit"].as_str().expect("a name").to_owned();
    assert!(project.ok(&["explain", &unit]).contains("(human)"));
}

#[test]
fn where_the_target_holds_the_new_value_it_is_offered_as_it_is() {
    let project = project("");
    project.edit("out/es/a.md", "30", "31");
    project.ok(&["accept", "pages/a"]);
    project.edit("src/a.md", "30", "31");
    let shown = project.answer(&["review"], "r\n").out;
    assert!(shown.contains("offered  (the target as it is)"), "{shown}");
    assert_eq!(of(&units(&project), "freshness"), ["current", "current"]);
    assert_eq!(project.read("out/es/a.md"), TARGET.replace("30", "31"));
}

/// `[text][name]` reads the same whatever `name` leads to.
#[test]
fn a_changed_definition_is_a_changed_link_and_never_layout() {
    let source = "Read [our plan][p], then\ncall.\n\n[p]: /old\n";
    let project =
        Project::of(&[("src/a.md", source), ("out/es/a.md", "Lee [esto][p].\n\n[p]: /old\n")]);
    project.ok(&["accept", "--all", "--force"]);
    project.edit("src/a.md", "/old", "/new");
    assert_eq!(project.json(&["diff", "--json"])[0]["change"], "link");
    project.edit("src/a.md", ", then\n", ",  \nthen ");
    assert_eq!(
        project.json(&["diff", "--json"])[0]["classes"],
        serde_json::json!(["layout", "link"])
    );
    assert_eq!(project.ok(&["carry"]), "nothing to carry\n");
}

#[test]
fn code_follows_only_where_the_target_is_the_same_code() {
    let code = |what: &str| format!("```sh\nopen {what} # now\n```\n");
    let project = Project::of(&[("src/a.md", &code("door")), ("out/es/a.md", &code("door"))]);
    project.ok(&["accept", "pages/a"]);
    let unit = units(&project)[0]["unit"].as_str().expect("a name").to_owned();
    project.ok(&["accept", &unit]);
    project.write("src/a.md", code("gate"));
    let pending = project.json(&["review", "--json"]);
    assert_eq!(
        (&pending[0]["change"], &pending[0]["offers"][0]["kind"]),
        (&"placeable".into(), &"patched".into())
    );
    project.write("src/a.md", code("door").replace("now", "soon"));
    assert_eq!(project.json(&["review", "--json"])[0]["change"], "wording");
    project.write("out/es/a.md", code("puerta"));
    project.write("src/a.md", code("door"));
    project.ok(&["accept", "pages/a"]);
    project.write("src/a.md", code("gate"));
    assert_eq!(project.json(&["review", "--json"])[0]["offers"], serde_json::json!([]));
}

#[test]
fn every_step_since_it_was_made_is_shown_with_its_reason() {
    let project = project("");
    for (from, to, reason, day) in [
        ("30 days", "40 days", "it takes longer", "2026-11-20"),
        ("40 days", "40 weeks", "much longer", "2026-11-22"),
    ] {
        project.edit("src/a.md", from, to);
        project.ok(&["impact", "--record", "--reason", reason, "--as-of", day]);
    }
    let told = project.ok(&["diff"]);
    assert!(
        told.contains("step     2026-11-20: it takes longer\n           Wait [-30-]{+40+} days"),
        "{told}"
    );
    assert!(
        told.contains("step     2026-11-22: much longer\n           Wait 40 [-days-]{+weeks+}"),
        "{told}"
    );
}

#[test]
fn nothing_is_carried_by_looking() {
    let project = project("");
    project.write("src/a.md", SOURCE.replace(", then", ",  \nthen"));
    project.ok(&["impact", "--record"]);
    project.ok(&["diff"]);
    project.ok(&["check"]);
    assert_eq!(units(&project)[0]["freshness"], "stale");
}
