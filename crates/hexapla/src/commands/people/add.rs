//! `hexapla people add`.

use hexapla_model::Handle;

use super::{Given, Place, ask, config, moment, told};
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::outln;

/// Make an account, and the review room where there is none yet
///
/// The password is asked for on the terminal, or read from a file. Somebody who is not beside you
/// rather gets an invite (`hexapla people invite`), and chooses their own.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// By what handle they are credited; for ever
    #[arg(value_name = "HANDLE")]
    who: Handle,
    #[command(flatten)]
    given: Given,
    /// What others call them; the handle where none is given
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    from: ask::From,
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let Args { who, given, name, from, place } = args;
    let password = from.password(who)?;
    let accounts = place.make(global)?;
    let name = name.as_deref().unwrap_or(who.as_str());
    let account = accounts.create(who, name, &given.rights(), &password, moment(global))?;
    outln!("added {who}: {}", told(&account.rights))?;
    config::compare(global, &account);
    Ok(Exit::Clean)
}
