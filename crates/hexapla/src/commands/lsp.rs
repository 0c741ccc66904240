//! `hexapla lsp`.

use hexapla_lsp::{Hand, serve};
use lsp_server::Connection;

use crate::cli::Global;
use crate::exit::Exit;
use crate::failure::Failure;

/// Serve an editor: what is stale and what checks find, marked where it stands
///
/// Speaks the Language Server Protocol over standard input and output; an editor starts it. What was
/// changed in the source is shown in a tooltip, and decisions are actions: accept, still valid, needs
/// another look. They are credited to `--handle`. docs/lsp.md says how editors are told.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// What many clients pass; there is no other way
    #[arg(long)]
    stdio: bool,
}

pub(crate) fn run(global: &Global, _: &Args) -> Result<Exit, Failure> {
    let (connection, threads) = Connection::stdio();
    let hand = Hand { by: global.handle.clone(), as_of: global.as_of };
    let served = serve(&connection, hand);
    // The writer ends when nobody can send any more.
    drop(connection);
    served.map_err(|error| Failure::new(Exit::Io, error.to_string()))?;
    threads.join().map_err(|error| Failure::new(Exit::Io, error.to_string()))?;
    Ok(Exit::Clean)
}
