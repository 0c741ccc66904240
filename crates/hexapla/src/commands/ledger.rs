//! `hexapla ledger`.

use crate::cli::Global;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln};

/// Look after the record of what each translation was made from
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    /// Verify that every line of the ledger can be read
    Verify,
    /// Pack small files into few large ones; nothing is forgotten
    Compact,
}

pub(crate) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    let context = Context::open(global)?;
    match command {
        Command::Verify => {
            let facts = context.snapshot().ledger.len();
            let problems = context.loaded.ledger_problems.len();
            outln!("{} read, {}", count(facts, "fact"), count(problems, "problem"))?;
            Ok(context.report_exit())
        }
        Command::Compact => {
            let (written, removed) = context.session.compact()?;
            outln!("packed {} into {}", count(removed, "file"), count(written, "file"))?;
            Ok(context.report_exit())
        }
    }
}
