//! `hexapla people password`.

use hexapla_model::Handle;

use super::{Place, ask};
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::outln;

/// Set another password for an account, which signs it out everywhere
///
/// Tokens of programs stay good: `hexapla people token remove` removes them.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Whose
    #[arg(value_name = "HANDLE")]
    who: Handle,
    #[command(flatten)]
    from: ask::From,
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let accounts = args.place.open(global)?;
    accounts.set_password(&args.who, &args.from.password(&args.who)?)?;
    outln!("set the password of {}, who is signed out everywhere", args.who)?;
    Ok(Exit::Clean)
}
