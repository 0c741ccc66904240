//! `hexapla people disable`.

use hexapla_model::Handle;

use super::{Place, moment};
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::outln;

/// Let nobody in by an account any more
///
/// Whoever is signed in by it is signed out, their tokens are removed, what they claimed is released, and
/// their invites are withdrawn. What they attested stays, and so does the handle, which nobody else may take.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Whose
    #[arg(value_name = "HANDLE")]
    who: Handle,
    /// Let them in again
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let accounts = args.place.open(global)?;
    match args.undo {
        true => {
            accounts.enable(&args.who)?;
            outln!("enabled {}", args.who)?;
        }
        false => {
            accounts.disable(&args.who, moment(global))?;
            outln!("disabled {}, who is signed out everywhere", args.who)?;
        }
    }
    Ok(Exit::Clean)
}
