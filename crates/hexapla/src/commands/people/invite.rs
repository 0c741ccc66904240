//! `hexapla people invite`.

use hexapla_model::Handle;
use hexapla_people::Invite;

use super::{Given, Place, moment, told};
use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{outln, tell};

/// Let one person make an account, by a token that is good once
///
/// The token goes to standard output and is not shown again; whoever has it can make the account, so
/// give it by a safe way. `--handle` is the admin who invites.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    given: Given,
    /// The handle that they get; where none is given they choose one. Needed where hexapla.toml or the
    /// ledger has a handle that nobody else should take
    #[arg(long = "for", value_name = "HANDLE")]
    invited: Option<Handle>,
    /// In how many days the invite expires
    #[arg(long, value_name = "DAYS", default_value_t = Invite::DAYS, value_parser = clap::value_parser!(u32).range(1..=365))]
    expires_days: u32,
    #[command(flatten)]
    place: Place,
}

pub(crate) fn run(global: &Global, args: &Args) -> Result<Exit, Failure> {
    let Some(by) = &global.handle else {
        return Err(Failure::usage("nobody is said to invite")
            .with_hint("say `--handle`, or set HEXAPLA_HANDLE: that of an admin of this room"));
    };
    let now = moment(global);
    let (handle, expires) = (args.invited.clone(), now.plus_days(args.expires_days));
    let invite = Invite { by: by.clone(), handle, rights: args.given.rights(), expires };
    let token = args.place.open(global)?.invite(&invite, now)?;
    outln!("{}", token.secret().reveal())?;
    tell!("good once, until {expires}, to be {}", told(&invite.rights));
    Ok(Exit::Clean)
}
