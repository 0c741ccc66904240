//! `hexapla people roles`.

use hexapla_model::Handle;

use super::{Given, Place, config, told};
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::outln;

/// Give an account other roles and locales, in place of those it has
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Whose
    #[arg(value_name = "HANDLE")]
    who: Handle,
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let accounts = args.place.open(global)?;
    let account = accounts.change_rights(&args.who, &args.given.rights())?;
    outln!("{} is now {}", args.who, told(&account.rights))?;
    config::compare(global, &account);
    Ok(Exit::Clean)
}
