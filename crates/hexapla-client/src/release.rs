//! A release that is shown.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use hexapla_trust::{FileEntry, Trusted, Wanted};

/// Bytes of files, by SHA-256.
pub(crate) type Content = BTreeMap<String, Arc<[u8]>>;

/// A release that is shown: what it was verified by, and the files of it that are held.
pub(crate) struct Release {
    pub(crate) trusted: Trusted,
    wanted: Wanted,
    held: Mutex<Content>,
}

impl Release {
    pub(crate) fn new(trusted: Trusted, wanted: Wanted, held: Content) -> Self {
        Self { trusted, wanted, held: Mutex::new(held) }
    }

    /// The id of the release.
    pub(crate) fn id(&self) -> Option<&str> {
        self.trusted.targets().map(|it| it.release.as_str())
    }

    /// The files of the wanted locales, sorted by locale and path.
    pub(crate) fn files(&self) -> impl Iterator<Item = &FileEntry> {
        self.trusted.files().filter(|it| self.wanted.has(&it.locale))
    }

    /// The file of that path.
    pub(crate) fn file(&self, path: &str) -> Option<&FileEntry> {
        self.files().find(|it| it.path.as_str() == path)
    }

    /// The bytes of a file, where they are held.
    pub(crate) fn bytes(&self, file: &FileEntry) -> Option<Arc<[u8]>> {
        self.lock().get(&file.sha256).cloned()
    }

    /// Holds the bytes of a file, which were verified.
    pub(crate) fn hold(&self, file: &FileEntry, bytes: Arc<[u8]>) {
        self.lock().insert(file.sha256.clone(), bytes);
    }

    /// Everything that is held.
    pub(crate) fn held(&self) -> Content {
        self.lock().clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Content> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
