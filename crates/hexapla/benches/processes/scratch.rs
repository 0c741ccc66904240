//! Where projects are made and peers installed.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A folder that is removed at the end, unless `HEXAPLA_SCRATCH` names one to keep.
pub(crate) struct Scratch {
    root: PathBuf,
    _removed: Option<TempDir>,
}

impl Scratch {
    pub(crate) fn open() -> Self {
        if let Some(root) = std::env::var_os("HEXAPLA_SCRATCH").map(PathBuf::from) {
            std::fs::create_dir_all(&root).expect("HEXAPLA_SCRATCH can be a folder");
            let root = root.canonicalize().expect("a folder");
            return Self { root, _removed: None };
        }
        let folder = tempfile::tempdir().expect("a folder");
        Self { root: folder.path().to_owned(), _removed: Some(folder) }
    }

    /// A folder of this name, made where it was not there.
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        let folder = self.root.join(name);
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        folder
    }
}

/// The binary that is measured: `HEXAPLA_BIN`, or the one that was built with this.
pub(crate) fn hexapla() -> PathBuf {
    let given = std::env::var_os("HEXAPLA_BIN").map(PathBuf::from);
    let binary = given.unwrap_or_else(|| Path::new(env!("CARGO_BIN_EXE_hexapla")).to_owned());
    binary.canonicalize().unwrap_or_else(|why| panic!("{}: {why}", binary.display()))
}
