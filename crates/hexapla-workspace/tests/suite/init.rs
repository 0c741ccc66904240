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
    init(root, "My \"site\"\n", &locale("en"), &[locale("es"), locale("ar")])
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

#[test]
fn a_link_to_nowhere_is_not_overwritten() {
    let folder = TempDir::new().expect("a folder");
    let config = folder.path().join("hexapla.toml");
    std::os::unix::fs::symlink("nowhere.toml", &config).expect("a link");
    assert!(matches!(make(folder.path()), Err(Error::Exists(_))));
    assert!(config.is_symlink());
}
