//! Whether files still look as they did when something was read from them.

use std::path::Path;
use std::time::SystemTime;

use hexapla_engine::Snapshot;
use hexapla_model::Timestamp;

use crate::error::Error;
use crate::identity::{Identity, since_1970};
use crate::part::Part;
use crate::session::{CONFIG, Loaded, Session};

/// How the files looked that something was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen(Vec<(String, Option<Identity>)>);

impl Session {
    /// Reads a part of the project, and how the files that it was read from look: nothing where one
    /// was written so lately that it may be written again and look the same.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn load_part_seen(
        &self,
        as_of: Timestamp,
        part: &Part,
    ) -> Result<(Loaded, Option<Seen>), Error> {
        let since = since_1970(SystemTime::now());
        let loaded = self.load_part(as_of, part)?;
        let files =
            read_from(&loaded.snapshot).chain([self.config().ledger.clone(), CONFIG.to_owned()]);
        let seen: Vec<_> = files.map(|path| (path.clone(), look(self.root(), &path))).collect();
        let at_rest = seen.iter().all(|(_, it)| it.is_none_or(|it| it.is_settled(since)));
        Ok((loaded, at_rest.then_some(Seen(seen))))
    }

    /// Whether files still look as they were seen. What another file is taken over from (a text by way
    /// of a third language) counts too; the files of workflows do not.
    pub fn looks_alike(&self, seen: &Seen) -> bool {
        seen.0.iter().all(|(path, then)| look(self.root(), path) == *then)
    }
}

/// The files that there are for the resources of a snapshot, and those that there could be.
fn read_from(snapshot: &Snapshot) -> impl Iterator<Item = String> {
    snapshot.resources.values().flat_map(|it| {
        let documents = it.source.iter().chain(it.targets.values()).map(|it| it.path.clone());
        documents.chain(it.target_paths.values().cloned())
    })
}

fn look(root: &Path, path: &str) -> Option<Identity> {
    root.join(path).metadata().ok().map(|it| Identity::of(&it))
}
