//! A project in a folder of its own.

use std::path::{Path, PathBuf};

use hexapla_workspace::{Loaded, Session};
use tempfile::TempDir;

/// The config of [`Project::new`].
pub(crate) const CONFIG: &str = r#"version = 1
name = "Example"
source_locale = "en"
locales = ["de", "es", "es-MX"]

[collections.pages]
format = "markdown"
source = "source-content/pages/{path}.md"
target = "translations/{locale}/pages/{path}.md"
fields = ["title"]

[collections.ui]
format = "fluent"
source = "source-content/ui/{path}.ftl"
target = "translations/{locale}/ui/{path}.ftl"
"#;

/// A project in a folder of its own, which goes with it.
pub(crate) struct Project(TempDir);

impl Project {
    /// A project with two collections and no content.
    pub(crate) fn new() -> Self {
        Self::with_config(CONFIG)
    }

    /// A project with the given config and a workflow.
    pub(crate) fn with_config(config: &str) -> Self {
        let project = Self(TempDir::new().expect("a folder"));
        project.write("hexapla.toml", config);
        project.write("workflows/standard.toml", include_str!("../../templates/standard.toml"));
        project
    }

    /// Its root, with no link in it.
    pub(crate) fn root(&self) -> PathBuf {
        self.0.path().canonicalize().expect("a root")
    }

    /// The full path of a file.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, and the folders that it is in.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        write(&self.path(path), text);
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect(path)
    }

    /// Opens it.
    pub(crate) fn open(&self) -> Session {
        Session::open(&self.root()).expect("a project")
    }

    /// Opens and reads it.
    pub(crate) fn load(&self) -> Loaded {
        self.open().load(at()).expect("a readable project")
    }
}

/// A moment.
pub(crate) fn at() -> hexapla_model::Timestamp {
    "2026-03-12".parse().expect("a date")
}

/// Writes a file, and the folders that it is in.
pub(crate) fn write(path: &Path, text: impl AsRef<[u8]>) {
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// Whether these tests run as the one user whom no permission stops.
pub(crate) fn is_root() -> bool {
    let probe = TempDir::new().expect("a folder");
    let file = probe.path().join("file");
    std::fs::write(&file, "").expect("a file");
    forbid(&file);
    std::fs::read(&file).is_ok()
}

/// Lets nobody read, write or enter.
pub(crate) fn forbid(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o0)).expect("to be the owner");
}
