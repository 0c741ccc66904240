//! `hexapla release diff`.

use std::path::{Path, PathBuf};

use hexapla_model::Progress;
use hexapla_release::{Change, Manifest, ReleaseId};
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
    let changes = before.1.changes(&after.1);
    if args.json {
        let records = changes
            .iter()
            .map(|(change, path)| json!({ "file": path.as_str(), "change": change.as_str() }));
        outln!("{}", pretty(&records.collect()))?;
    } else {
        for (change, path) in &changes {
            let (mark, style) = mark(*change);
            outln!("{} {path}", paint(style, mark))?;
        }
        let (from, to) = (before.0.short(), after.0.short());
        outln!("{} between {from} and {to}", count(changes.len(), "change"))?;
    }
    Ok(if changes.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// The mark of a change, and how it is painted.
fn mark(change: Change) -> (&'static str, Style) {
    match change {
        Change::Added => ("+", Style::Good),
        Change::Removed => ("-", Style::Error),
        Change::Changed => ("~", Style::Stale),
    }
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
