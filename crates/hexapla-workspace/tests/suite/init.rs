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
