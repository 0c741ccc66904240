//! Units of several blocks: one that was rendered by two, two by one.

mod support;

use serde_json::{Value, json};
use support::Project;

const PAGE: &str = "# Getting help\n\nCall the helpline of your country. They never laugh at anybody who calls them.\n\nWrite to them at night; they read everything in the morning.\n";
const TARGET: &str = "# Pedir ayuda\n\nLlama a la línea de tu país. Nunca se ríen de quien les llama.\n\nEscríbeles de noche; lo leen todo por la mañana.\n";

fn attested() -> Project {
    let project = Project::of(&[("src/a.md", PAGE), ("out/es/a.md", TARGET)]);
    project.ok(&["accept", "--all", "--force"]);
    project
}

/// The author divides a paragraph: two blocks of the source, one of the target.
fn two_to_one() -> Project {
    let project = attested();
    project.edit("src/a.md", "country. They", "country.\n\nThey");
    project
}

/// The author joins two paragraphs: one block of the source, two of the target.
fn one_to_two() -> Project {
    let project = attested();
    project.edit("src/a.md", "calls them.\n\nWrite", "calls them. Write");
    project
}

/// The only unit that is stale.
#[track_caller]
fn stale(project: &Project) -> Value {
    let pending = project.json(&["review", "--json"]);
    assert_eq!(pending.as_array().map(Vec::len), Some(1), "{pending:#}");
    assert_eq!(pending[0]["freshness"], "stale", "{pending:#}");
    pending[0].clone()
}

fn text<'a>(unit: &'a Value, name: &str) -> &'a str {
    unit[name].as_str().expect("a text")
}

#[track_caller]
fn settled(project: &Project) {
    let row = project.counts("pages/a", "es");
    let open = ["stale", "missing", "unverified", "obsolete", "out-of-order"];
    assert!(open.iter().all(|name| row[*name] == 0), "{row:#}");
}

#[test]
fn a_group_is_told_as_one_unit() {
    let project = two_to_one();
    let unit = stale(&project);
    assert_eq!(
        text(&unit, "source"),
        "Call the helpline of your country.\n\nThey never laugh at anybody who calls them."
    );
    assert_eq!(text(&unit, "source_fingerprint").split('+').count(), 2);
    let project = one_to_two();
    let unit = stale(&project);
    assert_eq!(
        text(&unit, "target"),
        "Llama a la línea de tu país. Nunca se ríen de quien les llama.\n\nEscríbeles de noche; lo leen todo por la mañana."
    );
    assert!(project.ok(&["diff"]).contains("stale, "));
    let told = project.ok(&["explain", text(&unit, "unit"), "-l", "es"]);
    assert_eq!(told.matches("translated by mara").count(), 2, "{told}");
}

#[test]
fn accepting_attests_the_group() {
    for project in [two_to_one(), one_to_two()] {
        let unit = stale(&project);
        let (name, shown) = (text(&unit, "unit"), text(&unit, "source_fingerprint"));
        let other = shown.split('+').next().expect("a fingerprint").replace(|c| c != 'a', "0");
        assert_eq!(project.run(&["accept", name, "-l", "es", "--expect", &other]).code, 4);
        assert_eq!(
            project.ok(&["accept", name, "-l", "es", "--expect", shown]),
            "accepted 1 unit\n"
        );
        settled(&project);
        assert_eq!(project.ok(&["accept", "pages/a"]), "accepted 0 units\n");
        // Each of the blocks names the group.
        for one in shown.split('+') {
            let unit = format!("pages/a#{}", &one[..8]);
            assert_eq!(
                project.ok(&["reopen", &unit, "-l", "es", "--why", one]),
                "reopened 1 unit\n"
            );
            assert_eq!(
                project.counts("pages/a", "es")["unverified"],
                json!(shown.split('+').count())
            );
            project.ok(&["accept", &unit, "-l", "es"]);
            settled(&project);
        }
    }
}

#[test]
fn keeping_holds_for_the_group_and_a_doubt_takes_it_back() {
    for project in [two_to_one(), one_to_two()] {
        let unit = stale(&project);
        let name = text(&unit, "unit");
        assert_eq!(project.ok(&["keep", name, "--all-locales"]), "kept 1 unit\n");
        settled(&project);
        assert_eq!(project.ok(&["reopen", name, "-l", "es"]), "reopened 1 unit\n");
        assert_ne!(project.counts("pages/a", "es")["unverified"], 0);
    }
}

#[test]
fn a_text_for_two_blocks_is_two_texts() {
    let project = one_to_two();
    let name = text(&stale(&project), "unit").to_owned();
    let refused = project.run(&["accept", &name, "-l", "es", "--text", "Llama o escribe."]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("is 2 blocks, the text is not"), "{}", refused.err);
    assert!(
        refused.err.contains("hint: give 2 texts with a blank line between them"),
        "{}",
        refused.err
    );
    assert_eq!(project.read("out/es/a.md"), TARGET);
    let said =
        project.ok(&["accept", &name, "-l", "es", "--text", "Llama ya.\n\nO escribe de noche."]);
    assert_eq!(said, "accepted 1 unit\nwrote out/es/a.md\n");
    assert_eq!(project.read("out/es/a.md"), "# Pedir ayuda\n\nLlama ya.\n\nO escribe de noche.\n");
    settled(&project);
    // What was replaced can be taken back, both blocks of it.
    project.write("src/a.md", PAGE);
    project.write("out/es/a.md", TARGET);
    settled(&project);
}

#[test]
fn a_text_for_one_block_of_two_sources_is_one_text() {
    let project = two_to_one();
    let name = text(&stale(&project), "unit").to_owned();
    let refused = project.run(&["accept", &name, "-l", "es", "--text", "Llama.\n\nNo se ríen."]);
    assert_eq!(
        (refused.code, project.read("out/es/a.md")),
        (2, TARGET.to_owned()),
        "{}",
        refused.err
    );
    project.ok(&["accept", &name, "-l", "es", "--text", "Llama. No se ríen."]);
    assert!(project.read("out/es/a.md").contains("\n\nLlama. No se ríen.\n\nEscríbeles"));
    settled(&project);
}

fn review_with(project: &Project, editor: &str) -> String {
    use std::io::Write;
    let mut command = project.command(&["review"]);
    command.env("VISUAL", editor);
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    child.stdin.take().expect("an input").write_all(b"e\nq\n").expect("answered");
    String::from_utf8(child.wait_with_output().expect("it ends").stdout).expect("text")
}

#[test]
fn review_edits_every_block_of_a_group() {
    let project = one_to_two();
    let said = review_with(&project, "sed -i s/noche/madrugada/");
    assert!(said.contains("wrote out/es/a.md"), "{said}");
    assert_eq!(project.read("out/es/a.md"), TARGET.replace("noche", "madrugada"));
    settled(&project);
    // An edit that loses a block is refused at once, and nothing else of the review with it.
    let project = one_to_two();
    let said = review_with(&project, "sed -i 1,2d");
    assert!(said.contains("is 2 blocks, the text is not") && said.contains("hint: "), "{said}");
    assert_eq!(project.read("out/es/a.md"), TARGET);
}
