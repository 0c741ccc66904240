//! `hexapla release diff`.

use std::path::{Path, PathBuf};

use hexapla_model::Progress;
use hexapla_release::{Manifest, ReleaseId, ReleasePath};
use hexapla_workspace::{Session, verify_release};
use serde_json::json;

use super::pretty;
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{Style, count, outln, paint};

/// Show which files differ between two built releases
///
/// Exit code 1 where any do.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The earlier release's folder; the last but one that was built where none is given
    before: Option<PathBuf>,
    /// The later release's folder; the newest built one where none is given
    after: Option<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let (before, after) = match (&args.before, &args.after) {
        (Some(before), Some(after)) => (read(before)?, read(after)?),
        (Some(before), None) => (read(before)?, built(global, 0)?),
        _ => (built(global, 1)?, built(global, 0)?),
    };
    let changes = changes(&before.1, &after.1);
    if args.json {
        let records = changes
            .iter()
            .map(|(change, path)| json!({ "file": path.as_str(), "change": change.as_str() }));
        outln!("{}", pretty(&records.collect()))?;
    } else {
        for (change, path) in &changes {
            outln!("{} {path}", paint(change.style(), change.mark()))?;
        }
        let (from, to) = (before.0.short(), after.0.short());
        outln!("{} between {from} and {to}", count(changes.len(), "change"))?;
    }
    Ok(if changes.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// How a file differs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Added,
    Removed,
    Changed,
}

impl Change {
    fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Removed => "-",
            Self::Changed => "~",
        }
    }

    fn style(self) -> Style {
        match self {
            Self::Added => Style::Good,
            Self::Removed => Style::Error,
            Self::Changed => Style::Stale,
        }
    }
}

/// The files that differ, by path.
fn changes<'a>(before: &'a Manifest, after: &'a Manifest) -> Vec<(Change, &'a ReleasePath)> {
    let removed = before.files.keys().filter(|path| !after.files.contains_key(*path));
    let removed = removed.map(|path| (Change::Removed, path));
    let rest = after.files.iter().filter_map(|(path, entry)| match before.files.get(path) {
        None => Some((Change::Added, path)),
        Some(former) if former.sha256 != entry.sha256 => Some((Change::Changed, path)),
        Some(_) => None,
    });
    let mut changes: Vec<_> = removed.chain(rest).collect();
    changes.sort_by_key(|(_, path)| *path);
    changes
}

fn read(folder: &Path) -> Result<(ReleaseId, Manifest), Failure> {
    Ok(verify_release(folder, &Progress::default())?)
}

/// One of the built releases, counted from the newest.
fn built(global: &Global, back: usize) -> Result<(ReleaseId, Manifest), Failure> {
    let mut all = Session::open(&global.directory)?.releases(None)?;
    let place = all.len().checked_sub(back + 1);
    let found = place.map(|at| all.swap_remove(at));
    found.ok_or_else(|| {
        Failure::usage("there are not two releases to compare")
            .with_hint("`hexapla release build` makes one")
    })
}
