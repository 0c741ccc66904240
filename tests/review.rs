//! `hexapla review` and its twin for scripts.

mod support;

use serde_json::Value;
use support::Project;

/// Three pages of one text each; all are translated, accepted, and stale.
fn stale() -> Project {
    let mut files: Vec<(String, String)> = Vec::new();
    for (name, source, target) in [("a", "one", "uno"), ("b", "two", "dos"), ("c", "three", "tres")]
    {
        files.push((format!("src/{name}.md"), format!("This is number {source}.\n")));
        files.push((format!("out/es/{name}.md"), format!("Este es el número {target}.\n")));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, it)| (&**path, &**it)).collect();
    let project = Project::of(&files);
    project.ok(&["accept", "--all", "--force"]);
    for name in ["a", "b", "c"] {
        project.edit(&format!("src/{name}.md"), "This is", "Here is");
    }
    project
}

fn files(project: &Project) -> usize {
    std::fs::read_dir(project.path("translations/ledger")).expect("a ledger").count()
}

fn pending(project: &Project) -> Vec<Value> {
    project.json(&["review", "--json"]).as_array().expect("a list").clone()
}

fn names(pending: &[Value]) -> Vec<String> {
    let resource =
        |it: &Value| it["unit"].as_str().and_then(|it| it.split('#').next().map(str::to_owned));
    pending.iter().filter_map(resource).collect()
}

#[test]
fn nothing_is_written_before_the_end_and_then_all_in_one_step() {
    let project = stale();
    let before = files(&project);
    let left = project.answer(&["review"], "a\nk\nx\n");
    assert!(left.out.contains("nothing was written"), "{}", left.out);
    assert_eq!((files(&project), pending(&project).len()), (before, 3));
    let done = project.answer(&["review"], "a\nk\na\n");
    assert!(done.out.contains("settled 3 units"), "{}", done.out);
    assert_eq!(pending(&project).len(), 0);
    assert_eq!(files(&project), before + 1, "one act, one file");
}

#[test]
fn undo_takes_the_last_decision_back_and_skip_leaves_a_unit_as_it_is() {
    let project = stale();
    let ran = project.answer(&["review"], "u\na\na\nu\ns\nk\n");
    assert!(ran.out.contains("nothing to undo"), "{}", ran.out);
    assert!(ran.out.contains("settled 2 units"), "{}", ran.out);
    assert_eq!(names(&pending(&project)), ["pages/b"]);
}

#[test]
fn an_end_of_input_stops_and_commits() {
    let project = stale();
    project.answer(&["review"], "a\n");
    assert_eq!(names(&pending(&project)), ["pages/b", "pages/c"]);
}

#[test]
fn an_edit_is_written_and_accepted() {
    let project = stale();
    let run = |editor: &str| {
        let mut command = project.command(&["review", "pages/a"]);
        command.env("VISUAL", editor).env("EDITOR", "false");
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        use std::io::Write;
        child.stdin.take().expect("an input").write_all(b"e\nq\n").expect("answered");
        let output = child.wait_with_output().expect("it ends");
        String::from_utf8(output.stdout).expect("text")
    };
    assert!(run("false").contains("not edited"));
    assert!(run("/nowhere/editor").contains("cannot run the editor `/nowhere/editor`"));
    assert_eq!(pending(&project).len(), 3);
    assert!(run("sed -i s/Este/Aquí/").contains("wrote out/es/a.md"));
    assert_eq!(project.read("out/es/a.md"), "Aquí es el número uno.\n");
    assert_eq!(project.counts("pages/a", "es")["current"], 1);
    let left = std::fs::read_dir(project.path(".hexapla")).expect("a folder");
    let left: Vec<String> =
        left.map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert!(!left.iter().any(|name| name.starts_with("edit")), "{left:?}");
}

/// A script reads what is pending, and settles each unit as it was shown.
#[test]
fn a_script_settles_what_json_lists() {
    let project = stale();
    let listed = pending(&project);
    assert_eq!(listed.len(), 3);
    let texts = |name: &str| listed[0][name].as_str().expect("a text").to_owned();
    assert_eq!(texts("source_before"), "This is number one.");
    assert_eq!(texts("source"), "Here is number one.");
    assert_eq!(texts("target"), "Este es el número uno.");
    let said: String = listed[0]["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .map(|it| {
            assert!(
                ["equal", "deleted", "inserted"].contains(&it["side"].as_str().expect("a side"))
            );
            format!(
                "{}:{}|",
                it["side"].as_str().expect("a side"),
                it["text"].as_str().expect("text")
            )
        })
        .collect();
    assert_eq!(said, "deleted:This|inserted:Here|equal: is number one.|");
    for (unit, decision) in listed.iter().zip(["accept", "keep", "accept"]) {
        let [name, locale, shown] = ["unit", "locale", "source_fingerprint"]
            .map(|field| unit[field].as_str().expect("a text"));
        let mut args = vec![decision, name, "-l", locale, "--expect", shown];
        if decision == "accept" {
            args.extend(["--text", "Aquí está."]);
        }
        project.ok(&args);
    }
    assert_eq!(pending(&project).len(), 0);
    assert_eq!(project.read("out/es/a.md"), "Aquí está.\n");
    assert_eq!(project.read("out/es/b.md"), "Este es el número dos.\n");
}

#[test]
fn json_asks_for_no_name_and_lists_missing_units_where_wanted() {
    let project = stale();
    project.write("src/d.md", "Something new.\n");
    let mut command = project.command(&["review", "--json", "--missing"]);
    let output = command.env_remove("HEXAPLA_HANDLE").output().expect("it runs");
    let listed: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let listed = listed.as_array().expect("a list");
    assert_eq!(names(listed), ["pages/a", "pages/b", "pages/c", "pages/d"]);
    assert_eq!(listed[3]["freshness"], "missing");
    assert_eq!(pending(&project).len(), 3);
}

/// The author says it once, and it holds for locales that are translated from the earlier text
/// later.
#[test]
fn keep_for_all_locales_holds_for_later_ones() {
    let project = stale();
    project.edit("hexapla.toml", "[\"es\"]", "[\"es\", \"fr\"]");
    project.ok(&["keep", "pages/a", "--all-locales"]);
    assert_eq!(project.counts("pages/a", "es")["current"], 1);
    project.edit("src/a.md", "Here is", "This is");
    project.write("out/fr/a.md", "Voici le numéro un.\n");
    project.ok(&["accept", "pages/a", "-l", "fr", "--force"]);
    project.edit("src/a.md", "This is", "Here is");
    assert_eq!(project.counts("pages/a", "fr")["current"], 1);
    project.ok(&["keep", "pages/b", "-l", "es"]);
    assert_eq!(names(&pending(&project)), ["pages/c"]);
}
