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

/// Reading a project makes millions of small texts on all cores.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    match commands::run(cli) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            failure.report();
            failure.exit.into()
        }
    }
}
