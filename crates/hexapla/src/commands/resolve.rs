//! `hexapla resolve`.

use std::path::Path;

use hexapla_workspace::{Conflict, Error, ResolveError, Session};

use crate::cli::Global;
use crate::context::who;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln, tell};

/// Merge translations that git could not, unit by unit
///
/// Takes the three versions from git's index. A unit that one side changed is taken from there;
/// where both changed it, ours stays in the file and theirs is kept as a proposal, which `review`
/// offers.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Target files that git reports as conflicting; all of them where none is given
    paths: Vec<String>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    let as_of = global.as_of.unwrap_or_else(hexapla_workspace::now);
    let who = who(global, as_of)?;
    let conflicts = session.conflicts().map_err(hint)?;
    let named = |it: &&Conflict| {
        let is = |path: &String| Path::new(path) == Path::new(&it.path);
        args.paths.is_empty() || args.paths.iter().any(is)
    };
    let chosen: Vec<&Conflict> = conflicts.iter().filter(named).collect();
    if chosen.is_empty() {
        outln!("git reports no conflict there")?;
        return Ok(Exit::Clean);
    }
    let loaded = session.load(as_of)?;
    let mut exit = Exit::Clean;
    for conflict in chosen {
        let path = &conflict.path;
        match session.resolve(&loaded.snapshot, &who, conflict)? {
            Some(it) => outln!("{path}: {}", taken(it.taken, it.proposed))?,
            None => {
                tell!("{path} is no target of this project: resolve it by hand");
                exit = Exit::Findings;
            }
        }
    }
    Ok(exit)
}

/// What a merge took from theirs.
pub(crate) fn taken(taken: usize, proposed: usize) -> String {
    let kept = match proposed {
        0 => String::new(),
        1 => ", 1 text kept as a proposal".to_owned(),
        several => format!(", {several} texts kept as proposals"),
    };
    format!("{} taken{kept}", count(taken, "unit"))
}

/// The failure of git, with the next step.
fn hint(error: Error) -> Failure {
    let hint = "`resolve` takes the versions to merge from a git merge in progress";
    match error {
        Error::NoRepository(_) => {
            Failure::usage("this project is not in a git repository").with_hint(hint)
        }
        Error::Git { .. } => Failure::from(error).with_hint(hint),
        _ => error.into(),
    }
}

impl From<ResolveError> for Failure {
    fn from(error: ResolveError) -> Self {
        match error {
            ResolveError::Disk(error) => hint(error),
            ResolveError::Decide(error) => error.into(),
        }
    }
}
