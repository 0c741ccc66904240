//! Renamed sources, and blocks and messages that went elsewhere.

mod support;

use serde_json::json;
use support::Project;

const PAGE: &str =
    "# Getting help\n\nCall the helpline of your country.\n\nThey never laugh at anybody.\n";
const TARGET: &str = "# Pedir ayuda\n\nLlama a la línea de tu país.\n\nNunca se ríen de nadie.\n";

fn project() -> Project {
    let project = Project::of(&[("src/help.md", PAGE), ("out/es/help.md", TARGET)]);
    project.ok(&["accept", "--all", "--force"]);
    project
}

fn move_file(project: &Project, from: &str, to: &str) {
    let to = project.path(to);
    std::fs::create_dir_all(to.parent().expect("a folder")).expect("created");
    std::fs::rename(project.path(from), to).expect("moved");
}

#[test]
fn a_renamed_source_keeps_what_was_said_and_takes_its_targets_along() {
    let project = project();
    project.ok(&["reopen", "pages/help", "-l", "es", "--why", "a doubt"]);
    project.ok(&["accept", "pages/help", "-l", "es", "--state", "reviewed", "--force"]);
    move_file(&project, "src/help.md", "src/get/help-now.md");
    assert_eq!(project.counts("pages/get/help-now", "es")["missing"], 3);
    assert_eq!(project.counts("pages/help", "es")["obsolete"], 3);
    for command in ["status", "check"] {
        let told = project.run(&[command]).err;
        let hint = "`pages/get/help-now` looks like the renamed `pages/help`: hexapla rename pages/help pages/get/help-now";
        assert!(told.contains(hint), "{command}: {told}");
    }
    let listed = project.json(&["rename", "--json"]);
    assert_eq!(
        listed,
        json!([{ "from": "pages/help", "to": "pages/get/help-now", "shared": 3, "of": 3 }])
    );
    let refused = project.answer(&["rename"], "n\n");
    assert!(refused.out.contains("nothing was changed"), "{}", refused.out);
    let done = project.answer(&["rename"], "y\n");
    assert!(
        done.out.ends_with("moved out/es/help.md to out/es/get/help-now.md\nrenamed 1 resource\n"),
        "{}",
        done.out
    );
    let row = project.counts("pages/get/help-now", "es");
    assert_eq!((&row["current"], &row["states"]), (&json!(3), &json!({ "reviewed": 3 })));
    assert_eq!(project.read("out/es/get/help-now.md"), TARGET);
    assert!(!project.path("out/es/help.md").exists());
    assert_eq!(project.ok(&["rename"]), "nothing looks renamed\n");
    assert_eq!(project.run(&["status"]).err, "");
    // A change after the rename is a change, and back again it is none.
    project.edit("src/get/help-now.md", "laugh", "smile");
    assert_eq!(project.counts("pages/get/help-now", "es")["stale"], 1);
    move_file(&project, "src/get/help-now.md", "src/help.md");
    project.edit("src/help.md", "smile", "laugh");
    project.ok(&["rename", "pages/get/help-now", "pages/help"]);
    assert_eq!(project.counts("pages/help", "es")["current"], 3);
}

#[test]
fn a_target_that_was_renamed_by_hand_stays_where_it_is() {
    let project = project();
    move_file(&project, "src/help.md", "src/aid.md");
    move_file(&project, "out/es/help.md", "out/es/aid.md");
    assert_eq!(project.counts("pages/aid", "es")["unverified"], 3);
    assert!(project.ok(&["rename", "--yes"]).ends_with("renamed 1 resource\n"));
    assert_eq!(project.counts("pages/aid", "es")["current"], 3);
    assert_eq!(project.read("out/es/aid.md"), TARGET);
}

#[test]
fn where_both_targets_are_there_neither_is_touched() {
    let project = project();
    move_file(&project, "src/help.md", "src/aid.md");
    project.write("out/es/aid.md", "# Ayuda\n");
    let ran = project.run(&["rename", "src/help.md", "src/aid.md"]);
    assert_eq!(ran.out, "renamed 1 resource\n");
    assert!(ran.err.contains("out/es/help.md stays"), "{}", ran.err);
    assert_eq!(
        (project.read("out/es/help.md").as_str(), project.read("out/es/aid.md").as_str()),
        (TARGET, "# Ayuda\n")
    );
}

/// An edit in the same change does not hide it; a page that shares a heading is another page.
#[test]
fn half_of_the_texts_make_it_the_same_page() {
    let project = project();
    move_file(&project, "src/help.md", "src/aid.md");
    project.edit("src/aid.md", "They never laugh", "They do not laugh");
    project.write("src/other.md", "# Getting help\n\nQuite another text.\n\nAnd one more.\n");
    let listed = project.json(&["rename", "--json"]);
    assert_eq!(listed, json!([{ "from": "pages/help", "to": "pages/aid", "shared": 2, "of": 3 }]));
    project.ok(&["rename", "--yes"]);
    let row = project.counts("pages/aid", "es");
    assert_eq!((&row["current"], &row["stale"]), (&json!(2), &json!(1)));
}

#[test]
fn what_is_no_rename_is_refused() {
    let project = project();
    for (from, to, why) in [
        ("pages/help", "pages/nowhere", "`pages/nowhere` has no source"),
        ("pages/nowhere", "pages/help", "nothing was ever said of a resource `pages/nowhere`"),
        ("pages/help", "pages/help", "`pages/help` still has its source"),
        ("a b", "pages/help", "`a b` is not a resource name"),
    ] {
        let ran = project.run(&["rename", from, to]);
        assert_eq!(ran.code, 2, "{from} {to}");
        assert!(ran.err.contains(why) && ran.err.contains("hint: "), "{}", ran.err);
    }
}

/// A thousand pages that go to another folder are found at once, each under its own name.
#[test]
fn a_folder_that_was_renamed() {
    let project = Project::of(&[]);
    let text =
        |at: usize| format!("# See also\n\nWhat page {at} says.\n\nAnd more of page {at}.\n");
    for at in 0..1000 {
        project.write(&format!("src/old/p{at}.md"), text(at));
        project.write(
            &format!("out/es/old/p{at}.md"),
            text(at).replace("page", "página").replace("See", "Ver"),
        );
    }
    project.ok(&["accept", "--all", "--force"]);
    std::fs::rename(project.path("src/old"), project.path("src/new")).expect("moved");
    let listed = project.json(&["rename", "--json"]);
    let listed = listed.as_array().expect("a list");
    assert_eq!(listed.len(), 1000);
    for one in listed {
        let name = |field: &str| {
            one[field].as_str().expect("a name").rsplit('/').next().map(str::to_owned)
        };
        assert_eq!(name("from"), name("to"));
    }
    project.ok(&["rename", "--yes"]);
    let rows = project.json(&["status", "--format", "json"]);
    assert_eq!(rows[0]["current"], 3000);
}

const OTHER: &str = "# About\n\nWe are a network.\n";
const OTRA: &str = "# Sobre nosotros\n\nSomos una red.\n";

/// The block is cut from one page and pasted into another.
fn moved_block() -> Project {
    let project = project();
    project.write("src/about.md", OTHER);
    project.write("out/es/about.md", OTRA);
    project.ok(&["accept", "--all", "--force"]);
    project.edit("src/help.md", "\nThey never laugh at anybody.\n", "");
    project.write("src/about.md", format!("{OTHER}\nThey never laugh at anybody.\n"));
    project
}

#[test]
fn a_block_that_went_to_another_page_brings_its_translation() {
    let project = moved_block();
    assert_eq!(project.counts("pages/about", "es")["missing"], 1);
    let shown = project.ok(&["diff", "pages/about"]);
    assert!(shown.contains("missing, was in pages/help"), "{shown}");
    assert!(shown.contains("memory   Nunca se ríen de nadie."), "{shown}");
    let pending = project.json(&["review", "--json"]);
    assert_eq!(pending[0]["offers"][0]["from"], "pages/help");
    let ran = project.answer(&["review"], "r\n");
    assert!(ran.out.contains("wrote out/es/about.md"), "{}", ran.out);
    assert_eq!(project.read("out/es/about.md"), format!("{OTRA}\nNunca se ríen de nadie.\n"));
    let told = project.ok(&["explain", "pages/about", "-l", "es"]);
    assert!(told.contains("translated by mara on 2026-11-24 (memory)"), "{told}");
    assert_eq!(project.counts("pages/about", "es")["current"], 3);
}

/// Filled in it is current as pre-filled text: no gate that asks for a state lets it pass.
#[test]
fn fill_takes_what_has_moved() {
    let project = moved_block();
    project.ok(&["fill", "pages/about", "-l", "es"]);
    assert_eq!(project.read("out/es/about.md"), format!("{OTRA}\nNunca se ríen de nadie.\n"));
    let row = project.counts("pages/about", "es");
    assert_eq!((&row["current"], &row["states"]["initial"]), (&json!(3), &json!(1)));
    assert_eq!(project.ok(&["fill", "pages/about", "-l", "es"]), "nothing to fill\n");
}

/// The text still stands in the other page: the translation may fit here or not.
#[test]
fn fill_leaves_what_was_copied_to_be_looked_at() {
    let project = moved_block();
    project.write("src/help.md", PAGE);
    assert_eq!(project.json(&["review", "--json"]), json!([]));
    assert_eq!(
        project.json(&["review", "--json", "--missing"])[0]["offers"][0]["text"],
        "Nunca se ríen de nadie."
    );
    project.ok(&["fill", "pages/about", "-l", "es"]);
    assert_eq!(project.counts("pages/about", "es")["unverified"], 1);
}

/// Also where the whole page is gone, and no text was kept but the one in its target.
#[test]
fn a_page_that_was_split_in_two() {
    let project = project();
    std::fs::remove_file(project.path("src/help.md")).expect("removed");
    project.write("src/one.md", "# Getting help\n\nCall the helpline of your country.\n");
    project.write("src/two.md", "They never laugh at anybody.\n");
    project.ok(&["fill", "pages/one", "pages/two", "-l", "es"]);
    assert_eq!(project.read("out/es/two.md"), "Nunca se ríen de nadie.\n");
    assert_eq!(project.counts("pages/one", "es")["current"], 2);
}

#[test]
fn a_renamed_message_is_offered_its_translation_under_the_new_key() {
    let project = Project::of(&[
        ("src/m.ftl", "call-us = Call us\n    .title = By telephone\n"),
        ("out/es/m.ftl", "call-us   =   Llámanos\n    .title = Por teléfono\n"),
    ]);
    project.ok(&["accept", "--all"]);
    project.write("src/m.ftl", "contact = Call us\n    .title = By telephone\n");
    let pending = project.json(&["review", "--json"]);
    assert_eq!(pending[0]["unit"], "ui/m#contact");
    assert_eq!(pending[0]["offers"][0]["from"], "ui/m#call-us");
    let text = "contact   =   Llámanos\n    .title = Por teléfono";
    assert_eq!(pending[0]["offers"][0]["text"], text);
    project.answer(&["review"], "r\n");
    assert!(project.read("out/es/m.ftl").contains(text), "{}", project.read("out/es/m.ftl"));
    assert_eq!(project.counts("ui/m", "es")["current"], 1);
}
