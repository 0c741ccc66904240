//! A store in a folder, a cache beside it, and clients of both.

use std::path::{Path, PathBuf};
use std::time::Duration;

use hexapla_client::{Client, Options, Source, Timestamp};
use tempfile::TempDir;

use crate::forge::{Forge, NOW};

/// A store and a cache, in a folder that is removed at the end.
pub(crate) struct Site {
    folder: TempDir,
    pub(crate) forge: Forge,
}

impl Site {
    /// The store of the first release.
    pub(crate) fn new() -> Self {
        let site = Self { folder: TempDir::new().expect("a folder"), forge: Forge::published() };
        site.save();
        site
    }

    /// Writes what was published since.
    pub(crate) fn save(&self) {
        self.forge.save(&self.store());
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.path("store")
    }

    pub(crate) fn cache(&self) -> PathBuf {
        self.path("cache")
    }

    /// A client of the store that keeps nothing.
    pub(crate) fn options(&self) -> Options {
        self.options_of(&self.store())
    }

    /// The same of another store, which need not be there.
    pub(crate) fn options_of(&self, store: &Path) -> Options {
        let source = Source::open(&store.to_string_lossy(), Duration::from_secs(5));
        let root = self.forge.store["stable/1.root.json"].clone();
        let now = || Timestamp::from_seconds(NOW);
        Options { now, ..Options::new(source.expect("a store"), root) }
    }

    /// A client of the store with the cache.
    pub(crate) fn client(&self) -> Client {
        self.open(Options { cache: Some(self.cache()), ..self.options() })
    }

    /// A client of the cache whose store is gone.
    pub(crate) fn cut_off(&self) -> Client {
        let options = self.options_of(&self.path("nowhere"));
        self.open(Options { cache: Some(self.cache()), ..options })
    }

    pub(crate) fn open(&self, options: Options) -> Client {
        Client::open(options).expect("a root")
    }
}
