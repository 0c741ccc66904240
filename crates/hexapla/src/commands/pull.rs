//! `hexapla pull`.

use std::path::PathBuf;

use hexapla_model::Progress;
use hexapla_workspace::pull;

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln, showing};

/// Copy a release to a folder, verified, all at once
///
/// Every file is verified before anything is put in place. Where anything fails, the folder stays
/// as it was.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// A release's folder, or a folder of releases of which the newest for the channel is taken
    store: PathBuf,
    /// The channel, where the store holds several
    #[arg(long, default_value = "stable", value_name = "NAME")]
    channel: String,
    /// Where to put the files
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
}

pub(crate) fn run(_global: &Global, args: &Args) -> Result<Exit, Failure> {
    let progress = Progress::default();
    let pulled = showing(&progress, || pull(&args.store, &args.channel, &args.into, &progress))?;
    let verb = if pulled.changed { "pulled" } else { "already has" };
    outln!(
        "{verb} {} ({}) as of {} into {}",
        pulled.id.short(),
        count(pulled.manifest.files.len(), "file"),
        pulled.manifest.as_of,
        args.into.display()
    )?;
    Ok(Exit::Clean)
}
