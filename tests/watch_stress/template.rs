//! The project that every sequence begins with.

use std::fs;

use crate::support::{AS_OF, Project};

/// A repository of two branches, and facts that a clone of it has.
pub(crate) struct Template {
    pub(crate) project: Project,
    /// By the name of their file.
    pub(crate) facts: Vec<(String, Vec<u8>)>,
}

pub(crate) const LEDGER: &str = "translations/ledger";
pub(crate) const CONFIG: &str = r#"version = 1
name = "Test"
source_locale = "en"
locales = ["es", "fr"]
[collections.pages]
format = "markdown"
source = "src/{path}.md"
target = "out/{locale}/{path}.md"
[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"
[collections.mark]
format = "fluent"
source = "mark/en/{path}.ftl"
target = "mark/{locale}/{path}.ftl"
"#;

/// Resources of the first branch.
const RESOURCES: [&str; 7] = [
    "index.md",
    "caf\u{e9}.md",
    "guide/start.md",
    "guide/deep/more.md",
    "ui.ftl",
    "guide/menu.ftl",
    "other/Words.ftl",
];

impl Template {
    pub(crate) fn new() -> Self {
        let project = Project::of(&[("hexapla.toml", CONFIG), ("mark/en/m.ftl", "m = x\n")]);
        project.write(".gitignore", "/.hexapla/\n/mark/\n");
        for path in RESOURCES {
            for top in ["src", "out/es", "out/fr"] {
                let path = format!("{top}/{path}");
                project.write(&path, text(&path, 0, 3));
            }
        }
        project.ok(&["accept", "--all", "--force"]);
        commit_two_branches(&project);
        let facts = facts_of_a_clone(&project);
        Self { project, facts }
    }
}

/// A text for the file; another for each `version`.
pub(crate) fn text(path: &str, version: usize, parts: usize) -> String {
    let words = if path.starts_with("src/") { "Words of the source" } else { "Palabras" };
    let part = |part: usize| match path.ends_with(".ftl") {
        true => format!("key{part} = {words} {}\n", version * part),
        false => format!("{words} in part {part}, version {}.\n\n", version * part),
    };
    (1..=parts).map(part).collect()
}

fn commit_two_branches(project: &Project) {
    let git = |args: &[&str]| assert_eq!(project.git(args).code, 0, "{args:?}");
    let commit = |message: &str| {
        git(&["add", "-A"]);
        git(&["commit", "--quiet", "-m", message]);
    };
    git(&["init", "--quiet", "-b", "main"]);
    commit("first");
    git(&["checkout", "--quiet", "-b", "other"]);
    for (from, to) in [("src/guide", "src/manual"), ("out/fr/ui.ftl", "out/fr/UI.ftl")] {
        fs::rename(project.path(from), project.path(to)).expect("renamed");
    }
    fs::remove_file(project.path("out/es/index.md")).expect("removed");
    project.write("src/index.md", text("src/index.md", 5, 4));
    for number in 0..40 {
        let path = format!("src/many/{number}.md");
        project.write(&path, text(&path, number, 2));
        let path = format!("out/es/many/{number}.md");
        project.write(&path, text(&path, number, 2));
    }
    project.ok(&["accept", "pages", "--force"]);
    commit("second");
    git(&["checkout", "--quiet", "main"]);
}

fn facts_of_a_clone(project: &Project) -> Vec<(String, Vec<u8>)> {
    let clone = Project::copy_of(project.root());
    let names = || {
        let entries = fs::read_dir(clone.path(LEDGER)).expect("a ledger");
        entries.map(|it| it.expect("an entry").file_name().into_string().expect("text"))
    };
    let known: Vec<String> = names().collect();
    for (path, version) in [("src/index.md", 1), ("out/es/ui.ftl", 2), ("out/fr/guide/menu.ftl", 3)]
    {
        clone.write(path, text(path, version, 3));
        clone.ok(&["--as-of", AS_OF, "accept", "--all", "--force"]);
    }
    let new = names().filter(|name| !known.contains(name));
    let mut facts: Vec<_> = new
        .map(|name| {
            let bytes = fs::read(clone.path(&format!("{LEDGER}/{name}"))).expect("facts");
            (name, bytes)
        })
        .collect();
    facts.sort();
    assert!(!facts.is_empty());
    facts
}
