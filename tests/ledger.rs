//! The ledger by itself: what is recorded of whole resources, and what `ledger verify` tells of it.

mod support;

use std::collections::BTreeMap;

use support::Project;

const ACCEPT: [&str; 3] = ["accept", "--all", "--force"];

/// Two files, and two pages with a text in common.
fn project() -> Project {
    Project::of(&[
        ("src/a.ftl", "one = One\ntwo = Two\n"),
        ("out/es/a.ftl", "one = Uno\ntwo = Dos\n"),
        ("src/b.ftl", "other = One\nthree = Three\n"),
        ("out/es/b.ftl", "other = Otro\nthree = Tres\n"),
        ("src/p.md", "# One\n\nA text.\n\nAnother text.\n"),
        ("out/es/p.md", "# Uno\n\nOtro texto.\n\nUn texto.\n"),
        ("src/q.md", "A text.\n"),
        ("out/es/q.md", "Un texto.\n"),
    ])
}

fn ledger(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(project.path("translations/ledger")).expect("a ledger");
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read(path).expect("a file"))
    };
    entries.map(|it| read(it.expect("an entry").path())).collect()
}

/// The same units, each by its name: then the whole project is read at once.
fn every_unit(project: &Project) -> Vec<String> {
    let rows = project.json(&["status", "--by", "unit", "--format", "json"]);
    let rows = rows.as_array().expect("rows").clone();
    rows.iter().map(|row| row["unit"].as_str().expect("a unit").to_owned()).collect()
}

#[test]
fn resource_by_resource_the_same_act_is_recorded_as_at_once() {
    for before in [&[][..], &["pages/q"], &["ui/b", "pages/p"]] {
        let (whole, named) = (project(), project());
        for resource in before {
            whole.ok(&["accept", "--force", resource]);
            named.ok(&["accept", "--force", resource]);
        }
        let units = every_unit(&named);
        let mut args = ACCEPT.to_vec();
        args.extend(units.iter().map(String::as_str));
        assert_eq!(whole.ok(&ACCEPT), named.ok(&args), "after {before:?}");
        assert_eq!(ledger(&whole), ledger(&named), "after {before:?}");
    }
}

#[test]
fn nothing_is_recorded_where_a_name_or_locale_fits_nothing() {
    let project = project();
    for (args, why) in [
        (&["accept", "--all", "ui/a", "ui/c"][..], "nothing is named `ui/c`"),
        (&["accept", "--all", "-l", "fr"], "not translated into `fr`"),
        (&["accept", "--all", "-c", "library"], "no collection `library`"),
    ] {
        let ran = project.run(args);
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
        assert!(ran.err.contains(why), "{}", ran.err);
        assert_eq!(ran.err.matches("error:").count(), 1, "told once: {}", ran.err);
    }
    assert!(!project.path("translations/ledger").exists());
}

#[test]
fn verify_reads_the_ledger_alone_and_counts_what_is_in_it() {
    let project = project();
    project.ok(&ACCEPT);
    for folder in ["src", "out"] {
        std::fs::remove_dir_all(project.path(folder)).expect("removed");
    }
    let told = project.json(&["ledger", "verify", "--json"]);
    assert_eq!(told["attested"], 8, "{told:#}");
    assert_eq!(told["facts"]["attested"], 4, "{told:#}");
    assert_eq!(told["facts"]["text"], 7, "two units have one text: {told:#}");
    assert_eq!((&told["files"], &told["loose"]), (&1.into(), &1.into()), "{told:#}");
    let bytes: usize = ledger(&project).values().map(Vec::len).sum();
    assert_eq!(told["bytes"], bytes, "{told:#}");
    for nothing in ["problems", "wordless", "unknown", "foreign"] {
        assert_eq!(told[nothing].as_array().map(Vec::len), Some(0), "{nothing}: {told:#}");
    }
}

#[test]
fn verify_notes_what_the_config_does_not_have_and_whose_words_are_not_kept() {
    let project = project();
    project.ok(&ACCEPT);
    let [(name, bytes)]: [_; 1] =
        ledger(&project).into_iter().collect::<Vec<_>>().try_into().expect("one file");
    let text = String::from_utf8(bytes).expect("text");
    let without =
        text.lines().filter(|line| !line.contains(r#""Three""#) && !line.contains("Three\"]"));
    let text: String = without.map(|line| line.to_owned() + "\n").collect();
    let text = text.replace("pages/p", "gone/p").replacen(
        r#""locale":"es","resource":"ui/a""#,
        r#""locale":"fr","resource":"ui/a""#,
        1,
    );
    std::fs::remove_file(project.path(&format!("translations/ledger/{name}"))).expect("removed");
    project.write("translations/ledger/by-hand.jsonl", text);
    let ran = project.run(&["ledger", "verify"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    for note in [
        "note: `gone/p`: the config has no such resource\n",
        "note: `ui/a`: the config does not translate it into `fr`\n",
        "note: `ui/b`: the words of ",
    ] {
        assert!(ran.err.contains(note), "{note}{}", ran.err);
    }
}

#[test]
fn verify_locates_what_is_damaged() {
    let project = project();
    project.ok(&["accept", "ui/a", "--force"]);
    project.ok(&["accept", "ui/b", "--force"]);
    let names: Vec<String> = ledger(&project).into_keys().collect();
    let path = |at: usize| format!("translations/ledger/{}", names[at]);
    let text = project.read(&path(0));
    let cut = text.split_inclusive('\n').next_back().expect("lines").len();
    project.write(&path(0), &text[..text.len() - cut]);
    let text = project.read(&path(1));
    project.write(&path(1), text.replacen("\"v\":1", "\"v\":one", 1));
    let ran = project.run(&["ledger", "verify", "--json"]);
    assert_eq!(ran.code, 5, "{}", ran.err);
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let problems = told["problems"].as_array().expect("problems");
    assert_eq!(problems.len(), 2, "{told:#}");
    assert_eq!(problems[0]["file"], path(0).as_str(), "{told:#}");
    assert!(problems[0]["message"].as_str().expect("text").contains("named after"), "{told:#}");
    assert_eq!((&problems[1]["file"], &problems[1]["line"]), (&path(1).into(), &1.into()));
    assert!(problems.iter().all(|it| it["hint"].as_str().is_some_and(|it| it.contains("restore"))));
}
