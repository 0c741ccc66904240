//! The glossary of a project: read, held against translations, exchanged as TBX.

mod support;

use support::Project;

const GLOSSARY: &str = r#"version = 1
source_locale = "en"

[terms.helpline]
term = "helpline"
forbidden = ["hotline"]
targets.es = { preferred = "línea de ayuda", forbidden = ["línea caliente"] }
"#;

fn project() -> Project {
    let project = Project::of(&[
        (
            "src/a.ftl",
            "a = Call the helpline\nb = Our helplines are free\nc = No hotline\nd = A { $n } helpline\n",
        ),
        (
            "out/es/a.ftl",
            "a = Llame a la línea caliente\nb = Nuestras líneas de ayuda son gratuitas\nc = Ninguna\nd = Una { $n } ayuda\n",
        ),
        ("glossary.toml", GLOSSARY),
    ]);
    project.edit(
        "hexapla.toml",
        "[collections.pages]",
        "glossary = [\"glossary.toml\"]\n[collections.pages]",
    );
    project.ok(&["accept", "--all", "--force"]);
    project
}

fn found(project: &Project) -> Vec<(String, String, u64, u64)> {
    let ran = project.run(&["check", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let of = |it: &serde_json::Value| {
        let text = |name: &str| it[name].as_str().expect("text").to_owned();
        let number = |name: &str| it[name].as_u64().expect("a number");
        (text("check"), text("path"), number("line"), number("column"))
    };
    let all = found.as_array().expect("findings").iter();
    all.map(of).filter(|(check, ..)| check.starts_with("term-")).collect()
}

#[test]
fn translations_and_sources_are_held_against_it_at_their_places() {
    let project = project();
    let expected = [
        ("term-forbidden", "src/a.ftl", 3, 8),
        ("term-forbidden", "out/es/a.ftl", 1, 16),
        ("term-missing", "out/es/a.ftl", 4, 1),
    ];
    let expected = expected
        .map(|(check, path, line, column)| (check.to_owned(), path.to_owned(), line, column));
    assert_eq!(found(&project), expected);
    let told = project.run(&["check"]).out;
    assert!(told.contains("`línea caliente` is not to be used for `helpline`"), "{told}");
    assert!(told.contains("write `línea de ayuda`"), "{told}");
}

#[test]
fn its_checks_are_judged_and_silenced_like_all_others() {
    let project = project();
    project.edit(
        "hexapla.toml",
        "[collections.pages]",
        "[checks]\nterm-missing = \"off\"\n[collections.pages]",
    );
    assert_eq!(found(&project).len(), 2);
    assert_eq!(project.run(&["check", "--strict"]).code, 1);
}

#[test]
fn what_is_wrong_with_it_is_told_with_its_place() {
    let project = project();
    project.edit("glossary.toml", "term = \"helpline\"", "trem = \"helpline\"");
    let ran = project.run(&["status"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("glossary.toml:5:1") && ran.err.contains("`trem`"), "{}", ran.err);
    project.edit("hexapla.toml", "glossary.toml", "no.toml");
    let ran = project.run(&["status"]);
    assert!(ran.code == 3 && ran.err.contains("there is no glossary `no.toml`"), "{}", ran.err);
}

#[test]
fn it_goes_out_as_tbx_and_comes_back() {
    let project = project();
    let tbx = project.ok(&["glossary", "export"]);
    project.write("shared.tbx", &tbx);
    project.ok(&["glossary", "import", "shared.tbx", "--output", "other.toml"]);
    project.edit("hexapla.toml", "\"glossary.toml\"", "\"other.toml\"");
    assert_eq!(project.ok(&["glossary", "export"]), tbx);
    assert_eq!(found(&project).len(), 3);
    let again = project.run(&["glossary", "import", "shared.tbx", "--output", "other.toml"]);
    assert!(again.code == 2 && again.err.contains("exists already"), "{}{}", again.code, again.err);
    project.write("broken.tbx", &tbx[..tbx.len() / 2]);
    let broken = project.run(&["glossary", "import", "broken.tbx", "--output", "more.toml"]);
    assert!(
        broken.code == 1 && broken.err.contains("broken.tbx:") && broken.err.contains("hint:"),
        "{}",
        broken.err
    );
    assert!(!project.path("more.toml").exists());
}
