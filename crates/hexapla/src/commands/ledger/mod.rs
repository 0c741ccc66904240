//! `hexapla ledger`.

mod verify;

use hexapla_workspace::Session;

use crate::cli::Global;
use crate::context::{refuse_later_version, report_exit, tell_problems};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::{count, outln, showing};

/// Look after the record of what each translation was made from
#[derive(clap::Subcommand, Debug)]
pub(crate) enum Command {
    Verify(verify::Args),
    /// Pack small files into few large ones; nothing is forgotten
    Compact,
}

pub(crate) fn run(global: &Global, command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Verify(args) => verify::run(global, args),
        Command::Compact => compact(global),
    }
}

fn compact(global: &Global) -> Result<Exit, Failure> {
    let session = Session::open(&global.directory)?;
    let audited = showing(session.progress(), || session.audit())?;
    tell_problems(&audited.foreign, &audited.problems);
    refuse_later_version(&audited.problems)?;
    let (written, removed) = showing(session.progress(), || session.compact())?;
    outln!("packed {} into {}", count(removed, "file"), count(written, "file"))?;
    Ok(report_exit(&audited.foreign, &audited.problems))
}
