//! `hexapla release`.

mod assemble;
mod build;
mod closed;
mod list;
mod verify;

use serde_json::Value;

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;

/// Build, list and verify releases
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    Build(build::Args),
    List(list::Args),
    Verify(verify::Args),
}

pub(crate) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Build(args) => build::run(global, args),
        Command::List(args) => list::run(global, args),
        Command::Verify(args) => verify::run(global, args),
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
