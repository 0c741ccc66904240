//! A folder becomes a project that can be opened as it is.

use std::path::Path;

use hexapla_model::Locale;
use hexapla_workspace::{Error, Initialised, Session, init};
use tempfile::TempDir;

use crate::project::write;

fn locale(text: &str) -> Locale {
    text.parse().expect(text)
}

fn make(root: &Path) -> Result<Initialised, Error> {
    init(root, "My \"site\"\n", Some(&locale("en")), &[locale("es"), locale("ar")])
}

#[test]
fn what_is_written_can_be_opened() {
    let folder = TempDir::new().expect("a folder");
    let done = make(folder.path()).expect("a project");
    assert_eq!(
        done.written,
        [
            "hexapla.toml",
            "workflows/standard.toml",
            ".hexapla/hexapla.schema.json",
            ".gitattributes"
        ]
    );
    let session = Session::open(folder.path()).expect("a project");
    assert_eq!(session.name(), "My \"site\"\n");
    let locales: Vec<Vec<Locale>> =
        session.config().collections.values().map(|it| it.locales.clone()).collect();
    assert!(locales.iter().all(|it| *it == [locale("ar"), locale("es")]), "{locales:?}");
    let text = std::fs::read_to_string(folder.path().join("hexapla.toml")).expect("a config");
    assert!(text.starts_with("#:schema .hexapla/hexapla.schema.json\n"));
    let ignored = std::fs::read_to_string(folder.path().join(".hexapla/.gitignore"));
    assert_eq!(ignored.expect("a file"), "*\n");
}

#[test]
fn what_is_there_stays() {
    let folder = TempDir::new().expect("a folder");
    write(&folder.path().join(".gitattributes"), "*.png binary");
    write(&folder.path().join("workflows/standard.toml"), "mine");
    make(folder.path()).expect("a project");
    let attributes = std::fs::read_to_string(folder.path().join(".gitattributes")).expect("a file");
    assert_eq!(attributes, "*.png binary\ntranslations/ledger/** -text linguist-generated\n");
    let workflow = std::fs::read_to_string(folder.path().join("workflows/standard.toml"));
    assert_eq!(workflow.expect("a file"), "mine");
    let before = std::fs::read(folder.path().join("hexapla.toml")).expect("a config");
    assert!(matches!(make(folder.path()), Err(Error::Exists(_))));
    assert_eq!(std::fs::read(folder.path().join("hexapla.toml")).expect("a config"), before);
}

#[test]
fn the_layout_of_a_site_is_taken_over() {
    let folder = TempDir::new().expect("a folder");
    for path in ["content/en/a.md", "content/es/a.md", "content/es/only.md", "l10n/en/ui/main.ftl"]
    {
        write(&folder.path().join(path), "x");
    }
    make(folder.path()).expect("a project");
    let session = Session::open(folder.path()).expect("a project");
    let collections = &session.config().collections;
    let targets: Vec<(&str, &str)> =
        collections.iter().map(|(name, it)| (&**name, it.target.as_str())).collect();
    assert_eq!(
        targets,
        [("pages", "content/{locale}/{path}.md"), ("ui", "l10n/{locale}/{path}.ftl")]
    );
    let loaded = session.load(crate::project::at()).expect("readable");
    let ids: Vec<&str> = loaded.snapshot.resources.keys().map(|it| it.as_str()).collect();
    assert_eq!(ids, ["pages/a", "pages/only", "ui/ui/main"]);
}

/// The config of a site in which the given files stand.
fn taken_over(files: &[&str], source: Option<&str>, locales: &[&str]) -> (TempDir, Session) {
    let folder = TempDir::new().expect("a folder");
    for path in files {
        write(&folder.path().join(path), "x");
    }
    let locales: Vec<Locale> = locales.iter().map(|it| locale(it)).collect();
    let source = source.map(locale);
    init(folder.path(), "Site", source.as_ref(), &locales).expect("a project");
    let session = Session::open(folder.path()).expect("a project");
    (folder, session)
}

#[test]
fn what_somebody_says_comes_first() {
    let files = ["docs/a.md", "docs/b.md", "docs/es/a.md", "docs/pt-br/a.md", "docs/fr/b.md"];
    let (_folder, session) = taken_over(&files, Some("de"), &["pt-BR", "es"]);
    let pages = &session.config().collections["pages"];
    assert_eq!(pages.source_locale, locale("de"));
    assert_eq!(pages.locales, [locale("es"), locale("pt-BR")]);
    assert_eq!(pages.exclude, ["fr/*"], "what nobody asked for is no source");
    let loaded = session.load(crate::project::at()).expect("readable");
    let ids: Vec<&str> = loaded.snapshot.resources.keys().map(|it| it.as_str()).collect();
    assert_eq!(ids, ["pages/a", "pages/b"]);
    assert_eq!(session.target_of("docs/pt-br/a.md").map(|it| it.1), Some(locale("pt-BR")));
}

#[test]
fn what_others_wrote_is_no_source() {
    let files = ["a.md", "es/a.md", "vendor/x/a.md", "sub/dist/b.md", "themes/y/a.md"];
    let (_folder, session) = taken_over(&files, None, &[]);
    let pages = &session.config().collections["pages"];
    assert_eq!(pages.exclude, ["sub/dist/*", "themes/*", "vendor/*"]);
    let loaded = session.load(crate::project::at()).expect("readable");
    assert_eq!(loaded.snapshot.resources.len(), 1);
}

#[test]
fn an_original_in_another_language_is_a_collection_of_its_own() {
    let project = crate::project::Project::with_config(
        r#"version = 1
name = "Two"
source_locale = "en"
locales = ["de", "es"]

[collections.pages]
format = "markdown"
source = "docs/{path}.md"
target = "i18n/{locale}/{path}.md"
exclude = ["diary"]

[collections.diary]
format = "markdown"
source = "docs/{path}.md"
target = "i18n/{locale}/{path}.md"
include = ["diary"]
source_locale = "de"
locales = ["en", "es"]
"#,
    );
    for path in ["docs/a.md", "docs/diary.md", "i18n/es/a.md", "i18n/en/diary.md"] {
        project.write(path, "x");
    }
    let loaded = project.load();
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let ids: Vec<&str> = loaded.snapshot.resources.keys().map(|it| it.as_str()).collect();
    assert_eq!(ids, ["diary/diary", "pages/a"]);
}

#[test]
fn a_link_to_nowhere_is_not_overwritten() {
    let folder = TempDir::new().expect("a folder");
    let config = folder.path().join("hexapla.toml");
    std::os::unix::fs::symlink("nowhere.toml", &config).expect("a link");
    assert!(matches!(make(folder.path()), Err(Error::Exists(_))));
    assert!(config.is_symlink());
}
