//! Git's history of a project, read once from its newest commit to its first.
//!
//! Nothing is written, and git itself is not called.

mod names;
mod repository;
mod trees;

use std::collections::BTreeMap;
use std::path::Path;

use hexapla_engine::Snapshot;
use hexapla_engine::bootstrap::{History, marked_sources};
use hexapla_model::Progress;

use crate::error::Error;
use names::Names;
use repository::Repository;
pub use repository::Store;

/// Reads what git knows of the files of a snapshot.
///
/// # Errors
/// Where `root` lies in no repository, or its history cannot be read.
pub fn history(
    root: &Path,
    snapshot: &Snapshot,
    progress: &Progress,
) -> Result<(History, Store), Error> {
    let repository = Repository::of(root)?;
    let paths: Vec<&str> = paths(snapshot);
    let walk = repository.commits()?;
    let endings = trees::Endings::of(&paths);
    let changes = repository.changes(&walk, &endings, progress)?;
    let mut store = Store::new(&repository);
    let mut names = Names::of(&paths, repository.prefix());
    for (place, changes) in changes.iter().enumerate().rev() {
        names.follow(place, changes, &mut store);
    }
    let called = names.called();
    let mut marked = BTreeMap::new();
    for (commit, source) in marked_sources(snapshot) {
        let earlier = called.get(source.as_str()).map_or(&[][..], Vec::as_slice);
        let found = repository.marked(&commit, earlier, &mut store);
        marked.insert((commit, source), found);
    }
    let history = History {
        commits: walk.into_iter().map(|it| it.commit).collect(),
        files: names.files(),
        marked,
        is_shallow: repository.is_shallow(),
    };
    Ok((history, store))
}

/// Every file of the snapshot, from the root of the project.
fn paths(snapshot: &Snapshot) -> Vec<&str> {
    let resources = snapshot.resources.values();
    resources
        .flat_map(|it| it.source.iter().chain(it.targets.values()))
        .map(|document| document.path.as_str())
        .collect()
}
