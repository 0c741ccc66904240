//! Whether files still look as they did when they were read.

use std::path::Path;
use std::time::{Duration, SystemTime};

use super::opened::Opened;

/// How the files of a resource looked when they were read, by their paths from the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen(Vec<(String, Option<Look>)>);

/// How a file looks without being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    changed: SystemTime,
    length: u64,
}

/// How finely file systems tell when something changed.
const GRAIN: Duration = Duration::from_millis(20);

impl Seen {
    /// How the files look that something was read from, `since` a moment before; nothing where one may
    /// have changed meanwhile. `more` are paths that count too.
    pub(crate) fn of(
        root: &Path,
        opened: &Opened,
        more: [&str; 2],
        since: SystemTime,
    ) -> Option<Self> {
        let read = opened.snapshot().resources.values().flat_map(|it| {
            let documents = it.source.iter().chain(it.targets.values());
            documents.map(|it| it.path.clone()).chain(it.target_paths.values().cloned())
        });
        let paths = read.chain(more.map(str::to_owned));
        let seen = Self(paths.map(|path| (path.clone(), look(root, &path))).collect());
        let times = || seen.0.iter().filter_map(|(_, look)| look.map(|it| it.changed));
        times().all(|it| it + GRAIN < since).then_some(seen)
    }

    /// Whether all of them still look the same.
    pub(crate) fn holds(&self, root: &Path) -> bool {
        self.0.iter().all(|(path, seen)| look(root, path) == *seen)
    }
}

fn look(root: &Path, path: &str) -> Option<Look> {
    let found = root.join(path).metadata().ok()?;
    Some(Look { changed: found.modified().ok()?, length: found.len() })
}
