//! The `hexapla` command: translates the command line into calls, and answers into text.

use std::process::ExitCode;

use clap::Parser;

mod cli;
mod commands;
mod context;
mod exit;
mod failure;
mod select;
mod ui;

fn main() -> ExitCode {
    hexapla_allocator::keep_freed_memory();
    let cli = cli::Cli::parse();
    match commands::run(cli) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            failure.report();
            failure.exit.into()
        }
    }
}
