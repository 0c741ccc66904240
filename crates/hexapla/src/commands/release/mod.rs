//! `hexapla release`.

mod build;
mod closed;
mod desk;
mod diff;
mod explain;
mod list;
mod prune;
mod publish;
mod verify;

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::pretty;

/// Build releases, publish them and look after them
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    Build(build::Args),
    List(list::Args),
    Diff(diff::Args),
    Verify(verify::Args),
    Publish(publish::PublishArgs),
    Promote(publish::PromoteArgs),
    Rollback(publish::RollbackArgs),
    Refresh(publish::RefreshArgs),
    Prune(prune::Args),
}

pub(crate) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Build(args) => build::run(global, args),
        Command::List(args) => list::run(global, args),
        Command::Diff(args) => diff::run(global, args),
        Command::Verify(args) => verify::run(global, args),
        Command::Publish(args) => publish::publish(global, args),
        Command::Promote(args) => publish::promote(global, args),
        Command::Rollback(args) => publish::roll_back(global, args),
        Command::Refresh(args) => publish::refresh(global, args),
        Command::Prune(args) => prune::run(args),
    }
}
