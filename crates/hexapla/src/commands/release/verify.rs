//! `hexapla release verify`.

use std::path::PathBuf;

use hexapla_model::Progress;
use hexapla_workspace::verify_release;

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln, showing};

/// Verify every byte of a release
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The release's folder; the newest built one where none is given
    release: Option<PathBuf>,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let folder = match &args.release {
        Some(folder) => folder.clone(),
        None => hexapla_workspace::Session::open(&global.directory)?.newest_release()?,
    };
    let progress = Progress::default();
    let (id, manifest) = showing(&progress, || verify_release(&folder, &progress))?;
    outln!("{}: {} as released", id.short(), count(manifest.files.len(), "file"))?;
    Ok(Exit::Clean)
}
