//! From a built release to a channel of a store, and on: promote, roll back, refresh, prune.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use hexapla_trust::{Timestamp, Trusted, Update, Updated, Wanted};
use serde_json::Value;
use support::Project;

/// A project with keys and a store.
fn project() -> Project {
    let project = Project::example();
    project.ok(&["keys", "init"]);
    project
}

fn build(project: &Project, channel: &str) {
    project.ok(&["release", "build", "--channel", channel]);
}

fn publish(project: &Project, channel: &str) -> Value {
    project.json(&["release", "publish", "--channel", channel, "--to", "store", "--json"])
}

/// What a client that knows only the first root gets now.
fn read(project: &Project, channel: &str) -> Updated {
    read_at(project, channel, support::AS_OF.parse().expect("a time")).expect("it verifies")
}

fn read_at(
    project: &Project,
    channel: &str,
    now: Timestamp,
) -> Result<Updated, hexapla_trust::Refusal> {
    let root = std::fs::read(project.path("keys/1.root.json")).expect("a root");
    let trusted = Trusted::new(channel.parse().expect("a channel"), &root).expect("a root");
    let mut update = Update::new(trusted, Wanted::All, now);
    while !update.is_done() {
        for want in update.wants() {
            let bytes = std::fs::read(project.path("store").join(&want.path)).ok();
            update.give(&want, bytes.as_deref())?;
        }
    }
    let updated = update.end();
    for file in &updated.files {
        let bytes = std::fs::read(project.path("store").join(file.place())).expect("a file");
        file.check(&bytes).expect("as it was signed");
    }
    Ok(updated)
}

/// The version and release that a client gets.
fn held(project: &Project, channel: &str) -> (u64, String) {
    let updated = read(project, channel);
    let targets = updated.trusted.targets().expect("a release");
    (targets.head.version, targets.release.clone())
}

fn number(value: &Value) -> u64 {
    value["version"].as_u64().expect("a version")
}

/// The files of the metadata of a channel.
fn metadata(project: &Project, channel: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(project.path("store").join(channel)).expect("a folder");
    let file = |path: &Path| std::fs::read(path).expect("a file");
    entries
        .map(|it| it.expect("an entry"))
        .filter(|it| !it.file_name().to_string_lossy().starts_with('.'))
        .map(|it| (it.file_name().to_string_lossy().into_owned(), file(&it.path())))
        .collect()
}

#[test]
fn a_release_is_published_once_and_only_what_changed_is_sent() {
    let project = project();
    build(&project, "preview");
    let first = publish(&project, "preview");
    let files = first["files"].as_u64().expect("files");
    assert_eq!((number(&first), first["sent"].as_u64()), (1, Some(files)));
    let (version, release) = held(&project, "preview");
    assert_eq!((version, release.as_str()), (1, first["release"].as_str().expect("an id")));
    assert_eq!(read(&project, "preview").files.len() as u64, files);
    // The same once more: a new version, and nothing sent.
    let again = publish(&project, "preview");
    assert_eq!((number(&again), again["sent"].as_u64()), (2, Some(0)));
    // A changed string of one locale.
    project.edit("translations/it/ui/actions.ftl", " = ", " = Ecco ");
    project.ok(&["accept", "--all", "--force", "ui", "-l", "it"]);
    build(&project, "preview");
    let changed = publish(&project, "preview");
    assert_eq!(number(&changed), 3);
    let sent = changed["sent"].as_u64().expect("sent");
    assert!((1..=4).contains(&sent), "{sent} of {files} files");
    let names = metadata(&project, "preview");
    assert!(names.contains_key("3.it.json") && names.contains_key("1.fr.json"));
    assert!(!names.contains_key("3.fr.json"), "an unchanged locale keeps its metadata");
    println!("{sent} of {files} files sent for one string");
}

#[test]
fn same_input_same_bytes_in_the_store() {
    let project = project();
    build(&project, "preview");
    publish(&project, "preview");
    let first = metadata(&project, "preview");
    std::fs::remove_dir_all(project.path("store")).expect("removed");
    publish(&project, "preview");
    assert_eq!(metadata(&project, "preview"), first);
}

#[test]
fn a_release_goes_only_where_its_gates_were_open() {
    let project = project();
    build(&project, "preview");
    publish(&project, "preview");
    let refused = project.run(&["release", "promote", "--channel", "stable", "--to", "store"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("was not built for `stable`, but for preview"), "{}", refused.err);
    assert!(!project.path("store/stable/timestamp.json").exists());
    let folder = project.json(&["release", "list", "--json"])[0]["release"].clone();
    let folder = format!(".hexapla/releases/{}", &folder.as_str().expect("an id")[..12]);
    let refused = project.run(&["release", "publish", &folder, "--to", "store"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
}

#[test]
fn a_channel_that_asks_the_same_takes_the_release_of_another() {
    let project = project();
    for file in ["workflows/standard.toml", "workflows/helplines.toml"] {
        let text = project.read(file) + "\n[channels.beta]\n";
        project.write(file, text);
    }
    build(&project, "beta");
    let list = project.json(&["release", "list", "--json"]);
    assert_eq!(list[0]["channels"], serde_json::json!(["beta", "preview"]));
    publish(&project, "beta");
    let promoted = project.json(&[
        "release",
        "promote",
        "--from",
        "beta",
        "--channel",
        "preview",
        "--to",
        "store",
        "--json",
    ]);
    assert_eq!((number(&promoted), promoted["sent"].as_u64()), (1, Some(0)));
    assert_eq!(held(&project, "preview"), held(&project, "beta"));
}

#[test]
fn rolling_back_is_a_new_version_with_the_old_content() {
    let project = project();
    build(&project, "preview");
    let first = publish(&project, "preview");
    let roll_back = |more: &[&str]| {
        let common = ["release", "rollback", "--channel", "preview", "--to", "store"];
        project.run(&[&common, more].concat())
    };
    let rolled_back = |more: &[&str]| -> Value {
        let said = roll_back(&[more, &["--json"]].concat());
        assert_eq!(said.code, 0, "{}", said.err);
        serde_json::from_str(&said.out).expect("JSON")
    };
    let nothing = roll_back(&[]);
    assert_eq!(nothing.code, 2, "{}", nothing.err);
    project.edit("source-content/pages/about.md", "# ", "# New ");
    build(&project, "preview");
    let second = publish(&project, "preview");
    assert_ne!(first["release"], second["release"]);
    let back = rolled_back(&[]);
    assert_eq!((number(&back), &back["release"]), (3, &first["release"]));
    let second_again = rolled_back(&["--version", "2"]);
    assert_eq!((number(&second_again), held(&project, "preview").0), (4, 4));
    let list =
        project.json(&["release", "list", "--to", "store", "--channel", "preview", "--json"]);
    let versions: Vec<u64> = list.as_array().expect("versions").iter().map(number).collect();
    assert_eq!(versions, [1, 2, 3, 4]);
    assert_eq!(list[2]["release"], first["release"]);
    let none = roll_back(&["--version", "9"]);
    assert!(none.err.contains("no version 9"), "{}", none.err);
}

#[test]
fn a_pointer_that_ran_out_is_refreshed() {
    let project = project();
    build(&project, "preview");
    publish(&project, "preview");
    let later: Timestamp = "2027-01-24".parse().expect("a day");
    let error = read_at(&project, "preview", later).expect_err("it ran out");
    assert_eq!(error.name(), "expired");
    let mut command =
        project.command(&["release", "refresh", "--channel", "preview", "--to", "store"]);
    let said = command.args(["--as-of", "2027-01-23"]).output().expect("it runs");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let updated = read_at(&project, "preview", later).expect("it verifies");
    assert_eq!(updated.trusted.pointer().expect("a pointer").head.version, 2);
    assert_eq!(updated.trusted.targets().expect("a release").head.version, 1);
}

#[test]
fn keys_are_replaced_without_clients_noticing() {
    let project = project();
    build(&project, "preview");
    publish(&project, "preview");
    for role in ["timestamp", "release", "root"] {
        let before = held(&project, "preview").0;
        project.ok(&["keys", "rotate", role]);
        project.ok(&["release", "refresh", "--channel", "preview", "--to", "store"]);
        let after = held(&project, "preview").0;
        assert!(after >= before, "{role}");
        assert_eq!(number(&publish(&project, "preview")), after + 1, "{role}");
        assert_eq!(held(&project, "preview").0, after + 1, "{role}");
    }
}

#[test]
fn what_lies_in_the_store_is_not_built_upon_unseen() {
    let project = project();
    build(&project, "preview");
    publish(&project, "preview");
    let path = project.path("store/preview/timestamp.json");
    let text = std::fs::read_to_string(&path).expect("a pointer");
    std::fs::write(&path, text.replace("\"version\":1", "\"version\":7")).expect("written");
    let refused = project.run(&["release", "publish", "--channel", "preview", "--to", "store"]);
    assert_eq!(refused.code, 5, "{}", refused.err);
    std::fs::write(&path, text).expect("written");
    assert_eq!(number(&publish(&project, "preview")), 2);
}

#[test]
fn without_keys_or_a_store_that_can_be_written_nothing_is_published() {
    let project = Project::example();
    build(&project, "preview");
    let run = |to: &str| project.run(&["release", "publish", "--channel", "preview", "--to", to]);
    let no_keys = run("store");
    assert_eq!(no_keys.code, 2, "{}", no_keys.err);
    assert!(no_keys.err.contains("hint: "), "{}", no_keys.err);
    project.ok(&["keys", "init"]);
    let only_read = run("http://127.0.0.1:9/store");
    assert_ne!(only_read.code, 0);
    assert!(run("ftp://example.org").err.contains("is no address of a store"));
    let to = project.path("store");
    std::fs::write(&to, "a file").expect("written");
    assert_ne!(run("store").code, 0);
}

#[test]
fn differences_between_releases_are_listed() {
    let project = Project::example();
    build(&project, "preview");
    assert_eq!(project.run(&["release", "diff"]).code, 2);
    project.edit("source-content/pages/about.md", "# ", "# New ");
    let as_of = ["--as-of", "2026-11-25"];
    let said = project.command(&["release", "build", "--channel", "preview"]).args(as_of).output();
    assert!(said.expect("it runs").status.success());
    let diff = project.run(&["release", "diff"]);
    assert_eq!(diff.code, 1, "{}", diff.err);
    assert!(diff.out.contains("~ en/pages/about.html\n"), "{}", diff.out);
    assert!(!diff.out.contains("en/pages/campaign"), "{}", diff.out);
}
