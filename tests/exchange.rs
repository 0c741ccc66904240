//! `hexapla export` and `hexapla import`: what goes out comes back, and is attested for what it was
//! made of.

mod support;

use support::{Project, Ran};

const FORMATS: [&str; 6] = ["xliff", "xliff12", "po", "tmx", "csv", "xlsx"];

const CONFIG: &str = "version = 1\nname = \"x\"\nsource_locale = \"en\"\nlocales = [\"es\"]\n\n\
    [collections.ui]\nformat = \"fluent\"\nsource = \"en/{path}.ftl\"\n\
    target = \"es/{path}.ftl\"\n\n[collections.pages]\nformat = \"markdown\"\n\
    source = \"en/{path}.md\"\ntarget = \"es/{path}.md\"\n";

/// Two messages that are translated, one that is not, and a page of two blocks.
fn project() -> Project {
    let project = Project::of(&[
        (
            "en/ui.ftl",
            "# Above the list.\nletters = Three letters\nbye = Goodbye, { $name }\nnew = New\n",
        ),
        ("es/ui.ftl", "letters = Tres cartas\nbye = Hasta luego, { $name }\n"),
        ("en/help.md", "# Help\n\nCall us by day.\n"),
        ("es/help.md", "# Ayuda\n\nLlame de día.\n"),
    ]);
    project.write("hexapla.toml", CONFIG.replace("es/{path}", "{locale}/{path}"));
    project.ok(&["accept", "--all", "--force"]);
    project
}

fn export(project: &Project, format: &str, more: &[&str]) -> String {
    let file = format!("out.{format}");
    let args = ["export", "-l", "es", "--format", format, "-o", &file];
    project.ok(&[&args[..], more].concat());
    file
}

/// Every file of the project but those that were exported and what is this checkout's alone.
fn all(project: &Project) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut folders = vec![project.root().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = path.strip_prefix(project.root()).expect("below").display().to_string();
            if name.starts_with("out.") || name.starts_with(".hexapla") {
                continue;
            }
            match path.is_dir() {
                true => folders.push(path),
                false => drop(found.insert(name, std::fs::read(&path).expect("a file"))),
            }
        }
    }
    found
}

fn import(project: &Project, file: &str) -> (Ran, serde_json::Value) {
    let ran = project.run(&["import", file, "--json"]);
    let told = serde_json::from_str(&ran.out).unwrap_or(serde_json::Value::Null);
    (ran, told)
}

/// How a unit stands.
fn stands(project: &Project, unit: &str) -> (String, String) {
    let found = project.json(&["explain", unit, "-l", "es", "--json"]);
    let found = if found.is_array() { found[0].clone() } else { found };
    let of = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
    (of("freshness"), of("state"))
}

#[test]
fn what_comes_back_as_it_went_out_changes_nothing() {
    let example = Project::example();
    for locale in ["es", "ar", "th", "de", "es-MX"] {
        for format in FORMATS {
            let file = format!("out.{format}");
            let mut args = vec!["export", "-l", locale, "--format", format, "-o", &file];
            args.extend(["-c", "ui", "-c", "pages", "-c", "helplines", "-c", "library"]);
            example.ok(&args);
            let before = all(&example);
            let (ran, told) = import(&example, &file);
            assert_eq!(ran.code, 0, "{locale} {format}\n{}{}", ran.out, ran.err);
            assert!(told["known"].as_u64().expect("a number") >= 10, "{locale} {format}: {told}");
            for what in ["settled", "moved_on", "proposed", "gone", "refused", "written"] {
                assert_eq!(told[what], serde_json::json!([]), "{locale} {format}: {told}");
            }
            assert_eq!(all(&example), before, "{locale} {format}");
        }
    }
}

#[test]
fn a_translation_is_attested_for_the_source_it_was_made_of() {
    // A memory holds the pair that was made, of the earlier source: see `docs/exchange.md`.
    for format in ["xliff", "xliff12", "po", "csv"] {
        let project = project();
        project.edit("en/ui.ftl", "Three letters", "Four letters");
        let file = export(&project, format, &[]);
        project.edit(&file, "Tres cartas", "Cuatro cartas");
        if format == "po" {
            // Who is done takes the mark away.
            project.edit(&file, "#, fuzzy\n", "");
        }
        let before = all(&project);
        let dry = project.ok(&["import", &file, "--dry-run"]);
        assert!(dry.contains("would write es/ui.ftl"), "{format}: {dry}");
        assert_eq!(all(&project), before, "{format}");
        let (ran, told) = import(&project, &file);
        assert_eq!(ran.code, 0, "{format}: {}{}", ran.out, ran.err);
        assert_eq!(told["settled"], serde_json::json!(["ui/ui#letters"]), "{format}: {told}");
        assert_eq!(told["written"], serde_json::json!(["es/ui.ftl"]), "{format}");
        let target = "letters = Cuatro cartas\nbye = Hasta luego, { $name }\n";
        assert_eq!(project.read("es/ui.ftl"), target, "{format}");
        assert_eq!(stands(&project, "ui/ui#letters").0, "current", "{format}");
        // Once more says nothing new.
        let after = all(&project);
        assert_eq!(import(&project, &file).1["settled"], serde_json::json!([]), "{format}");
        assert_eq!(all(&project), after, "{format}");
    }
}

#[test]
fn what_was_made_of_an_earlier_source_is_stale_and_kept() {
    let project = project();
    project.edit("en/ui.ftl", "Three letters", "Four letters");
    project.edit("en/help.md", "by day", "by night");
    let file = export(&project, "xliff", &[]);
    project.edit(&file, "Tres cartas", "Cuatro cartas");
    project.edit(&file, "Llame de día", "Llame de noche");
    project.edit("en/ui.ftl", "Four letters", "Five letters");
    project.edit("en/help.md", "by night", "by night or day");
    let (ran, told) = import(&project, &file);
    assert_eq!(ran.code, 1, "a block whose text is new has no address any more: {told}");
    assert_eq!(told["moved_on"], serde_json::json!(["ui/ui#letters"]));
    assert_eq!(told["gone"].as_array().map(Vec::len), Some(1), "{told}");
    assert_eq!(stands(&project, "ui/ui#letters").0, "stale");
    assert!(project.read("es/ui.ftl").contains("Cuatro cartas"));
    let found = project.json(&["review", "ui/ui#letters", "-l", "es", "--json"]);
    assert!(found[0]["source_before"].as_str().expect("words").contains("Four letters"), "{found}");
    // The source goes back to what was translated: the work holds.
    project.edit("en/ui.ftl", "Five letters", "Four letters");
    assert_eq!(stands(&project, "ui/ui#letters").0, "current");
}

#[test]
fn what_was_settled_meanwhile_is_not_overwritten() {
    let project = project();
    let file = export(&project, "po", &[]);
    project.edit(&file, "Tres cartas", "Unas cartas");
    project.edit("en/ui.ftl", "Three letters", "Four letters");
    project.ok(&["accept", "ui/ui#letters", "-l", "es", "--text", "letters = Cuatro cartas"]);
    let (_, told) = import(&project, &file);
    assert_eq!(told["moved_on"], serde_json::json!(["ui/ui#letters"]), "{told}");
    assert!(project.read("es/ui.ftl").contains("Cuatro cartas"));
    assert_eq!(stands(&project, "ui/ui#letters").0, "current");
    // What came back is on record for the source that it renders.
    project.edit("en/ui.ftl", "Four letters", "Three letters");
    let found = project.json(&["review", "ui/ui#letters", "-l", "es", "--json"]);
    let offers = found[0]["offers"].to_string();
    assert!(offers.contains("Unas cartas") && offers.contains("Tres cartas"), "{found}");
}

#[test]
fn what_is_marked_as_doubtful_is_proposed() {
    let project = project();
    let file = export(&project, "po", &[]);
    let text = project.read(&file);
    let at = text.find("msgctxt \"ui/ui#letters\"").expect("the entry");
    let text = format!("{}#, fuzzy\n{}", &text[..at], &text[at..]);
    project.write(&file, text.replacen("Tres cartas", "Unas cartas", 1));
    let before = project.read("es/ui.ftl");
    let (ran, told) = import(&project, &file);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(told["proposed"], serde_json::json!(["ui/ui#letters"]), "{told}");
    assert_eq!(project.read("es/ui.ftl"), before);
    assert_eq!(stands(&project, "ui/ui#letters").0, "current");
}

#[test]
fn one_bad_text_keeps_no_other_from_coming_back() {
    let project = project();
    let file = export(&project, "csv", &[]);
    project.edit(&file, "Tres cartas", "Cartas { broken");
    project.edit(&file, "Hasta luego, { $name }", "Adiós, { $name }");
    project.edit(&file, "Llame de día", "Llame por la mañana");
    let (ran, told) = import(&project, &file);
    assert_eq!(ran.code, 1);
    assert_eq!(told["refused"][0]["unit"], "ui/ui#letters", "{told}");
    assert_eq!(told["refused"].as_array().map(Vec::len), Some(1));
    let target = project.read("es/ui.ftl");
    assert!(target.contains("Tres cartas") && target.contains("Adiós, { $name }"), "{target}");
    assert!(project.read("es/help.md").contains("por la mañana"));
}

#[test]
fn files_that_cannot_be_read_change_nothing() {
    let project = project();
    let file = export(&project, "xliff", &[]);
    let text = project.read(&file);
    let before = all(&project);
    let entity = text.replacen(
        "<xliff",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xliff",
        1,
    );
    for bad in [&text[..text.len() / 2], "", "nothing of the kind", &entity] {
        project.write("out.bad", bad);
        let ran = project.run(&["import", "out.bad"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains("out.bad:") && ran.err.contains("hint:"), "{}", ran.err);
        assert_eq!(all(&project), before);
    }
    assert_eq!(project.run(&["import", "out.none"]).code, 6);
}

/// OmegaT up to 3.6, and later by its older filter, shows a `<target>` alone.
#[test]
fn what_is_filled_in_for_a_tool_is_no_translation() {
    let project = project();
    let file = export(&project, "xliff12", &["--fill"]);
    let before = all(&project);
    let text = project.read(&file);
    assert!(
        text.contains("<source>New</source>\n        <target state=\"new\">New</target>"),
        "{text}"
    );
    assert!(
        text.contains("<note from=\"source\" annotates=\"target\">source: Three letters</note>")
    );
    let (ran, told) = import(&project, &file);
    assert_eq!((ran.code, &told["written"]), (0, &serde_json::json!([])), "{told}");
    assert_eq!(all(&project), before);
    project.edit(&file, "<target state=\"new\">New", "<target state=\"new\">Nuevo");
    let (_, told) = import(&project, &file);
    assert_eq!(told["settled"], serde_json::json!(["ui/ui#new"]), "{told}");
    let ran = project.run(&["export", "-l", "es", "--format", "po", "--fill"]);
    assert!(ran.code == 2 && ran.err.contains("hint:"), "{}", ran.err);
}

#[test]
fn only_what_is_asked_for_goes_out() {
    let project = project();
    project.edit("en/ui.ftl", "Three letters", "Four letters");
    let of = |more: &[&str]| {
        let file = export(&project, "csv", more);
        let text = project.read(&file);
        ["Tres cartas", "Hasta luego", "New", "Ayuda"].map(|it| text.contains(it))
    };
    assert_eq!(of(&[]), [true; 4]);
    assert_eq!(of(&["--stale"]), [true, false, false, false]);
    assert_eq!(of(&["--missing"]), [false, false, true, false]);
    assert_eq!(of(&["--open"]), [true, false, true, false]);
    assert_eq!(of(&["--collection", "pages"]), [false, false, false, true]);
    assert_eq!(of(&["ui/ui#bye"]), [false, true, false, false]);
    for bad in [
        &["export", "--format", "po"][..],
        &["export", "-l", "es"],
        &["export", "-l", "xx", "--format", "po"],
    ] {
        let ran = project.run(bad);
        assert_eq!(ran.code, 2, "{bad:?}");
        assert!(ran.err.contains("hint:"), "{}", ran.err);
    }
}
