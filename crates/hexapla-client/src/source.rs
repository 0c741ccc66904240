//! Where releases come from.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hexapla_store::{Error, Name, Store};
use hexapla_trust::{FileEntry, Refusal, Timestamp, Trusted, Update, Updated, Wanted};

use crate::each::each;

/// A store, none of whose answers is believed.
pub struct Source {
    store: Box<dyn Store>,
    fetched: AtomicU64,
}

impl Source {
    /// The store at an address: `https://host/path`, or the path of a folder. No request takes longer
    /// than `timeout`.
    ///
    /// # Errors
    /// Where the address means no store.
    pub fn open(address: &str, timeout: Duration) -> Result<Self, Error> {
        hexapla_store::open_within(address, timeout).map(Self::new)
    }

    /// A store that is open already.
    pub fn new(store: Box<dyn Store>) -> Self {
        Self { store, fetched: AtomicU64::new(0) }
    }

    /// The bytes that were fetched until now.
    pub fn fetched(&self) -> u64 {
        self.fetched.load(Ordering::Relaxed)
    }

    /// Verifies what the store has at the moment `now`: one round, beginning with what is believed.
    ///
    /// # Errors
    /// Where anything is not believed, or the store does not answer: what was believed still is.
    pub fn round(
        &self,
        trusted: Trusted,
        wanted: Wanted,
        now: Timestamp,
    ) -> Result<Updated, Refusal> {
        let mut update = Update::new(trusted, wanted, now);
        while !update.is_done() {
            let wants = update.wants();
            let found = each(&wants, |it| self.get(&it.path, it.most))?;
            for (want, bytes) in wants.iter().zip(found) {
                update.give(want, bytes.as_deref())?;
            }
        }
        Ok(update.end())
    }

    /// The bytes of a file of a release, verified.
    ///
    /// # Errors
    /// Where the store does not have it, gives others, or does not answer.
    pub fn file(&self, file: &FileEntry) -> Result<Vec<u8>, Refusal> {
        let bytes = self.get(&file.place(), file.length)?;
        let bytes = bytes.ok_or_else(|| Refusal::Missing(file.path.to_string()))?;
        file.check(&bytes)?;
        Ok(bytes)
    }

    /// The bytes of an object, at most `most`; nothing where there is none.
    fn get(&self, path: &str, most: u64) -> Result<Option<Vec<u8>>, Refusal> {
        let name = Name::new(path).map_err(|it| Refusal::Path(it.to_string()))?;
        let found = self.store.get(&name, most).map_err(refused)?.map(|it| it.bytes);
        let length = found.as_ref().map_or(0, |it| it.len() as u64);
        self.fetched.fetch_add(length, Ordering::Relaxed);
        Ok(found)
    }
}

/// What a store says, as a client calls it.
fn refused(error: Error) -> Refusal {
    match error {
        Error::Long { name, limit } => {
            Refusal::Length { file: name, found: limit.saturating_add(1), expected: limit }
        }
        Error::Unanswered { name, why, .. } => Refusal::Unavailable(format!("`{name}`: {why}")),
        error => Refusal::Unavailable(error.to_string()),
    }
}
