//! `hexapla completions`.

use clap::CommandFactory;

use crate::cli::Cli;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::out;

/// Write a completion script for your shell to standard output
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The shell
    shell: clap_complete::Shell,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "hexapla", &mut script);
    out!("{}", String::from_utf8_lossy(&script))?;
    Ok(Exit::Clean)
}
